// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The public site on a telephone: to find out, to buy, and to be helped. */
@ArquillianTest
@RunAsClient
public class SiteBrowserIT {
    private static final Pattern OWN = Pattern.compile(".*/order/S\\d+/[0-9A-Z]{10}(\\?.*)?");
    static final Pattern TRACKED = Pattern.compile(".*/track/[0-9A-Z]{10}(\\?.*)?");
    /** Goods that the demo has many of. */
    private static final String SKU = "RTR-AX3000";
    /** What browsers call a slow third-generation line: bytes a second, and milliseconds. */
    private static final int SLOW_BYTES = 400 * 1024 / 8;
    private static final int SLOW_LATENCY = 400;
    /** Bytes that a page may weigh without its pictures. */
    private static final int HEAVIEST = 150 * 1024;

    /** Nobody fills a form as fast as a test. */
    static final String OLD_ENOUGH = "() => Date.now() - Number(document.querySelector('[name=token]').value.split('.')[1]) > 2200";

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @EnumSource
    void aVisitorFindsAndBuysOnHisTelephone(ScreenLanguage language) throws Exception {
        chromium.expect("status of 422");
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.PHONE, language);
        page.navigate(Chromium.PORTAL + "/");
        assertThat(page.locator("#support .choice").first()).isVisible();
        check.check("first page", page);
        page.fill("#q", language.either("נתב", "router"));
        page.locator("#q").press("Enter");
        assertThat(page.locator("a[href*='/product/']").first()).isVisible();
        check.check("found on the site", page);
        page.navigate(Chromium.PORTAL + "/products");
        assertThat(page.locator("[data-sku]").first()).isVisible();
        check.check("products", page);
        page.navigate(Chromium.PORTAL + "/product/" + SKU);
        assertThat(page.locator("#add")).isVisible();
        check.check("product", page);
        page.locator("#add").click();
        assertThat(page.locator("[data-sku='" + SKU + "']")).isVisible();
        check.check("basket", page);
        page.locator("#order").click();
        assertThat(page.locator("#name-wrong")).not().isEmpty();
        check.check("basket, something wrong", page);
        page.fill("#name", language.either("נועה ", "Noa ") + mark);
        page.fill("#email", "buyer." + mark + "@example.co.il");
        page.fill("#address", language.either("דיזנגוף 99, תל אביב", "99 Dizengoff, Tel Aviv"));
        page.check("#consent");
        page.waitForFunction(OLD_ENOUGH);
        page.locator("#order").click();
        assertThat(page).hasURL(OWN);
        assertThat(page.locator("#pay")).isVisible();
        check.check("own order", page);
        String own = page.url().replaceFirst("\\?.*$", "");
        page.locator("#pay").click();
        page.locator("[name=act][value=pay]").click();
        assertThat(page).hasURL(Pattern.compile(".*/pay\\?.*"));
        // the provider of the demo sends back to the same machine by another name, to which the browser brings no cookies
        page.navigate(own);
        untilThereIs(page, language.either("text=ההזמנה שולמה", "text=It is paid"));
        assertThat(page.locator("[aria-current=step]")).hasText(language.either("שולמה", "Paid"));
        check.check("own order, paid", page);
        page.navigate(Chromium.PORTAL + "/order");
        check.check("an order asked for", page);
        assertThat(check.faults()).isEmpty();
    }

    /** Of what is shown when it is looked at again. */
    private static void untilThereIs(Page page, String selector) {
        await().pollInSameThread().atMost(Duration.ofSeconds(60)).until(() -> {
            page.reload();
            return page.locator(selector).count() > 0;
        });
    }

    @ParameterizedTest
    @EnumSource
    void aComplaintIsFiledAndFollowed(ScreenLanguage language) throws Exception {
        chromium.expect("status of 400");
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.PHONE, language);
        page.navigate(Chromium.PORTAL + "/");
        page.locator(".choices a[href$='/complaint']").click();
        assertThat(page.locator("#text")).isVisible();
        check.check("complaint, what happened", page);
        page.fill("#text", language.either("הנתב לא מתחבר לאינטרנט כבר שבוע ואיש לא חזר אליי ", "The router has not connected to the internet for a week and nobody called me back ") + mark);
        page.fill("#product", SKU);
        page.locator("#continue").click();
        assertThat(page.locator("#remedy")).isVisible();
        check.check("complaint, what is wanted", page);
        page.locator("#send").click();
        assertThat(page.locator("#remedy-wrong")).not().isEmpty();
        check.check("complaint, something wrong", page);
        page.selectOption("#remedy", "REPAIR");
        page.fill("#name", language.either("נועה ", "Noa ") + mark);
        page.fill("#email", "complainant." + mark + "@example.co.il");
        page.check("#consent");
        page.waitForFunction(OLD_ENOUGH);
        page.locator("#send").click();
        assertThat(page).hasURL(TRACKED);
        untilThereIs(page, ".facts__clock");
        assertThat(page.locator("main")).containsText(language.either("החלטה לפי החוק עד", "Decided by law until"));
        check.check("complaint, followed", page);
        page.fill("#text", language.either("תוספת ", "More ") + mark);
        page.waitForFunction(OLD_ENOUGH);
        page.locator("#more").click();
        assertThat(page.locator("[role=status]").first()).containsText(language.either("התוספת אצלנו", "We have what you added"));
        check.check("complaint, written on", page);
        assertThat(check.faults()).isEmpty();
    }

    /** A slow line, and no more than can be carried over it in a few seconds. */
    @Test
    void aProductAndAComplaintWorkOnASlowLine() throws Exception {
        Page page = chromium.person(Device.PHONE, ScreenLanguage.HEBREW);
        CDPSession session = page.context().newCDPSession(page);
        JsonObject slow = new JsonObject();
        slow.addProperty("offline", false);
        slow.addProperty("latency", SLOW_LATENCY);
        slow.addProperty("downloadThroughput", SLOW_BYTES);
        slow.addProperty("uploadThroughput", SLOW_BYTES);
        session.send("Network.enable");
        session.send("Network.emulateNetworkConditions", slow);
        for (String path : new String[] {"/", "/product/" + SKU, "/complaint"}) {
            page.navigate(Chromium.PORTAL + path);
            assertThat(page.locator("h1")).isVisible();
            Object bytes = page.evaluate("() => performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource').filter(one => one.initiatorType !== 'img' && !/\\.woff2/.test(one.name))).reduce((sum, one) => sum + one.encodedBodySize, 0)");
            assertThat(((Number) bytes).intValue()).as(path).isLessThan(HEAVIEST);
        }
        page.fill("#text", "בקו איטי " + mark);
        page.locator("#continue").click();
        assertThat(page.locator("#remedy")).isVisible();
        page.selectOption("#remedy", "APOLOGY");
        page.fill("#name", "נועה");
        page.fill("#email", "slow." + mark + "@example.co.il");
        page.check("#consent");
        page.waitForFunction(OLD_ENOUGH);
        page.locator("#send").click();
        assertThat(page).hasURL(TRACKED);
        session.detach();
    }
}
