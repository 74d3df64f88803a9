// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** signin.xhtml, alone or in place of a page that was asked for. */
record SignInPage(Page page) {
    private static final String PASSWORD = "moked-demo-2026";

    static SignInPage insteadOf(Page page, String path) {
        page.navigate(Chromium.DESK + path);
        SignInPage signIn = new SignInPage(page);
        assertThat(signIn.user()).isVisible();
        return signIn;
    }

    private Locator user() {
        return page.locator("#user");
    }

    Locator otherLanguage() {
        return page.locator(".signin__bar a[hreflang]");
    }

    void isIn(ScreenLanguage language) {
        assertThat(page.locator("html")).hasAttribute("lang", language.code());
        assertThat(page.locator("html")).hasAttribute("dir", language.direction());
        assertThat(page.locator("#enter")).hasValue(language.either("כניסה", "Sign in"));
    }

    void says(String text) {
        assertThat(page.locator(".notice")).containsText(text);
    }

    void enter(String name) {
        enter(name, PASSWORD);
        assertThat(user()).not().isVisible();
    }

    void enter(String name, String password) {
        user().fill(name);
        page.locator("#password").fill(password);
        page.locator("#enter").click();
    }
}
