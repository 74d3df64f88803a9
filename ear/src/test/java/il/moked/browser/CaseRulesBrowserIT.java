// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static il.moked.browser.Choosing.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A supervisor makes a rule, tries it and lets it work; an agent runs a macro, asks an expert, and he answers. */
@ArquillianTest
@RunAsClient
public class CaseRulesBrowserIT {
    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    /** Dana opens a case from a mail. */
    private Page openedCase(ScreenLanguage language) throws Exception {
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, AgentDesk.PATH).enter("dana");
        AgentDesk desk = AgentDesk.arrived(page).clearsTheLine();
        new MailProgram("אסתר עמר", "customer05@example.co.il").writes("הנתב מהבהב באדום " + mark, "שלום, הנתב Router X5 מהבהב באדום ואין קליטה. " + mark);
        desk.accept(mark);
        page.locator("#head [data-act=case-open]").click();
        assertThat(page.locator("#case-subject")).hasValue("הנתב מהבהב באדום " + mark);
        page.locator("#case-open [type=submit]").click();
        assertThat(page.locator("#case-open")).isHidden();
        with(page.locator("#cases > .promises__list .promise"), mark).locator(".row-link").click();
        assertThat(page.locator("#case")).isVisible();
        page.waitForLoadState();
        return page;
    }

    @ParameterizedTest
    @EnumSource
    void aRuleIsMadeTriedAndTellsWhatItDid(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, "/moked/supervisor/rules.xhtml").enter("michal");
        assertThat(page.locator("#rules tbody tr").first()).isVisible();
        check.check("rules of cases", page);
        page.locator("[data-act=rule-edit]").first().click();
        Locator dialog = page.locator("#rule");
        page.fill("#rule-he", "נתב אדום " + mark);
        page.fill("#rule-en", "Red router " + mark);
        page.selectOption("#rule-trigger", "SINCE_STATE");
        assertThat(page.locator("#rule-hours")).isVisible();
        page.selectOption("#rule-trigger", "OPENED");
        assertThat(page.locator("#rule-hours")).isHidden();
        dialog.locator("[data-row=condition]").click();
        Locator condition = dialog.locator("[data-rows=conditions] > li").last();
        condition.locator("[data-part=field]").selectOption("TEXT");
        condition.locator("input[data-value]").fill("נתב מהבהב באדום " + mark);
        Locator action = dialog.locator("[data-rows=actions] > li").first();
        action.locator("[data-part=kind]").selectOption("SEVERITY");
        action.locator("[data-value=SEVERITY]").selectOption("HIGH");
        dialog.locator("[data-row=rule-action]").click();
        Locator message = dialog.locator("[data-rows=actions] > li").last();
        message.locator("[data-part=kind]").selectOption("MESSAGE");
        message.locator("[data-part=he]").fill("שלום {customer}, פנייה {number} בטיפול דחוף");
        message.locator("[data-part=en]").fill("Dear {customer}, case {number} is urgent");
        dialog.locator("[data-act=rule-try]").click();
        assertThat(page.locator("#rule-matching")).hasText("0");
        check.check("a rule tried", page);
        dialog.locator("[type=submit]").click();
        assertThat(dialog).isHidden();
        Locator row = with(page.locator("#rules tbody tr"), mark);
        row.locator("[data-act=rule-activate]").click();
        assertThat(row.locator("[data-act=rule-activate][data-active=false]")).isVisible();

        Page agent = openedCase(language);
        Locator fired = agent.locator(".case-fired");
        assertThat(fired).hasCount(1);
        fired.locator("summary").click();
        assertThat(fired.locator(".case-why")).containsText(language.either("חומרה: גבוהה", "Severity: High"));
        assertThat(agent.locator(".case-said").first()).containsText(language.either("בטיפול דחוף", "בטיפול דחוף"));
        check.check("a case that a rule worked on", agent);
        row.locator(".row-link").click();
        assertThat(page.locator("#firing-lines .case-fired")).hasCount(1);
        page.locator("#firing-lines summary").click();
        check.check("what a rule did", page);
        page.navigate(Chromium.DESK + "/moked/supervisor/rules.xhtml");
        row.locator("[data-act=rule-activate]").click();
        assertThat(row.locator("[data-act=rule-activate][data-active=true]")).isVisible();

        page.navigate(Chromium.DESK + "/moked/supervisor/rules.xhtml?show=MACROS");
        assertThat(page.locator("#macros tbody tr").first()).isVisible();
        check.check("macros", page);
        page.locator("#macros [data-act=macro-edit]").first().click();
        assertThat(page.locator("#macro [data-rows=actions] > li").first()).isVisible();
        check.check("a macro", page);
        page.keyboard().press("Escape");
        page.navigate(Chromium.DESK + "/moked/supervisor/rules.xhtml?show=PATHS");
        assertThat(page.locator("#paths tbody tr").first()).isVisible();
        check.check("escalation paths", page);
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anExpertIsAskedAndAnswersAndAMacroIsRun(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page page = openedCase(language);
        page.keyboard().press("e");
        Locator dialog = page.locator("#help");
        with(dialog.locator(".choice"), language.either("מומחה", "An expert")).first().click();
        with(dialog.locator("#help-people .choice"), language.either("יוסי מזרחי", "Yossi Mizrahi")).click();
        page.fill("#help-reason", "הנתב לא מגיב לאיפוס, צריך מומחה רשת " + mark);
        assertThat(dialog.locator("[data-help-told]")).containsText("מומחה");
        check.check("asking an expert", page);
        dialog.locator("[type=submit]").click();
        assertThat(dialog).isHidden();
        assertThat(page.locator(".case-asked")).containsText(mark);
        assertThat(page.locator(".case-said").first()).containsText("מומחה");
        check.check("a case that is asked of an expert", page);

        Page expert = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(expert, "/moked/agent/escalations.xhtml").enter("yossi");
        Locator asked = with(expert.locator("#asked-lines tr"), mark);
        assertThat(asked).isVisible();
        check.check("asked of me", expert);
        asked.locator(".row-link").click();
        expert.locator("[data-act=help-accept]").click();
        assertThat(expert.locator("[data-act=help-accept]")).hasCount(0);
        expert.locator("[data-act=help-give-back]").click();
        expert.fill("#help-answer", "להחליף כבל ולאפס " + mark);
        check.check("giving back", expert);
        expert.locator("#help-back [type=submit]").click();
        assertThat(expert.locator(".case-asked")).hasCount(0);
        assertThat(expert.locator(".case-noted")).containsText(mark);

        page.reload();
        page.waitForLoadState();
        page.keyboard().press("m");
        with(page.locator("#macro-list .choice"), language.either("בקשת פרטים", "Ask the customer")).click();
        assertThat(page.locator("#macro-preview .case-tick")).hasCount(2);
        check.check("a macro previewed", page);
        page.locator("#macro-run [type=submit]").click();
        assertThat(page.locator("#macro-run")).isHidden();
        assertThat(page.locator(".sla[data-metric=RESOLUTION]")).containsText(language.either("עצור", "Paused"));
        assertThat(check.faults()).isEmpty();
    }
}
