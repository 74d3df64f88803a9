// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import il.moked.As;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A company's administrator invites a colleague, who opens a fault; the report he exports and the program he lets in say the same. */
@ArquillianTest
@RunAsClient
public class CompanyBrowserIT {
    /** Of the demo. */
    private static final String ADMINISTRATOR = "office@bakery.example.co.il";
    private static final Pattern CODE = Pattern.compile("\\b([0-9]{6})\\b");
    private static final Pattern LINK = Pattern.compile("/business/join/[A-Za-z0-9_-]{43}");
    private static final Pattern CALLS = Pattern.compile("\"calls\":([0-9]+)");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private static String found(Pattern pattern, String text, int group) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(group);
    }

    /** By the code in his newest mail, and his password. */
    private void signsIn(Page page, String email, String password, PageCheck check) throws Exception {
        MailProgram mails = new MailProgram("x", email);
        int before = mails.automatic().size();
        page.navigate(Chromium.PORTAL + "/business");
        assertThat(page.locator("#address")).isVisible();
        check.check("business sign-in", page);
        page.fill("#address", email);
        sendsUntil(page, "#send", "#code");
        String code = found(CODE, mails.receivesAutomatic(before).text(), 1);
        page.fill("#code", code);
        page.click("#send");
        assertThat(page.locator("#password")).isVisible();
        check.check("business password", page);
        page.fill("#password", "wrong password");
        page.click("#send");
        assertThat(page.locator("#password-wrong")).not().isEmpty();
        page.fill("#password", password);
        page.click("#send");
        assertThat(page.locator(".firm__nav")).isVisible();
    }

    /** Nobody fills a form as fast as a test: pressed again until it is old enough. */
    private static void sendsUntil(Page page, String button, String shown) {
        await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofSeconds(2)).pollInSameThread().until(() -> {
            if (page.locator(shown).count() == 0) {
                page.click(button);
                page.waitForLoadState();
            }
            return page.locator(shown).count() > 0;
        });
    }

    @ParameterizedTest
    @EnumSource
    void theReportAndTheProgramSayTheSame(ScreenLanguage language) throws Exception {
        chromium.expect("status of 422");
        PageCheck check = new PageCheck(language);
        Page boss = chromium.person(Device.PHONE, language);
        signsIn(boss, ADMINISTRATOR, As.PASSWORD, check);
        check.check("business home", boss);

        boss.navigate(Chromium.PORTAL + "/business/sites");
        check.check("business sites", boss);
        boss.click("#new-site");
        boss.fill("#name", language.either("סניף ", "Shop ") + mark);
        boss.fill("#address", language.either("הרצל 1, חיפה", "1 Herzl St, Haifa"));
        check.check("business new site", boss);
        boss.click("#send");
        assertThat(boss.locator("[role=status]")).isVisible();

        boss.navigate(Chromium.PORTAL + "/business/people");
        check.check("business people", boss);
        boss.click("#invite");
        boss.click("#send");
        assertThat(boss.locator("#name-wrong")).not().isEmpty();
        boss.fill("#name", language.either("דן כהן ", "Dan Cohen ") + mark);
        String email = "dan-" + mark + "@example.co.il";
        boss.fill("#email", email);
        boss.locator("[name=may][value='0:SEE']").check();
        boss.locator("[name=may][value='0:OPEN']").check();
        check.check("business invite", boss);
        boss.click("#send");
        assertThat(boss.locator("[data-user='" + email + "']")).isVisible();

        Page dan = chromium.person(Device.PHONE, language);
        dan.navigate(Chromium.PORTAL + found(LINK, new MailProgram("x", email).receivesAutomatic(0).text(), 0));
        check.check("business join", dan);
        dan.fill("#password", "short");
        dan.click("#send");
        assertThat(dan.locator("#password-wrong")).not().isEmpty();
        dan.fill("#password", "a long password " + mark);
        dan.click("#send");
        signsIn(dan, email, "a long password " + mark, check);
        assertThat(dan.locator(".firm__nav a")).hasCount(3);
        dan.click("#new-call");
        assertThat(dan.locator("#subject")).isVisible();
        check.check("business new call", dan);
        dan.click("#send");
        assertThat(dan.locator("#subject-wrong")).not().isEmpty();
        check.check("business new call, something wrong", dan);
        dan.selectOption("#fault", "dead");
        dan.fill("#subject", language.either("המקרר לא עובד ", "The fridge is dead ") + mark);
        dan.fill("#description", language.either("מאז הבוקר", "Since this morning"));
        dan.click("#send");
        assertThat(dan.locator("#number")).isVisible();
        check.check("business call", dan);
        String number = dan.locator("#number").textContent();
        dan.fill("#text", language.either("דחוף", "Urgent"));
        dan.locator("#write [type=submit]").click();
        assertThat(dan.locator("[role=status]")).isVisible();
        assertThat(dan.locator(".answer").first()).containsText(language.either("דחוף", "Urgent"));

        boss.navigate(Chromium.PORTAL + "/business/calls");
        assertThat(boss.locator("[data-call='" + number + "']")).isVisible();
        check.check("business calls", boss);
        boss.navigate(Chromium.PORTAL + "/business/contracts");
        assertThat(boss.locator(".paper").first()).isVisible();
        check.check("business contracts", boss);
        boss.navigate(Chromium.PORTAL + "/business/reports");
        assertThat(boss.locator("#recurring [data-fault=dead]").first()).isVisible();
        check.check("business report", boss);
        String shown = boss.locator("#figure-calls").textContent();
        APIResponse csv = boss.request().get(Chromium.PORTAL + boss.locator("[data-format=CSV]").getAttribute("href"));
        assertThat(csv.text()).contains(language.either("קריאות,", "Calls,") + shown);
        APIResponse book = boss.request().get(Chromium.PORTAL + boss.locator("[data-format=XLSX]").getAttribute("href"));
        assertThat(book.headers().get("content-disposition")).contains(".xlsx");
        assertThat(new String(book.body(), StandardCharsets.ISO_8859_1)).startsWith("PK");
        assertThat(new String(boss.request().get(Chromium.PORTAL + boss.locator("[data-format=PDF]").getAttribute("href")).body(), StandardCharsets.ISO_8859_1)).startsWith("%PDF");
        boss.click("#mail-new");
        boss.click("#mail-send");
        assertThat(boss.locator("[data-mailing]").first()).isVisible();

        boss.navigate(Chromium.PORTAL + "/business/keys");
        boss.fill("#name", "ERP " + mark);
        boss.click("#send");
        assertThat(boss.locator("#secret")).isVisible();
        check.check("business key", boss);
        String key = boss.locator("#secret").textContent();
        APIResponse asked = boss.request().get(Chromium.PORTAL + "/business/api/v1/reports/service", RequestOptions.create().setHeader("Authorization", "Bearer " + key));
        assertThat(found(CALLS, asked.text(), 1)).isEqualTo(shown);
        assertThat(boss.request().get(Chromium.PORTAL + "/business/api/v1/calls/" + number, RequestOptions.create().setHeader("Authorization", "Bearer " + key)).text()).contains(mark);
        boss.click("#sign-out");
        assertThat(boss.locator("#address")).isVisible();
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aSupervisorInvitesTheFirstAdministratorOnTheCard(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, AgentDesk.PATH).enter("michal");
        page.navigate(Chromium.DESK + "/moked/agent/customer-new.xhtml");
        page.locator("[name=kind][value=COMPANY]").check(new Locator.CheckOptions().setForce(true));
        page.locator("#new-name").fill(language.either("נגריית ", "Carpentry ") + mark);
        page.locator("[data-submit=register] [type=submit]").click();
        page.waitForURL(Pattern.compile(".*customer\\.xhtml\\?id=\\d+"));
        Locator part = page.locator("#firm");
        part.locator("summary").first().click();
        part.locator("[data-what=invite] [name=name]").fill(language.either("רות לוי", "Ruth Levi"));
        String email = "ruth-" + mark + "@example.co.il";
        part.locator("[data-what=invite] [name=email]").fill(email);
        check.check("card of a business, inviting", page);
        part.locator("[data-what=invite] [type=submit]").click();
        assertThat(part.locator("[data-firm-user='" + email + "']")).isVisible();
        part.locator("summary").nth(1).click();
        part.locator("[data-what=site] [name=name]").fill(language.either("הנגרייה", "The workshop"));
        part.locator("[data-what=site] [name=address]").fill(language.either("החרש 3, לוד", "3 Harash St, Lod"));
        part.locator("[data-what=site] [type=submit]").click();
        assertThat(part).containsText(language.either("החרש 3, לוד", "3 Harash St, Lod"));
        check.check("card of a business", page);
        assertThat(new MailProgram("x", email).receivesAutomatic(0).text()).containsPattern(LINK);
        assertThat(check.faults()).isEmpty();
    }
}
