// SPDX-License-Identifier: Apache-2.0
package il.moked.demo.ejb;

import il.moked.access.StaffUser;
import il.moked.access.Team;
import il.moked.calendar.BusinessCalendar;
import il.moked.calendar.Calendars;
import il.moked.casework.CaseClocks;
import il.moked.casework.CaseEvent;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.ServiceCase.About;
import il.moked.casework.ServiceCase.State;
import il.moked.casework.SlaTerms;
import il.moked.customer.Customer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the demo's customers still wait for, and a little of what was solved for them. */
@ApplicationScoped
public class DemoCases {
    private static final SlaTerms TERMS = new SlaTerms(SlaTerms.Source.DEFAULT, 240, 240, 2700, Calendars.DEFAULT);
    private static final Duration ANSWER = Duration.ofMinutes(35);
    private static final Duration WORK = Duration.ofMinutes(90);

    @Inject
    Cases cases;

    private final BusinessCalendar calendar = Calendars.israeli();

    void seed(List<Customer> people, List<StaffUser> staff, Team team, Instant now) {
        for (JsonObject story : DemoStories.read("cases.json").getJsonArray("cases").getValuesAs(JsonObject.class)) {
            // in business hours: nobody is to be late because the demo was started at night
            Instant received = calendar.subtract(now, calendar.between(now.minus(Duration.ofHours(story.getInt("hoursAgo"))), now));
            StaffUser owner = staff.stream().filter(user -> !story.isNull("owner") && user.userName().equals(story.getString("owner"))).findFirst().orElse(null);
            open(story, people.get(story.getInt("customer") % people.size()), owner, team, received, now);
        }
    }

    private void open(JsonObject story, Customer customer, StaffUser owner, Team team, Instant received, Instant now) {
        String who = owner == null ? "dana" : owner.userName();
        About about = new About(ServiceCase.Kind.valueOf(story.getString("kind")), ServiceCase.Severity.valueOf(story.getString("severity")), story.getString("subject"), story.getString("text"), null, null);
        ServiceCase opened = new ServiceCase(cases.nextNumber(), customer.id(), about, team, TERMS, null, who, received, received);
        cases.add(opened);
        cases.add(new CaseEvent(opened, CaseEvent.Kind.OPENED, who, null, received));
        CaseClocks its = new CaseClocks(opened, code -> calendar);
        its.received(received);
        if (owner != null) {
            opened.ownedBy(owner, team, its, received);
            cases.add(new CaseEvent(opened, CaseEvent.Kind.ASSIGNED, who, who, received));
        }
        Instant answered = min(calendar.add(received, ANSWER), now);
        if (story.getBoolean("answered")) {
            its.answered(answered);
            cases.add(new CaseEvent(opened, CaseEvent.Kind.ANSWERED, who, null, answered));
        }
        State state = State.valueOf(story.getString("state"));
        if (state != opened.state()) {
            Instant became = min(calendar.add(answered, WORK), now);
            cases.add(new CaseEvent(opened, CaseEvent.Kind.STATE, who, opened.state() + " " + state, became));
            opened.becomes(state, its, became);
        }
        its.settle(now);
        cases.flush();
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
