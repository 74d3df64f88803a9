// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.api;

import il.moked.interaction.Call;
import il.moked.interaction.ejb.CallEvent;
import il.moked.shared.api.Understood;
import il.moked.shared.api.Understood.Kind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;

/** An event as an exchange writes it. What people typed and dialled is taken as it is; what machines wrote must be right. */
public record NewCallEvent(
        @NotBlank(message = NewContact.REQUIRED) @Size(max = 200, message = NewContact.TOO_LONG) String id,
        @NotBlank(message = NewContact.REQUIRED) @Size(max = 200, message = NewContact.TOO_LONG) String call,
        @NotBlank(message = NewContact.REQUIRED) @Pattern(regexp = "OFFERED|MENU|QUEUED|ANSWERED|HELD|RESUMED|TRANSFERRED|RECORDED|DIGITS|ENDED|\\s*", message = NewCallEvent.CHOICE) String type,
        @Understood(Kind.MOMENT) String at,
        @Pattern(regexp = "INBOUND|OUTBOUND", message = NewCallEvent.CHOICE) String direction,
        @Size(max = 80, message = NewContact.TOO_LONG) String caller,
        @Size(max = 80, message = NewContact.TOO_LONG) String dialled,
        @Size(max = 20, message = NewContact.TOO_LONG) String nationalId,
        @Size(max = 20, message = NewContact.TOO_LONG) String key,
        @Size(max = 40, message = NewContact.TOO_LONG) String subject,
        @Pattern(regexp = "he|en", message = "shared.language") String language,
        @Size(max = 40, message = NewContact.TOO_LONG) String extension,
        @Size(max = 80, message = NewContact.TOO_LONG) String to,
        @Pattern(regexp = "CUSTOMER|AGENT|EXCHANGE", message = NewCallEvent.CHOICE) String by,
        @Size(max = 1000, message = NewContact.TOO_LONG) @Pattern(regexp = "https?://\\S+", message = "shared.link") String recording,
        Long command) {
    static final String CHOICE = "shared.choice";

    CallEvent event() {
        Instant moment = at == null || at.isBlank() ? null : OffsetDateTime.parse(at).toInstant();
        return new CallEvent(id, call, CallEvent.Type.valueOf(type), moment, direction == null ? null : Call.Direction.valueOf(direction), caller, dialled, nationalId, key, subject, language, extension, to,
                by == null ? null : Call.EndedBy.valueOf(by), recording, command);
    }
}
