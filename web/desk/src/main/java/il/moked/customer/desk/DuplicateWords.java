// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.desk;

import il.moked.customer.Evidence;
import il.moked.customer.Surviving;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** What speaks for and against two customers being one, in the words of the screen. */
@Named
@RequestScoped
public class DuplicateWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final int MOST_REASONS = 4;

    @Inject
    ActiveLocale locale;

    private ResourceBundle words;

    private ResourceBundle words() {
        if (words == null) {
            words = ResourceBundle.getBundle("il.moked.customer.desk.duplicates", locale.getLocale());
        }
        return words;
    }

    public String reason(Evidence item) {
        if (item.subject() == Evidence.Subject.HOUSEHOLD || item.subject() == Evidence.Subject.KIND) {
            return words().getString("subject." + item.subject());
        }
        return words().getString("subject." + item.subject()) + " " + words().getString("level." + item.level());
    }

    /** The weightiest for it, then the weightiest against, in one line. */
    public String reasons(List<Evidence> evidence) {
        return evidence.stream().filter(item -> item.subject() != Evidence.Subject.HOUSEHOLD).limit(MOST_REASONS).map(this::reason).collect(Collectors.joining(" · "));
    }

    public String weight(Evidence item) {
        return String.format(Locale.ROOT, "%+.1f", item.weight());
    }

    public String value(Surviving field, String value) {
        if (value == null) {
            return "";
        }
        return switch (field) {
            case BIRTH_DATE -> LocalDate.parse(value).format(DAY);
            case LANGUAGE -> words().containsKey("language." + value) ? words().getString("language." + value) : value;
            default -> value;
        };
    }

    /** What is moved, by the name of its table; a table nobody has named yet by the word for further rows. */
    public String table(String table) {
        return words().containsKey("table." + table) ? words().getString("table." + table) : words().getString("table.other");
    }
}
