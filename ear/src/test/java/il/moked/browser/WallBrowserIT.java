// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The supervisor before the wall and on the floor. */
@ArquillianTest
@RunAsClient
public class WallBrowserIT {
    private static final String WALL = "/moked/supervisor/wall.xhtml";
    private static final String TEAM = "/moked/supervisor/team.xhtml";

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private static void post(Page page, String what) {
        APIResponse answer = page.request().post(Chromium.DESK + "/moked-test/busy-floor", RequestOptions.create().setForm(FormData.create().set(what, "true")));
        assertThat(answer.status()).isEqualTo(204);
    }

    /** The big number of a queue. */
    private static Locator waiting(Page page, String queue) {
        return page.locator("tr[data-queue='" + queue + "'] .board__waiting");
    }

    @ParameterizedTest
    @EnumSource
    void theWallShowsWhatHappensWithoutBeingLoadedAgain(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, WALL).enter("michal");
        assertThat(page.locator("main.wall")).isVisible();
        page.evaluate("() => { window.neverReloaded = true; }");
        new Exchange().comesBack();
        assertThat(page.locator("#wall-outages .alarm__one")).hasCount(0);
        int before = Integer.parseInt(waiting(page, "service").textContent().strip());
        MailProgram customer = new MailProgram("אסתר עמר", "customer05@example.co.il");
        customer.writes("קיר wall " + mark, "טקסט");
        assertThat(waiting(page, "service")).hasText(Pattern.compile("\\s*" + (before + 1) + "\\s*"));
        assertThat(page.locator("#wall-waiting")).not().hasText("0");
        assertThat(page.locator("tr[data-queue=service] .board__longest [data-since]")).hasText(Pattern.compile("\\d+:\\d\\d"));

        post(page, "busy");
        // those of the branches share one
        assertThat(page.locator("#wall-rows tr")).hasCount(BusyFloor.QUEUES + 1);
        assertThat(page.locator("#wall-rows .trend__line, #wall-rows .trend__dot").first()).isVisible();
        assertThat(page.locator("#wall-fair .fair__channel").nth(5)).isVisible();
        assertThat(page.locator("#wall-fair tbody tr")).hasCount(3);
        check.check("wall", page);
        assertThat((Boolean) page.evaluate("() => { const wall = document.querySelector('.wall'), board = document.querySelector('.board'); return wall.scrollHeight <= wall.clientHeight && board.scrollHeight <= board.clientHeight && board.scrollWidth <= board.clientWidth; }"))
                .as("everything is seen at once").isTrue();

        page.locator("#wall-rows a[href*='of=branches']").click();
        page.waitForLoadState();
        assertThat(page.locator("#wall-rows tr[data-queue=branch-dizengoff]")).isVisible();
        assertThat(page.locator("#wall-rows tr[data-queue=service]")).hasCount(0);
        check.check("wall of branches", page);
        page.locator("a.wall__aside").click();
        page.waitForLoadState();
        page.evaluate("() => { window.neverReloaded = true; }");

        Locator formula = page.locator("tr[data-queue=vip] select");
        assertThat(formula).hasValue(language == ScreenLanguage.HEBREW ? "F6" : "F2");
        formula.selectOption(language == ScreenLanguage.HEBREW ? "F2" : "F6");
        assertThat(page.locator("tr[data-queue=vip] option[selected]")).hasAttribute("value", language == ScreenLanguage.HEBREW ? "F2" : "F6");

        post(page, "outage");
        assertThat(page.locator("#wall-outages .alarm__one")).containsText(language.either("אין גישה לתיקייה", "the folder cannot be reached"));
        check.check("wall with an alarm", page);
        post(page, "over");
        assertThat(page.locator("#wall-outages .alarm__one")).hasCount(0);
        assertThat(page.evaluate("() => window.neverReloaded === true")).as("the page was never loaded again").isEqualTo(true);
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aSupervisorSeesWhoDoesWhatAndHandsWorkOver(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page agent = chromium.person(Device.DESK, language);
        AgentDesk desk = AgentDesk.of(agent, "dana").clearsTheLine();
        MailProgram customer = new MailProgram("אסתר עמר", "customer05@example.co.il");
        customer.writes("רצפה floor " + mark, "טקסט " + mark);
        desk.accept(mark);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, TEAM).enter("michal");
        Locator dana = page.locator("[data-person=dana]");
        assertThat(dana.locator(".work")).containsText(mark);
        assertThat(dana.locator(".person__state")).hasClass(Pattern.compile("person__state--BUSY"));
        check.check("floor", page);

        dana.locator(".work a").click();
        assertThat(page.locator(".why__headline").first()).containsText(language.either("דנה", "Dana"));
        assertThat(page.locator("main .table").last()).isVisible();
        check.check("why", page);
        page.goBack();

        dana.locator(".person__line summary").click();
        dana.locator(".person__line [data-to=MEETING]").click();
        assertThat(dana.locator(".person__line > .person__state")).hasClass(Pattern.compile("person__state--AWAY"));
        assertThat(agent.locator("#presence .presence__dot").first()).hasClass(Pattern.compile("presence__dot--away"));

        dana.locator(".work summary").click();
        dana.locator(".work [data-act=give]").click();
        assertThat(page.locator("#give-choice")).isVisible();
        check.check("hand over", page);
        page.locator("#give-choice").selectOption(page.locator("#give-choice option").filter(new Locator.FilterOptions().setHasText(language.either("מיכל", "Michal"))).first().getAttribute("value"));
        page.locator("#give button[type=submit]").click();
        assertThat(page.locator("[data-person=michal] .work").filter(new Locator.FilterOptions().setHasText(mark))).hasCount(1);
        assertThat(dana.locator(".work").filter(new Locator.FilterOptions().setHasText(mark))).hasCount(0);
        assertThat(check.faults()).isEmpty();
        AgentDesk.arrived(navigated(page)).open(mark).close("ANSWERED");
        desk.goesHome();
    }

    private static Page navigated(Page page) {
        page.navigate(Chromium.DESK + AgentDesk.PATH);
        return page;
    }
}
