// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.access.Role;
import il.moked.channel.Channel;
import il.moked.channel.ejb.Reception;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.interaction.Attachment;
import il.moked.interaction.AttachmentLine;
import il.moked.interaction.FormSubmission;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionLine;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.interaction.Reference;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import il.moked.shared.ShownText;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A customer's contacts on every channel in one list, what was said in each, and writing on in it. Notes of staff are none of it.
 * What he writes comes in by the one door as a form does, with who he is: the agent need not ask.
 */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
public class OwnContacts {
    /** Characters of one message. */
    public static final int LONGEST = 10_000;
    private static final int LONGEST_SUBJECT = 200;
    private static final int MOST_MESSAGES = 100;
    private static final int MOST_A_PAGE = 50;
    private static final String ACCOUNT = "form";

    @Inject
    Customers customers;
    @Inject
    Interactions interactions;
    @Inject
    Reception reception;
    @Inject
    DomainEvents events;

    /** One of the list. @param waiting whether he waits for an answer */
    public record Contact(String reference, Channel channel, String subject, String lastLine, boolean open, boolean waiting, Instant openedAt, Instant lastMessageAt, InteractionLine.Cursor cursor) {
        static Contact of(InteractionLine line) {
            return new Contact(line.reference(), line.channel(), line.subject(), line.lastLine(), line.open(), line.waiting(), line.openedAt(), line.lastMessageAt(), line.cursor());
        }
    }

    /** What was said. @param mine whether he wrote it @param automatic written by no person */
    public record Said(boolean mine, String author, String text, boolean automatic, Instant at, List<AttachmentLine> files) {
    }

    /** @param earlier whether there is more before what is shown */
    public record Conversation(String reference, Channel channel, String subject, boolean open, boolean waiting, Instant openedAt, List<Said> said, boolean earlier) {
    }

    /** A file of a conversation. */
    public record OwnFile(String fileName, String contentType, byte[] content) {
    }

    /** Newest first. @param after null for the first page */
    public Page<Contact> list(long customerId, InteractionLine.Cursor after, int size) {
        Page<InteractionLine> page = interactions.shownToCustomer(customers.get(customerId).id(), after, Math.max(1, Math.min(size, MOST_A_PAGE)));
        return new Page<>(page.rows().stream().map(Contact::of).toList(), page.more());
    }

    /** What is open now. */
    public List<Contact> open(long customerId) {
        return interactions.openOfCustomer(customers.get(customerId).id(), -1).stream().map(Contact::of).toList();
    }

    /** The latest of what was said, oldest first. @throws NotFoundException {@code interaction.unknown} also for somebody else's */
    public Conversation read(long customerId, String reference) {
        Interaction own = own(customerId, reference);
        Page<Message> page = interactions.messages(own.id(), Integer.MAX_VALUE, MOST_MESSAGES);
        List<Message> messages = page.rows().stream().sorted((one, other) -> Integer.compare(one.position(), other.position())).toList();
        List<AttachmentLine> files = interactions.attachments(messages.stream().map(Message::id).toList());
        events.tell(new OwnRead(own.id(), customerId, "interaction"));
        return new Conversation(own.reference(), own.channel(), own.subject(), own.open(), own.waitingSince().isPresent(), own.openedAt(), messages.stream().map(message -> said(message, files)).toList(), page.more());
    }

    private static Said said(Message message, List<AttachmentLine> files) {
        return new Said(message.direction() == Message.Direction.INBOUND, message.author(), message.text(), message.automatic(), message.at(), files.stream().filter(file -> message.id().equals(file.messageId())).toList());
    }

    /** @throws NotFoundException {@code interaction.unknown-attachment} also for a file of another conversation, or of what was not sent */
    public OwnFile file(long customerId, String reference, long fileId) {
        Interaction own = own(customerId, reference);
        Attachment file = interactions.attachment(fileId);
        if (file.message().filter(message -> message.interaction().id().equals(own.id())).isEmpty()) {
            throw new NotFoundException("interaction.unknown-attachment");
        }
        events.tell(new OwnRead(fileId, customerId, "attachment"));
        return new OwnFile(file.fileName(), file.contentType(), file.content());
    }

    /**
     * Writes on in a conversation of his.
     *
     * @param key of the form: sent again it is the same message
     * @throws BusinessException {@code selfservice.empty}, {@code channel.closed}, {@code channel.too-large}
     */
    public void writeOn(long customerId, String reference, String key, String text, List<FormSubmission.File> files) {
        Interaction own = own(customerId, reference);
        receive(customers.get(customerId), key, own.subject(), text, own.id(), files);
    }

    /** Writes of something new. @param reference it will have, which is the key of the form as well @throws BusinessException as {@link #writeOn} */
    public void write(long customerId, String reference, String subject, String text, List<FormSubmission.File> files) {
        receive(customers.get(customerId), reference, subject, text, null, files);
    }

    private void receive(Customer customer, String key, String subject, String text, Long continues, List<FormSubmission.File> files) {
        String words = text == null ? "" : ShownText.of(text).strip();
        if (words.isEmpty() && files.isEmpty() || words.length() > LONGEST) {
            throw new BusinessException("selfservice.empty", LONGEST);
        }
        String about = ShownText.line(subject == null || subject.isBlank() ? words : subject, LONGEST_SUBJECT);
        FormSubmission form = new FormSubmission(key, customer.displayName(), reach(customer, ContactPoint.Kind.EMAIL), reach(customer, ContactPoint.Kind.PHONE), null, about, words, customer.language(), files, null, null, new FormSubmission.SignedIn(customer.id(), continues));
        reception.receive(ACCOUNT, key, "customer:" + customer.id(), form.bytes());
    }

    /** Where he is answered: what he prefers, of what somebody made sure of first. */
    private static String reach(Customer customer, ContactPoint.Kind kind) {
        Optional<ContactPoint> best = customer.contactPoints().stream().filter(point -> point.kind() == kind).max((one, other) -> Integer.compare(rank(one), rank(other)));
        return best.map(ContactPoint::address).orElse(null);
    }

    private static int rank(ContactPoint point) {
        return (point.preferred() ? 2 : 0) + (point.verified() ? 1 : 0);
    }

    private Interaction own(long customerId, String reference) {
        long id = customers.get(customerId).id();
        return interactions.findByReference(Reference.normal(reference)).filter(found -> found.customer().current().id() == id).orElseThrow(() -> new NotFoundException("interaction.unknown"));
    }
}
