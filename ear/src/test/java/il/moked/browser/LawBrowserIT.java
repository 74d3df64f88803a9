// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The limits of the law as a supervisor sees them: on the wall while there is still time, on their page afterwards, and as a file. */
@ArquillianTest
@RunAsClient
class LawBrowserIT {
    private static final String LAW = "/moked/supervisor/law.xhtml";
    private static final String WALL = "/moked/supervisor/wall.xhtml";

    @RegisterExtension
    final Chromium chromium = new Chromium();

    /** A caller who dialled that long ago and waits. @return the exchange's id of the call */
    private static String waits(Exchange exchange, String subject, int secondsAgo) {
        String call = UUID.randomUUID().toString();
        String at = Instant.now().minusSeconds(secondsAgo).toString();
        exchange.tells(call, "OFFERED", "at", at, "caller", "050-345-6789", "dialled", "*2700");
        exchange.tells(call, "MENU", "at", at, "subject", subject);
        exchange.tells(call, "QUEUED", "at", at);
        return call;
    }

    @ParameterizedTest
    @EnumSource
    void limitsOfTheLawAreSeenOnTheWallOnTheirPageAndInAFile(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Exchange exchange = new Exchange();
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, WALL).enter("michal");
        APIResponse busy = page.request().post(Chromium.DESK + "/moked-test/busy-floor", RequestOptions.create().setForm(FormData.create().set("busy", "true")));
        assertThat(busy.status()).isEqualTo(204);
        page.evaluate("() => { window.neverReloaded = true; }");
        String late = waits(exchange, "fault", 420);
        String near = waits(exchange, "termination", 260);
        Locator law = page.locator("#wall-law");
        assertThat(law.locator(".urgent__clock").nth(1)).isVisible();
        assertThat(law).containsText(language.either("מעבר למועד שבחוק", "over the legal limit"));
        assertThat(law.locator(".urgent__clock").first().locator(".wait")).hasText(Pattern.compile("7:\\d\\d|8:\\d\\d"));
        assertThat(law.locator(".urgent__clock").first().locator(".wait")).hasClass(Pattern.compile("talk__wait--bad"));
        check.check("wall with limits of the law", page);
        assertThat(page.evaluate("() => window.neverReloaded === true")).isEqualTo(true);

        page.navigate(Chromium.DESK + LAW);
        assertThat(page.locator("main .table").first().locator("tbody tr").first()).containsText(language.either("תקלה", "Fault"));
        check.check("limits of the law", page);
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Jerusalem"));
        assertThat(page.locator("#to")).hasValue(today.toString());
        APIResponse file = page.request().get(Chromium.DESK + "/moked/supervisor/law.csv?from=" + today.minusDays(1) + "&to=" + today);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.headers().get("content-disposition")).contains("statutory-clocks-");
        String text = file.text();
        assertThat(text).startsWith("\uFEFF" + language.either("מספר פנייה,שעון,תור", "Reference,Clock,Queue"));
        assertThat(text.lines().skip(1)).anyMatch(line -> line.contains(language.either(",מענה,service,תקלה,", ",Answer,service,Fault,")));
        page.navigate(Chromium.DESK + "/moked/supervisor/law.csv?from=" + today + "&to=" + today.minusDays(3));
        assertThat(page.locator("#export-refused")).isVisible();
        check.check("limits of the law, no such days", page);

        exchange.tells(late, "ENDED", "by", "CUSTOMER");
        exchange.tells(near, "ENDED", "by", "CUSTOMER");
        page.navigate(Chromium.DESK + WALL);
        assertThat(law).not().isVisible();
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void onlyASupervisorHasTheFile(ScreenLanguage language) {
        chromium.expect("status of 403");
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, AgentDesk.PATH).enter("dana");
        assertThat(page.request().get(Chromium.DESK + "/moked/supervisor/law.csv?from=2026-01-01&to=2026-01-02").status()).isEqualTo(403);
    }
}
