// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.sms;

import il.moked.channel.jms.CircuitBreaker;
import il.moked.channel.jms.Dispatch;
import il.moked.interaction.ejb.Delivery.Outgoing;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLHandshakeException;

/**
 * Hands messages to any provider that takes them by HTTP. A provider that fails several times in a row is not asked for a
 * while; its messages wait. Where the line breaks after the request went out nobody can know, unless the provider is
 * known to take a repeat of {@code {ref}} for the same message (setting {@code repeatable}).
 */
@ApplicationScoped
public class HttpSmsGateway {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int MOST_FAILURES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int LARGEST_ANSWER = 64 * 1024;

    @Inject
    Clock clock;

    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private HttpClient http;

    @PostConstruct
    void connect() {
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER).build();
    }

    Dispatch send(Outgoing outgoing, String secret) {
        HttpRequest request = new HttpSmsRequest(outgoing.settings(), secret, outgoing.recipient(), outgoing.fromAddress(), outgoing.text(), "moked-" + outgoing.outboundId() + (outgoing.sending() == 0 ? "" : "-" + outgoing.sending())).request(ANSWER);
        CircuitBreaker breaker = breakers.computeIfAbsent(outgoing.account(), account -> new CircuitBreaker(MOST_FAILURES, PAUSE, clock));
        if (!breaker.allows()) {
            return new Dispatch.Away("the provider failed " + MOST_FAILURES + " times in a row");
        }
        Dispatch dispatch = send(request, outgoing.settings());
        if (dispatch instanceof Dispatch.Away || dispatch instanceof Dispatch.Unknown) {
            breaker.failed();
        } else {
            breaker.succeeded();
        }
        return dispatch;
    }

    private Dispatch send(HttpRequest request, Map<String, String> settings) {
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return new HttpSmsAnswer(response.statusCode(), new String(body.readNBytes(LARGEST_ANSWER), StandardCharsets.UTF_8)).dispatch(settings);
            }
        } catch (ConnectException | HttpConnectTimeoutException | UnresolvedAddressException | SSLHandshakeException unreached) {
            return new Dispatch.Away(reason(unreached));
        } catch (IOException broken) {
            return "true".equals(settings.get("repeatable")) ? new Dispatch.Away(reason(broken)) : new Dispatch.Unknown(reason(broken));
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
            return new Dispatch.Unknown("the server stopped");
        }
    }

    private static String reason(Exception failure) {
        return failure.getClass().getSimpleName() + (failure.getMessage() == null ? "" : ": " + failure.getMessage());
    }
}
