// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.Set;

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

    /**
     * Whether the organisation calls it without a person having decided so: never what costs the caller more than a call,
     * nor abroad. A missed call from such a number is an old fraud.
     *
     * @param countryCodes without plus, such as {@code 972}
     */
    public boolean callableIn(Set<String> countryCodes) {
        if (!value.startsWith("+")) {
            return false;
        }
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(value, HOME);
            PhoneNumberUtil.PhoneNumberType type = NUMBERS.getNumberType(number);
            return countryCodes.contains(Integer.toString(number.getCountryCode())) && type != PhoneNumberUtil.PhoneNumberType.PREMIUM_RATE && type != PhoneNumberUtil.PhoneNumberType.SHARED_COST;
        } catch (NumberParseException impossible) {
            return false;
        }
    }

    /** Whether a text message can reach it, as far as the number tells. */
    public boolean mobile() {
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(value, HOME);
            PhoneNumberUtil.PhoneNumberType type = NUMBERS.getNumberType(number);
            return type == PhoneNumberUtil.PhoneNumberType.MOBILE || type == PhoneNumberUtil.PhoneNumberType.FIXED_LINE_OR_MOBILE || value.startsWith("+9725");
        } catch (NumberParseException impossible) {
            return false;
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
