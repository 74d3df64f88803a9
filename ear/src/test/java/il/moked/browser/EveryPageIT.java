// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page in both languages, light and dark: accessible, translated, in its direction, and quiet on the console. */
@ArquillianTest
@RunAsClient
public class EveryPageIT {
    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @EnumSource
    void theScreensOfStaffAreInOrder(ScreenLanguage language) throws Exception {
        chromium.expect("status of 403");
        chromium.expect("status of 404");
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage signIn = SignInPage.insteadOf(page, AgentDesk.PATH);
        check.check("sign-in", page);
        signIn.enter("dana", "not this one");
        signIn.says(language.either("אינם נכונים", "is not right"));
        check.check("sign-in refused", page);
        signIn.enter("dana");
        AgentDesk desk = AgentDesk.arrived(page).clearsTheLine();
        assertThat(page.locator("#talk .empty__title")).isVisible();
        check.check("empty desk", page);

        MailProgram customer = new MailProgram("אסתר עמר", "customer05@example.co.il");
        customer.writes("נושא ארוך with English בתוכו " + mark, "שורה בעברית\nA line in English 03-1234567\n" + mark);
        ConversationPane talk = desk.accept(mark);
        talk.writesNote("הערה note " + mark);
        talk.turnsToReply();
        talk.replies("תשובה answer " + mark);
        check.check("desk with a conversation", page);
        page.locator("#quick summary").click();
        assertThat(page.locator("#quick-list .quick__item").first()).isVisible();
        check.check("quick replies", page);
        page.keyboard().press("Escape");
        dialog(check, page, "hand over", "#head [data-act=transfer]", "#transfer", "#transfer-choices .choice");
        dialog(check, page, "closing", "#head [data-act=wrap-up]", "#wrap-up", ".choice");
        page.locator("#scroll").focus();
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        check.check("shortcuts", page);
        page.keyboard().press("Escape");

        visit(check, page, "conversations", "/moked/agent/conversations.xhtml", "#lines tr");
        visit(check, page, "closed conversations", "/moked/agent/conversations.xhtml?state=closed", "#lines tr");
        visit(check, page, "cases", "/moked/agent/cases.xhtml", "main h1");
        visit(check, page, "board of cases", "/moked/agent/case-board.xhtml", "#case-board");
        visit(check, page, "cases asked of me", "/moked/agent/escalations.xhtml", "main h1");
        visit(check, page, "no such case", "/moked/agent/case.xhtml?id=999999999", ".empty__title");
        visit(check, page, "promises", "/moked/agent/promises.xhtml", "main h1");
        visit(check, page, "promises of the team", "/moked/agent/promises.xhtml?of=team", "#promise-lines tr");
        visit(check, page, "leads", "/moked/agent/leads.xhtml", "main h1");
        visit(check, page, "leads I made", "/moked/agent/leads.xhtml?state=mine", "#lead-rows tr");
        visit(check, page, "library", "/moked/agent/knowledge.xhtml", ".library__row");
        page.locator(".library__row").first().click();
        assertThat(page.locator("#reader .article")).isVisible();
        check.check("an article", page);
        visit(check, page, "nothing known", "/moked/agent/knowledge.xhtml?q=zzzzqqqq&article=999999999", "#reader .empty__title");
        visit(check, page, "offers on the card", "/moked/agent/customer.xhtml?tab=offers&id=" + FullCard.idOf(FullCard.LONG), ".deals");
        visit(check, page, "search", "/moked/agent/search.xhtml?q=" + mark, "main");
        visit(check, page, "search of nothing", "/moked/agent/search.xhtml?q=zzzzqqqq", ".empty__title");
        visit(check, page, "search before asking", "/moked/agent/search.xhtml", ".empty__title");
        visit(check, page, "customers", "/moked/agent/customers.xhtml?q=customer", "#customers > li");
        visit(check, page, "unknown conversation", AgentDesk.PATH + "?c=999999999", "#talk .empty__title");
        visit(check, page, "full card", "/moked/agent/customer.xhtml?id=" + FullCard.idOf("office@bakery.example.co.il"), "#entries .entry");
        visit(check, page, "identity of a company", "/moked/agent/customer.xhtml?tab=identity&id=" + FullCard.idOf("office@bakery.example.co.il"), "#identity-shown .consents");
        visit(check, page, "identity of a person", "/moked/agent/customer.xhtml?tab=identity&id=" + FullCard.idOf("customer02@example.co.il"), "#identity-shown .consents");
        dialog(check, page, "particulars", "[data-form=particulars-form]", "#particulars-form", "#identity-firstName");
        dialog(check, page, "consent", "[data-act=identity-consent] >> nth=0", "#consent-form", "#consent-wording");
        visit(check, page, "new customer", "/moked/agent/customer-new.xhtml", "[data-submit=register]");
        visit(check, page, "no such customer", "/moked/agent/customer.xhtml?id=999999999", ".empty__title");
        visit(check, page, "sale", "/moked/agent/sale.xhtml?customer=" + FullCard.idOf(FullCard.LONG), ".sale__product");
        visit(check, page, "no such document", "/moked/agent/invoice.xhtml?number=none", "main h1");
        visit(check, page, "no such page", "/moked/agent/none.xhtml", "h1");
        visit(check, page, "forbidden page", "/moked/admin/dead-letters.xhtml", "h1");

        Page supervisor = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(supervisor, "/moked/supervisor/wall.xhtml").enter("michal");
        visit(check, supervisor, "wall", "/moked/supervisor/wall.xhtml", "#wall-rows tr");
        visit(check, supervisor, "floor", "/moked/supervisor/team.xhtml", ".person");
        visit(check, supervisor, "law", "/moked/supervisor/law.xhtml", "main h1");
        visit(check, supervisor, "promises kept", "/moked/supervisor/promises.xhtml?days=30", ".promise-standings tbody tr");
        visit(check, supervisor, "satisfaction", "/moked/supervisor/satisfaction.xhtml", "main h1");
        visit(check, supervisor, "complaints", "/moked/agent/complaints.xhtml", "main h1");
        visit(check, supervisor, "complaints of the ombudsman", "/moked/agent/complaints.xhtml?of=ombudsman", "main h1");
        visit(check, supervisor, "complaint groups", "/moked/supervisor/complaint-groups.xhtml", "main h1");
        visit(check, supervisor, "complaint groups by days", "/moked/supervisor/complaint-groups.xhtml?sku=RTR-AX3000&component=PRODUCT&unit=DAY", ".control-chart");
        visit(check, supervisor, "report of complaints", "/moked/supervisor/complaint-report.xhtml", ".report__figures");
        visit(check, supervisor, "no such report of complaints", "/moked/supervisor/complaint-report.xhtml?year=1066", ".empty__title");
        visit(check, supervisor, "dispatch board", "/moked/supervisor/dispatch.xhtml", ".day-board");
        visit(check, supervisor, "dispatch on a day of rest", "/moked/supervisor/dispatch.xhtml?day=2026-12-05", ".day-board");
        visit(check, supervisor, "first-time fix", "/moked/supervisor/first-fix.xhtml", ".fix-figure");
        visit(check, supervisor, "visits of nobody", "/moked/agent/visits.xhtml", ".empty__title");
        visit(check, supervisor, "greeter of no branch", "/moked/branch/greeter.xhtml", ".empty__title");
        visit(check, supervisor, "service levels", "/moked/supervisor/service-levels.xhtml", "#levels tbody tr");
        visit(check, supervisor, "rules of cases", "/moked/supervisor/rules.xhtml", "#rules tbody tr");
        visit(check, supervisor, "a rule of cases", "/moked/supervisor/rules.xhtml?rule=1", "main h1");
        visit(check, supervisor, "no such rule of cases", "/moked/supervisor/rules.xhtml?rule=999999999", ".empty__title");
        visit(check, supervisor, "macros", "/moked/supervisor/rules.xhtml?show=MACROS", "#macros tbody tr");
        visit(check, supervisor, "escalation paths", "/moked/supervisor/rules.xhtml?show=PATHS", "#paths tbody tr");
        visit(check, supervisor, "leads of all teams", "/moked/agent/leads.xhtml", "#lead-rows tr");
        visit(check, supervisor, "leads that ended", "/moked/agent/leads.xhtml?state=ended", "#lead-rows tr");
        visit(check, supervisor, "agreements of nobody", "/moked/supervisor/agreements.xhtml", ".empty__title");
        visit(check, supervisor, "duplicates", "/moked/supervisor/duplicates.xhtml", "main h1");
        visit(check, supervisor, "merged customers", "/moked/supervisor/duplicates.xhtml?show=merged", "main h1");
        visit(check, supervisor, "why of nothing", "/moked/supervisor/item.xhtml?w=999999999", ".empty__title");

        page.navigate(Chromium.DESK + AgentDesk.PATH);
        AgentDesk.arrived(page).open(mark).close("ANSWERED");
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theScreensOfAnAdministratorAreInOrder(ScreenLanguage language) {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, "/moked/admin/home.xhtml").enter("admin");
        visit(check, page, "overview", "/moked/admin/home.xhtml", ".tile");
        visit(check, page, "dead letters", "/moked/admin/dead-letters.xhtml", "main h1");
        visit(check, page, "surveys", "/moked/admin/surveys.xhtml", "main tbody tr");
        visit(check, page, "a survey", "/moked/admin/surveys.xhtml?occasion=VISIT", "#percent");
        visit(check, page, "purchases", "/moked/admin/purchases.xhtml", "main h1");
        visit(check, page, "complaints of a regulator", "/moked/admin/regulator.xhtml", "main h1");
        visit(check, page, "look of the site", "/moked/admin/look.xhtml", "#look-form");
        visit(check, page, "customers import", "/moked/admin/customers-import.xhtml", "main h1");
        for (String kind : List.of("ROUTING", "SEGMENT", "STATUTORY")) {
            visit(check, page, "rules " + kind, "/moked/admin/rules.xhtml?kind=" + kind, "form.sheet");
        }
        list(check, page, "accounts", "/moked/admin/accounts.xhtml", "/moked/admin/accounts.xhtml?account=new");
        list(check, page, "queues", "/moked/admin/queues.xhtml", "/moked/admin/queues.xhtml?queue-id=new");
        list(check, page, "teams", "/moked/admin/queues.xhtml", "/moked/admin/queues.xhtml?team-id=new");
        list(check, page, "technicians", "/moked/admin/technicians.xhtml", "/moked/admin/technicians.xhtml?technician-id=new");
        list(check, page, "kinds of visits", "/moked/admin/visit-kinds.xhtml", "/moked/admin/visit-kinds.xhtml?new=true");
        list(check, page, "faults of companies", "/moked/admin/company-faults.xhtml", "/moked/admin/company-faults.xhtml?new=true");
        list(check, page, "towns", "/moked/admin/towns.xhtml", "/moked/admin/towns.xhtml?new=true");
        visit(check, page, "no such town", "/moked/admin/towns.xhtml?q=zzzzqqqq", ".empty__title");
        visit(check, page, "towns from a file", "/moked/admin/towns.xhtml?import=true", "form.form");
        visit(check, page, "skills", "/moked/admin/skills.xhtml", "#agents tr");
        visit(check, page, "new skill", "/moked/admin/skills.xhtml?skill-id=new", "form.form");
        visit(check, page, "offers", "/moked/admin/offers.xhtml", ".row-link");
        page.locator("main a.row-link").first().click();
        assertThat(page.locator("form.sheet")).isVisible();
        check.check("one of the offers", page);
        visit(check, page, "new offer", "/moked/admin/offers.xhtml?offer-id=new", "form.sheet");
        visit(check, page, "articles", "/moked/admin/articles.xhtml", ".row-link");
        page.locator("main a.row-link").first().click();
        assertThat(page.locator("#article-head")).isVisible();
        check.check("one of the articles", page);
        visit(check, page, "articles that wait", "/moked/admin/articles.xhtml?state=IN_REVIEW", "main h1");
        visit(check, page, "new article", "/moked/admin/articles.xhtml?article-id=new", "form.sheet");
        list(check, page, "agreements", "/moked/admin/agreements.xhtml", "/moked/admin/agreements.xhtml?edit=template&new=true");
        list(check, page, "causes of complaints", "/moked/admin/complaint-causes.xhtml", "/moked/admin/complaint-causes.xhtml?cause-id=new");
        list(check, page, "calendars", "/moked/admin/calendars.xhtml", "/moked/admin/calendars.xhtml?new=true");
        assertThat(check.faults()).isEmpty();
    }

