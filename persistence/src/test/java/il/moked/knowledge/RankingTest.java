// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.knowledge.Ranking.Near;
import il.moked.knowledge.Ranking.Ranked;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {
    @Test
    void theNearestPassageWins() {
        assertThat(Ranking.of(List.of(new Near(11, 1, 8), new Near(21, 2, 4)), List.of(), 5)).extracting(Ranked::articleId).containsExactly(1L, 2L);
    }

    @Test
    void severalPassagesThatAreNearlyAsNearOutweighOne() {
        assertThat(Ranking.of(List.of(new Near(11, 1, 8), new Near(21, 2, 7.9), new Near(22, 2, 7.8)), List.of(), 5)).extracting(Ranked::articleId).containsExactly(2L, 1L);
    }

    @Test
    void manyThatAreFarDoNot() {
        List<Near> near = List.of(new Near(11, 1, 8), new Near(21, 2, 2), new Near(22, 2, 2), new Near(23, 2, 2), new Near(24, 2, 2), new Near(25, 2, 2));
        assertThat(Ranking.of(near, List.of(), 5)).extracting(Ranked::articleId).containsExactly(1L, 2L);
    }

    @Test
    void theArticleAsAWholeSpeaksToo() {
        assertThat(Ranking.of(List.of(new Near(11, 1, 8), new Near(21, 2, 7)), List.of(new Near(29, 2, 3), new Near(19, 1, 1)), 5)).extracting(Ranked::articleId).containsExactly(2L, 1L);
    }

    @Test
    void whatIsShownIsTheNearestPassageOfTheArticle() {
        assertThat(Ranking.of(List.of(new Near(12, 1, 8), new Near(11, 1, 7)), List.of(new Near(19, 1, 3)), 5)).extracting(Ranked::passageId).containsExactly(12L);
        assertThat(Ranking.of(List.of(), List.of(new Near(19, 1, 3)), 5)).extracting(Ranked::passageId).containsExactly(19L);
    }

    @Test
    void onlySoManyAreAnswered() {
        assertThat(Ranking.of(List.of(new Near(11, 1, 8), new Near(21, 2, 4), new Near(31, 3, 2)), List.of(), 2)).extracting(Ranked::articleId).containsExactly(1L, 2L);
    }
}
