// SPDX-License-Identifier: Apache-2.0
package il.moked.card.ejb;

import il.moked.card.Timeline;
import il.moked.card.TimelineEntry;
import il.moked.card.TimelineFilter;
import il.moked.card.ejb.CustomerCards.Alert;
import il.moked.card.ejb.CustomerCards.Candidate;
import il.moked.card.ejb.CustomerCards.CustomerCard;
import il.moked.card.ejb.CustomerCards.Reach;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Identification;
import il.moked.customer.KnownFacts;
import il.moked.customer.SegmentRules;
import il.moked.customer.Segmenting;
import il.moked.interaction.Interactions;
import il.moked.shared.NationalId;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;

/** Puts a card together, the same for people and for other systems: a fixed number of queries, each along an index. */
@ApplicationScoped
class CardAssembly {
    @Inject
    Customers customers;
    @Inject
    KnownFacts facts;
    @Inject
    Segmenting segmenting;
    @Inject
    Interactions interactions;
    @Inject
    Timeline timeline;
    @Inject
    Clock clock;

    /** @param except the conversation the reader has before him, or -1 @param entries of the timeline, 0 for none @param masked for a reader of another firm */
    CustomerCard card(Customer customer, Identification identification, long except, int entries, boolean masked) {
        SegmentRules.Choice choice = segmenting.choose(customer);
        return new CustomerCard(customer.id(), customer.kind(), masked && customer.guest() ? Mask.name(customer.displayName()) : customer.displayName(), customer.segment(), choice.segment() == customer.segment() ? choice.rule() : null, choice.version(),
                new TreeMap<>(facts.of(customer.id())), identification, customer.nationalId().map(NationalId::masked).orElse(null), customer.companyNumber().map(number -> masked ? Mask.number(number) : number).orElse(null), customer.language(),
                customer.createdAt(), masked, customer.contactPoints().stream().map(point -> reach(point, masked)).toList(),
                customers.alerts(customer.id(), clock.instant()).stream().map(alert -> new Alert(alert.id(), alert.severity(), alert.text(), alert.validUntil().orElse(null))).toList(),
                interactions.openOfCustomer(customer.id(), except), customer.guest() && !masked ? candidates(customer) : List.of(), entries == 0 ? new Page<>(List.of(), false) : timeline(customer.id(), TimelineFilter.NONE, null, entries, masked));
    }

    private static Reach reach(ContactPoint point, boolean masked) {
        return new Reach(point.kind(), masked ? Mask.of(point.kind(), point.shown()) : point.shown(), point.verified());
    }

    private List<Candidate> candidates(Customer guest) {
        return customers.sharingAddressWith(guest).stream().map(customer -> new Candidate(customer.id(), customer.displayName(), customer.segment(), customer.nationalId().map(NationalId::masked).orElse(null))).toList();
    }

    Page<TimelineEntry> timeline(long customerId, TimelineFilter filter, TimelineEntry.Cursor after, int size, boolean masked) {
        Page<TimelineEntry> page = timeline.of(customerId, filter, after, size);
        return masked ? new Page<>(page.rows().stream().map(entry -> entry.kind() == TimelineEntry.Kind.JOIN ? entry.saying(Mask.name(entry.line())) : entry).toList(), page.more()) : page;
    }
}
