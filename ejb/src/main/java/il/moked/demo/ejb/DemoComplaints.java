// SPDX-License-Identifier: Apache-2.0
package il.moked.demo.ejb;

import il.moked.access.StaffUser;
import il.moked.access.Team;
import il.moked.calendar.Calendars;
import il.moked.casework.CaseClocks;
import il.moked.casework.CaseEvent;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.ServiceCase.About;
import il.moked.casework.SlaTerms;
import il.moked.complaint.Complaint;
import il.moked.complaint.Complaint.Assessment;
import il.moked.complaint.Complaint.Degree;
import il.moked.complaint.Complaint.Remedy;
import il.moked.complaint.ComplaintStep;
import il.moked.complaint.ComplaintStep.Kind;
import il.moked.complaint.Complaints;
import il.moked.customer.Customer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Random;

/** What the demo's customers complain of: a few as they stand in the cases, and a router that fails more often than by chance. */
@ApplicationScoped
public class DemoComplaints {
    private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
    private static final SlaTerms TERMS = new SlaTerms(SlaTerms.Source.DEFAULT, 240, 240, 2700, Calendars.DEFAULT);
    private static final String ROUTER = "RTR-AX3000";
    private static final String PART = "PRODUCT";
    private static final int QUIET_WEEKS = 24;
    private static final List<String> TEXTS = List.of("הנתב AX3000 מתנתק כל ערב", "כל ערב מתנתק הנתב החדש ואין אינטרנט", "נתב AX3000: ניתוקים בכל ערב מאז ההתקנה", "האינטרנט מתנתק בערב, הנתב מאתחל את עצמו", "הנתב AX3000 מאתחל את עצמו ומתנתק", "נתב חדש שמתנתק פעמיים בערב", "Router AX3000 drops the line every evening");
    private static final long SEED = 19;

    @Inject
    Cases cases;
    @Inject
    Complaints complaints;

    void seed(List<Customer> people, List<StaffUser> staff, Team team, Instant now) {
        LocalDate thisWeek = LocalDate.ofInstant(now, ZONE).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        Random random = new Random(SEED);
        for (int week = 1; week <= QUIET_WEEKS; week++) {
            complaints.count(ROUTER, PART, team.id(), thisWeek.minusWeeks(week), random.nextInt(3));
            complaints.count(ROUTER, "DELIVERY", team.id(), thisWeek.minusWeeks(week).plusDays(2), random.nextInt(2));
        }
        people.stream().flatMap(customer -> cases.liveOf(customer.id(), 20).stream()).filter(line -> line.kind() == ServiceCase.Kind.COMPLAINT).map(line -> cases.get(line.id())).forEach(its -> received(its, null));
        for (int one = 0; one < TEXTS.size(); one++) {
            StaffUser owner = staff.get(one % staff.size());
            Instant received = now.minus(Duration.ofHours(3L + 5L * one));
            ServiceCase its = new ServiceCase(cases.nextNumber(), people.get((3 * one + 1) % people.size()).id(), new About(ServiceCase.Kind.COMPLAINT, null, TEXTS.get(one), "", ROUTER, null), team, TERMS, null, owner.userName(), received, received);
            cases.add(its);
            cases.add(new CaseEvent(its, CaseEvent.Kind.OPENED, owner.userName(), null, received));
            CaseClocks clocks = new CaseClocks(its, code -> Calendars.israeli());
            clocks.received(received);
            its.ownedBy(owner, team, clocks, received);
            clocks.answered(received.plus(Duration.ofMinutes(20)));
            clocks.settle(now);
            assessed(received(its, ROUTER), its);
        }
        complaints.flush();
    }

    private Complaint received(ServiceCase its, String sku) {
        Complaint complaint = new Complaint(its, sku, null, ZONE);
        complaint.seeks(Remedy.REPAIR, null);
        complaint.acknowledged();
        complaints.add(complaint);
        step(complaint, Kind.RECEIVED, its);
        step(complaint, Kind.ACKNOWLEDGED, its);
        complaints.count(complaint.sku(), Complaint.NONE, complaint.teamId(), complaint.countedOn(), 1);
        return complaint;
    }

    private void assessed(Complaint complaint, ServiceCase its) {
        complaint.assessed(new Assessment(Degree.MIDDLE, false, Degree.LOW, false, PART));
        complaints.count(complaint.sku(), Complaint.NONE, complaint.teamId(), complaint.countedOn(), -1);
        complaints.count(complaint.sku(), PART, complaint.teamId(), complaint.countedOn(), 1);
        step(complaint, Kind.ASSESSED, its);
    }

    private void step(Complaint complaint, Kind kind, ServiceCase its) {
        complaints.add(new ComplaintStep(complaint, kind, its.openedBy(), its.openedBy(), null, null, its.receivedAt()));
    }
}
