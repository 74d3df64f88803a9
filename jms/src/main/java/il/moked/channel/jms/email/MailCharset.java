// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Character sets as mails name them, and what to do when the name is missing, unknown or a lie.
 *
 * <p>Neither the JDK nor Jakarta Mail knows ISO-8859-8-I and -E (RFC 1556), which Hebrew mail programs write: they are
 * ISO-8859-8 with logical order. A {@code CharsetProvider} is no way out, because the JDK looks providers up in the
 * system class loader, which does not see an EAR.
 */
final class MailCharset {

    static final Charset WINDOWS_1255 = Charset.forName("windows-1255");
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset ISO_8859_8 = Charset.forName("ISO-8859-8");

    private static final Map<String, Charset> OTHER_NAMES = Map.ofEntries(
            Map.entry("iso-8859-8-i", ISO_8859_8), Map.entry("iso-8859-8-e", ISO_8859_8),
            Map.entry("iso8859-8-i", ISO_8859_8), Map.entry("iso8859-8-e", ISO_8859_8),
            Map.entry("iso_8859-8-i", ISO_8859_8), Map.entry("iso_8859-8-e", ISO_8859_8),
            Map.entry("iso_8859_8_i", ISO_8859_8), Map.entry("iso-8859-8i", ISO_8859_8),
            Map.entry("csiso88598i", ISO_8859_8), Map.entry("csiso88598e", ISO_8859_8),
            Map.entry("logical", ISO_8859_8), Map.entry("visual", ISO_8859_8), Map.entry("hebrew", ISO_8859_8),
            Map.entry("x-windows-1255", WINDOWS_1255), Map.entry("windows1255", WINDOWS_1255),
            Map.entry("win-1255", WINDOWS_1255), Map.entry("cp-1255", WINDOWS_1255), Map.entry("x-cp1255", WINDOWS_1255),
            Map.entry("utf8", StandardCharsets.UTF_8), Map.entry("utf_8", StandardCharsets.UTF_8),
            // Mail programs write the narrow name and use the wider set.
            Map.entry("iso-8859-1", WINDOWS_1252), Map.entry("latin1", WINDOWS_1252), Map.entry("latin-1", WINDOWS_1252),
            Map.entry("iso8859-1", WINDOWS_1252), Map.entry("iso_8859-1", WINDOWS_1252),
            Map.entry("ks_c_5601-1987", Charset.forName("x-windows-949")), Map.entry("ks_c_5601", Charset.forName("x-windows-949")),
            Map.entry("gb2312", Charset.forName("GB18030")), Map.entry("gbk", Charset.forName("GB18030")));

    private MailCharset() {
    }

    /** Decoded text, and whether the declaration had to be overruled. */
    record Decoded(String text, boolean guessed) {
    }

    /** The character set of this name, or empty when nobody knows it. */
    static Optional<Charset> named(String name) {
        if (name == null) {
            return Optional.empty();
        }
        String plain = name.strip().replace("\"", "").replace("'", "").toLowerCase(Locale.ROOT);
        Charset known = OTHER_NAMES.get(plain);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            return Optional.of(Charset.forName(plain));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    /** Decodes a body or header fragment; never fails, every byte leaves a character. */
    static Decoded decode(byte[] bytes, String declared) {
        Charset charset = named(declared).orElse(null);
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new Decoded(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8), false);
        }
        boolean narrow = charset == null || charset == StandardCharsets.US_ASCII || charset == WINDOWS_1252;
        if (!hasHighBytes(bytes) && (narrow || charset == StandardCharsets.UTF_8 || charset == WINDOWS_1255 || charset == ISO_8859_8)) {
            return new Decoded(new String(bytes, StandardCharsets.US_ASCII), false);
        }
        if (narrow) {
            return undeclared(bytes, charset == WINDOWS_1252);
        }
        if (charset == ISO_8859_8) {
            return new Decoded(new String(bytes, hasC1(bytes) ? WINDOWS_1255 : ISO_8859_8), false);
        }
        Optional<String> strict = strictly(bytes, charset);
        if (strict.isPresent()) {
            return new Decoded(strict.get(), false);
        }
        if (charset == StandardCharsets.UTF_8 && looksHebrew1255(bytes)) {
            return new Decoded(new String(bytes, WINDOWS_1255), true);
        }
        if (charset != StandardCharsets.UTF_8) {
            Optional<String> utf8 = strictly(bytes, StandardCharsets.UTF_8);
            if (utf8.isPresent()) {
                return new Decoded(utf8.get(), true);
            }
        }
        String lenient = new String(bytes, charset);
        boolean nothingRight = lenient.chars().allMatch(c -> c < 0x80 || c == 0xFFFD);
        return new Decoded(nothingRight ? new String(bytes, WINDOWS_1252) : lenient, true);
    }

    private static Decoded undeclared(byte[] bytes, boolean western) {
        Optional<String> utf8 = strictly(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return new Decoded(utf8.get(), true);
        }
        if (looksHebrew1255(bytes)) {
            return new Decoded(new String(bytes, WINDOWS_1255), true);
        }
        return new Decoded(new String(bytes, WINDOWS_1252), !western);
    }

    /**
     * Whether the bytes above 0x7F read as Hebrew words in windows-1255. Hebrew letters stand beside each other and not
     * beside Latin letters; the accents of Western languages, which use the same codes, do the opposite.
     */
    static boolean looksHebrew1255(byte[] bytes) {
        int letters = 0;
        int besideHebrew = 0;
        int besideLatin = 0;
        int strange = 0;
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xFF;
            if (b < 0x80) {
                continue;
            }
            if (b < 0xE0 || b > 0xFA) {
                boolean usual = b == 0xA0 || b == 0xA4 || b == 0xFD || b == 0xFE || b >= 0x82 && b <= 0x97 || b >= 0xC0 && b <= 0xD8 || b == 0xAB || b == 0xBB;
                strange += usual ? 0 : 1;
                continue;
            }
            letters++;
            int before = i == 0 ? ' ' : bytes[i - 1] & 0xFF;
            int after = i + 1 == bytes.length ? ' ' : bytes[i + 1] & 0xFF;
            besideHebrew += isHebrewLetter(before) || isHebrewLetter(after) ? 1 : 0;
            besideLatin += isLatinLetter(before) || isLatinLetter(after) ? 1 : 0;
        }
        return letters >= 2 && besideHebrew * 2 >= letters && besideLatin * 4 <= letters && strange * 10 <= letters;
    }

    private static boolean isHebrewLetter(int b) {
        return b >= 0xE0 && b <= 0xFA;
    }

    private static boolean isLatinLetter(int b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException wrong) {
            return Optional.empty();
        }
    }

    static boolean hasHighBytes(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasC1(byte[] bytes) {
        for (byte b : bytes) {
            int c = b & 0xFF;
            if (c >= 0x80 && c <= 0x9F || c >= 0xC0 && c <= 0xD8) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
