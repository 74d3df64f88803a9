// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;

/**
 * A telephone number in E.164, or an Israeli star or short code as dialled. Compared exactly; the prefix proves no
 * operator. Made-up but dialable numbers are accepted: a number is refused only when it cannot exist.
 */
public record PhoneNumber(String value) {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String HOME = "IL";

    public static Optional<PhoneNumber> parse(String written) {
        if (written == null || written.length() > 40) {
            return Optional.empty();
        }
        String dialled = written.strip();
        if (dialled.matches("\\*\\d{3,5}") || dialled.matches("1\\d{2}")) {
            return Optional.of(new PhoneNumber(dialled));
        }
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(dialled, HOME);
            return NUMBERS.isPossibleNumber(number)
                    ? Optional.of(new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** As people in Israel write it: {@code 052-345-6789}; foreign numbers with their country code. */
    public String display() {
        if (!value.startsWith("+")) {
            return value;
        }
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(value, HOME);
            boolean home = number.getCountryCode() == NUMBERS.getCountryCodeForRegion(HOME);
            return NUMBERS.format(number, home ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException impossible) {
            return value;
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
