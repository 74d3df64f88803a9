// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a name sounds like, the same for its Hebrew and its Latin spellings: כהן, Cohen and Kohen; יצחק, Yitzhak and Itzhak;
 * חיים, Haim and Chaim; דוד and דויד. Hebrew writes consonants and leaves most vowels to the reader, so the sound is the
 * row of consonants, one capital each; letters that one of the two alphabets does not tell apart are one consonant (ב ו v w;
 * ס ש s sh; צ ז tz z; ח h ch). A letter that may be read in two ways gives two sounds. A name of one consonant keeps its
 * vowels as well, or half the language would sound like it.
 */
public final class NameSounds {
    private static final int MOST = 16;
    private static final Pattern VOWELS = Pattern.compile("[a-z]");
    private static final Pattern REPEATED = Pattern.compile("(.)\\1+");
    private static final String[] NOTHING = {""};
    private static final String[] LATIN_GROUPS = {"tsch", "sch", "tch", "sh", "ch", "kh", "ph", "th", "tz", "ts", "zh", "gh", "ck", "ee", "oo", "ou"};
    private static final String[][] SOUNDS_OF_GROUPS = {{"C"}, {"S"}, {"C", "Z"}, {"S"}, {"H", "K", "C"}, {"H", "K"}, {"P"}, {"T"}, {"Z"}, {"Z"}, {"Z", "J"}, {"G"}, {"K"}, {"i"}, {"o"}, {"o"}};
    private static final String HEBREW = "בגדזחטכלמנספצקרשת";
    private static final String HEBREW_SOUNDS = "VGDZHTKLMNSPZKRST";

    private NameSounds() {
    }

    /** @param word as in {@link NameWord#heard()} @return empty when it is neither Hebrew nor Latin, or a single letter */
    public static Set<String> of(String word) {
        boolean hebrew = word.chars().allMatch(letter -> letter >= 'א' && letter <= 'ת' || letter == '\'');
        boolean latin = word.chars().allMatch(letter -> letter >= 'a' && letter <= 'z' || letter == '\'');
        if (hebrew == latin || word.replace("'", "").length() < 2) {
            return Set.of();
        }
        List<String[]> steps = hebrew ? hebrew(word) : latin(word.replace("'", ""));
        Set<String> sounds = new LinkedHashSet<>();
        for (String reading : readings(steps)) {
            String consonants = VOWELS.matcher(reading).replaceAll("");
            if (consonants.length() > 1) {
                sounds.add(consonants);
            } else {
                String heard = REPEATED.matcher(reading).replaceAll("$1");
                sounds.add(heard);
                // נעה, נועה and Noa
                if (!heard.contains("oi")) {
                    sounds.add(heard.replace("o", ""));
                }
            }
        }
        return sounds;
    }

    /** Consonants of a sound: what is written in capitals. */
    public static int consonants(String sound) {
        return (int) sound.chars().filter(Character::isUpperCase).count();
    }

    /** All ways to read it; of very many the first. */
    private static List<String> readings(List<String[]> steps) {
        List<String> readings = List.of("");
        for (String[] step : steps) {
            boolean room = readings.size() * step.length <= MOST;
            List<String> longer = new ArrayList<>();
            for (String begun : readings) {
                for (int way = 0; way < (room ? step.length : 1); way++) {
                    longer.add(begun + step[way]);
                }
            }
            readings = longer;
        }
        return readings;
    }

    private static String[] ways(String... ways) {
        return ways;
    }

    private static List<String[]> hebrew(String word) {
        List<String[]> steps = new ArrayList<>();
        for (int at = 0; at < word.length(); at++) {
            char letter = word.charAt(at);
            boolean marked = at + 1 < word.length() && word.charAt(at + 1) == '\'';
            boolean doubled = at + 1 < word.length() && word.charAt(at + 1) == letter && (letter == 'ו' || letter == 'י');
            steps.add(hebrew(letter, at == 0, marked, doubled));
            if (marked || doubled) {
                at++;
            }
        }
        return steps;
    }

    private static String[] hebrew(char letter, boolean first, boolean marked, boolean doubled) {
        return switch (letter) {
            case 'א', 'ע' -> first ? ways("A") : NOTHING;
            case 'ה' -> first ? ways("H") : NOTHING;
            case 'ו' -> first || doubled ? ways("V") : ways("o", "V");
            case 'י' -> first ? ways("Y") : ways("i", "Y");
            case 'ג' -> marked ? ways("J", "G") : ways("G");
            case 'ז' -> marked ? ways("J", "Z") : ways("Z");
            case 'צ' -> marked ? ways("C", "Z") : ways("Z");
            case '\'' -> NOTHING;
            default -> ways(String.valueOf(HEBREW_SOUNDS.charAt(HEBREW.indexOf(letter))));
        };
    }

    private static List<String[]> latin(String word) {
        List<String[]> steps = new ArrayList<>();
        for (int at = 0; at < word.length();) {
            int group = group(word, at);
            if (group >= 0) {
                boolean vowel = Character.isLowerCase(SOUNDS_OF_GROUPS[group][0].charAt(0));
                steps.add(vowel && at == 0 ? ways("A") : SOUNDS_OF_GROUPS[group]);
                at += LATIN_GROUPS[group].length();
                continue;
            }
            char letter = word.charAt(at);
            boolean again = at > 0 && word.charAt(at - 1) == letter && !isVowel(letter);
            steps.add(again ? NOTHING : latin(letter, at == 0 ? ' ' : word.charAt(at - 1), at + 1 < word.length() ? word.charAt(at + 1) : ' '));
            at++;
        }
        return steps;
    }

    private static int group(String word, int at) {
        for (int group = 0; group < LATIN_GROUPS.length; group++) {
            if (word.startsWith(LATIN_GROUPS[group], at)) {
                return group;
            }
        }
        return -1;
    }

    /** @param before the letter before it, a space at the beginning @param after likewise */
    private static String[] latin(char letter, char before, char after) {
        boolean first = before == ' ';
        boolean soft = after == 'e' || after == 'i' || after == 'y';
        return switch (letter) {
            case 'a', 'e' -> first ? ways("A") : NOTHING;
            case 'o', 'u' -> first ? ways("A") : ways("o");
            case 'i' -> first ? ways("A", "Y") : ways("i");
            case 'y' -> first ? ways("Y") : ways("i", "Y");
            case 'j' -> ways("Y", "J");
            case 'h' -> first ? ways("H") : ways("", "H");
            case 'b', 'v', 'w' -> ways("V");
            case 'c' -> soft ? ways("S", "K") : ways("K");
            case 'k', 'q' -> ways("K");
            case 'f', 'p' -> ways("P");
            case 'g' -> soft ? ways("G", "J") : ways("G");
            case 's' -> isVowel(before) && isVowel(after) ? ways("S", "Z") : ways("S");
            case 'x' -> ways("KS");
            default -> ways(String.valueOf(Character.toUpperCase(letter)));
        };
    }

    private static boolean isVowel(char letter) {
        return "aeiou".indexOf(letter) >= 0;
    }
}
