// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** desk.xhtml: presence, what is offered, my conversations; the middle and the card are {@link ConversationPane} and {@link CustomerCardPane}. */
record AgentDesk(Page page) {
    static final String PATH = "/moked/agent/desk.xhtml";

    /** Signs in and lands on the desk. */
    static AgentDesk of(Page page, String agent) {
        SignInPage.insteadOf(page, PATH).enter(agent);
        return arrived(page);
    }

    /** The same, by a link to one conversation. */
    static AgentDesk at(Page page, String agent, String conversation) {
        SignInPage.insteadOf(page, PATH + "?c=" + conversation).enter(agent);
        AgentDesk desk = arrived(page);
        assertThat(page.locator("#talk")).hasAttribute("data-open", conversation);
        return desk;
    }

    static AgentDesk arrived(Page page) {
        assertThat(page.locator("main.desk")).isVisible();
        return new AgentDesk(page);
    }

    ConversationPane conversation() {
        return new ConversationPane(page);
    }

    CustomerCardPane card() {
        return new CustomerCardPane(page);
    }

    AgentDesk comesToWork() {
        presence("AVAILABLE");
        assertThat(page.locator("#presence .presence__dot").first()).hasClass(Pattern.compile("presence__dot--available"));
        return this;
    }

    void goesHome() {
        presence("OFFLINE");
        assertThat(page.locator("#presence .presence__dot").first()).hasClass(Pattern.compile("presence__dot--offline"));
    }

    /** @param reason the code of a reason to be away */
    void notReady(String reason, String shown) {
        presence(reason);
        assertThat(page.locator("#presence .presence__dot").first()).hasClass(Pattern.compile("presence__dot--away"));
        assertThat(page.locator("#presence .presence__label")).hasText(shown);
    }

    /** What colleagues ask me, by this text. */
    Locator asked(String text) {
        return page.locator("#asked .talk").filter(new Locator.FilterOptions().setHasText(text));
    }

    private void presence(String to) {
        page.locator("#presence summary").click();
        page.locator("#presence [data-to='" + to + "']").click();
    }

    /** The offers that show this text. */
    Locator offer(String text) {
        return page.locator("#offers > .offer").filter(new Locator.FilterOptions().setHasText(text));
    }

    Locator offers() {
        return page.locator("#offers > .offer");
    }

    /** Waits for the offer, takes it and has its conversation before him. */
    ConversationPane accept(String text) {
        Locator offer = offer(text);
        assertThat(offer).isVisible();
        offer.locator("[data-act=accept]").click();
        assertThat(offer).hasCount(0);
        conversation().shows(text);
        return conversation();
    }

    /** My open conversations that show this text in their line. */
    Locator talk(String text) {
        return page.locator("#talks .talk").filter(new Locator.FilterOptions().setHasText(text));
    }

    Locator talks() {
        return page.locator("#talks > li");
    }

    ConversationPane open(String text) {
        talk(text).click();
        assertThat(talk(text)).hasAttribute("aria-current", "true");
        return conversation();
    }

    Locator toast(String text) {
        return page.locator("#toasts .toast").filter(new Locator.FilterOptions().setHasText(text));
    }

    /** What earlier tests left behind, waiting or open, is dealt with, so that this one meets its own work only. */
    AgentDesk clearsTheLine() {
        comesToWork();
        long end = System.nanoTime() + (long) (4 * Chromium.PATIENCE * 1e6);
        while (offers().count() > 0 || talks().count() > 0 || waiting() > 0) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the line does not empty");
            }
            if (offers().count() > 0) {
                String id = offers().first().getAttribute("data-offer");
                page.locator("#o-" + id + " [data-act=accept]").click();
                assertThat(page.locator("#o-" + id)).hasCount(0);
            } else if (talks().count() > 0) {
                String id = talks().first().getAttribute("data-talk");
                page.locator("#t-" + id + " .talk").click();
                assertThat(page.locator("#talk")).hasAttribute("data-open", id);
                conversation().close("ANSWERED");
                assertThat(page.locator("#t-" + id)).hasCount(0);
            } else {
                comesToWork();
                page.reload();
            }
        }
        return this;
    }

    private int waiting() {
        return Integer.parseInt(page.locator("#waiting strong").textContent().strip());
    }

    /** A mark that a change of page would wipe out. */
    void marks() {
        page.evaluate("() => { window.neverReloaded = true; }");
    }

    void wasNeverReloaded() {
        org.assertj.core.api.Assertions.assertThat(page.evaluate("() => window.neverReloaded === true")).as("the page was never loaded again").isEqualTo(true);
    }

    SignInPage signsOut() {
        page.locator("summary.me").click();
        page.locator("form[action$='/signout'] button").click();
        SignInPage signIn = new SignInPage(page);
        assertThat(page.locator("#enter")).isVisible();
        return signIn;
    }
}
