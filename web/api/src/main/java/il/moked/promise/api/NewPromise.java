// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.api;

import il.moked.channel.Channel;
import il.moked.promise.DueChoice;
import il.moked.promise.Promise;
import il.moked.promise.ejb.Promising;
import il.moked.shared.BusinessException;
import il.moked.shared.OneOf;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * What another system promises a customer.
 *
 * @param due one of the choices of {@link DueChoice}, or else @param dueAt a moment
 * @param owner user name of who is to keep it, or else @param team a team by its code
 */
public record NewPromise(@NotBlank(message = REQUIRED) @Size(max = Promise.LONGEST_TEXT, message = TOO_LONG) String text, @NotBlank(message = REQUIRED) String kind, @NotBlank(message = REQUIRED) String channel, String due, String dueAt,
        @Size(max = NAME, message = TOO_LONG) String owner, @Size(max = NAME, message = TOO_LONG) String team) {
    private static final int NAME = 80;
    private static final String REQUIRED = "shared.required";
    private static final String TOO_LONG = "shared.too-long";

    /** @throws BusinessException {@code shared.field-unknown-value}, {@code shared.field-malformed} with the field */
    Promising.NewPromise to(long customerId) {
        return new Promising.NewPromise(customerId, null, one("channel", channel, Channel.class), one("kind", kind, Promise.Kind.class), text, until(due, dueAt), new Promising.Keeper(empty(owner), empty(team)));
    }

    private static String empty(String given) {
        return given == null || given.isBlank() ? null : given;
    }

    static <E extends Enum<E>> E one(String field, String given, Class<E> type) {
        return empty(given) == null ? null : OneOf.named(type, given).orElseThrow(() -> new BusinessException("shared.field-unknown-value", field, given));
    }

    /** Null when neither is said. */
    static Promising.Due until(String due, String dueAt) {
        DueChoice choice = one("due", due, DueChoice.class);
        Instant at = choice == null ? moment(dueAt) : null;
        return choice != null ? new Promising.Said(choice) : at == null ? null : new Promising.At(at);
    }

    private static Instant moment(String dueAt) {
        try {
            return empty(dueAt) == null ? null : Instant.parse(dueAt);
        } catch (DateTimeException unclear) {
            throw new BusinessException("shared.field-malformed", "dueAt");
        }
    }
}
