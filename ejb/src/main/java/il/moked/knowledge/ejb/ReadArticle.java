// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge.ejb;

import il.moked.knowledge.ArticleSheet;
import il.moked.knowledge.ArticleVersion;
import il.moked.knowledge.Audience;
import java.time.Instant;
import java.util.List;

/** A published article as it is read. @param number of the version @param versionId for the place in a list @param language of what follows: the one that was asked for, if it is written in it @param safeHtml the text, made safe again */
public record ReadArticle(long id, long versionId, int number, ArticleSheet.Kind kind, Audience audience, String sku, List<String> topics, List<String> languages, String language, String title, String safeHtml, String publishedBy, Instant publishedAt) {
    static ReadArticle of(ArticleVersion version, String language) {
        ArticleSheet sheet = version.sheet();
        ArticleSheet.Wording wording = sheet.in(language);
        return new ReadArticle(version.articleId(), version.id(), version.number(), sheet.kind(), sheet.audience(), sheet.sku(), sheet.topics(), sheet.languages(), sheet.languageFor(language), wording.title(), ArticleHtml.safe(wording.body()),
                version.decidedBy().orElse(null), version.decidedAt().orElse(null));
    }

    public boolean open() {
        return audience == Audience.PUBLIC;
    }

    /** As it is put into a message. */
    public String text() {
        return ArticleHtml.text(safeHtml);
    }
}
