// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.desk;

import il.moked.complaint.Complaint.Stage;
import il.moked.complaint.ComplaintLine;
import il.moked.complaint.StatutoryTerm;
import il.moked.complaint.ejb.ComplaintReading;
import il.moked.complaint.ejb.ComplaintReading.CauseLine;
import il.moked.complaint.ejb.ComplaintReading.ComplaintDetail;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.ResourceBundle;

/** Complaints in words and kinds of colour. */
@Named
@RequestScoped
public class ComplaintWords {
    /** Days before the end at which it is urgent. */
    private static final int SOON = StatutoryTerm.DAYS - StatutoryTerm.WARNED_AFTER.get(0);

    @Inject
    ActiveLocale locale;
    @Inject
    ComplaintReading reading;
    @Inject
    Clock clock;

    private List<CauseLine> causes;

    String text(String key, Object... arguments) {
        String text = ResourceBundle.getBundle("il.moked.complaint.desk.complaint", locale.getLocale()).getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale.getLocale()).format(arguments);
    }

    /** {@code info}, {@code warn}, {@code good} or {@code off}. */
    public String sign(Stage stage) {
        return switch (stage) {
            case RECEIVED -> "warn";
            case RECOURSE -> "bad";
            case CLOSED -> "off";
            case DECIDED -> "good";
            case ACKNOWLEDGED, ASSESSED, INVESTIGATED, ANSWERED -> "info";
        };
    }

    /** How urgent the time is that the law gives: {@code bad}, {@code warn}, {@code info}, or {@code good} when it was decided in time. */
    public String urgency(Instant due, Instant decided) {
        if (decided != null) {
            return decided.isBefore(due) ? "good" : "bad";
        }
        return !clock.instant().isBefore(due) ? "bad" : days(due) < SOON ? "warn" : "info";
    }

    public String urgency(ComplaintLine line) {
        return urgency(line.dueAt(), line.decidedAt());
    }

    /** Days that are left, or that it is late; that it was decided. */
    public String term(Instant due, Instant decided) {
        if (decided != null) {
            return text(decided.isBefore(due) ? "term.met" : "term.missed");
        }
        long days = days(due);
        return !clock.instant().isBefore(due) ? text("term.over", Math.max(1, -days)) : days == 0 ? text("term.today") : days == 1 ? text("term.one") : text("term.left", days);
    }

    public String term(ComplaintLine line) {
        return term(line.dueAt(), line.decidedAt());
    }

    private long days(Instant due) {
        return Math.floorDiv(Duration.between(clock.instant(), due).toHours(), 24L);
    }

    /** The last day of the time the law gives. */
    public Instant lastDay(Instant due) {
        return due.minusSeconds(1);
    }

    /** Of a code, in the language of the reader. */
    public String component(String code) {
        if (code == null || code.isEmpty()) {
            return text("component.none");
        }
        if (causes == null) {
            causes = reading.allCauses();
        }
        return causes.stream().filter(cause -> cause.component().equals(code)).findFirst().map(cause -> cause.component(locale.getLang())).orElse(code);
    }

    public String sku(String sku) {
        return sku == null || sku.isEmpty() ? text("sku.none") : sku;
    }

    /** Everything that is known of its weight, in one line. */
    public String weight(ComplaintDetail detail) {
        var assessment = detail.assessment();
        String weight = text("weight", text("degree." + assessment.impact()), text("degree." + assessment.complexity()), component(assessment.component()));
        return weight + (assessment.safety() ? " · " + text("safety") : "") + (assessment.immediate() ? " · " + text("immediate") : "");
    }
}
