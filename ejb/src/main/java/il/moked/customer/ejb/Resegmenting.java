// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.Role;
import il.moked.customer.Behaviour;
import il.moked.customer.Customer;
import il.moked.customer.CustomerFacts.Fact;
import il.moked.customer.Customers;
import il.moked.customer.KnownFacts;
import il.moked.customer.PurchaseHistory;
import il.moked.customer.Quintiles;
import il.moked.customer.SegmentPass;
import il.moked.customer.SegmentPass.Cause;
import il.moked.customer.SegmentPass.State;
import il.moked.customer.SegmentPasses;
import il.moked.customer.SegmentRules;
import il.moked.customer.Segmenting;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Gives every known customer the segment that the rules in force say, step by step, each in a transaction of its own: a
 * step reads many and holds only those who change. Nodes take turns by the lock on the pass.
 */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class Resegmenting {
    static final int STEP = 500;
    /** Two nodes that wake at the same time begin the night once. */
    private static final Duration ONE_NIGHT = Duration.ofHours(12);

    @Inject
    SegmentPasses passes;
    @Inject
    Customers customers;
    @Inject
    KnownFacts known;
    @Inject
    Quintiles quintiles;
    @Inject
    Segmenting segmenting;
    @Inject
    Segmentation segmentation;
    @Inject
    Instance<PurchaseHistory> history;
    @Inject
    Clock clock;

    /**
     * How far it is.
     *
     * @param share of the customers it has seen, 0 to 1, reckoned by their ids
     * @param seen customers looked at @param changed those of another segment since
     */
    public record Progress(Cause cause, int rulesVersion, State state, Instant begunAt, Instant endedAt, double share, long seen, long changed) {
        static Progress of(SegmentPass pass) {
            double share = pass.state() == State.DONE || pass.highestCustomerId() == 0 ? 1 : Math.min(1, (double) pass.lastCustomerId() / pass.highestCustomerId());
            return new Progress(pass.cause(), pass.rulesVersion(), pass.state(), pass.begunAt(), pass.endedAt().orElse(null), share, pass.seen(), pass.changed());
        }
    }

    @RolesAllowed({Role.ADMINISTRATOR, Role.SYSTEM})
    public Optional<Progress> progress() {
        return passes.last().map(Progress::of);
    }

    /** Every night: years, days since a purchase and the year that is summed move with the calendar, and so do the fifths of those who buy, by which all are judged until the next. */
    public void beginNight() {
        Instant now = clock.instant();
        boolean begun = passes.last().filter(pass -> pass.cause() == Cause.NIGHT && pass.begunAt().isAfter(now.minus(ONE_NIGHT))).isPresent();
        if (!begun) {
            quintiles.reckon(now);
            passes.begin(Cause.NIGHT, segmenting.version(), now);
        }
    }

    /** @return whether there may be more to do */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean step() {
        SegmentPass pass = passes.takeRunning().orElse(null);
        if (pass == null || segmenting.version() < pass.rulesVersion()) {
            // nothing to do, or this node has not yet seen the rules that were put in force
            return false;
        }
        List<Customers.Line> lines = customers.known(pass.lastCustomerId(), STEP);
        if (lines.isEmpty()) {
            pass.end(clock.instant());
            return false;
        }
        int moved = 0;
        Map<Long, Map<Fact, Long>> facts = facts(lines, pass.cause());
        for (Customers.Line line : lines) {
            SegmentRules.Choice choice = segmenting.choose(line, facts.getOrDefault(line.id(), Map.of()));
            if (choice.segment() != line.segment()) {
                Customer customer = customers.getLocked(line.id());
                segmentation.apply(customer);
                moved++;
            }
        }
        pass.went(lines.get(lines.size() - 1).id(), lines.size(), moved);
        if (lines.size() < STEP) {
            pass.end(clock.instant());
            return false;
        }
        return true;
    }

    private Map<Long, Map<Fact, Long>> facts(List<Customers.Line> lines, Cause cause) {
        List<Long> ids = lines.stream().map(Customers.Line::id).toList();
        if (cause == Cause.NIGHT && history.isResolvable()) {
            Map<Long, Behaviour> before = known.behaviours(ids);
            Map<Long, Behaviour> summed = history.get().of(ids, clock.instant().minus(Behaviour.YEAR));
            ids.stream().filter(id -> !Objects.equals(before.get(id), summed.get(id))).forEach(id -> {
                customers.getLocked(id);
                known.behaves(id, summed.get(id));
            });
        }
        return known.of(ids);
    }
}
