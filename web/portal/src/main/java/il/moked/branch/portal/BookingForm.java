// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.portal;

import il.moked.shared.EmailAddress;
import il.moked.shared.PhoneNumber;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Who books an appointment, as he types it: a name, and a telephone number or a mail address to be told at. */
public record BookingForm(String name, String telephone, String email) {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_REACH = 254;

    static BookingForm typed(UnaryOperator<String> field) {
        return new BookingForm(line(field.apply("name")), line(field.apply("telephone")), line(field.apply("email")));
    }

    private static String line(String given) {
        return given == null ? "" : given.strip();
    }

    /** Where he is told. */
    String reach() {
        return PhoneNumber.parse(telephone).map(PhoneNumber::value).or(() -> EmailAddress.parse(email).map(EmailAddress::value)).orElse("");
    }

    /** Field to the key of what is wrong with it, in the order of the form. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        if (name.isEmpty()) {
            problems.put("name", "wrong.name");
        } else if (name.length() > LONGEST_NAME) {
            problems.put("name", "wrong.long");
        }
        if (telephone.isEmpty() && email.isEmpty()) {
            problems.put("telephone", "wrong.reach");
        } else if (!telephone.isEmpty() && PhoneNumber.parse(telephone).isEmpty()) {
            problems.put("telephone", "wrong.telephone");
        }
        if (!email.isEmpty() && (email.length() > LONGEST_REACH || EmailAddress.parse(email).isEmpty())) {
            problems.put("email", "wrong.email");
        }
        return problems;
    }
}
