// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import il.moked.As;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two who are one are found, looked at, merged and parted again by keyboard; two who are two are told apart for good. */
@ArquillianTest
@RunAsClient
class DuplicatesBrowserIT {
    private static final String DUPLICATES = "/moked/supervisor/duplicates.xhtml";

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private static void registered(Page page, String first, String last, LocalDate born, String phone) {
        String body = Json.createObjectBuilder().add("kind", "PERSON").add("firstName", first).add("lastName", last).add("birthDate", born.toString()).add("despiteDuplicates", true)
                .add("contactPoints", Json.createArrayBuilder().add(Json.createObjectBuilder().add("kind", "PHONE").add("address", phone))).build().toString();
        APIResponse answer = page.request().post(Chromium.DESK + "/moked/api/v1/customers", RequestOptions.create().setData(body.getBytes(StandardCharsets.UTF_8)).setHeader("Content-Type", "application/json").setHeader("Idempotency-Key", UUID.randomUUID().toString())
                .setHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(("crm:" + As.PASSWORD).getBytes(StandardCharsets.UTF_8))));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    /** Twice the same person, in letters of both scripts; born on another day than others here, with a telephone of his own. */
    private static void registered(Page page, String hebrew, String latin, String[] family) {
        LocalDate born = LocalDate.of(1940, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(20_000));
        String phone = "054-" + ThreadLocalRandom.current().nextInt(2_000_000, 9_000_000);
        registered(page, hebrew, family[0], born, phone);
        registered(page, latin, family[1], born, phone);
    }

    /** A family name of nobody else, in letters of both scripts that sound the same. */
    private static String[] family() {
        int[] letters = ThreadLocalRandom.current().ints(7, 0, 6).toArray();
        StringBuilder hebrew = new StringBuilder();
        StringBuilder latin = new StringBuilder();
        for (int letter : letters) {
            hebrew.append("גדלמנר".charAt(letter));
            latin.append("gdlmnr".charAt(letter)).append('a');
        }
        return new String[] {hebrew.toString(), latin.toString()};
    }

    @ParameterizedTest
    @EnumSource
    void duplicatesAreMergedPartedAndToldApart(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, DUPLICATES).enter("michal");
        String[] merged = family();
        String[] apart = family();
        registered(page, "דנה", "Dana", merged);
        registered(page, "רינה", "Rina", apart);
        page.navigate(Chromium.DESK + DUPLICATES);
        Locator mine = page.locator(".twin__open", new Page.LocatorOptions().setHasText(merged[0]));
        mine.click();
        assertThat(page.locator("#compare")).containsText(merged[1]);
        assertThat(page.locator(".compare__evidence")).containsText(language.either("טלפון זהה", "Phone the same"));
        check.check("two customers side by side", page);
        page.locator("#compare input[name=LAST_NAME][value=other]").check();
        page.keyboard().press("m");
        assertThat(mine).hasCount(0);
        assertThat(page.locator(".toast").last()).containsText(language.either("מוזג", "Merged"));

        page.locator(".twin__open", new Page.LocatorOptions().setHasText(apart[0])).click();
        assertThat(page.locator("#compare")).containsText(apart[1]);
        page.keyboard().press("n");
        assertThat(page.locator(".twin__open", new Page.LocatorOptions().setHasText(apart[0]))).hasCount(0);

        page.navigate(Chromium.DESK + DUPLICATES + "?show=merged");
        Locator row = page.locator("#merges tr", new Page.LocatorOptions().setHasText(merged[1])).first();
        assertThat(row).containsText("דנה " + merged[1]);
        check.check("merged customers", page);
        row.locator("[data-act=undo]").click();
        assertThat(page.locator("#merges tr", new Page.LocatorOptions().setHasText(merged[1])).first()).containsText(language.either("בוטל על ידי", "Undone by"));
        page.navigate(Chromium.DESK + DUPLICATES);
        assertThat(mine).hasCount(1);
        assertThat(page.locator(".twin__open", new Page.LocatorOptions().setHasText(apart[0]))).hasCount(0);
    }
}
