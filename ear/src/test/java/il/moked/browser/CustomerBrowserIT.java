// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person is registered at the desk in Hebrew, and his card is kept true: what is wrong is told beside its field. */
@ArquillianTest
@RunAsClient
public class CustomerBrowserIT {
    @RegisterExtension
    final Chromium chromium = new Chromium();

    /** Letters only: a name. */
    private final String mark = UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "xyz";

    @Test
    void aPersonIsRegisteredAndHisCardIsKept() {
        PageCheck check = new PageCheck(ScreenLanguage.HEBREW);
        Page page = chromium.person(Device.DESK, ScreenLanguage.HEBREW);
        SignInPage.insteadOf(page, AgentDesk.PATH).enter("dana");
        page.navigate(Chromium.DESK + "/moked/agent/customer-new.xhtml");
        page.locator("#new-firstName").fill("אלמוג");
        page.locator("#new-nationalId").fill("123456789");
        page.locator("#new-phone").fill("12");
        page.locator("[data-submit=register] [type=submit]").click();
        assertThat(wrong(page, "new-lastName")).hasText("שדה חובה.");
        assertThat(wrong(page, "new-nationalId")).hasText("מספר הזהות אינו תקין.");
        assertThat(wrong(page, "new-phone")).hasText("מספר הטלפון אינו תקין.");
        assertThat(page.locator("#new-firstName")).hasValue("אלמוג");
        check.check("wrong fields", page);

        page.locator("#new-lastName").fill(mark);
        page.locator("#new-nationalId").fill(valid());
        page.locator("#new-phone").fill("");
        page.locator("#new-email").fill(mark + "@example.org");
        page.locator("#identity-street").fill("הרצל");
        page.locator("#identity-house").fill("7");
        page.locator("#identity-city").fill("רחובות");
        page.locator("[data-submit=register] [type=submit]").click();
        page.waitForURL(Pattern.compile(".*customer\\.xhtml\\?id=\\d+"));

        page.navigate(page.url() + "&tab=identity");
        Locator identity = page.locator("#identity-shown");
        assertThat(identity).containsText("אלמוג " + mark);
        assertThat(identity).containsText("הרצל 7, רחובות");
        Locator number = identity.locator("[data-masked]").first();
        assertThat(number).hasText("••••••" + valid().substring(6));
        identity.locator("[data-act=identity-reveal]").first().click();
        assertThat(number).hasText(valid());
        identity.locator("[data-act=identity-reveal]").first().click();
        assertThat(number).hasText("••••••" + valid().substring(6));

        identity.locator("[data-form=particulars-form]").click();
        page.locator("#identity-birthDate").fill("31.2.1990");
        page.locator("#particulars-form [type=submit]").click();
        assertThat(wrong(page, "identity-birthDate")).isVisible();
        page.locator("#identity-birthDate").fill("28.2.1990");
        page.locator("#identity-firstName").fill("אלמוגה");
        page.locator("#particulars-form [type=submit]").click();
        assertThat(page.locator("#particulars-form")).not().isVisible();
        assertThat(identity).containsText("28.02.1990");
        assertThat(page.locator("h1")).hasText("אלמוגה " + mark);

        identity.locator("[data-form=reach-form]").click();
        page.locator("#reach-address").fill("052-345-6780");
        page.locator("#reach-form [type=submit]").click();
        assertThat(identity.locator(".identity__line", new Locator.LocatorOptions().setHasText("052-345-6780"))).isVisible();
        assertThat(identity.locator(".sure--known")).hasCount(0);
        identity.locator(".identity__line", new Locator.LocatorOptions().setHasText("052-345-6780")).locator("summary").click();
        identity.locator("[data-what=verify]").last().click();
        assertThat(identity.locator(".sure--known")).hasText("מאומת");

        Locator promotion = identity.locator("[data-act=identity-consent][data-channel=SMS][data-purpose=PROMOTION]");
        assertThat(promotion).containsText("לא נאמר");
        promotion.click();
        page.locator("#consent-wording").fill("אישר בשיחה");
        page.locator("#consent-form [type=submit]").click();
        assertThat(promotion).containsText("מותר");
        check.check("identity", page);
        assertThat(check.faults()).isEmpty();
    }

    /** A valid number that is this run's own. */
    private String valid() {
        String eight = "3%07d".formatted(Math.floorMod(mark.hashCode(), 10_000_000));
        int sum = 0;
        for (int place = 0; place < eight.length(); place++) {
            int product = (eight.charAt(place) - '0') * (place % 2 + 1);
            sum += product / 10 + product % 10;
        }
        return eight + (10 - sum % 10) % 10;
    }

    private static Locator wrong(Page page, String field) {
        return page.locator(".field:has(#" + field + ") .field__error");
    }
}
