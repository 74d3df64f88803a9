// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.customer.Customer;
import il.moked.customer.CustomerMerge;
import il.moked.customer.Customers;
import il.moked.customer.DuplicatePairs;
import il.moked.customer.MatchKeys;
import il.moked.customer.Matching;
import il.moked.customer.Merges;
import il.moked.customer.Segment;
import il.moked.customer.Surviving;
import il.moked.shared.BusinessException;
import il.moked.shared.StaleVersionException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/** Two customers become one, and two again, in the transaction of the caller. Whoever found out - a person, another system, the evidence - it is done here. */
@ApplicationScoped
class MergeSteps {
    @Inject
    Customers customers;
    @Inject
    Merges merges;
    @Inject
    DuplicatePairs pairs;
    @Inject
    Matching matching;
    @Inject
    MatchKeys keys;
    @Inject
    Segmentation segmentation;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /**
     * Who goes on and who goes, and which version of each the caller saw; null when he saw none.
     *
     * @param taken fields of which the value of the one who goes survives
     * @param left fields that stay empty although the one who goes has a value
     */
    record Choice(long kept, Integer keptVersion, long gone, Integer goneVersion, Set<Surviving> taken, Set<Surviving> left) {
        static Choice plain(long kept, long gone) {
            return new Choice(kept, null, gone, null, Set.of(), Set.of());
        }
    }

    /**
     * @return the id of the merge
     * @throws BusinessException {@code customer.merge-self}, {@code customer.merged-already}, {@code customer.merge-kinds}, {@code customer.join-into-guest}, {@code customer.merge-company-above}
     * @throws StaleVersionException when somebody changed one of them since
     */
    long merge(Choice choice, CustomerMerge.Origin origin, String by) {
        if (choice.kept() == choice.gone()) {
            throw new BusinessException("customer.merge-self");
        }
        // in one order, so that two who merge the same at once wait for each other
        Customer first = customers.getItselfLocked(Math.min(choice.kept(), choice.gone()));
        Customer second = customers.getItselfLocked(Math.max(choice.kept(), choice.gone()));
        Customer kept = choice.kept() == first.id() ? first : second;
        Customer gone = kept == first ? second : first;
        unmerged(kept);
        unmerged(gone);
        if (changed(kept, choice.keptVersion()) || changed(gone, choice.goneVersion())) {
            throw new StaleVersionException();
        }
        boolean guest = gone.guest();
        Segment segment = kept.segment();
        Instant now = clock.instant();
        CustomerMerge merge = new CustomerMerge(kept, gone, guest ? CustomerMerge.Origin.GUEST : origin, choice.taken(), choice.left(), by, now);
        merges.add(merge);
        int rows = merges.moveRows(merge);
        merges.reconcileContactPoints(merge);
        keys.remove(Set.of(choice.gone()));
        pairs.merged(choice.gone(), merge.id(), by, now);
        Customer known = customers.get(choice.kept());
        segmentation.apply(known);
        merges.getLocked(merge.id()).segmentFollowed(segment, known.segment());
        matching.changed(choice.kept(), now);
        events.tell(guest ? new CustomersJoined(merge.id(), choice.gone(), choice.kept()) : new CustomersMerged(merge.id(), choice.kept(), choice.gone(), origin, rows));
        return merge.id();
    }

    private static void unmerged(Customer customer) {
        if (customer.merged()) {
            throw new BusinessException("customer.merged-already", Long.toString(customer.id()), Long.toString(customer.current().id()));
        }
    }

    private static boolean changed(Customer customer, Integer seen) {
        return seen != null && customer.version() != seen;
    }

    /**
     * Everything is as it was, but for what came to the one who went on since: that stays his.
     *
     * @throws BusinessException {@code customer.merge-undone}; {@code customer.merge-not-noted} for what was joined before this was noted; {@code customer.merge-later} with the id of a later merge that has to be undone first
     */
    void undo(long mergeId, String by) {
        CustomerMerge merge = merges.getLocked(mergeId);
        long kept = merge.kept().id();
        long gone = merge.gone().id();
        customers.getItselfLocked(Math.min(kept, gone));
        customers.getItselfLocked(Math.max(kept, gone));
        merges.standingOn(merge).filter(later -> merge.undoneAt().isEmpty()).ifPresent(later -> {
            throw new BusinessException("customer.merge-later", Long.toString(later.id()));
        });
        Instant now = clock.instant();
        merge.undo(by, now, customers::get);
        merges.moveBack(merge);
        pairs.reopened(mergeId);
        matching.changed(kept, now);
        matching.changed(gone, now);
        events.tell(new MergeUndone(mergeId, kept, gone));
    }
}
