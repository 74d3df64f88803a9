// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people see of channels: the administrator's templates and settings, and the agent's files that did not come. */
@ArquillianTest
@RunAsClient
public class ChannelsIT {
    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @EnumSource
    void theAdministratorEntersATemplateAndIsToldWhatIsWrong(ScreenLanguage language) {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, "/moked/admin/templates.xhtml").enter("admin");
        assertThat(page.locator("main tbody tr").first()).isVisible();
        check.check("templates", page);
        page.locator("main .page-head a.btn--primary").click();
        page.locator("#name").fill("it_" + mark);
        page.locator("#text").fill("שלום {{2}}");
        page.locator("form.form [type=submit]").click();
        assertThat(page.locator(".field__error")).isVisible();
        assertThat(page.locator("#text")).hasAttribute("aria-invalid", "true");
        check.check("a template with a fault", page);
        page.locator("#text").fill("שלום {{1}}, יש חדש בפנייה בנושא {{2}}.");
        page.locator("#status").selectOption("APPROVED");
        page.locator("form.form [type=submit]").click();
        Locator line = page.locator("main tbody tr").filter(new Locator.FilterOptions().setHasText("it_" + mark));
        assertThat(line.locator(".status")).hasText(language.either("מאושרת", "Approved"));
        line.locator("a").click();
        assertThat(page.locator("#text")).hasValue("שלום {{1}}, יש חדש בפנייה בנושא {{2}}.");
        assertThat(page.locator("#name")).hasCount(0);
        check.check("a template", page);
        page.locator("#status").selectOption("OFF");
        page.locator("form.form [type=submit]").click();
        assertThat(line.locator(".status")).hasText(language.either("לא בשימוש", "Not in use"));

        page.navigate(Chromium.DESK + "/moked/admin/accounts.xhtml?account=new");
        page.locator("#channel").selectOption("SMS");
        page.locator("#code").fill("it-" + mark);
        page.locator("#hebrewName").fill("מסרונים");
        page.locator("#englishName").fill("Messages");
        page.locator("#settings").fill("driver=smpp\nsystemId=moked");
        page.locator("form.form [type=submit]").click();
        assertThat(page.locator(".field__error")).containsText("host");
        assertThat(page.locator("#settings")).hasAttribute("aria-invalid", "true");
        check.check("an account with a setting missing", page);
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anAgentSeesWhyAFileDidNotComeAndAsksForItAgain(ScreenLanguage language) {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        AgentDesk desk = AgentDesk.of(page, "dana").clearsTheLine();
        assertThat(page.request().post(Chromium.DESK + "/moked-test/lost-file", RequestOptions.create().setForm(FormData.create().set("mark", mark))).status()).isEqualTo(204);
        desk.accept(mark);
        Locator file = page.locator(".files--missing .file");
        assertThat(file).containsText(language.either("הספק אינו מוסר אותו", "the provider does not give it"));
        check.check("a file that did not come", page);
        file.locator("[data-act=fetch-again]").click();
        assertThat(file).containsText(language.either("בדרך", "on its way"));
        assertThat(file.locator("[data-act=fetch-again]")).hasCount(1);
        desk.open(mark).close("ANSWERED");
        desk.goesHome();
        assertThat(check.faults()).isEmpty();
    }
}
