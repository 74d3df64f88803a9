// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An administrator brings in a file of customers: reads what is wrong in it, decides, and takes customers out again. */
@ArquillianTest
@RunAsClient
public class CustomerImportBrowserIT {
    private static final String PATH = "/moked/admin/customers-import.xhtml";
    private static final LocatorAssertions.IsVisibleOptions SOON = new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final String mark = UUID.randomUUID().toString().substring(0, 6);

    @ParameterizedTest
    @EnumSource
    void aFileIsCheckedDecidedOnAndBroughtIn(ScreenLanguage language) throws IOException {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, PATH).enter("admin");
        page.waitForLoadState();
        check.check("files of customers", page);
        String file = "kind,reference,firstName,lastName,nationalId,birthDate,phones,emails,segment\n"
                + "PERSON,1,יעל,בן־דוד " + mark + ",,1979-11-02,053-333-4444,yael-" + mark + "@example.com,\n"
                + "PERSON,2,Yael,Ben-David " + mark + ",,2.11.1979,0533334444,yael-" + mark + "@example.com,\n"
                + "PERSON,3,אבי,לוי " + mark + ",123456789,,12,avi.example.com,GOLD\n"
                + "PERSON,3,דנה,כהן " + mark + ",,,,,\n";
        send(page, file);
        Locator shown = page.locator("#import-shown");
        assertThat(shown.locator("form.import-decision")).isVisible(SOON);
        assertThat(shown.locator("#faults tbody tr")).hasCount(5);
        assertThat(shown.locator("#faults tbody tr").first()).containsText("4");
        assertThat(shown.locator("#faults")).containsText("nationalId");
        assertThat(shown.locator("#twins tbody tr").first()).isVisible();
        page.waitForLoadState();
        check.check("a file with wrong lines and twins", page);
        Download errors = page.waitForDownload(() -> shown.locator("a[href^='customer-import-errors']").click());
        assertThat(Files.readAllLines(errors.path(), StandardCharsets.UTF_8)).hasSize(6);

        shown.locator("#alike").selectOption("REGISTER");
        shown.locator("form.import-decision button[type=submit]").click();
        assertThat(shown.locator(".status--good")).isVisible(SOON);
        check.check("a file that was brought in", page);
        send(page, "kind,name\nCOMPANY,\"open\n");
        assertThat(shown.locator(".notice--bad")).isVisible(SOON);
        assertThat(shown.locator("#faults tbody tr")).hasCount(1);
        assertThat(shown.locator("form.import-decision")).hasCount(0);
        check.check("a file that cannot be read", page);
        send(page, "kind,reference,name\nCOMPANY,9,Alon " + mark + "\n");
        assertThat(shown.locator("form.import-decision")).isVisible(SOON);
        shown.locator("[data-act=stop-import]").click();
        assertThat(shown.locator(".status--off")).isVisible(SOON);
        assertThat(check.faults()).isEmpty();

        Download taken = page.waitForDownload(() -> page.locator("form[action='customers.csv'] button").click());
        assertThat(Files.readString(taken.path())).contains("Ben-David " + mark).doesNotContain("Alon " + mark);
        Download template = page.waitForDownload(() -> page.locator("a[href='customers-template.csv']").click());
        send(page, Files.readString(template.path()));
        assertThat(shown.locator("form.import-decision, .notice--bad")).isVisible(SOON);
        assertThat(shown.locator("#faults")).hasCount(0);
    }

    private void send(Page page, String csv) {
        page.locator("#source").fill("browser-" + mark);
        page.locator("#csv").setInputFiles(new FilePayload("customers.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.locator("form[data-file] button[type=submit]").click();
        assertThat(page.locator("form[data-file] button[type=submit]")).isEnabled();
    }
}
