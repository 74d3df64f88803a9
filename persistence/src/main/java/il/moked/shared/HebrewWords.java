// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Hebrew words as they are compared: without vowel points, accents and the quotation marks of abbreviations, final letters
 * as their common form, and a word that begins with one of the letters ו ה ב כ ל מ ש, and has three more, also without it.
 */
final class HebrewWords extends TokenFilter {
    private static final String PREFIXES = "והבכלמש";
    private static final String FINALS = "ךםןףץ";
    private static final String COMMON = "כמנפצ";
    private static final int SHORTEST_PREFIXED = 4;
    private static final char MAQAF = '\u05BE';

    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private State prefixed;

    HebrewWords(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (prefixed != null) {
            restoreState(prefixed);
            prefixed = null;
            word.copyBuffer(word.buffer(), 1, word.length() - 1);
            step.setPositionIncrement(0);
            return true;
        }
        while (input.incrementToken()) {
            fold();
            if (word.length() > 0) {
                prefixed = isPrefixed() ? captureState() : null;
                return true;
            }
        }
        return false;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        prefixed = null;
    }

    private void fold() {
        char[] letters = word.buffer();
        int length = 0;
        for (int at = 0; at < word.length(); at++) {
            char letter = letters[at];
            if (!isMark(letters, at, word.length())) {
                int end = letter < 'א' || letter > 'ת' ? -1 : FINALS.indexOf(letter);
                letters[length++] = end < 0 ? letter : COMMON.charAt(end);
            }
        }
        word.setLength(length);
    }

    /** Points and accents, geresh and gershayim; the quotation marks typed in their place stand between two Hebrew letters. */
    private static boolean isMark(char[] letters, int at, int length) {
        char letter = letters[at];
        if (letter == '"' || letter == '\'') {
            return at > 0 && at + 1 < length && isLetter(letters[at + 1]);
        }
        return letter >= '\u0591' && letter <= '\u05C7' && letter != MAQAF || letter == '׳' || letter == '״';
    }

    private boolean isPrefixed() {
        int length = word.length();
        char[] letters = word.buffer();
        if (length < SHORTEST_PREFIXED || PREFIXES.indexOf(letters[0]) < 0) {
            return false;
        }
        for (int at = 1; at < length; at++) {
            if (!isLetter(letters[at])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char letter) {
        return letter >= 'א' && letter <= 'ת';
    }
}
