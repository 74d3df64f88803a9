// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.api;

import il.moked.customer.ejb.Identifying;
import il.moked.interaction.ejb.Submitting.Submission;
import il.moked.shared.api.Understood;
import il.moked.shared.api.Understood.Kind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A contact as another system hands it in. Messages of constraints are codes of texts. */
public record NewContact(
        @NotBlank(message = NewContact.REQUIRED) @Size(max = 40, message = NewContact.TOO_LONG) String account,
        @NotBlank(message = NewContact.REQUIRED) @Size(max = 200, message = NewContact.TOO_LONG) String externalId,
        @NotNull(message = NewContact.REQUIRED) @Valid @Reachable Sender sender,
        @Size(max = 500, message = NewContact.TOO_LONG) String subject,
        @NotBlank(message = NewContact.REQUIRED) @Size(max = 100_000, message = NewContact.TOO_LONG) String text,
        @Pattern(regexp = "he|en", message = "shared.language") String language) {
    static final String REQUIRED = "shared.required";
    static final String TOO_LONG = "shared.too-long";

    /** At least one way to tell who it is must be given. */
    public record Sender(@Size(max = 120, message = TOO_LONG) String name, @Understood(Kind.EMAIL) String email, @Understood(Kind.PHONE) String phone, @Understood(Kind.NATIONAL_ID) String nationalId) {
    }

    Submission submission() {
        return new Submission(account, externalId, new Identifying.Sender(sender.name(), sender.email(), sender.phone(), sender.nationalId()), subject, text, language);
    }
}
