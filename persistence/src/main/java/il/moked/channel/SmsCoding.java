// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Reads the octets of a short message by its data coding scheme (SMPP 3.4, 5.2.19, and 3GPP 23.038, 4). A text that came
 * in parts is read as a whole: phones cut it anywhere, also in the middle of a letter.
 */
public final class SmsCoding {
    private SmsCoding() {
    }

    /**
     * @param coding data coding scheme, 0 to 255
     * @param latin whether the provider's coding 0 is Latin 1 and not the GSM alphabet
     */
    public static String text(byte[] octets, int coding, boolean latin) {
        int scheme = coding & 0xFF;
        if (scheme >= 0xF0 || scheme >= 0x10 && scheme <= 0x1F) {
            return general(octets, scheme, latin);
        }
        return switch (scheme) {
            case 0 -> latin ? new String(octets, StandardCharsets.ISO_8859_1) : SmsText.fromGsm(octets);
            case 1, 3 -> new String(octets, StandardCharsets.ISO_8859_1);
            case 6 -> new String(octets, Charset.forName("ISO-8859-5"));
            case 7 -> new String(octets, Charset.forName("ISO-8859-8"));
            case 8 -> new String(octets, StandardCharsets.UTF_16BE);
            default -> new String(octets, StandardCharsets.ISO_8859_1);
        };
    }

    /** Schemes with a message class: the alphabet is in bits 2 and 3, in those above 0xF0 in bit 2 alone. */
    private static String general(byte[] octets, int scheme, boolean latin) {
        int alphabet = scheme >> 2 & (scheme >= 0xF0 ? 1 : 3);
        return switch (alphabet) {
            case 0 -> latin ? new String(octets, StandardCharsets.ISO_8859_1) : SmsText.fromGsm(octets);
            case 2 -> new String(octets, StandardCharsets.UTF_16BE);
            default -> new String(octets, StandardCharsets.ISO_8859_1);
        };
    }
}
