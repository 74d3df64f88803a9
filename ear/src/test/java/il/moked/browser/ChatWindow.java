// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

/** The chat as a page of its own, as on a telephone. */
record ChatWindow(Page page) {

    static ChatWindow of(Page page, ScreenLanguage language) {
        page.navigate(Chromium.PORTAL + "/chat/" + language.code());
        return new ChatWindow(page);
    }

    /** Where a link out of another window leads. */
    static ChatWindow by(Page page, String link) {
        page.navigate(link);
        ChatWindow window = new ChatWindow(page);
        assertThat(page.locator("#arrive-go")).isVisible();
        return window;
    }

    ChatWindow begins(String name, String text) {
        page.locator("#start-text").fill(text);
        page.locator("#start-name").fill(name);
        page.locator("#start button[type=submit]").click();
        assertThat(line(text)).isVisible();
        return this;
    }

    void says(String text) {
        page.locator("#line").fill(text);
        page.locator("#send").click();
    }

    void types(String text) {
        page.locator("#line").pressSequentially(text);
    }

    void sends(String fileName, String type, byte[] content) {
        page.locator("#files").setInputFiles(new FilePayload(fileName, type, content));
    }

    Locator line(String text) {
        return page.locator("#log .bubble").filter(new Locator.FilterOptions().setHasText(text));
    }

    Locator files() {
        return page.locator("#log .bubble__file");
    }

    Locator choice(String text) {
        return page.locator("#log .bubble__choices button").filter(new Locator.FilterOptions().setHasText(text));
    }

    Locator writing() {
        return page.locator("#writing");
    }

    Locator part(String name) {
        return page.locator("#" + name);
    }

    /** Opens what leads elsewhere. @return the link */
    String wantsToGoOn() {
        page.locator("#more summary").click();
        page.locator("#elsewhere-open").click();
        assertThat(part("elsewhere")).isVisible();
        return page.locator("#elsewhere-link").inputValue();
    }

    void goesOn() {
        page.locator("#arrive-go").click();
        assertThat(part("log")).isVisible();
    }
}
