// SPDX-License-Identifier: Apache-2.0
package il.moked.card.ejb;

import il.moked.access.Role;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.CustomerAlert;
import il.moked.customer.CustomerFacts;
import il.moked.customer.Customers;
import il.moked.customer.Identification;
import il.moked.customer.KnownFacts;
import il.moked.customer.Segment;
import il.moked.customer.SegmentRules;
import il.moked.customer.Segmenting;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionLine;
import il.moked.interaction.Interactions;
import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The card of a customer: everything about him on one page. Opening it is written to the audit. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class CustomerCards {
    private static final int TIMELINE = 20;

    @Inject
    Customers customers;
    @Inject
    KnownFacts facts;
    @Inject
    Segmenting segmenting;
    @Inject
    Interactions interactions;
    @Inject
    DomainEvents events;

    /** @param rule name of the segment rule that decides, null when none does @param facts what other systems know of him */
    public record CustomerCard(long id, Customer.Kind kind, String name, Segment segment, String rule, int rulesVersion, Map<CustomerFacts.Fact, Long> facts, Identification identification, String maskedNationalId, String companyNumber, String language, List<Reach> contactPoints, List<Alert> alerts,
            List<InteractionLine> otherOpen, List<Candidate> candidates, Page<InteractionLine> timeline) {
        public boolean guest() {
            return kind == Customer.Kind.GUEST;
        }
    }

    /** A way to reach him, as people write it. */
    public record Reach(ContactPoint.Kind kind, String shown, boolean verified) {
    }

    public record Alert(CustomerAlert.Severity severity, String text) {
    }

    /** A known customer who has the same address as this guest. */
    public record Candidate(long id, String name, Segment segment, String maskedNationalId) {
    }

    /** The card that belongs to a conversation. */
    public CustomerCard of(long interactionId) {
        Interaction interaction = interactions.get(interactionId);
        return card(interaction.customer().current(), interaction.identification(), interactionId);
    }

    public CustomerCard get(long customerId) {
        return card(customers.get(customerId), null, -1);
    }

    private CustomerCard card(Customer customer, Identification identification, long interactionId) {
        events.tell(new CardOpened(customer.id()));
        SegmentRules.Choice choice = segmenting.choose(customer);
        return new CustomerCard(customer.id(), customer.kind(), customer.displayName(), customer.segment(), choice.segment() == customer.segment() ? choice.rule() : null, choice.version(), new TreeMap<>(facts.of(customer.id())), identification, customer.nationalId().map(id -> id.masked()).orElse(null), customer.companyNumber().orElse(null),
                customer.language(), customer.contactPoints().stream().map(CustomerCards::reach).toList(), customers.alerts(customer.id()).stream().map(alert -> new Alert(alert.severity(), alert.text())).toList(),
                interactions.openOfCustomer(customer.id(), interactionId), customer.guest() ? candidates(customer) : List.of(), interactions.ofCustomer(customer.id(), null, TIMELINE));
    }

    private static Reach reach(ContactPoint point) {
        String shown = point.kind() == ContactPoint.Kind.PHONE ? new PhoneNumber(point.address()).display() : point.address();
        return new Reach(point.kind(), shown, point.verified());
    }

    private List<Candidate> candidates(Customer guest) {
        List<Candidate> found = new ArrayList<>();
        for (ContactPoint point : guest.contactPoints()) {
            customers.reachedBy(point.kind(), point.address()).stream().filter(customer -> !customer.guest())
                    .map(customer -> new Candidate(customer.id(), customer.displayName(), customer.segment(), customer.nationalId().map(id -> id.masked()).orElse(null)))
                    .filter(candidate -> !found.contains(candidate)).forEach(found::add);
        }
        return found;
    }

    /** The next page of his timeline. */
    public Page<InteractionLine> timeline(long customerId, InteractionLine.Cursor after) {
        if (after == null) {
            throw new NotFoundException("customer.unknown");
        }
        return interactions.ofCustomer(customerId, after, TIMELINE);
    }
}
