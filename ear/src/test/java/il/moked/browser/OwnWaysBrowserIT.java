// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A customer who is signed in asks on his telephone for a call and a chat as himself, and reads all he ever allowed. */
@ArquillianTest
@RunAsClient
public class OwnWaysBrowserIT {
    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @EnumSource
    void heChatsAndIsCalledAsHimself(ScreenLanguage language) throws Exception {
        chromium.expect("status of 422");
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.PHONE, language);
        page.navigate(Chromium.PORTAL + "/my/talk");
        new PortalSignIn(page).byCode(language.either("customer45@example.co.il", "customer47@example.co.il"), language.either("6364", "0748"));
        assertThat(page.locator("#call-me")).isVisible();
        check.check("talk", page);
        page.locator("#call-me").click();
        assertThat(page.locator("#trouble")).isVisible();
        check.check("talk, something wrong", page);
        page.fill("#text", language.either("לגבי החשבון ", "About my bill ") + mark);
        page.locator("#at").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(2));
        page.locator("#call-me").click();
        assertThat(page.locator("[role=status]")).containsText(language.either("נתקשר אליך", "We will call you"));
        check.check("talk, call asked for", page);
        page.fill("#text", language.either("צ׳אט ", "Chat ") + mark);
        page.locator("#chat-now").click();
        assertThat(page.locator("#log")).containsText(mark);
        check.check("chat as himself", page);

        page.navigate(Chromium.PORTAL + "/my/details");
        page.locator("#allow-SMS").click();
        assertThat(page.locator("[role=status]")).isVisible();
        page.locator("a[href$='/my/consents']").click();
        assertThat(page.locator("#said li").first()).isVisible();
        check.check("all that was allowed", page);
        page.navigate(Chromium.PORTAL + "/my/products");
        assertThat(page.locator("main")).containsText("TOKEN-2");
        assertThat(check.faults()).isEmpty();
    }
}
