// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From the greeter at the door of a branch to the call that follows: whoever answers sees what was discussed, quoted and promised at the counter. */
@ArquillianTest
@RunAsClient
public class BranchStoryIT {
    private static final String BRANCH = "dizengoff";
    private static final String CUSTOMER = "customer07@example.co.il";
    private static final String NUMBER = "052-235-3940";
    private static final String NAME = "אוחיון";

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final String mark = "m" + UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @EnumSource
    void whoTelephonesAfterHisVisitNeedNotTellItAgain(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        AgentDesk dana = AgentDesk.of(chromium.person(Device.DESK, language), "dana").clearsTheLine();
        dana.goesHome();
        Page nobody = chromium.person(Device.DESK, language);
        CounterPane.empty(nobody, BRANCH);
        AgentDesk gil = AgentDesk.of(chromium.person(Device.DESK, language), "gil");
        CounterPane counter = new CounterPane(gil.page());
        counter.opens(language.either("דלפק ", "Counter ") + "1");

        // the door
        String number = isGreeted(language);
        assertThat(counter.row(number)).isVisible();

        // the counter
        counter.callsNext();
        assertThat(counter.number()).hasText(number);
        assertThat(gil.card().name()).containsText(NAME);
        assertThat(gil.page().locator("#visit .voice__facts")).containsText(language.either("רכישה", "Purchase"));
        counter.begins();
        String quote = quotes(gil, check);
        ConversationPane visit = gil.conversation();
        visit.writesNote(language.either("הוצגו שני מכשירים ", "Was shown two telephones ") + mark);
        gil.page().locator("#composer [data-act=promise]").click();
        gil.page().locator("#promise-text").fill(language.either("לבדוק מלאי ", "Check the stock ") + mark);
        assertThat(gil.page().locator("#promise-dues input").first()).isVisible();
        gil.page().locator("#promise-give button[type=submit]").click();
        assertThat(gil.page().locator("#promises")).containsText(mark);
        check.check("at the counter", gil.page());
        gil.page().locator("#head [data-act=wrap-up]").click();
        gil.page().locator("#wrap-up input[value='ANSWERED']").check();
        gil.page().locator("#wrap-up-note").fill(language.either("ירצה לחשוב ", "Wants to think about it ") + mark);
        gil.page().locator("#wrap-up button[type=submit]").click();
        counter.is("free");
        counter.does("close").click();
        counter.is("shut");

        // later he telephones
        LabTelephone caller = LabTelephone.of(chromium.person(Device.DESK, language), CUSTOMER);
        caller.dials("own");
        caller.presses(language.either("1", "2") + "#2");
        caller.is("waiting");
        dana.comesToWork();
        dana.offer(NUMBER).locator("[data-act=accept]").click();
        caller.is("talking");
        Locator before = dana.page().locator("#visit-before");
        assertThat(before).containsText(language.either("סניף דיזנגוף", "Dizengoff branch"));
        assertThat(before).containsText(language.either("רכישה", "Purchase"));
        assertThat(before).containsText(language.either("גיל רוזן", "Gil Rosen"));
        assertThat(before).containsText(language.either("הוצגו שני מכשירים ", "Was shown two telephones ") + mark);
        assertThat(before).containsText(language.either("ירצה לחשוב ", "Wants to think about it ") + mark);
        assertThat(before).containsText(quote);
        assertThat(before).containsText(language.either("לבדוק מלאי ", "Check the stock ") + mark);
        assertThat(dana.page().locator("#promises")).containsText(mark);
        check.check("the call after the visit", dana.page());
        dana.page().locator("#voice [data-ask=hang-up]").click();
        caller.is("idle");
        assertThat(dana.page().locator("#voice .voice")).hasAttribute("data-phase", "ended");
        dana.conversation().close("ANSWERED");
        dana.goesHome();
        CounterPane.empty(nobody, BRANCH);
        assertThat(check.faults()).isEmpty();
    }

    /** By the mail address that he says, and the reason. @return his number */
    private String isGreeted(ScreenLanguage language) {
        Page door = chromium.person(Device.TABLET, language);
        SignInPage.insteadOf(door, "/moked/branch/greeter.xhtml").enter("tamar");
        assertThat(door.locator("#greet-typed")).isFocused();
        door.fill("#greet-typed", CUSTOMER);
        door.keyboard().press("Enter");
        assertThat(door.locator("#greet-for")).containsText(NAME);
        Choosing.with(door.locator(".reason"), language.either("רכישה", "Purchase")).click();
        assertThat(door.locator("#greet-ticket")).isVisible();
        return door.locator("#greet-number").textContent();
    }

    /** On the screen of a sale, from the card, while the customer sits there. @return its number */
    private static String quotes(AgentDesk clerk, PageCheck check) {
        Page sale = clerk.page().context().newPage();
        sale.navigate(Chromium.DESK + clerk.page().locator("#card a[href*='sale.xhtml']").getAttribute("href"));
        Locator product = sale.locator("#product");
        assertThat(product).isFocused();
        product.pressSequentially("PHN-A54-128");
        assertThat(sale.locator(".sale__product")).hasCount(1);
        product.press("ArrowDown");
        sale.keyboard().press("Enter");
        assertThat(sale.locator("[data-pieces='PHN-A54-128']")).hasValue("1");
        sale.keyboard().press("Alt+q");
        assertThat(sale.locator(".sale__number")).hasText(Pattern.compile("[0-9]{3}-[0-9]{3}-[0-9]{3}"));
        String number = sale.locator(".sale__number").textContent().strip();
        check.picture("quote at the counter", sale);
        sale.close();
        return number;
    }
}
