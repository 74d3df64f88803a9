// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Where a contact stands, under its reference. */
record ReferencePage(Page page) {

    Locator number() {
        return page.locator("h1.reference");
    }

    Locator stage() {
        return page.locator(".stages__stage--now");
    }

    Locator answers() {
        return page.locator("article.answer");
    }

    void looksAgain() {
        page.reload();
    }
}
