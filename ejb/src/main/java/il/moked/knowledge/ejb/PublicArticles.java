// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge.ejb;

import il.moked.knowledge.Articles;
import il.moked.knowledge.Audience;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What anybody outside may find and read. */
@Stateless
@PermitAll
public class PublicArticles {
    private static final Set<Audience> EVERYBODY = EnumSet.of(Audience.PUBLIC);

    @Inject
    ArticleFinding finding;
    @Inject
    Articles articles;

    public List<FoundArticle> find(String asked, int most) {
        return finding.find(asked, EVERYBODY, most);
    }

    public List<FoundArticle> newest(String language, int most) {
        return articles.published(EVERYBODY, null, null, null, Math.max(1, Math.min(most, ArticleFinding.MOST))).rows().stream().map(version -> FoundArticle.of(ReadArticle.of(version, language))).toList();
    }

    /** About a product, the newest first. */
    public List<FoundArticle> about(String sku, String language, int most) {
        return articles.published(EVERYBODY, null, sku, null, Math.max(1, Math.min(most, ArticleFinding.MOST))).rows().stream().map(version -> FoundArticle.of(ReadArticle.of(version, language))).toList();
    }

    public ReadArticle read(long id, String language) {
        return ReadArticle.of(articles.published(id, EVERYBODY), language);
    }
}
