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
import il.moked.channel.Channel;
import il.moked.complaint.Complaint;
import il.moked.complaint.Complaint.Assessment;
import il.moked.complaint.Complaint.Decision;
import il.moked.complaint.Complaint.Degree;
import il.moked.complaint.Complaint.Remedy;
import il.moked.complaint.ComplaintCause;
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

/** What the demo's customers complain of: a few as they stand in the cases, a router that fails more often than by chance, and what was decided in two years. */
@ApplicationScoped
public class DemoComplaints {
    private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
    private static final SlaTerms TERMS = new SlaTerms(SlaTerms.Source.DEFAULT, 240, 240, 2700, Calendars.DEFAULT);
    private static final String ROUTER = "RTR-AX3000";
    private static final String PART = "PRODUCT";
    private static final int QUIET_WEEKS = 24;
    private static final List<String> TEXTS = List.of("הנתב AX3000 מתנתק כל ערב", "כל ערב מתנתק הנתב החדש ואין אינטרנט", "נתב AX3000: ניתוקים בכל ערב מאז ההתקנה", "האינטרנט מתנתק בערב, הנתב מאתחל את עצמו", "הנתב AX3000 מאתחל את עצמו ומתנתק", "נתב חדש שמתנתק פעמיים בערב", "Router AX3000 drops the line every evening");
    private static final long SEED = 19;
    /** What came two weeks apart and is over. */
    private static final int PAST = 48;
    /** Place of the first of those it came from, and how many they are. */
    private static final int PAST_CUSTOMER = 9;
    private static final int PAST_CUSTOMERS = 13;
    private static final List<String> SKUS = List.of("", "PHN-A54-128", "", "POS-M20", "LTE-BACKUP", "", "PHN-S1-512");
    private static final List<Channel> CHANNELS = List.of(Channel.EMAIL, Channel.PHONE, Channel.EMAIL, Channel.FORM, Channel.CHAT, Channel.WHATSAPP, Channel.PHONE, Channel.POST);
    private static final List<Decision> DECISIONS = List.of(Decision.UPHELD, Decision.REJECTED, Decision.PARTLY, Decision.UPHELD, Decision.REJECTED);
    private static final List<Integer> DAYS = List.of(6, 12, 3, 19, 28, 9, 33, 16, 51, 7, 24);
    private static final List<String> ACTIONS = List.of("תיאום מסירה רק אחרי אישור המלאי", "בדיקת כפל הוראות קבע לפני חיוב", "הדרכת הצוות בתנאי המבצע", "נוסח ברור יותר בחשבון החודשי");

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
        for (int one = 0; one < PAST; one++) {
            past(one, people.get(PAST_CUSTOMER + one % PAST_CUSTOMERS), staff.get(one % staff.size()), team, now.minus(Duration.ofDays(60L + 14L * one)));
        }
        complaints.flush();
    }

    private void past(int one, Customer customer, StaffUser owner, Team team, Instant received) {
        List<ComplaintCause> causes = complaints.causes();
        ComplaintCause why = causes.get(5 * one % causes.size());
        Instant decided = received.plus(Duration.ofDays(DAYS.get(one % DAYS.size())));
        boolean withdrawn = one % 12 == 7;
        ServiceCase its = new ServiceCase(cases.nextNumber(), customer.id(), new About(ServiceCase.Kind.COMPLAINT, null, why.component("he") + ": " + why.name("he"), "", SKUS.get(one % SKUS.size()).isEmpty() ? null : SKUS.get(one % SKUS.size()), null), team, TERMS, null, owner.userName(),
                received, received);
        cases.add(its);
        cases.add(new CaseEvent(its, CaseEvent.Kind.OPENED, owner.userName(), null, received));
        CaseClocks clocks = new CaseClocks(its, code -> Calendars.israeli());
        clocks.received(received);
        its.ownedBy(owner, team, clocks, received);
        clocks.answered(received.plus(Duration.ofMinutes(20)));
        ServiceCase.Cause end = withdrawn ? ServiceCase.Cause.WITHDRAWN : ServiceCase.Cause.EXPLAINED;
        its.close(end, clocks, decided);
        cases.add(new CaseEvent(its, CaseEvent.Kind.CLOSED, owner.userName(), end.name(), decided));

        Complaint complaint = new Complaint(its, SKUS.get(one % SKUS.size()), CHANNELS.get(one % CHANNELS.size()), ZONE);
        complaint.seeks(Remedy.REFUND, null);
        complaint.acknowledged(received.plus(Duration.ofMinutes(one % 9 == 4 ? 400 : 1)));
        complaint.assessed(new Assessment(Degree.MIDDLE, false, Degree.LOW, false, why.component()));
        complaint.because(why, ACTIONS.get(one % ACTIONS.size()));
        if (!withdrawn) {
            complaint.investigated();
            complaint.answered(one % 3 == 0 ? Remedy.REFUND : one % 3 == 1 ? Remedy.EXPLANATION : Remedy.APOLOGY, decided);
            if (one % 6 == 2) {
                complaint.takenToOmbudsman();
            }
            complaint.decided(DECISIONS.get(one % DECISIONS.size()), true, ZONE, decided);
            boolean content = DECISIONS.get(one % DECISIONS.size()) != Decision.REJECTED;
            complaint.accepted(content);
            if (!content) {
                complaint.recourseTold(decided);
            }
        }
        complaint.close(end);
        complaints.add(complaint);
        complaints.count(complaint.sku(), complaint.component(), complaint.teamId(), complaint.countedOn(), 1);
        step(complaint, Kind.RECEIVED, its);
        step(complaint, Kind.ACKNOWLEDGED, its);
        complaints.add(new ComplaintStep(complaint, Kind.CLOSED, owner.userName(), owner.userName(), end.name(), null, decided));
    }

    private Complaint received(ServiceCase its, String sku) {
        Complaint complaint = new Complaint(its, sku, null, ZONE);
        complaint.seeks(Remedy.REPAIR, null);
        complaint.acknowledged(its.receivedAt());
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
