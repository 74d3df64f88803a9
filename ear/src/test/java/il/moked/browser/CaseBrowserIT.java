// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static il.moked.browser.Choosing.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A case opened from a conversation, worked on, waited for, split, solved and closed; its list, and the times it is measured by. */
@ArquillianTest
@RunAsClient
public class CaseBrowserIT {
    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @EnumSource
    void aCaseIsOpenedFromAConversationAndBroughtToItsEnd(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, AgentDesk.PATH).enter("dana");
        AgentDesk desk = AgentDesk.arrived(page).clearsTheLine();
        new MailProgram("אסתר עמר", "customer05@example.co.il").writes("אין אינטרנט מאתמול " + mark, "שלום, הנתב Router X5 מהבהב באדום ואין קליטה. אפשר לבדוק? 050-1234567 " + mark);
        desk.accept(mark);

        page.locator("#head [data-act=case-open]").click();
        Locator dialog = page.locator("#case-open");
        assertThat(dialog.locator("#case-subject")).hasValue("אין אינטרנט מאתמול " + mark);
        assertThat(dialog.locator("#case-text")).hasValue(Pattern.compile("Router X5"));
        with(dialog.locator(".pick"), language.either("תקלה", "Fault")).click();
        with(dialog.locator(".pick"), language.either("גבוהה", "High")).click();
        check.check("opening a case", page);
        dialog.locator("[type=submit]").click();
        assertThat(dialog).isHidden();
        Locator mine = with(page.locator("#cases > .promises__list .promise"), mark);
        assertThat(mine).isVisible();
        check.check("desk with cases", page);
        mine.locator(".row-link").click();

        assertThat(page.locator("#case .sla")).hasCount(2);
        Locator first = page.locator(".sla[data-metric=FIRST_RESPONSE]");
        assertThat(first.locator(".sla__left")).containsText(language.either("נותרו", "left"));
        assertThat(page.locator(".case-said--in")).hasCount(1);
        check.check("a case", page);
        page.keyboard().press("n");
        page.keyboard().type("@yossi הנתב הוחלף לפני שבוע, לבדוק אחריות " + mark);
        page.locator(".case-head .pop summary").click();
        page.locator("[data-act=case-watch]").click();
        assertThat(page.locator("#case-note")).hasValue(Pattern.compile("הנתב הוחלף"));
        page.reload();
        page.waitForLoadState();
        assertThat(page.locator("#case-note")).hasValue(Pattern.compile("הנתב הוחלף"));
        page.locator("[data-submit=case-note] [type=submit]").click();
        assertThat(page.locator("#case-note")).hasValue("");
        assertThat(page.locator(".case-noted")).containsText(mark);
        page.locator("[data-state=WAITING_CUSTOMER]").click();
        assertThat(page.locator(".sla[data-metric=RESOLUTION]")).containsText(language.either("עצור", "Paused"));
        check.check("a case that waits", page);
        page.locator("[data-act=case-messages][data-dialog=split]").click();
        page.locator(".case-said--in [name=message]").check();
        page.locator("[data-act=case-messages][data-dialog=split]").click();
        page.fill("#case-split-subject", "אחריות לנתב " + mark);
        check.check("splitting a case", page);
        page.keyboard().press("Enter");
        assertThat(page.locator(".case-said--in")).hasCount(0);
        page.locator("[data-state=SOLVED]").click();
        assertThat(page.locator("[data-state=REOPENED]")).isVisible();
        page.locator("[data-act=case-dialog][data-dialog=close]").click();
        with(page.locator("#case-close .choice"), language.either("תוקן", "Fixed")).click();
        check.check("closing a case", page);
        page.locator("#case-close [type=submit]").click();
        assertThat(page.locator(".case-head .chip")).containsText(language.either("תוקן", "Fixed"));
        check.check("a closed case", page);

        page.navigate(Chromium.DESK + "/moked/agent/cases.xhtml");
        Locator row = with(page.locator("#case-lines tr"), "אחריות לנתב " + mark);
        assertThat(row).isVisible();
        check.check("my cases", page);
        page.keyboard().press("j");
        assertThat(page.locator("#case-lines .row-link").first()).isFocused();
        page.keyboard().press("x");
        assertThat(page.locator("#case-bulk-bar [data-picked]")).hasText("1");
        row.locator("[name=pick]").setChecked(true);
        page.locator("[data-act=case-bulk]").click();
        page.selectOption("#case-bulk-act", "become");
        page.selectOption("#case-bulk-state", "REOPENED");
        assertThat(page.locator("[data-possible='0']")).isVisible();
        assertThat(page.locator(".case-bulk-refused li").first()).isVisible();
        assertThat(page.locator("#case-bulk [type=submit]")).isDisabled();
        check.check("many at once, refused", page);
        page.selectOption("#case-bulk-act", "severity");
        page.selectOption("#case-bulk-severity", "CRITICAL");
        assertThat(page.locator("#case-bulk [type=submit]")).isEnabled();
        check.check("many at once", page);
        page.locator("#case-bulk [type=submit]").click();
        assertThat(row).containsText(language.either("קריטית", "Critical"));

