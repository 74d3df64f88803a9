// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The door of a branch on the greeter's tablet, and what the customer himself touches: telephone, kiosk, the display on the wall. */
@ArquillianTest
@RunAsClient
public class GreeterBrowserIT {
    private static final String FIRM = "finance@logistics.example.co.il";
    private static final String DOOR = "/moked/branch/greeter.xhtml";

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private Page greeter(Device device, ScreenLanguage language) {
        Page page = chromium.person(device, language);
        SignInPage.insteadOf(page, DOOR).enter("tamar");
        assertThat(page.locator(".greet__reasons .reason").first()).isVisible();
        assertThat(page.locator("#greet-state")).hasText(language.either("מחובר", "Connected"));
        assertThat(page.locator("#greet-typed")).isFocused();
        // whoever was left by others goes, so that the line is this test's own
        Locator rows = page.locator("#greet-line .line-row");
        for (int left = rows.count(); left > 0; left--) {
            leaves(page, rows.first());
            assertThat(rows).hasCount(left - 1);
        }
        return page;
    }

    private static void leaves(Page page, Locator row) {
        row.click();
        page.locator("#greet-visit [data-act=greet-left]").click();
        assertThat(page.locator("#greet-visit")).isHidden();
    }

    private static void finds(Page page, String typed) {
        page.fill("#greet-typed", typed);
        page.keyboard().press("Enter");
    }

    private static String number(Page page) {
        assertThat(page.locator("#greet-ticket")).isVisible();
        return page.locator("#greet-number").textContent();
    }

