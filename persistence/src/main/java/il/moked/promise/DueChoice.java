// SPDX-License-Identifier: Apache-2.0
package il.moked.promise;

import static il.moked.promise.PromisedTime.Moved.DAY;
import static il.moked.promise.PromisedTime.Moved.EARLIER;
import static il.moked.promise.PromisedTime.Moved.HOUR;
import static il.moked.promise.PromisedTime.Moved.TODAY;

import il.moked.calendar.BusinessCalendar;
import il.moked.calendar.BusinessCalendar.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * What people say when they promise, and what it means on a calendar. A due moment always lies in business time: what falls
 * outside is moved, and the answer says why. "Today" and "in three business days" end with the day's last closing; the day on
 * which it is promised is not counted. "Tomorrow by noon" is the next calendar day: if that is closed all morning, the next
 * one that is not. Arithmetic of field-study d.1.
 */
public enum DueChoice {
    TODAY_STILL {
        @Override
        public PromisedTime on(BusinessCalendar calendar, Instant now) {
            LocalDate today = day(calendar, now);
            Instant end = end(calendar, today);
            if (end != null && now.isBefore(end)) {
                return PromisedTime.as(end);
            }
            return new PromisedTime(end(calendar, openDay(calendar, today.plusDays(1))), end == null ? lastMinute(calendar, today) : end, TODAY);
        }
    },
    THREE_HOURS {
        @Override
        public PromisedTime on(BusinessCalendar calendar, Instant now) {
            Instant wished = now.plus(HOURS);
            Instant due = calendar.add(now, HOURS);
            return due.equals(wished) ? PromisedTime.as(due) : new PromisedTime(due, wished, why(calendar, wished));
        }
    },
    TOMORROW_NOON {
        @Override
        public PromisedTime on(BusinessCalendar calendar, Instant now) {
            LocalDate tomorrow = day(calendar, now).plusDays(1);
            Instant wished = noon(calendar, tomorrow);
            LocalDate date = tomorrow;
            for (int day = 0; day < FARTHEST_DAYS; day++, date = date.plusDays(1)) {
                Instant noon = noon(calendar, date);
                List<Span> morning = calendar.spans(date).stream().filter(span -> span.from().isBefore(noon)).toList();
                if (!morning.isEmpty()) {
                    Instant last = morning.get(morning.size() - 1).to();
                    Instant due = last.isBefore(noon) ? last : noon;
                    return due.equals(wished) ? PromisedTime.as(due) : new PromisedTime(due, wished, date.equals(tomorrow) ? EARLIER : DAY);
                }
            }
            throw new IllegalStateException("The calendar is never open in the morning");
        }
    },
    THREE_DAYS {
        @Override
        public PromisedTime on(BusinessCalendar calendar, Instant now) {
            LocalDate date = day(calendar, now);
            for (int day = 0; day < DAYS; day++) {
                date = openDay(calendar, date.plusDays(1));
            }
            return PromisedTime.as(end(calendar, date));
        }
    };

    private static final Duration HOURS = Duration.ofHours(3);
    private static final int DAYS = 3;
    private static final int FARTHEST_DAYS = 3660;

    public abstract PromisedTime on(BusinessCalendar calendar, Instant now);

    /** A moment somebody picked: kept when business is open until then, else moved on to the next opening. */
    public static PromisedTime at(BusinessCalendar calendar, Instant wished) {
        boolean open = calendar.openAt(wished) || calendar.openAt(wished.minusNanos(1));
        return open ? PromisedTime.as(wished) : new PromisedTime(calendar.nextOpening(wished), wished, why(calendar, wished));
    }

    /** By the end of a day somebody picked: its last closing, else that of the next day on which anything opens. */
    public static PromisedTime within(BusinessCalendar calendar, LocalDate day) {
        Instant end = end(calendar, day);
        return end != null ? PromisedTime.as(end) : new PromisedTime(end(calendar, openDay(calendar, day)), lastMinute(calendar, day), DAY);
    }

    private static PromisedTime.Moved why(BusinessCalendar calendar, Instant wished) {
        return calendar.hours(day(calendar, wished)).isEmpty() ? DAY : HOUR;
    }

    private static LocalDate day(BusinessCalendar calendar, Instant at) {
        return at.atZone(calendar.zone()).toLocalDate();
    }

    private static Instant noon(BusinessCalendar calendar, LocalDate date) {
        return date.atTime(LocalTime.NOON).atZone(calendar.zone()).toInstant();
    }

    private static Instant lastMinute(BusinessCalendar calendar, LocalDate date) {
        return date.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
    }

    /** The last closing of that day, null when nothing opens on it. */
    private static Instant end(BusinessCalendar calendar, LocalDate date) {
        List<Span> spans = calendar.spans(date);
        return spans.isEmpty() ? null : spans.get(spans.size() - 1).to();
    }

    private static LocalDate openDay(BusinessCalendar calendar, LocalDate from) {
        LocalDate date = from;
        for (int day = 0; calendar.spans(date).isEmpty(); day++, date = date.plusDays(1)) {
            if (day == FARTHEST_DAYS) {
                throw new IllegalStateException("The calendar is never open");
            }
        }
        return date;
    }
}
