// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge.ejb;

import il.moked.knowledge.ArticleIndex;
import il.moked.knowledge.ArticlePassage;
import il.moked.knowledge.Articles;
import il.moked.knowledge.Audience;
import il.moked.knowledge.Ranking.Ranked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks the index, and the database whether what it answers is so. */
@ApplicationScoped
class ArticleFinding {
    static final int MOST = 50;

    @Inject
    ArticleIndex index;
    @Inject
    Articles articles;

    List<FoundArticle> find(String asked, Set<Audience> audiences, int most) {
        if (asked == null || asked.isBlank()) {
            return List.of();
        }
        List<Ranked> ranked = index.find(asked.strip(), audiences, Math.max(1, Math.min(most, MOST)));
        Map<Long, ArticlePassage> passages = articles.passages(ranked.stream().map(Ranked::passageId).toList(), audiences);
        List<FoundArticle> found = new ArrayList<>();
        for (Ranked one : ranked) {
            ArticlePassage passage = passages.get(one.passageId());
            if (passage != null) {
                found.add(FoundArticle.of(passage));
            }
        }
        return found;
    }
}
