// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.jms;

import il.moked.channel.InboundMessage;
import il.moked.customer.ejb.Identifying.Sender;
import il.moked.interaction.FormSubmission;
import il.moked.interaction.ejb.IncomingMessage;
import il.moked.interaction.ejb.IncomingMessage.IncomingFile;
import java.util.List;
import java.util.Set;

/** From the JSON of the web form to what intake takes. */
final class FormReading {
    private FormReading() {
    }

    static IncomingMessage read(InboundMessage inbound) {
        FormSubmission form = FormSubmission.read(inbound.raw());
        Long customer = form.signedIn() == null ? null : form.signedIn().customerId();
        return new IncomingMessage(inbound.id(), form.reference(), new Sender(form.name(), form.email(), form.phone(), form.nationalId(), null, customer), form.topic(), form.text(), null, null, null, thread(form), false, null,
                Set.of(), form.files().stream().map(file -> new IncomingFile(file.fileName(), file.contentType(), null, false, file.content())).toList(), form.language(), inbound.receivedAt(), List.of(), form.matter());
    }

    /** What it goes on with: a form whose reference he knows, or a conversation of his own. */
    private static IncomingMessage.Thread thread(FormSubmission form) {
        if (form.continued() != null) {
            return IncomingMessage.Thread.continuing(form.continued());
        }
        return form.signedIn() == null ? IncomingMessage.Thread.none() : new IncomingMessage.Thread(form.signedIn().continues(), List.of(), null, null);
    }
}
