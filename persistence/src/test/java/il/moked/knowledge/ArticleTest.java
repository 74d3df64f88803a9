// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.access.Role;
import il.moked.knowledge.ArticleSheet.Kind;
import il.moked.knowledge.ArticleSheet.Wording;
import il.moked.shared.BusinessException;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ArticleTest {
    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");
    private static final ArticleSheet SHEET = new ArticleSheet(Kind.ARTICLE, Audience.PUBLIC, null, List.of("חיוב"), new Wording("איך מבטלים?", "<p>כך.</p>", List.of("איך אני מבטל", "רוצה לבטל")), null);

    private final ArticleVersion draft = new ArticleVersion(1, 1, SHEET, "michal", NOW);

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void whatWasWrittenIsWhatIsRead() {
        assertThat(draft.sheet()).isEqualTo(SHEET);
        assertThat(ArticleSheet.read(SHEET.write())).isEqualTo(SHEET);
    }

    @Test
    void whoeverWroteOrSubmittedItDoesNotApproveIt() {
        draft.submit("dana", NOW);
        refused("knowledge.own-work", () -> draft.approve("michal", NOW));
        refused("knowledge.own-work", () -> draft.approve("dana", NOW));
        draft.approve("admin", NOW);
        assertThat(draft.state()).isEqualTo(ArticleVersion.State.PUBLISHED);
    }

    @Test
    void whatIsReviewedOrPublishedIsNotChanged() {
        draft.submit("michal", NOW);
        refused("knowledge.not-draft", () -> draft.write(SHEET, "michal", NOW));
        draft.approve("admin", NOW);
        refused("knowledge.not-draft", () -> draft.write(SHEET, "michal", NOW));
        refused("knowledge.not-in-review", () -> draft.sendBack("why", "admin", NOW));
    }

    @Test
    void whatWasSentBackIsADraftAgainAndSaysWhy() {
        draft.submit("michal", NOW);
        draft.sendBack("חסר מחיר", "admin", NOW);
        assertThat(draft.state()).isEqualTo(ArticleVersion.State.DRAFT);
        assertThat(draft.remark()).contains("חסר מחיר");
        draft.submit("michal", NOW);
        assertThat(draft.remark()).isEmpty();
    }

    @Test
    void theNextVersionReplacesThePublishedOne() {
        Article article = new Article("michal", NOW);
        ArticleVersion next = new ArticleVersion(1, 2, SHEET, "michal", NOW);
        draft.submit("michal", NOW);
        article.publish(draft, null, "admin", NOW);
        next.submit("michal", NOW);
        article.publish(next, draft, "admin", NOW);
        assertThat(draft.state()).isEqualTo(ArticleVersion.State.REPLACED);
        assertThat(next.state()).isEqualTo(ArticleVersion.State.PUBLISHED);
        article.archive(next, "admin", NOW);
        assertThat(next.state()).isEqualTo(ArticleVersion.State.ARCHIVED);
        refused("knowledge.not-published", () -> article.archive(next, "admin", NOW));
    }

    @Test
    void aSheetWithoutATextIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> ArticleSheet.read("{\"article\":{\"kind\":\"ARTICLE\",\"audience\":\"PUBLIC\"},\"he\":{\"title\":\"כותרת\"},\"en\":{}}"))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.arguments()).containsExactly("he.body"));
        assertThatThrownBy(() -> ArticleSheet.read("{\"article\":{\"kind\":\"ARTICLE\",\"audience\":\"PUBLIC\"},\"he\":{},\"en\":{}}"))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.arguments()).containsExactly("he.title"));
    }

    @Test
    void nobodyOutsideIsLedToWhatIsNotPublic() {
        ArticleSheet inside = new ArticleSheet(Kind.ARTICLE, Audience.INTERNAL, null, List.of(), SHEET.hebrew(), null);
        refused("knowledge.not-public", () -> new ArticleUse(new ArticleVersion(1, 1, inside, "michal", NOW), 7, ArticleUse.Manner.LINK, "dana", NOW));
        assertThatCode(() -> new ArticleUse(draft, 7, ArticleUse.Manner.LINK, "dana", NOW)).doesNotThrowAnyException();
    }

    @Test
    void theOtherLanguageIsReadWhereOneIsMissing() {
        assertThat(SHEET.in("en").title()).isEqualTo("איך מבטלים?");
        assertThat(SHEET.languageFor("en")).isEqualTo("he");
    }

    @Test
    void eachReadsWhatIsMeantForHim() {
        assertThat(Audience.of(role -> false)).containsExactly(Audience.PUBLIC);
        assertThat(Audience.of(Role.AGENT::equals)).containsExactly(Audience.PUBLIC, Audience.INTERNAL);
        assertThat(Audience.of(Role.INTEGRATION::equals)).containsExactly(Audience.PUBLIC, Audience.INTERNAL);
        assertThat(Audience.of(Role.SUPERVISOR::equals)).containsExactly(Audience.PUBLIC, Audience.INTERNAL, Audience.SUPERVISORS);
        assertThat(Audience.of(Role.ADMINISTRATOR::equals)).containsExactly(Audience.values());
    }
}
