// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

/**
 * How texts are cut into searchable words, for Hebrew and everything else: vowel points, accents and the quotation marks
 * of abbreviations are dropped, final letters are written as their common form, Latin is lower-cased without accents,
 * and a Hebrew word is also found without one of the letters ו ה ב כ ל מ ש in front of it.
 */
public class SearchAnalysis implements LuceneAnalysisConfigurer {
    public static final String HEBREW = "hebrew";
    /** Points and accents (U+0591–U+05C7) without the hyphen (U+05BE); gershayim and geresh inside words. */
    private static final String POINTS = "[\\u0591-\\u05BD\\u05BF-\\u05C7\\u05F3\\u05F4]|(?<=[\\u05D0-\\u05EA])[\"'](?=[\\u05D0-\\u05EA])";
    private static final String[][] FINAL_LETTERS = {{"ך", "כ"}, {"ם", "מ"}, {"ן", "נ"}, {"ף", "פ"}, {"ץ", "צ"}};

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        var analyzer = context.analyzer(HEBREW).custom().tokenizer("standard").charFilter("patternReplace").param("pattern", POINTS).param("replacement", "");
        var filters = analyzer.tokenFilter("lowercase").tokenFilter("asciiFolding");
        for (String[] letter : FINAL_LETTERS) {
            filters = filters.tokenFilter("patternReplace").param("pattern", letter[0]).param("replacement", letter[1]).param("replace", "all");
        }
        filters.tokenFilter("patternCaptureGroup").param("pattern", "^[והבכלמש]([א-ת]{3,})$").param("preserve_original", "true");
    }
}