        page.navigate(Chromium.DESK + "/moked/agent/case-board.xhtml?whose=MINE");
        Locator tile = with(page.locator(".case-tile"), "אחריות לנתב " + mark);
        assertThat(tile).isVisible();
        check.check("board", page);
        Locator waits = page.locator("[data-becomes=WAITING_THIRD_PARTY]").filter(new Locator.FilterOptions().setHas(tile));
        moved(page, tile, () -> Drag.of(tile).drop(page.locator("[data-becomes=WAITING_THIRD_PARTY]")), () -> waits.count() > 0);
        moved(page, tile, () -> {
            tile.locator("a").focus();
            page.keyboard().press("m");
            page.keyboard().press("Enter");
        }, () -> waits.count() == 0);

        page.navigate(Chromium.DESK + "/moked/agent/cases.xhtml?whose=MINE&phase=CLOSED");
        assertThat(with(page.locator("#case-lines tr"), "אין אינטרנט מאתמול " + mark)).isVisible();
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOpenAndFilledInStaysWhenAColleagueActs(ScreenLanguage language) {
        Page page = beforeAComplaint(language);
        Locator evidence = page.locator("[data-evidence]");
        assertThat(evidence).isVisible();
        Page colleague = colleagueBefore(page, language);

        evidence.locator("summary").click();
        notes(colleague, "ראשון " + mark);
        assertThat(page.locator("#case")).containsText("ראשון " + mark);
        assertThat(evidence).hasAttribute("open", "");

        // what stands before it is gone or has come
        page.evaluate("() => { const shown = document.getElementById('case').cloneNode(true); shown.querySelectorAll('details').forEach(part => part.removeAttribute('open'));"
                + " const part = shown.querySelector('[data-evidence]'); part.before(...[1, 2].map(() => { const other = part.cloneNode(true); other.removeAttribute('data-evidence'); other.querySelector('summary').textContent = '?'; return other; }));"
                + " window.PrimeFaces.ajax.Utils.updateElement('case', shown.outerHTML); }");
        assertThat(page.locator("#case details[open]")).hasCount(1);
        assertThat(evidence).hasAttribute("open", "");

        Locator field = page.locator("#ombudsman-words");
        page.locator("#case details:has(#ombudsman-words) > summary").click();
        field.fill("נשאר כאן " + mark);
        notes(colleague, "שני " + mark);
        Locator changed = with(page.locator(".toast"), language.either("הפנייה השתנתה", "The case has changed"));
        assertThat(changed).isVisible();
        assertThat(field).hasValue("נשאר כאן " + mark);
        changed.locator(".link").click();
        assertThat(page.locator("#case")).containsText("שני " + mark);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenWhileTheCaseIsBeingDrawnAgainStays(ScreenLanguage language) {
        Page page = beforeAComplaint(language);
        Locator note = page.locator("#case-note");
        assertThat(note).isVisible();
        Locator findings = page.locator("form[data-ask=investigate] textarea");
        Locator offered = page.locator("form[data-ask=answer] .pick");
        // in the other language it was investigated
        assertThat(findings.or(offered.first())).isVisible();
        if (findings.count() > 0) {
            findings.fill("הקושחה " + mark);
            page.locator("form[data-ask=investigate] [type=submit]").click();
        }
        assertThat(offered.first()).isVisible();
        Page colleague = colleagueBefore(page, language);

        List<Route> drawing = new ArrayList<>();
        page.route("**/agent/case.xhtml*", route -> {
            String asked = route.request().postData();
            if (drawing.isEmpty() && asked != null && asked.contains("partial.render=case&")) {
                drawing.add(route);
            } else {
                route.resume();
            }
        });
        notes(colleague, "בינתיים " + mark);
        page.waitForCondition(() -> !drawing.isEmpty());
        APIResponse drawn = drawing.get(0).fetch();
        page.keyboard().press("n");
        page.keyboard().type("@yossi שלום");
        offered.nth(1).click();
        note.focus();
        drawing.get(0).fulfill(new Route.FulfillOptions().setResponse(drawn));
        assertThat(page.locator("#case")).containsText("בינתיים " + mark);
        assertThat(offered.nth(1).locator("input")).isChecked();
        page.keyboard().type(" ותודה");
        assertThat(note).hasValue("@yossi שלום ותודה");
        page.locator("[data-submit=case-note] [type=submit]").click();
        assertThat(note).hasValue("");
        assertThat(page.locator(".case-noted").filter(new Locator.FilterOptions().setHasText("ותודה")).first()).isVisible();
    }

    @Test
    void theBoardWaitsWhileACaseIsDragged() {
        Page page = chromium.person(Device.DESK, ScreenLanguage.HEBREW);
        SignInPage.insteadOf(page, "/moked/agent/case-board.xhtml?whose=TEAM").enter("michal");
        Locator tile = page.locator("[data-becomes=WAITING_CUSTOMER] .case-tile").first();
        Locator onto = page.locator("[data-becomes=WAITING_THIRD_PARTY]");
        assertThat(tile).isVisible();
        assertThat(onto).isVisible();
        String dragged = tile.getAttribute("data-case");
        tile.evaluate("tile => { window.seen = tile; }");
        Drag drag = Drag.of(tile).over(onto);
        assertThat(page.locator(".case-column--over")).hasCount(1);
        page.evaluate("() => window.PrimeFaces.ajax.Utils.updateElement('case-board', document.getElementById('case-board').outerHTML)");
        assertThat(page.evaluate("() => window.seen.isConnected")).isEqualTo(true);
        drag.drop(onto);
        assertThat(onto.locator(".case-tile[data-case='" + dragged + "']")).isVisible();
        assertThat(page.evaluate("() => window.seen.isConnected")).isEqualTo(false);
    }

    /** Whoever works with the keys is where he was: a colleague's news send him back to the head of the page no more. */
    @Test
    void theBoardDrawnAgainKeepsWhatIsFocused() {
        Page page = chromium.person(Device.DESK, ScreenLanguage.HEBREW);
        SignInPage.insteadOf(page, "/moked/agent/case-board.xhtml?whose=TEAM").enter("michal");
        Locator tile = page.locator(".case-tile").nth(1);
        String its = "[data-case='" + tile.getAttribute("data-case") + "'] ";
        for (String focused : new String[] {"a", "summary"}) {
            page.locator(its + focused).focus();
            // as it is when a colleague moved the one before it away
            page.evaluate("() => { const shown = document.getElementById('case-board').cloneNode(true); shown.querySelector('.case-tile').remove(); window.PrimeFaces.ajax.Utils.updateElement('case-board', shown.outerHTML); }");
            assertThat(page.locator(its + focused)).isFocused();
            page.reload();
        }
    }

    /** A rule may change the case meanwhile: then the move is refused, the board drawn as it is, and he moves it again. */
    private static void moved(Page page, Locator tile, Runnable way, BooleanSupplier there) {
        while (!there.getAsBoolean()) {
            String before = tile.getAttribute("data-version");
            way.run();
            page.waitForCondition(() -> !before.equals(tile.getAttribute("data-version")));
        }
    }

    private Page beforeAComplaint(ScreenLanguage language) {
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, "/moked/supervisor/complaint-groups.xhtml?sku=RTR-AX3000&component=PRODUCT").enter("michal");
        page.locator(".alike a[href*='case.xhtml']").last().click();
        page.waitForLoadState();
        return page;
    }

