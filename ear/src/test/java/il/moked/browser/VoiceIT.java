// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import il.moked.MokedArchive;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A telephone call at the desk: the card before the answer, what is done with the call, a warm transfer, and the summary. */
@ArquillianTest
@RunAsClient
public class VoiceIT {
    private static final String CALLER = "0532389742";
    private static final String CALLER_SHOWN = "053-238-9742";

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final Exchange exchange = new Exchange();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Deployment(testable = false)
    static EnterpriseArchive moked() {
        return MokedArchive.asShipped();
    }

    private static void phase(Page page, String phase) {
        assertThat(page.locator("#voice .voice")).hasAttribute("data-phase", phase);
    }

    private static void asks(Page page, String what) {
        page.locator("#voice [data-ask=" + what + "]").click();
    }

    @ParameterizedTest
    @EnumSource
    void aCallIsAnsweredWithItsCardHeldTransferredWithItsContextAndSummedUp(ScreenLanguage language) {
        PageCheck check = new PageCheck(language);
        String yossiMizrahi = language.either("יוסי מזרחי", "Yossi Mizrahi");
        String question = language.either("אפשר להחזיר לה עמלה? ", "May I return a fee to her? ") + mark;
        AgentDesk dana = AgentDesk.of(chromium.person(Device.DESK, language), "dana").clearsTheLine();
        AgentDesk yossi = AgentDesk.of(chromium.person(Device.DESK, language), "yossi");
        yossi.goesHome();
        Page danas = dana.page();
        Page yossis = yossi.page();

        // The card of who calls is there before the call is taken.
        String call = exchange.rings(CALLER, "fault");
        assertThat(dana.offer(CALLER_SHOWN)).isVisible();
        assertThat(dana.offer(CALLER_SHOWN)).containsText(language.either("תקלה", "fault"));
        assertThat(danas.locator("#card .card-offered")).isVisible();
        assertThat(danas.locator("#card .card-head__name")).containsText("אביגיל");
        check.picture("call offered", danas);
        danas.keyboard().press("Alt+KeyA");
        phase(danas, "ringing");
        assertThat(danas.locator("#presence .capacity__text")).hasText("100/100");
        assertThat(exchange.does("ROUTE").toString()).contains("\"201\"");
        exchange.tells(call, "ANSWERED", "extension", "201");
        phase(danas, "talking");

        // Nothing is written to who speaks; notes are always there.
        assertThat(danas.locator("#composer .mode[data-mode=REPLY]")).hasCount(0);
        danas.locator("#text").fill("note " + mark);
        dana.conversation().savesNote();
        assertThat(dana.conversation().note("note " + mark)).isVisible();
        check.check("talking", danas);

        asks(danas, "hold");
        exchange.does("HOLD");
        exchange.tells(call, "HELD");
        phase(danas, "held");
        check.picture("call on hold", danas);
        asks(danas, "resume");
        exchange.does("RESUME");
        exchange.tells(call, "RESUMED");
        phase(danas, "talking");

        // Card data is spoken only when the exchange has confirmed that it records nothing.
        asks(danas, "card");
        assertThat(danas.locator("#voice .voice__notice.notice--warn")).isVisible();
        exchange.does("PAUSE_RECORDING");
        assertThat(danas.locator("#voice .voice__notice.notice--good")).isVisible();
        check.picture("card entry", danas);
        asks(danas, "card-over");
        exchange.does("RESUME_RECORDING");
        assertThat(danas.locator("#voice .voice__notice")).hasCount(0);

        // A colleague is asked while the customer is on hold, and gets the call with what he was asked.
        yossi.comesToWork();
        dana.conversation().asks(yossiMizrahi, question);
        exchange.does("HOLD");
        exchange.tells(call, "HELD");
        phase(danas, "held");
        assertThat(yossi.asked(question)).isVisible();
        dana.conversation().handsOverTo(yossiMizrahi, "");
        assertThat(exchange.does("TRANSFER").toString()).contains("\"202\"");
        exchange.tells(call, "TRANSFERRED", "to", "202");
        exchange.tells(call, "ANSWERED", "extension", "202");
        yossi.open("אביגיל");
        yossi.conversation().isMine();
        assertThat(yossis.locator("#handed-over")).containsText(question);
        assertThat(dana.talks()).hasCount(0);

        // The call ends: time to sum up, once more of it, and work again when the conversation is closed.
        exchange.tells(call, "ENDED", "by", "CUSTOMER");
        phase(yossis, "ended");
        assertThat(yossis.locator("#presence .presence__dot").first()).hasClass(Pattern.compile("presence__dot--wrap-up"));
        check.check("wrap-up", yossis);
        yossis.locator("#voice [data-act=extend]").click();
        assertThat(yossis.locator("#voice [data-act=extend]")).hasCount(0);
        yossi.conversation().close("ANSWERED");
        assertThat(yossis.locator("#presence .presence__dot").first()).hasClass(Pattern.compile("presence__dot--available"));
        assertThat(yossis.locator("#presence .capacity__text")).hasText("0/100");
        yossi.goesHome();
        assertThat(check.faults()).isEmpty();
    }
}
