// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.social;

import il.moked.channel.Outages.Cause;
import il.moked.channel.jms.CircuitBreaker;
import il.moked.channel.jms.HttpCall;
import il.moked.interaction.AwaitedFile.Why;
import il.moked.shared.OneJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls to providers, each with an end, and with a circuit breaker for each account. It tells apart what a caller must know: nothing was
 * handed over, or it was and no answer came.
 */
@ApplicationScoped
public class ProviderClient {
    static final int LONGEST_ANSWER = 1024 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int MOST_FAILURES = 5;
    /** Behind an account's code: no code has a slash. */
    private static final String FILES = "/files";
    private static final Duration PAUSE = Duration.ofSeconds(30);

    @Inject
    Clock clock;
    /** The whole of a call, to the last byte of its answer. */
    Duration patience = Duration.ofSeconds(30);

    private final HttpCall http = new HttpCall(CONNECT);
    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();

    /** The provider cannot be reached or has had enough for now. Nothing was handed over. */
    static final class Away extends Exception {
        private static final long serialVersionUID = 1;

        private final Cause cause;

        Away(Cause cause, String why) {
            super(why);
            this.cause = cause;
        }

        Cause cause() {
            return cause;
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

        private final Why why;

        Refusal(String words) {
            this(Why.REFUSED, words);
        }

        /** @param why where it is a file that is asked for */
        Refusal(Why why, String words) {
            super(words);
            this.why = why;
        }

        Why why() {
            return why;
        }
    }

    /** @param status below 500, but not 429 */
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

    /** A file that is fetched. Files are kept apart from messages, also their circuit: they may be in another place, which does not hold up answers when it is away. */
    Answer file(String account, HttpRequest request, int longest) throws Away, Silent, Refusal {
        return call(account + FILES, request, longest, false);
    }

    /** What must be asked of the provider before a file can be fetched. */
    Answer file(String account, HttpRequest request) throws Away, Silent, Refusal {
        return call(account + FILES, request, LONGEST_ANSWER, false);
    }

    private Answer call(String circuit, HttpRequest request, int longest, boolean cut) throws Away, Silent, Refusal {
        CircuitBreaker breaker = breakers.computeIfAbsent(circuit, name -> new CircuitBreaker(MOST_FAILURES, PAUSE, clock));
        if (!breaker.allows()) {
            throw new Away(Cause.RESTING, "the last calls failed");
        }
        try {
            Answer answer = judged(answered(request, longest, cut));
            breaker.succeeded();
            return answer;
        } catch (Away | Silent failure) {
            breaker.failed();
            throw failure;
        }
    }

    /** Of an answer that is longer than any the end is not looked at: what was asked for is done. @param account whose circuit it is */
    Answer call(String account, HttpRequest request) throws Away, Silent, Refusal {
        return call(account, request, LONGEST_ANSWER, true);
    }

    private static Answer judged(HttpCall.Answer answer) throws Away, Silent {
        int status = answer.status();
        if (status == 429 || status == 503) {
            throw new Away(Cause.BUSY, "HTTP " + status);
        }
        if (status >= 500) {
            // something over there failed with what it was given, or a door before it gave up waiting: it may have been done
            throw new Silent("HTTP " + status);
        }
        return new Answer(status, answer.contentType(), answer.content());
    }

    private HttpCall.Answer answered(HttpRequest request, int longest, boolean cut) throws Away, Silent, Refusal {
        try {
            return http.ask(request, patience, longest, cut);
        } catch (HttpCall.Unreached unreached) {
            throw new Away(Cause.UNREACHABLE, unreached.getMessage());
        } catch (HttpCall.Unanswered unanswered) {
            throw new Silent(unanswered.getMessage());
        } catch (HttpCall.TooLarge large) {
            throw new Refusal(Why.TOO_LARGE, "larger than " + longest + " bytes");
        }
    }
}
