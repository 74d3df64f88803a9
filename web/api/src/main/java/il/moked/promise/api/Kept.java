// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.api;

import il.moked.promise.Promise;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What kept a promise. @param what a reference or some words; must be there for a note */
public record Kept(@NotBlank(message = "shared.required") String proof, @Size(max = Promise.LONGEST_ENDING, message = "shared.too-long") String what) {
    Promise.Proof by() {
        return NewPromise.one("proof", proof, Promise.Proof.class);
    }
}
