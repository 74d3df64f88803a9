// SPDX-License-Identifier: Apache-2.0
package il.moked.demo.ejb;

import il.moked.access.StaffUser;
import il.moked.access.Team;
import il.moked.calendar.BusinessCalendar;
import il.moked.calendar.Calendars;
import il.moked.channel.Channel;
import il.moked.customer.Customer;
import il.moked.promise.DueChoice;
import il.moked.promise.Promise;
import il.moked.promise.PromiseCounts;
import il.moked.promise.PromiseCounts.Counted;
import il.moked.promise.PromiseEvent;
import il.moked.promise.PromisePolicy;
import il.moked.promise.PromisedTime;
import il.moked.promise.Promises;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the demo's agents promised: some of it still to be kept, most of it kept, a little of it broken. */
@ApplicationScoped
public class DemoPromises {
    private static final PromisePolicy POLICY = new PromisePolicy(75, Duration.ofMinutes(15), Duration.ofMinutes(30));
    private static final int HISTORY_DAYS = 28;
    /** Of the past ones, every so many came too late. */
    private static final int LATE = 9;
    private static final List<Channel> CHANNELS = List.of(Channel.PHONE, Channel.CHAT, Channel.EMAIL, Channel.WHATSAPP);

    @Inject
    Promises promises;
    @Inject
    PromiseCounts counts;

    private final BusinessCalendar calendar = Calendars.israeli();

    void seed(List<Customer> people, List<StaffUser> staff, Team team, Instant now) {
        JsonObject said = DemoStories.read("promises.json");
        List<JsonObject> past = said.getJsonArray("past").getValuesAs(JsonObject.class);
        for (int day = HISTORY_DAYS; day > 1; day--) {
            Instant given = calendar.add(now.minus(Duration.ofDays(day)), Duration.ofMinutes(17L * (day % 7)));
            JsonObject story = past.get(day % past.size());
            Promise promise = give(story, people.get(day * 5 % people.size()), staff.get(day % staff.size()), team, given, DueChoice.values()[day % DueChoice.values().length]);
            if (promise.dueAt().isBefore(now)) {
                boolean late = day % LATE == 0;
                keep(promise, story, staff.get(day % staff.size()), late ? promise.dueAt().plus(Duration.ofHours(2)) : promise.dueAt().minus(Duration.ofMinutes(40)));
            }
        }
        for (JsonObject open : said.getJsonArray("open").getValuesAs(JsonObject.class)) {
            Instant given = now.minus(Duration.ofHours(open.getInt("hoursAgo")));
            StaffUser owner = staff.stream().filter(user -> user.userName().equals(open.getString("keeper", ""))).findFirst().orElse(null);
            breakIfOverdue(give(open, people.get(open.getInt("customer")), owner, team, given, DueChoice.valueOf(open.getString("due"))), now);
        }
    }

    /** @param owner null for the team's */
    private Promise give(JsonObject story, Customer customer, StaffUser owner, Team team, Instant given, DueChoice choice) {
        PromisedTime due = choice.on(calendar, given);
        LocalDate day = LocalDate.ofInstant(due.at(), calendar.zone());
        Promise promise = new Promise(customer.id(), Promise.Kind.valueOf(story.getString("kind")), story.getString("text"), owner, team, new Promise.Origin(null, CHANNELS.get(customer.displayName().length() % CHANNELS.size()), owner == null ? "dana" : owner.userName(), given),
                new Promise.Deadline(due, day, Calendars.DEFAULT, POLICY.remindAt(calendar, given, due.at()), POLICY.escalateAt(calendar, due.at())));
        promises.add(promise);
        promises.add(new PromiseEvent(promise, PromiseEvent.Kind.GIVEN, promise.givenBy(), due.at().toString(), given));
        counts.count(day, team.id(), Counted.GIVEN, 1);
        return promise;
    }

    private void keep(Promise promise, JsonObject story, StaffUser who, Instant at) {
        breakIfOverdue(promise, at);
        promise.keep(Promise.Proof.valueOf(story.getString("proof")), story.getString("what"), who.userName(), at);
        promises.add(new PromiseEvent(promise, PromiseEvent.Kind.KEPT, who.userName(), story.getString("what"), at));
        promises.flush();
        counts.count(promise.dueDay(), promise.teamId(), promise.state() == Promise.State.KEPT ? Counted.KEPT : Counted.KEPT_LATE, 1);
    }

    private void breakIfOverdue(Promise promise, Instant at) {
        if (promise.breakIfOverdue(at)) {
            promises.add(new PromiseEvent(promise, PromiseEvent.Kind.BROKEN, "moked", promise.dueAt().toString(), promise.dueAt()));
            promises.flush();
            counts.count(promise.dueDay(), promise.teamId(), Counted.BROKEN, 1);
        }
    }
}