    /** The same page before somebody else. */
    private Page colleagueBefore(Page page, ScreenLanguage language) {
        Page colleague = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(colleague, page.url().substring(Chromium.DESK.length())).enter("ronit");
        assertThat(colleague.locator("#case")).isVisible();
        return colleague;
    }

    private static void notes(Page page, String text) {
        page.fill("#case-note", text);
        page.locator("[data-submit=case-note] [type=submit]").click();
        assertThat(page.locator("#case-note")).hasValue("");
    }

    @ParameterizedTest
    @EnumSource
    void aSupervisorSetsHowFastCasesAreSolved(ScreenLanguage language) {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, "/moked/supervisor/service-levels.xhtml").enter("michal");
        Locator rows = page.locator("#levels tbody tr");
        assertThat(rows.first()).isVisible();
        check.check("service levels", page);
        page.locator(".page-head [data-act=level-edit]").click();
        page.selectOption("#level-team", "service");
        page.selectOption("#level-severity", "LOW");
        page.fill("#level-first", "600");
        page.fill("#level-solve", "5400");
        check.check("a service level", page);
        page.locator("#level [type=submit]").click();
        Locator made = with(with(rows, language.either("נמוכה", "Low")), language.either("שירות לקוחות", "Customer service"));
        assertThat(made).isVisible();
        made.locator("[data-act=level-remove]").click();
        assertThat(made).hasCount(0);
        page.navigate(Chromium.DESK + "/moked/agent/cases.xhtml");
        assertThat(page.locator("main h1")).isVisible();
        check.check("everybody's cases", page);
        assertThat(check.faults()).isEmpty();
    }
}
