// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An administrator at the rules and at what he sets up: drafts, what is told of a line that is wrong, and going back to an older version. */
@ArquillianTest
@RunAsClient
public class RulesBrowserIT {
    private static final String ROUTING = "/moked/admin/rules.xhtml?kind=ROUTING";
    private static final String SEGMENT = "/moked/admin/rules.xhtml?kind=SEGMENT";

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @ParameterizedTest
    @EnumSource
    void theHoursOfAChannelAreChangedInADraft(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, ROUTING).enter("admin");
        assertThat(page.locator(".hours__one")).hasCount(14);
        assertThat(hours(page, "EMAIL")).hasValue("BUSINESS");
        assertThat(hours(page, "PHONE")).hasValue("CLOCK");
        page.locator("#targets").scrollIntoViewIfNeeded();
        check.check("routing rules", page);
        hours(page, "EMAIL").selectOption("CLOCK");
        page.locator("#targets [data-row]").first().locator("[data-field=hours]").selectOption("BUSINESS");
        page.locator("form.sheet button[type=submit]").click();
        assertThat(page.locator(".draft-notice")).isVisible();
        assertThat(hours(page, "EMAIL")).hasValue("CLOCK");
        assertThat(page.locator("#targets [data-row]").first().locator("[data-field=hours]")).hasValue("BUSINESS");
        check.check("draft of routing rules", page);
        page.locator("[data-act=discard]").click();
        assertThat(page.locator(".draft-notice")).hasCount(0);
        assertThat(hours(page, "EMAIL")).hasValue("BUSINESS");
        assertThat(check.faults()).isEmpty();
    }

    private static Locator hours(Page page, String channel) {
        return page.locator(".hours__one:has(input[value=" + channel + "]) select");
    }

    @ParameterizedTest
    @EnumSource
    void aLineThatIsWrongIsToldBesideIt(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, SEGMENT).enter("admin");
        Locator second = page.locator("#rules [data-row]").nth(1);
        second.locator("[data-field='ranges.0.least']").fill("many");
        page.locator("[data-act=try-rules]").click();
        assertThat(second.locator(".field__error")).containsText(language.either("כללים 2", "Rules 2"));
        assertThat(second.locator("[data-field='ranges.0.least']")).hasValue("many");
        check.check("segment rules with a wrong line", page);
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theLimitsOfTheLawAreDraftedPutInForceAndGoneBackTo(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, "/moked/admin/rules.xhtml?kind=STATUTORY").enter("admin");
        String before = page.locator("#answerSeconds").inputValue();
        page.locator("#answerSeconds").fill("300");
        page.locator("form.sheet button[type=submit]").click();
        assertThat(page.locator(".draft-notice")).isVisible();
        assertThat(page.locator("h1")).hasText(language.either("מגבלות החוק", "Limits of the law"));
        page.locator("[data-act=activate]").click();
        assertThat(page.locator(".note-field .field__error")).containsText("500");
        page.locator("#note").fill("A stricter house");
        page.locator("[data-act=activate]").click();
        assertThat(page.locator(".draft-notice")).hasCount(0);
        assertThat(page.locator("#answerSeconds")).hasValue("300");
        check.check("limits of the law in force", page);
        page.locator("[data-act=roll-back]").first().click();
        assertThat(page.locator("#answerSeconds")).hasValue(before);
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anAccountIsWhatItWasAgain(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, "/moked/admin/accounts.xhtml").enter("admin");
        for (String name : new String[] {"Form " + language, "Another name"}) {
            page.locator("tr:has-text('form') a.row-link").first().click();
            page.locator("#englishName").fill(name);
            page.locator("form.form button[type=submit]").click();
            assertThat(page.locator("form.form")).hasCount(0);
        }
        page.locator("tr:has-text('form') a.row-link").first().click();
        assertThat(page.locator("#englishName")).hasValue("Another name");
        check.check("account with its history", page);
        page.locator("[data-act=restore]").first().click();
        assertThat(page.locator("#englishName")).hasValue("Form " + language);
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aSheetIsBroughtInWholeOrNotAtAll(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, "/moked/admin/facts.xhtml").enter("admin");
        page.locator("#csv").fill("customer,employees\n514000017,many\n999,7\n514000025,150");
        page.locator("main form [type=submit]").click();
        assertThat(page.locator("#facts-outcome tbody tr")).hasCount(2);
        assertThat(page.locator("#facts-outcome tbody tr").first()).containsText("2");
        check.check("sheet with wrong lines", page);
        page.locator("#csv").fill("customer,employees\n514000017,14\n514000025,150");
        page.locator("main form [type=submit]").click();
        assertThat(page.locator("#facts-outcome .notice--good")).containsText("2");
        assertThat(page.locator("#facts-outcome .chip")).hasCount(2);
        check.check("sheet brought in", page);
        assertThat(check.faults()).isEmpty();
    }
}
