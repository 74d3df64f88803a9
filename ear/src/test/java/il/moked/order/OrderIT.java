// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.EachDatabase;
import il.moked.Refusals;
import il.moked.catalog.PriceList;
import il.moked.catalog.Product;
import il.moked.catalog.StockLocation;
import il.moked.catalog.TaxClass;
import il.moked.catalog.ejb.Availability;
import il.moked.catalog.ejb.Levels;
import il.moked.catalog.ejb.PriceKeeping;
import il.moked.catalog.ejb.Pricing;
import il.moked.catalog.ejb.ProductKeeping;
import il.moked.catalog.ejb.Quoting;
import il.moked.catalog.ejb.StockKeeping;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.demo.ejb.DemoPayments;
import il.moked.demo.ejb.DemoPortal;
import il.moked.interaction.AsSystem;
import il.moked.order.SaleOrder.Settlement;
import il.moked.order.SaleOrder.State;
import il.moked.order.ejb.CustomerNaming;
import il.moked.order.ejb.OrderDetail;
import il.moked.order.ejb.OrderReading;
import il.moked.order.ejb.Ordering;
import il.moked.order.ejb.Paying;
import il.moked.order.ejb.PurchaseImporting;
import il.moked.order.ejb.PurchaseImporting.Progress;
import il.moked.order.ejb.TermsKeeping;
import il.moked.order.jms.PaymentSecrets;
import il.moked.order.jms.StripeSignature;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Selling as it is: from a quote to money, documents and stock, with the demo's payment provider at the other end of the wire. */
@EachDatabase
@ArquillianTest
public class OrderIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String SAMPLE = "il/moked/order/retail-2010-12-22.csv";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    @Inject
    AsSystem system;
    @Inject
    Customers customers;
    @Inject
    ProductKeeping products;
    @Inject
    PriceKeeping prices;
    @Inject
    StockKeeping stock;
    @Inject
    Availability availability;
    @Inject
    Quoting quoting;
    @Inject
    Ordering ordering;
    @Inject
    OrderReading reading;
    @Inject
    Paying paying;
    @Inject
    TermsKeeping terms;
    @Inject
    PurchaseImporting importing;
    @Inject
    CustomerNaming naming;
    @Inject
    PaymentSecrets secrets;
    @Inject
    DemoPortal portal;
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private String sku;
    private long product;

    @BeforeEach
    void aProduct() throws Exception {
        Awaitility.pollInSameThread();
        sku = "IT-" + mark.toUpperCase();
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Jerusalem"));
        As.run("admin", () -> {
            long category = products.createCategory("it-" + mark, "בדיקה", "Test");
            product = products.create(sku, new Product.Facts(Product.Kind.GOODS, Product.Unit.values()[0], TaxClass.values()[0], category, "נתב " + mark, "Router " + mark, "", "", null, 12, today.minusDays(1), null));
            stock.createLocation("it-" + mark, "מחסן", "Warehouse", StockLocation.Kind.WAREHOUSE, 900);
        });
    }

    private void inStock(int pieces) throws Exception {
        As.run("admin", () -> stock.receive(sku, "it-" + mark, pieces, null));
    }

    private int available() throws Exception {
        return As.user("dana", () -> availability.of(List.of(sku)).get(sku).stream().mapToInt(Levels.Place::available).sum());
    }

    private Customer person(String name) {
        return system.inTransaction(() -> {
            Customer person = Customer.person(name, mark, null, Segment.PRIVATE, "he", Instant.now());
            customers.add(person);
            return person;
        });
    }

    private Customer company(String name) {
        return system.inTransaction(() -> {
            Customer company = Customer.company(name + " " + mark, null, "he", Instant.now());
            customers.add(company);
            return company;
        });
    }

    /** At a price agreed with him, tax included. */
    private String quoted(Customer customer, long agorot, int pieces) throws Exception {
        As.run("admin", () -> {
            long list = prices.createList("it-" + mark + "-" + customer.id(), "בדיקה", "Test", PriceList.Kind.AGREEMENT, null, customer.id(), Money.SHEKEL, true);
            prices.set(list, product, Money.agorot(agorot), LocalDate.now(ZoneId.of("Asia/Jerusalem")).minusDays(1), null, false);
        });
        return As.user("dana", () -> quoting.offer(Pricing.Basket.of(customer.id(), null, List.of(new Pricing.Item(sku, pieces))), new Quoting.Occasion(null, null, null)).number());
    }

    private String placed(String quote, Customer customer, Settlement settlement, int instalments) throws Exception {
        return As.user("dana", () -> ordering.place(new Ordering.NewOrder(quote, customer.id(), settlement, instalments, null)));
    }

    private OrderDetail order(String number) throws Exception {
        return As.user("dana", () -> reading.get(number));
    }

    /** The page of payment is there within moments: the provider was asked after the order was placed. */
    private OrderDetail payable(String number) {
        return await().atMost(PATIENCE).until(() -> order(number), order -> order.live() != null && order.live().payable());
    }

    private OrderDetail until(String number, State state) {
        return await().atMost(PATIENCE).until(() -> order(number), order -> order.state() == state);
    }

    /** As the customer does it: opens the page of the link and presses its button. */
    private void pays(String link, String act) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(http.send(HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.ofString()).body());
        assertThat(token.find()).as("a page to pay on").isTrue();
        HttpRequest press = HttpRequest.newBuilder(URI.create(link)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("token=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) + "&act=" + act)).build();
        assertThat(http.send(press, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(303);
    }

    private byte[] event(String id, String type, String token, long amount, String currency) {
        JsonObject session = Json.createObjectBuilder().add("id", "cs_it").add("object", "checkout.session").add("client_reference_id", token).add("payment_intent", "pi_it_" + mark).add("payment_status", type.endsWith("completed") ? "paid" : "unpaid")
                .add("amount_total", amount).add("currency", currency).build();
        return Json.createObjectBuilder().add("id", id).add("type", type).add("data", Json.createObjectBuilder().add("object", session)).build().toString().getBytes(StandardCharsets.UTF_8);
    }

    private int told(byte[] body, String signature) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(portal.url() + "/pay/callback/" + DemoPayments.ACCOUNT)).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (signature != null) {
            request.header(StripeSignature.HEADER, signature);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private String signed(byte[] body) {
        return StripeSignature.of(secrets.of(DemoPayments.ACCOUNT, PaymentSecrets.WEBHOOK_SECRET).orElseThrow(), body, Instant.now());
    }

    private String token(String number) {
        return system.inTransaction(() -> entities.createQuery("select p.token from Payment p where p.order.number = :number order by p.id desc", String.class).setParameter("number", number).setMaxResults(1).getSingleResult());
    }

    private void sql(String statement, Object... values) {
        system.inTransaction(() -> {
            var query = entities.createNativeQuery(statement);
            for (int at = 0; at < values.length; at++) {
                query.setParameter(at + 1, values[at]);
            }
            assertThat(query.executeUpdate()).isPositive();
            return null;
        });
    }

    private long audited(String action) {
        return system.inTransaction(() -> entities.createQuery("select count(a) from AuditEntry a where a.action = :action", Long.class).setParameter("action", action).getSingleResult());
    }

    private static void refused(String user, String code, Callable<?> act) throws Exception {
        As.run(user, () -> Refusals.refused(code, act::call));
    }

    @Test
    void aQuoteBecomesAnOrderThatIsPaidOnThePageAndOnceOnly() throws Exception {
        inStock(5);
        Customer customer = person("Noa");
        String quote = quoted(customer, 49_990, 2);
        String number = placed(quote, customer, Settlement.CARD, 1);
        assertThat(placed(quote, customer, Settlement.CARD, 1)).as("the same quote again").isEqualTo(number);
        assertThat(available()).as("held").isEqualTo(3);
        OrderDetail open = payable(number);
        assertThat(open.gross()).isEqualTo(Money.agorot(99_980));
        assertThat(open.net().plus(open.vat())).isEqualTo(open.gross());
        assertThat(open.documents()).isEmpty();

        pays(open.live().link(), "decline");
        await().atMost(PATIENCE).until(() -> order(number).live().declinedAt() != null);
        pays(open.live().link(), "pay");
        OrderDetail paid = until(number, State.PAID);
        assertThat(paid.open().isZero()).isTrue();
        assertThat(paid.documents()).extracting(OrderDetail.Document::kind).containsExactly(Invoice.Kind.PAID);
        assertThat(paid.documents().get(0).gross()).isEqualTo(Money.agorot(99_980));
        assertThat(available()).isEqualTo(3);

        byte[] again = event("evt-" + mark + "-again", "checkout.session.completed", token(number), 99_980, "ils");
        assertThat(told(again, signed(again))).as("paid once more").isEqualTo(200);
        byte[] late = event("evt-" + mark + "-late", "checkout.session.expired", token(number), 99_980, "ils");
        assertThat(told(late, signed(late))).as("an end that comes after the money").isEqualTo(200);
        OrderDetail still = order(number);
        assertThat(still.state()).isEqualTo(State.PAID);
        assertThat(still.paid()).isEqualTo(Money.agorot(99_980));
        assertThat(still.documents()).hasSize(1);
        assertThat(As.user("dana", () -> reading.purchases(customer.id(), null, 10)).rows()).extracting(Purchases.Entry::number).containsExactly(number);
    }

    @Test
    void whatIsForgedOrDoesNotFitPaysNothing() throws Exception {
        inStock(1);
        Customer customer = person("Avi");
        String number = placed(quoted(customer, 10_000, 1), customer, Settlement.CARD, 1);
        payable(number);
        String token = token(number);
        byte[] news = event("evt-" + mark, "checkout.session.completed", token, 10_000, "ils");
        long refused = audited("order.callback-refused");
        assertThat(told(news, null)).isEqualTo(401);
        assertThat(told(news, StripeSignature.of("guessed", news, Instant.now()))).isEqualTo(401);
        assertThat(told(event("evt-" + mark, "checkout.session.completed", token, 1, "ils"), signed(news))).as("changed on the way").isEqualTo(401);
        String secret = secrets.of(DemoPayments.ACCOUNT, PaymentSecrets.WEBHOOK_SECRET).orElseThrow();
        assertThat(told(news, StripeSignature.of(secret, news, Instant.now().minus(Duration.ofMinutes(10))))).as("an old copy").isEqualTo(401);
        assertThat(audited("order.callback-refused")).isEqualTo(refused + 4);
        assertThat(order(number).state()).isEqualTo(State.PLACED);

        byte[] less = event("evt-" + mark + "-less", "checkout.session.completed", token, 9_999, "ils");
        assertThat(told(less, signed(less))).isEqualTo(200);
        byte[] dollars = event("evt-" + mark + "-usd", "checkout.session.completed", token, 10_000, "usd");
        assertThat(told(dollars, signed(dollars))).isEqualTo(200);
        OrderDetail waiting = order(number);
        assertThat(waiting.state()).isEqualTo(State.PLACED);
        assertThat(waiting.paid().isZero()).isTrue();
        assertThat(waiting.payments().get(0).attention()).isEqualTo("mismatch");

        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            String signature = signed(news);
            List<Future<Integer>> answers = new ArrayList<>();
            for (int time = 0; time < 4; time++) {
                answers.add(callers.submit(() -> told(news, signature)));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(200, 503);
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(told(news, signed(news))).isEqualTo(200);
        OrderDetail paid = until(number, State.PAID);
        assertThat(paid.paid()).as("four at once, and one more").isEqualTo(Money.agorot(10_000));
        assertThat(paid.documents()).hasSize(1);
    }

    @Test
    void twoChannelsNeverSellTheLastPieceTwice() throws Exception {
        inStock(1);
        Customer first = person("Rina");
        Customer second = person("Gil");
        List<Callable<String>> buyers = new ArrayList<>();
        for (Customer buyer : List.of(first, second)) {
            String quote = quoted(buyer, 20_000, 1);
            buyers.add(() -> As.user(buyer == first ? "dana" : "crm", () -> {
                try {
                    return ordering.place(new Ordering.NewOrder(quote, buyer.id(), Settlement.CARD, 1, null));
                } catch (BusinessException refused) {
                    return refused.code();
                }
            }));
        }
        ExecutorService channels = Executors.newFixedThreadPool(2);
        List<String> came = new ArrayList<>();
        try {
            for (Future<String> each : channels.invokeAll(buyers)) {
                came.add(each.get());
            }
        } finally {
            channels.shutdownNow();
        }
        assertThat(came).filteredOn("catalog.out-of-stock"::equals).hasSize(1);
        assertThat(came).filteredOn(number -> number.startsWith("S")).hasSize(1);
        assertThat(available()).isZero();
    }

    @Test
    void anExpiredQuoteIsRefusedAndAFreshOneTaken() throws Exception {
        inStock(1);
        Customer customer = person("Tal");
        String quote = quoted(customer, 5_000, 1);
        sql("update quote set valid_until = ?1 where number = ?2", Instant.now().minusSeconds(60), quote.replace("-", ""));
        refused("dana", "catalog.quote-expired", () -> ordering.place(new Ordering.NewOrder(quote, customer.id(), Settlement.CARD, 1, null)));
        assertThat(available()).isEqualTo(1);
        String fresh = As.user("dana", () -> quoting.offer(Pricing.Basket.of(customer.id(), null, List.of(new Pricing.Item(sku, 1))), new Quoting.Occasion(null, null, null)).number());
        refused("dana", "order.other-customer", () -> ordering.place(new Ordering.NewOrder(fresh, person("Other").id(), Settlement.CARD, 1, null)));
        assertThat(placed(fresh, customer, Settlement.CARD, 1)).startsWith("S");
    }

    @Test
    void whatNobodyPaysLapsesWhenItsPageIsClosed() throws Exception {
        inStock(1);
        Customer customer = person("Dor");
        String number = placed(quoted(customer, 7_000, 1), customer, Settlement.CARD, 1);
        payable(number);
        sql("update sale_order set pay_by = ?1 where number = ?2", Instant.now().minusSeconds(1), number);
        OrderDetail lapsed = until(number, State.CANCELLED);
        assertThat(lapsed.payments()).extracting(OrderDetail.Pay::state).containsExactly(Payment.State.CLOSED);
        assertThat(available()).isEqualTo(1);

        byte[] after = event("evt-" + mark + "-after", "checkout.session.completed", token(number), 7_000, "ils");
        assertThat(told(after, signed(after))).isEqualTo(200);
        OrderDetail late = order(number);
        assertThat(late.state()).isEqualTo(State.CANCELLED);
        assertThat(late.payments().get(0).attention()).as("the money is here, a person decides").isEqualTo("cancelled");
    }

    @Test
    void whatIsGivenBackInTimeGoesBackToStockAndItsMoneyToTheCustomer() throws Exception {
        inStock(3);
        Customer customer = person("Maya");
        String number = placed(quoted(customer, 3_333, 3), customer, Settlement.CARD, 1);
        pays(payable(number).live().link(), "pay");
        long payment = until(number, State.PAID).payments().get(0).id();
        assertThat(available()).isZero();
        refused("dana", "order.state", () -> {
            ordering.takeBack(number, Map.of(1, 1), ReturnPolicy.Ground.REGRET, null);
            return null;
        });
        As.run("dana", () -> ordering.fulfil(number));
        As.run("dana", () -> ordering.takeBack(number, Map.of(1, 1), ReturnPolicy.Ground.REGRET, null));
        OrderDetail returned = await().atMost(PATIENCE).until(() -> order(number), order -> order.refunds().stream().allMatch(back -> back.state() == Refund.State.DONE) && !order.refunds().isEmpty());
        assertThat(returned.refunds()).extracting(OrderDetail.Back::amount).containsExactly(Money.agorot(3_333));
        assertThat(returned.refunded()).isEqualTo(Money.agorot(3_333));
        assertThat(returned.documents()).extracting(OrderDetail.Document::kind).containsExactly(Invoice.Kind.PAID, Invoice.Kind.CREDIT);
        assertThat(available()).isEqualTo(1);
        As.run("dana", () -> assertThatThrownBy(() -> paying.refund(payment, Money.agorot(1), "x")).isInstanceOf(EJBAccessException.class));
        refused("michal", "order.refund-more", () -> {
            paying.refund(payment, Money.agorot(6_667), "x");
            return null;
        });
        As.run("michal", () -> paying.refund(payment, Money.agorot(66), "kindness"));
        await().atMost(PATIENCE).until(() -> order(number).refunded().equals(Money.agorot(3_399)));

        sql("update sale_order set fulfilled_at = ?1 where number = ?2", Instant.now().minus(Duration.ofDays(20)), number);
        refused("dana", "order.return-late", () -> {
            ordering.takeBack(number, Map.of(1, 1), ReturnPolicy.Ground.REGRET, null);
            return null;
        });
        refused("dana", "order.return-late", () -> {
            ordering.takeBack(number, Map.of(1, 1), ReturnPolicy.Ground.SENIOR, null);
            return null;
        });
        sql("update sale_order set channel = 'PHONE' where number = ?1", number);
        As.run("dana", () -> ordering.takeBack(number, Map.of(1, 1), ReturnPolicy.Ground.SENIOR, null));
        As.run("dana", () -> ordering.takeBack(number, Map.of(1, 1), ReturnPolicy.Ground.FAULT, "broken"));
        OrderDetail all = order(number);
        assertThat(all.credited()).isEqualTo(all.gross());
        assertThat(available()).as("what is broken is not sold again").isEqualTo(2);
        assertThat(all.refunds().stream().mapToLong(back -> back.amount().minor()).sum()).as("all that was paid, and no more").isEqualTo(9_999);
    }

    @Test
    void aCancelledOrderGivesItsGoodsAndItsMoneyBack() throws Exception {
        inStock(1);
        Customer customer = person("Eli");
        String number = placed(quoted(customer, 12_345, 1), customer, Settlement.CARD, 1);
        pays(payable(number).live().link(), "pay");
        until(number, State.PAID);
        As.run("dana", () -> ordering.cancel(number, "changed his mind"));
        OrderDetail cancelled = await().atMost(PATIENCE).until(() -> order(number), order -> order.refunded().equals(Money.agorot(12_345)));
        assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
        assertThat(cancelled.documents()).extracting(OrderDetail.Document::kind).containsExactly(Invoice.Kind.PAID, Invoice.Kind.CREDIT);
        assertThat(available()).isEqualTo(1);
        assertThat(As.user("dana", () -> reading.purchases(customer.id(), null, 10)).rows().stream().mapToLong(entry -> entry.amount().minor()).sum()).isZero();
    }

    @Test
    void aBusinessPaysByInvoiceInInstalmentsAndOwesNoMoreThanAgreed() throws Exception {
        inStock(10);
        Customer business = company("Steel");
        String quote = quoted(business, 100_00, 1);
        refused("dana", "order.no-terms", () -> ordering.place(new Ordering.NewOrder(quote, business.id(), Settlement.ACCOUNT, 1, null)));
        As.run("crm", () -> terms.agree(business.id(), 30, Money.agorot(250_00), 3));
        refused("dana", "order.too-many-instalments", () -> ordering.place(new Ordering.NewOrder(quote, business.id(), Settlement.ACCOUNT, 4, null)));
        String number = placed(quote, business, Settlement.ACCOUNT, 3);
        OrderDetail owed = order(number);
        assertThat(owed.state()).isEqualTo(State.PLACED);
        assertThat(owed.instalments()).extracting(part -> part.amount().minor()).containsExactly(33_34L, 33_33L, 33_33L);
        assertThat(owed.documents()).extracting(OrderDetail.Document::kind).containsExactly(Invoice.Kind.INVOICE);
        assertThat(owed.documents().get(0).dueOn()).isEqualTo(owed.instalments().get(0).dueOn());
        String second = As.user("dana", () -> quoting.offer(Pricing.Basket.of(business.id(), null, List.of(new Pricing.Item(sku, 2))), new Quoting.Occasion(null, null, null)).number());
        refused("dana", "order.over-limit", () -> ordering.place(new Ordering.NewOrder(second, business.id(), Settlement.ACCOUNT, 1, null)));

        As.run("crm", () -> paying.transferred(number, Money.agorot(60_00), "bank-" + mark));
        As.run("crm", () -> paying.transferred(number, Money.agorot(60_00), "bank-" + mark));
        OrderDetail part = order(number);
        assertThat(part.open()).isEqualTo(Money.agorot(40_00));
        assertThat(part.instalments()).extracting(each -> each.open().minor()).containsExactly(0L, 6_67L, 33_33L);
        assertThat(placed(second, business, Settlement.ACCOUNT, 1)).as("there is room again").startsWith("S");
        refused("crm", "order.too-much", () -> {
            paying.transferred(number, Money.agorot(40_01), "bank-2-" + mark);
            return null;
        });
        As.run("crm", () -> paying.transferred(number, Money.agorot(40_00), "bank-2-" + mark));
        OrderDetail paid = order(number);
        assertThat(paid.state()).isEqualTo(State.PAID);
        assertThat(paid.documents()).extracting(OrderDetail.Document::kind).containsExactly(Invoice.Kind.INVOICE, Invoice.Kind.RECEIPT, Invoice.Kind.RECEIPT);
    }

    @Test
    void theNumbersOfASeriesHaveNoGapWhoeverFails() throws Exception {
        inStock(4);
        List<Customer> businesses = List.of(company("One"), company("Two"), company("Three"), company("Four"));
        List<Callable<Boolean>> sales = new ArrayList<>();
        for (Customer business : businesses) {
            As.run("crm", () -> terms.agree(business.id(), 30, null, 1));
            String quote = quoted(business, 1_000, business == businesses.get(3) ? 4 : 1);
            sales.add(() -> As.user("dana", () -> {
                try {
                    ordering.place(new Ordering.NewOrder(quote, business.id(), Settlement.ACCOUNT, 1, null));
                    return true;
                } catch (BusinessException refused) {
                    return false;
                }
            }));
        }
        ExecutorService agents = Executors.newFixedThreadPool(4);
        try {
            agents.invokeAll(sales);
        } finally {
            agents.shutdownNow();
        }
        for (Invoice.Kind kind : Invoice.Kind.values()) {
            Object[] counted = system.inTransaction(() -> (Object[]) entities.createNativeQuery("select count(*), coalesce(max(serial), 0), (select last_number from invoice_series where kind = ?1) from invoice where kind = ?1").setParameter(1, kind.name()).getSingleResult());
            assertThat(((Number) counted[0]).longValue()).as(kind + " counted and numbered").isEqualTo(((Number) counted[1]).longValue()).isEqualTo(((Number) counted[2]).longValue());
        }
    }

    private static byte[] sample() throws IOException {
        try (InputStream file = OrderIT.class.getClassLoader().getResourceAsStream(SAMPLE)) {
            return file.readAllBytes();
        }
    }

    private Progress broughtIn(String source, boolean trial, byte[] csv) throws Exception {
        long id = As.user("admin", () -> importing.handIn(source, "day.csv", "GBP", "Europe/London", trial, csv));
        return await().atMost(PATIENCE).until(() -> As.user("admin", () -> importing.of(id)), file -> !file.running());
    }

    private Object[] sums(String source) {
        return system.inTransaction(() -> (Object[]) entities.createNativeQuery("select count(*), coalesce(sum(exact_amount), 0), coalesce(sum(amount_minor), 0), coalesce(sum(case when customer_id is null then 1 else 0 end), 0) from purchase where source = ?1").setParameter(1, source).getSingleResult());
    }

    /** The figures were reckoned beforehand with exact decimals. */
    @Test
    void aFileOfPurchasesReconcilesToThePennyAndComesInOnce() throws Exception {
        String source = "shop-" + mark;
        Customer known = person("Known");
        As.run("crm", () -> naming.know(source, "15311", known.id()));
        Progress tried = broughtIn(source, true, sample());
        assertThat(tried.state()).isEqualTo(PurchaseImport.State.DONE);
        assertThat(tried.invoices()).isEqualTo(22);
        assertThat(((Number) sums(source)[0]).intValue()).as("a trial keeps nothing").isZero();

        Progress read = broughtIn(source, false, sample());
        assertThat(read.state()).isEqualTo(PurchaseImport.State.DONE);
        assertThat(read.linesRead()).isEqualTo(291);
        assertThat(read.invoices()).isEqualTo(22);
        assertThat(read.returns()).isEqualTo(5);
        assertThat(read.total()).isEqualTo("6134.57");
        Object[] sums = sums(source);
        assertThat(((Number) sums[0]).intValue()).isEqualTo(22);
        assertThat((java.math.BigDecimal) sums[1]).isEqualByComparingTo("6134.57");
        assertThat(((Number) sums[2]).longValue()).isEqualTo(613_457);
        assertThat(system.inTransaction(() -> ((Number) entities.createNativeQuery("select count(*) from purchase_line l join purchase p on p.id = l.purchase_id where p.source = ?1").setParameter(1, source).getSingleResult()).intValue())).isEqualTo(291);

        Progress again = broughtIn(source, false, sample());
        assertThat(again.invoices()).isZero();
        assertThat(again.repeated()).isEqualTo(22);
        assertThat(sums(source)).isEqualTo(sums);

        String customer = system.inTransaction(() -> (String) entities.createNativeQuery("select min(external_customer) from purchase where source = ?1 and customer_id is null and external_customer is not null").setParameter(1, source).getSingleResult());
        Customer named = person("Named");
        int documents = As.user("crm", () -> naming.know(source, customer, named.id()));
        assertThat(documents).isPositive();
        assertThat(As.user("dana", () -> reading.purchases(named.id(), null, 50)).rows()).hasSize(documents).allSatisfy(entry -> assertThat(entry.source()).isEqualTo(source));
    }

    @Test
    void aFileWithAWrongLineKeepsNothingAndSaysWhere() throws Exception {
        String source = "bad-" + mark;
        String csv = "InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice\n1,A,1,2010-12-01 08:26:00,1\n2,A,1,yesterday,1\n3,A,x,2010-12-01 08:26:00,1\n";
        Progress refused = broughtIn(source, false, csv.getBytes(StandardCharsets.UTF_8));
        assertThat(refused.state()).isEqualTo(PurchaseImport.State.REFUSED);
        assertThat(refused.wrong()).isEqualTo(2);
        assertThat(refused.faults()).extracting(PurchaseImport.Fault::line, PurchaseImport.Fault::code).containsExactly(org.assertj.core.groups.Tuple.tuple(3, "order.moment"), org.assertj.core.groups.Tuple.tuple(4, "shared.field-not-whole"));
        assertThat(((Number) sums(source)[0]).intValue()).isZero();
        refused("admin", "order.source", () -> importing.handIn("moked", "x.csv", "ILS", null, false, csv.getBytes(StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> rest(String method, String path, String key, String body) throws IOException, InterruptedException {
        int port = 8080 + Integer.getInteger("jboss.socket.binding.port-offset", 0);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/moked/api/" + path)).header("Accept-Language", "en").header("Content-Type", path.startsWith("soap") ? "text/xml; charset=UTF-8" : "application/json")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(("crm:" + As.PASSWORD).getBytes(StandardCharsets.UTF_8)));
        Optional.ofNullable(key).ifPresent(given -> request.header("Idempotency-Key", given));
        return http.send(request.method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void otherSystemsOrderByRestAndSoap() throws Exception {
        inStock(3);
        Customer customer = person("Shop");
        String quote = quoted(customer, 5_000, 1);
        String body = Json.createObjectBuilder().add("quote", quote).build().toString();
        HttpResponse<String> placed = rest("POST", "v1/orders", "key-" + mark, body);
        assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
        assertThat(placed.body()).contains("\"minor\":5000");
        HttpResponse<String> again = rest("POST", "v1/orders", "key-" + mark, body);
        assertThat(again.body()).isEqualTo(placed.body());
        String number = placed.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
        assertThat(rest("GET", "v1/orders/" + number, null, null).body()).contains(number);
        assertThat(rest("GET", "v1/customers/" + customer.id() + "/orders", null, null).body()).contains(number);
        assertThat(rest("GET", "v1/orders/S1", null, null).statusCode()).isEqualTo(404);
        HttpResponse<String> early = rest("POST", "v1/orders/" + number + "/fulfilment", "ful-" + mark, null);
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("order.state");
        HttpResponse<String> cancelled = rest("POST", "v1/orders/" + number + "/cancel", "can-" + mark, "{\"reason\":\"test\"}");
        assertThat(cancelled.statusCode()).as(cancelled.body()).isEqualTo(200);
        assertThat(cancelled.body()).contains("CANCELLED");

        String open = "<Envelope xmlns=\"http://schemas.xmlsoap.org/soap/envelope/\"><Body>";
        String close = "</Body></Envelope>";
        String second = As.user("crm", () -> quoting.offer(Pricing.Basket.of(customer.id(), null, List.of(new Pricing.Item(sku, 1))), new Quoting.Occasion(null, null, null)).number());
        String place = open + "<PlaceOrder xmlns=\"urn:moked:order:1\"><requestKey>soap-" + mark + "</requestKey><quote>" + second + "</quote></PlaceOrder>" + close;
        HttpResponse<String> bySoap = rest("POST", "soap/order", null, place);
        assertThat(bySoap.statusCode()).as(bySoap.body()).isEqualTo(200);
        assertThat(bySoap.body()).contains("PLACED").contains("minor>5000<");
        HttpResponse<String> fault = rest("POST", "soap/order", null, open + "<GetOrder xmlns=\"urn:moked:order:1\"><number>S1</number></GetOrder>" + close);
        assertThat(fault.statusCode()).isEqualTo(500);
        assertThat(fault.body()).contains("order.unknown");
    }
}
