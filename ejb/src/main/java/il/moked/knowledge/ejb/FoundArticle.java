// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge.ejb;

import il.moked.knowledge.ArticlePassage;
import il.moked.knowledge.Audience;
import il.moked.shared.ShownText;

/** An article that answers. @param language of the text that does @param heading of the piece that does, or the question it answers, or null @param excerpt its beginning, in one line */
public record FoundArticle(long id, String language, Audience audience, String title, String heading, String excerpt) {
    static FoundArticle of(ArticlePassage passage) {
        return new FoundArticle(passage.articleId(), passage.language(), passage.audience(), passage.title(), passage.heading().orElse(null), ShownText.line(passage.text(), ArticleCutting.LONGEST_OPENING));
    }

    /** One that was not looked for, with its beginning. */
    public static FoundArticle of(ReadArticle article) {
        return new FoundArticle(article.id(), article.language(), article.audience(), article.title(), null, ShownText.line(article.text(), ArticleCutting.LONGEST_OPENING));
    }

    public boolean open() {
        return audience == Audience.PUBLIC;
    }
}
