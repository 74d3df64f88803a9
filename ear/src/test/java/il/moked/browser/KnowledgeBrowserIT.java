// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A supervisor writes an article, an administrator approves it, and it is found by who serves and by who asks, in both languages. */
@ArquillianTest
@RunAsClient
public class KnowledgeBrowserIT {
    private static final String ARTICLES = "/moked/admin/articles.xhtml";
    private static final String LIBRARY = "/moked/agent/knowledge.xhtml";

    @RegisterExtension
    final Chromium chromium = new Chromium();

    /** A word nobody else writes. */
    private final String mark = UUID.randomUUID().toString().replaceAll("[^a-f]", "").concat("qxz");

    private Page signedIn(ScreenLanguage language, String who, String where) {
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, where).enter(who);
        page.waitForLoadState();
        return page;
    }

    private static Locator status(Page page) {
        return page.locator("#article-head .status");
    }

    private static void writes(Page page, String side, String title, String body, String questions) {
        Locator part = page.locator("[data-section=" + side + "]");
        part.locator("[data-field=title]").fill(title);
        part.locator("[data-field=body]").fill(body);
        part.locator("[data-field=questions]").fill(questions);
    }

    @ParameterizedTest
    @EnumSource
    void anArticleIsWrittenApprovedFoundReadAndVotedOn(ScreenLanguage language) {
        PageCheck check = new PageCheck(language);
        Page editor = signedIn(language, "michal", ARTICLES + "?article-id=new");
        editor.selectOption("[data-field=audience]", "PUBLIC");
        editor.fill("[data-field=topics]", "test, " + mark);
        editor.locator("[data-section=he] [data-field=title]").fill("ניקוי המסנן " + mark);
        editor.locator("form.sheet [type=submit]").click();
        assertThat(editor.locator("[data-section=he] .field__error")).isVisible();
        check.check("an article without its text", editor);
        writes(editor, "he", "ניקוי המסנן " + mark, "מסירים את המכסה ושוטפים במים פושרים.", "המסנן " + mark + " סתום\nאיך מנקים את המסנן");
        writes(editor, "en", "Cleaning the filter " + mark, "Take off the lid and rinse it with lukewarm water.", "the filter is blocked");
        editor.locator("[data-section=he] [data-field=body]").press("Control+a");
        editor.locator("[data-section=he] [data-edit=insertOrderedList]").click();
        check.check("an article is written", editor);
        editor.locator("[data-act=article-submit]").click();
        assertThat(status(editor)).hasText(language.either("ממתינה לאישור", "In review"));
        assertThat(editor.locator("[data-what=approve]")).hasCount(0);
        check.check("an article waits", editor);

        Page admin = signedIn(language, "admin", ARTICLES + "?state=IN_REVIEW");
        admin.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(mark)).locator(".row-link").click();
        admin.locator("details:has([data-article-why]) summary").click();
        admin.fill("[data-article-why] textarea", "חסר: כל כמה זמן? How often?");
        check.check("an article is sent back", admin);
        admin.locator("[data-article-why] [type=submit]").click();
        assertThat(status(admin)).hasText(language.either("טיוטה", "Draft"));

        editor.reload();
        editor.waitForLoadState();
        assertThat(editor.locator(".notice--warn")).containsText("How often?");
        check.check("an article that was sent back", editor);
        editor.locator("[data-act=article-submit]").click();
        assertThat(status(editor)).hasText(language.either("ממתינה לאישור", "In review"));
        admin.reload();
        admin.waitForLoadState();
        admin.locator("[data-what=approve]").click();
        assertThat(status(admin)).hasText(language.either("מפורסמת", "Published"));
        check.check("an article is published", admin);

        Page agent = signedIn(language, "dana", LIBRARY);
        Locator row = agent.locator(".library__row").filter(new Locator.FilterOptions().setHasText(mark));
        agent.locator("#knowledge-q").fill(language.either("המסנן " + mark + " סתום", "filter " + mark + " blocked"));
        assertThat(row).isVisible();
        check.check("the library while it is searched", agent);
        agent.locator("#knowledge-q").press("ArrowDown");
        assertThat(agent.locator("#reader h2").first()).containsText(mark);
        Locator helpful = agent.locator("[data-act=vote]").first();
        helpful.click();
        assertThat(helpful).hasAttribute("aria-pressed", "true");
        check.check("an article is read", agent);

        Page outside = chromium.person(Device.PHONE, language);
        outside.navigate(Chromium.PORTAL + "/help?q=" + mark);
        outside.locator(".choices a").filter(new Locator.FilterOptions().setHasText(mark)).click();
        assertThat(outside.locator("h1")).containsText(mark);
        check.check("a public article", outside);

        admin.locator("[data-what=archive]").click();
        assertThat(status(admin)).hasText(language.either("בארכיון", "Archived"));
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatFitsTheQuestionIsPutIntoTheAnswerWithOneKey(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        AgentDesk desk = AgentDesk.of(chromium.person(Device.DESK, language), "dana").clearsTheLine();
        Page page = desk.page();
        new MailProgram("אסתר עמר", "customer05@example.co.il").writes(language.either("הנתב " + mark, "Router " + mark), language.either("אין לי אינטרנט, יש נורית אדומה בנתב", "I have no internet, there is a red light on the router") + "\n" + mark);
        ConversationPane talk = desk.accept(mark);
        assertThat(page.locator("#article-hint .hint__one").first()).containsText(language.either("הנתב לא מתחבר", "The router does not connect"));
        check.check("articles that fit the question", page);
        talk.text().focus();
        page.keyboard().press("Alt+1");
        assertThat(talk.text()).hasValue(Pattern.compile(language.either("מנתקים את הנתב מהחשמל", "Take the router off the mains"), Pattern.DOTALL));
        talk.text().fill("");
        page.keyboard().press("Alt+k");
        assertThat(page.locator("#article-list .quick__item").first()).isVisible();
        page.locator("#article-filter").fill(language.either("החזר כספי", "cancel a purchase"));
        assertThat(page.locator("#article-list .quick__item").first()).containsText(language.either("ביטול עסקה", "Cancelling a purchase"));
        check.check("articles are looked for beside the answer", page);
        page.keyboard().press("Shift+Enter");
        assertThat(talk.text()).hasValue(Pattern.compile(".*/help/\\d+.*", Pattern.DOTALL));
        talk.text().fill("");
        talk.close("ANSWERED");
        desk.goesHome();
        assertThat(check.faults()).isEmpty();
    }
}
