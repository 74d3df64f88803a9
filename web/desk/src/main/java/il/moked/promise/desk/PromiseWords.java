// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.desk;

import il.moked.promise.Promise;
import il.moked.promise.PromiseLine;
import il.moked.promise.PromisedTime;
import il.moked.shared.desk.Times;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ResourceBundle;

/** Promises in words, signs and kinds of colour. */
@Named
@RequestScoped
public class PromiseWords {
    /** Due sooner than that is said to be due soon. */
    static final Duration SOON = Duration.ofHours(1);

    @Inject
    Times times;
    @Inject
    ActiveLocale locale;
    @Inject
    Clock clock;

    String text(String key, Object... arguments) {
        String text = ResourceBundle.getBundle("il.moked.promise.desk.promise", locale.getLocale()).getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale.getLocale()).format(arguments);
    }

    /** The hour today and tomorrow, else day and hour. */
    public String moment(Instant at) {
        LocalDate day = times.day(at);
        LocalDate today = times.day(clock.instant());
        if (day.equals(today)) {
            return text("today", times.clock(at));
        }
        return day.equals(today.plusDays(1)) ? text("tomorrow", times.clock(at)) : text("day", times.weekday(day), times.moment(at));
    }

    /** The same, and why it is not the one that was asked for. */
    public String moment(PromisedTime due) {
        return due.moved() == null ? moment(due.at()) : moment(due.at()) + " (" + moved(due) + ")";
    }

    /** How urgent it is, as the end of a class: {@code bad}, {@code warn}, {@code info}; {@code good} and {@code off} when it is over. */
    public String kind(PromiseLine line) {
        return switch (line.state()) {
            case KEPT -> "good";
            case KEPT_LATE, CANCELLED -> "off";
            case OPEN, BROKEN -> line.broken(clock.instant()) ? "bad" : line.dueWithin(SOON, clock.instant()) ? "warn" : "info";
        };
    }

    /** What became of it, while nothing did when it is due. */
    public String state(PromiseLine line) {
        if (!line.pending()) {
            return text("state." + line.state());
        }
        return line.broken(clock.instant()) ? text("was-due", moment(line.dueAt())) : text("due", moment(line.dueAt()));
    }

    /** Why its due moment is not the one that was asked for; null when it is. */
    public String moved(PromiseLine line) {
        return line.moved() == null ? null : moved(new PromisedTime(line.dueAt(), line.wishedAt(), line.moved()));
    }

    String moved(PromisedTime due) {
        return due.moved() == null ? null : text("moved." + due.moved(), moment(due.wished()));
    }

    /** What was promised first, and why the customer agreed to another time. */
    public String rescheduled(PromiseLine line) {
        return text("rescheduled.from", moment(line.firstDueAt()), line.rescheduledWhy());
    }

    public String sign(Promise.Kind kind) {
        return switch (kind) {
            case CALL -> "phone-back";
            case SEND -> "send";
            case CHECK -> "search";
            case TECHNICIAN -> "pin";
            case REFUND -> "reopen";
            case OTHER -> "check";
        };
    }
}
