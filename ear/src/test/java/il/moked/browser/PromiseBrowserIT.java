// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static il.moked.browser.Choosing.with;
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

/** A promise given with the keyboard beside a conversation, kept, taken back, handed on and cancelled; contracts made, used and set up. */
@ArquillianTest
@RunAsClient
public class PromiseBrowserIT {
    private static final String LIST = "/moked/agent/promises.xhtml";
    private static final String BOARD = "/moked/supervisor/promises.xhtml";

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @EnumSource
    void aPromiseIsGivenWithTheKeyboardKeptAndTakenBack(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, AgentDesk.PATH).enter("dana");
        AgentDesk desk = AgentDesk.arrived(page).clearsTheLine();
        MailProgram customer = new MailProgram("אסתר עמר", "customer05@example.co.il");
        customer.writes("שאלה " + mark, "מתי תחזרו אליי? " + mark);
        desk.accept(mark);
        String promised = "לחזור עם תשובה " + mark;

        page.keyboard().press("Alt+KeyP");
        Locator dialog = page.locator("#promise-give");
        assertThat(dialog).isVisible();
        assertThat(dialog.locator("#promise-dues .choice")).hasCount(5);
        assertThat(dialog.locator("[data-channel]")).isHidden();
        check.check("giving a promise", page);
        page.keyboard().type(promised);
        page.keyboard().press("Enter");
        assertThat(dialog).isHidden();
        Locator mine = with(page.locator("#promises .promise"), promised);
        assertThat(mine).isVisible();
        assertThat(page.locator("#toasts")).containsText(language.either("הובטח", "Promised"));
        check.check("desk with promises", page);

        mine.locator("[data-act=promise-reschedule]").click();
        Locator another = page.locator("#promise-reschedule");
        another.locator("[value=THREE_DAYS]").check();
        another.locator("#promise-rescheduled-why").fill("הלקוחה בחו״ל");
        check.check("a promise put to another time", page);
        page.keyboard().press("Enter");
        assertThat(another).isHidden();
        assertThat(mine).containsText("הלקוחה בחו״ל");
        check.check("desk with a promise put to another time", page);

        mine.locator("[data-act=promise-keep]").click();
        assertThat(page.locator("#promise-what")).hasValue(desk.conversation().reference());
        check.check("keeping a promise", page);
        page.locator("#promise-keep [type=submit]").click();
        assertThat(with(page.locator("#promises > .promises__list .promise"), promised)).hasCount(0);
        with(page.locator("#toasts .toast"), language.either("קוימה", "kept")).last().locator(".link").click();
        assertThat(with(page.locator("#promises > .promises__list .promise"), promised)).isVisible();

        page.navigate(Chromium.DESK + LIST);
        Locator row = with(page.locator("#promise-lines tr"), promised);
        assertThat(row).isVisible();
        check.check("my promises", page);
        row.locator("[data-act=promise-assign]").click();
        Locator keepers = page.locator("#promise-keepers .choice");
        with(keepers, language.either("יוסי מזרחי", "Yossi Mizrahi")).click();
        check.check("handing a promise on", page);
        page.locator("#promise-assign [type=submit]").click();
        assertThat(row).hasCount(0);
        page.navigate(Chromium.DESK + LIST + "?of=team");
        assertThat(row).containsText(language.either("יוסי מזרחי", "Yossi Mizrahi"));
        row.locator("[data-act=promise-take]").click();
        assertThat(row).containsText(language.either("דנה לוי", "Dana Levi"));
        check.check("promises of the team", page);
        row.locator("[data-act=promise-cancel]").click();
        page.locator("#promise-why").fill("הלקוחה ביקשה");
        check.check("cancelling a promise", page);
        page.keyboard().press("Enter");
        assertThat(row).hasCount(0);
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aSupervisorSeesWhatIsKeptAndTheRowsBehindIt(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, BOARD + "?days=30").enter("michal");
        Locator team = page.locator(".promise-standings tbody tr").filter(new Locator.FilterOptions().setHasText(language.either("שירות לקוחות", "Customer service")));
        assertThat(team).containsText(Pattern.compile("\\d+%"));
        assertThat(page.locator("#promise-lines tr").first()).isVisible();
        check.check("promises kept", page);
        String broken = team.locator("a[href*='counted=BROKEN']").textContent().strip();
        team.locator("a[href*='counted=BROKEN']").click();
        assertThat(page.locator("#promise-lines tr")).hasCount(Integer.parseInt(broken));
        check.check("promises broken", page);
        team.locator("a[href*='counted=RESCHEDULED']").click();
        assertThat(page.locator("h2", new Page.LocatorOptions().setHasText(language.either("סוכם מועד אחר", "Put to another time")))).isVisible();
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aContractIsSoldSetUpMadeAndUsed(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        String code = "sold-" + mark + '-' + language.code();
        Page admin = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(admin, "/moked/admin/agreements.xhtml?edit=template&new=true").enter("admin");
        admin.fill("#code", code);
        admin.fill("#hebrewName", "תבנית " + code);
        admin.fill("#englishName", "Template " + code);
        admin.selectOption("#level", "gold");
        admin.locator("[data-act=add-row]").click();
        check.check("a template", admin);
        admin.locator("form[data-command=wireTemplate] [type=submit]").click();
        assertThat(admin.locator("tbody").first()).containsText(code);
        check.check("agreements", admin);
        admin.fill("#csv", "number,customer,template\nX-" + mark + ",nobody," + code + "\n");
        admin.locator(".agreement-files [type=submit]").click();
        assertThat(admin.locator("#import-outcome tbody tr")).containsText("2");
        check.check("a file of agreements that is wrong", admin);

        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, BOARD).enter("michal");
        page.locator("#promise-lines tr .row-link").first().click();
        assertThat(page.locator("main")).hasAttribute("data-customer", Pattern.compile("\\d+"));
        String id = page.locator("main").getAttribute("data-customer");
        page.navigate(Chromium.DESK + "/moked/supervisor/agreements.xhtml?customer=" + id);
        page.selectOption("#template", code);
        page.fill("#number", "N-" + mark + language.code());
        page.locator("form:has(#template) [type=submit]").click();
        Locator made = with(page.locator(".agreement"), "N-" + mark + language.code());
        assertThat(made).isVisible();
        check.check("agreements of a customer", page);
        page.navigate(Chromium.DESK + "/moked/agent/customer.xhtml?id=" + id + "&tab=agreements");
        Locator visits = made.locator(".entitlement").first();
        assertThat(visits).containsText(language.either("נותרו 1 מתוך 1", "1 of 1 left"));
        check.check("card with agreements", page);
        visits.locator("[data-act=entitlement-use]").click();
        assertThat(visits).containsText(language.either("נותרו 0 מתוך 1", "0 of 1 left"));
        page.locator("#toasts .toast .link").last().click();
        assertThat(visits).containsText(language.either("נותרו 1 מתוך 1", "1 of 1 left"));
        assertThat(check.faults()).isEmpty();
    }
}
