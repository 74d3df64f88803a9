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

/** The manager of a branch before his line, his counters and his day; and the administrator who keeps branches and reasons. */
@ArquillianTest
@RunAsClient
public class BranchManagerBrowserIT {
    private static final String BRANCH = "/moked/supervisor/branch.xhtml";

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private static void post(Page page, String what, String value) {
        APIResponse answer = page.request().post(Chromium.DESK + "/moked-test/busy-branch", RequestOptions.create().setForm(FormData.create().set(what, value)));
        assertThat(answer.status()).isEqualTo(204);
    }

    @ParameterizedTest
    @EnumSource
    void aManagerSeesHisBranchWithoutLoadingItAgain(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, BRANCH).enter("tamar");
        assertThat(page.locator("h1")).hasText(language.either("סניף דיזנגוף", "Dizengoff branch"));
        page.evaluate("() => { window.neverReloaded = true; }");
        post(page, "came", "אורית " + mark);
        Locator row = page.locator(".managed__line tbody tr", new Page.LocatorOptions().setHasText(mark));
        assertThat(row).isVisible();
        assertThat(row.locator("[data-since]")).hasText(Pattern.compile("\\d+:\\d\\d"));
        post(page, "came", "בני " + mark);
        assertThat(row).hasCount(2);
        post(page, "called", language.either("gil", "rivka"));
        Locator counter = page.locator(".managed__counter", new Page.LocatorOptions().setHasText(language.either("גיל רוזן", "Rivka Azoulay")));
        assertThat(counter).containsText(language.either("בשירות", "Being served"));
        assertThat(page.locator(".day-picture svg")).isVisible();
        check.check("branch now", page);

        counter.locator("[data-act=free-counter]").click();
        assertThat(page.locator("#free-counter")).isVisible();
        check.check("freeing a counter", page);
        page.locator("#free-counter [type=submit]").click();
        assertThat(counter).hasCount(0);

