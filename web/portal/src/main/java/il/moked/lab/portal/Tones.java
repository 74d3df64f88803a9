// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

/**
 * Which keys are heard in a sound: each key of a telephone is two tones at once, one of its row and one of its column. The strength of each of
 * the tones in a short piece is found with Goertzel's method; a key counts once, when it lasts two pieces, and again after silence.
 */
final class Tones {
    private static final double[] ROWS = {697, 770, 852, 941};
    private static final double[] COLUMNS = {1209, 1336, 1477, 1633};
    private static final String[] KEYS = {"123A", "456B", "789C", "*0#D"};
    /** Seconds. */
    private static final double PIECE = 0.02;
    /** Of the whole strength of a piece so much must be in the two tones. */
    private static final double SHARE = 0.7;
    /** One of the two may be so many times stronger. */
    private static final double TWIST = 8;
    private static final double QUIET = 1e-5;
    private static final char NONE = ' ';

    private Tones() {
    }

    /** Digits, star and hash, in order. */
    static String keys(WavSound sound) {
        StringBuilder keys = new StringBuilder();
        int piece = (int) (sound.rate() * PIECE);
        char before = NONE;
        char counted = NONE;
        for (int from = 0; from + piece <= sound.samples().length; from += piece) {
            char key = key(sound, from, piece);
            if (key == NONE) {
                counted = before == NONE ? NONE : counted;
            } else if (key == before && key != counted) {
                counted = key;
                if ("ABCD".indexOf(key) < 0) {
                    keys.append(key);
                }
            }
            before = key;
        }
        return keys.toString();
    }

    private static char key(WavSound sound, int from, int length) {
        double all = 0;
        for (int i = from; i < from + length; i++) {
            all += sound.samples()[i] * sound.samples()[i];
        }
        if (all / length < QUIET) {
            return NONE;
        }
        int row = strongest(sound, from, length, ROWS);
        int column = strongest(sound, from, length, COLUMNS);
        double rowStrength = strength(sound, from, length, ROWS[row]);
        double columnStrength = strength(sound, from, length, COLUMNS[column]);
        // a pure tone of amplitude a has the strength (a·n/2)², and the sum of its squares is a²·n/2
        boolean clear = (rowStrength + columnStrength) * 2 / length > SHARE * all;
        boolean both = rowStrength < columnStrength * TWIST && columnStrength < rowStrength * TWIST;
        return clear && both ? KEYS[row].charAt(column) : NONE;
    }

    private static int strongest(WavSound sound, int from, int length, double[] tones) {
        int best = 0;
        for (int tone = 1; tone < tones.length; tone++) {
            if (strength(sound, from, length, tones[tone]) > strength(sound, from, length, tones[best])) {
                best = tone;
            }
        }
        return best;
    }

    private static double strength(WavSound sound, int from, int length, double tone) {
        double turn = 2 * Math.cos(2 * Math.PI * tone / sound.rate());
        double last = 0;
        double beforeLast = 0;
        for (int i = from; i < from + length; i++) {
            double now = sound.samples()[i] + turn * last - beforeLast;
            beforeLast = last;
            last = now;
        }
        return last * last + beforeLast * beforeLast - turn * last * beforeLast;
    }
}
