// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An agent sells by keyboard, the customer pays on his telephone, and both cards say so without being loaded again. */
@ArquillianTest
@RunAsClient
public class SaleBrowserIT {
    private static final String ORDER = "S[0-9]{6,}";

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @ParameterizedTest
    @EnumSource
    void anAgentSellsAndTheCustomerPaysOnHisTelephone(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        FullCard card = FullCard.of(chromium.person(Device.DESK, language), "dana", FullCard.LONG);
        card.page().locator("#tab-purchases").click();
        assertThat(card.page().locator("#order-card")).isVisible();

        Page sale = card.page().context().newPage();
        sale.navigate(Chromium.DESK + card.page().locator("#card-sale").getAttribute("href"));
        Locator product = sale.locator("#product");
        assertThat(product).isFocused();
        assertThat(sale.locator("#sale .empty__title")).isVisible();
        check.check("sale with an empty basket", sale);
        product.pressSequentially("PHN-A54-128");
        assertThat(sale.locator(".sale__product")).hasCount(1);
        product.press("ArrowDown");
        sale.keyboard().press("Enter");
        assertThat(sale.locator("[data-pieces='PHN-A54-128']")).hasValue("1");
        check.check("basket", sale);
        sale.keyboard().press("Alt+q");
        assertThat(sale.locator(".sale__number")).hasText(Pattern.compile("[0-9]{3}-[0-9]{3}-[0-9]{3}"));
        check.check("quote", sale);
        sale.keyboard().press("Alt+o");
        assertThat(sale.locator("#order-number")).hasText(Pattern.compile(ORDER));
        String number = sale.locator("#order-number").textContent().strip();
        assertThat(sale.locator("#pay-link")).isVisible();
        assertThat(sale.locator("#order-state")).hasAttribute("data-state", "PLACED");
        assertThat(sale).hasURL(Pattern.compile(".*[?&]order=" + number + ".*"));
        check.check("order that waits for its payment", sale);
        Locator onCard = card.page().locator("[data-order-row='" + number + "']").first();
        assertThat(onCard).hasAttribute("data-order-state", "state.PLACED");

        Page telephone = chromium.person(Device.PHONE, language);
        telephone.navigate(sale.locator("#pay-link").inputValue());
        assertThat(telephone.locator(".till__amount")).isVisible();
        check.check("page of payment on a telephone", telephone);
        telephone.locator("[name=act][value=decline]").click();
        assertThat(telephone.locator(".notice--bad")).isVisible();
        assertThat(sale.locator(".sale__declined")).isVisible();
        telephone.locator("[name=act][value=pay]").click();
        assertThat(telephone.locator("h1")).hasText(language.either("תודה", "Thank you"));
        check.check("back from the payment", telephone);

        assertThat(sale.locator("#order-state")).hasAttribute("data-state", "PAID");
        assertThat(onCard).hasAttribute("data-order-state", "state.PAID");
        check.check("order that is paid", sale);
        check.check("orders on the card", card.page());
        sale.locator("a[href*='invoice.xhtml']").first().click();
        assertThat(sale.locator(".document h1")).containsText(language.either("חשבונית מס / קבלה", "Tax invoice / receipt"));
        check.check("document", sale);
        assertThat(check.faults()).isEmpty();
    }
}
