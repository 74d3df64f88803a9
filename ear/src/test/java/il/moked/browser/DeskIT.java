// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import il.moked.browser.MailProgram.Letter;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Agents at their desks: together in one conversation, handing over, drafts, keys. */
@ArquillianTest
@RunAsClient
public class DeskIT {
    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final MailProgram customer = new MailProgram("אביגיל אלון", "customer33@example.co.il");
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private AgentDesk desk(String agent, ScreenLanguage language) {
        return AgentDesk.of(chromium.person(Device.DESK, language), agent);
    }

    @ParameterizedTest
    @EnumSource
    void twoAgentsInOneConversationSeeEachOtherAndLoseNoDraft(ScreenLanguage language) throws Exception {
        AgentDesk dana = desk("dana", language).clearsTheLine();
        customer.writes("Two agents " + mark, "question " + mark);
        ConversationPane danas = dana.accept(mark);
        AgentDesk yossi = AgentDesk.at(chromium.person(Device.DESK, language), "yossi", danas.id());
        ConversationPane yossis = yossi.conversation();
        dana.marks();
        yossi.marks();

        assertThat(danas.viewers()).containsText(language.either("יוסי מזרחי", "Yossi Mizrahi"));
        assertThat(yossis.viewers()).containsText(language.either("דנה לוי", "Dana Levi"));
        yossis.isWith(language.either("דנה לוי", "Dana Levi"));

        // What he writes stays his while she answers.
        yossis.beginsNote("his note " + mark);
        assertThat(danas.viewers().locator(".viewers--writing")).isVisible();
        danas.replies("her answer " + mark);
        assertThat(yossis.toCustomer("her answer " + mark)).isVisible();
        assertThat(yossis.text()).hasValue("his note " + mark);
        // Her answer was drawn before him meanwhile: he is still writing.
        yossis.text().fill("his note " + mark + ".");
        assertThat(danas.viewers().locator(".viewers--writing")).isVisible();

        // He takes it over and answers: she sees it, and her begun answer stays hers.
        danas.drafts("her second answer " + mark, language);
        yossis.savesNote();
        assertThat(danas.note("his note " + mark + ".")).isVisible();
        yossis.takesOver();
        danas.isWith(language.either("יוסי מזרחי", "Yossi Mizrahi"));
        yossis.turnsToReply();
        yossis.replies("his answer " + mark);
        assertThat(danas.toCustomer("his answer " + mark)).isVisible();
        assertThat(danas.text()).hasValue("her second answer " + mark);
        assertThat(danas.sendButton()).isDisabled();
        danas.takesOver();
        danas.sends();
        assertThat(danas.toCustomer("her second answer " + mark)).hasCount(1);
        assertThat(yossis.toCustomer("her second answer " + mark)).hasCount(1);
        dana.wasNeverReloaded();
        yossi.wasNeverReloaded();
        danas.close("ANSWERED");
    }

    @ParameterizedTest
    @EnumSource
    void aHandOverBringsItsContextAndTheCustomerNeverSeesANote(ScreenLanguage language) throws Exception {
        AgentDesk dana = desk("dana", language).clearsTheLine();
        AgentDesk yossi = desk("yossi", language);
        String note = language.either("לא להראות ללקוח ", "not for the customer ") + mark;
        String context = language.either("הוא מחכה לזיכוי ", "he waits for a refund ") + mark;

        ChatWidget chat = ChatWidget.onTheFirstPage(chromium.person(Device.DESK, language));
        chat.begins("Avigail", customer.address(), "chat " + mark);
        ConversationPane danas = dana.accept("chat " + mark);
        danas.writesNote(note);
        danas.turnsToReply();
        danas.handsOverTo(language.either("יוסי מזרחי", "Yossi Mizrahi"), context);
        assertThat(dana.talks()).hasCount(0);
        ConversationPane yossis = yossi.open("chat " + mark);
        assertThat(yossis.note(context)).containsText(language.either("דנה לוי", "Dana Levi"));
        assertThat(yossis.note(note)).isVisible();
        yossis.isMine();
        yossis.replies("answer " + mark);
        assertThat(chat.line("answer " + mark)).isVisible();
        assertThat(chat.lines()).hasCount(2);
        yossis.close("ANSWERED");

        String asked = customer.writes("mail " + mark, "question " + mark);
        danas = dana.accept("question " + mark);
        danas.writesNote(note);
        danas.turnsToReply();
        danas.replies("answer " + mark);
        Letter answer = customer.receives(letter -> asked.equals(letter.inReplyTo()));
        assertThat(answer.text()).contains("answer " + mark);
        assertThat(customer.letters()).extracting(letter -> letter.text() + letter.html()).noneMatch(text -> text.contains(note) || text.contains(context));
        danas.close("ANSWERED");
    }

