// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.Rows;
import il.moked.SiteVisitor;
import il.moked.catalog.PriceList;
import il.moked.catalog.Product;
import il.moked.catalog.StockLocation;
import il.moked.catalog.TaxClass;
import il.moked.catalog.ejb.PriceKeeping;
import il.moked.catalog.ejb.ProductKeeping;
import il.moked.catalog.ejb.StockKeeping;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.interaction.AsSystem;
import il.moked.selfservice.CodeMail;
import il.moked.shared.Money;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Buying on the site without an account: the one price, the one stock, and the provider's page. */
@ArquillianTest
public class SiteOrderIT {
    private static final int IMAP = Integer.getInteger("moked.lab.imap-port", 3143);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final Pattern TOTAL = Pattern.compile("name=\"total\" value=\"(\\d+)\"");
    private static final Pattern PAY = Pattern.compile("id=\"pay\" href=\"([^\"]+)\"");

    @Inject
    ProductKeeping products;
    @Inject
    PriceKeeping prices;
    @Inject
    StockKeeping stock;
    @Inject
    Customers customers;
    @Inject
    AsSystem system;
    @Inject
    Rows rows;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final SiteVisitor visitor = new SiteVisitor("en");
    private String sku;
    private long product;

    @BeforeEach
    void aProduct() throws Exception {
        Awaitility.pollInSameThread();
        sku = "SITE-" + mark.toUpperCase();
        LocalDate yesterday = LocalDate.now(ZoneId.of("Asia/Jerusalem")).minusDays(1);
        As.run("admin", () -> {
            long category = products.createCategory("site-" + mark, "בדיקה", "Test");
            product = products.create(sku, new Product.Facts(Product.Kind.GOODS, Product.Unit.PIECE, TaxClass.values()[0], category, "נתב " + mark, "Router " + mark, "טקסט", "Some text", null, 12, yesterday, null));
            prices.set(rows.count("select id from price_list where code = 'general'"), product, Money.agorot(49_990), yesterday, null, false);
            stock.createLocation("site-" + mark, "סניף " + mark, "Branch " + mark, StockLocation.Kind.BRANCH, 900);
            stock.receive(sku, "site-" + mark, 5, null);
        });
    }

    private Map<String, String> buying(HttpResponse<String> basket, String email) {
        Matcher total = TOTAL.matcher(basket.body());
        assertThat(total.find()).as(basket.body()).isTrue();
        return new HashMap<>(Map.of("token", SiteVisitor.token(basket), "website", "", "total", total.group(1), "name", "Noa " + mark, "email", email, "phone", "", "manner", "FETCHED", "address", "", "location", "site-" + mark, "consent", "yes"));
    }

    private HttpResponse<String> basketWith(int pieces) {
        SiteVisitor.location(visitor.post("/basket", Map.of("sku", sku, "add", Integer.toString(pieces))));
        return visitor.get("/basket");
    }

    @Test
    void whoeverIsUnknownBuysAtThePriceOfEverybodyAndPaysOnTheProvidersPage() throws Exception {
        assertThat(visitor.get("/product/" + sku.toLowerCase()).body()).contains("Router " + mark).contains("499.90").contains("Only 5 left").contains("Branch " + mark).contains("12 months");
        assertThat(visitor.get("/products?q=" + mark).body()).contains("/product/" + sku);
        assertThat(visitor.get("/find?q=" + mark).body()).contains("/product/" + sku);
        HttpResponse<String> basket = basketWith(2);
        assertThat(basket.body()).contains("999.80");

        Map<String, String> wrong = buying(basket, "");
        wrong.put("location", "");
        HttpResponse<String> refused = visitor.post("/basket/buy", wrong);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Please give an e-mail address or a phone number").contains("Please choose a branch").contains("value=\"Noa " + mark + "\"");

        Map<String, String> right = buying(refused, "buyer." + mark + "@example.co.il");
        Map<String, String> cheaper = new HashMap<>(right);
        cheaper.put("total", "1");
        assertThat(visitor.post("/basket/buy", cheaper).body()).contains("The price is 999.80 by now");
        assertThat(rows.count("select count(*) from site_order where buyer_name = ?", "Noa " + mark)).isZero();

