// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.branch.Arrival;
import il.moked.branch.ArrivalEvent;
import il.moked.branch.ArrivalEvent.Kind;
import il.moked.branch.Arrivals;
import il.moked.branch.Branch;
import il.moked.customer.Customer;
import il.moked.shared.DomainEvent;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;

/** Writes down what happens to a visit and tells it: in the transaction of whoever calls. */
@ApplicationScoped
class ArrivalLedger {
    /** Who does what the clock decides. */
    static final String CLOCK = "moked";

    @Inject
    Arrivals arrivals;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** @param detail codes and numbers, or null */
    void write(Arrival of, Kind kind, String by, String detail) {
        arrivals.flush();
        arrivals.add(new ArrivalEvent(of, kind, by, detail, clock.instant()));
        events.tell(event(of, kind, detail));
    }

    private static DomainEvent event(Arrival of, Kind kind, String detail) {
        String action = "branch." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Branch branch = of.branch();
        Long customer = of.customer().map(Customer::id).orElse(null);
        Long interaction = of.interactionId().orElse(null);
        if (kind == Kind.CALLED || kind == Kind.CALLED_AGAIN) {
            return new VisitorCalled(of.id(), branch.id(), branch.teamId(), customer, interaction, action, detail);
        }
        if (kind == Kind.SERVED || kind == Kind.DONE) {
            return new VisitorServed(of.id(), branch.id(), branch.teamId(), customer, interaction, action, detail);
        }
        if (kind == Kind.LEFT || kind == Kind.NO_SHOW || kind == Kind.REDIRECTED) {
            return new VisitorGone(of.id(), branch.id(), branch.teamId(), customer, interaction, action, detail);
        }
        return new VisitorCame(of.id(), branch.id(), branch.teamId(), customer, interaction, action, detail);
    }
}
