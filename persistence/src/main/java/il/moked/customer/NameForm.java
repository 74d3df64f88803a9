// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A name as names are compared, whatever it was written in. Three forms, each blurring more than the one before: its
 * letters (no case, accents, points or punctuation, final letters as their common form), the same without the Hebrew
 * letters that only stand for a vowel (דויד, דוד), and how its consonants sound in either script (כהן, Cohen, Kohen).
 *
 * @param letters words separated by one blank; empty when nothing was given
 * @param bare of Hebrew words without ו and י inside; of others the letters
 * @param sounds several where a letter has several readings; never more than {@link #MOST_SOUNDS}
 */
public record NameForm(String letters, String bare, Set<String> sounds) {
    /** Readings of one name that are kept apart; further ones are left out. */
    public static final int MOST_SOUNDS = 8;
    public static final NameForm NONE = new NameForm("", "", Set.of());

    private static final String FINALS = "ךםןףץ";
    private static final String COMMON = "כמנפצ";
    private static final String HEBREW_SOUNDS = "א בPגGדDה זSחKטTכKלLמMנNסSע פPצSקKרRשSתT";

    public static NameForm of(String written) {
        String letters = fold(written);
        if (letters.isEmpty()) {
            return NONE;
        }
        return new NameForm(letters, bare(letters), Set.copyOf(sounds(letters)));
    }

    public boolean given() {
        return !letters.isEmpty();
    }

    public boolean hebrew() {
        return letters.chars().anyMatch(NameForm::isHebrew);
    }

    public List<String> words() {
        return letters.isEmpty() ? List.of() : Arrays.asList(letters.split(" "));
    }

    /** No case, accents, vowel points or punctuation; words separated by one blank. A mark inside a word (O'Neil, ג'ון, בע"מ) joins, a hyphen parts. */
    public static String fold(String written) {
        if (written == null) {
            return "";
        }
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(written, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).codePoints().forEach(letter -> {
            int end = FINALS.indexOf(letter);
            if (end >= 0) {
                folded.append(COMMON.charAt(end));
            } else if (Character.isLetterOrDigit(letter)) {
                folded.appendCodePoint(letter);
            } else if (parts(letter) && !folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        });
        return folded.toString().strip();
    }

    private static boolean parts(int letter) {
        boolean mark = Character.getType(letter) == Character.NON_SPACING_MARK || Character.getType(letter) == Character.FORMAT;
        return !mark && "'\"`׳״’‘”“.".indexOf(letter) < 0;
    }

    private static boolean isHebrew(int letter) {
        return letter >= 'א' && letter <= 'ת';
    }

    private static String bare(String letters) {
        StringBuilder bare = new StringBuilder();
        for (int at = 0; at < letters.length(); at++) {
            char letter = letters.charAt(at);
            boolean inside = at > 0 && at + 1 < letters.length() && isHebrew(letters.charAt(at - 1)) && isHebrew(letters.charAt(at + 1));
            if (!(inside && (letter == 'ו' || letter == 'י'))) {
                bare.append(letter);
            }
        }
        return bare.toString();
    }

    /** Consonants in one alphabet for both scripts: labials P, gutturals and k K, sibilants S, dentals T and D, and g, l, m, n, r; of several in a row that are the same, one. */
    private static Set<String> sounds(String letters) {
        Set<String> readings = Set.of("");
        for (int at = 0; at < letters.length(); at++) {
            String next = isHebrew(letters.charAt(at)) ? hebrewSound(letters, at) : latinSound(letters, at);
            Set<String> longer = new LinkedHashSet<>();
            for (String reading : readings) {
                for (int choice = 0; choice < next.length() && longer.size() < MOST_SOUNDS; choice++) {
                    longer.add(extended(reading, next.charAt(choice)));
                }
            }
            readings = longer;
        }
        return readings;
    }

    private static String extended(String reading, char sound) {
        boolean silent = sound == ' ' || !reading.isEmpty() && reading.charAt(reading.length() - 1) == sound;
        return silent ? reading : reading + sound;
    }

    /** @return the choices; a blank is silence */
    private static String hebrewSound(String letters, int at) {
        char letter = letters.charAt(at);
        boolean first = at == 0 || letters.charAt(at - 1) == ' ';
        if (letter == 'ו') {
            boolean doubled = at + 1 < letters.length() && letters.charAt(at + 1) == 'ו' || !first && letters.charAt(at - 1) == 'ו';
            return first || doubled ? "P" : " P";
        }
        if (letter == 'י') {
            return " ";
        }
        return HEBREW_SOUNDS.substring(HEBREW_SOUNDS.indexOf(letter) + 1, HEBREW_SOUNDS.indexOf(letter) + 2);
    }

    private static String latinSound(String letters, int at) {
        char letter = letters.charAt(at);
        char before = at == 0 ? ' ' : letters.charAt(at - 1);
        char after = at + 1 < letters.length() ? letters.charAt(at + 1) : ' ';
        return switch (letter) {
            case 'b', 'f', 'p', 'v', 'w' -> letter == 'w' ? " P" : "P";
            case 'c' -> before == 's' && after == 'h' ? " " : "eiy".indexOf(after) >= 0 ? "SK" : "K";
            case 'k', 'q' -> "K";
            case 'x' -> "K";
            case 'd' -> "D";
            case 'g' -> "G";
            case 'j' -> " G";
            case 'h' -> "sckgptrz".indexOf(before) >= 0 ? " " : " K";
            case 't' -> "sz".indexOf(after) >= 0 ? " " : "T";
            case 's', 'z' -> "S";
            case 'l' -> "L";
            case 'm' -> "M";
            case 'n' -> "N";
            case 'r' -> "R";
            case 'a', 'e', 'i', 'o', 'u', 'y', ' ' -> " ";
            default -> String.valueOf(Character.toUpperCase(letter));
        };
    }
}
