// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * How a question, and the text that answers it, are cut to be compared: as {@link HebrewAnalyzer} does, English words by
 * their stem, and then by what of it is looked at. Every term stands in a place of its own, so that each counts by how
 * rare it is.
 */
public final class QuestionAnalyzer extends Analyzer {
    /** What of a text is looked at. */
    public enum Aspect {
        /** What it is about: words that ask, or are everywhere, are left out. */
        SUBJECT,
        /** How it is put: every word, and each with the one that follows it. */
        WORDING,
        /** Four letters at a time of what it is about: forms of a Hebrew word, and what is misspelt, have these in common. */
        FRAGMENTS
    }

    private static final int FRAGMENT = 4;
    /** Final letters in their common form, as the words come here. */
    private static final CharArraySet EVERYWHERE = new CharArraySet(List.of(
            "מי", "מה", "מתי", "איפה", "היכנ", "איכ", "כיצד", "למה", "מדוע", "האמ", "כמה", "איזה", "איזו", "אילו", "מיהו", "מיהי", "מהו", "מהי", "באיזה", "באיזו", "לאיזה",
            "של", "את", "על", "עמ", "אל", "מנ", "לפי", "בינ", "הוא", "היא", "המ", "הנ", "אני", "שלי", "לי", "היה", "היתה", "הייתה", "היו", "זה", "זו", "זאת", "לא", "אינ", "יש", "כי", "או", "גמ", "אשר", "אמ", "כל", "רק", "אבל", "ביותר",
            "a", "an", "the", "is", "are", "was", "be", "been", "am", "to", "of", "in", "on", "for", "with", "at", "and", "or", "if", "it", "this", "that", "there", "i", "my", "me", "you", "your",
            "do", "does", "did", "can", "could", "would", "will", "have", "has", "what", "how", "please"), false);

    private final Aspect aspect;

    public QuestionAnalyzer(Aspect aspect) {
        this.aspect = aspect;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream folded = new HebrewWords(new ASCIIFoldingFilter(new LowerCaseFilter(words)));
        return new TokenStreamComponents(words, new TermsApart(switch (aspect) {
            case SUBJECT -> new SnowballFilter(new StopFilter(folded, EVERYWHERE), "English");
            case WORDING -> new ShingleFilter(new SnowballFilter(folded, "English"), 2, 2);
            case FRAGMENTS -> new NGramTokenFilter(new StopFilter(folded, EVERYWHERE), FRAGMENT, FRAGMENT, true);
        }));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream word) {
        return new ASCIIFoldingFilter(new LowerCaseFilter(word));
    }
}
