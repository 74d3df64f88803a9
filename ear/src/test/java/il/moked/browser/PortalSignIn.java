// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import il.moked.TestPeers;
import il.moked.selfservice.CodeMail;
import java.time.Duration;

/** The way into the customer's own area. */
record PortalSignIn(Page page) {
    /**
     * By a code in a mail. Nobody fills a form as fast as a test: pressed again until it was not too fast.
     *
     * @param identity the end of his identity number, asked for where nobody made sure of the address
     */
    void byCode(String mail, String identity) throws Exception {
        await().pollInSameThread().pollInterval(Duration.ofMillis(700)).until(() -> {
            page.fill("#address", mail);
            page.locator("#send").click();
            page.waitForLoadState();
            return page.locator("#code").count() == 1;
        });
        page.fill("#code", CodeMail.code(mail, TestPeers.imap()));
        page.locator("#send").click();
        page.waitForLoadState();
        if (page.locator("#digits").count() == 1) {
            page.fill("#digits", identity);
            page.locator("#send").click();
        }
    }
}