    /** A list, what its first row leads to, and the form of a new one. */
    private static void list(PageCheck check, Page page, String name, String path, String fresh) {
        visit(check, page, name, path, ".row-link");
        page.locator("main a.row-link").first().click();
        assertThat(page.locator("form.form").first()).isVisible();
        check.check("one of the " + name, page);
        visit(check, page, "new in " + name, fresh, "form.form");
    }

    private static void dialog(PageCheck check, Page page, String name, String button, String dialog, String filled) {
        page.locator(button).click();
        assertThat(page.locator(dialog + " " + filled).first()).isVisible();
        check.check(name, page);
        page.keyboard().press("Escape");
        assertThat(page.locator(dialog)).not().isVisible();
    }

    private static void visit(PageCheck check, Page page, String name, String path, String filled) {
        page.navigate(Chromium.DESK + path);
        assertThat(page.locator(filled).first()).isVisible();
        check.check(name, page);
    }

    @ParameterizedTest
    @EnumSource
    void thePagesOfThePortalAreInOrder(ScreenLanguage language) {
        chromium.expect("status of 400");
        chromium.expect("status of 404");
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.PHONE, language);
        outside(check, page, "first page", "/", ".choices");
        outside(check, page, "tracking", "/track", "#reference");
        outside(check, page, "unknown reference", "/track/AAAAAAAAAA", "#reference-wrong");
        outside(check, page, "no such page", "/none", "h1");
        outside(check, page, "help", "/help", ".choices");
        page.locator(".choices a").first().click();
        assertThat(page.locator(".article")).isVisible();
        check.check("a public article", page);
        outside(check, page, "help on nothing", "/help?q=zzzzqqqq", ".public__lead");
        outside(check, page, "no such article", "/help/999999999", "h1");
        outside(check, page, "fault", "/fault", "#matter");
        outside(check, page, "products of nothing", "/products?q=zzzzqqqq", ".public__lead");
        outside(check, page, "found nothing", "/find?q=zzzzqqqq", ".public__lead");
        outside(check, page, "empty basket", "/basket", ".public__lead");
        outside(check, page, "order asked for", "/order", "#number");
        outside(check, page, "unknown order", "/order/S1/0000000000", "#number-wrong");
        outside(check, page, "form", "/contact", "#contact");
        ContactFormPage form = new ContactFormPage(page);
        form.sends();
        assertThat(form.trouble()).isVisible();
        check.check("form with faults", page);
        ReferencePage reference = form.from("Rotem Stern", "customer09@example.co.il").about("other").saying("שאלה question " + mark).consenting().isSent();
        assertThat(reference.number()).isVisible();
        check.check("reference", page);

