// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.api;

import il.moked.shared.BusinessException;
import il.moked.shared.KeptAnswer;
import il.moked.shared.ejb.AnswerKeeping;
import il.moked.shared.ejb.AnswerKeeping.Answered;
import il.moked.shared.ejb.AnswerKeeping.Different;
import il.moked.shared.ejb.AnswerKeeping.Running;
import il.moked.shared.ejb.AnswerKeeping.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.Supplier;

/** As {@link IdempotentRequests}, for calls that carry the key in the message: SOAP. */
@ApplicationScoped
public class KeyedCalls {
    private static final int DONE = 200;

    @Inject
    AnswerKeeping keeping;

    /**
     * Does it, or answers as it was answered when it was done under this key.
     *
     * @param what the operation, and its message whole: another message under the key is refused
     * @param kept what of the outcome is kept; null when nothing was done, and the key is free again
     * @param again the outcome from what was kept
     * @throws BusinessException {@code shared.request-key}, {@code shared.request-running}, {@code shared.request-differs}, or what the act throws: it did nothing then
     */
    public <T> T once(String key, String what, String message, Supplier<T> act, Function<T, String> kept, Function<String, T> again) {
        if (key == null || !key.matches(IdempotentRequests.KEY)) {
            throw new BusinessException("shared.request-key", "requestKey");
        }
        Standing standing = keeping.take(key, IdempotentRequests.fingerprint(what, message.getBytes(StandardCharsets.UTF_8)));
        if (standing instanceof Different) {
            throw new BusinessException("shared.request-differs");
        }
        if (standing instanceof Running) {
            throw new BusinessException("shared.request-running");
        }
        return standing instanceof Answered answered ? again.apply(answered.answer().body()) : first(key, act, kept);
    }

    private <T> T first(String key, Supplier<T> act, Function<T, String> kept) {
        try {
            T outcome = act.get();
            String keep = kept.apply(outcome);
            IdempotentRequests.settle(() -> {
                if (keep == null) {
                    keeping.release(key);
                } else {
                    keeping.keep(key, new KeptAnswer(DONE, null, null, null, keep));
                }
            });
            return outcome;
        } catch (BusinessException | ConstraintViolationException refused) {
            IdempotentRequests.settle(() -> keeping.release(key));
            throw refused;
        }
    }
}