        String own = SiteVisitor.location(visitor.post("/basket/buy", right));
        String page = own.substring(own.indexOf("/order/"), own.indexOf('?'));
        assertThat(rows.count("select count(*) from site_order where buyer_name = ? and location = ?", "Noa " + mark, "site-" + mark)).isEqualTo(1);
        assertThat(rows.count("select available.held from (select sum(l.quantity) as held from stock_reservation_line l where l.product_id = ?) available", product)).as("held").isEqualTo(2);
        HttpResponse<String> payable = await().atMost(PATIENCE).until(() -> visitor.get(page), answer -> answer.body().contains("id=\"pay\""));
        assertThat(payable.body()).contains("999.80").contains("To be fetched: Branch " + mark).doesNotContain("buyer." + mark);
        Matcher link = PAY.matcher(payable.body());
        assertThat(link.find()).isTrue();
        pays(link.group(1).replace("&amp;", "&"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(visitor.get(page).body()).contains("It is paid"));
        String mail = "buyer." + mark + "@example.co.il";
        assertThat(rows.texts("select m.text from outbound_message o join message m on m.id = o.message_id where o.recipient = ?", mail)).as("what is kept does not open it").singleElement().asString().contains("999.80").doesNotContain("/order/");
        assertThat(CodeMail.saying(" is paid", mail, IMAP)).contains("999.80").contains(page);
        assertThat(visitor.get(page.substring(0, page.length() - 10) + "0000000000").statusCode()).as("another's code").isEqualTo(404);
        assertThat(visitor.get("/basket").body()).contains("The basket is empty");
    }

    /** As the customer does it: opens the page of the link and presses its button. */
    private void pays(String link) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        Matcher token = TOKEN.matcher(http.send(HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.ofString()).body());
        assertThat(token.find()).as("a page to pay on").isTrue();
        HttpRequest press = HttpRequest.newBuilder(URI.create(link)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("token=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) + "&act=pay")).build();
        assertThat(http.send(press, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(303);
    }

    @Test
    void whoeverTypesTheAddressOfSomebodyIsNotToldHisPrice() throws Exception {
        String email = "agreed." + mark + "@example.co.il";
        Customer customer = system.inTransaction(() -> {
            Customer person = Customer.person("Noa", mark, null, Segment.PRIVATE, "he", Instant.now());
            person.reachableBy(ContactPoint.Kind.EMAIL, email, email, true, Instant.now());
            customers.add(person);
            return person;
        });
        As.run("admin", () -> {
            long list = prices.createList("site-" + mark, "בדיקה", "Test", PriceList.Kind.AGREEMENT, null, customer.id(), Money.SHEKEL, true);
            prices.set(list, product, Money.agorot(100), LocalDate.now(ZoneId.of("Asia/Jerusalem")).minusDays(1), null, false);
        });
        String own = SiteVisitor.location(visitor.post("/basket/buy", buying(basketWith(1), email)));
        String number = own.substring(own.indexOf("/order/") + "/order/".length()).split("/")[0];
        assertThat(rows.count("select gross_minor from sale_order where number = ?", number)).isEqualTo(49_990);
    }

    @Test
    void whatIsNotSoldOrDamagedIsLeftOut() throws Exception {
        assertThat(visitor.get("/product/NO-SUCH-" + mark.toUpperCase()).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/product/..%2f..%2fx").statusCode()).isEqualTo(404);
        SiteVisitor.location(visitor.post("/basket", Map.of("sku", "NO-SUCH-" + mark.toUpperCase(), "add", "1")));
        assertThat(visitor.get("/basket").body()).contains("not sold any more").contains("The basket is empty");
        assertThat(basketWith(99).body()).contains("Fewer than that are there").doesNotContain("id=\"buy\"");
        assertThat(visitor.get("/robots.txt").body()).contains("Disallow: /track");
    }
}
