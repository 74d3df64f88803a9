// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Which of two encodings a file is in that is seen piece by piece: UTF-8, or Windows-1255 as older spreadsheets in Israel
 * write. Hebrew in the one is hardly ever right in the other; a file in UTF-8 with a few broken bytes stays one in UTF-8, so
 * that they are told.
 */
public final class EncodingGuess {
    public static final Charset HEBREW = Charset.forName("windows-1255");

    private long whole;
    private long broken;
    private int expected;

    public void see(byte[] piece, int length) {
        for (int at = 0; at < length; at++) {
            see(piece[at] & 0xFF);
        }
    }

    private void see(int unit) {
        boolean follows = (unit & 0xC0) == 0x80;
        if (expected > 0 && follows) {
            whole += --expected == 0 ? 1 : 0;
            return;
        }
        broken += expected > 0 ? 1 : 0;
        expected = unit >= 0xC2 && unit <= 0xDF ? 1 : unit >= 0xE0 && unit <= 0xEF ? 2 : unit >= 0xF0 && unit <= 0xF4 ? 3 : 0;
        broken += unit >= 0x80 && expected == 0 ? 1 : 0;
    }

    /** Of all that was seen. */
    public Charset done() {
        return broken > whole ? HEBREW : StandardCharsets.UTF_8;
    }
}
