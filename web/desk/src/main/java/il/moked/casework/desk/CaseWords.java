// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.desk;

import il.moked.casework.CaseEvent;
import il.moked.casework.CaseLine;
import il.moked.casework.ServiceCase;
import il.moked.casework.SlaMetric;
import il.moked.casework.ejb.CaseReading.ClockLine;
import il.moked.casework.ejb.CaseReading.Step;
import il.moked.promise.desk.PromiseWords;
import il.moked.shared.BusinessException;
import il.moked.shared.ui.ActiveLocale;
import il.moked.shared.ui.Problems;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.ResourceBundle;

/** Cases and their clocks in words, signs and kinds of colour. */
@Named
@RequestScoped
public class CaseWords {
    private static final int WARNED = 75;
    private static final Duration SOON = Duration.ofHours(1);

    @Inject
    PromiseWords moments;
    @Inject
    ActiveLocale locale;
    @Inject
    Clock clock;

    String text(String key, Object... arguments) {
        String text = ResourceBundle.getBundle("il.moked.casework.desk.casework", locale.getLocale()).getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale.getLocale()).format(arguments);
    }

    String refusal(BusinessException why) {
        return Problems.text(why, locale.getLocale());
    }

    /** The hour today and tomorrow, else day and hour. */
    public String moment(Instant at) {
        return moments.moment(at);
    }

    /** {@code info}, {@code warn}, {@code good} or {@code off}. */
    public String sign(ServiceCase.State state) {
        return switch (state) {
            case NEW, REOPENED -> "warn";
            case OPEN -> "info";
            case SOLVED -> "good";
            case WAITING_CUSTOMER, WAITING_THIRD_PARTY, APPOINTMENT, CLOSED -> "off";
        };
    }

    public String mark(ServiceCase.Kind kind) {
        return switch (kind) {
            case REQUEST -> "form";
            case FAULT -> "bolt";
            case COMPLAINT -> "alert";
            case PURCHASE_FOLLOW_UP -> "case";
        };
    }

    /** How urgent what is due next is: {@code bad}, {@code warn} or {@code info}. */
    public String urgency(CaseLine line) {
        Instant now = clock.instant();
        if (line.breached() || line.due().filter(due -> due.isBefore(now)).isPresent()) {
            return "bad";
        }
        return line.due().filter(due -> due.isBefore(now.plus(SOON))).isPresent() ? "warn" : "info";
    }

    /** Until when, or that it is late; null when no clock runs. */
    public String due(CaseLine line) {
        return line.due().map(due -> text(due.isBefore(clock.instant()) ? "was-due" : "due", moment(due))).orElse(null);
    }

    /** How one clock stands: {@code bad}, {@code warn}, {@code good}, {@code info} or {@code off}. */
    public String kind(ClockLine line) {
        if (line.breachedAt() != null || !line.ended() && line.left().isNegative()) {
            return "bad";
        }
        return switch (line.status()) {
            case FULFILLED -> "good";
            case STOPPED, PAUSED, VOID -> "off";
            case RUNNING -> line.share() >= WARNED ? "warn" : "info";
        };
    }

    /** How it ended, or until when it goes on. */
    public String standing(ClockLine line) {
        return switch (line.status()) {
            case FULFILLED -> text(line.met() ? "clock.met" : "clock.late", span(line.taken()));
            case STOPPED, VOID -> text("clock.stopped");
            case PAUSED -> text("clock.paused");
            case RUNNING -> text(line.left().isNegative() ? "was-due" : line.openNow() ? "due" : "clock.closed", moment(line.due()));
        };
    }

    /** Business time in its two largest units. */
    public String span(Duration time) {
        long minutes = time.abs().toMinutes();
        long hours = minutes / 60;
        return hours == 0 ? text("span.minutes", minutes) : minutes % 60 == 0 ? text("span.hours", hours) : text("span.both", hours, minutes % 60);
    }

    public long millis(Duration time) {
        return time.toMillis();
    }

    /** What happened, in words. */
    public String step(Step step) {
        String detail = step.detail() == null ? "" : step.detail();
        String[] parts = detail.split(" ");
        return switch (step.kind()) {
            case STATE, REOPENED -> text("step." + step.kind(), states(parts));
            case CLOSED -> text("step.CLOSED", text("cause." + ServiceCase.Cause.valueOf(detail)));
            case SEVERITY -> text("step.SEVERITY", text("severity." + ServiceCase.Severity.valueOf(parts[parts.length - 1])));
            case WARNED -> text("step.WARNED", metric(parts[0]), parts[1]);
            case BREACHED -> text("step.BREACHED", metric(parts[0]));
            case POLICY -> text("step.POLICY", text("source." + parts[0]));
            case LINKED -> text("step.LINKED", parts[parts.length - 1]);
            case OPENED -> detail.isEmpty() ? text("step.OPENED") : text("step.OPENED.from", detail);
            case ESCALATED -> text("step.ESCALATED", text("help." + parts[0]), parts[1]);
            case ESCALATION_ACCEPTED, ESCALATION_RETURNED, ESCALATION_ENDED -> text("step." + step.kind(), text("help." + detail));
            case CUSTOMER_TOLD -> text("step.CUSTOMER_TOLD", ResourceBundle.getBundle("il.moked.channel.desk.channel", locale.getLocale()).getString("channel." + detail));
            case LINK_SENT, LINK_OPENED, LINK_DONE, LINK_WITHDRAWN -> text("step." + step.kind(), text("link." + detail));
            case RULE -> text("step.RULE", parts[0], parts[1]);
            case MACRO -> text("step.MACRO", detail.split(" / ")["he".equals(locale.getLang()) ? 0 : 1]);
            default -> text("step." + step.kind(), detail);
        };
    }

    /** Whether it is told as bad news. */
    public boolean bad(Step step) {
        return step.kind() == CaseEvent.Kind.BREACHED;
    }

    private Object[] states(String... names) {
        return Arrays.stream(names).map(name -> text("state." + ServiceCase.State.valueOf(name))).toArray();
    }

    private String metric(String name) {
        return text("metric." + SlaMetric.valueOf(name));
    }
}