        AgentDesk desk = AgentDesk.of(chromium.person(Device.DESK, language), "dana").clearsTheLine();
        desk.goesHome();
        outside(check, page, "chat, nobody there", "/chat/" + language.code(), "#details");
        desk.comesToWork();
        outside(check, page, "chat, before", "/chat/" + language.code(), "#start");
        page.locator("#start-text").fill("שלום hello " + mark);
        page.locator("#start button[type=submit]").click();
        desk.accept("hello " + mark).replies("תשובה answer " + mark);
        assertThat(page.locator("#log .bubble")).hasCount(2);
        check.check("chat", page);
        desk.clearsTheLine().goesHome();

        Page wide = chromium.person(Device.DESK, language);
        outside(check, wide, "lab, mail", "/lab?tab=mail", "#write");
        outside(check, wide, "lab, form", "/lab?tab=form", "iframe");
        outside(check, wide, "lab, chat", "/lab?tab=chat", "#lab-chat");
        outside(check, wide, "lab, call", "/lab?tab=call", "#call-dial");
        outside(check, page, "lab, call on a telephone", "/lab?tab=call", "#call-dial");
        outside(check, wide, "lab, telephone", "/lab?tab=texts", "#handset");
        outside(check, page, "lab, telephone on a telephone", "/lab?tab=texts", "#handset");
        outside(check, wide, "lab, paper", "/lab?tab=paper", "#letter");
        assertThat(check.faults()).isEmpty();
    }

    private static void outside(PageCheck check, Page page, String name, String path, String filled) {
        page.navigate(Chromium.PORTAL + path);
        assertThat(page.locator(filled).first()).isVisible();
        check.check(name, page);
    }
}
