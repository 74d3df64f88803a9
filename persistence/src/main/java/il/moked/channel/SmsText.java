// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as it travels by SMS: in the default alphabet of GSM 03.38 when every letter is in it, else in UCS-2, as Hebrew
 * must. One message holds 160 septets or 70 units of 16 bits; of a longer one each part holds 153 or 67, because it
 * carries six octets that say which part it is (3GPP 23.040, 9.2.3.24.1).
 *
 * @param units septets or 16-bit units of the whole text; a letter of the extension table is two septets, one beyond the
 *        basic plane two units
 * @param parts the text cut so that no letter is torn; one part at least
 */
public record SmsText(Alphabet alphabet, int units, List<String> parts) {
    /** What the sequence of one octet can count (3GPP 23.040). */
    public static final int MOST_PARTS = 255;
    private static final int ESCAPE = 0x1B;
    /** By its code; the escape has no letter of its own. */
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";
    private static final int[] EXTENSION_CODES = {0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};

    /** How much fits into a message that is alone, and into each part of a longer one. */
    public enum Alphabet {
        GSM(160, 153), UCS2(70, 67);

        private final int alone;
        private final int part;

        Alphabet(int alone, int part) {
            this.alone = alone;
            this.part = part;
        }
    }

    /** @throws IllegalArgumentException when it is longer than {@link #MOST_PARTS} parts */
    public static SmsText of(String text) {
        return of(text, text.codePoints().allMatch(SmsText::inGsm) ? Alphabet.GSM : Alphabet.UCS2);
    }

    /** For a provider that takes nothing but Unicode. */
    public static SmsText unicode(String text) {
        return of(text, Alphabet.UCS2);
    }

    private static SmsText of(String text, Alphabet alphabet) {
        int units = text.codePoints().map(point -> units(point, alphabet)).sum();
        List<String> parts = units <= alphabet.alone ? List.of(text) : cut(text, alphabet);
        if (parts.size() > MOST_PARTS) {
            throw new IllegalArgumentException("a text of " + parts.size() + " parts");
        }
        return new SmsText(alphabet, units, parts);
    }

    private static List<String> cut(String text, Alphabet alphabet) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int used = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int point = text.codePointAt(at);
            int units = units(point, alphabet);
            if (used + units > alphabet.part) {
                parts.add(part.toString());
                part.setLength(0);
                used = 0;
            }
            part.appendCodePoint(point);
            used += units;
        }
        parts.add(part.toString());
        return List.copyOf(parts);
    }

    private static int units(int point, Alphabet alphabet) {
        return alphabet == Alphabet.UCS2 ? Character.charCount(point) : EXTENSION.indexOf(point) >= 0 ? 2 : 1;
    }

    private static boolean inGsm(int point) {
        return point != ESCAPE && (BASIC.indexOf(point) >= 0 || EXTENSION.indexOf(point) >= 0);
    }

    /** A part as SMPP carries it: GSM letters one an octet, not packed; UCS-2 with the high octet first. */
    public byte[] octets(String part) {
        if (alphabet == Alphabet.UCS2) {
            return part.getBytes(StandardCharsets.UTF_16BE);
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream(part.length() + 8);
        part.codePoints().forEach(point -> {
            int extended = EXTENSION.indexOf(point);
            if (extended >= 0) {
                octets.write(ESCAPE);
                octets.write(EXTENSION_CODES[extended]);
            } else {
                octets.write(BASIC.indexOf(point));
            }
        });
        return octets.toByteArray();
    }

    /** What unpacked GSM octets say. An escape before what no table has is a space (3GPP 23.038, 6.2.1.1); octets above 127 become U+FFFD. */
    public static String fromGsm(byte[] octets) {
        StringBuilder text = new StringBuilder(octets.length);
        for (int at = 0; at < octets.length; at++) {
            int code = octets[at] & 0xFF;
            if (code == ESCAPE && at + 1 < octets.length) {
                at++;
                text.append(extended(octets[at] & 0xFF));
            } else if (code != ESCAPE) {
                text.append(code < BASIC.length() ? BASIC.charAt(code) : '\uFFFD');
            }
        }
        return text.toString();
    }

    private static char extended(int code) {
        for (int index = 0; index < EXTENSION_CODES.length; index++) {
            if (EXTENSION_CODES[index] == code) {
                return EXTENSION.charAt(index);
            }
        }
        return code < BASIC.length() && code != ESCAPE ? BASIC.charAt(code) : ' ';
    }
}
