// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A product manager: finds and makes products, sets prices by day, counts, plans promotions, and brings in files. */
@ArquillianTest
@RunAsClient
public class CatalogBrowserIT {
    private static final String CATALOG = "/moked/admin/catalog.xhtml";

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final String mark = UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);

    @ParameterizedTest
    @EnumSource
    void aProductIsMadePricedAndCounted(ScreenLanguage language) {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, CATALOG).enter("admin");
        assertThat(page.locator("#products tr").first()).isVisible();
        check.check("products", page);
        page.locator("input[name=q]").fill(language.either("סיב", "fibre"));
        page.locator("input[name=q]").press("Enter");
        assertThat(page.locator("#products")).containsText("RTR-AX3000");
        assertThat(page.locator("#products")).not().containsText("POS-M20");

        page.navigate(Chromium.DESK + CATALOG + "?product-id=new");
        page.locator("#sku").fill("bad sku");
        page.locator("#hebrewName").fill("מסך " + mark);
        page.locator("#englishName").fill("Screen " + mark);
        page.locator("form[data-command=wireProduct] button[type=submit]").click();
        assertThat(page.locator("#sku ~ .field__error, #sku + .field__error")).isVisible();
        assertThat(page.locator("#hebrewName")).hasValue("מסך " + mark);
        page.locator("#sku").fill("SCR-" + mark);
        page.locator("form[data-command=wireProduct] button[type=submit]").click();
        assertThat(page.locator("#products tr").first()).isVisible();
        page.navigate(Chromium.DESK + CATALOG + "?q=" + mark);
        assertThat(page.locator("#products tr")).hasCount(1);
        page.locator("#products a.row-link").click();
        page.waitForLoadState();
        assertThat(page.locator(".prices__row").first()).isVisible();
        page.locator("#price-amount").fill("12,34");
        page.locator("form[data-command=wirePrice] button").click();
        assertThat(page.locator("#price-amount + .field__error")).isVisible();
        page.locator("#price-amount").fill("1,234.50");
        page.locator("form[data-command=wirePrice] button").click();
        assertThat(page.locator(".prices__span strong").first()).containsText("1,234.50");
        assertThat(page.locator(".prices__part--now").first()).isVisible();
        page.locator("#onHand").fill("12");
        page.locator("form[data-command=wireCount] button").click();
        assertThat(page.locator(".two__side table tbody tr").first()).containsText("12");
        check.check("a product", page);
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aFileIsTriedAndWhatIsWrongIsToldLineByLine(ScreenLanguage language) {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, "/moked/admin/catalog-files.xhtml").enter("admin");
        page.waitForLoadState();
        check.check("files of the catalogue", page);
        send(page, "sku,category,hebrewName,englishName\nX-" + mark + ",network,א,a\nX-" + mark + ",network,ב,b\nY-" + mark + ",nowhere,ג,c\n", "false");
        Locator rows = page.locator("#files-outcome tbody tr");
        assertThat(rows).hasCount(2);
        assertThat(rows.nth(0)).containsText("3");
        assertThat(rows.nth(1)).containsText("nowhere");
        check.check("a file with wrong lines", page);
        send(page, "sku,category,hebrewName,englishName\nX-" + mark + ",network,א,a\n", "false");
        assertThat(page.locator("#files-outcome .notice--good")).isVisible();
        page.navigate(Chromium.DESK + CATALOG + "?q=X" + mark);
        assertThat(page.locator(".empty__title")).isVisible();
        page.navigate(Chromium.DESK + "/moked/admin/catalog-files.xhtml");
        send(page, "sku,category,hebrewName,englishName\nX-" + mark + ",network,א,a\n", "true");
        assertThat(page.locator("#files-outcome .notice--good")).isVisible();
        page.navigate(Chromium.DESK + CATALOG + "?q=X" + mark);
        assertThat(page.locator("#products tr")).hasCount(1);
        assertThat(check.faults()).isEmpty();
    }

    private static void send(Page page, String csv, String forReal) {
        page.locator("#csv").setInputFiles(new FilePayload("products.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.locator("button[name=for-real][value=" + forReal + "]").click();
    }

    @ParameterizedTest
    @EnumSource
    void thePagesOfTheCatalogueAreInOrder(ScreenLanguage language) {
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(page, "/moked/admin/price-lists.xhtml").enter("admin");
        visit(check, page, "price lists", "/moked/admin/price-lists.xhtml", "main table tbody tr");
        visit(check, page, "new price list", "/moked/admin/price-lists.xhtml?list-id=new", "#listKind");
        visit(check, page, "promotions", "/moked/admin/promotions.xhtml", "main .row-link");
        page.locator("main a.row-link").first().click();
        assertThat(page.locator("#effect")).isVisible();
        check.check("a promotion", page);
        visit(check, page, "new promotion", "/moked/admin/promotions.xhtml?promotion-id=new", "#effect");
        visit(check, page, "stock", "/moked/admin/stock.xhtml", "#levels tr");
        visit(check, page, "stock of nothing", "/moked/admin/stock.xhtml?q=zzzzzz", ".empty__title");
        visit(check, page, "new location", "/moked/admin/stock.xhtml?location-id=new", "#locationKind");
        visit(check, page, "new product", CATALOG + "?product-id=new", "#sku");
        visit(check, page, "no product found", CATALOG + "?q=zzzzzz", ".empty__title");
        visit(check, page, "a product with days without a price", CATALOG + "?q=zeken", "main a.row-link");
        page.locator("main a.row-link").first().click();
        assertThat(page.locator(".prices__part--gap").first()).isAttached();
        check.check("days without a price", page);
        assertThat(check.faults()).isEmpty();
    }

    private static void visit(PageCheck check, Page page, String name, String path, String there) {
        page.navigate(Chromium.DESK + path);
        assertThat(page.locator(there).first()).isVisible();
        check.check(name, page);
    }
}
