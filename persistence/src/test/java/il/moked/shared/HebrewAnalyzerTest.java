// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HebrewAnalyzerTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
            "חשבון,חשבונ",
            "לֶחֶם,לחמ",
            "צה\"ל,צהל",
            "צה״ל,צהל",
            "צ'ק,צק",
            "צ׳ק,צק",
            "don't,don't",
            "Résumé,resume",
            "03-6234567,03 6234567",
            "בית־ספר,בית ספר",
            "הבית,הבית בית",
            "והבית,והבית הבית",
            "שלי,שלי",
            "ו2024,ו2024"})
    void wordsAreCutAndFolded(String text, String words) {
        assertThat(words(text)).containsExactly(words.split(" "));
    }

    @Test
    void aWordWithoutItsPrefixStandsInTheSamePlace() throws IOException {
        try (HebrewAnalyzer analyzer = new HebrewAnalyzer(); TokenStream stream = analyzer.tokenStream("", "הבית שלי")) {
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            List<String> seen = new ArrayList<>();
            stream.reset();
            while (stream.incrementToken()) {
                seen.add(step.getPositionIncrement() + " " + place.startOffset() + "-" + place.endOffset());
            }
            assertThat(seen).containsExactly("1 0-4", "0 0-4", "1 5-8");
        }
    }

    private static List<String> words(String text) {
        try (HebrewAnalyzer analyzer = new HebrewAnalyzer(); TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            List<String> words = new ArrayList<>();
            stream.reset();
            while (stream.incrementToken()) {
                words.add(word.toString());
            }
            return words;
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
