// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.EachDatabase;
import il.moked.Refusals;
import il.moked.TestPeers;
import il.moked.access.SetUpVersions;
import il.moked.catalog.ejb.Availability;
import il.moked.catalog.ejb.Availability.Buyer;
import il.moked.catalog.ejb.Availability.Wanted;
import il.moked.catalog.ejb.CatalogExporting;
import il.moked.catalog.ejb.CatalogImporting;
import il.moked.catalog.ejb.CatalogImporting.Imported;
import il.moked.catalog.ejb.CatalogImporting.Kind;
import il.moked.catalog.ejb.Levels;
import il.moked.catalog.ejb.PriceKeeping;
import il.moked.catalog.ejb.Pricing;
import il.moked.catalog.ejb.Pricing.Basket;
import il.moked.catalog.ejb.Pricing.Item;
import il.moked.catalog.ejb.ProductKeeping;
import il.moked.catalog.ejb.ProductSearch;
import il.moked.catalog.ejb.PromotionKeeping;
import il.moked.catalog.ejb.Quoting;
import il.moked.catalog.ejb.Quoting.Occasion;
import il.moked.catalog.ejb.StockKeeping;
import il.moked.catalog.ejb.StockKeeping.Counted;
import il.moked.channel.Channel;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.interaction.AsSystem;
import il.moked.shared.BusinessException;
import il.moked.shared.CsvTable;
import il.moked.shared.Money;
import il.moked.shared.ejb.CrossedLocks;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
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
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** One price and one stock for every channel: in calls, by other systems, for the product manager, on a real database. */
@EachDatabase
@ArquillianTest
public class CatalogIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ZoneId ISRAEL = ZoneId.of("Asia/Jerusalem");
    private static final int PIECES = 100;
    private static final int BUYERS = 200;
    private static final int COUNTERS = 16;

    @Inject
    AsSystem system;
    @Inject
    Pricing pricing;
    @Inject
    Quoting quoting;
    @Inject
    Availability availability;
    @Inject
    StockKeeping stockKeeping;
    @Inject
    ProductKeeping productKeeping;
    @Inject
    PriceKeeping priceKeeping;
    @Inject
    PromotionKeeping promotionKeeping;
    @Inject
    ProductSearch search;
    @Inject
    CatalogImporting importing;
    @Inject
    CatalogExporting exporting;
    @Inject
    Customers customers;
    @Inject
    Stock stock;
    @Inject
    SetUpVersions versions;
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    private final String mark = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final LocalDate today = Instant.now().atZone(ISRAEL).toLocalDate();

    // ---- what a test begins with

    private String product(String name, Product.Kind kind) throws Exception {
        String sku = name.toUpperCase(Locale.ROOT) + "-" + mark;
        As.run("admin", () -> productKeeping.create(sku, facts(kind, "מוצר " + name + " " + mark, name + " product " + mark)));
        return sku;
    }

    private Product.Facts facts(Product.Kind kind, String hebrew, String english) {
        return new Product.Facts(kind, Product.Unit.PIECE, TaxClass.STANDARD, productKeeping.categories().get(0).id(), hebrew, english, "", "", null, 12, today.minusDays(30), null);
    }

    private long list(String code) throws Exception {
        return As.user("admin", () -> priceKeeping.lists().stream().filter(list -> list.code().equals(code)).findFirst().orElseThrow().id());
    }

    private long idOf(String sku) {
        return system.inTransaction(() -> ((Number) entities.createNativeQuery("select id from product where sku = ?1").setParameter(1, sku).getSingleResult()).longValue());
    }

    private long priced(String list, String sku, long agorot) throws Exception {
        return As.user("admin", () -> priceKeeping.set(list(list), idOf(sku), Money.agorot(agorot), today.minusDays(10), null, false));
    }

    private void there(String sku, String location, int quantity) throws Exception {
        As.run("admin", () -> stockKeeping.count(new Counted(sku, location, quantity)));
    }

    private int available(String sku) throws Exception {
        return As.user("dana", () -> availability.of(List.of(sku))).get(sku).stream().mapToInt(Levels.Place::available).sum();
    }

    private Customer company(Segment segment) {
        return system.inTransaction(() -> {
            Customer company = Customer.company("חברה " + mark, null, "he", Instant.now());
            company.belongsTo(segment);
            customers.add(company);
            return company;
        });
    }

    private static Basket basket(Long customer, Segment segment, String coupon, String sku, long quantity) {
        return new Basket(customer, segment, null, null, coupon, List.of(new Item(sku, quantity)));
    }

    private static void refused(String user, String code, Act act) throws Exception {
        As.run(user, () -> Refusals.refused(code, act::run));
    }

    private interface Act {
        void run() throws Exception;
    }

    // ---- prices

    @Test
    void theSameQuestionGetsTheSameAnswerWhoeverAsks() throws Exception {
        String sku = product("same", Product.Kind.GOODS);
        priced("general", sku, 9_990);
        priced("small-business", sku, 8_000);
        there(sku, "central", 7);
        there(sku, "haifa", 2);
        Pricing.Answer agent = As.user("dana", () -> pricing.price(basket(null, null, null, sku, 3)));
        Pricing.Answer system = As.user("crm", () -> pricing.price(basket(null, Segment.PRIVATE, null, sku, 3)));
        assertThat(agent.lines()).isEqualTo(system.lines());
        assertThat(agent.catalogEdition()).isEqualTo(system.catalogEdition());
        assertThat(List.of(agent.net(), agent.vat(), agent.gross())).as("29,970 with 18 % in it").containsExactly(Money.agorot(25_398), Money.agorot(4_572), Money.agorot(29_970));
        assertThat(agent.shownWithVat()).isTrue();
        assertThat(agent.lines().get(0).available()).isEqualTo(9);
        assertThat(agent.lines().get(0).places()).extracting(Levels.Place::code).containsExactly("central", "haifa");
        assertThat(agent.lines().get(0).price().list()).isEqualTo("general");

        Customer company = company(Segment.SMALL_BUSINESS);
        Pricing.Answer business = As.user("dana", () -> pricing.price(basket(company.id(), null, null, sku, 3)));
        assertThat(List.of(business.net(), business.vat(), business.gross())).as("80.00 each, the tax on top").containsExactly(Money.agorot(24_000), Money.agorot(4_320), Money.agorot(28_320));
        assertThat(business.shownWithVat()).isFalse();

        long agreed = As.user("admin", () -> priceKeeping.createList("agreed-" + mark.toLowerCase(Locale.ROOT), "הסכם", "Agreement", PriceList.Kind.AGREEMENT, null, company.id(), "ILS", false));
        As.run("admin", () -> priceKeeping.set(agreed, idOf(sku), Money.agorot(8_100), today, null, false));
        Pricing.Answer his = As.user("yossi", () -> pricing.price(basket(company.id(), null, null, sku, 1)));
        assertThat(his.net()).as("what was agreed holds, even when it is dearer").isEqualTo(Money.agorot(8_100));
        assertThat(his.lines().get(0).price().listKind()).isEqualTo(PriceList.Kind.AGREEMENT);
        assertThat(his.catalogEdition()).as("the catalogue was changed").isGreaterThan(business.catalogEdition());
    }

    @Test
    void aDayWithoutAPriceIsToldAndFound() throws Exception {
        String sku = product("gap", Product.Kind.SERVICE);
        refused("dana", "catalog.no-price", () -> pricing.price(basket(null, null, null, sku, 1)));
        long general = list("general");
        As.run("admin", () -> {
            priceKeeping.set(general, idOf(sku), Money.agorot(1_000), today.minusDays(5), today.plusDays(5), false);
            priceKeeping.set(general, idOf(sku), Money.agorot(1_200), today.plusDays(10), null, false);
        });
        PriceKeeping.Timeline timeline = As.user("admin", () -> priceKeeping.timelines(idOf(sku))).stream().filter(line -> line.list().code().equals("general")).findFirst().orElseThrow();
        assertThat(timeline.gapAhead()).isTrue();
        assertThat(timeline.spans()).extracting(PriceKeeping.Span::gap, PriceKeeping.Span::from, PriceKeeping.Span::until).containsExactly(tuple(false, today.minusDays(5), today.plusDays(5)),
                tuple(true, today.plusDays(5), today.plusDays(10)), tuple(false, today.plusDays(10), null));
        Instant inTheGap = today.plusDays(7).atStartOfDay(ISRAEL).toInstant();
        refused("dana", "catalog.no-price", () -> pricing.price(new Basket(null, null, null, inTheGap, null, List.of(new Item(sku, 1)))));
        Instant later = today.plusDays(10).atStartOfDay(ISRAEL).toInstant();
        assertThat(As.user("dana", () -> pricing.price(new Basket(null, null, null, later, null, List.of(new Item(sku, 1))))).gross()).isEqualTo(Money.agorot(1_200));
        refused("admin", "catalog.price-overlap", () -> priceKeeping.set(general, idOf(sku), Money.agorot(900), today.plusDays(4), today.plusDays(6), false));
        refused("admin", "shared.currency-mismatch", () -> priceKeeping.set(general, idOf(sku), Money.of(900, "USD"), today.plusDays(6), today.plusDays(7), false));
        refused("dana", "shared.currency-mismatch", () -> pricing.price(new Basket(null, null, "USD", null, null, List.of(new Item(sku, 1)))));
        long past = system.inTransaction(() -> ((Number) entities.createNativeQuery("select id from price where product_id = ?1 and valid_from = ?2").setParameter(1, idOf(sku)).setParameter(2, today.minusDays(5)).getSingleResult()).longValue());
        refused("admin", "catalog.price-past", () -> priceKeeping.remove(past, 0));
        refused("admin", "catalog.price-past", () -> priceKeeping.end(past, 0, today.minusDays(1)));
    }

    @Test
    void aPromotionIsInForceAtOnceAndItsOlderVersionCanBePutBack() throws Exception {
        String sku = product("promo", Product.Kind.DIGITAL);
        priced("general", sku, 10_000);
        String coupon = "C" + mark;
        Promotion.Terms terms = new Promotion.Terms("promo-" + mark.toLowerCase(Locale.ROOT), "מבצע", "Promotion", Promotion.Effect.PERCENT, 1000, null, null, null, null, today, null, List.of(Segment.PRIVATE), idOf(sku), null, coupon, false, true);
        long id = As.user("admin", () -> promotionKeeping.create(terms));
        assertThat(As.user("dana", () -> pricing.price(basket(null, null, coupon.toLowerCase(Locale.ROOT), sku, 1)))).satisfies(answer -> {
            assertThat(answer.gross()).isEqualTo(Money.agorot(9_000));
            assertThat(answer.coupon()).isEqualTo(Pricing.Said.GIVEN);
            assertThat(answer.lines().get(0).price().discounts().get(0).code()).isEqualTo(terms.code());
        });
        assertThat(As.user("dana", () -> pricing.price(basket(null, Segment.VIP, coupon, sku, 1))).coupon()).isEqualTo(Pricing.Said.NOT_FOR_THESE);
        assertThat(As.user("dana", () -> pricing.price(basket(null, null, null, sku, 1))).gross()).isEqualTo(Money.agorot(10_000));
        Promotion.Terms more = new Promotion.Terms(terms.code(), "מבצע", "Promotion", Promotion.Effect.PERCENT, 2500, null, null, null, null, today, null, List.of(Segment.PRIVATE), idOf(sku), null, coupon, false, true);
        As.run("admin", () -> promotionKeeping.change(id, promotionKeeping.get(id).version(), more));
        assertThat(As.user("dana", () -> pricing.price(basket(null, null, coupon, sku, 1))).gross()).isEqualTo(Money.agorot(7_500));
        refused("admin", "shared.conflict", () -> promotionKeeping.change(id, promotionKeeping.get(id).version() - 1, terms));
        As.run("admin", () -> promotionKeeping.restore(id, promotionKeeping.get(id).version(), 1));
        assertThat(As.user("dana", () -> pricing.price(basket(null, null, coupon, sku, 1))).gross()).as("as it was in the first version").isEqualTo(Money.agorot(9_000));
        assertThat(system.inTransaction(() -> versions.of(PromotionKeeping.PROMOTION, id, null, 10).rows()).stream().map(SetUpVersions.Line::action)).containsExactly("catalog.promotion-changed", "catalog.promotion-changed", "catalog.promotion-created");
    }

    // ---- stock

    @Test
    void twoHundredBuyersOfAHundredPiecesGetExactlyAHundred() throws Exception {
        String sku = product("last", Product.Kind.GOODS);
        there(sku, "central", 60);
        there(sku, "tel-aviv", 25);
        there(sku, "haifa", 15);
        AtomicInteger sold = new AtomicInteger();
        AtomicInteger without = new AtomicInteger();
        ExecutorService counters = Executors.newFixedThreadPool(COUNTERS);
        try {
            List<Future<?>> buyers = new ArrayList<>();
            for (int buyer = 0; buyer < BUYERS; buyer++) {
                String reference = "buyer-" + mark + "-" + buyer;
                Channel channel = Channel.values()[buyer % Channel.values().length];
                buyers.add(counters.submit(() -> {
                    system.run(() -> buy(reference, channel, sku, sold, without));
                    return null;
                }));
            }
            for (Future<?> buyer : buyers) {
                buyer.get();
            }
        } finally {
            counters.shutdownNow();
        }
        assertThat(sold.get()).isEqualTo(PIECES);
        assertThat(without.get()).isEqualTo(BUYERS - PIECES);
        Object[] left = (Object[]) system.inTransaction(() -> entities.createNativeQuery("select sum(on_hand), sum(reserved) from stock_level where product_id = ?1").setParameter(1, idOf(sku)).getSingleResult());
        assertThat(((Number) left[0]).intValue()).isZero();
        assertThat(((Number) left[1]).intValue()).isZero();
        Object[] ledger = (Object[]) system.inTransaction(() -> entities.createNativeQuery("select sum(on_hand), sum(reserved) from stock_movement where product_id = ?1").setParameter(1, idOf(sku)).getSingleResult());
        assertThat(((Number) ledger[0]).intValue()).as("the ledger is the stock").isZero();
        assertThat(((Number) ledger[1]).intValue()).isZero();
    }

    private void buy(String reference, Channel channel, String sku, AtomicInteger sold, AtomicInteger without) {
        try {
            CrossedLocks.retried(() -> availability.reserve(new Buyer(reference, null, channel, null), List.of(new Wanted(sku, 1))));
            CrossedLocks.retried(() -> availability.confirm(reference));
            sold.incrementAndGet();
        } catch (BusinessException refused) {
            assertThat(refused.code()).isEqualTo("catalog.out-of-stock");
            without.incrementAndGet();
        }
    }

    @Test
    void goodsAreHeldOnceAndEndOnce() throws Exception {
        String sku = product("held", Product.Kind.GOODS);
        String service = product("setup", Product.Kind.SERVICE);
        there(sku, "central", 3);
        there(sku, "tel-aviv", 2);
        String reference = "order-" + mark;
        Availability.Held held = As.user("dana", () -> availability.reserve(new Buyer(reference, null, Channel.PHONE, null), List.of(new Wanted(sku, 4), new Wanted(service, 9))));
        assertThat(held.parts()).as("no place has four; what is no goods is not held").extracting(Availability.Part::location, Availability.Part::quantity).containsExactly(tuple("central", 3), tuple("tel-aviv", 1));
        assertThat(As.user("crm", () -> availability.reserve(new Buyer(reference, null, null, null), List.of(new Wanted(sku, 4)))).parts()).as("asked for twice, held once").isEqualTo(held.parts());
        assertThat(available(sku)).isEqualTo(1);
        refused("crm", "catalog.reservation-other", () -> availability.reserve(new Buyer(reference, null, null, null), List.of(new Wanted(sku, 1))));
        As.run("dana", () -> assertThatThrownBy(() -> availability.reserve(new Buyer("other-" + mark, null, null, null), List.of(new Wanted(sku, 2)))).isInstanceOfSatisfying(BusinessException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("catalog.out-of-stock");
            assertThat(refusal.arguments()).containsExactly(sku, 1);
        }));
        assertThat(available(sku)).as("nothing is half held").isEqualTo(1);
        refused("dana", "catalog.out-of-stock", () -> availability.reserve(new Buyer("branch-" + mark, null, null, null), List.of(new Wanted(sku, 1, "central"))));
        refused("admin", "catalog.stock-held", () -> stockKeeping.count(new Counted(sku, "central", 2)));

        assertThat(As.user("dana", () -> availability.confirm(reference)).state()).isEqualTo(StockReservation.State.SOLD);
        assertThat(As.user("dana", () -> availability.confirm(reference)).state()).isEqualTo(StockReservation.State.SOLD);
        assertThat(As.user("dana", () -> availability.release(reference)).state()).as("sold stays sold").isEqualTo(StockReservation.State.SOLD);
        assertThat(available(sku)).isEqualTo(1);
        As.run("dana", () -> availability.takeBack(sku, 2, "haifa", "return-" + mark));
        assertThat(available(sku)).isEqualTo(3);
    }

    @Test
    void whatIsHeldTooLongIsFreeAgain() throws Exception {
        Awaitility.pollInSameThread();
        String sku = product("late", Product.Kind.GOODS);
        there(sku, "central", 5);
        String reference = "late-" + mark;
        As.run("dana", () -> availability.reserve(new Buyer(reference, null, Channel.CHAT, Duration.ofMillis(1)), List.of(new Wanted(sku, 5))));
        await().atMost(PATIENCE).until(() -> As.user("dana", () -> availability.reservation(reference)).state() == StockReservation.State.EXPIRED);
        assertThat(available(sku)).isEqualTo(5);
        refused("dana", "catalog.reservation-ended", () -> availability.confirm(reference));
        refused("dana", "catalog.reservation-ended", () -> availability.extend(reference, Duration.ofHours(1)));
    }

    @Test
    void aFeedIsTakenOnceAndInOrder() throws Exception {
        String sku = product("feed", Product.Kind.GOODS);
        String feed = "warehouse-" + mark;
        assertThat(As.user("crm", () -> stockKeeping.take(feed, 7, List.of(new Counted(sku, "central", 11), new Counted(sku, "haifa", 4))))).isEqualTo(2);
        assertThat(As.user("crm", () -> stockKeeping.take(feed, 7, List.of(new Counted(sku, "central", 99))))).as("the same again").isEqualTo(-1);
        assertThat(As.user("crm", () -> stockKeeping.take(feed, 6, List.of(new Counted(sku, "central", 99))))).as("an older one, late").isEqualTo(-1);
        assertThat(available(sku)).isEqualTo(15);
        refused("crm", "catalog.unknown-product", () -> stockKeeping.take(feed, 8, List.of(new Counted(sku, "central", 1), new Counted("NO-" + mark, "central", 1))));
        assertThat(available(sku)).as("all of it or nothing").isEqualTo(15);
        assertThat(As.user("crm", () -> stockKeeping.take(feed, 8, List.of(new Counted(sku, "central", 1))))).as("what was refused was not taken").isEqualTo(1);
    }

    // ---- quotes

    @Test
    void aQuoteIsHonouredOnEveryChannelWhateverTheListsSayByThen() throws Exception {
        String sku = product("quoted", Product.Kind.GOODS);
        long price = priced("general", sku, 9_990);
        Customer company = company(Segment.PRIVATE);
        Quoting.QuoteDetail given = As.user("dana", () -> quoting.offer(basket(company.id(), null, null, sku, 3), new Occasion(Channel.PHONE, null, null)));
        assertThat(given.gross()).isEqualTo(Money.agorot(29_970));
        assertThat(given.state()).isEqualTo(Quote.State.OFFERED);
        As.run("admin", () -> {
            priceKeeping.end(price, 0, today);
            priceKeeping.set(list("general"), idOf(sku), Money.agorot(19_990), today, null, false);
        });
        assertThat(As.user("dana", () -> pricing.price(basket(company.id(), null, null, sku, 3))).gross()).isEqualTo(Money.agorot(59_970));
        String typed = given.number().replace("-", " ");
        Quoting.QuoteDetail elsewhere = As.user("crm", () -> quoting.get(typed));
        assertThat(elsewhere.lines()).isEqualTo(given.lines());
        assertThat(elsewhere.lines().get(0).why().list()).isEqualTo("general");
        assertThat(As.user("yossi", () -> quoting.accept(typed, Channel.CHAT)).state()).isEqualTo(Quote.State.ACCEPTED);
        refused("crm", "catalog.quote-ended", () -> quoting.accept(typed, null));
        assertThat(As.user("dana", () -> quoting.of(company.id(), null, 10)).rows()).extracting(Quoting.QuoteSummary::number).containsExactly(given.number());
        char last = given.number().charAt(10);
        refused("dana", "catalog.unknown-quote", () -> quoting.get(given.number().substring(0, 10) + (last == '9' ? '0' : (char) (last + 1))));
        List<String> audited = system.inTransaction(() -> entities.createQuery("select a.actor || ' ' || a.action from AuditEntry a where a.subject = 'quote' and a.subjectId = :id order by a.id", String.class).setParameter("id", given.id()).getResultList());
        assertThat(audited).containsExactly("dana catalog.quote-offered", "yossi catalog.quote-accepted");
    }

    @Test
    void aQuoteWhoseTimeIsOverIsRefusedClearly() throws Exception {
        String sku = product("over", Product.Kind.SERVICE);
        priced("general", sku, 100);
        Quoting.QuoteDetail given = As.user("dana", () -> quoting.offer(basket(null, null, null, sku, 1), new Occasion(null, null, 1)));
        system.inTransaction(() -> entities.createNativeQuery("update quote set valid_until = ?2 where id = ?1").setParameter(1, given.id()).setParameter(2, Instant.now().minusSeconds(1)).executeUpdate());
        assertThat(As.user("dana", () -> quoting.get(given.number())).state()).isEqualTo(Quote.State.EXPIRED);
        refused("dana", "catalog.quote-expired", () -> quoting.accept(given.number(), null));
        refused("dana", "catalog.quote-expired", () -> quoting.withdraw(given.number()));
    }

    // ---- the product manager

    @Test
    void aFileIsTriedFirstAndBroughtInWholeOrNotAtAll() throws Exception {
        String category = As.user("admin", () -> productKeeping.categories()).get(0).code();
        String good = "sku;category;hebrewName;englishName;warrantyMonths;activeFrom\r\nF1-" + mark + ";" + category + ";\"כבל; ארוך\";Long cable;24;" + today + "\r\nF2-" + mark + ";" + category + ";מטען;Charger;;\r\n";
        String wrong = good + "F3-" + mark + ";nowhere;א;a;;\r\nF1-" + mark + ";" + category + ";ב;b;;\r\nF4-" + mark + ";" + category + ";ג;c;many;\r\n";
        Imported refused = As.user("admin", () -> importing.bringIn(Kind.PRODUCTS, file(wrong)));
        assertThat(refused.wrong()).extracting(CsvTable.Wrong::line, CsvTable.Wrong::column, one -> one.why().code()).containsExactly(tuple(4, "category", "shared.field-unknown-value"),
                tuple(5, "sku", "shared.csv-twice"), tuple(6, "warrantyMonths", "shared.field-not-whole"));
        assertThat(found("F1 " + mark)).as("nothing is half brought in").isEmpty();
        Imported tried = As.user("admin", () -> importing.tryOut(Kind.PRODUCTS, file(good)));
        assertThat(tried).satisfies(outcome -> assertThat(List.of(outcome.lines(), outcome.created(), outcome.changed(), outcome.same())).containsExactly(2, 2, 0, 0));
        assertThat(found("F1 " + mark)).as("tried only").isEmpty();
        assertThat(As.user("admin", () -> importing.bringIn(Kind.PRODUCTS, file(good))).created()).isEqualTo(2);
        assertThat(found("F1 " + mark)).containsExactly("F1-" + mark);
        assertThat(As.user("admin", () -> importing.bringIn(Kind.PRODUCTS, file(good))).same()).as("again changes nothing").isEqualTo(2);
        String renamed = "sku,category,hebrewName,englishName\r\nF2-" + mark + "," + category + ",מטען מהיר,Quick charger\r\n";
        assertThat(As.user("admin", () -> importing.bringIn(Kind.PRODUCTS, file(renamed))).changed()).isEqualTo(1);
        assertThat(found("quick " + mark)).containsExactly("F2-" + mark);

        String prices = "list,sku,amount,from,until\r\ngeneral,F1-" + mark + ",\"1,234.50\"," + today + ",\r\ngeneral,F1-" + mark + ",1300," + today.plusDays(10) + ",\r\nsmall-business,F2-" + mark + ",99.9," + today + "," + today.plusDays(5) + "\r\n";
        assertThat(As.user("admin", () -> importing.bringIn(Kind.PRICES, file(prices))).created()).isEqualTo(3);
        assertThat(As.user("dana", () -> pricing.price(basket(null, null, null, "F1-" + mark, 1))).gross()).isEqualTo(Money.agorot(123_450));
        Imported overlapping = As.user("admin", () -> importing.bringIn(Kind.PRICES, file("list,sku,amount,from,until\r\ngeneral,F2-" + mark + ",5," + today + ",\r\nsmall-business,F2-" + mark + ",90," + today.plusDays(2) + ",\r\ngeneral,F1-" + mark + ",5 $," + today + ",\r\n")));
        assertThat(overlapping.wrong()).extracting(CsvTable.Wrong::line, one -> one.why().code()).containsExactly(tuple(4, "shared.money-malformed"));
        Imported overlap = As.user("admin", () -> importing.bringIn(Kind.PRICES, file("list,sku,amount,from\r\ngeneral,F2-" + mark + ",5," + today + "\r\nsmall-business,F2-" + mark + ",90," + today.plusDays(2) + "\r\n")));
        assertThat(overlap.wrong()).extracting(CsvTable.Wrong::line, one -> one.why().code()).containsExactly(tuple(3, "catalog.price-overlap"));
        refused("dana", "catalog.no-price", () -> pricing.price(basket(null, null, null, "F2-" + mark, 1)));

        assertThat(As.user("admin", () -> importing.bringIn(Kind.STOCK, file("sku,location,onHand\r\nF1-" + mark + ",central,5\r\nF1-" + mark + ",haifa,6\r\n"))).created()).isEqualTo(2);
        assertThat(available("F1-" + mark)).isEqualTo(11);
    }

    @Test
    void whatIsTakenOutComesInAgainAsItIs() throws Exception {
        for (Kind kind : Kind.values()) {
            StringBuilder whole = new StringBuilder(As.user("admin", () -> exporting.heading(kind)));
            String after = null;
            do {
                String from = after;
                CatalogExporting.Part part = As.user("admin", () -> exporting.part(kind, from));
                part.lines().forEach(whole::append);
                after = part.after();
            } while (after != null);
            Imported imported = As.user("admin", () -> importing.bringIn(kind, file(whole.toString())));
            assertThat(imported.wrong()).as(kind.name()).isEmpty();
            assertThat(imported.same()).as(kind.name()).isEqualTo(imported.lines()).isPositive();
        }
    }

    private static ByteArrayInputStream file(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> found(String typed) throws Exception {
        return As.user("dana", () -> search.find(typed, null, true, null, 20)).rows().stream().map(ProductSearch.ProductLine::sku).toList();
    }

    @Test
    void aProductIsFoundByFragmentsInBothLanguagesAndChangedByVersions() throws Exception {
        String sku = "RTX-" + mark + "-9";
        As.run("admin", () -> productKeeping.create(sku, facts(Product.Kind.GOODS, "נתב לסלון " + mark, "Salon gateway " + mark)));
        assertThat(found("סלו " + mark)).as("the beginning of a word, its prefix left out, a final letter in the middle").containsExactly(sku);
        assertThat(found("gatew " + mark)).containsExactly(sku);
        assertThat(found("rtx" + mark.substring(0, 4))).contains(sku);
        assertThat(found("gatew nothing" + mark)).isEmpty();
        long id = idOf(sku);
        As.run("admin", () -> productKeeping.change(id, productKeeping.get(id).version(), facts(Product.Kind.GOODS, "נתב למטבח " + mark, "Kitchen gateway " + mark)));
        assertThat(found("salon " + mark)).isEmpty();
        assertThat(found("מטבח " + mark)).containsExactly(sku);
        As.run("admin", () -> productKeeping.restore(id, productKeeping.get(id).version(), 1));
        assertThat(found("salon " + mark)).containsExactly(sku);
        refused("admin", "shared.code-taken", () -> productKeeping.create(sku.toLowerCase(Locale.ROOT), facts(Product.Kind.GOODS, "א", "a")));
    }

    @Test
    void onlyWhoMayChangesTheCatalogue() throws Exception {
        As.run("dana", () -> {
            assertThatThrownBy(() -> productKeeping.get(1)).isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> priceKeeping.lists()).isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> promotionKeeping.list(null, 1)).isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> importing.tryOut(Kind.STOCK, file("sku"))).isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> stockKeeping.locations()).isInstanceOf(EJBAccessException.class);
        });
    }

    // ---- other systems, over HTTP

    private static final URI API = URI.create("http://localhost:" + (8080 + TestPeers.offset()) + "/moked/api/");

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        String crm = Base64.getEncoder().encodeToString(("crm:" + As.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient().send(request.header("Authorization", "Basic " + crm).header("Accept-Language", "en").build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(API.resolve(path)));
    }

    private static HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(API.resolve(path)).header("Content-Type", "application/json").method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private static JsonObject json(HttpResponse<String> answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    @Test
    @RunAsClient
    void otherSystemsGetTheSameByRest() throws Exception {
        HttpResponse<String> first = get("v1/products?size=2");
        assertThat(json(first).getJsonArray("items")).hasSize(2);
        assertThat(first.headers().firstValue("Link").orElseThrow()).contains("rel=\"next\"").contains("cursor=");
        assertThat(json(get("v1/products?search=fibre%20rout")).getJsonArray("items").getJsonObject(0).getString("sku")).startsWith("RTR-");
        assertThat(get("v1/products?cursor=!").statusCode()).isEqualTo(400);

        JsonObject prices = json(get("v1/prices?line=CBL-USBC-2M:4&line=SRV-INSTALL"));
        assertThat(prices.getJsonArray("lines").getJsonObject(0).getJsonArray("discounts").getJsonObject(0).getString("promotion")).isEqualTo("cables-3-for-2");
        assertThat(prices.getJsonObject("gross").getInt("minor")).as("three of four, and one").isEqualTo(3 * 3_990 + 19_900);
        assertThat(prices.getInt("catalogEdition")).isPositive();
        assertThat(prices.getString("asOf")).isNotEmpty();
        HttpResponse<String> unknown = get("v1/prices?line=NOTHING");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(json(unknown).getString("code")).isEqualTo("catalog.unknown-product");
        assertThat(json(get("v1/prices?line=POS-M20:x")).getString("code")).isEqualTo("shared.field-not-whole");
        assertThat(json(get("v1/prices?line=POS-M20&currency=USD")).getString("code")).isEqualTo("shared.currency-mismatch");

        String key = UUID.randomUUID().toString();
        String asked = "{\"segment\":\"VIP\",\"channel\":\"PHONE\",\"lines\":[{\"sku\":\"POS-M20\",\"quantity\":2}]}";
        HttpResponse<String> quote = send(HttpRequest.newBuilder(API.resolve("v1/quotes")).header("Content-Type", "application/json").header("Idempotency-Key", key).POST(HttpRequest.BodyPublishers.ofString(asked)));
        assertThat(quote.statusCode()).isEqualTo(201);
        String number = json(quote).getString("number");
        HttpResponse<String> again = send(HttpRequest.newBuilder(API.resolve("v1/quotes")).header("Content-Type", "application/json").header("Idempotency-Key", key).POST(HttpRequest.BodyPublishers.ofString(asked)));
        assertThat(json(again).getString("number")).isEqualTo(number);
        assertThat(json(get("v1/quotes/" + number.replace("-", ""))).getString("state")).isEqualTo("OFFERED");
        assertThat(json(send("POST", "v1/quotes/" + number + "/acceptance", "{\"channel\":\"CHAT\"}")).getString("state")).isEqualTo("ACCEPTED");
        HttpResponse<String> twice = send("DELETE", "v1/quotes/" + number, "");
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(json(twice).getString("code")).isEqualTo("catalog.quote-ended");

        assertThat(json(send("PUT", "v1/stock/KEY-FIDO2/haifa", "{\"onHand\":77}")).getJsonArray("places").getJsonObject(2).getInt("onHand")).isEqualTo(77);
        assertThat(json(send("PUT", "v1/stock/KEY-FIDO2/haifa", "{\"onHnd\":77}")).getString("code")).isEqualTo("shared.field-missing");
        assertThat(json(send("PUT", "v1/stock/feeds/erp-" + key.substring(0, 8), "{\"sequence\":1,\"levels\":[{\"sku\":\"KEY-FIDO2\",\"location\":\"haifa\",\"onHand\":78}]}")).getBoolean("taken")).isTrue();
        String reservation = "v1/stock/reservations/web-" + key;
        assertThat(json(send("PUT", reservation, "{\"minutes\":5,\"lines\":[{\"sku\":\"KEY-FIDO2\",\"quantity\":3,\"location\":\"haifa\"}]}")).getString("state")).isEqualTo("HELD");
        assertThat(json(get("v1/stock?sku=KEY-FIDO2")).getJsonArray("items").getJsonObject(0).getJsonArray("places").getJsonObject(2).getInt("available")).isEqualTo(75);
        assertThat(json(send("POST", reservation + "/sale", "")).getString("state")).isEqualTo("SOLD");
        assertThat(json(send("DELETE", reservation, "")).getString("state")).isEqualTo("SOLD");
        HttpResponse<String> tooMany = send("PUT", reservation + "-b", "{\"lines\":[{\"sku\":\"GUIDE-EILAT\",\"quantity\":5000}]}");
        assertThat(tooMany.statusCode()).isEqualTo(409);
        assertThat(json(tooMany).getString("code")).isEqualTo("catalog.out-of-stock");
    }

    private static HttpResponse<String> soap(String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(API.resolve("soap/sale")).header("Content-Type", "text/xml; charset=UTF-8").POST(HttpRequest.BodyPublishers.ofString(
                "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:m=\"urn:moked:sale:1\"><s:Body>" + body + "</s:Body></s:Envelope>")));
    }

    @Test
    @RunAsClient
    void theSameBySoap() throws Exception {
        assertThat(get("soap/sale?wsdl").body()).contains("SaleService").contains("OfferQuote");
        String prices = soap("<m:GetPrices><m:segment>PRIVATE</m:segment><m:item><m:sku>SRV-INSTALL</m:sku><m:quantity>1</m:quantity></m:item></m:GetPrices>").body();
        assertThat(prices).contains("<minor>19900</minor>").contains("<vatBasisPoints>1800</vatBasisPoints>").contains("<list>general</list>");
        assertThat(soap("<m:GetStock><m:sku>RTR-AX6000</m:sku></m:GetStock>").body()).contains("<location>central</location>");
        String offer = "<m:OfferQuote><m:requestKey>" + UUID.randomUUID() + "</m:requestKey><m:segment>PRIVATE</m:segment><m:item><m:sku>SRV-INSTALL</m:sku><m:quantity>2</m:quantity></m:item></m:OfferQuote>";
        String number = soap(offer).body().replaceAll("(?s).*<number>([^<]+)<.*", "$1");
        assertThat(soap(offer).body()).as("the same key again").contains("<number>" + number);
        assertThat(soap("<m:GetQuote><m:number>" + number + "</m:number></m:GetQuote>").body()).contains("<state>OFFERED</state>").contains("<minor>39800</minor>");
        assertThat(soap("<m:AcceptQuote><m:number>" + number + "</m:number><m:channel>PHONE</m:channel></m:AcceptQuote>").body()).contains("<state>ACCEPTED</state>");
        HttpResponse<String> fault = soap("<m:GetQuote><m:number>000000001</m:number></m:GetQuote>");
        assertThat(fault.statusCode()).isEqualTo(500);
        assertThat(fault.body()).contains("code>catalog.unknown-quote<");
    }
}
