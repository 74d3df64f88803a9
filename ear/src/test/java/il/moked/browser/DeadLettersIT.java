// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The administrator before what could not be processed. No door lets such a thing in, so a test WAR puts it behind them. */
@ArquillianTest
@RunAsClient
public class DeadLettersIT {
    @RegisterExtension
    final Chromium chromium = new Chromium();

    @ParameterizedTest
    @EnumSource
    void theAdministratorReadsReplaysAndDiscardsAnUnprocessedMessageWithAReason(ScreenLanguage language) {
        Page page = chromium.person(Device.DESK, language);
        String sender = "broken-" + UUID.randomUUID().toString().substring(0, 8) + "@example.co.il";
        APIResponse taken = page.request().post(Chromium.DESK + "/moked-test/broken-form", RequestOptions.create().setForm(FormData.create().set("id", UUID.randomUUID().toString()).set("sender", sender)));
        assertThat(taken.status()).isEqualTo(204);
        DeadLettersPage letters = DeadLettersPage.of(page);
        appears(letters, sender);
        PageCheck check = new PageCheck(language);
        check.check("dead letters", page);
        letters.reads(sender);
        assertThat(letters.raw()).hasText(BrokenForm.TEXT);
        check.check("a dead letter", page);
        letters.stopsReading();

        // Without a reason nothing happens; processed again it fails again and comes back.
        letters.begins("replay", sender);
        check.check("the reason of a decision", page);
        letters.decides("");
        assertThat(letters.question()).isVisible();
        letters.decides(language.either("אולי הפעם", "perhaps this time"));
        assertThat(letters.question()).not().isVisible();
        assertThat(letters.letter(sender)).hasCount(0);
        appears(letters, sender);

        letters.begins("discard", sender);
        letters.decides(language.either("לא שלנו", "not ours"));
        assertThat(letters.question()).not().isVisible();
        page.reload();
        assertThat(page.locator("main h1")).isVisible();
        assertThat(letters.letter(sender)).hasCount(0);
        assertThat(check.faults()).isEmpty();
    }

    /** The list is not pushed to: it is looked at again until the attempts are used up. */
    private static void appears(DeadLettersPage letters, String sender) {
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> {
            letters.page().reload();
            return letters.letter(sender).count() == 1;
        });
    }
}
