// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody is found from the top bar with the keyboard alone: the key that leads there, arrows, Enter, Esc. */
@ArquillianTest
@RunAsClient
class SearchBrowserIT {
    /** Of the demo; her mail is customer05. */
    private static final String ESTHER = "אסתר עמר";

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private static Locator options(Page page) {
        return page.locator("#find-list [role=option]");
    }

    private static void find(Page page, String typed) {
        page.keyboard().press("/");
        assertThat(page.locator("#find-words")).isFocused();
        page.keyboard().type(typed);
    }

    @ParameterizedTest
    @EnumSource
    void aCustomerIsFoundAndOpenedByKeysAlone(ScreenLanguage language) {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        AgentDesk.of(page, "dana");
        Locator field = page.locator("#find-words");
        Locator panel = page.locator("#find-panel");
        page.locator("#main").click();
        find(page, "esther am");
        Locator first = page.locator("#find-customers [role=option]").first();
        assertThat(first).containsText(ESTHER);
        assertThat(field).hasAttribute("aria-expanded", "true");
        assertThat(page.locator("#find-told")).containsText(language.either("נמצאו לקוחות", "Found customers"));
        check.check("search of the top bar", page);

        page.keyboard().press("ArrowDown");
        assertThat(first).hasAttribute("aria-selected", "true");
        assertThat(field).hasAttribute("aria-activedescendant", first.getAttribute("id"));
        assertThat(field).isFocused();
        check.check("search of the top bar, one chosen", page);
        page.keyboard().press("ArrowUp");
        assertThat(options(page).last()).hasAttribute("aria-selected", "true");
        page.keyboard().press("ArrowDown");
        assertThat(first).hasAttribute("aria-selected", "true");
        page.keyboard().press("Escape");
        assertThat(panel).isHidden();
        assertThat(field).hasAttribute("aria-expanded", "false");
        assertThat(field).hasValue("esther am");
        page.keyboard().press("ArrowDown");
        assertThat(panel).isVisible();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile("/agent/customer\\.xhtml\\?id=\\d+"));
        assertThat(page.locator("main")).containsText(ESTHER);
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theWholeListAndNobodyAndAFailureHaveTheirPlaces(ScreenLanguage language) {
        chromium.expect("status of 500");
        chromium.expect("500: " + Chromium.DESK + "/moked/agent/find");
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        AgentDesk.of(page, "dana");
        page.locator("#main").click();
        find(page, "customer0");
        assertThat(options(page).first()).isVisible();
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile("/agent/customers\\.xhtml\\?q=customer0"));
        assertThat(page.locator("#customers > li").nth(5)).isVisible();
        check.check("customers", page);
        page.navigate(Chromium.DESK + "/moked/agent/customers.xhtml");
        assertThat(page.locator(".empty__title")).isVisible();
        check.check("customers before asking", page);
        page.navigate(Chromium.DESK + "/moked/agent/customers.xhtml?q=zzzzqqqq");
        assertThat(page.locator(".empty__title")).hasText(language.either("לא נמצא לקוח", "No customer found"));
        check.check("no customer", page);

        page.locator("#main").click();
        find(page, "zzqqx");
        assertThat(page.locator("#find-note")).hasText(language.either("לא נמצא לקוח", "No customer found"));
        check.check("search of the top bar, nobody", page);
        page.route("**/agent/find*", route -> route.fulfill(new Route.FulfillOptions().setStatus(500)));
        page.keyboard().type("z");
        assertThat(page.locator("#find-note")).containsText(language.either("החיפוש לא הצליח", "The search did not succeed"));
        check.check("search of the top bar, failed", page);
        page.unroute("**/agent/find*");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#find-note")).hasText(language.either("לא נמצא לקוח", "No customer found"));
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerThatIsOutOfDateIsNotShown(ScreenLanguage language) {
        Page page = chromium.person(Device.DESK, language);
        AgentDesk.of(page, "dana");
        page.locator("#main").click();
        // the first question is held back until the second is answered
        page.route("**/agent/find?q=cust", route -> {
        });
        find(page, "cust");
        assertThat(page.locator("#find-waiting")).isVisible();
        page.keyboard().press("Control+a");
        page.keyboard().type("esther");
        assertThat(page.locator("#find-customers [role=option]").first()).containsText(ESTHER);
        assertThat(page.locator("#find-waiting")).isHidden();
        assertThat(page.locator("#find-customers [role=option]")).hasCount(page.locator("#find-customers [role=option]").filter(new Locator.FilterOptions().setHasText(Pattern.compile("אסתר|Esther"))).count());
    }
}
