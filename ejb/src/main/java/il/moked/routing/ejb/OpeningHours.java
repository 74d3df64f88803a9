// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.calendar.BusinessCalendar;
import il.moked.calendar.Calendars;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.interaction.Interactions;
import il.moked.routing.StatutoryClock;
import il.moked.routing.StatutoryPolicy;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** When a queue's people can call somebody. All answers are instants, so no night on which clocks change moves or doubles one. */
@ApplicationScoped
class OpeningHours {
    /** Times offered are so far apart. */
    private static final Duration STEP = Duration.ofMinutes(30);
    /** And at least so far away: sooner than that is "now". */
    private static final Duration SOONEST = Duration.ofMinutes(30);
    private static final Duration FARTHEST = Duration.ofDays(14);
    private static final int DAYS_OFFERED = 14;

    @Inject
    Calendars calendars;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Interactions interactions;
    @Inject
    WorkItems workItems;

    /** By the calendar of the account the contact came through, else of the queue it waits in, else the organisation's. */
    BusinessCalendar of(WorkItem item) {
        return calendars.first(accounts.get(interactions.accountOf(item.interactionId())).calendar().orElse(null), workItems.queue(item.queueId()).calendar().orElse(null));
    }

    /** The same of what comes through that account from now on. */
    BusinessCalendar of(ChannelAccount account) {
        return calendars.first(account.calendar().orElse(null), workItems.queue(account.queueId()).calendar().orElse(null));
    }

    /** Whether somebody may pick that moment. */
    boolean allows(BusinessCalendar calendar, Instant picked, Instant now) {
        return picked.isAfter(now) && !picked.isAfter(now.plus(FARTHEST)) && calendar.openAt(picked);
    }

    /** What to offer, the earliest first: full and half hours of the local clock. Of an hour that comes twice, both. */
    List<Instant> times(BusinessCalendar calendar, Instant now, int most) {
        List<Instant> times = new ArrayList<>();
        Instant from = now.plus(SOONEST);
        LocalDate first = from.atZone(calendar.zone()).toLocalDate();
        for (int day = 0; day < DAYS_OFFERED && times.size() < most; day++) {
            for (BusinessCalendar.Span open : calendar.spans(first.plusDays(day))) {
                for (Instant time = ceiling(open.from().isBefore(from) ? from : open.from(), calendar); open.holds(time) && times.size() < most; time = time.plus(STEP)) {
                    times.add(time);
                }
            }
        }
        return times;
    }

    private static Instant ceiling(Instant at, BusinessCalendar calendar) {
        ZonedDateTime local = at.atZone(calendar.zone());
        long beyond = (local.getMinute() * 60L + local.getSecond()) % STEP.toSeconds();
        Instant floor = at.minusSeconds(beyond).minusNanos(at.getNano());
        return floor.isBefore(at) ? floor.plus(STEP) : floor;
    }

    /** A message left while nobody works is as one left at the end of the day: it runs from the next opening. */
    StatutoryClock callBackClock(StatutoryPolicy policy, WorkItem item, Instant left) {
        return callBackClock(policy, of(item), left);
    }

    static StatutoryClock callBackClock(StatutoryPolicy policy, BusinessCalendar calendar, Instant left) {
        boolean open = calendar.openAt(left);
        return policy.callBackClock(left, open ? closingOf(calendar, left) : left, calendar.nextOpening(left));
    }

    /** A calendar that is always open has no end of the day: what is left at night is called back at night. */
    private static Instant closingOf(BusinessCalendar calendar, Instant left) {
        Instant closing = calendar.closing(left);
        return calendar.openAt(closing) ? left.plus(FARTHEST) : closing;
    }
}
