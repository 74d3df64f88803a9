// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The chat as a site embeds it: a script that puts the window into a frame. */
record ChatWidget(Page page) {

    /** The first page of the portal with the chat opened. */
    static ChatWidget onTheFirstPage(Page page) {
        page.navigate(Chromium.PORTAL + "/");
        page.locator("#chat").click();
        return new ChatWidget(page);
    }

    private FrameLocator window() {
        return page.frameLocator("#moked-chat iframe");
    }

    private Locator in(String selector) {
        return window().locator(selector);
    }

    void begins(String name, String reach, String text) {
        in("#start-text").fill(text);
        in("#start-name").fill(name);
        in("#start-reach").fill(reach);
        in("#start button[type=submit]").click();
        assertThat(line(text)).isVisible();
    }

    void says(String text) {
        in("#line").fill(text);
        in("#send").click();
    }

    /** The window offers a form in place of a talk: nobody is there. */
    void asksForDetails() {
        assertThat(in("#details")).isVisible();
    }

    /** @return the reference he is given */
    String leavesDetails(String name, String email, String text) {
        in("#details-text").fill(text);
        in("#details-name").fill(name);
        in("#details-email").fill(email);
        in("#details-consent").check();
        in("#details button[type=submit]").click();
        assertThat(in("#left")).isVisible();
        return in("#left-reference").textContent().strip();
    }

    Locator offerOfDetails() {
        return in("#offer-details");
    }

    Locator detailsText() {
        return in("#details-text");
    }

    Locator lines() {
        return in("#log .bubble__text");
    }

    Locator line(String text) {
        return lines().filter(new Locator.FilterOptions().setHasText(text));
    }

    Locator who() {
        return in("#who");
    }

    Locator standing() {
        return in("#standing");
    }

    Locator notice() {
        return in("#offer-text");
    }

    Locator log() {
        return in("#log");
    }
}
