// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A menu on the telephone as its editor sees it, and as a caller of the lab hears it. */
@ArquillianTest
@RunAsClient
public class MenuBrowserIT {
    private static final String CUSTOMER = "customer09@example.co.il";
    private static final int RATE = 8_000;
    private static final double[] ROWS = {697, 770, 852, 941};
    private static final double[] COLUMNS = {1209, 1336, 1477};

    @RegisterExtension
    final Chromium chromium = new Chromium();

    /** Keys as a telephone sounds them. */
    private static byte[] tones(String keys) {
        int on = RATE / 10;
        int all = keys.length() * on * 2;
        ByteBuffer file = ByteBuffer.allocate(44 + all * 2).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + all * 2).put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2).putShort((short) 2).putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII)).putInt(all * 2);
        for (int i = 0; i < all; i++) {
            int at = "123456789*0#".indexOf(keys.charAt(i / (2 * on)));
            double value = i % (2 * on) < on ? (Math.sin(2 * Math.PI * ROWS[at / 3] * i / RATE) + Math.sin(2 * Math.PI * COLUMNS[at % 3] * i / RATE)) / 2 : 0;
            file.putShort((short) (value * 26_000));
        }
        return file.array();
    }

    @ParameterizedTest
    @EnumSource
    void aMenuIsSeenChangedAndTriedOnOneScreen(ScreenLanguage language) {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, "/moked/admin/ivr.xhtml?flow=main").enter("admin");
        Locator discard = page.locator("form[data-command=wireIvrDiscard] button");
        if (discard.count() > 0) {
            discard.click();
            assertThat(discard).hasCount(0);
        }
        assertThat(page.locator(".menu-graph__place")).not().hasCount(0);
        check.check("telephone menu", page);

        Locator bills = page.locator(".menu-graph__place").filter(new Locator.FilterOptions().setHasText("bills"));
        bills.focus();
        page.keyboard().press("Enter");
        page.waitForLoadState();
        assertThat(page.locator("#place .section-head")).containsText("bills");
        assertThat(page.locator("#key-1")).hasValue("balance");
        page.locator("#en").fill("For what you owe, 1. For a link, 2. For an agent, 3. To end, 9. ");
        page.locator("#key-3").selectOption("");
        page.locator("form[data-command=wireIvrSave] button[type=submit]").click();
        assertThat(page.locator(".draft-notice")).containsText("bills");
        assertThat(page.locator("#key-3")).hasValue("");
        assertThat(page.locator(".menu-findings .notice--bad")).hasCount(0);

        page.locator("#trial-keys").fill("2291");
        page.locator("form[data-command=wireIvrTry] button").click();
        assertThat(page.locator(".menu-trial li").last()).not().isEmpty();
        assertThat(page.locator(".menu-trial")).containsText("bills");
        check.check("telephone menu, draft and trial", page);

        // The way to a human about bills is gone from here, but whoever is not identified still comes to it; without that the law speaks.
        page.navigate(Chromium.DESK + "/moked/admin/ivr.xhtml?flow=main&node=who#place");
        page.locator(".menu-more summary").click();
        page.locator("#otherwise").selectOption("agent");
        page.locator("form[data-command=wireIvrSave] button[type=submit]").click();
        assertThat(page.locator(".menu-findings")).containsText("bill");
        assertThat(page.locator("form[data-command=wireIvrActivate] button")).isDisabled();
        check.check("telephone menu, faulty", page);
        page.locator("form[data-command=wireIvrDiscard] button").click();
        assertThat(page.locator(".draft-notice")).hasCount(0);
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCallerIsLedByKeysAndByAFileOfSound(ScreenLanguage language) {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        LabTelephone caller = LabTelephone.of(page, CUSTOMER);
        page.locator("#call-to").selectOption("guided");
        caller.dials("own");
        caller.hears("English");
        caller.presses(language.either("1", "2"));
        caller.hears(language.either("לתקלה", "For a fault"));
        check.check("lab call, led by a menu", page);
        page.locator("#call-sound").setInputFiles(new FilePayload("keys.wav", "audio/wav", tones("51")));
        caller.hears(language.either("אנחנו", "We are"));
        assertThat(caller.happened("5").first()).isVisible();
        caller.presses("0");
        caller.is("waiting");
        caller.hangsUp();
        caller.is("idle");
        assertThat(check.faults()).isEmpty();
    }
}
