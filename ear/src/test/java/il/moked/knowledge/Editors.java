// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge;

import il.moked.As;
import il.moked.knowledge.ArticleSheet.Kind;
import il.moked.knowledge.ArticleSheet.Wording;
import il.moked.knowledge.ejb.Publishing;
import il.moked.knowledge.ejb.Publishing.ArticleDetail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.LongStream;

/** Michal writes, the administrator approves. */
@ApplicationScoped
public class Editors {
    @Inject
    Publishing publishing;

    static ArticleSheet hebrew(Audience audience, String title, String body, List<String> questions) {
        return new ArticleSheet(Kind.ARTICLE, audience, null, List.of(), new Wording(title, body, questions), null);
    }

    static ArticleSheet english(Audience audience, String title, String body, List<String> questions) {
        return new ArticleSheet(Kind.ARTICLE, audience, null, List.of(), null, new Wording(title, body, questions));
    }

    /** @return the article as it is now */
    ArticleDetail published(ArticleSheet sheet) throws Exception {
        return published(List.of(sheet)).get(0);
    }

    /** Each signs in once: it is what takes time. */
    List<ArticleDetail> published(List<ArticleSheet> sheets) throws Exception {
        List<ArticleDetail> submitted = As.user("michal", () -> sheets.stream().map(sheet -> publishing.create(sheet.write())).map(made -> publishing.submit(made.id(), made.version())).toList());
        return As.user("admin", () -> submitted.stream().map(article -> publishing.approve(article.id(), article.version())).toList());
    }

    void archived(long... ids) throws Exception {
        As.run("admin", () -> LongStream.of(ids).forEach(id -> publishing.archive(id, publishing.get(id).version())));
    }
}
