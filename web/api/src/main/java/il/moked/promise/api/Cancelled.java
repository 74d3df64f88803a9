// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.api;

import il.moked.promise.Promise;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a promise is void. */
public record Cancelled(@NotBlank(message = "shared.required") @Size(max = Promise.LONGEST_ENDING, message = "shared.too-long") String why) {
}
