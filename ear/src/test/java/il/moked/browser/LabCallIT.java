// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lab's caller and the agent who answers him: nothing but the two screens, as a newcomer sees it. */
@ArquillianTest
@RunAsClient
public class LabCallIT {
    private static final String CUSTOMER = "customer07@example.co.il";
    private static final String NUMBER = "052-235-3940";
    private static final String NATIONAL_ID = "244053146";

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private static void phase(Page page, String phase) {
        assertThat(page.locator("#voice .voice")).hasAttribute("data-phase", phase);
    }

    private static void asks(Page page, String what) {
        page.locator("#voice [data-ask=" + what + "]").click();
    }

    private static String language(ScreenLanguage language) {
        return language.either("1", "2");
    }

    @ParameterizedTest
    @EnumSource
    void aCallerChoosesWaitsHearsHisPlaceAndIsAnswered(ScreenLanguage language) {
        PageCheck check = new PageCheck(language);
        AgentDesk dana = AgentDesk.of(chromium.person(Device.DESK, language), "dana").clearsTheLine();
        Page desk = dana.page();
        dana.goesHome();
        LabTelephone caller = LabTelephone.of(chromium.person(Device.DESK, language), CUSTOMER);
        check.check("lab call, idle", caller.page());
        caller.dials("own");
        assertThat(caller.hears()).hasCount(2);
        caller.presses(language(language));
        assertThat(caller.shows()).containsText(NATIONAL_ID);
        caller.types(NATIONAL_ID);
        assertThat(caller.page().locator("#call-now .call__options li").first()).containsText(language.either("תקלה", "Fault"));
        check.check("lab call, menu", caller.page());
        caller.presses("1");
        caller.is("waiting");
        caller.hears(language.either("הבאה בתור", "next in line"));
        assertThat(caller.happened(language.either("הבאה בתור", "next in line"))).hasCount(1);
        check.check("lab call, waiting", caller.page());

        // The agent sees who calls, and about what, before he answers.
        dana.comesToWork();
        assertThat(dana.offer(NUMBER)).containsText(language.either("תקלה", "Fault"));
        assertThat(desk.locator("#card .card-head__name")).containsText("אוחיון");
        caller.is("waiting");
        dana.offer(NUMBER).locator("[data-act=accept]").click();
        caller.is("talking");
        phase(desk, "talking");
        assertThat(caller.shows()).containsText(language.either("מוקלטת", "recorded"));
        check.check("lab call, talking", caller.page());

        asks(desk, "hold");
        caller.is("held");
        phase(desk, "held");
        asks(desk, "resume");
        caller.is("talking");
        phase(desk, "talking");
        asks(desk, "card");
        assertThat(caller.shows()).containsText(language.either("מושהית", "paused"));
        assertThat(desk.locator("#voice .voice__notice.notice--good")).isVisible();
        asks(desk, "card-over");
        assertThat(caller.shows()).containsText(language.either("מוקלטת", "recorded"));

        asks(desk, "hang-up");
        caller.is("idle");
        assertThat(caller.happened(language.either("הנציג ניתק", "The agent hung up"))).hasCount(1);
        phase(desk, "ended");
        dana.conversation().close("ANSWERED");
        dana.goesHome();
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whoHangsUpWhileWaitingIsCalledBackAndPicksUp(ScreenLanguage language) {
        PageCheck check = new PageCheck(language);
        AgentDesk dana = AgentDesk.of(chromium.person(Device.DESK, language), "dana").clearsTheLine();
        dana.goesHome();
        LabTelephone caller = LabTelephone.of(chromium.person(Device.PHONE, language), CUSTOMER);
        caller.dials("own");
        caller.presses(language(language) + "#2");
        caller.is("waiting");
        caller.hangsUp();

        dana.comesToWork();
        dana.offer(NUMBER).locator("[data-act=accept]").click();
        caller.is("ringing");
        assertThat(caller.page()).hasTitle(Pattern.compile(language.either("שיחה נכנסת", "Incoming call") + ".*"));
        check.check("lab call, ringing on a telephone", caller.page());
        caller.picksUp();
        phase(dana.page(), "talking");
        check.check("lab call, called back on a telephone", caller.page());
        caller.hangsUp();
        phase(dana.page(), "ended");
        dana.conversation().close("ANSWERED");

        // By the key of the menu he need not even wait on the line; whoever rejects is not reached.
        dana.goesHome();
        caller.dials("own");
        caller.presses(language(language) + "#0");
        caller.hears(language.either("נחזור", "call you back"));
        caller.is("idle");
        dana.comesToWork();
        dana.offer(NUMBER).locator("[data-act=accept]").click();
        caller.is("ringing");
        caller.hangsUp();
        assertThat(dana.page().locator("#callback .voice")).hasAttribute("data-callback", "mine");
        dana.conversation().close("ANSWERED");
        dana.goesHome();
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPlayedCallerWithANumberWithheldAndASecondOneDoNotDisturbEachOther(ScreenLanguage language) {
        LabTelephone first = LabTelephone.of(chromium.person(Device.DESK, language), CUSTOMER);
        LabTelephone second = LabTelephone.of(chromium.person(Device.PHONE, language), CUSTOMER);
        first.dials("withheld");
        second.is("idle");
        second.dials("own");
        first.hangsUp();
        second.is("menu");
        second.page().reload();
        second.is("menu");
        second.hangsUp();
        second.page().locator("#call-from").selectOption("other");
        second.page().locator("#call-number").fill("12");
        second.page().locator("#call-dial button[type=submit]").click();
        assertThat(second.shows()).containsText(language.either("אינו מספר", "no telephone number"));
        second.page().locator("#call-number").fill("03-555-0100");
        second.page().locator("#call-dial button[type=submit]").click();
        second.is("menu");
        assertThat(second.happened("03-555-0100")).hasCount(1);
        second.hangsUp();
    }
}
