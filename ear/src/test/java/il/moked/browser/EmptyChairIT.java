// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An agent's browser is closed without signing out: the supervisor sees it and what he left, and he finds it again. */
@ArquillianTest
@RunAsClient
public class EmptyChairIT {
    private static final String TEAM = "/moked/supervisor/team.xhtml";
    /** The time after which these servers miss an agent, and then some. Milliseconds. */
    private static final double UNTIL_MISSED = 90_000;

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @EnumSource
    void whoseBrowserIsGoneIsNoLongerAtWorkAndFindsHisWorkAgain(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page agent = chromium.person(Device.DESK, language);
        AgentDesk desk = AgentDesk.of(agent, "dana").clearsTheLine();
        new MailProgram("אסתר עמר", "customer05@example.co.il").writes("עמדה chair " + mark, "טקסט " + mark);
        desk.accept(mark);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, TEAM).enter("michal");
        Locator dana = page.locator("[data-person=dana]");
        assertThat(dana.locator(".work")).containsText(mark);

        agent.context().close();
        assertThat(dana.locator(".person__line > .person__state")).hasText(language.either("עמדת העבודה נסגרה", "Desk closed"), new LocatorAssertions.HasTextOptions().setTimeout(UNTIL_MISSED));
        assertThat(dana.locator(".work")).containsText(mark);
        check.check("an empty chair", page);

        Page again = chromium.person(Device.DESK, language);
        AgentDesk back = AgentDesk.of(again, "dana");
        assertThat(again.locator("#presence .presence__label")).hasText(language.either("עמדת העבודה נסגרה", "Desk closed"));
        back.comesToWork();
        back.open(mark).close("ANSWERED");
        back.goesHome();
        assertThat(check.faults()).isEmpty();
    }
}
