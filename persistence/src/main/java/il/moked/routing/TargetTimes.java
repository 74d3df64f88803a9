// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.calendar.Calendars;
import il.moked.channel.ChannelAccount;
import il.moked.shared.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Finds the time a target runs in. The account's calendar holds before the queue's, and that before the organisation's. */
@ApplicationScoped
public class TargetTimes {
    private static final Duration MEMORY = Duration.ofSeconds(5);

    private final Remembered<Long, Optional<String>> ofQueues = new Remembered<>(MEMORY);

    @Inject
    Calendars calendars;
    @Inject
    WorkItems workItems;

    public TargetTime of(TargetHours hours, ChannelAccount account, long queueId) {
        return hours == TargetHours.CLOCK ? TargetTime.CLOCK : of(account.calendar().or(() -> ofQueue(queueId)).orElse(Calendars.DEFAULT));
    }

    private Optional<String> ofQueue(long queueId) {
        return ofQueues.get(queueId, id -> workItems.queue(id).calendar());
    }

    /** @param calendarCode as kept with a contact; null: the clock */
    public TargetTime of(String calendarCode) {
        return calendarCode == null ? TargetTime.CLOCK : new TargetTime(calendarCode, calendars.first(calendarCode));
    }
}
