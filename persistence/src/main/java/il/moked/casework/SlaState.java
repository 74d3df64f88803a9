// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import il.moked.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What one run of a clock shows: derived from its log and the calendar, never edited (field-study d.1). All counting is in
 * business time of its calendar, so a pause moves due by the paused business time and a change of policy keeps what is counted.
 *
 * @param counted until {@code runningSince}, or for good when it does not run
 * @param runningSince null while it does not run
 * @param warned the highest percentage that was warned of, 0 for none
 * @param breachedAt when it was due, if that passed; null otherwise
 * @param endedAt null while it goes on
 */
public record SlaState(Status status, Instant startedAt, SlaTarget target, BusinessCalendar calendar, Duration counted, Instant runningSince, int warned, Instant breachedAt, Instant endedAt) {
    /** VOID: it was only there because of a merging that was undone. */
    public enum Status {
        RUNNING, PAUSED, FULFILLED, STOPPED, VOID;

        public boolean ended() {
            return this != RUNNING && this != PAUSED;
        }
    }

    /** When the owner is warned: percent of the target. Ascending. */
    public static final List<Integer> WARNINGS = List.of(75, 90);

    private static final int WHOLE = 100;
    private static final SlaState NOTHING = new SlaState(Status.VOID, null, null, null, Duration.ZERO, null, 0, null, null);

    /** @param log in the order in which it was written @param calendars by code */
    public static SlaState of(List<SlaEvent> log, Function<String, BusinessCalendar> calendars) {
        Set<Long> undone = log.stream().filter(event -> event.kind() == SlaEvent.Kind.UNMERGE).map(event -> event.mergeId().orElseThrow()).collect(Collectors.toSet());
        SlaState state = NOTHING;
        for (SlaEvent event : log) {
            if (event.mergeId().isEmpty() || !undone.contains(event.mergeId().get())) {
                state = state.after(event, calendars);
            }
        }
        return state;
    }

    private SlaState after(SlaEvent event, Function<String, BusinessCalendar> calendars) {
        if (event.kind() != SlaEvent.Kind.ACTIVATE && status.ended()) {
            return this;
        }
        Instant at = event.at();
        return switch (event.kind()) {
            case ACTIVATE -> new SlaState(Status.RUNNING, at, event.target(), calendars.apply(event.target().calendar()), Duration.ZERO, at, 0, null, null);
            case PAUSE -> new SlaState(Status.PAUSED, startedAt, target, calendar, countedAt(at), null, warned, breachedAt, null);
            case RESUME -> new SlaState(Status.RUNNING, startedAt, target, calendar, counted, status == Status.RUNNING ? runningSince : at, warned, breachedAt, null);
            case POLICY_CHANGE -> new SlaState(status, startedAt, event.target(), calendars.apply(event.target().calendar()), countedAt(at), runningSince == null ? null : at, warned, breachedAt, null);
            case WARN -> new SlaState(status, startedAt, target, calendar, counted, runningSince, Math.max(warned, event.warnedPercent()), breachedAt, null);
            // one that is due later after all, because its calendar or a merging was taken back, is none
            case BREACH -> new SlaState(status, startedAt, target, calendar, counted, runningSince, warned, breachedAt != null || runningSince == null || due().isAfter(at) ? breachedAt : due(), null);
            case EARLIER -> new SlaState(status, at.isBefore(startedAt) ? at : startedAt, target, calendar, counted.plus(event.carried()), runningSince, warned, breachedAt, null);
            case FULFIL -> new SlaState(Status.FULFILLED, startedAt, target, calendar, countedAt(at), null, warned, breachedAt, at);
            case STOP -> new SlaState(Status.STOPPED, startedAt, target, calendar, countedAt(at), null, warned, breachedAt, at);
            case UNMERGE -> this;
        };
    }

    /** Business time that counts by that moment. */
    public Duration countedAt(Instant at) {
        return runningSince == null ? counted : counted.plus(calendar.between(runningSince, at));
    }

    /** When its time is over; null while it does not run. */
    public Instant due() {
        return runningSince == null ? null : moment(target.time());
    }

    /** What is still left by then, negative when it is over. */
    public Duration leftAt(Instant at) {
        return target.time().minus(countedAt(at));
    }

    /** When so much of the target is over: the same walk backwards from due. */
    public Instant warningAt(int percent) {
        return calendar.subtract(due(), target.time().multipliedBy(WHOLE - percent).dividedBy(WHOLE));
    }

    private Instant moment(Duration time) {
        Duration left = time.minus(counted);
        return left.isNegative() || left.isZero() ? calendar.subtract(runningSince, left.negated()) : calendar.add(runningSince, left);
    }

    /** The next warning that nobody heard yet, 0 when there is none. */
    int nextWarning() {
        return WARNINGS.stream().filter(percent -> percent > warned).findFirst().orElse(0);
    }

    /** When somebody has to look at it next; null for never. */
    public Instant watchAt() {
        if (runningSince == null || breachedAt != null) {
            return null;
        }
        return nextWarning() == 0 ? due() : warningAt(nextWarning());
    }

    /** Fulfilled in time. */
    public boolean met() {
        return status == Status.FULFILLED && breachedAt == null;
    }
}
