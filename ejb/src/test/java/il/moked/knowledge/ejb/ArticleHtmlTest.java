// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.knowledge.ejb.ArticleHtml.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleHtmlTest {
    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<p onclick='alert(1)'>a</p>", "<a href='javascript:alert(1)'>a</a>", "<svg onload=alert(1)>", "<iframe src='//evil'></iframe>", "<p style='background:url(//evil)'>a</p>"})
    void nothingThatRunsOrLoadsIsKept(String html) {
        assertThat(ArticleHtml.safe(html)).doesNotContainIgnoringCase("alert").doesNotContainIgnoringCase("evil");
    }

    @Test
    void whatCannotBeReadIsNothing() {
        assertThat(ArticleHtml.safe("<p> <br></p>")).isEmpty();
    }

    @Test
    void listsLinksAndParagraphsAreLinesOfAMessage() {
        assertThat(ArticleHtml.text("<h2>ביטול</h2><p>כך   מבטלים:</p><ol><li>נכנסים</li><li>לוחצים <b>כאן</b></li></ol><ul><li>א</li></ul><p>ראו <a href=\"https://moked.example/a\">עוד</a></p>"))
                .isEqualTo("ביטול\n\nכך מבטלים:\n\n1. נכנסים\n2. לוחצים כאן\n\n• א\n\nראו עוד (https://moked.example/a)");
    }

    @Test
    void aRowOfATableIsALine() {
        assertThat(ArticleHtml.text("<table><tr><th>מה קרה</th><th>פיצוי</th></tr><tr><td>איחור</td><td>50 ₪</td></tr></table>")).isEqualTo("מה קרה · פיצוי\nאיחור · 50 ₪");
    }

    @Test
    void aSectionGoesFromHeadingToHeading() {
        assertThat(ArticleHtml.sections("<p>פתיחה</p><h2>א</h2><p>ראשון</p><p>שני</p><h3>ב</h3><ul><li>שלישי</li></ul>"))
                .containsExactly(new Section(null, "פתיחה"), new Section("א", "ראשון\nשני"), new Section("ב", "• שלישי"));
    }

    @Test
    void aLongSectionIsCutBetweenParagraphs() {
        String paragraph = "<p>" + "מילה ".repeat(200) + "</p>";
        assertThat(ArticleHtml.sections("<h2>ארוך</h2>" + paragraph.repeat(5))).hasSize(3).allSatisfy(section -> assertThat(section.heading()).isEqualTo("ארוך"));
    }
}
