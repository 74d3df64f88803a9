// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static il.moked.browser.Choosing.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A complaint from a conversation through its stages to its end; the lists and charts of those who watch over all of them. */
@ArquillianTest
@RunAsClient
public class ComplaintBrowserIT {
    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private static void pick(Locator form, String name, String value) {
        form.locator(".pick:has([name=" + name + "][value=" + value + "])").click();
    }

    private static Locator form(Page page, String ask) {
        return page.locator(".complaint form[data-ask=" + ask + "]");
    }

    private static void stage(Page page, String stage) {
        assertThat(page.locator(".complaint .stage--now .stage__name")).hasText(stage);
    }

    @ParameterizedTest
    @EnumSource
    void aComplaintGoesThroughItsStages(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, AgentDesk.PATH).enter("dana");
        AgentDesk desk = AgentDesk.arrived(page).clearsTheLine();
        new MailProgram("אסתר עמר", "customer05@example.co.il").writes("חויבתי פעמיים על הנתב Router X5 " + mark, "שלום, בחשבון של נובמבר מופיע פעמיים חיוב של 129.90 ₪ עבור Router X5. כבר התקשרתי ל־03-1234567 ולא חזרו אליי. " + mark);
        desk.accept(mark);
        page.locator("#head [data-act=case-open]").click();
        Locator dialog = page.locator("#case-open");
        assertThat(dialog.locator("#case-subject")).hasValue("חויבתי פעמיים על הנתב Router X5 " + mark);
        with(dialog.locator(".pick"), language.either("תלונה", "Complaint")).click();
        dialog.locator("[type=submit]").click();
        with(page.locator("#cases > .promises__list .promise"), mark).locator(".row-link").click();

        assertThat(page.locator("#case .complaint")).isVisible();
        stage(page, language.either("אושרה קבלתה", "Acknowledged"));
        check.check("a complaint", page);
        Locator seek = form(page, "seek");
        pick(seek, "remedy", "REFUND");
        seek.locator("[name=words]").fill("את הכסף בחזרה, ו־refund תוך שבוע");
        seek.locator("[type=submit]").click();
        assertThat(page.locator(".complaint__facts")).containsText(language.either("החזר כספי", "Refund"));

        Locator assess = form(page, "assess");
        pick(assess, "impact", "HIGH");
        pick(assess, "complexity", "LOW");
        assess.locator("[name=component]").selectOption("BILLING");
        assess.locator("[type=submit]").click();
        stage(page, language.either("הוערכה", "Assessed"));
        form(page, "investigate").locator("[name=findings]").fill("הוראת הקבע נקלטה פעמיים בעקבות החלפת כרטיס.");
        form(page, "investigate").locator("[type=submit]").click();
        stage(page, language.either("נבדקה", "Investigated"));
        check.check("a complaint to be answered", page);
        pick(form(page, "answer"), "remedy", "REFUND");
        form(page, "answer").locator("[name=text]").fill("בדקנו: חויבת פעמיים. הסכום 129.90 ₪ יוחזר בתוך שלושה ימי עסקים.");
        form(page, "answer").locator("[type=submit]").click();
        stage(page, language.either("ניתנה תשובה", "Answered"));
        pick(form(page, "decide"), "decision", "UPHELD");
        form(page, "decide").locator("[name=text]").fill("התלונה מוצדקת, ואנו מתנצלים.");
        form(page, "decide").locator("[type=submit]").click();
        stage(page, language.either("הוכרעה", "Decided"));

        page.locator("[data-act=case-dialog][data-dialog=close]").click();
        page.locator("#case-close .choice:has([value=COMPENSATED])").click();
        page.locator("#case-close [type=submit]").click();
        assertThat(page.locator(".toast").last()).containsText(language.either("לרשום את סיבתה", "give its cause"));
        page.keyboard().press("Escape");
        form(page, "accept").locator(".pick:has([value=true])").click();
        form(page, "accept").locator("[type=submit]").click();
        Locator because = form(page, "because");
        assertThat(because).isVisible();
        check.check("a complaint that needs its cause", page);
        because.locator("[name=cause]").selectOption(new SelectOption().setLabel(language.either("חיוב · חיוב שגוי", "Billing · Wrong charge")));
        because.locator("[name=action]").fill("בדיקת כפל הוראות קבע לפני כל חיוב");
        because.locator("[type=submit]").click();
        assertThat(page.locator(".complaint__wait")).isVisible();
        page.locator("[data-act=case-dialog][data-dialog=close]").click();
        page.locator("#case-close .choice:has([value=COMPENSATED])").click();
        page.locator("#case-close [type=submit]").click();
        stage(page, language.either("נסגרה", "Closed"));
        page.locator(".complaint__steps summary").click();
        check.check("a closed complaint", page);
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void supervisorsSeeWhatManyComplaintsSayTogether(ScreenLanguage language) {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, "/moked/agent/complaints.xhtml?of=all").enter("michal");
        assertThat(page.locator("#complaint-lines tr").first()).isVisible();
        check.check("complaints", page);

