// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a customer does on the portal, and what comes back to him. */
@ArquillianTest
@RunAsClient
public class PortalIT {
    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @EnumSource
    void aFormSentFromAPhoneIsAnsweredUnderItsReference(ScreenLanguage language) {
        AgentDesk desk = AgentDesk.of(chromium.person(Device.DESK, language), "dana").clearsTheLine();
        String question = language.either("איך משנים כתובת? ", "How do I change my address? ") + mark;
        ReferencePage reference = ContactFormPage.fromTheFirstPage(chromium.person(Device.PHONE, language)).from(language.either("גיא כץ", "Guy Katz"), "customer34@example.co.il").about("service")
                .saying(question).consenting().isSent();
        assertThat(reference.number()).hasText(Pattern.compile("[A-Z0-9]{5}-[A-Z0-9]{5}"));
        assertThat(reference.stage()).hasText(language.either("התקבלה", "Received"));

        ConversationPane talk = desk.accept(mark);
        desk.card().isOf("גיא כץ");
        assertThat(reference.number()).hasText(Pattern.compile(talk.reference().substring(0, 5) + "-?" + talk.reference().substring(5)));
        reference.looksAgain();
        assertThat(reference.stage()).hasText(language.either("בטיפול", "In treatment"));
        String answer = language.either("אפשר לשנות באתר. ", "You can change it on the site. ") + mark;
        talk.replies(answer);
        reference.looksAgain();
        assertThat(reference.stage()).hasText(language.either("נענתה", "Answered"));
        assertThat(reference.answers()).hasCount(1);
        assertThat(reference.answers()).containsText(answer);
        talk.close("ANSWERED");
        assertThat(desk.talks()).hasCount(0);
        reference.looksAgain();
        assertThat(reference.stage()).hasText(language.either("נסגרה", "Closed"));
    }

    @ParameterizedTest
    @EnumSource
    void aFormWithoutItsTextNamesTheFieldAndKeepsWhatWasTyped(ScreenLanguage language) {
        chromium.expect("status of 400");
        ContactFormPage form = ContactFormPage.fromTheFirstPage(chromium.person(Device.PHONE, language)).from("Avigail Alon", "customer33@example.co.il").about("billing").consenting();
        form.sends();
        assertThat(form.trouble()).containsText(language.either("נא לכתוב במה מדובר", "Please write what it is about"));
        assertThat(form.wrong("text")).hasText(language.either("נא לכתוב במה מדובר", "Please write what it is about"));
        assertThat(form.field("text")).hasAttribute("aria-invalid", "true");
        assertThat(form.wrong("name")).isEmpty();
        assertThat(form.field("name")).hasValue("Avigail Alon");
        assertThat(form.field("email")).hasValue("customer33@example.co.il");
        assertThat(form.field("topic")).hasValue("billing");
        assertThat(form.field("consent")).isChecked();
        assertThat(form.saying("now with a text").isSent().stage()).hasText(language.either("התקבלה", "Received"));
    }

    @ParameterizedTest
    @EnumSource
    void aChatTellsThePlaceInLineKeepsItsOrderAndSurvivesAReload(ScreenLanguage language) {
        AgentDesk desk = AgentDesk.of(chromium.person(Device.DESK, language), "dana").clearsTheLine();
        Page visitor = chromium.person(Device.DESK, language);
        ChatWidget chat = ChatWidget.onTheFirstPage(visitor);
        chat.begins(language.either("אורחת", "A guest"), "", "1 " + mark);
        assertThat(chat.standing()).containsText(language.either("התור שלך הוא הבא", "You are next"));
        chat.says("2 " + mark);
        chat.says("3 " + mark);
        ConversationPane talk = desk.accept(mark);
        assertThat(talk.fromCustomer(mark)).hasText(new Pattern[] {containing("1 "), containing("2 "), containing("3 ")});
        assertThat(chat.who()).hasText(language.either("דנה לוי", "Dana Levi"));
        assertThat(chat.standing()).hasText(language.either("בשיחה איתך", "is with you"));
        talk.replies("4 " + mark);
        assertThat(chat.lines()).hasText(lines(4));
        visitor.reload();
        assertThat(chat.lines()).hasText(lines(4));
        assertThat(chat.who()).hasText(language.either("דנה לוי", "Dana Levi"));
        chat.says("5 " + mark);
        assertThat(talk.fromCustomer("5 " + mark)).isVisible();
        talk.replies("6 " + mark);
        assertThat(chat.lines()).hasText(lines(6));
        assertThat(desk.talks()).hasCount(1);
        talk.close("ANSWERED");
        assertThat(chat.notice()).hasText(language.either("השיחה הסתיימה. אפשר לכתוב כדי להמשיך אותה.", "The chat has ended. Write to go on with it."));
    }

    @ParameterizedTest
    @EnumSource
    void whenAllAgentsAreGoneTheChatTakesDetailsAndAnAgentGetsThemLater(ScreenLanguage language) {
        AgentDesk desk = AgentDesk.of(chromium.person(Device.DESK, language), "dana").clearsTheLine();
        desk.goesHome();
        ChatWidget chat = ChatWidget.onTheFirstPage(chromium.person(Device.DESK, language));
        chat.asksForDetails();
        String text = language.either("נא לחזור אליי ", "Please call me back ") + mark;
        String reference = chat.leavesDetails(language.either("גיא כץ", "Guy Katz"), "customer34@example.co.il", text);
        assertThat(desk.offers()).hasCount(0);
        desk.comesToWork();
        ConversationPane talk = desk.accept(mark);
        assertThat(talk.fromCustomer(text)).isVisible();
        org.assertj.core.api.Assertions.assertThat(reference).isEqualTo(talk.reference().substring(0, 5) + '-' + talk.reference().substring(5));
        desk.card().isOf("גיא כץ");
        talk.close("ANSWERED");
    }

    @ParameterizedTest
    @EnumSource
    void whoWaitsWhenTheLastAgentLeavesMayLeaveDetailsAndStillReadsALaterAnswer(ScreenLanguage language) {
        AgentDesk desk = AgentDesk.of(chromium.person(Device.DESK, language), "dana").clearsTheLine();
        ChatWidget chat = ChatWidget.onTheFirstPage(chromium.person(Device.DESK, language));
        chat.begins(language.either("אורחת", "A guest"), "", "chat " + mark);
        assertThat(desk.offer("chat " + mark)).isVisible();
        desk.goesHome();
        chat.offerOfDetails().click();
        assertThat(chat.detailsText()).hasValue("chat " + mark);
        chat.leavesDetails(language.either("אורחת", "A guest"), "guest." + mark + "@example.co.il", "details " + mark);
        // Who has just sent work back is not asked again at once; a colleague is.
        AgentDesk colleague = AgentDesk.of(chromium.person(Device.DESK, language), "yossi").comesToWork();
        ConversationPane talk = colleague.accept("chat " + mark);
        talk.replies("answer " + mark);
        assertThat(chat.line("answer " + mark)).isVisible();
        talk.close("ANSWERED");
        colleague.accept("details " + mark).close("ANSWERED");
        colleague.goesHome();
    }

    private Pattern containing(String number) {
        return Pattern.compile(number + mark);
    }

    private String[] lines(int count) {
        return java.util.stream.IntStream.rangeClosed(1, count).mapToObj(number -> number + " " + mark).toArray(String[]::new);
    }
}
