// SPDX-License-Identifier: Apache-2.0
package il.moked.card.ejb;

import il.moked.access.Role;
import il.moked.card.TimelineEntry;
import il.moked.card.TimelineFilter;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.CustomerAlert;
import il.moked.customer.CustomerFacts;
import il.moked.customer.Customers;
import il.moked.customer.Identification;
import il.moked.customer.Segment;
import il.moked.interaction.Call;
import il.moked.interaction.Calls;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionLine;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.interaction.ejb.InteractionActed;
import il.moked.shared.Page;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The card of a customer: everything about him on one page, assembled by a fixed number of queries whatever his history.
 * Opening it is written to the audit; who may, {@link CardAccess} says.
 */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class CustomerCards {
    /** Entries of a page of the timeline. */
    public static final int PAGE = 40;
    /** Entries beside a conversation: the last few, the rest is on the full card. */
    public static final int LAST = 8;
    private static final int PEEKED = 4;

    @Inject
    Customers customers;
    @Inject
    Interactions interactions;
    @Inject
    Calls calls;
    @Inject
    CardAssembly assembly;
    @Inject
    CardAccess access;
    @Inject
    DomainEvents events;

    /**
     * @param rule name of the segment rule that decides, null when none does
     * @param facts what other systems know of him
     * @param identification how sure we are that it is he: in this conversation, else in his last one; null when there is none
     * @param since when he became known
     * @param masked identifiers are not shown as a whole, nor may they be revealed
     * @param timeline its newest part; empty when it was not asked for
     */
    public record CustomerCard(long id, Customer.Kind kind, String name, Segment segment, String rule, int rulesVersion, Map<CustomerFacts.Fact, Long> facts, Identification identification, String maskedNationalId, String companyNumber, String language,
            Instant since, boolean masked, List<Reach> contactPoints, List<Alert> alerts, List<InteractionLine> otherOpen, List<Candidate> candidates, Page<TimelineEntry> timeline) {
        public boolean guest() {
            return kind == Customer.Kind.GUEST;
        }
    }

    /** A way to reach him, as people write it. */
    public record Reach(ContactPoint.Kind kind, String shown, boolean verified) {
    }

    /** @param until when it ends by itself, exclusive, or null */
    public record Alert(long id, CustomerAlert.Severity severity, String text, Instant until) {
    }

    /** A known customer who has the same address as this guest. */
    public record Candidate(long id, String name, Segment segment, String maskedNationalId) {
    }

    /** The last of what was said in a conversation. @param earlier there is more @param note what its closing says, or null */
    public record Peek(long interactionId, List<Said> messages, boolean earlier, List<Spoken> calls, String wrapUpHebrew, String wrapUpEnglish, String note) {
        public boolean nothing() {
            return messages.isEmpty() && calls.isEmpty() && wrapUpHebrew == null;
        }
    }

    public record Said(boolean inbound, String author, String text, Instant at, boolean automatic) {
    }

    /** @param outcome null while it lasts @param talked null when nobody answered */
    public record Spoken(boolean inbound, Call.Outcome outcome, Instant at, Duration talked) {
    }

    /** The card that belongs to a conversation, with the last few entries of the timeline. */
    public CustomerCard of(long interactionId) {
        return of(interactionId, LAST);
    }

    /** @param entries so many of the newest of the timeline */
    public CustomerCard of(long interactionId, int entries) {
        Interaction interaction = interactions.get(interactionId);
        return card(interaction.customer().current(), interaction.identification(), interactionId, entries);
    }

    /** The card of a customer, without the timeline. */
    public CustomerCard get(long customerId) {
        return get(customerId, 0);
    }

    /** @param entries so many of the newest of the timeline @throws il.moked.shared.NotFoundException {@code customer.unknown} */
    public CustomerCard get(long customerId, int entries) {
        Customer customer = customers.get(customerId);
        return card(customer, interactions.lastIdentification(customer.id()).orElse(null), -1, entries);
    }

    private CustomerCard card(Customer customer, Identification identification, long interactionId, int entries) {
        access.check(customer.id());
        events.tell(new CardOpened(customer.id()));
        return assembly.card(customer, identification, interactionId, entries, access.outsourced());
    }

    /** One page of his timeline. @param after null for the newest */
    public Page<TimelineEntry> timeline(long customerId, TimelineFilter filter, TimelineEntry.Cursor after) {
        Customer customer = customers.get(customerId);
        access.check(customer.id());
        return assembly.timeline(customer.id(), filter, after, PAGE, access.outsourced());
    }

    /** The last of a conversation, for whoever looks at the timeline without opening it. */
    public Peek peek(long interactionId) {
        Interaction interaction = interactions.get(interactionId);
        access.check(interaction.customer().current().id());
        events.tell(new InteractionActed(interactionId, interaction.customer().current().id(), "interaction.previewed", false));
        Page<Message> messages = interactions.messages(interactionId, Integer.MAX_VALUE, PEEKED);
        Stream<Said> said = messages.rows().stream().sorted(Comparator.comparingInt(Message::position)).map(message -> new Said(message.direction() == Message.Direction.INBOUND, message.author(), message.text(), message.at(), message.automatic()));
        Stream<Spoken> spoken = interaction.channel().dialled() ? calls.of(interactionId, PEEKED).stream().sorted(Comparator.comparing(Call::dialledAt)).map(CustomerCards::spoken) : Stream.of();
        return new Peek(interactionId, said.toList(), messages.more(), spoken.toList(), interaction.wrapUpReason().map(reason -> reason.name("he")).orElse(null), interaction.wrapUpReason().map(reason -> reason.name("en")).orElse(null),
                interaction.wrapUpNote().orElse(null));
    }

    private static Spoken spoken(Call call) {
        Duration talked = call.answeredAt().isPresent() && call.endedAt().isPresent() ? Duration.between(call.answeredAt().get(), call.endedAt().get()) : null;
        return new Spoken(call.direction() == Call.Direction.INBOUND, call.outcome().orElse(null), call.dialledAt(), talked);
    }
}