        page.navigate(Chromium.DESK + "/moked/supervisor/complaint-groups.xhtml?sku=RTR-AX3000&component=PRODUCT");
        assertThat(page.locator(".control-chart circle").last()).isVisible();
        assertThat(page.locator(".control-chart__level--upper + .control-chart__text")).isVisible();
        check.check("complaints of a product", page);
        Locator same = page.locator(".alike").first();
        same.locator("[name=case]").first().check();
        same.locator("[name=case]").nth(1).check();
        page.locator("form[data-submit=complaint-problem] [name=subject]").fill("קושחה 2.1 של הנתב מאתחלת את עצמה " + mark);
        page.locator("form[data-submit=complaint-problem] [type=submit]").click();
        assertThat(page.locator("#case .complaint")).containsText(language.either("כשהתקלה תיפתר", "When the problem is solved"));
        page.locator("[data-state=SOLVED]").click();
        Locator fix = page.locator("form[data-submit=complaint-fix]");
        assertThat(fix.locator("[name=hebrew]")).hasValue(Pattern.compile(mark));
        check.check("telling complainants", page);
        fix.locator("[type=submit]").click();
        assertThat(fix).hasCount(0);

        page.locator("a.link[href*='case.xhtml?id=']").first().click();
        assertThat(page.locator("[data-evidence]")).isVisible();
        page.locator("[data-evidence] summary").click();
        page.waitForDownload(() -> page.locator("[data-evidence] [name=language][value=he]").click());
        page.reload();
        page.locator("[data-evidence] summary").click();
        page.locator("[data-act=evidence-check]").first().click();
        assertThat(page.locator(".toast").last()).containsText(language.either("הכול כפי שהיה", "All is as it was"));
        check.check("evidence of a complaint", page);
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theOmbudsmanSeesWhatWasTakenToHim(ScreenLanguage language) {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, "/moked/agent/complaints.xhtml").enter("ronit");
        assertThat(page.locator("main h1")).isVisible();
        check.check("complaints of the ombudsman", page);
        page.navigate(Chromium.DESK + "/moked/agent/complaints.xhtml?of=all");
        page.locator("#complaint-lines .row-link").first().click();
        assertThat(page.locator("#case .complaint")).isVisible();
        check.check("a complaint for the ombudsman", page);
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theOmbudsmanReadsAndPrintsTheReportOfAYear(ScreenLanguage language) {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, "/moked/agent/complaints.xhtml").enter("ronit");
        page.locator("a[href$='complaint-report.xhtml']").click();
        assertThat(page.locator(".report__notice")).isVisible();
        check.check("report of this year", page);
        page.locator("nav a[href^='?year=']").first().click();
        assertThat(page.locator(".report__notice")).hasCount(0);
        assertThat(with(page.locator(".report__figures tr"), language.either("תלונות שהתקבלו", "Complaints received")).locator("td").first()).hasText(Pattern.compile("[1-9]\\d*"));
        check.check("report of a year", page);
        page.locator(".report__parts").evaluate("parts => parts.scrollIntoView()");
        check.picture("parts of the report of a year", page);
        String file = page.request().get(Chromium.DESK + "/moked/supervisor/" + page.locator("a[href*='.csv']").getAttribute("href")).text();
        assertThat(file.lines().toList()).anySatisfy(line -> assertThat(line).contains(language.either("חיוב · חיוב שגוי", "Billing · Wrong charge")));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".rail")).isHidden();
        assertThat(page.locator("#print")).isHidden();
        assertThat(page.locator(".skip")).isHidden();
        assertThat(page.locator(".report__figures")).isVisible();
        check.picture("report of a year on paper", page);
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anAdministratorKeepsTheCauses(ScreenLanguage language) {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, "/moked/admin/complaint-causes.xhtml").enter("admin");
        assertThat(page.locator("#causes tr").nth(5)).isVisible();
        check.check("causes of complaints", page);
        page.locator("a[href='?cause-id=new']").click();
        page.locator("#known").selectOption("BILLING");
        assertThat(page.locator("#component")).isHidden();
        page.locator("#code").fill("late bill");
        page.locator("#hebrewName").fill("החשבון הגיע באיחור " + mark);
        page.locator("#englishName").fill("The bill came late " + mark);
        page.locator("form.form [type=submit]").click();
        assertThat(page.locator(".field__error")).containsText(language.either("אותיות לטיניות גדולות", "capital Latin letters"));
        check.check("a cause that is refused", page);
        page.locator("#code").fill("LATE_" + mark.toUpperCase(Locale.ROOT));
        page.locator("form.form [type=submit]").click();
        Locator row = with(page.locator("#causes tr"), mark);
        row.locator(".row-link").click();
        page.locator("[name=active]").uncheck();
        check.check("a cause of complaints", page);
        page.locator("form.form [type=submit]").click();
        assertThat(with(page.locator("#causes tr"), mark)).containsText(language.either("לא בשימוש", "Retired"));
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aRegulatorsFileIsBroughtInByAPage(ScreenLanguage language) throws IOException {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, "/moked/admin/regulator.xhtml").enter("admin");
        page.fill("#source", "cfpb-" + mark);
        page.locator("#csv").setInputFiles(new FilePayload("cfpb-400.csv", "text/csv", Files.readAllBytes(Path.of("../persistence/src/test/resources/il/moked/complaint/cfpb-400.csv"))));
        page.locator("[name=for-real][value=true]").click();
        assertThat(page.locator(".notice--good")).containsText("400");
        assertThat(with(page.locator(".feed-counts tr"), "Referral").locator("td").last()).hasText("61");
        check.check("complaints of a regulator brought in", page);
        assertThat(check.faults()).isEmpty();
    }
}
