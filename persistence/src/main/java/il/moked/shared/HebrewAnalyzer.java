// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * How texts are cut into searchable words, for Hebrew and everything else. Words by the rules of Unicode (UAX #29), which
 * keep the quotation marks inside a Hebrew abbreviation; Latin lower-cased without accents; Hebrew by {@link HebrewWords}.
 */
public final class HebrewAnalyzer extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        return new TokenStreamComponents(words, new HebrewWords(new ASCIIFoldingFilter(new LowerCaseFilter(words))));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream word) {
        return new ASCIIFoldingFilter(new LowerCaseFilter(word));
    }
}
