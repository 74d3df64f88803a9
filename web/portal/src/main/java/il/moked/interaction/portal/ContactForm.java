// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.interaction.FormSubmission;
import il.moked.shared.EmailAddress;
import il.moked.shared.NationalId;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ShownText;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A web form as it was typed, right or wrong; nothing of it is lost when something is wrong. No part is null. */
public record ContactForm(String name, String email, String phone, String nationalId, String topic, String text, boolean consent) {
    /** The topics to choose from; their words are in the bundle. */
    public static final List<String> TOPICS = List.of("order", "billing", "technical", "service", "complaint", "other");
    /** Characters of a name. */
    public static final int LONGEST_NAME = 120;
    /** Characters of the text. */
    public static final int LONGEST_TEXT = 10_000;

    /** What a problem can be about, in the order of the page. */
    public enum Field { NAME, EMAIL, PHONE, NATIONALID, TOPIC, TEXT, FILES, CONSENT }

    /** @param parameter reads a field as typed; null where there is none */
    public static ContactForm typed(Function<String, String> parameter) {
        Function<String, String> read = name -> {
            String value = parameter.apply(name);
            return value == null ? "" : value;
        };
        return new ContactForm(read.apply("name"), read.apply("email"), read.apply("phone"), read.apply("nationalid"), read.apply("topic"), read.apply("text"), "yes".equals(read.apply("consent")));
    }

    /** What keeps it from being sent: a code for each field that is wrong, {@code missing}, {@code wrong} or {@code long}. */
    public Map<Field, String> problems() {
        Map<Field, String> problems = new EnumMap<>(Field.class);
        check(problems, Field.NAME, name, LONGEST_NAME);
        if (email.isBlank() && phone.isBlank()) {
            problems.put(Field.EMAIL, "missing");
        }
        if (!email.isBlank() && EmailAddress.parse(email).isEmpty()) {
            problems.put(Field.EMAIL, "wrong");
        }
        if (!phone.isBlank() && PhoneNumber.parse(phone).isEmpty()) {
            problems.put(Field.PHONE, "wrong");
        }
        if (!nationalId.isBlank() && NationalId.parse(nationalId).isEmpty()) {
            problems.put(Field.NATIONALID, "wrong");
        }
        if (!TOPICS.contains(topic)) {
            problems.put(Field.TOPIC, "missing");
        }
        check(problems, Field.TEXT, text, LONGEST_TEXT);
        if (!consent) {
            problems.put(Field.CONSENT, "missing");
        }
        return problems;
    }

    private static void check(Map<Field, String> problems, Field field, String typed, int longest) {
        String clean = clean(typed);
        if (clean.isEmpty()) {
            problems.put(field, "missing");
        } else if (clean.length() > longest) {
            problems.put(field, "long");
        }
    }

    /** @param topicInWords what an agent reads */
    public FormSubmission submission(String reference, String topicInWords, String language, List<FormSubmission.File> files) {
        return new FormSubmission(reference, ShownText.line(name, LONGEST_NAME), EmailAddress.parse(email).map(EmailAddress::value).orElse(null), PhoneNumber.parse(phone).map(PhoneNumber::value).orElse(null),
                NationalId.parse(nationalId).map(NationalId::digits).orElse(null), topicInWords, clean(text), language, files);
    }

    private static String clean(String typed) {
        return ShownText.of(typed).strip();
    }
}
