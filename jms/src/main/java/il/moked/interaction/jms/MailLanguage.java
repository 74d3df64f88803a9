// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.jms;

import java.util.regex.Pattern;

/**
 * In which of our languages a text is, by its letters. One Hebrew letter in four makes it Hebrew, since Hebrew mails
 * carry English names, links and signatures and English ones carry no Hebrew.
 */
final class MailLanguage {
    private static final int EXAMINED = 4_000;
    private static final int HEBREW_SHARE = 4;
    private static final Pattern ADDRESSES = Pattern.compile("(?:https?://|www\\.)[^\\s<>]{1,2000}|[^\\s<>@]{1,64}@[^\\s<>@]{1,190}");

    private MailLanguage() {
    }

    /** @return {@code he}, {@code en}, or {@code otherwise} when the letters are of neither */
    static String of(String text, String otherwise) {
        String examined = ADDRESSES.matcher(text.length() > EXAMINED ? text.substring(0, EXAMINED) : text).replaceAll(" ");
        long hebrew = examined.codePoints().filter(point -> Character.isLetter(point) && Character.UnicodeScript.of(point) == Character.UnicodeScript.HEBREW).count();
        long latin = examined.codePoints().filter(point -> Character.isLetter(point) && Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN).count();
        long letters = examined.codePoints().filter(Character::isLetter).count();
        if (hebrew > 0 && hebrew * HEBREW_SHARE >= letters) {
            return "he";
        }
        return latin * 2 > letters ? "en" : otherwise;
    }
}
