// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * One word of a name as names are compared: lower case, without accents, vowel points and the marks of abbreviation, final
 * letters in their common form.
 *
 * @param letters what is compared
 * @param heard the same with a geresh after the letter whose sound it changes ({@code '}), for {@link NameSounds}
 */
public record NameWord(String letters, String heard) {
    /** A word that is longer is cut; nobody types more of it. */
    static final int LONGEST = 40;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}'\"]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern QUOTES = Pattern.compile("[\u2018\u2019\u02BC\u05F3`\u00B4]");
    private static final Pattern DOUBLE_QUOTES = Pattern.compile("[\u201C\u201D\u05F4]");
    private static final Pattern PREFIXED = Pattern.compile("[והבכלמש][א-ת]{3,}");
    private static final String FINALS = "ךםןףץ";
    private static final String COMMON = "כמנפצ";

    /** The words of a text in their order. Hyphens, dots and commas divide; quotation marks do not. */
    public static List<NameWord> of(String text) {
        if (text == null) {
            return List.of();
        }
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        String plain = DOUBLE_QUOTES.matcher(QUOTES.matcher(bare).replaceAll("'")).replaceAll("\"");
        List<NameWord> words = new ArrayList<>();
        Matcher word = WORD.matcher(folded(plain));
        while (word.find()) {
            String heard = word.group().replace("\"", "");
            String letters = heard.replace("'", "");
            if (!letters.isEmpty()) {
                words.add(new NameWord(cut(letters), cut(heard)));
            }
        }
        return words;
    }

    private static String cut(String word) {
        return word.length() > LONGEST ? word.substring(0, LONGEST) : word;
    }

    private static String folded(String text) {
        char[] written = text.toLowerCase(Locale.ROOT).toCharArray();
        char[] ascii = new char[4 * written.length];
        int length = ASCIIFoldingFilter.foldToASCII(written, 0, ascii, 0, written.length);
        for (int at = 0; at < length; at++) {
            int last = ascii[at] < 'א' || ascii[at] > 'ת' ? -1 : FINALS.indexOf(ascii[at]);
            ascii[at] = last < 0 ? ascii[at] : COMMON.charAt(last);
        }
        return new String(ascii, 0, length);
    }

    /** The word without one of the letters ו ה ב כ ל מ ש that Hebrew writes before a word; empty when there is none, or less than three letters would be left. */
    public String withoutPrefix() {
        return PREFIXED.matcher(letters).matches() ? letters.substring(1) : "";
    }

    /** What it may sound like. */
    public Set<String> sounds() {
        return NameSounds.of(heard);
    }
}
