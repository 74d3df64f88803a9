// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static il.moked.browser.Choosing.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import il.moked.As;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An administrator writes offers, an agent sees on the card why they fit and what the customer answers, and those who sell close what came of it. */
@ArquillianTest
@RunAsClient
public class OfferBrowserIT {
    private static final String OFFERS = "/moked/admin/offers.xhtml";

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    /** Nobody else has as many. */
    private final long products = 100_000 + Math.abs(mark.hashCode() % 800_000);

    /** As another system tells it. */
    private static void known(long customer, String facts) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Chromium.DESK + "/moked/api/v1/customers/" + customer + "/facts")).header("Content-Type", "application/json")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(("crm:" + As.PASSWORD).getBytes(StandardCharsets.UTF_8))).PUT(HttpRequest.BodyPublishers.ofString(facts)).build();
        assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    /** One that is offered at once to whoever has so many products. @param team who closes it, null for an agent */
    private void writes(Page admin, ScreenLanguage language, PageCheck check, String code, String hebrew, String english, int shekels, String team) {
        admin.navigate(Chromium.DESK + OFFERS + "?offer-id=new");
        admin.waitForLoadState();
        admin.fill("#code", code);
        admin.fill("[data-field=hebrewName]", hebrew + ' ' + mark);
        admin.fill("[data-field=englishName]", english + ' ' + mark);
        admin.fill("[data-field=hebrewScript]", "אפשר להציע לך היום " + hebrew + " בתנאים של לקוח ותיק. לפרט?");
        admin.fill("[data-field=englishScript]", "We can offer today: " + english + ", on the terms of a long-standing customer. Shall I tell you more?");
        admin.fill("[data-field=shekels]", Integer.toString(shekels));
        admin.fill("[data-field=priority]", "9");
        if (team != null) {
            admin.selectOption("[data-field=leadTeam]", new com.microsoft.playwright.options.SelectOption().setLabel(team));
        }
        admin.selectOption("[data-field='ranges.0.fact']", "PRODUCTS");
        admin.fill("[data-field='ranges.0.least']", Long.toString(products));
        admin.fill("[data-field='ranges.0.most']", Long.toString(products));
        assertThat(admin.locator("[data-reached]")).hasText(Pattern.compile(".*\\d.*"));
        check.check("an offer, " + code.replaceAll("-.*", ""), admin);
        admin.locator("form.sheet [type=submit]").click();
        Locator row = with(admin.locator("tbody tr"), code);
        assertThat(row).containsText(language.either("מושהית", "Paused"));
        row.locator("[data-act=offer-turn]").click();
        assertThat(row).containsText(language.either("פועלת", "Running"));
    }

    @ParameterizedTest
    @EnumSource
    void whatFitsIsOfferedAnsweredAndSold(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        String email = language.either("customer06@example.co.il", "customer03@example.co.il");
        long customer = FullCard.idOf(email);
        known(customer, "{\"products\":" + products + "}");
        Page admin = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(admin, OFFERS).enter("admin");
        writes(admin, language, check, "taken-" + mark, "נתב לבית חכם", "A router for a smart home", 400, null);
        writes(admin, language, check, "refused-" + mark, "טלוויזיה בחדר נוסף", "Television in another room", 300, null);
        writes(admin, language, check, "later-" + mark, "חבילת חו״ל שנתית", "Roaming for a year", 200, null);
        writes(admin, language, check, "sold-" + mark, "פתרון אבטחה לכל הבית", "Security for the whole house", 100, language.either("מכירות", "Sales"));

        FullCard card = FullCard.of(chromium.person(Device.DESK, language), "dana", email);
        Page page = card.page();
        card.tab("offers").click();
        Locator deals = card.section("offers").locator(".deal");
        Locator taken = with(deals, language.either("נתב", "A router"));
        assertThat(taken.locator(".deal__why")).containsText(Pattern.compile(Long.toString(products).replaceAll("(\\d{3})$", ".?$1")));
        check.check("offers on the card", page);
        taken.locator("[data-act=deal-accept]").click();
        assertThat(taken).hasCount(0);
        Locator refused = with(deals, language.either("טלוויזיה", "Television"));
        refused.locator("summary").first().click();
        check.check("why an offer is refused", page);
        refused.locator("[data-refusal=PRICE]").click();
        assertThat(refused).hasCount(0);
        Locator later = with(deals, language.either("חו״ל", "Roaming"));
        later.locator("summary").nth(1).click();
        check.check("an offer put off", page);
        later.locator("[data-hour]").fill("11:30");
        later.locator("[data-act=deal-later]").click();
        assertThat(later).hasCount(0);

        assertThat(page.locator("#toasts")).containsText(language.either("הובטח לחזור", "Promised to come back"));

        Page seller = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(seller, AgentDesk.PATH).enter("noa");
        Locator waiting = seller.locator("#todo [data-todo=leads]");
        int before = Integer.parseInt(waiting.locator("strong").textContent().strip());
        Locator sold = with(deals, language.either("אבטחה", "Security"));
        sold.locator("summary").first().click();
        sold.locator("textarea[data-lead=reason]").fill(language.either("עברו לבית גדול יותר", "They moved to a larger house"));
        sold.locator("[data-lead=worth]").fill("2500");
        check.check("handing an offer to those who sell", page);
        sold.locator("[data-act=deal-lead]").click();
        assertThat(page.locator("#toasts")).containsText(language.either("מכירות", "Sales"));
        assertThat(with(card.section("offers").locator(".deal-lead"), mark)).isVisible();
        card.section("offers").locator(".deal-others summary").click();
        check.check("offers that were answered", page);

        card.tab("promises").click();
        assertThat(with(card.section("promises").locator(".promise"), mark)).isVisible();
        check.check("an offer put off is a promise", page);

        assertThat(waiting.locator("strong")).hasText(Integer.toString(before + 1));
        check.check("desk with leads that wait", seller);
        waiting.click();
        Locator lead = with(seller.locator("#lead-rows tr"), mark);
        assertThat(lead).containsText("2,500");
        check.check("leads of the team", seller);
        lead.locator("[data-what=take]").click();
        assertThat(lead).containsText(language.either("נועה ברק", "Noa Barak"));
        lead.locator("summary").click();
        check.check("why a lead is lost", seller);
        seller.keyboard().press("Escape");
        lead.locator("[data-what=win]").click();
        assertThat(lead).hasCount(0);
        seller.locator(".tabs a[href*=ended]").click();
        assertThat(lead).containsText(language.either("נסגרה עסקה", "Won"));
        check.check("leads that ended", seller);

        known(customer, "{}");
        admin.navigate(Chromium.DESK + OFFERS);
        check.check("offers with what came of them", admin);
        with(admin.locator("tbody tr"), "taken-" + mark).locator(".row-link").click();
        assertThat(admin.locator(".deal-results")).containsText("100%");
        check.check("an offer with what came of it", admin);
        for (String code : new String[] {"taken-", "refused-", "later-", "sold-"}) {
            admin.navigate(Chromium.DESK + OFFERS);
            admin.waitForLoadState();
            Locator row = with(admin.locator("tbody tr"), code + mark);
            row.locator("[data-act=offer-turn]").click();
            assertThat(row).containsText(language.either("מושהית", "Paused"));
        }
        assertThat(check.faults()).isEmpty();
    }
}
