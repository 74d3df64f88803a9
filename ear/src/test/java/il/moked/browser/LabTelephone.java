// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static il.moked.browser.Choosing.with;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** lab/call.xhtml: the telephone of a played customer. */
record LabTelephone(Page page) {
    /** @param email of the customer who is played */
    static LabTelephone of(Page page, String email) {
        page.navigate(Chromium.PORTAL + "/lab?tab=call&as=" + email);
        LabTelephone telephone = new LabTelephone(page);
        telephone.is("idle");
        return telephone;
    }

    /** @param phase {@code idle}, {@code menu}, {@code waiting}, {@code ringing}, {@code talking}, {@code held}, {@code outside} */
    void is(String phase) {
        assertThat(page.locator("#phone")).hasAttribute("data-phase", phase);
    }

    /** @param from {@code own}, {@code withheld} */
    void dials(String from) {
        page.locator("#call-from").selectOption(from);
        page.locator("#call-dial button[type=submit]").click();
        is("menu");
    }

    void presses(String keys) {
        keys.chars().forEach(key -> page.locator("#phone [data-key='" + (char) key + "']").click());
    }

    /** On the keyboard, with the place of it anywhere on the telephone. */
    void types(String keys) {
        page.locator("#phone [data-key='5']").focus();
        page.keyboard().type(keys);
    }

    Locator hears() {
        return page.locator("#call-now .call__heard");
    }

    /** Among what he hears: what came before it may be heard still. */
    void hears(String words) {
        assertThat(with(hears(), words).first()).isVisible();
    }

    Locator shows() {
        return page.locator("#call-now");
    }

    Locator happened(String text) {
        return page.locator("#call-log li").filter(new Locator.FilterOptions().setHasText(text));
    }

    void picksUp() {
        page.locator("#phone [data-do=pick-up]").click();
        is("talking");
    }

    /** Or rejects. */
    void hangsUp() {
        page.locator("#phone [data-do=hang-up]:visible").click();
        is("idle");
    }
}
