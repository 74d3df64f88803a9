// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.jms;

import il.moked.channel.InboundMessage;
import il.moked.customer.ejb.Identifying.Sender;
import il.moked.interaction.FormSubmission;
import il.moked.interaction.ejb.IncomingMessage;
import il.moked.interaction.ejb.IncomingMessage.IncomingFile;
import java.util.Set;

/** From the JSON of the web form to what intake takes. */
final class FormReading {
    private FormReading() {
    }

    static IncomingMessage read(InboundMessage inbound) {
        FormSubmission form = FormSubmission.read(inbound.raw());
        return new IncomingMessage(inbound.id(), form.reference(), new Sender(form.name(), form.email(), form.phone(), form.nationalId()), form.topic(), form.text(), null, null, null, IncomingMessage.Thread.none(), false, null,
                Set.of(), form.files().stream().map(file -> new IncomingFile(file.fileName(), file.contentType(), null, false, file.content())).toList(), form.language(), inbound.receivedAt());
    }
}