    @ParameterizedTest
    @EnumSource
    void aColleagueIsAskedAnswersByANoteAndLaterGetsTheConversationWithItsContext(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        String danaLevi = language.either("דנה לוי", "Dana Levi");
        String yossiMizrahi = language.either("יוסי מזרחי", "Yossi Mizrahi");
        String question = language.either("אפשר לזכות אותה על שלושה חודשים? ", "May I refund her for three months? ") + mark;
        String answer = language.either("עד שני חודשים בלבד ", "Up to two months only ") + mark;
        AgentDesk dana = desk("dana", language).clearsTheLine();
        AgentDesk yossi = desk("yossi", language);
        customer.writes("Asking " + mark, "question " + mark);
        assertThat(dana.offer(mark)).isVisible();
        check.picture("offer", dana.page());
        dana.offer(mark).locator("[data-act=pop]").click();
        assertThat(dana.page().locator("#card .card-offered")).isVisible();
        assertThat(dana.page().locator("#card .card-head__name")).containsText("אביגיל");
        check.picture("offer with its card", dana.page());
        ConversationPane danas = dana.accept(mark);
        assertThat(dana.page().locator("#card .card-offered")).hasCount(0);
        assertThat(dana.page().locator("#presence .capacity__text")).hasText("20/100");

        danas.asks(yossiMizrahi, question);
        danas.isMine();
        assertThat(danas.note(question)).isVisible();
        assertThat(dana.page().locator("#head .talk-head__asked")).containsText(yossiMizrahi);
        check.check("asking a colleague", dana.page());

        assertThat(yossi.toast(language.either("יש התייעצות איתך", "A colleague asks you"))).isVisible();
        assertThat(yossi.asked(question)).containsText(danaLevi);
        yossi.asked(question).click();
        ConversationPane yossis = yossi.conversation();
        assertThat(yossis.fromCustomer("question " + mark)).isVisible();
        assertThat(yossi.page().locator("#card .card-head__name")).containsText("אביגיל");
        yossis.isWith(danaLevi);
        check.check("asked by a colleague", yossi.page());
        yossi.page().locator("#asked-me [data-act=add-note]").click();
        yossis.text().fill(answer);
        yossis.savesNote();
        assertThat(yossi.asked(question)).hasCount(0);
        assertThat(danas.note(answer)).isVisible();
        assertThat(dana.page().locator("#head .talk-head__asked")).hasCount(0);

        danas.handsOverTo(yossiMizrahi, "");
        yossis.isMine();
        assertThat(yossi.page().locator("#handed-over")).containsText(danaLevi);
        assertThat(yossi.page().locator("#handed-over")).containsText(question);
        check.check("handed over", yossi.page());
        yossis.turnsToReply();
        yossis.replies("answer " + mark);
        yossis.close("ANSWERED");
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerByMessengerShowsThatItWasDeliveredAndRead(ScreenLanguage language) {
        PageCheck check = new PageCheck(language);
        AgentDesk dana = desk("dana", language).clearsTheLine();
        Page phone = chromium.person(Device.PHONE, language);
        String texts = Chromium.PORTAL + "/lab?as=" + customer.address() + "&tab=texts&line=WHATSAPP";
        phone.navigate(texts);
        phone.locator("#text").fill("hello " + mark);
        phone.locator(".handset__write button").click();
        ConversationPane danas = dana.accept("hello " + mark);
        assertThat(dana.page().locator("#head .icon--whatsapp").first()).isVisible();
        assertThat(dana.page().locator("#standing .standing__notice")).hasCount(0);
        danas.replies("answer " + mark);
        assertThat(danas.toCustomer("answer " + mark).locator(".sent--delivered, .sent--read")).isVisible();
        phone.navigate(texts);
        assertThat(phone.locator("#handset")).containsText("answer " + mark);
        assertThat(danas.toCustomer("answer " + mark).locator(".sent--read")).isVisible();
        check.picture("messenger", dana.page());
        danas.close("ANSWERED");
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whoIsNotReadySaysWhyAndIsOfferedNothingUntilHeIsReady(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        AgentDesk dana = desk("dana", language).clearsTheLine();
        dana.notReady("COACHING", language.either("שיחת משוב", "Coaching"));
        customer.writes("Not ready " + mark, "question " + mark);
        assertThat(dana.page().locator("#waiting strong")).not().hasText("0", new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(40_000));
        assertThat(dana.offers()).hasCount(0);
        dana.page().locator("#presence summary").click();
        check.check("reasons", dana.page());
        dana.page().keyboard().press("Escape");
        dana.comesToWork().accept(mark).close("ANSWERED");
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aDraftSurvivesAReloadSigningOutAndAnotherComputer(ScreenLanguage language) throws Exception {
        AgentDesk desk = desk("dana", language).clearsTheLine();
        customer.writes("Draft " + mark, "question " + mark);
        ConversationPane talk = desk.accept(mark);
        String draft = language.either("התחלתי לכתוב ", "I began to write ") + mark;
        talk.drafts(draft, language);
        desk.page().reload();
        assertThat(talk.text()).hasValue(draft);

        talk.text().fill(draft + " and more");
        desk.signsOut().enter("dana");
        AgentDesk.arrived(desk.page());
        desk.open("question " + mark);
        assertThat(talk.text()).hasValue(draft + " and more");

        AgentDesk elsewhere = desk("dana", language);
        ConversationPane there = elsewhere.open("question " + mark);
        assertThat(there.text()).hasValue(draft + " and more");
        there.sends();
        assertThat(there.toCustomer(draft)).hasCount(1);
        there.close("ANSWERED");
    }

    @ParameterizedTest
    @EnumSource
    void theKeyboardAcceptsSendsAndExplainsItself(ScreenLanguage language) throws Exception {
        AgentDesk desk = desk("dana", language).clearsTheLine();
        Page page = desk.page();
        customer.writes("Keys " + mark, "question " + mark);
        assertThat(desk.offer(mark)).isVisible();
        page.keyboard().press("Alt+KeyA");
        ConversationPane talk = desk.conversation();
        assertThat(talk.fromCustomer(mark)).isVisible();
        assertThat(talk.text()).isFocused();
        page.keyboard().type("typed " + mark);
        page.keyboard().press("Control+Enter");
        assertThat(talk.toCustomer("typed " + mark)).hasCount(1);
        assertThat(talk.text()).isEmpty();
        page.locator("#scroll").focus();
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).containsText(language.either("קיצורי מקלדת", "Keyboard shortcuts"));
        assertThat(page.locator("#keys")).containsText("Alt A");
        page.keyboard().press("Escape");
        assertThat(page.locator("#keys")).not().isVisible();
        page.keyboard().press("Alt+KeyW");
        assertThat(page.locator("#wrap-up")).isVisible();
        page.keyboard().press("Escape");
        talk.close("ANSWERED");
    }

    @Test
    void anOfferMadeBeforeThePageHearsIsShownAsSoonAsItDoes() throws Exception {
        AgentDesk first = desk("dana", ScreenLanguage.ENGLISH).clearsTheLine();
        Page page = first.page().context().newPage();
        page.addInitScript("""
                const Real = window.WebSocket;
                window.WebSocket = function (address) {
                  const late = new EventTarget();
                  late.readyState = 0;
                  late.send = late.close = () => {};
                  window.hear = () => {
                    const real = new Real(address);
                    late.send = text => real.send(text);
                    ['open', 'message', 'close'].forEach(kind => real.addEventListener(kind, event => {
                      late.readyState = real.readyState;
                      late.dispatchEvent(kind === 'message' ? new MessageEvent(kind, { data: event.data }) : new Event(kind));
                    }));
                  };
                  return late;
                };
                window.WebSocket.OPEN = 1;
                """);
        page.navigate(Chromium.DESK + AgentDesk.PATH);
        AgentDesk deaf = AgentDesk.arrived(page);
        customer.writes("Early " + mark, "question " + mark);
        assertThat(first.offer(mark)).isVisible();
        assertThat(deaf.offer(mark)).hasCount(0);
        page.evaluate("() => window.hear()");
        deaf.accept(mark).close("ANSWERED");
    }
}
