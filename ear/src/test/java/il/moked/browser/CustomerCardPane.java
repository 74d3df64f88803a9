// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The customer of the open conversation. */
record CustomerCardPane(Page page) {

    Locator name() {
        return page.locator("#card .card-head__name");
    }

    Locator sureness() {
        return page.locator("#card .sure");
    }

    Locator reach(String address) {
        return page.locator("#card .facts .ltr").filter(new Locator.FilterOptions().setHasText(address));
    }

    Locator history() {
        return page.locator("#history > li");
    }

    /** What the customer has open elsewhere, by the sign of its channel. */
    Locator alsoOpen(String sign) {
        return page.locator("#card .card-alerts .notice:has(.icon--" + sign + "):has([data-act=open])");
    }

    void goesTo(String sign) {
        alsoOpen(sign).locator("[data-act=open]").click();
    }

    void isOf(String customer) {
        assertThat(name()).hasText(customer);
    }
}
