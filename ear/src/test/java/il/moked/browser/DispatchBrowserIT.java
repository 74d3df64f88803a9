// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A day of technicians on the board, the same on a technician's phone, and a visit booked at a case. */
@ArquillianTest
@RunAsClient
public class DispatchBrowserIT {
    @RegisterExtension
    final Chromium chromium = new Chromium();

    @ParameterizedTest
    @EnumSource
    void aDispatcherMovesAVisitAndPlansTheDayAgain(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, "/moked/supervisor/dispatch.xhtml").enter("michal");
        assertThat(page.locator(".crew[data-technician]")).hasCount(4);
        Locator slot = page.locator(".crew__lane .slot[data-movable=true]").first();
        // late in the day the demo begins with the next one on which there are visits
        for (int day = 0; day < 4 && slot.count() == 0; day++) {
            page.locator(".page-head a[href*='day=']").last().click();
            page.waitForLoadState();
        }
        assertThat(slot).isVisible();
        check.check("dispatch board", page);
        slot.click();
        assertThat(page.locator("#visit")).isVisible();
        check.check("a visit on the board", page);
        page.locator("#visit [data-do=shut]").click();

        String id = slot.getAttribute("data-visit");
        long start = Long.parseLong(slot.getAttribute("data-start"));
        page.waitForLoadState();
        slot.focus();
        page.keyboard().press(language.either("ArrowLeft", "ArrowRight"));
        assertThat(page.locator(".slot[data-visit='" + id + "']")).hasAttribute("data-start", Long.toString(start + 15 * 60 * 1000));
        page.locator("[data-act=board-plan]").click();
        assertThat(page.locator(".day-board [role=status]")).containsText(language.either("תוכננו", "planned"), new LocatorAssertions.ContainsTextOptions().setTimeout(40_000));
        check.check("dispatch board planned again", page);

        page.navigate(page.url().replaceFirst("/supervisor/.*", "/supervisor/first-fix.xhtml"));
        assertThat(page.locator(".fix-figure__number")).containsText("%");
        check.check("first-time fix", page);
    }

    @ParameterizedTest
    @EnumSource
    void aTechnicianDoesAVisitOnHisPhone(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.PHONE, language);
        SignInPage.insteadOf(page, "/moked/agent/visits.xhtml").enter(language.either("moshe", "lena"));
        assertThat(page.locator(".job").first()).isVisible();
        check.check("visits on the phone", page);
        page.locator("[data-act=job][data-ask=set-out]").first().click();
        page.locator("[data-act=job][data-ask=arrive]").first().click();
        Locator canvas = page.locator(".job__sign");
        assertThat(canvas).isVisible();
        check.check("at the customer's", page);
        Locator job = page.locator(".job").filter(new Locator.FilterOptions().setHas(page.locator(".job__sign")));
        Finger.signs(canvas);
        job.locator("[name=signer]").fill("רות לקוחה");
        job.locator("[data-submit=job-end] [type=submit]").click();
        assertThat(page.locator(".job__signed").first()).isVisible();
        check.check("visit done", page);
    }

    @ParameterizedTest
    @EnumSource
    void aVisitIsBookedAtACase(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, "/moked/agent/cases.xhtml?whose=TEAM").enter("michal");
        page.locator("#case-lines tr a").first().click();
        page.locator("[data-act=visit-book]").click();
        page.locator("#visit-town").selectOption("haifa");
        page.fill("#visit-address", "שדרות מוריה 40");
        page.locator("#visit-booking [type=submit]").click();
        assertThat(page.locator(".offer-window").first()).isVisible();
        check.check("windows offered", page);
        page.locator("button.offer-window").first().click();
        assertThat(page.locator("#visit-booking")).isHidden();
        assertThat(page.locator("#case-visits")).containsText("שדרות מוריה 40");
        check.check("a case with a visit", page);
    }

    @ParameterizedTest
    @EnumSource
    void anAdministratorKeepsATechnicianAKindAndTowns(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        String mark = UUID.randomUUID().toString().substring(0, 8);
        SignInPage.insteadOf(page, "/moked/admin/technicians.xhtml").enter("admin");
        page.locator("#technicians tr", new Page.LocatorOptions().setHasText("avi")).locator(".row-link").click();
        page.waitForLoadState();
        page.locator("[data-act=add-row]").click();
        Locator added = page.locator("#abilities tr").last();
        added.locator("[data-field=code]").fill("Not a code");
        page.locator("form.form [type=submit]").click();
        assertThat(page.locator(".field__error")).isVisible();
        check.check("a technician with something wrong", page);
        added.locator("[data-field=code]").fill("gas-" + mark);
        added.locator("[data-field=lastDay]").fill("2020-01-31");
        page.locator("form.form [type=submit]").click();
        assertThat(page.locator("#technicians tr", new Page.LocatorOptions().setHasText("avi"))).containsText("gas-" + mark);
        assertThat(page.locator("#technicians .chip .status--bad").first()).hasText(language.either("פג תוקף", "expired"));
        check.check("a certificate that expired", page);

        page.navigate(page.url().replaceFirst("/admin/.*", "/admin/visit-kinds.xhtml?new=true"));
        page.waitForLoadState();
        page.fill("#code", "kind-" + mark);
        page.fill("#hebrewName", "כיול חיישן");
        page.fill("#englishName", "Sensor calibration");
        page.fill("#minutes", "4");
        page.fill("#skill", "repair");
        page.locator("form.form [type=submit]").click();
        assertThat(page.locator("#minutes + .field__error")).isVisible();
        page.fill("#minutes", "40");
        page.locator("form.form [type=submit]").click();
        assertThat(page.locator("main table")).containsText("kind-" + mark);

        page.navigate(page.url().replaceFirst("/admin/.*", "/admin/towns.xhtml?import=true"));
        page.waitForLoadState();
        towns(page, "town-" + mark + ",כפר בדיקה,Testville,north,95,35.1");
        page.locator("[name=for-real][value=true]").click();
        assertThat(page.locator("#town-outcome tbody tr")).containsText(language.either("קו רוחב", "Latitude"));
        check.check("a file of towns with something wrong", page);
        towns(page, "town-" + mark + ",כפר בדיקה,Testville,north,32.9,35.1");
        page.locator("[name=for-real][value=true]").click();
        assertThat(page.locator("#town-outcome .notice--good")).isVisible();
        page.navigate(page.url().replaceFirst("/admin/.*", "/admin/towns.xhtml?q=town-" + mark));
        page.locator(".row-link").click();
        page.waitForLoadState();
        page.fill("#longitude", "190");
        page.locator("form.form [type=submit]").click();
        assertThat(page.locator("#longitude + .field__error")).isVisible();
        check.check("a town with something wrong", page);
    }

    private static void towns(Page page, String line) {
        page.setInputFiles("#csv", new FilePayload("towns.csv", "text/csv", ("code,hebrewName,englishName,territory,latitude,longitude\n" + line + "\n").getBytes(StandardCharsets.UTF_8)));
    }
}
