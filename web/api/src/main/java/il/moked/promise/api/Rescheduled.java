// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.api;

import il.moked.promise.DueChoice;
import il.moked.promise.Promise;
import il.moked.promise.ejb.Promising;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * To which time the customer agreed.
 *
 * @param due one of the choices of {@link DueChoice}, or else @param dueAt a moment @param why he did
 */
public record Rescheduled(String due, String dueAt, @NotBlank(message = "shared.required") @Size(max = Promise.LONGEST_ENDING, message = "shared.too-long") String why) {
    Promising.Due until() {
        return NewPromise.until(due, dueAt);
    }
}
