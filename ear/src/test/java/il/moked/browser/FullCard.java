// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import il.moked.As;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** customer.xhtml: who he is, and one section of what is known of him. */
record FullCard(Page page, String path) {
    /** A customer of the demo who was in touch every month for years, on every channel. */
    static final String LONG = "customer23@example.co.il";

    static FullCard of(Page page, String agent, String email) throws Exception {
        FullCard card = new FullCard(page, "/moked/agent/customer.xhtml?id=" + idOf(email));
        SignInPage.insteadOf(page, card.path).enter(agent);
        assertThat(page.locator(".card-top__name")).isVisible();
        // what is pressed before the scripts are there is lost
        page.waitForLoadState();
        return card;
    }

    /** As another system knows him. */
    static long idOf(String email) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Chromium.DESK + "/moked/api/v1/customers?email=" + email))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(("crm:" + As.PASSWORD).getBytes(StandardCharsets.UTF_8))).build();
        Matcher id = Pattern.compile("\"id\":(\\d+)").matcher(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
        assertThat(id.find()).as("a customer with " + email).isTrue();
        return Long.parseLong(id.group(1));
    }

    Locator name() {
        return page.locator(".card-top__name");
    }

    Locator entries() {
        return page.locator("#entries > .entry");
    }

    Locator entries(String kind) {
        return page.locator("#entries > .entry[data-kind=" + kind + "]");
    }

    Locator tab(String code) {
        return page.locator("#tab-" + code);
    }

    /** What the section holds that is shown. */
    Locator section(String of) {
        return page.locator("#section[data-tab=" + of + "]");
    }

    void only(String group) {
        page.locator("[data-act=timeline-kind][data-kind=" + group + "]").click();
        assertThat(page.locator("[data-act=timeline-kind][data-kind=" + group + "]")).hasAttribute("aria-pressed", "true");
    }

    /** Goes on to the beginning of the history; what is read keeps its place while more comes. */
    void scrollsToTheEnd() {
        Locator end = page.locator(".timeline__end");
        for (int page = 0; page < 40 && !end.isVisible(); page++) {
            int shown = entries().count();
            Object moved = page().evaluate("""
                    () => new Promise(done => {
                      const box = document.getElementById('section');
                      box.scrollTop = box.scrollHeight;
                      const mark = document.querySelector('#entries > .entry:last-child');
                      const before = mark.getBoundingClientRect().top;
                      const more = new MutationObserver(() => { more.disconnect(); done(Math.abs(mark.getBoundingClientRect().top - before)); });
                      more.observe(document.getElementById('entries'), { childList: true });
                      if (document.getElementById('timeline-more').dataset.more !== 'true') done(0);
                    })""");
            assertThat(((Number) moved).doubleValue()).as("what was read moved by so many pixels").isLessThan(1);
            assertThat(entries().count()).isGreaterThanOrEqualTo(shown);
        }
        assertThat(end).isVisible();
    }

    Locator alert(String text) {
        return page.locator("#alerts .alert").filter(new Locator.FilterOptions().setHasText(text));
    }

    void giveAlert(String severity, String text) {
        page.locator(".card-top [data-act=alert-new]").click();
        page.locator("#alert-new input[value=" + severity + "]").check();
        page.locator("#alert-text").fill(text);
        page.locator("#alert-new button[type=submit]").click();
        assertThat(alert(text)).isVisible();
    }
}
