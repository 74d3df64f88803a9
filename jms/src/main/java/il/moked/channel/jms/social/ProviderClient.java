// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.social;

import il.moked.channel.jms.CircuitBreaker;
import il.moked.shared.OneJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;

import java.io.IOException;
import java.io.StringReader;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Calls to providers, each with an end, and with a circuit breaker for each account. It tells apart what a caller must know: nothing was
 * handed over, or it was and no answer came.
 */
@ApplicationScoped
public class ProviderClient {
    static final int LONGEST_ANSWER = 1024 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int MOST_FAILURES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final String KEEP_ALIVE = "jdk.httpclient.keepalive.timeout";

    static {
        // A connection that the other side has closed meanwhile fails only when a message was written to it, and nobody knows its fate then: rest no longer than any provider lets it.
        if (System.getProperty(KEEP_ALIVE) == null) {
            System.setProperty(KEEP_ALIVE, "10");
        }
    }

    @Inject
    Clock clock;
    /** The whole of a call, to the last byte of its answer. */
    Duration patience = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).connectTimeout(CONNECT).build();
    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();

    /** The provider cannot be reached or has had enough for now. Nothing was handed over. */
    static final class Away extends Exception {
        private static final long serialVersionUID = 1;

        Away(String why) {
            super(why);
        }
    }

    /** Something was handed over, and no answer came. */
    static final class Silent extends Exception {
        private static final long serialVersionUID = 1;

        Silent(String why) {
            super(why);
        }
    }

    /** The provider will not do it, now or later. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;

        Refusal(String why) {
            super(why);
        }
    }

    /** @param status 200 to 499, but 429 */
    record Answer(int status, String contentType, byte[] content) {
        boolean good() {
            return status / 100 == 2;
        }

        /** What it says; an empty object when that is no JSON. */
        JsonObject json() {
            try (JsonReader reader = OneJson.PROVIDER.createReader(new StringReader(new String(content, StandardCharsets.UTF_8)))) {
                return Wire.object(reader.readValue());
            } catch (RuntimeException noJson) {
                return JsonValue.EMPTY_JSON_OBJECT;
            }
        }
    }

    /** @param account whose circuit it is @param longest bytes of the answer */
    Answer call(String account, HttpRequest request, int longest) throws Away, Silent, Refusal {
        CircuitBreaker breaker = breakers.computeIfAbsent(account, name -> new CircuitBreaker(MOST_FAILURES, PAUSE, clock));
        if (!breaker.allows()) {
            throw new Away("the circuit is open: the last calls failed");
        }
        try {
            Answer answer = judged(answered(request, longest));
            breaker.succeeded();
            return answer;
        } catch (Away | Silent failure) {
            breaker.failed();
            throw failure;
        }
    }

    Answer call(String account, HttpRequest request) throws Away, Silent, Refusal {
        return call(account, request, LONGEST_ANSWER);
    }

    private static Answer judged(Answer answer) throws Away, Silent {
        if (answer.status() == 504) {
            // a door before the provider gave up waiting for what it had passed on
            throw new Silent("HTTP 504");
        }
        if (answer.status() == 429 || answer.status() >= 500) {
            throw new Away("HTTP " + answer.status());
        }
        return answer;
    }

    private Answer answered(HttpRequest request, int longest) throws Away, Silent, Refusal {
        CompletableFuture<HttpResponse<byte[]>> call = http.sendAsync(request, head -> new BoundedBody(longest));
        try {
            HttpResponse<byte[]> response = call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), response.headers().firstValue("Content-Type").orElse(null), response.body());
        } catch (TimeoutException late) {
            call.cancel(true);
            throw new Silent("no answer in " + patience.toSeconds() + " s");
        } catch (InterruptedException serverStops) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new Silent("the server stops");
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof BoundedBody.TooLarge) {
                throw new Refusal("larger than " + longest + " bytes");
            }
            if (before(cause)) {
                throw new Away(cause.getClass().getSimpleName());
            }
            throw new Silent(cause.getClass().getSimpleName() + ": " + cause.getMessage());
        }
    }

    /** Whether it failed before anything could be handed over. */
    private static boolean before(Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof ConnectException || at instanceof HttpConnectTimeoutException || at instanceof SSLHandshakeException) {
                return true;
            }
        }
        return !(cause instanceof IOException);
    }
}
