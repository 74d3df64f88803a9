// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge.ejb;

import il.moked.knowledge.ArticlePassage;
import il.moked.knowledge.ArticlePassage.Part;
import il.moked.knowledge.ArticleSheet;
import il.moked.knowledge.ArticleSheet.Wording;
import il.moked.knowledge.ArticleVersion;
import il.moked.shared.ShownText;
import java.util.ArrayList;
import java.util.List;

/** Cuts a published version into what is searched of it. */
public final class ArticleCutting {
    static final int LONGEST_OPENING = 300;
    private static final int MOST_SECTIONS = 500;

    private ArticleCutting() {
    }

    public static List<ArticlePassage> passages(ArticleVersion version) {
        List<ArticlePassage> passages = new ArrayList<>();
        ArticleSheet sheet = version.sheet();
        for (String language : sheet.languages()) {
            Wording wording = sheet.in(language);
            String text = ArticleHtml.text(wording.body());
            String opening = ShownText.line(text, LONGEST_OPENING);
            ArticleHtml.sections(wording.body()).stream().limit(MOST_SECTIONS).forEach(section -> passages.add(new ArticlePassage(version, language, Part.SECTION, section.heading(), section.text())));
            wording.questions().forEach(question -> passages.add(new ArticlePassage(version, language, Part.QUESTION, cut(question), opening)));
            passages.add(new ArticlePassage(version, language, Part.WHOLE, null, String.join("\n", wording.title(), String.join("\n", sheet.topics()), String.join("\n", wording.questions()), text)));
        }
        return passages;
    }

    private static String cut(String question) {
        return question.length() > ArticlePassage.LONGEST_HEADING ? question.substring(0, ArticlePassage.LONGEST_HEADING) : question;
    }
}
