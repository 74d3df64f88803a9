// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.channel.Channel;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.interaction.Attachment;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.interaction.ejb.Acknowledging;
import il.moked.interaction.ejb.CustomerTexts;
import il.moked.interaction.ejb.FileArrived;
import il.moked.routing.ejb.ClosedNotice;
import il.moked.selfservice.FormTemplates;
import il.moked.selfservice.SecureLink;
import il.moked.selfservice.SignedForm;
import il.moked.selfservice.SignedForm.Signer;
import il.moked.selfservice.SignedForms;
import il.moked.selfservice.Strokes;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A form is signed: printed, tied to the one before, put into the conversation it was sent from, and sent to whoever signed. */
@ApplicationScoped
class Signing {
    private static final String PDF = "application/pdf";

    @Inject
    SignedForms signed;
    @Inject
    FormTemplates templates;
    @Inject
    Interactions interactions;
    @Inject
    Customers customers;
    @Inject
    ClosedNotice notice;
    @Inject
    Acknowledging acknowledging;
    @Inject
    CustomerTexts texts;
    @Inject
    LinkLedger ledger;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    /** @param link locked, usable and proved */
    void sign(SecureLink link, Strokes drawn, Signer by) {
        Instant now = clock.instant();
        SignedForms.End end = signed.endLocked();
        SignedForm form = new SignedForm(end.number() + 1, end.hash(), link, templates.get(link.templateId().orElseThrow()), drawn, by, now);
        form.printed(new SignedFormPrinting(form, zone).pdf());
        signed.add(form);
        link.done(now);
        Customer customer = customers.get(link.customerId()).current();
        link.interactionId().map(interactions::getLocked).ifPresent(there -> {
            handIn(there, customer, texts.text("link-signed", link.language(), link.title(), Long.toString(form.number())), LinkReading.fileName(form), PDF, form.pdf(), now);
            mail(link, form, there, customer);
        });
        ledger.write(link, LinkLedger.Step.DONE, LinkLedger.CUSTOMER);
    }

    /** It is in the conversation at once, and whoever looks at it sees it. */
    void handIn(Interaction there, Customer customer, String text, String fileName, String contentType, byte[] content, Instant now) {
        Message message = Message.handedIn(there, customer.displayName(), text, now);
        interactions.add(message);
        interactions.add(new Attachment(fileName, contentType, null, false, content).of(message));
        interactions.flush();
        events.tell(new FileArrived(there.id(), message.id()));
    }

    /** To his mailbox, if we know one; he can fetch it from the page as well, as long as his link is good. */
    private void mail(SecureLink link, SignedForm form, Interaction there, Customer customer) {
        notice.way(Channel.EMAIL, customer.reached(ContactPoint.Kind.EMAIL).stream().findFirst()).ifPresent(way -> {
            String text = texts.text("link-signed-mail", link.language(), link.title(), way.account().name(link.language()));
            acknowledging.notice(there, way.account(), way.address(), text, List.of(new Attachment(LinkReading.fileName(form), PDF, null, false, form.pdf())));
        });
    }
}
