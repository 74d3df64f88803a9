// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.ejb;

import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.complaint.Complaint;
import il.moked.complaint.ComplaintStep;
import il.moked.complaint.ComplaintStep.Kind;
import il.moked.complaint.Complaints;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes down what happens to a complaint and tells it: in the transaction of whoever calls. */
@ApplicationScoped
class ComplaintLedger {
    /** Who does what the clock decides. */
    static final String CLOCK = "moked";
    static final String WALL = "wall";

    @Inject
    Complaints complaints;
    @Inject
    Cases cases;
    @Inject
    StaffUsers users;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** @param detail codes, or null @param words or null */
    void write(Complaint of, Kind kind, String who, String detail, String words) {
        ServiceCase its = cases.get(of.caseId());
        note(of, its, kind, who, detail, words);
        complaints.flush();
        events.tell(new ComplaintActed(of.caseId(), of.customerId(), "complaint." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), audience(its), detail));
    }

    /** Days of the time the law gives are over. */
    void ring(Complaint of, int days) {
        ServiceCase its = cases.get(of.caseId());
        note(of, its, of.overdue() ? Kind.OVERDUE : Kind.WARNED, CLOCK, Integer.toString(days), null);
        events.tell(new ComplaintTermRang(of.caseId(), of.customerId(), days, of.dueAt(), Stream.concat(audience(its).stream(), Stream.of(WALL)).toList()));
    }

    private void note(Complaint of, ServiceCase its, Kind kind, String who, String detail, String words) {
        String keeper = its.ownerId().map(users::get).map(StaffUser::userName).orElseGet(() -> users.team(its.teamId()).code());
        complaints.add(new ComplaintStep(of, kind, who, keeper, detail, words, clock.instant()));
    }

    private static List<String> audience(ServiceCase its) {
        return Stream.concat(Stream.of("team:" + its.teamId()), Stream.concat(its.ownerId().stream(), its.watchers().stream()).distinct().map(user -> "agent:" + user)).toList();
    }
}
