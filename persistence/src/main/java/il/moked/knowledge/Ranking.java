// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which articles answer a question best, from the passages that are nearest to it. Each passage speaks for its article, the
 * louder the nearer it is, and each further one of the same article less; the article as a whole speaks too.
 */
public final class Ranking {
    private static final double NEARNESS = 3;
    private static final double FURTHER = 0.75;

    private final Map<Long, Answer> answers = new HashMap<>();

    /** A passage that was found. @param score how near; of one search, the higher the nearer */
    public record Near(long passageId, long articleId, double score) {
    }

    /** An article that answers. @param passageId its nearest passage, of the text or a question; that of the whole where none was near */
    public record Ranked(long articleId, long passageId, double weight) {
    }

    private static final class Answer {
        private long passage;
        private int passages;
        private double weight;
    }

    private Ranking() {
    }

    /** @param passages sections and questions, the nearest first @param wholes whole articles, the nearest first */
    public static List<Ranked> of(List<Near> passages, List<Near> wholes, int most) {
        Ranking ranking = new Ranking();
        passages.forEach(near -> ranking.speaks(near, passages.get(0).score()));
        ranking.answers.values().forEach(answer -> answer.passages = 0);
        wholes.forEach(near -> ranking.speaks(near, wholes.get(0).score()));
        List<Ranked> ranked = new ArrayList<>();
        ranking.answers.forEach((article, answer) -> ranked.add(new Ranked(article, answer.passage, answer.weight)));
        ranked.sort(Comparator.comparingDouble(Ranked::weight).reversed().thenComparing(Ranked::articleId));
        return List.copyOf(ranked.subList(0, Math.min(most, ranked.size())));
    }

    private void speaks(Near near, double nearest) {
        Answer answer = answers.computeIfAbsent(near.articleId(), none -> new Answer());
        answer.weight += Math.pow(FURTHER, answer.passages++) * Math.pow(near.score() / nearest, NEARNESS);
        answer.passage = answer.passage == 0 ? near.passageId() : answer.passage;
    }
}
