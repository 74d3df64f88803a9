// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** What could not be processed, and what the administrator decides about it. */
record DeadLettersPage(Page page) {
    static final String PATH = "/moked/admin/dead-letters.xhtml";

    static DeadLettersPage of(Page page) {
        SignInPage.insteadOf(page, PATH).enter("admin");
        assertThat(page.locator("main h1")).isVisible();
        return new DeadLettersPage(page);
    }

    Locator letter(String sender) {
        return page.locator("#letters tr").filter(new Locator.FilterOptions().setHasText(sender));
    }

    void reads(String sender) {
        letter(sender).locator("[data-act=read]").click();
        assertThat(page.locator("#letter")).isVisible();
    }

    Locator raw() {
        return page.locator("#letter-raw");
    }

    void stopsReading() {
        page.keyboard().press("Escape");
        assertThat(page.locator("#letter")).not().isVisible();
    }

    /** @param what {@code replay} or {@code discard} */
    void begins(String what, String sender) {
        letter(sender).locator("[data-what=" + what + "]").click();
        assertThat(question()).isVisible();
    }

    void decides(String reason) {
        page.locator("#decide #reason").fill(reason);
        page.locator("#decide-do").click();
    }

    Locator question() {
        return page.locator("#decide");
    }
}
