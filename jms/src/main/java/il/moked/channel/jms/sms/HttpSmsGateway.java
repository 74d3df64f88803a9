// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.sms;

import il.moked.channel.Outages.Cause;
import il.moked.channel.jms.CircuitBreaker;
import il.moked.channel.jms.Dispatch;
import il.moked.channel.jms.HttpCall;
import il.moked.interaction.ejb.Delivery.Outgoing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hands messages to any provider that takes them by HTTP. A provider that fails several times in a row is not asked for a
 * while; its messages wait. Where the line breaks after the request went out nobody can know, unless the provider is
 * known to take a repeat of {@code {ref}} for the same message (setting {@code repeatable}).
 */
@ApplicationScoped
public class HttpSmsGateway {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int MOST_FAILURES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int LARGEST_ANSWER = 64 * 1024;

    @Inject
    Clock clock;
    /** The whole of a request, to the last byte of its answer. */
    Duration patience = Duration.ofSeconds(30);

    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private final HttpCall http = new HttpCall(CONNECT);

    Dispatch send(Outgoing outgoing, String secret) {
        HttpRequest request;
        try {
            request = new HttpSmsRequest(outgoing.settings(), secret, outgoing.recipient(), outgoing.fromAddress(), outgoing.text(), "moked-" + outgoing.outboundId() + (outgoing.sending() == 0 ? "" : "-" + outgoing.sending())).request(patience);
        } catch (IllegalArgumentException wrong) {
            // of the account, not of the message
            return new Dispatch.Away(Cause.SETTINGS, "url or header");
        }
        CircuitBreaker breaker = breakers.computeIfAbsent(outgoing.account(), account -> new CircuitBreaker(MOST_FAILURES, PAUSE, clock));
        if (!breaker.allows()) {
            return new Dispatch.Away(Cause.RESTING, "the provider failed " + MOST_FAILURES + " times in a row");
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
            HttpCall.Answer answer = http.ask(request, patience, LARGEST_ANSWER, true);
            return new HttpSmsAnswer(answer.status(), new String(answer.content(), StandardCharsets.UTF_8)).dispatch(settings);
        } catch (HttpCall.Unreached unreached) {
            return new Dispatch.Away(Cause.UNREACHABLE, unreached.getMessage());
        } catch (HttpCall.Unanswered | HttpCall.TooLarge unanswered) {
            return "true".equals(settings.get("repeatable")) ? new Dispatch.Away(Cause.UNREACHABLE, unanswered.getMessage()) : new Dispatch.Unknown(unanswered.getMessage());
        }
    }
}
