// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.desk;

import il.moked.dispatch.Visit;
import il.moked.dispatch.ejb.VisitReading.VisitLine;
import il.moked.shared.BusinessException;
import il.moked.shared.OneOf;
import il.moked.shared.desk.Screen;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ResourceBundle;

/** Visits in words and kinds of colour. */
@Named
@RequestScoped
public class DispatchWords {
    @Inject
    ActiveLocale locale;
    @Inject
    Screen screen;

    public String text(String key, Object... arguments) {
        String text = ResourceBundle.getBundle("il.moked.dispatch.desk.dispatch", locale.getLocale()).getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale.getLocale()).format(arguments);
    }

    /** {@code info}, {@code warn}, {@code good}, {@code bad} or {@code off}. */
    public String sign(Visit.State state) {
        return switch (state) {
            case PLANNED -> "info";
            case ON_THE_WAY, ARRIVED -> "warn";
            case DONE -> "good";
            case NOT_FIXED -> "bad";
            case CANCELLED -> "off";
        };
    }

    /** How a visit looks on the board. */
    public String kind(VisitLine line) {
        return line.conflicts().isEmpty() ? sign(line.state()) : "bad";
    }

    /** What stands against it, in one sentence. */
    public String against(VisitLine line) {
        return String.join(", ", line.conflicts().stream().map(one -> text("conflict." + one)).toList());
    }

    /** @return null when the page sent none */
    LocalDate day(String name) {
        String sent = screen.text(name);
        if (sent == null || sent.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(sent);
        } catch (DateTimeException notOne) {
            throw new BusinessException("shared.bad-request");
        }
    }

    Instant moment(String name) {
        return Instant.ofEpochMilli(screen.number(name));
    }

    Integer seen() {
        return (int) screen.number("version");
    }

    static <E extends Enum<E>> E one(Class<E> type, String sent) {
        return OneOf.needed(type, sent);
    }
}
