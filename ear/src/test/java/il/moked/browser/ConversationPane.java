// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The middle of the desk: what was said, and the composer. */
record ConversationPane(Page page) {

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    Locator messages() {
        return page.locator("#stream > .msg");
    }

    Locator fromCustomer(String text) {
        return page.locator("#stream > .msg--in").filter(with(text));
    }

    Locator toCustomer(String text) {
        return page.locator("#stream > .msg--out").filter(with(text));
    }

    Locator note(String text) {
        return page.locator("#stream > .msg--note").filter(with(text));
    }

    void shows(String text) {
        assertThat(page.locator("#stream")).containsText(text);
    }

    String reference() {
        return page.locator("#head .talk-head__facts > span > .ltr").textContent().strip();
    }

    String id() {
        return page.locator("#talk").getAttribute("data-open");
    }

    Locator viewers() {
        return page.locator("#viewers");
    }

    Locator text() {
        return page.locator("#text");
    }

    Locator saved() {
        return page.locator("#saved");
    }

    /** Types, and waits until the server has it. */
    void drafts(String text, ScreenLanguage language) {
        text().fill(text);
        assertThat(saved()).hasText(language.either("הטיוטה נשמרה", "Draft saved"));
    }

    void replies(String text) {
        text().fill(text);
        sends();
        assertThat(toCustomer(text)).isVisible();
        assertThat(text()).isEmpty();
    }

    void sends() {
        sendButton().click();
    }

    Locator sendButton() {
        return page.locator("#composer .composer__send");
    }

    void writesNote(String text) {
        beginsNote(text);
        savesNote();
        assertThat(note(text)).isVisible();
    }

    void savesNote() {
        page.locator("#composer .composer__keep").click();
    }

    void beginsNote(String text) {
        page.locator("#talk [data-act=add-note]:visible, #talk .mode--note:visible").first().click();
        assertThat(page.locator("#composer")).hasAttribute("data-mode", "NOTE");
        text().fill(text);
    }

    void turnsToReply() {
        page.locator("#composer .mode[data-mode=REPLY]").click();
        assertThat(page.locator("#composer")).hasAttribute("data-mode", "REPLY");
    }

    void takesOver() {
        page.locator("#head [data-act=take-over]").click();
        isMine();
    }

    void isMine() {
        assertThat(page.locator("#standing")).hasAttribute("data-mine", "true");
    }

    void isWith(String colleague) {
        assertThat(page.locator("#standing")).hasAttribute("data-mine", "false");
        assertThat(page.locator("#standing")).containsText(colleague);
    }

    /** @param reason the code of a wrap-up reason */
    void close(String reason) {
        page.locator("#head [data-act=wrap-up]").click();
        assertThat(page.locator("#wrap-up")).isVisible();
        page.locator("#wrap-up input[value='" + reason + "']").check();
        page.locator("#wrap-up button[type=submit]").click();
        assertThat(page.locator("#wrap-up")).not().isVisible();
    }

    void handsOverTo(String colleague, String context) {
        turnsTo(colleague, context, "transfer");
    }

    /** Asks a colleague; the conversation stays. */
    void asks(String colleague, String question) {
        turnsTo(colleague, question, "consult");
    }

    private void turnsTo(String colleague, String context, String how) {
        page.locator("#head [data-act=transfer]").click();
        page.locator("#transfer-choices .choice").filter(with(colleague)).locator("input").check();
        page.locator("#transfer-context").fill(context);
        page.locator("#transfer button[value=" + how + "]").click();
        assertThat(page.locator("#transfer")).not().isVisible();
    }
}
