// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ejb;

import java.text.Bidi;
import java.util.Map;

/**
 * The letters of a line in the order in which they stand on paper from left to right (Unicode Bidirectional Algorithm,
 * rules L1 to L4): PDF knows no writing direction.
 */
public final class VisualLine {
    /** Pairs that look the other way when they are read from right to left. */
    private static final Map<Integer, Integer> MIRRORED = Map.ofEntries(Map.entry((int) '(', (int) ')'), Map.entry((int) ')', (int) '('), Map.entry((int) '[', (int) ']'), Map.entry((int) ']', (int) '['), Map.entry((int) '{', (int) '}'),
            Map.entry((int) '}', (int) '{'), Map.entry((int) '<', (int) '>'), Map.entry((int) '>', (int) '<'), Map.entry((int) '«', (int) '»'), Map.entry((int) '»', (int) '«'), Map.entry((int) '‹', (int) '›'), Map.entry((int) '›', (int) '‹'));

    private VisualLine() {
    }

    public static String of(String logical, boolean rightToLeft) {
        return logical.isEmpty() ? "" : of(paragraph(logical, rightToLeft), logical, 0, logical.length());
    }

    /** The direction of a line follows from its whole paragraph. */
    static Bidi paragraph(String text, boolean rightToLeft) {
        return new Bidi(text, rightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
    }

    /** @param from start of the line in the paragraph @param to its end, exclusive, after {@code from} */
    static String of(Bidi paragraph, String text, int from, int to) {
        Bidi line = paragraph.createLineBidi(from, to);
        int runs = line.getRunCount();
        byte[] levels = new byte[runs];
        Integer[] order = new Integer[runs];
        for (int run = 0; run < runs; run++) {
            levels[run] = (byte) line.getRunLevel(run);
            order[run] = run;
        }
        Bidi.reorderVisually(levels, 0, order, 0, runs);
        StringBuilder visual = new StringBuilder(to - from);
        for (int run : order) {
            String part = text.substring(from + line.getRunStart(run), from + line.getRunLimit(run));
            if (line.getRunLevel(run) % 2 == 0) {
                part.codePoints().filter(VisualLine::printed).forEach(visual::appendCodePoint);
            } else {
                int[] letters = part.codePoints().filter(VisualLine::printed).toArray();
                for (int at = letters.length - 1; at >= 0; at--) {
                    visual.appendCodePoint(MIRRORED.getOrDefault(letters[at], letters[at]));
                }
            }
        }
        return visual.toString();
    }

    /** Marks that only steer the direction have no picture. */
    static boolean printed(int letter) {
        return Character.getType(letter) != Character.FORMAT && !Character.isISOControl(letter);
    }
}
