// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ejb;

import il.moked.shared.KeptAnswer;
import il.moked.shared.KeptAnswers;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/**
 * A request that comes again under the same key is answered as the first time and not done again. Its key is taken in a
 * transaction of its own before anything is done. A request whose server stopped in the middle is never run again under
 * its key, for nobody knows how far it came: its caller looks, and decides.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AnswerKeeping {
    /** So long the same key means the same request. */
    public static final Duration KEPT = Duration.ofHours(24);
    private static final int FORGOTTEN_AT_ONCE = 500;

    @Resource
    SessionContext context;
    @Inject
    KeptAnswers answers;
    @Inject
    Clock clock;

    /** What a key is to a request. */
    public sealed interface Standing permits Fresh, Answered, Running, Different {
    }

    /** It is this request's from now on: keep its answer, or release it. */
    public record Fresh() implements Standing {
    }

    public record Answered(KeptAnswer answer) implements Standing {
    }

    /** The same request has not ended. */
    public record Running() implements Standing {
    }

    /** The key is another request's. */
    public record Different() implements Standing {
    }

    /** @param fingerprint of all that makes the request the one it is */
    public Standing take(String key, String fingerprint) {
        if (answers.take(caller(), key, fingerprint, clock.instant())) {
            return new Fresh();
        }
        KeptAnswers.Known known = answers.find(caller(), key).orElse(null);
        if (known == null) {
            // released since: the caller's next try finds it free
            return new Running();
        }
        if (!known.fingerprint().equals(fingerprint)) {
            return new Different();
        }
        return known.answer() == null ? new Running() : new Answered(known.answer());
    }

    public void keep(String key, KeptAnswer answer) {
        answers.keep(caller(), key, answer);
    }

    public void release(String key) {
        answers.release(caller(), key);
    }

    /** @return whether there may be more */
    public boolean forget() {
        return answers.forgetBefore(clock.instant().minus(KEPT), FORGOTTEN_AT_ONCE) == FORGOTTEN_AT_ONCE;
    }

    private String caller() {
        return context.getCallerPrincipal().getName();
    }
}
