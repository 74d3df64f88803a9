// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.sms;

import il.moked.channel.SmsText;
import java.util.Locale;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;

/**
 * A number or name as SMPP writes it (SMPP 3.4, 5.2.5 and 5.2.6): E.164 without the plus as an international number of
 * the telephone plan, a name as alphanumeric, a short code as the network's own.
 */
record SmsAddress(TypeOfNumber ton, NumberingPlanIndicator npi, String digits) {
    private static final int LONGEST_NAME = 11;
    private static final int LONGEST_SHORT_CODE = 8;

    /** @throws IllegalArgumentException when it is neither a number nor a name of at most 11 letters of the GSM alphabet */
    static SmsAddress of(String written) {
        String address = written == null ? "" : written.strip();
        String digits = address.replaceAll("[ ()-]", "");
        if (digits.matches("\\+\\d{5,15}")) {
            return new SmsAddress(TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, digits.substring(1));
        }
        if (digits.matches("[*#]?\\d{2," + LONGEST_SHORT_CODE + "}")) {
            return new SmsAddress(TypeOfNumber.NETWORK_SPECIFIC, NumberingPlanIndicator.UNKNOWN, digits);
        }
        if (digits.matches("0\\d{8,14}")) {
            return new SmsAddress(TypeOfNumber.NATIONAL, NumberingPlanIndicator.ISDN, digits);
        }
        boolean name = !address.isEmpty() && address.length() <= LONGEST_NAME && SmsText.of(address).alphabet() == SmsText.Alphabet.GSM;
        if (!name || address.matches("[\\d+]+")) {
            throw new IllegalArgumentException("not an SMS address: " + address.toLowerCase(Locale.ROOT));
        }
        return new SmsAddress(TypeOfNumber.ALPHANUMERIC, NumberingPlanIndicator.UNKNOWN, address);
    }

    /** As we write what came in: international numbers with a plus. */
    static String written(byte ton, String address) {
        return ton == TypeOfNumber.INTERNATIONAL.value() && address.matches("\\d{5,15}") ? '+' + address : address;
    }
}
