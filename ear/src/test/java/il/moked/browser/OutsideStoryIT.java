// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import il.moked.TestPeers;
import il.moked.selfservice.CodeMail;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One matter from the site to the technician's signature and what the customer thinks of it, by every way in between, and all of it on one card. */
@ArquillianTest
@RunAsClient
public class OutsideStoryIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern SURVEY = Pattern.compile("/survey/[A-Za-z0-9_-]{43}");
    private static final Pattern LINK = Pattern.compile("/l/[A-Za-z0-9_-]{43}");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @EnumSource
    void aFaultOfTheSiteEndsWithASignatureAtHomeAndASurvey(ScreenLanguage language) throws Exception {
        chromium.expect("status of 422");
        PageCheck check = new PageCheck(language);
        String mail = language.either("customer21@example.co.il", "customer22@example.co.il");
        Page phone = chromium.person(Device.PHONE, language);
        phone.navigate(Chromium.PORTAL + "/my");
        new PortalSignIn(phone).byCode(mail, "");
        assertThat(phone.locator("#sign-out")).isVisible();
        AgentDesk desk = AgentDesk.of(chromium.person(Device.DESK, language), "dana").clearsTheLine();

        String fault = language.either("הנתב לא נדלק ", "The router does not start ") + mark;
        reportsAFault(phone, fault, mail);
        desk.accept(mark);
        desk.conversation().close("ANSWERED");

        String question = language.either("מתי יגיע טכנאי? ", "When does a technician come? ") + "c" + mark;
        asksByChat(phone, question);
        ConversationPane talk = desk.accept(question);
        Locator matter = desk.page().locator("#cases a[href*='case.xhtml?id=']").filter(new Locator.FilterOptions().setHasText(mark));
        String page = matter.first().getAttribute("href");

        photographs(desk, phone);
        assertThat(talk.messages().locator(".file").filter(new Locator.FilterOptions().setHasText("photo-1.jpg"))).isVisible();
        check.check("desk with the photo of a chat", desk.page());

        Page office = desk.page().context().newPage();
        String address = language.either("הרצל 10 ", "10 Herzl St ") + mark;
        String day = books(office, page, address);
        check.check("a case of the site with its visit", office);
        talk.replies(language.either("נקבע ביקור ", "A visit is booked ") + mark);
        talk.close("ANSWERED");

        String praise = language.either("הטכנאי היה מצוין ", "The technician was great ") + mark;
        asked(100, language);
        try {
            repairs(day, address, language);
            judges(phone, mail, praise, check);
        } finally {
            asked(0, language);
        }

        phone.navigate(Chromium.PORTAL + "/my/matters");
        phone.locator(".choices .choice").filter(new Locator.FilterOptions().setHasText(mark)).first().click();
        assertThat(phone.locator("article.answer")).containsText(address);
        check.check("own matter after the visit", phone);
        office.navigate(Chromium.DESK + page);
        assertThat(office.locator("#case-visits")).containsText(address);
        String customer = office.locator("a[href*='customer.xhtml?id=']").first().getAttribute("href");
        office.navigate(Chromium.DESK + customer);
        Locator timeline = office.locator("#timeline");
        for (String step : List.of(fault, question, address, praise)) {
            assertThat(timeline).containsText(step);
        }
        check.check("card with a whole story", office);
        Page manager = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(manager, "/moked/supervisor/satisfaction.xhtml").enter("michal");
        assertThat(manager.locator("#said-lines")).containsText(praise);
        check.check("satisfaction with an answer", manager);
        assertThat(check.faults()).isEmpty();
    }

    /** How many of a hundred are asked how a visit was, as an administrator says it. */
    private void asked(int percent, ScreenLanguage language) {
        Page admin = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(admin, "/moked/admin/surveys.xhtml").enter("admin");
        admin.locator("a[href='?occasion=VISIT']").click();
        admin.fill("#percent", Integer.toString(percent));
        admin.locator("#main [type=submit]").click();
        assertThat(admin.locator("#main tbody tr").filter(new Locator.FilterOptions().setHas(admin.locator("a[href='?occasion=VISIT']")))).containsText(Integer.toString(percent));
        admin.close();
    }

    /** By the link in his mailbox. */
    private static void judges(Page phone, String mail, String praise, PageCheck check) {
        Matcher link = SURVEY.matcher(CodeMail.saying("/survey/", mail, TestPeers.imap()));
        assertThat(link.find()).isTrue();
        phone.navigate(Chromium.PORTAL + link.group());
        phone.locator("#send").click();
        assertThat(phone.locator("#overall-wrong")).not().isEmpty();
        check.check("survey, refused", phone);
        for (String question : List.of("overall", "expectations", "ideal")) {
            phone.locator("input[name=" + question + "][value='9']").check();
        }
        phone.fill("#words", praise);
        check.check("survey", phone);
        phone.locator("#send").click();
        assertThat(phone.locator("#answered")).isVisible();
        check.check("survey, answered", phone);
    }

    private static void reportsAFault(Page phone, String text, String mail) {
        phone.navigate(Chromium.PORTAL + "/fault");
        phone.fill("#text", text);
        phone.locator("#continue").click();
        assertThat(phone.locator("#consent")).isVisible();
        if (phone.locator("#name").inputValue().isEmpty()) {
            phone.fill("#name", "Noa");
            phone.fill("#email", mail);
        }
        phone.check("#consent");
        phone.waitForFunction(SiteBrowserIT.OLD_ENOUGH);
        phone.locator("#send").click();
        assertThat(phone).hasURL(SiteBrowserIT.TRACKED);
    }

    private void asksByChat(Page phone, String question) {
        await().pollInSameThread().atMost(PATIENCE).until(() -> {
            phone.navigate(Chromium.PORTAL + "/my/talk");
            return phone.locator("#matter option").filter(new Locator.FilterOptions().setHasText(mark)).count() == 1;
        });
        phone.fill("#text", question);
        phone.locator("#matter").selectOption(new SelectOption().setValue(phone.locator("#matter option").filter(new Locator.FilterOptions().setHasText(mark)).getAttribute("value")));
        phone.locator("#chat-now").click();
        assertThat(phone.locator("#log")).containsText(question);
    }

    /** By a link in the chat, on a page beside it. */
    private static void photographs(AgentDesk desk, Page chat) throws Exception {
        desk.page().locator("#head [data-act=link]").click();
        Locator dialog = desk.page().locator("#link-send");
        dialog.locator("input[value=CAMERA]").check();
        dialog.locator("[type=submit]").click();
        assertThat(dialog).isHidden();
        Locator sent = chat.locator("#log .bubble a[href*='/l/']");
        assertThat(sent.first()).isVisible();
        Matcher link = LINK.matcher(sent.first().getAttribute("href"));
        assertThat(link.find()).isTrue();
        Page camera = chat.context().newPage();
        camera.navigate(Chromium.PORTAL + link.group());
        camera.locator("#photo").setInputFiles(new FilePayload("router.jpg", "image/jpeg", SecureLinkBrowserIT.picture()));
        camera.locator("#send").click();
        assertThat(camera.locator("#sent-so-far")).isVisible();
        camera.close();
    }

    /** @return the day, yyyy-mm-dd */
    private static String books(Page office, String matter, String address) {
        office.navigate(Chromium.DESK + matter);
        office.locator("[data-act=visit-book]").click();
        office.locator("#visit-town").selectOption("rishon-lezion");
        office.fill("#visit-address", address);
        office.locator("#visit-booking [type=submit]").click();
        Locator window = office.locator("button.offer-window").first();
        assertThat(window).isVisible();
        String day = LocalDate.ofInstant(Instant.ofEpochMilli(Long.parseLong(window.getAttribute("data-from"))), ZoneId.of("Asia/Jerusalem")).toString();
        window.click();
        assertThat(office.locator("#visit-booking")).isHidden();
        assertThat(office.locator("#case-visits")).containsText(address);
        return day;
    }

    /** Whoever of the technicians was given it. */
    private void repairs(String day, String address, ScreenLanguage language) {
        for (String technician : List.of("moshe", "lena", "yusuf", "avi")) {
            Page page = chromium.person(Device.PHONE, language);
            SignInPage.insteadOf(page, "/moked/agent/visits.xhtml?day=" + day).enter(technician);
            assertThat(page.locator("#main h1")).isVisible();
            Locator job = page.locator(".job").filter(new Locator.FilterOptions().setHasText(address));
            if (job.count() == 0) {
                page.close();
                continue;
            }
            job.locator("[data-ask=set-out]").click();
            job.locator("[data-ask=arrive]").click();
            Locator canvas = job.locator(".job__sign");
            Finger.signs(canvas);
            job.locator("[name=signer]").fill(language.either("רות לקוחה", "Ruth"));
            job.locator("[data-submit=job-end] [type=submit]").click();
            assertThat(job.locator(".job__signed")).isVisible();
            return;
        }
        throw new AssertionError("no technician was given the visit at " + address);
    }
}