        page.locator("[data-act=close-line]").click();
        assertThat(page.locator("#branch-live .notice--warn")).containsText(language.either("התור סגור", "The line is closed"));
        check.check("branch with its line closed", page);
        page.locator("[data-act=open-line]").click();
        assertThat(page.locator("#branch-live .notice--warn")).hasCount(0);
        page.locator("[data-act=end-day]").click();
        assertThat(page.locator("#end-day")).isVisible();
        check.check("ending the day", page);
        page.locator("#end-day [data-do=shut]").click();
        assertThat(page.evaluate("() => window.neverReloaded")).isEqualTo(true);
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aManagerSaysWhichDaysAreNotAsUsual(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, BRANCH).enter("tamar");
        page.locator("a[href*='branch-days.xhtml']").click();
        page.waitForLoadState();
        String day = language.either("2031-03-02", "2031-03-03");
        page.locator("#special-on").fill(day);
        page.fill("#special-hours", "08:00-12:00");
        page.fill("#special-he", "השתלמות " + mark);
        page.fill("#special-en", "Training " + mark);
        page.locator("#special-day > [type=submit]").click();
        Locator line = page.locator("#special-days .row", new Page.LocatorOptions().setHasText(mark));
        assertThat(line).containsText("08:00");
        check.check("special days of a branch", page);
        line.locator("[type=submit]").click();
        assertThat(line).hasCount(0);
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aDayThatWasIsAPictureAndATable(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        post(page, "yesterday", "true");
        SignInPage.insteadOf(page, BRANCH).enter("tamar");
        page.locator(".page-head a[href*='day=']").first().click();
        page.waitForLoadState();
        assertThat(page.locator("#branch-live")).hasCount(0);
        assertThat(page.locator(".day-picture__bar--arrived").first()).isVisible();
        assertThat(page.locator(".day-picture svg")).hasAttribute("aria-label", Pattern.compile(language.either(".*הגיעו.*", ".*arrived.*")));
        page.locator(".day-picture__table summary").click();
        assertThat(page.locator(".day-picture__table tbody tr").first()).isVisible();
        check.check("branch on a day before", page);
        String csv = page.request().get(Chromium.DESK + "/moked/supervisor/" + page.locator("a[href^='branch-report.csv']").getAttribute("href")).text();
        assertThat(csv).contains(language.either("הגיעו", "Arrived"), "dizengoff,information,PRIVATE");
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anAdministratorKeepsBranchesCountersAndSpecialDays(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, "/moked/admin/branches.xhtml").enter("admin");
        assertThat(page.locator("#branches")).containsText("dizengoff");
        check.check("branches", page);
        page.locator(".page-head .btn--primary").click();
        page.waitForLoadState();
        page.fill("#code", "b-" + mark);
        page.fill("#hebrewName", "סניף " + mark);
        page.fill("#englishName", "Branch " + mark);
        page.fill("#address", "הרצל 5");
        page.locator("#town").selectOption("haifa");
        page.locator("#branch-form [type=submit]").click();
        assertThat(page.locator("#branch-form .field__error")).isVisible();
        check.check("a branch for nobody", page);
        page.locator("#branch-form .checks input").first().check();
        page.locator("#branch-form [type=submit]").click();
        Locator row = page.locator("#branches tr", new Page.LocatorOptions().setHasText(mark));
        assertThat(row).isVisible();

        row.locator(".row-link").click();
        page.waitForLoadState();
        page.locator("#counter-new [name=number]").fill("7");
        page.locator("#counter-new [type=submit]").click();
        assertThat(page.locator("#counters li form")).hasCount(1);
        page.locator("#counter-new [name=number]").fill("7");
        page.locator("#counter-new [type=submit]").click();
        assertThat(page.locator("#counter-new .field__error")).isVisible();
        page.locator("#special-on").fill("2030-12-01");
        page.fill("#special-hours", "8 to noon");
        page.fill("#special-he", "סגור לרגל שיפוצים");
        page.fill("#special-en", "Closed for refurbishment");
        page.locator("#special-day > [type=submit]").click();
        assertThat(page.locator("#special-day .field__error")).isVisible();
        check.check("a special day with something wrong", page);
        page.fill("#special-hours", "");
        page.locator("#special-day > [type=submit]").click();
        assertThat(page.locator("#special-days .rows")).containsText(language.either("סגור לרגל שיפוצים", "Closed for refurbishment"));
        check.check("a branch", page);
        page.locator("#special-days .rows [type=submit]").click();
        assertThat(page.locator("#special-days .rows")).not().containsText("2030");
        page.locator("#branch-form [name=active]").uncheck();
        page.locator("#branch-form [type=submit]").click();
        assertThat(row).containsText(language.either("לא בשימוש", "Out of use"));
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anAdministratorKeepsReasonsAndWhatCanBeBooked(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, "/moked/admin/visit-reasons.xhtml").enter("admin");
        assertThat(page.locator("#reasons")).containsText("information");
        check.check("visit reasons", page);
        page.locator(".page-head .btn--primary").click();
        page.waitForLoadState();
        page.fill("#code", "r-" + mark);
        page.fill("#hebrewName", "משכנתה " + mark);
        page.fill("#englishName", "Mortgage " + mark);
        page.fill("#letter", "Z");
        page.locator("#reason-form [type=submit]").click();
        assertThat(page.locator("#letter + .field__error")).isVisible();
        page.fill("#letter", "M");
        page.locator("#reason-form [type=submit]").click();
        Locator row = page.locator("#reasons tr", new Page.LocatorOptions().setHasText(mark));
        row.locator(".row-link").click();
        page.waitForLoadState();
        Locator sunday = page.locator("#places tbody tr").first();
        sunday.locator("[data-field=h9]").fill("many");
        page.locator("#places [type=submit]").click();
        assertThat(page.locator("#places .field__error")).isVisible();
        sunday.locator("[data-field=h9]").fill("4");
        page.locator("#places [type=submit]").click();
        assertThat(page.locator("#places .field__error")).hasCount(0);
        assertThat(sunday.locator("[data-field=h9]")).hasValue("4");
        check.check("a visit reason with its appointments", page);
        page.locator("#reason-form [name=active]").uncheck();
        page.locator("#reason-form [type=submit]").click();
        assertThat(row).containsText(language.either("לא בשימוש", "Out of use"));
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aSupervisorNamesARelationshipBanker(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, "/moked/agent/customer.xhtml?id=" + FullCard.idOf("office@bakery.example.co.il")).enter("michal");
        page.waitForLoadState();
        page.locator("#banker summary").click();
        page.locator("#banker select").selectOption(language.either("shani", "omer"));
        page.locator("#banker [type=submit]").click();
        assertThat(page.locator("#banker strong")).hasText(language.either("שני פרץ", "Omer Dagan"));
        assertThat(page.locator("#banker")).containsText(language.either("סניף עסקים תל אביב", "Business branch Tel Aviv"));
        check.check("a customer with his banker", page);
        page.locator("#banker summary").click();
        page.locator("#banker select").selectOption("");
        page.locator("#banker [type=submit]").click();
        assertThat(page.locator("#banker strong")).hasCount(0);
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aDraftOfTheRulesIsTriedOnWhoCame(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        post(page, "yesterday", "true");
        SignInPage.insteadOf(page, "/moked/admin/rules.xhtml?kind=BRANCH").enter("admin");
        page.waitForLoadState();
        page.locator("[data-template=blank-lines]").click();
        Locator row = page.locator("#lines [data-row]").last();
        row.locator("[data-field=name]").fill("Bills " + mark);
        row.locator("[data-field=reasons]").fill("bill");
        row.locator("[data-field=branches]").fill("business-tlv");
        page.locator("[data-act=try-rules]").click();
        assertThat(page.locator("#trial")).containsText("Bills " + mark);
        assertThat(page.locator("#trial")).containsText(language.either("סניף דיזנגוף", "Dizengoff branch"));
        check.check("rules of branches tried", page);
        page.locator("[data-act=discard]").click();
        assertThat(page.locator(".draft-notice")).hasCount(0);
        assertThat(check.faults()).isEmpty();
    }
}
