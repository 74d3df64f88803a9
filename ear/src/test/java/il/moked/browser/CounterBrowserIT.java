// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two clerks at the counters of one branch, and a colleague in chat. */
@ArquillianTest
@RunAsClient
public class CounterBrowserIT {
    private static final String BRANCH = "dizengoff";
    private static final String FIRST = "customer24@example.co.il";
    private static final String SECOND = "customer25@example.co.il";

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final String mark = "m" + UUID.randomUUID().toString().substring(0, 8);

    private AgentDesk desk(String agent, ScreenLanguage language) {
        return AgentDesk.of(chromium.person(Device.DESK, language), agent);
    }

    @ParameterizedTest
    @EnumSource
    void twoClerksCallAtOnceAndEachGetsAnother(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        String counter = language.either("דלפק ", "Counter ");
        Page nobody = chromium.person(Device.DESK, language);
        CounterPane.empty(nobody, BRANCH);
        AgentDesk gil = desk("gil", language);
        CounterPane gils = new CounterPane(gil.page());
        gils.is("shut");
        check.check("counter not chosen", gil.page());
        AgentDesk rivka = desk("rivka", language);
        CounterPane rivkas = new CounterPane(rivka.page());
        gils.opens(counter + "1");
        gil.marks();
        rivka.marks();
        check.check("counter with nobody", gil.page());

        // what somebody else holds is refused by name
        assertThat(rivka.page().locator("#counter-choice")).containsText(language.either("גיל רוזן", "Gil Rosen"));
        rivkas.chooses(counter + "1");
        assertThat(rivka.toast(language.either("גיל רוזן", "Gil Rosen"))).isVisible();
        rivkas.opens(counter + "2");

        long first = FullCard.idOf(FIRST);
        String one = CounterPane.comes(nobody, BRANCH, first, "support");
        String two = CounterPane.comes(nobody, BRANCH, FullCard.idOf(SECOND), "bill");
        assertThat(gils.waiting()).hasText("2");
        assertThat(rivkas.waiting()).hasText("2");
        assertThat(gils.row(one)).isVisible();
        check.check("counter with two who wait", gil.page());

        gil.page().keyboard().press("Alt+KeyC");
        rivka.page().keyboard().press("Alt+KeyC");
        gils.is("called");
        rivkas.is("called");
        assertThat(Set.of(gils.number().textContent().strip(), rivkas.number().textContent().strip())).containsExactlyInAnyOrder(one, two);
        AgentDesk his = gils.number().textContent().strip().equals(one) ? gil : rivka;
        AgentDesk other = his == gil ? rivka : gil;
        CounterPane hers = new CounterPane(his.page());

        // his card is there before he is
        his.card().isOf(name(his));
        assertThat(his.page().locator("#visit .voice__facts")).containsText(language.either("תקלה ותמיכה", "Support"));
        assertThat(his.page().locator("#promises")).isVisible();
        check.check("called to the counter", his.page());

        // not there at the first call; called again, and not there
        CounterPane others = new CounterPane(other.page());
        assertThat(others.does("no-show")).hasAttribute("aria-disabled", "true");
        others.does("again").click();
        assertThat(others.does("no-show")).hasAttribute("aria-disabled", "false");
        others.does("no-show").click();
        others.is("free");
        assertThat(other.page().locator("#talk .empty")).isVisible();
        // and comes after all
        Locator absent = other.page().locator("#counter .counter__fold");
        absent.locator("summary").click();
        check.check("who did not come", other.page());
        absent.locator("[data-ask=here]").click();
        assertThat(others.waiting()).hasText("1");

        hers.begins();
        assertThat(his.page().locator("#visit .voice")).hasAttribute("data-visit-state", "SERVING");
        // nothing is typed to somebody who sits there
        assertThat(his.page().locator("#composer .mode[data-mode=REPLY]")).hasCount(0);
        his.conversation().beginsNote("note " + mark);
        his.conversation().savesNote();
        assertThat(his.conversation().note("note " + mark)).isVisible();

        // his browser is gone, and comes again
        his.page().navigate(Chromium.DESK + AgentDesk.PATH);
        AgentDesk.arrived(his.page());
        hers.is("serving");
        assertThat(hers.number()).hasText(one);
        his.page().locator("#counter .counter__visit").click();
        assertThat(his.conversation().note("note " + mark)).isVisible();

        // we will call you
        his.page().locator("#visit [data-act=phone-later]").click();
        assertThat(his.page().locator("#phone-moments input").first()).isVisible();
        his.page().locator("#phone-about").fill("compare " + mark);
        check.check("handed to the telephone", his.page());
        his.page().locator("#phone-later button[type=submit]").click();
        assertThat(his.page().locator("#phone-later")).not().isVisible();
        assertThat(his.page().locator("#promises")).containsText("compare " + mark);
        assertThat(his.conversation().note("compare " + mark)).isVisible();

        his.conversation().close("ANSWERED");
        hers.is("free");
        other.wasNeverReloaded();
        others.callsNext();
        others.begins();
        other.conversation().close("ANSWERED");
        others.does("close").click();
        others.is("shut");
        assertThat(other.page().locator("#counter-choice option[selected]")).hasCount(1);
        CounterPane.empty(nobody, BRANCH);
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCounterLeftBehindIsToldToWhoManagesTheBranchAndFreed(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page nobody = chromium.person(Device.DESK, language);
        CounterPane.empty(nobody, BRANCH);
        AgentDesk gil = desk("gil", language);
        CounterPane gils = new CounterPane(gil.page());
        gils.opens(language.either("דלפק ", "Counter ") + "1");
        String number = CounterPane.comes(nobody, BRANCH, FullCard.idOf(FIRST), "support");
        assertThat(gils.waiting()).hasText("1");
        gils.callsNext();
        gil.page().close();
        AgentDesk tamar = desk("tamar", language);
        CounterPane hers = new CounterPane(tamar.page());
        tamar.marks();
        CounterPane.left(nobody, BRANCH, 1);
        Locator left = tamar.page().locator("#counter .counter__left");
        assertThat(left).containsText(language.either("גיל רוזן", "Gil Rosen"));
        check.check("counter left behind", tamar.page());
        left.locator("[data-ask=free]").click();
        assertThat(left).hasCount(0);
        assertThat(hers.waiting()).hasText("1");
        hers.opens(language.either("דלפק ", "Counter ") + "1");
        hers.callsNext();
        assertThat(hers.number()).hasText(number);
        tamar.wasNeverReloaded();
        CounterPane.empty(nobody, BRANCH);
        assertThat(check.faults()).isEmpty();
    }

    private static String name(AgentDesk desk) {
        return desk.page().locator("#counter .counter__visit .counter__who bdi").first().textContent().strip();
    }

    @ParameterizedTest
    @EnumSource
    void whoChatsMeanwhileIsSeenByBothAndAPromiseToo(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page nobody = chromium.person(Device.DESK, language);
        CounterPane.empty(nobody, BRANCH);
        AgentDesk dana = desk("dana", language).clearsTheLine();
        AgentDesk gil = desk("gil", language);
        CounterPane gils = new CounterPane(gil.page());
        gils.opens(language.either("דלפק ", "Counter ") + "1");
        CounterPane.comes(nobody, BRANCH, FullCard.idOf(FIRST), "purchase");
        gils.callsNext();
        gils.begins();
        gil.marks();

        ChatWidget chat = ChatWidget.onTheFirstPage(chromium.person(Device.DESK, language));
        chat.begins("Visitor", FIRST, "chat " + mark);
        assertThat(gil.page().locator("#head [data-beside=CHAT]")).containsText(language.either("ממתין גם", "Also waits"));
        dana.accept("chat " + mark);
        assertThat(gil.page().locator("#head [data-beside=CHAT]")).containsText(language.either("דנה לוי", "Dana Levi"));
        assertThat(dana.page().locator("#head [data-beside=BRANCH]")).containsText(language.either("גיל רוזן", "Gil Rosen"));
        assertThat(dana.page().locator("#head [data-beside=BRANCH]")).containsText(language.either("סניף דיזנגוף", "Dizengoff branch"));
        check.check("also at the branch", dana.page());
        check.check("also in chat", gil.page());

        dana.page().locator("#composer [data-act=promise]").click();
        dana.page().locator("#promise-text").fill("send it " + mark);
        assertThat(dana.page().locator("#promise-dues input").first()).isVisible();
        dana.page().locator("#promise-give button[type=submit]").click();
        assertThat(gil.page().locator("#promises")).containsText("send it " + mark);

        dana.conversation().close("ANSWERED");
        assertThat(gil.page().locator("#head [data-beside]")).hasCount(0);
        gil.conversation().close("ANSWERED");
        gil.wasNeverReloaded();
        CounterPane.empty(nobody, BRANCH);
        assertThat(check.faults()).isEmpty();
    }
}
