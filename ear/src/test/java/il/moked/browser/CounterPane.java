// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;

/** The counter at the side of the desk of who works at a branch. */
record CounterPane(Page page) {
    private static final String DOOR = Chromium.DESK + "/moked-test/visit-door";

    /** Somebody comes to a branch of the demo. @return his number */
    static String comes(Page anybody, String branch, long customer, String reason) {
        APIResponse let = anybody.request().post(DOOR, RequestOptions.create().setForm(FormData.create().set("branch", branch).set("customer", Long.toString(customer)).set("reason", reason)));
        assertThat(let.status()).as(let.text()).isEqualTo(200);
        return let.text().strip();
    }

    /** Nobody waits or sits at a branch of the demo any more. */
    static void empty(Page anybody, String branch) {
        assertThat(anybody.request().post(DOOR, RequestOptions.create().setForm(FormData.create().set("branch", branch))).status()).isEqualTo(204);
    }

    /** Whoever sits at that counter of a branch of the demo has not been seen for long. */
    static void left(Page anybody, String branch, int number) {
        assertThat(anybody.request().post(DOOR, RequestOptions.create().setForm(FormData.create().set("branch", branch).set("left", Integer.toString(number)))).status()).isEqualTo(204);
    }

    /** @param phase {@code shut}, {@code free}, {@code called}, {@code serving} */
    void is(String phase) {
        assertThat(page.locator("#counter")).hasAttribute("data-phase", phase);
    }

    /** @param number as the list names it */
    void chooses(String number) {
        // what is pressed before the scripts are there is lost
        page.waitForLoadState();
        String value = page.locator("#counter-choice option").filter(new Locator.FilterOptions().setHasText(number)).first().getAttribute("value");
        page.locator("#counter-choice").selectOption(value);
        page.locator("#counter .counter__sit button").click();
    }

    void opens(String number) {
        chooses(number);
        is("free");
    }

    Locator waiting() {
        return page.locator("#counter-waiting");
    }

    /** Numbers that wait, who is due first, first. */
    Locator row(String number) {
        return page.locator("#counter .counter__row").filter(new Locator.FilterOptions().setHasText(number));
    }

    Locator number() {
        return page.locator("#counter .counter__visit .counter__figure");
    }

    Locator does(String what) {
        return page.locator("#counter [data-ask=" + what + "]");
    }

    void callsNext() {
        does("next").click();
        is("called");
    }

    void begins() {
        does("begin").click();
        is("serving");
    }
}
