// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import il.moked.MokedArchive;
import il.moked.browser.MailProgram.Letter;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole story: a customer's mail, the agent's answer, his chat beside it, the end and the new beginning. */
@ArquillianTest
@RunAsClient
public class StoryIT {
    @RegisterExtension
    final Chromium chromium = new Chromium();

    @Deployment(testable = false)
    static EnterpriseArchive moked() {
        return MokedArchive.asShipped();
    }

    @ParameterizedTest
    @EnumSource
    void aMailIsOfferedAnsweredAndFollowedOnEveryChannelOnOneScreen(ScreenLanguage language) throws Exception {
        boolean hebrew = language == ScreenLanguage.HEBREW;
        MailProgram customer = hebrew ? new MailProgram("שמעון הורוביץ", "customer31@example.co.il") : new MailProgram("Olga Biton", "customer32@example.co.il");
        String onCard = hebrew ? "שמעון הורוביץ" : "אולגה ביטון";
        // a letter first: behind the telephone number eight digits alone may look like a payment card, which is masked
        String mark = "m" + UUID.randomUUID().toString().substring(0, 8);

        AgentDesk desk = signedIn(language).clearsTheLine();
        desk.marks();

        // A mail is offered by push, taken, and the card is there.
        String question = language.either("שלום, חויבתי פעמיים החודש. ", "Hello, I was charged twice this month. ") + mark;
        String asked = customer.writes(language.either("חיוב כפול ", "Charged twice ") + mark, question);
        ConversationPane talk = desk.accept(mark);
        assertThat(talk.fromCustomer(question)).isVisible();
        desk.card().isOf(onCard);
        assertThat(desk.card().sureness()).hasText(language.either("זוהה לפי כתובת; לא אומת", "Known by address, not verified"));
        assertThat(desk.card().reach(customer.address())).isVisible();
        String reference = talk.reference();

        // The answer reaches his mailbox in the thread, from the service, in its own direction.
        String answer = language.either("שלום, החיוב הכפול יבוטל עד יום ה׳. 03-6234567 ", "Hello, the second charge will be cancelled by Thursday. 03-6234567 ") + mark;
        talk.replies(answer);
        assertThat(talk.toCustomer(answer).locator(".sent")).containsText(language.either("נשלח", "Sent"));
        Letter letter = customer.receives(mail -> mail.text().contains(mark) && mail.subject().contains(mark));
        assertThat(letter.inReplyTo()).isEqualTo(asked);
        assertThat(letter.references()).contains(asked);
        assertThat(letter.from()).isEqualTo(MailProgram.SERVICE);
        assertThat(letter.fromName()).isEqualTo(language.either("בנק הדגמה", "Demo Bank"));
        assertThat(letter.subject()).startsWith("Re: ");
        assertThat(letter.text().strip()).isEqualTo(answer);
        assertThat(letter.html()).contains("<p dir=\"" + language.direction() + "\">", "<bdi dir=\"ltr\">03-6234567</bdi>");

        // His next mail lands in the same conversation, under the agent's eyes.
        String thanks = language.either("תודה רבה, אחכה. ", "Thank you, I will wait. ") + mark;
        customer.answers(letter, thanks);
        assertThat(talk.fromCustomer(thanks)).isVisible();
        assertThat(desk.talks()).hasCount(1);
        assertThat(desk.offers()).hasCount(0);

        // A chat of his beside the open mail is his, not a stranger's.
        ChatWidget chat = ChatWidget.onTheFirstPage(chromium.person(Device.DESK, language));
        String line = language.either("אני גם כאן בצ׳אט ", "I am here in the chat too ") + mark;
        chat.begins(customer.name(), customer.address(), line);
        desk.accept(line);
        desk.card().isOf(onCard);
        assertThat(desk.card().alsoOpen("mail")).isVisible();
        talk.replies(language.either("ראיתי, תודה", "Seen, thank you"));
        assertThat(chat.line(language.either("ראיתי, תודה", "Seen, thank you"))).isVisible();
        desk.card().goesTo("mail");
        assertThat(talk.fromCustomer(thanks)).isVisible();
        assertThat(desk.card().alsoOpen("chat")).isVisible();

        // Closing, undoing it, closing again.
        talk.close("ANSWERED");
        assertThat(desk.talks()).hasCount(1);
        desk.toast(reference).locator("button").first().click();
        assertThat(desk.talks()).hasCount(2);
        assertThat(talk.fromCustomer(thanks)).isVisible();
        assertThat(talk.reference()).isEqualTo(reference);
        talk.close("ANSWERED");
        assertThat(desk.talks()).hasCount(1);

        // A new mail opens the closed conversation again.
        String again = language.either("זה קרה שוב ", "It happened again ") + mark;
        customer.answers(letter, again);
        desk.accept(again);
        assertThat(talk.fromCustomer(question)).isVisible();
        assertThat(talk.reference()).isEqualTo(reference);

        desk.wasNeverReloaded();
        SignInPage left = desk.signsOut();
        left.isIn(language);
    }

    /** Hebrew is there from the first; English is chosen once and remembered. */
    private AgentDesk signedIn(ScreenLanguage language) {
        Page page = chromium.person(Device.DESK);
        SignInPage signIn = SignInPage.insteadOf(page, AgentDesk.PATH);
        signIn.isIn(ScreenLanguage.HEBREW);
        if (language == ScreenLanguage.ENGLISH) {
            signIn.otherLanguage().click();
            signIn.isIn(language);
            page.navigate(Chromium.DESK + "/moked/");
            signIn.isIn(language);
        }
        signIn.enter("dana");
        AgentDesk desk = AgentDesk.arrived(page);
        assertThat(page.locator("html")).hasAttribute("lang", language.code());
        assertThat(page.locator("html")).hasAttribute("dir", language.direction());
        return desk;
    }
}
