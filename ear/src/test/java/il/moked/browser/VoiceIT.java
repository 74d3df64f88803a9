// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.RequestOptions;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
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
        assertThat(dana.offer(CALLER_SHOWN)).containsText(language.either("תקלה", "Fault"));
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

    private static void callBack(Page page, String state) {
        assertThat(page.locator("#callback .voice")).hasAttribute("data-callback", state);
    }

    @ParameterizedTest
    @EnumSource
    void whoHungUpIsCalledBackLaterOrNotAnyMore(ScreenLanguage language) {
        PageCheck check = new PageCheck(language);
        AgentDesk dana = AgentDesk.of(chromium.person(Device.DESK, language), "dana").clearsTheLine();
        Page page = dana.page();
        dana.goesHome();

        // An offer that is to be called looks like one, and says how it came about.
        exchange.tells(exchange.rings(CALLER, "bill"), "ENDED", "by", "CUSTOMER");
        dana.comesToWork();
        Locator offer = dana.offer(CALLER_SHOWN);
        assertThat(offer).hasClass(Pattern.compile("offer--callback"));
        assertThat(offer).containsText(language.either("שיחה חוזרת", "Call back"));
        assertThat(offer).containsText(language.either("ניתוק בזמן ההמתנה", "Hung up while waiting"));
        check.picture("callback offered", page);
        offer.locator("[data-act=accept]").click();

        // The telephone rings first; who does not answer is called again, later, or not any more.
        callBack(page, "dialling");
        assertThat(page.locator("#voice .voice")).hasCount(0);
        check.picture("callback dialling", page);
        String missed = exchange.callsOut(exchange.does("CALL_OUT"));
        phase(page, "ringing");
        assertThat(page.locator("#callback .voice")).hasCount(0);
        exchange.tells(missed, "ENDED", "by", "EXCHANGE");
        callBack(page, "mine");
        assertThat(page.locator("#callback")).containsText("1/3");
        assertThat(page.locator("#callback")).containsText(CALLER_SHOWN);
        check.check("callback without an answer", page);
        page.locator("#callback [data-act=call-back]").click();
        callBack(page, "dialling");
        String again = exchange.callsOut(exchange.does("CALL_OUT"));
        phase(page, "ringing");
        exchange.tells(again, "ENDED", "by", "EXCHANGE");
        assertThat(page.locator("#callback")).containsText("2/3");

        // Times within opening hours are proposed; it is hers no longer.
        page.locator("#callback [data-act=call-later]").click();
        assertThat(page.locator("#call-later-number")).hasValue(CALLER_SHOWN);
        page.locator("#call-moments .choice").nth(1).locator("input").check();
        check.check("call later", page);
        page.locator("#call-later button[type=submit]").click();
        assertThat(page.locator("#call-later")).not().isVisible();
        assertThat(dana.toast(language.either("הלקוח יקבל שיחה חוזרת", "will be called back"))).isVisible();
        assertThat(dana.talks()).hasCount(0);
        assertThat(page.locator("#presence .capacity__text")).hasText("0/100");

        // He calls again and hangs up; a colleague knows that nobody needs to call him.
        dana.goesHome();
        exchange.tells(exchange.rings(CALLER, "bill"), "ENDED", "by", "CUSTOMER");
        dana.comesToWork();
        assertThat(dana.offer(CALLER_SHOWN)).isVisible();
        dana.offer(CALLER_SHOWN).locator("[data-act=accept]").click();
        exchange.tells(exchange.callsOut(exchange.does("CALL_OUT")), "ENDED", "by", "EXCHANGE");
        callBack(page, "mine");
        page.locator("#callback [data-act=call-withdraw]").click();
        page.locator("#call-withdraw-why").fill(language.either("נפתר בדואר " , "Solved by mail ") + mark);
        check.check("no call needed", page);
        page.locator("#call-withdraw button[type=submit]").click();
        assertThat(page.locator("#call-withdraw")).not().isVisible();
        assertThat(dana.talks()).hasCount(0);
        dana.goesHome();
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCallThatDoesNotReachHerGoesBackAndOneThatDoesIsHeardAgain(ScreenLanguage language) {
        PageCheck check = new PageCheck(language);
        AgentDesk dana = AgentDesk.of(chromium.person(Device.DESK, language), "dana").clearsTheLine();
        Page page = dana.page();
        String call = exchange.rings(CALLER, "fault");
        assertThat(dana.offer(CALLER_SHOWN)).isVisible();
        dana.offer(CALLER_SHOWN).locator("[data-act=accept]").click();
        phase(page, "ringing");
        exchange.refuses("ROUTE");
        assertThat(dana.toast(language.either("השיחה לא הגיעה לטלפון שלך", "did not reach your telephone"))).isVisible();
        assertThat(page.locator("#presence .presence__label")).hasText(language.either("הטלפון לא נענה", "Telephone not reached"));
        assertThat(dana.talks()).hasCount(0);
        check.picture("call given back", page);

        dana.comesToWork();
        assertThat(dana.offer(CALLER_SHOWN)).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(3 * Chromium.PATIENCE));
        dana.offer(CALLER_SHOWN).locator("[data-act=accept]").click();
        exchange.does("ROUTE");
        exchange.tells(call, "ANSWERED", "extension", "201");
        phase(page, "talking");

        // A team can have the call, and a colleague can be asked by telephone.
        page.locator("#voice [data-act=transfer]").click();
        assertThat(page.locator("#transfer-choices input[value^='team:']").first()).isVisible();
        assertThat(page.locator("#transfer button[value=speak]")).isVisible();
        check.check("transfer of a call", page);
        page.locator("#transfer [data-do=shut]").click();

        exchange.tells(call, "ENDED", "by", "CUSTOMER", "recording", "https://recordings.example/" + mark);
        phase(page, "ended");
        Locator recording = page.locator("#voice .voice__heard a");
        assertThat(recording).hasAttribute("rel", "noopener noreferrer");
        check.check("call ended with a recording", page);
        APIResponse door = page.context().request().get(Chromium.DESK + recording.getAttribute("href"), RequestOptions.create().setMaxRedirects(0));
        assertThat(door.status()).isEqualTo(303);
        assertThat(door.headers()).containsEntry("location", "https://recordings.example/" + mark).containsEntry("referrer-policy", "no-referrer");
        dana.conversation().close("ANSWERED");
        dana.goesHome();
        assertThat(check.faults()).isEmpty();
    }
}
