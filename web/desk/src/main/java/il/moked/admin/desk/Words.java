// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.shared.Money;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of fields, values and actions in the language of whoever reads them. */
@Named("adminWords")
@RequestScoped
public class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final Pattern PLACE = Pattern.compile("([A-Za-z]+)(?:\\[(\\d+)])?");

    @Inject
    ActiveLocale locale;

    private ResourceBundle texts() {
        return ResourceBundle.getBundle("il.moked.admin.desk.admin", locale.getLocale(), Words.class.getClassLoader());
    }

    public String language() {
        return locale.getLang();
    }

    public String text(String key) {
        return texts().getString(key);
    }

    /** A value of a fixed set by its name, anything else as it is. */
    public String value(String value) {
        return value == null || value.isEmpty() || !texts().containsKey("v." + value) ? value : texts().getString("v." + value);
    }

    public String field(String name) {
        return texts().containsKey("f." + name) ? texts().getString("f." + name) : texts().containsKey("s." + name) ? texts().getString("s." + name) : name;
    }

    public String action(String action) {
        return texts().containsKey("a." + action) ? texts().getString("a." + action) : action;
    }

    /** {@code lines[2].queue} as people say it: the section, the row counted from 1, the field. */
    public String place(String path) {
        StringBuilder said = new StringBuilder();
        Matcher parts = PLACE.matcher(path);
        while (parts.find()) {
            said.append(said.length() == 0 ? "" : " · ").append(field(parts.group(1)));
            if (parts.group(2) != null) {
                said.append(' ').append(Integer.parseInt(parts.group(2)) + 1);
            }
        }
        return said.toString();
    }

    /** 0 to 1 as a percentage with one digit; a dash when there is none. */
    public String share(Double share) {
        return share == null ? "–" : "%.1f%%".formatted(share * 100);
    }

    /** Percentage points with a sign. */
    public String points(Double change) {
        return change == null ? "–" : "%+.1f".formatted(change * 100);
    }

    /** With its currency; a dash when there is none. */
    public String money(Money amount) {
        return amount == null ? "–" : amount.format(language());
    }

    public String day(LocalDate day) {
        return day == null ? "∞" : DAY.format(day);
    }

    /** Hundredths of a percent. */
    public String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + "%";
    }

    public String minutes(Duration span) {
        return span == null ? "–" : "%d:%02d".formatted(span.toMinutes(), span.toSecondsPart());
    }
}
