// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The web form of the portal. */
record ContactFormPage(Page page) {

    /** Found from the first page, as a visitor finds it. */
    static ContactFormPage fromTheFirstPage(Page page) {
        page.navigate(Chromium.PORTAL + "/");
        page.locator(".choices a[href$='/contact']").click();
        ContactFormPage form = new ContactFormPage(page);
        assertThat(form.field("name")).isVisible();
        return form;
    }

    Locator field(String id) {
        return page.locator("#contact #" + id);
    }

    Locator wrong(String id) {
        return page.locator("#" + id + "-wrong");
    }

    Locator trouble() {
        return page.locator("#trouble");
    }

    ContactFormPage from(String name, String email) {
        field("name").fill(name);
        field("email").fill(email);
        return this;
    }

    ContactFormPage about(String topic) {
        field("topic").selectOption(topic);
        return this;
    }

    ContactFormPage consenting() {
        field("consent").check();
        return this;
    }

    ContactFormPage saying(String text) {
        field("text").fill(text);
        return this;
    }

    void sends() {
        page.locator("#send").click();
    }

    /** Sends what is in order. */
    ReferencePage isSent() {
        sends();
        ReferencePage reference = new ReferencePage(page);
        assertThat(reference.number()).isVisible();
        return reference;
    }
}
