// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.calendar.Calendars;
import il.moked.casework.CaseClocks;
import il.moked.casework.CaseEvent;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.SlaClock;
import il.moked.casework.SlaTerms;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Writes down what happens to a case and tells it: in the transaction of whoever calls. */
@ApplicationScoped
class CaseLedger {
    /** Who does what the clock decides. */
    static final String CLOCK = "moked";

    private static final String WALL = "wall";

    @Inject
    Cases cases;
    @Inject
    Interactions interactions;
    @Inject
    Calendars calendars;
    @Inject
    ServiceTerms terms;
    @Inject
    DomainEvents events;

    CaseClocks clocks(ServiceCase of) {
        return new CaseClocks(of, calendars::first);
    }

    void write(ServiceCase of, CaseEvent.Kind what, String who, String detail, Instant now) {
        cases.add(new CaseEvent(of, what, who, detail, now));
    }

    /** What its clocks said meanwhile, then that somebody did something. @param detail codes for the audit, or null */
    void tell(ServiceCase of, CaseClocks its, String action, Long interactionId, String detail) {
        ring(of, its);
        cases.flush();
        events.tell(new CaseActed(of.id(), of.customerId(), interactionId, "casework." + action, audience(of), detail));
    }

    /** Warnings and breaches, each once, in the order in which they were due. */
    void ring(ServiceCase of, CaseClocks its) {
        for (SlaClock.Signal signal : its.told()) {
            write(of, signal.breach() ? CaseEvent.Kind.BREACHED : CaseEvent.Kind.WARNED, CLOCK, signal.metric() + " " + signal.percent(), signal.at());
            List<String> audience = signal.breach() ? Stream.concat(audience(of).stream(), Stream.of(WALL)).toList() : audience(of);
            events.tell(new ClockRang(of.id(), of.customerId(), signal.metric(), signal.percent(), signal.due(), audience));
        }
    }

    /** Its owner and whoever watches it; its team too, whose list changes. */
    private static List<String> audience(ServiceCase of) {
        return Stream.concat(Stream.of("team:" + of.teamId()), Stream.concat(of.ownerId().stream(), of.watchers().stream()).distinct().map(user -> "agent:" + user)).toList();
    }

    /** Times that hold now, where they are others than before. */
    void measure(ServiceCase of, CaseClocks its, String who, Instant now) {
        Interaction interaction = cases.conversationsOf(of.id()).stream().findFirst().map(interactions::get).orElse(null);
        SlaTerms found = terms.of(of.customerId(), of.ownedProductId().orElse(null), interaction, of.teamId(), of.severity(), now).terms();
        boolean others = !found.equals(of.terms());
        its.policy(found, now);
        if (others) {
            write(of, CaseEvent.Kind.POLICY, who, found.source() + " " + found.first() + " " + found.next() + " " + found.solve(), now);
        }
    }

    /** The customer wrote: whatever waited for him goes on, and what was solved is open again. */
    void customerWrote(ServiceCase of, CaseClocks its, Instant at) {
        ServiceCase.State before = of.state();
        if (of.customerWrote(its, at)) {
            write(of, of.state() == ServiceCase.State.REOPENED ? CaseEvent.Kind.REOPENED : CaseEvent.Kind.STATE, CLOCK, before + " " + of.state(), at);
        }
    }
}
