// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.complaint.Complaint.Remedy;
import il.moked.interaction.FormSubmission;
import il.moked.interaction.StatedMatter;
import il.moked.interaction.StatedMatter.Kind;
import il.moked.shared.EmailAddress;
import il.moked.shared.OneOf;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ShownText;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A complaint or a fault as it was typed, right or wrong; nothing of it is lost when something is wrong. No part is null. */
public record MatterForm(Kind kind, String text, String product, String serial, String place, String remedy, String name, String email, String phone, boolean consent) {
    /** Characters of the text. */
    public static final int LONGEST_TEXT = 4_000;

    /** What a problem can be about, in the order of the pages. */
    public enum Field {
        TEXT, PRODUCT, SERIAL, PLACE, REMEDY, FILES, NAME, EMAIL, PHONE, CONSENT;

        /** Whether it is asked for before who it is. */
        boolean what() {
            return ordinal() <= SERIAL.ordinal();
        }

        int longest() {
            return switch (this) {
                case TEXT -> LONGEST_TEXT;
                case PRODUCT -> StatedMatter.LONGEST_PRODUCT;
                case SERIAL -> StatedMatter.LONGEST_SERIAL;
                case PLACE -> StatedMatter.LONGEST_PLACE;
                default -> ContactForm.LONGEST_NAME;
            };
        }
    }

    /** @param parameter reads a field as typed; null where there is none */
    public static MatterForm typed(Kind kind, Function<String, String> parameter) {
        Function<String, String> read = name -> {
            String value = parameter.apply(name);
            return value == null ? "" : value;
        };
        return new MatterForm(kind, read.apply("text"), read.apply("product"), read.apply("serial"), read.apply("place"), read.apply("remedy"), read.apply("name"), read.apply("email"), read.apply("phone"), "yes".equals(read.apply("consent")));
    }

    /** What keeps it from being sent: a code for each field that is wrong, {@code missing}, {@code wrong} or {@code long}. @param whole false when only what happened was asked for yet */
    public Map<Field, String> problems(boolean whole) {
        Map<Field, String> problems = new EnumMap<>(Field.class);
        check(problems, Field.TEXT, text, true);
        check(problems, Field.PRODUCT, product, false);
        check(problems, Field.SERIAL, serial, false);
        if (whole) {
            who(problems);
        }
        return problems;
    }

    private void who(Map<Field, String> problems) {
        check(problems, Field.PLACE, place, false);
        if (kind == Kind.COMPLAINT && OneOf.named(Remedy.class, remedy).isEmpty()) {
            problems.put(Field.REMEDY, "missing");
        }
        check(problems, Field.NAME, name, true);
        if (email.isBlank() && phone.isBlank()) {
            problems.put(Field.EMAIL, "missing");
        }
        if (!email.isBlank() && EmailAddress.parse(email).isEmpty()) {
            problems.put(Field.EMAIL, "wrong");
        }
        if (!phone.isBlank() && PhoneNumber.parse(phone).isEmpty()) {
            problems.put(Field.PHONE, "wrong");
        }
        if (!consent) {
            problems.put(Field.CONSENT, "missing");
        }
    }

    private static void check(Map<Field, String> problems, Field field, String typed, boolean needed) {
        String clean = clean(typed);
        if (clean.isEmpty() && needed) {
            problems.put(field, "missing");
        } else if (clean.length() > field.longest()) {
            problems.put(field, "long");
        }
    }

    /** @param topic what an agent reads as its subject @param details what an agent reads below the text, of what stands in other fields */
    public FormSubmission submission(String reference, String topic, String details, String language, List<FormSubmission.File> files) {
        StatedMatter matter = new StatedMatter(kind, line(product), line(serial), line(place), kind == Kind.COMPLAINT ? remedy : null);
        return new FormSubmission(reference, ShownText.line(name, ContactForm.LONGEST_NAME), EmailAddress.parse(email).map(EmailAddress::value).orElse(null), PhoneNumber.parse(phone).map(PhoneNumber::value).orElse(null), null, topic,
                details.isEmpty() ? clean(text) : clean(text) + "\n\n" + details, language, files, matter, null, null);
    }

    /** In one line; null for nothing. */
    private static String line(String typed) {
        String clean = ShownText.line(typed, StatedMatter.LONGEST_PLACE).strip();
        return clean.isEmpty() ? null : clean;
    }

    static String clean(String typed) {
        return ShownText.of(typed).strip();
    }
}
