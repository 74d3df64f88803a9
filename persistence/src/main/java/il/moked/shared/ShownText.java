// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import java.util.regex.Pattern;

/** Makes visible what a text would otherwise do unseen to the reader. */
public final class ShownText {
    private static final Pattern CONTROLS = Pattern.compile("[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F]");
    private static final Pattern BIDI_OVERRIDES = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private ShownText() {
    }

    /** Direction overrides become a visible {@code ⟦U+202E⟧}; other control characters are dropped; line breaks are unified. */
    public static String of(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        if (text.chars().noneMatch(ShownText::shownOtherwise)) {
            return text;
        }
        String oneLineBreak = text.replace("\r\n", "\n").replace('\r', '\n');
        String clean = CONTROLS.matcher(oneLineBreak).replaceAll("");
        return BIDI_OVERRIDES.matcher(clean).replaceAll(found -> "⟦U+%04X⟧".formatted((int) found.group().charAt(0)));
    }

    private static boolean shownOtherwise(int unit) {
        return unit < ' ' && unit != '\n' && unit != '\t' || unit == 0x7F || unit >= 0x202A && unit <= 0x202E || unit >= 0x2066 && unit <= 0x2069;
    }

    /** One line of at most {@code length} characters. */
    public static String line(String text, int length) {
        String flat = flat(of(text), length + 1);
        if (flat.length() <= length) {
            return flat;
        }
        int end = Character.isHighSurrogate(flat.charAt(length - 2)) ? length - 2 : length - 1;
        return flat.substring(0, end) + "…";
    }

    /** Its beginning in one line, at least {@code enough} characters of it if it has them. */
    private static String flat(String text, int enough) {
        String whole = text.strip();
        StringBuilder flat = new StringBuilder(Math.min(whole.length(), enough));
        for (int at = 0; at < whole.length() && flat.length() < enough; at++) {
            char letter = whole.charAt(at);
            boolean space = letter == ' ' || letter == '\n' || letter == '\t';
            if (!space) {
                flat.append(letter);
            } else if (flat.charAt(flat.length() - 1) != ' ') {
                flat.append(' ');
            }
        }
        return flat.toString();
    }

    /** As it came, but for what no database takes: NUL is dropped, half a surrogate pair becomes U+FFFD. Null stays null. */
    public static String storable(String text) {
        if (text == null || text.chars().noneMatch(unit -> unit == 0 || Character.isSurrogate((char) unit))) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(point -> point != 0).forEach(point -> kept.appendCodePoint(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point));
        return kept.toString();
    }
}
