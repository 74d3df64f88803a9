// SPDX-License-Identifier: Apache-2.0
package il.moked.ivr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.Refusals;
import il.moked.Rows;
import il.moked.catalog.PriceList;
import il.moked.catalog.Product;
import il.moked.catalog.StockLocation;
import il.moked.catalog.TaxClass;
import il.moked.catalog.ejb.PriceKeeping;
import il.moked.catalog.ejb.Pricing;
import il.moked.catalog.ejb.ProductKeeping;
import il.moked.catalog.ejb.Quoting;
import il.moked.catalog.ejb.StockKeeping;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.interaction.AsSystem;
import il.moked.interaction.Call;
import il.moked.interaction.Calls;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.Interactions;
import il.moked.interaction.TelephonyCommand;
import il.moked.interaction.TelephonyCommand.Kind;
import il.moked.interaction.ejb.CallEvent;
import il.moked.interaction.ejb.CallEvent.Type;
import il.moked.interaction.ejb.CommandDelivery.Asked;
import il.moked.interaction.ejb.Exchanging;
import il.moked.ivr.MenuWalk.Outcome;
import il.moked.ivr.ejb.Menus;
import il.moked.order.SaleOrder.Settlement;
import il.moked.order.SaleOrder.State;
import il.moked.order.ejb.OrderDetail;
import il.moked.order.ejb.OrderReading;
import il.moked.order.ejb.Ordering;
import il.moked.selfservice.CodeMail;
import il.moked.selfservice.PortalSession;
import il.moked.selfservice.PortalSessions;
import il.moked.selfservice.Secret;
import il.moked.shared.Money;
import il.moked.shared.NationalId;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callers whom a menu of ours leads, with an exchange that does what it is asked and tells what is pressed. */
@ArquillianTest
public class MenuIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int IMAP = Integer.getInteger("moked.lab.imap-port", 3143);
    private static final String PORTAL = "http://127.0.0.1:" + (8081 + Integer.getInteger("jboss.socket.binding.port-offset", 0));
    private static final String ACCOUNT = "phone-ivr";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final ZoneId ISRAEL = ZoneId.of("Asia/Jerusalem");

    @Inject
    AsSystem system;
    @Inject
    Exchanging exchanging;
    @Inject
    Calls calls;
    @Inject
    Interactions interactions;
    @Inject
    Customers customers;
    @Inject
    ProductKeeping products;
    @Inject
    PriceKeeping prices;
    @Inject
    StockKeeping stock;
    @Inject
    Quoting quoting;
    @Inject
    Ordering ordering;
    @Inject
    OrderReading orders;
    @Inject
    Menus menus;
    @Inject
    PortalSessions sessions;
    @Inject
    Rows rows;
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String call = "menu-" + UUID.randomUUID();
    private final Instant dialled = Instant.now().minusSeconds(200).truncatedTo(ChronoUnit.SECONDS);
    private final String mail = "ivr-" + mark + "@example.org";

    @BeforeEach
    void waitInThisThread() {
        Awaitility.pollInSameThread();
    }

    /** Nobody is left waiting for others' tests to find. */
    @AfterEach
    void hangUp() throws Exception {
        tell(CallEvent.of(UUID.randomUUID().toString(), call, Type.ENDED, null).endedBy(Call.EndedBy.CUSTOMER));
        await().atMost(PATIENCE).until(() -> rows.count("select count(*) from phone_call where provider_call_id = ? and ended_at is not null", call) == 1);
    }

    private boolean tell(CallEvent event) throws Exception {
        return As.user("crm", () -> exchanging.told(ACCOUNT, event));
    }

    private void dials(String number) throws Exception {
        tell(CallEvent.of(UUID.randomUUID().toString(), call, Type.OFFERED, dialled).from(number, "*2800"));
    }

    /** What the exchange is asked next, done at once. */
    private Asked asked(Kind kind) throws Exception {
        return await().atMost(PATIENCE).until(() -> As.user("crm", () -> {
            List<Asked> open = exchanging.fetch(ACCOUNT, Set.of(call), Set.of());
            for (Asked one : open) {
                exchanging.settled(ACCOUNT, one.id(), Exchanging.Result.DONE, null);
            }
            return open.stream().filter(one -> one.kind() == kind).findFirst().orElse(null);
        }), found -> found != null);
    }

    private void presses(String keys, Asked prompt) throws Exception {
        tell(CallEvent.of(UUID.randomUUID().toString(), call, Type.DIGITS, null).pressed(keys, prompt.id()));
    }

    private Asked after(String keys, Asked prompt) throws Exception {
        presses(keys, prompt);
        return asked(Kind.PROMPT);
    }

    private Asked mainMenu() throws Exception {
        dials("+9725" + (10_000_000 + Math.abs(mark.hashCode()) % 80_000_000));
        Asked language = asked(Kind.PROMPT);
        assertThat(language.keys().most()).isEqualTo(1);
        assertThat(language.announcement()).contains("לעברית").contains("English");
        Asked main = after("2", language);
        assertThat(main.language()).isEqualTo("en");
        return main;
    }

    private Call phoneCall() {
        return system.inTransaction(() -> entities.createQuery("select c from Call c where c.providerCallId = :id", Call.class).setParameter("id", call).getSingleResult());
    }

    private List<String> heard() {
        return system.inTransaction(() -> entities.createQuery("select e.kind, e.detail from InteractionEvent e where e.interaction.id = :id order by e.id", Object[].class).setParameter("id", phoneCall().interactionId()).getResultStream()
                .map(row -> row[0] + " " + row[1]).toList());
    }

    private String outcome() throws Exception {
        return rows.text("select w.outcome from menu_walk w join phone_call c on c.id = w.call_id where c.provider_call_id = ?", call);
    }

    private NationalId freshId() {
        for (int number = 40_000_000 + (int) (System.nanoTime() % 40_000_000); ; number++) {
            for (int check = 0; check < 10; check++) {
                String digits = "%08d%d".formatted(number, check);
                if (NationalId.parse(digits).isPresent() && system.inTransaction(() -> customers.findByNationalId(new NationalId(digits))).isEmpty()) {
                    return new NationalId(digits);
                }
            }
        }
    }

    private Customer customer(NationalId id) {
        return system.inTransaction(() -> {
            Customer person = Customer.person("Ivr", mark, id, Segment.PRIVATE, "en", Instant.now());
            person.reachableBy(ContactPoint.Kind.EMAIL, mail, mail, true, Instant.now());
            customers.add(person);
            return person;
        });
    }

    private String ordered(Customer customer, long agorot) throws Exception {
        String sku = "IVR-" + mark.toUpperCase(java.util.Locale.ROOT);
        LocalDate yesterday = LocalDate.now(ISRAEL).minusDays(1);
        As.run("admin", () -> {
            long category = products.createCategory("ivr-" + mark, "בדיקה", "Test");
            long product = products.create(sku, new Product.Facts(Product.Kind.GOODS, Product.Unit.values()[0], TaxClass.values()[0], category, "נתב " + mark, "Router " + mark, "", "", null, 12, yesterday, null));
            stock.createLocation("ivr-" + mark, "מחסן", "Warehouse", StockLocation.Kind.WAREHOUSE, 900);
            stock.receive(sku, "ivr-" + mark, 5, null);
            long list = prices.createList("ivr-" + mark, "בדיקה", "Test", PriceList.Kind.AGREEMENT, null, customer.id(), Money.SHEKEL, true);
            prices.set(list, product, Money.agorot(agorot), yesterday, null, false);
        });
        String quote = As.user("dana", () -> quoting.offer(Pricing.Basket.of(customer.id(), null, List.of(new Pricing.Item(sku, 1))), new Quoting.Occasion(null, null, null)).number());
        return As.user("dana", () -> ordering.place(new Ordering.NewOrder(quote, customer.id(), Settlement.CARD, 1, null)));
    }

    /** @return what the browser he is signed in with holds */
    private String signedIn(Customer customer) {
        Secret token = Secret.next();
        return system.inTransaction(() -> {
            sessions.add(new PortalSession(token, PortalSession.Kind.CUSTOMER, customer.id(), PortalSession.Way.CODE, "Firefox", "192.0.2.9", Instant.now()));
            return token.shown();
        });
    }

    private String onTheSite(String token, String number) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(PORTAL + "/my/orders/" + number)).header("Cookie", "moked.lang=en; moked.my=" + token).build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private OrderDetail order(String number) throws Exception {
        return As.user("dana", () -> orders.get(number));
    }

    private void pays(String link) throws Exception {
        Matcher token = TOKEN.matcher(http.send(HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.ofString()).body());
        assertThat(token.find()).as("a page to pay on").isTrue();
        assertThat(http.send(HttpRequest.newBuilder(URI.create(link)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("token=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) + "&act=pay")).build(), HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(303);
    }

    @Test
    void aCallerProvesWhoHeIsHearsWhatHeOwesAsksToPayAndHearsAndSeesOnTheSiteThatItIsPaid() throws Exception {
        NationalId id = freshId();
        Customer customer = customer(id);
        String number = ordered(customer, 119_00);
        await().atMost(PATIENCE).until(() -> order(number), order -> order.live() != null && order.live().payable());

        Asked identity = after("2", mainMenu());
        assertThat(identity.keys().most()).isEqualTo(9);
        assertThat(identity.keys().terminator()).isEqualTo("#");
        assertThat(identity.keys().secret()).isTrue();
        Asked code = after(id.digits(), identity);
        assertThat(code.keys().most()).isEqualTo(6);
        String digits = CodeMail.code(mail, IMAP);
        Asked bills = after(digits, code);
        assertThat(bills.announcement()).contains("what you owe");
        assertThat(phoneCall().nationalId()).contains(id);
        assertThat(rows.count("select count(*) from interaction where id = ? and customer_id = ?", phoneCall().interactionId(), customer.id())).as("the agent would see whose call it is").isEqualTo(1);

        Asked balance = after("1", bills);
        assertThat(balance.announcement()).contains("119.00").contains(number);
        Asked paying = after("2", balance);
        assertThat(paying.announcement()).contains("A link to pay");
        await().atMost(PATIENCE).until(() -> rows.count("select count(*) from menu_pay_link l join menu_walk w on w.id = l.walk_id join phone_call c on c.id = w.call_id where c.provider_call_id = ? and l.sent_at is not null", call) == 1);
        assertThat(rows.texts("select text from message where interaction_id = ?", phoneCall().interactionId())).anyMatch(text -> text.contains(number) && text.contains("http"));

        String site = signedIn(customer);
        assertThat(onTheSite(site, number)).contains("id=\"to-pay\"").doesNotContain(">Paid<");
        pays(order(number).live().link());
        await().atMost(PATIENCE).until(() -> order(number), order -> order.state() == State.PAID);
        assertThat(onTheSite(site, number)).contains(">Paid<").doesNotContain("id=\"to-pay\"");
        Asked paid = after("1", paying);
        assertThat(paid.announcement()).contains("You owe nothing");
        presses("9", paid);
        Asked bye = asked(Kind.PROMPT);
        assertThat(bye.keys().most()).isZero();
        presses(null, bye);
        asked(Kind.HANG_UP);
        assertThat(outcome()).isEqualTo(Outcome.SERVED.name());

        assertThat(heard()).anyMatch(line -> line.startsWith("MENU_HEARD") && line.contains("119.00")).anyMatch(line -> line.startsWith("MENU_VERIFIED")).anyMatch(line -> line.equals("MENU_TYPED ••••••"))
                .noneMatch(line -> line.contains(digits)).noneMatch(line -> line.contains(id.digits()));
        List<byte[]> kept = system.inTransaction(() -> entities.createQuery("select m.raw from InboundMessage m where m.sender = :call", byte[].class).setParameter("call", call).getResultList());
        assertThat(kept).hasSizeGreaterThan(6).noneMatch(raw -> new String(raw, StandardCharsets.UTF_8).contains(digits)).noneMatch(raw -> new String(raw, StandardCharsets.UTF_8).contains(id.digits()));
    }

    @Test
    void whoHasThatIdIsNotToldAndAfterThreeTriesAHumanTakesOver() throws Exception {
        NationalId nobodys = freshId();
        Asked identity = after("2", mainMenu());
        String first = identity.announcement();
        Asked code = null;
        for (int attempt = 1; attempt <= 3; attempt++) {
            code = after(nobodys.digits(), identity);
            assertThat(code.announcement()).as("the same words as for somebody").contains("If this ID is known to us");
            if (attempt < 3) {
                identity = after("123456", code);
                assertThat(identity.announcement()).contains("not right").isNotEqualTo(first);
            }
        }
        presses("123456", code);
        asked(Kind.LINE_UP);
        assertThat(outcome()).isEqualTo(Outcome.HUMAN.name());
        assertThat(phoneCall().subject()).as("where the menu says they go on").contains("bill");
        assertThat(phoneCall().state()).isEqualTo(Call.State.QUEUED);
        assertThat(heard()).anyMatch(line -> line.startsWith("MENU_UNVERIFIED"));
    }

    @Test
    void aHumanIsOneKeyAwayAndTheLawsClockCountsFromDialling() throws Exception {
        Asked main = mainMenu();
        presses("1", main);
        asked(Kind.LINE_UP);
        await().atMost(PATIENCE).until(() -> rows.count("select count(*) from statutory_record where interaction_id = ? and kind = 'ANSWER' and subject = 'fault'", phoneCall().interactionId()) == 1);
        assertThat(phoneCall().dialledAt()).isEqualTo(dialled);
        Instant started = system.inTransaction(() -> entities.createQuery("select r.startedAt from StatutoryRecord r where r.interactionId = :id", Instant.class).setParameter("id", phoneCall().interactionId()).setMaxResults(1).getSingleResult());
        assertThat(started).isEqualTo(dialled);
        assertThat(rows.count("select count(*) from work_item where interaction_id = ?", phoneCall().interactionId())).isEqualTo(1);
    }

    @Test
    void zeroLeadsOutOfWhateverIsAsked() throws Exception {
        Asked identity = after("2", mainMenu());
        presses("0", identity);
        asked(Kind.LINE_UP);
        assertThat(outcome()).isEqualTo(Outcome.HUMAN.name());
        assertThat(phoneCall().queuedAt()).isPresent();
    }

    @Test
    void whatIsSaidTwiceOrTooLateCountsOnce() throws Exception {
        dials("+972521234567");
        Asked language = asked(Kind.PROMPT);
        CallEvent event = CallEvent.of(UUID.randomUUID().toString(), call, Type.DIGITS, null).pressed("2", language.id());
        assertThat(tell(event)).isTrue();
        assertThat(tell(event)).isFalse();
        tell(CallEvent.of(UUID.randomUUID().toString(), call, Type.DIGITS, null).pressed("1", language.id()));
        Asked main = asked(Kind.PROMPT);
        assertThat(main.announcement()).contains("For a fault");
        tell(CallEvent.of(UUID.randomUUID().toString(), call, Type.DIGITS, null).pressed("1", language.id()));
        Asked wrong = after("8", main);
        assertThat(wrong.announcement()).startsWith("We did not understand");
        assertThat(prompts()).as("language, main, main again").isEqualTo(3);
        Asked silence = after(null, wrong);
        presses(null, silence);
        asked(Kind.LINE_UP);
        assertThat(outcome()).as("who says nothing gets somebody").isEqualTo(Outcome.HUMAN.name());
    }

    private long prompts() throws Exception {
        return rows.count("select count(*) from telephony_command where provider_call_id = ? and kind = 'PROMPT'", call);
    }

    @Test
    void whoWantsToBeCalledKeepsHisPlaceAndWhoLeavesAMessageIsCalled() throws Exception {
        Asked info = after("5", mainMenu());
        Asked hours = after("1", info);
        assertThat(hours.announcement()).contains("We are");
        presses("4", hours);
        asked(Kind.RECORD);
        tell(CallEvent.of(UUID.randomUUID().toString(), call, Type.RECORDED, null).recordedAt("https://recordings.example/" + mark + ".wav"));
        Asked bye = asked(Kind.PROMPT);
        assertThat(bye.announcement()).contains("call you back");
        assertThat(outcome()).isEqualTo(Outcome.MESSAGE.name());
        assertThat(phoneCall().recordingLinks()).containsExactly("https://recordings.example/" + mark + ".wav");
        await().atMost(PATIENCE).until(() -> rows.count("select count(*) from work_item where interaction_id = ? and kind = 'CALLBACK'", phoneCall().interactionId()) == 1);
    }

    @Test
    void whoHangsUpLeavesAndWhereIsKnown() throws Exception {
        Asked main = mainMenu();
        assertThat(main).isNotNull();
        tell(CallEvent.of(UUID.randomUUID().toString(), call, Type.ENDED, null).endedBy(Call.EndedBy.CUSTOMER));
        await().atMost(PATIENCE).until(() -> Outcome.LEFT.name().equals(outcome()));
        List<MenuWalks.Ending> endings = As.user("admin", () -> menus.endings("main", 1));
        assertThat(endings).anyMatch(ending -> ending.node().equals("main") && ending.outcome() == Outcome.LEFT && ending.count() > 0);
    }

    @Test
    void aMenuIsChangedTriedPutInForceAndTakenBack() throws Exception {
        int before = As.user("admin", () -> menus.active("main").orElseThrow().number());
        Menus.Edition draft = As.user("admin", () -> {
            MenuFlow flow = menus.active("main").orElseThrow().content();
            MenuNode main = flow.get("main");
            return menus.put("main", null, new MenuNode("main", main.kind(), main.he(), main.en() + " Or wait.", null, null, null, null, null, main.choices()));
        });
        assertThat(As.user("admin", () -> menus.findings(draft.content()))).noneMatch(FlowCheck.Finding::error);
        As.run("admin", () -> Refusals.refused("ivr.changed", () -> menus.remove("main", draft.revision() + 5, "hours")));
        As.run("admin", () -> Refusals.refused("ivr.note", () -> menus.activate("main", draft.revision(), " ")));
        Menus.Edition faulty = As.user("admin", () -> menus.remove("main", draft.revision(), "hours"));
        As.run("admin", () -> Refusals.refused("ivr.faulty", () -> menus.activate("main", faulty.revision(), "why")));
        As.run("admin", () -> menus.discard("main", faulty.revision()));
        Menus.Edition again = As.user("admin", () -> menus.put("main", null, menus.active("main").orElseThrow().content().get("main")));
        Menus.Edition now = As.user("admin", () -> menus.activate("main", again.revision(), "nothing new"));
        assertThat(now.number()).isGreaterThan(before);
        Menus.Edition back = As.user("admin", () -> menus.rollBack("main", before));
        assertThat(back.content()).isEqualTo(As.user("admin", () -> menus.edition("main", before)).content());
        As.run("dana", () -> org.assertj.core.api.Assertions.assertThatThrownBy(() -> menus.flows()).isInstanceOf(jakarta.ejb.EJBAccessException.class));
        As.run("dana", () -> { });
        assertThat(rows.texts("select action from audit_entry where subject = 'menu-edition'")).contains("ivr.drafted", "ivr.activated", "ivr.rolled-back");
    }
}
