// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import il.moked.TestPeers;
import il.moked.selfservice.CodeMail;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A customer of the demo signs in on his telephone, looks through what is his, writes, and the agent who answers knows who he is. */
@ArquillianTest
@RunAsClient
public class OwnAreaBrowserIT {
    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @EnumSource
    void aCustomerSignsInAndSeesWhatIsHis(ScreenLanguage language) throws Exception {
        chromium.expect("status of 422");
        PageCheck check = new PageCheck(language);
        String mail = language.either("customer14@example.co.il", "customer08@example.co.il");
        Page page = chromium.person(Device.PHONE, language);
        page.navigate(Chromium.PORTAL + "/my/contacts");
        assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?to=.*"));
        check.check("own area, signing in", page);
        page.fill("#address", "nobody");
        page.locator("#send").click();
        page.waitForLoadState();
        assertThat(page.locator("#address")).hasValue("nobody");
        new PortalSignIn(page).byCode(mail, "");
        assertThat(page).hasURL(Pattern.compile(".*/my/contacts"));
        check.check("own area, contacts", page);

        AgentDesk desk = AgentDesk.of(chromium.person(Device.DESK, language), "dana").clearsTheLine();
        page.locator("#write").click();
        page.fill("#subject", language.either("שאלה על ", "A question about ") + mark);
        page.fill("#text", language.either("מתי מגיע הנתב? ", "When does the router come? ") + mark);
        check.check("own area, writing", page);
        page.locator("#send").click();
        page.waitForLoadState();
        Locator said = page.locator(".talk__text").filter(new Locator.FilterOptions().setHasText(mark));
        Awaitility.await().pollInSameThread().until(() -> {
            page.reload();
            page.waitForLoadState();
            return said.count() == 1;
        });
        check.check("own area, a conversation", page);
        String conversation = page.url().replaceFirst("\\?.*$", "");
        desk.accept(mark);
        desk.conversation().replies(language.either("מחר בבוקר. ", "Tomorrow morning. ") + mark);
        desk.conversation().close("ANSWERED");

        for (String place : new String[] {"/my", "/my/matters", "/my/orders", "/my/products", "/my/appointments", "/my/promises", "/my/details", "/my/data"}) {
            page.navigate(Chromium.PORTAL + place);
            assertThat(page.locator("h1")).isVisible();
            check.check("own area" + place.replace('/', ' '), page);
        }
        page.navigate(Chromium.PORTAL + "/my/matters");
        if (page.locator(".choices .choice").count() > 0) {
            page.locator(".choices .choice").first().click();
            assertThat(page.locator(".stages")).isVisible();
            check.check("own area, a matter", page);
        }

        page.navigate(Chromium.PORTAL + "/my/details");
        page.locator("#allow-EMAIL").click();
        assertThat(page.locator("[role=status]")).isVisible();
        String fresh = "new" + mark + "@example.co.il";
        page.fill("#address", fresh);
        page.locator("#add-send").click();
        assertThat(page.locator("#code")).isVisible();
        check.check("own area, a new address", page);
        page.fill("#code", CodeMail.code(fresh, TestPeers.imap()));
        page.locator("#prove").click();
        assertThat(page.locator("[role=status]")).isVisible();
        assertThat(page.locator("main")).not().containsText(fresh);

        page.navigate(Chromium.PORTAL + "/my/data");
        page.locator("#copy").click();
        Awaitility.await().pollInSameThread().until(() -> {
            page.navigate(Chromium.PORTAL + "/my/data");
            return page.locator("#ask-code").count() == 1;
        });
        page.locator("#ask-code").click();
        assertThat(page.locator("#code")).isVisible();
        check.check("own area, fetching the copy", page);
        // the code goes to the address he prefers: the one that was confirmed last
        page.fill("#code", CodeMail.code(fresh, TestPeers.imap()));
        Path copy = page.waitForDownload(() -> page.locator("#fetch").click()).path();
        assertThat(Files.size(copy)).isPositive();

        page.navigate(conversation);
        assertThat(page.locator(".talk__line:not(.talk__line--mine)").filter(new Locator.FilterOptions().setHasText(language.either("מחר בבוקר", "Tomorrow morning")))).hasCount(1);

        page.locator("#sign-out").click();
        assertThat(page).hasURL(Pattern.compile(".*/sign-in"));
        page.navigate(conversation);
        assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?to=.*"));
        assertThat(check.faults()).isEmpty();
    }
}
