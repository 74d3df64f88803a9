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
        ArticleDetail submitted = As.user("michal", () -> {
            ArticleDetail made = publishing.create(sheet.write());
            return publishing.submit(made.id(), made.version());
        });
        return As.user("admin", () -> publishing.approve(submitted.id(), submitted.version()));
    }

    void archived(long id) throws Exception {
        As.run("admin", () -> publishing.archive(id, publishing.get(id).version()));
    }
}
