// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.DuplicatePair;
import il.moked.customer.DuplicatePairs;
import il.moked.customer.DuplicatePairs.Place;
import il.moked.customer.Evidence;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Pairs of customers who may be one are looked through. Agents see those of a customer and may propose; supervisors decide. */
@Stateless
@RolesAllowed({Role.SUPERVISOR, Role.INTEGRATION})
public class DuplicateReview {
    private static final int LARGEST_PAGE = 100;
    private static final int BESIDE_A_CARD = 5;

    @Inject
    DuplicatePairs pairs;
    @Inject
    Customers customers;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** @param tenths of the score, as the list is ordered @param proposedBy an agent, or null */
    public record PairLine(long id, Who one, Who other, boolean certain, int tenths, List<Evidence> evidence, int policyVersion, Instant foundAt, String proposedBy) {
        static PairLine of(DuplicatePair pair) {
            return new PairLine(pair.id(), Who.of(pair.one()), Who.of(pair.other()), pair.certain(), pair.score(), pair.evidence(), pair.policyVersion(), pair.foundAt(), pair.proposedBy().orElse(null));
        }

        public Place place() {
            return new Place(tenths, id);
        }

        public double score() {
            return tenths / 10.0;
        }
    }

    /** A pair as seen from one of the two. */
    public record Beside(PairLine pair, Who other) {
    }

    public record Who(long id, Customer.Kind kind, String name) {
        static Who of(Customer customer) {
            return new Who(customer.id(), customer.kind(), customer.displayName());
        }
    }

    /** The likeliest first. @param after the last one of the page before */
    public Page<PairLine> open(Place after, int size) {
        Page<DuplicatePair> page = pairs.open(after, Math.max(1, Math.min(size, LARGEST_PAGE)));
        return new Page<>(page.rows().stream().map(PairLine::of).toList(), page.more());
    }

    /** @throws il.moked.shared.NotFoundException {@code customer.unknown-pair} @throws BusinessException {@code customer.pair-decided} when it is open no more */
    public PairLine get(long pairId) {
        DuplicatePair pair = pairs.get(pairId);
        if (pair.state() != DuplicatePair.State.OPEN) {
            throw new BusinessException("customer.pair-decided");
        }
        return PairLine.of(pair);
    }

    /** The likeliest few, for a place beside his card. */
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR})
    public List<Beside> of(long customerId) {
        long current = customers.get(customerId).id();
        return pairs.openOf(current, BESIDE_A_CARD).stream().map(PairLine::of).map(line -> new Beside(line, line.one().id() == current ? line.other() : line.one())).toList();
    }

    /** An agent asks a supervisor to look: he thinks they are one. @throws BusinessException {@code customer.pair-decided} */
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR})
    public void propose(long pairId) {
        DuplicatePair pair = pairs.getLocked(pairId);
        pair.propose(currentUser.name());
        told(pair, "customer.pair-proposed");
    }

    /** They are two, and stay so until something that was compared changes. @throws BusinessException {@code customer.pair-decided} when somebody was faster */
    public void dismiss(long pairId) {
        DuplicatePair pair = pairs.getLocked(pairId);
        pair.dismiss(currentUser.name(), clock.instant());
        told(pair, "customer.pair-dismissed");
    }

    private void told(DuplicatePair pair, String action) {
        events.tell(new PairDecided(pair.id(), pair.one().id(), action, Long.toString(pair.other().id())));
    }
}