    @ParameterizedTest
    @EnumSource
    void aNumberIsTwoTouchesAwayAndIsFoundAgain(ScreenLanguage language) throws Exception {
        chromium.expect("status of 409");
        PageCheck check = new PageCheck(language);
        Page page = greeter(Device.TABLET, language);
        check.check("greeter, nobody waits", page);
        finds(page, language.either("customer21@example.co.il", "customer22@example.co.il"));
        Locator who = page.locator(".greet-who");
        assertThat(who).isVisible();
        assertThat(page.locator("#greet-for")).containsText(who.getAttribute("data-name"));
        check.check("greeter, who it is", page);
        page.locator(".reason").first().click();
        String number = number(page);
        org.assertj.core.api.Assertions.assertThat(number).matches("[A-Y][0-9]{3}");
        check.check("greeter, his number", page);
        page.fill("#greet-telephone", "12");
        page.locator("[data-submit=greet-tell] [type=submit]").click();
        assertThat(page.locator("#greet-telephone-wrong")).not().isEmpty();
        page.fill("#greet-telephone", "052-5550" + (100 + Math.floorMod(mark.hashCode(), 900)));
        page.locator("[data-submit=greet-tell] [type=submit]").click();
        assertThat(page.locator("#greet-told")).containsText("052");
        page.locator("[data-act=greet-done]").click();
        assertThat(page.locator("#greet-line .line-row__number")).hasText(new String[] {number});
        assertThat(page.locator("#greet-typed")).isFocused();
        assertThat(page.locator("#greet-typed")).hasValue("");
        check.check("greeter, one waits", page);

        // he comes again, and has lost his number
        finds(page, number);
        assertThat(page.locator(".greet-who [data-act=greet-again]")).isVisible();
        page.locator(".reason").last().click();
        org.assertj.core.api.Assertions.assertThat(number(page)).isEqualTo(number);
        assertThat(page.locator("[data-slip=note]")).isVisible();
        page.locator("[data-act=greet-done]").click();
        page.locator("#greet-line .line-row").first().click();
        check.check("greeter, a number in the line", page);
        page.locator("#greet-visit [data-act=greet-again]").click();
        org.assertj.core.api.Assertions.assertThat(number(page)).isEqualTo(number);
        page.locator("[data-act=greet-done]").click();
        leaves(page, page.locator("#greet-line .line-row").first());
        assertThat(page.locator("#greet-line .line-row")).hasCount(0);

        finds(page, "zzzz" + mark);
        assertThat(page.locator("#greet-typed-wrong")).not().isEmpty();
        page.locator(".reason").first().click();
        number(page);
        page.locator("[data-act=greet-done]").click();
        leaves(page, page.locator("#greet-line .line-row").first());
        org.assertj.core.api.Assertions.assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPaymentCardIsNotReadAndAFirmIsShownItsBranch(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page page = greeter(Device.TABLET_UPRIGHT, language);
        finds(page, "%B4580000000000006^COHEN/DANA^29121011000?");
        assertThat(page.locator("#greet-typed-wrong")).containsText(language.either("כרטיס תשלום", "payment card"));
        assertThat(page.locator("#greet-typed")).hasValue("");
        finds(page, FIRM);
        assertThat(page.locator(".greet-advice")).isVisible();
        check.check("greeter, another branch fits", page);
        page.locator("[data-act=greet-there]").first().click();
        assertThat(page.locator("#greet-for")).containsText(language.either("סניף עסקים", "Business branch"));
        page.locator(".reason").first().click();
        number(page);
        assertThat(page.locator("[data-slip=expected]")).not().isEmpty();
        check.check("greeter, a number at the other branch", page);
        page.locator("[data-act=greet-done]").click();
        finds(page, FIRM);
        page.locator("[data-cause=URGENT]").click();
        page.locator(".reason").first().click();
        number(page);
        assertThat(page.locator("[data-slip=warn]")).isVisible();
        page.locator("[data-act=greet-done]").click();
        leaves(page, page.locator("#greet-line .line-row").first());
        org.assertj.core.api.Assertions.assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void numbersGoOnWithoutALineAndAreThereOnce(ScreenLanguage language) throws Exception {
        chromium.expect("ERR_INTERNET_DISCONNECTED");
        PageCheck check = new PageCheck(language);
        Page page = greeter(Device.TABLET, language);
        page.waitForFunction("() => Object.keys(localStorage).some(key => key.startsWith('moked.greeter.') && JSON.parse(localStorage.getItem(key)).block)");
        page.context().setOffline(true);
        assertThat(page.locator("#greet-state")).containsText(language.either("אין קשר", "No connection"));
        page.locator(".reason").first().click();
        String first = number(page);
        check.check("greeter, a number without a line", page);
        page.locator("[data-act=greet-done]").click();
        page.fill("#greet-typed", language.either("רות מהרחוב ", "Ruth from the street ") + mark);
        page.locator(".reason").nth(1).click();
        String second = number(page);
        page.locator("[data-act=greet-done]").click();
        org.assertj.core.api.Assertions.assertThat(first).startsWith("Z").isNotEqualTo(second);
        assertThat(page.locator("#greet-state")).containsText(language.either("ממתינים לשליחה: 2", "Waiting to be sent: 2"));
        check.check("greeter, no line", page);
        page.context().setOffline(false);
        assertThat(page.locator("#greet-state")).containsText(language.either("נקלטו: 2", "Taken in: 2"));
        Locator numbers = page.locator("#greet-line .line-row__number");
        assertThat(numbers).hasText(new String[] {first, second});
        page.reload();
        assertThat(numbers).hasText(new String[] {first, second});
        leaves(page, page.locator("#greet-line .line-row").first());
        assertThat(numbers).hasCount(1);
        leaves(page, page.locator("#greet-line .line-row").first());
        assertThat(numbers).hasCount(0);
        org.assertj.core.api.Assertions.assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aNumberFromHomeOnATelephone(ScreenLanguage language) throws Exception {
        chromium.expect("status of 422");
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.PHONE, language);
        page.navigate(Chromium.PORTAL + "/");
        page.locator(".choices a[href$='/branches']").click();
        assertThat(page.locator(".branch-row").first()).isVisible();
        check.check("branches", page);
        page.locator(".branch-row[href$='/branch/dizengoff']").click();
        assertThat(page.locator(".hours tr")).hasCount(7);
        check.check("a branch", page);
        page.locator("form [type=submit]").click();
        assertThat(page.locator("#telephone-wrong")).not().isEmpty();
        assertThat(page.locator("#reason-wrong")).not().isEmpty();
        check.check("a branch, something wrong", page);
        page.fill("#telephone", "05" + String.format("%08d", Math.floorMod(Long.parseLong(mark, 16), 100_000_000L)));
        page.locator("#reason").selectOption("bill");
        page.locator("#expected").selectOption("20");
        page.locator("form [type=submit]").click();
        assertThat(page.locator(".ticket__number")).hasText(Pattern.compile("[A-Y][0-9]{3}"));
        check.check("a number from home", page);
        page.locator("form.actions [type=submit]").click();
        assertThat(page.locator(".ticket__standing")).containsText(language.either("יצאת מהתור", "You have left the line"));
        check.check("left the line", page);
        org.assertj.core.api.Assertions.assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theKioskGivesANumberTheDisplayShowsIt(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page door = greeter(Device.TABLET, language);
        Page wall = chromium.person(Device.TELEVISION);
        wall.navigate(Chromium.PORTAL + "/branch/dizengoff/display");
        assertThat(wall.locator("body")).hasAttribute("data-listening", "true");
        check.picture("display, nobody", wall);

        Page kiosk = chromium.person(Device.TABLET_UPRIGHT, language);
        kiosk.navigate(Chromium.PORTAL + "/branch/dizengoff/kiosk");
        assertThat(kiosk.locator(".keys__key").first()).isVisible();
        check.check("kiosk", kiosk);
        for (String digit : "050".split("")) {
            kiosk.locator(".keys__key[data-key='" + digit + "']").click();
        }
        assertThat(kiosk.locator("#who")).hasValue("050");
        kiosk.locator("#nobody").click();
        assertThat(kiosk.locator(".kiosk__reason").first()).isVisible();
        check.check("kiosk, what for", kiosk);
        kiosk.locator(".kiosk__reason").first().click();
        Locator number = kiosk.locator("#number");
        assertThat(number).hasText(Pattern.compile("[A-Y][0-9]{3}"));
        check.check("kiosk, the number", kiosk);
        String his = number.textContent();
        assertThat(wall.locator("#next")).containsText(his);
        check.picture("display, one waits", wall);
        assertThat(door.locator("#greet-line .line-row__number")).hasText(new String[] {his});
        wall.context().setOffline(true);
        assertThat(wall.locator("#lost")).isVisible();
        assertThat(wall.locator("#next")).containsText(his);
        check.picture("display, no line", wall);
        wall.context().setOffline(false);
        assertThat(wall.locator("#lost")).isHidden();
        kiosk.locator("#end").click();
        assertThat(kiosk.locator("html")).hasAttribute("lang", "he");
        leaves(door, door.locator("#greet-line .line-row").first());
        assertThat(wall.locator("#next li")).hasCount(0);
        org.assertj.core.api.Assertions.assertThat(check.faults()).isEmpty();
    }
}
