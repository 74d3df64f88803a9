// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words a product is found by, as they are compared: small letters, final Hebrew letters as the common ones, no points
 * and no quotation marks of abbreviations; a SKU in its parts and in one piece. A fragment finds every word it begins.
 */
public final class ProductWords {
    public static final int LONGEST = 60;
    /** More words than this nobody types. */
    public static final int MOST_ASKED = 6;

    private static final String FINALS = "ךםןףץ";
    private static final String COMMON = "כמנפצ";
    private static final Pattern MARKS = Pattern.compile("[\\u0591-\\u05BD\\u05BF-\\u05C7׳״'\"]");
    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern PARTS = Pattern.compile("(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");
    private static final String PREFIXES = "והבכלמש";
    private static final int SHORTEST_PREFIXED = 5;

    private ProductWords() {
    }

    /** Of a product: its SKU and what it is called. */
    public static Set<String> of(String sku, String hebrewName, String englishName) {
        Set<String> words = new LinkedHashSet<>();
        words.add(cut(fold(APART.matcher(sku).replaceAll(""))));
        for (String text : List.of(sku, hebrewName, englishName)) {
            for (String word : apart(text)) {
                words.add(word);
                words.addAll(List.of(PARTS.split(word)));
                if (word.length() >= SHORTEST_PREFIXED && PREFIXES.indexOf(word.charAt(0)) >= 0) {
                    words.add(word.substring(1));
                }
            }
        }
        return words;
    }

    /** Of what somebody typed, the longest first: it leaves the fewest. */
    public static List<String> asked(String typed) {
        Collection<String> words = new LinkedHashSet<>(apart(typed == null ? "" : typed));
        return words.stream().sorted((one, other) -> Integer.compare(other.length(), one.length())).limit(MOST_ASKED).toList();
    }

    private static List<String> apart(String text) {
        return APART.splitAsStream(fold(text)).filter(word -> !word.isEmpty()).map(ProductWords::cut).toList();
    }

    private static String cut(String word) {
        return word.length() > LONGEST ? word.substring(0, LONGEST) : word;
    }

    private static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (char letter : MARKS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("").toCharArray()) {
            int end = FINALS.indexOf(letter);
            folded.append(end < 0 ? letter : COMMON.charAt(end));
        }
        return folded.toString();
    }
}
