// SPDX-License-Identifier: Apache-2.0
package il.moked.card.ejb;

import il.moked.access.Role;
import il.moked.card.TimelineEntry;
import il.moked.card.TimelineFilter;
import il.moked.card.ejb.CustomerCards.CustomerCard;
import il.moked.channel.Channel;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionLine;
import il.moked.interaction.Interactions;
import il.moked.interaction.Reference;
import il.moked.interaction.WrapUpReason;
import il.moked.interaction.ejb.InteractionActed;
import il.moked.shared.EmailAddress;
import il.moked.shared.NationalId;
import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** What other systems of the organisation may read of customers and conversations. Each look is written to the audit. */
@Stateless
@RolesAllowed(Role.INTEGRATION)
public class Consulting {
    private static final int MOST_A_PAGE = 50;

    @Inject
    Customers customers;
    @Inject
    Interactions interactions;
    @Inject
    CustomerSearch search;
    @Inject
    CardAssembly assembly;
    @Inject
    DomainEvents events;

    /** @param maskedNationalId its last three digits, or null */
    public record CustomerDetail(long id, Customer.Kind kind, String name, Segment segment, String language, String maskedNationalId, String companyNumber, Instant createdAt, List<Reach> contactPoints) {
    }

    /** @param address E.164 or lower-case e-mail address */
    public record Reach(ContactPoint.Kind kind, String address, boolean verified) {
    }

    /** @param owner user name of the agent who serves it, or null @param waitingSince since when the customer waits for an answer, or null @param wrapUp code of the reason it was closed with, or null */
    public record InteractionDetail(String reference, long customerId, Channel channel, String subject, String language, Interaction.State state, String owner, int messages, Instant openedAt, Instant lastMessageAt, Instant waitingSince, Instant closedAt,
            String wrapUp) {
    }

    /** @throws NotFoundException {@code interaction.unknown}, also while a contact is not read in yet (milliseconds, as a rule) */
    public InteractionDetail interaction(String reference) {
        Interaction found = interactions.findByReference(Reference.normal(reference)).orElseThrow(() -> new NotFoundException("interaction.unknown"));
        Customer customer = found.customer().current();
        events.tell(new InteractionActed(found.id(), customer.id(), "interaction.consulted", false));
        return new InteractionDetail(found.reference(), customer.id(), found.channel(), found.subject(), found.language(), found.state(), found.owner().map(owner -> owner.userName()).orElse(null), found.messages(), found.openedAt(),
                found.lastMessageAt(), found.waitingSince().orElse(null), found.closedAt().orElse(null), found.wrapUpReason().map(WrapUpReason::code).orElse(null));
    }

    /** A customer who was joined into another is answered with the other. @throws NotFoundException {@code customer.unknown} */
    public CustomerDetail customer(long id) {
        return detail(customers.get(id));
    }

    /** Those with exactly this address, known ones first. */
    public List<CustomerDetail> withEmail(String email) {
        return EmailAddress.parse(email).map(address -> customers.reachedBy(ContactPoint.Kind.EMAIL, address.value())).orElse(List.of()).stream().map(this::detail).toList();
    }

    /** Those with exactly this number, however it is written, known ones first. */
    public List<CustomerDetail> withPhone(String phone) {
        return PhoneNumber.parse(phone).map(number -> customers.reachedBy(ContactPoint.Kind.PHONE, number.value())).orElse(List.of()).stream().map(this::detail).toList();
    }

    /** @param next where the next page begins; null when this is the last */
    public record CustomerPage(List<CustomerDetail> rows, String next) {
    }

    /** Those who fit what was typed, best first; see {@link CustomerSearch}. @param from {@link CustomerPage#next} of the page before, null for the first */
    public CustomerPage find(String typed, String from, int size) {
        CustomerSearch.FoundPage found = search.find(typed, from, size);
        return new CustomerPage(found.rows().stream().map(row -> detail(customers.get(row.id()))).toList(), found.next());
    }

    /** None or one. */
    public List<CustomerDetail> withNationalId(String nationalId) {
        return NationalId.parse(nationalId).flatMap(customers::findByNationalId).stream().map(this::detail).toList();
    }

    /** His conversations on every channel, newest message first. @param after null for the first page */
    public Page<InteractionLine> interactionsOf(long customerId, InteractionLine.Cursor after, int size) {
        Customer customer = customers.get(customerId);
        events.tell(new CardOpened(customer.id()));
        return interactions.ofCustomer(customer.id(), after, Math.max(1, Math.min(size, MOST_A_PAGE)));
    }

    /** Everything on his card, with the newest part of his timeline. @throws NotFoundException {@code customer.unknown} */
    public CustomerCard card(long customerId) {
        Customer customer = customers.get(customerId);
        events.tell(new CardOpened(customer.id()));
        return assembly.card(customer, interactions.lastIdentification(customer.id()).orElse(null), -1, CustomerCards.LAST, false);
    }

    /** His timeline, newest first. @param after null for the first page */
    public Page<TimelineEntry> timelineOf(long customerId, TimelineFilter filter, TimelineEntry.Cursor after, int size) {
        Customer customer = customers.get(customerId);
        events.tell(new CardOpened(customer.id()));
        return assembly.timeline(customer.id(), filter, after, Math.max(1, Math.min(size, MOST_A_PAGE)), false);
    }

    private CustomerDetail detail(Customer customer) {
        events.tell(new CardOpened(customer.id()));
        return new CustomerDetail(customer.id(), customer.kind(), customer.displayName(), customer.segment(), customer.language(), customer.nationalId().map(NationalId::masked).orElse(null), customer.companyNumber().orElse(null),
                customer.createdAt(), customer.contactPoints().stream().map(point -> new Reach(point.kind(), point.address(), point.verified())).toList());
    }
}
