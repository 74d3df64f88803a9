// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import com.microsoft.playwright.Locator;

/** Some of many on a page. */
final class Choosing {
    private Choosing() {
    }

    static Locator with(Locator rows, String text) {
        return rows.filter(new Locator.FilterOptions().setHasText(text));
    }
}
