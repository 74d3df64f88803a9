// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import il.moked.shared.OneOf;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;

/** What was entered in the fields of a form, read field by field; what cannot be read is refused with the field as first argument. */
@RequestScoped
public class Entered {
    @Inject
    Screen screen;

    /** Null when the field is empty. */
    public String text(String field) {
        String entered = screen.text(field);
        return entered == null || entered.isBlank() ? null : entered.strip();
    }

    /** Separated by commas or blanks; none when the field is empty. */
    public List<String> codes(String field) {
        return text(field) == null ? List.of() : Arrays.stream(text(field).split("[,\\s]+")).filter(code -> !code.isEmpty()).distinct().toList();
    }

    /** Null when the field is empty. */
    public LocalDate day(String field) {
        String entered = text(field);
        try {
            return entered == null ? null : LocalDate.parse(entered);
        } catch (DateTimeParseException other) {
            throw new BusinessException("shared.day", field, entered);
        }
    }

    public LocalDate needDay(String field) {
        LocalDate day = day(field);
        if (day == null) {
            throw new BusinessException("shared.field-missing", field);
        }
        return day;
    }

    public Money money(String field, String currency) {
        if (text(field) == null) {
            throw new BusinessException("shared.field-missing", field);
        }
        return Money.read(field, text(field), currency);
    }

    /** Null when the field is empty. */
    public Integer whole(String field, int least, int most) {
        String entered = text(field);
        if (entered == null) {
            return null;
        }
        if (!entered.matches("-?[0-9]{1,9}")) {
            throw new BusinessException("shared.field-not-whole", field);
        }
        int whole = Integer.parseInt(entered);
        if (whole < least || whole > most) {
            throw new BusinessException("shared.field-range", field, least, most);
        }
        return whole;
    }

    public int needWhole(String field, int least, int most) {
        Integer whole = whole(field, least, most);
        if (whole == null) {
            throw new BusinessException("shared.field-missing", field);
        }
        return whole;
    }

    /** Hundredths of a percent, from what was entered in percent with at most two places; null when the field is empty. */
    public Integer basisPoints(String field) {
        String entered = text(field);
        if (entered == null) {
            return null;
        }
        if (!entered.matches("[0-9]{1,3}(\\.[0-9]{1,2})?")) {
            throw new BusinessException("shared.field-malformed", field);
        }
        return new BigDecimal(entered).movePointRight(2).intValueExact();
    }

    public long id(String field) {
        String entered = text(field);
        if (entered == null || !entered.matches("[0-9]{1,18}")) {
            throw new BusinessException("shared.field-missing", field);
        }
        return Long.parseLong(entered);
    }

    /** Null when the field is empty. */
    public <E extends Enum<E>> E one(String field, Class<E> type) {
        String entered = text(field);
        return entered == null ? null : OneOf.named(type, entered).orElseThrow(() -> new BusinessException("shared.field-unknown-value", field, entered));
    }
}
