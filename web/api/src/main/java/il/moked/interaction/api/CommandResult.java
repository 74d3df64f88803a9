// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.api;

import il.moked.interaction.ejb.Exchanging.Result;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What became of a command, in the words of the exchange. */
public record CommandResult(
        @NotBlank(message = NewContact.REQUIRED) @Pattern(regexp = "DONE|FAILED|UNKNOWN|\\s*", message = NewCallEvent.CHOICE) String result,
        @Size(max = 500, message = NewContact.TOO_LONG) String reason) {
    Result outcome() {
        return Result.valueOf(result);
    }
}
