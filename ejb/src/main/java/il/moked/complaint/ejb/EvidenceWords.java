// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.ejb;

import il.moked.complaint.Evidence;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** What an evidence file says beside what was said itself, in Hebrew or English. */
final class EvidenceWords {
    private static final String BUNDLE = "il.moked.complaint.ejb.evidence";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Locale locale;
    private final ResourceBundle bundle;
    private final ZoneId zone;

    EvidenceWords(String language, ZoneId zone) {
        locale = Locale.forLanguageTag(language);
        bundle = ResourceBundle.getBundle(BUNDLE, locale, EvidenceWords.class.getClassLoader(), ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.zone = zone;
    }

    String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    String moment(Instant at) {
        return MOMENT.format(at.atZone(zone));
    }

    /** What it is; without what was said. */
    String heading(Evidence evidence) {
        String[] parts = evidence.detail().split(" ");
        return switch (evidence.kind()) {
            case CASE -> switch (parts[0]) {
                case "STATE", "REOPENED" -> text("case.STATE", text("state." + parts[2]));
                case "CLOSED" -> text("case.CLOSED", text("cause." + parts[1]));
                case "CUSTOMER_TOLD" -> text("case.CUSTOMER_TOLD", text("channel." + parts[1]));
                default -> text("case." + parts[0]);
            };
            case STEP -> switch (parts[0]) {
                case "REMEDY", "ANSWERED" -> text("step." + parts[0], text("remedy." + parts[1]));
                case "DECIDED" -> text("step.DECIDED", text("decision." + parts[1]));
                default -> text("step." + parts[0]);
            };
            case MESSAGE -> text(parts.length > 2 ? "message.AUTOMATIC" : "message." + parts[0], text("channel." + parts[1]));
            case CALL -> parts.length > 1 ? text("call." + parts[0], Long.parseLong(parts[1])) : text("call." + parts[0] + ".missed");
            case OFFER -> text("offer." + parts[0], evidence.label() == null ? parts[1] : evidence.label().in(locale.getLanguage()));
            case QUOTE -> text("quote", parts[0], evidence.detail().substring(parts[0].length() + 1, evidence.detail().lastIndexOf(' ')), day(Instant.parse(parts[parts.length - 1])));
            case PROMISE -> text("promise", moment(Instant.parse(parts[1])));
            case PROMISE_EVENT -> text("promise." + parts[0]);
        };
    }

    private String day(Instant at) {
        return DAY.format(LocalDate.ofInstant(at, zone));
    }
}
