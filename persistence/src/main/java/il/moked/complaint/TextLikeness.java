// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import il.moked.shared.HebrewAnalyzer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * How alike texts are: cosine of their words weighted by TF-IDF, over the texts that are compared with each other. Words are cut
 * as for searching, so that Hebrew prefixes and marks do not matter. The work grows with the square of their number.
 */
public final class TextLikeness {
    /** Texts at least so alike are taken to speak of the same. */
    public static final double ALIKE = 0.25;

    private final List<Map<String, Double>> vectors = new ArrayList<>();

    public TextLikeness(List<String> texts) {
        List<Map<String, Integer>> counted = texts.stream().map(TextLikeness::words).toList();
        Map<String, Integer> documents = new HashMap<>();
        counted.forEach(words -> words.keySet().forEach(word -> documents.merge(word, 1, Integer::sum)));
        for (Map<String, Integer> words : counted) {
            Map<String, Double> weights = new HashMap<>();
            words.forEach((word, times) -> weights.put(word, (1 + Math.log(times)) * Math.log(1 + (double) texts.size() / documents.get(word))));
            double length = Math.sqrt(weights.values().stream().mapToDouble(weight -> weight * weight).sum());
            weights.replaceAll((word, weight) -> weight / length);
            vectors.add(weights);
        }
    }

    /** 0 for nothing in common, 1 for the same words. */
    public double between(int one, int other) {
        Map<String, Double> fewer = vectors.get(one);
        Map<String, Double> more = vectors.get(other);
        if (fewer.size() > more.size()) {
            return between(other, one);
        }
        return fewer.entrySet().stream().mapToDouble(word -> word.getValue() * more.getOrDefault(word.getKey(), 0.0)).sum();
    }

    /** Each text with the first one before it that it is like, largest group first; those of equal size in the order of the texts. Places in the list given. */
    public List<List<Integer>> groups() {
        List<List<Integer>> groups = new ArrayList<>();
        Set<Integer> grouped = new HashSet<>();
        for (int first = 0; first < vectors.size(); first++) {
            if (grouped.add(first)) {
                List<Integer> group = new ArrayList<>(List.of(first));
                for (int other = first + 1; other < vectors.size(); other++) {
                    if (!grouped.contains(other) && between(first, other) >= ALIKE) {
                        group.add(other);
                        grouped.add(other);
                    }
                }
                groups.add(group);
            }
        }
        groups.sort((a, b) -> b.size() - a.size());
        return groups;
    }

    private static Map<String, Integer> words(String text) {
        Map<String, Integer> words = new HashMap<>();
        try (HebrewAnalyzer analyzer = new HebrewAnalyzer(); TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.merge(word.toString(), 1, Integer::sum);
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return words;
    }
}
