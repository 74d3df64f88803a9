// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A chat on a telephone: files, choices, who writes and who has read, and on in another window. */
@ArquillianTest
@RunAsClient
public class ChatBrowserIT {
    private static final byte[] PNG = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @EnumSource
    void aChatGoesBothWaysAndOnElsewhere(ScreenLanguage language) throws IOException {
        PageCheck check = new PageCheck(language);
        AgentDesk desk = AgentDesk.of(chromium.person(Device.DESK, language), "dana").clearsTheLine();
        Page telephone = chromium.person(Device.PHONE, language);
        ChatWindow chat = ChatWindow.of(telephone, language).begins(language.either("רות לוי", "Ruth Levi"), language.either("הנתב אינו נדלק ", "The router does not start ") + mark);
        ConversationPane talk = desk.accept(mark);

        chat.sends("router.png", "image/png", PNG);
        assertThat(talk.messages().filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("router.png"))).isVisible();
        assertThat(chat.files()).hasText(java.util.regex.Pattern.compile("router\\.png"));
        assertThat(chat.line("router.png")).containsText(language.either("נקרא", "Read"));

        chat.types(language.either("רגע", "One moment"));
        assertThat(talk.viewers()).containsText(language.either("בכתיבה…", "writing…"));
        talk.text().pressSequentially("x");
        assertThat(chat.writing()).containsText(language.either("דנה לוי", "Dana Levi"));
        talk.text().fill("");

        String when = language.either("מתי לבוא? ", "When shall we come? ") + mark;
        String today = language.either("היום אחר הצהריים", "This afternoon");
        String tomorrow = language.either("מחר בבוקר", "Tomorrow morning");
        talk.text().fill(when);
        desk.page().locator("#composer [data-act=choices]").click();
        talk.text().pressSequentially(today);
        talk.text().press("End");
        talk.text().press("ArrowDown");
        talk.text().press("End");
        talk.text().pressSequentially(tomorrow);
        talk.sends();
        assertThat(chat.choice(today)).isVisible();
        assertThat(talk.toCustomer(mark)).containsText(language.either("נקרא", "Read"));
        check.check("chat with choices", telephone);
        chat.choice(tomorrow).click();
        assertThat(chat.choice(today)).isDisabled();
        assertThat(talk.fromCustomer(tomorrow)).isVisible();

        fillInTogether(language, check, desk.page(), telephone);
        assertThat(talk.fromCustomer("050-123-4567")).containsText(language.either("שם מלא: רות לוי", "Full name: Ruth Levi"));

        telephone.locator("#more summary").click();
        check.check("chat menu", telephone);
        Download kept = telephone.waitForDownload(() -> telephone.locator("#transcript").click());
        org.assertj.core.api.Assertions.assertThat(Files.readString(kept.path(), StandardCharsets.UTF_8)).contains(mark, tomorrow, "router.png");

        String link = chat.wantsToGoOn();
        check.check("chat goes on elsewhere", telephone);
        Page other = chromium.person(Device.PHONE, language);
        ChatWindow there = ChatWindow.by(other, link);
        check.check("chat arrives", other);
        there.goesOn();
        assertThat(there.line(when)).isVisible();
        assertThat(there.choice(today)).isDisabled();
        assertThat(chat.part("moved")).isVisible();
        check.check("chat went on", telephone);
        there.says(language.either("ממשיכה מכאן", "Going on from here"));
        assertThat(talk.fromCustomer(language.either("ממשיכה מכאן", "Going on from here"))).isVisible();
        talk.shows(language.either("נמשכת בחלון או במכשיר אחר", "goes on in another window or device"));
        check.picture("desk beside a chat that went on", desk.page());
        other.reload();
        assertThat(there.line(when)).isVisible();
        talk.close("ANSWERED");
        org.assertj.core.api.Assertions.assertThat(check.faults()).isEmpty();
    }

    /** The agent knows the name, the customer writes his number: each sees what the other does, and only the customer sends. */
    private void fillInTogether(ScreenLanguage language, PageCheck check, Page desk, Page telephone) {
        String name = language.either("רות לוי", "Ruth Levi");
        desk.locator("#shared-form-choice summary").click();
        desk.locator("#shared-form [data-template=contact]").click();
        assertThat(telephone.locator("#shared")).isVisible();
        desk.locator("#shared-form [data-act=form-fill][data-place='1']").click();
        desk.locator("#form-field-content").fill(name);
        desk.locator("#form-field button[type=submit]").click();
        assertThat(telephone.locator("#shared-1")).hasValue(name);
        telephone.locator("#shared-2").fill("050");
        assertThat(desk.locator("#shared-form [data-place='2'] dd").first()).containsText("050");
        chromium.expect("status of 422");
        telephone.locator("#shared-send").click();
        assertThat(telephone.locator("#shared-2-wrong")).containsText(language.either("כדאי לבדוק", "Please check"));
        check.check("chat with a form", telephone);
        check.check("desk with a form", desk);
        telephone.locator("#shared-2").fill("050-123-4567");
        telephone.locator("#shared-send").click();
        assertThat(telephone.locator("#shared")).isHidden();
        assertThat(desk.locator("#shared-form .shared-form__open")).hasCount(0);
    }
}
