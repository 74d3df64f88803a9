// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import static il.moked.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.Rows;
import il.moked.branch.Arrival.How;
import il.moked.branch.Arrival.State;
import il.moked.branch.ejb.BranchBoard;
import il.moked.branch.ejb.ByException;
import il.moked.branch.ejb.CounterWork;
import il.moked.branch.ejb.Greeting;
import il.moked.branch.ejb.Greeting.Caught;
import il.moked.branch.ejb.Greeting.CheckedIn;
import il.moked.branch.ejb.Greeting.Offline;
import il.moked.branch.ejb.Greeting.Visitor;
import il.moked.branch.ejb.OfflineNumbers;
import il.moked.branch.ejb.SendingOn;
import il.moked.branch.ejb.TicketTelling;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.interaction.AsSystem;
import il.moked.shared.NationalId;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What customers touch of branches by plain requests, and what the greeter's device does that no person sees. */
@ArquillianTest
public class PortalBranchIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OFFSET = Integer.getInteger("jboss.socket.binding.port-offset", 0);
    private static final String PORTAL = "127.0.0.1:" + (8081 + OFFSET);
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    @Inject
    AsSystem system;
    @Inject
    OwnBranch own;
    @Inject
    OwnBranch other;
    @Inject
    Greeting greeting;
    @Inject
    ByException byException;
    @Inject
    OfflineNumbers numbers;
    @Inject
    SendingOn sendingOn;
    @Inject
    TicketTelling telling;
    @Inject
    CounterWork counters;
    @Inject
    BranchBoard board;
    @Inject
    Customers customers;
    @Inject
    Arrivals arrivals;
    @Inject
    Rows rows;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).build();
    private boolean two;
    private String code;

    @BeforeEach
    void begin() {
        own.begin(Segment.PRIVATE, Segment.VIP);
        code = "b-" + own.mark;
    }

    @AfterEach
    void nobodyIsLeftWaiting() throws Exception {
        own.end();
        if (two) {
            other.end();
        }
    }

    private HttpResponse<String> get(String path, String language) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create("http://" + PORTAL + path)).header("Cookie", "moked.lang=" + language).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String language, Map<String, String> form) throws Exception {
        String body = form.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return http.send(HttpRequest.newBuilder(URI.create("http://" + PORTAL + path)).header("Cookie", "moked.lang=" + language).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    /** Nobody fills a form as fast as a test: sent again until it is old enough. */
    private HttpResponse<String> sent(String path, String language, Map<String, String> form) throws Exception {
        return await().atMost(PATIENCE).until(() -> post(path, language, form), answer -> !answer.body().contains("The form was sent too fast") && !answer.body().contains("הטופס נשלח מהר מדי"));
    }

    private static String token(HttpResponse<String> page) {
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).as(page.body()).isTrue();
        return token.group(1);
    }

    private Map<String, String> join(String token, String telephone) {
        return Map.of("token", token, "website", "", "telephone", telephone, "reason", own.reason, "expected", "30", "name", "");
    }

    /** A mobile number that belongs to this test. */
    private String telephone() {
        return "05" + String.format("%08d", Math.floorMod(Long.parseLong(own.mark, 16), 100_000_000L));
    }

    @Test
    void whichBranchIsForWhom() throws Exception {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(get("/branches?for=PRIVATE&q=" + own.mark, "en").body()).contains("/branch/" + code).contains("Always open"));
        assertThat(get("/branches?for=LARGE_BUSINESS&q=" + own.mark, "he").body()).doesNotContain("/branch/" + code);
        assertThat(get("/branch/" + code, "he").body()).contains("סניף " + own.mark).contains("כל היממה");
        assertThat(get("/branch/none-" + own.mark, "en").statusCode()).isEqualTo(404);
        assertThat(get("/branch/" + code + "/nothing", "en").statusCode()).isEqualTo(404);
    }

    @Test
    void aNumberFromHomeIsItsOwnersAlone() throws Exception {
        String path = "/branch/" + code;
        String token = token(get(path, "en"));
        HttpResponse<String> taken = sent(path, "en", join(token, telephone()));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(303);
        String ticket = taken.headers().firstValue("Location").orElseThrow();
        assertThat(get(ticket, "en").body()).contains("Q001").contains("Your place is kept").contains("Leave the line");
        assertThat(rows.count("select count(*) from outbound_message o join interaction i on i.id = o.interaction_id where i.team_id = ?", own.branch().teamId())).as("told by text message").isEqualTo(1);

        assertThat(post(path, "en", join(token, telephone())).headers().firstValue("Location")).as("sent twice").contains(ticket);
        HttpResponse<String> stranger = sent(path, "en", join(token(get(path, "en")), telephone()));
        assertThat(stranger.statusCode()).isEqualTo(200);
        assertThat(stranger.body()).contains("has a number at the branch already").doesNotContain("Q001").doesNotContain("/ticket/");
        assertThat(rows.count("select count(*) from arrival where branch_id = ?", own.id())).isEqualTo(1);
        assertThat(get(path + "/ticket/0000000000", "en").statusCode()).isEqualTo(404);

        CheckedIn there = As.user(own.greeter, () -> greeting.checkIn(own.id(), new Visitor(rows.count("select customer_id from arrival where branch_id = ?", own.id()), null, null, null, own.reason, null, How.GREETER, null)));
        assertThat(there.visit().number()).as("he came").isEqualTo("Q001");
        assertThat(there.visit().state()).isEqualTo(State.WAITING);
        assertThat(post(ticket, "he", Map.of()).statusCode()).isEqualTo(303);
        assertThat(get(ticket, "he").body()).contains("יצאת מהתור");
        assertThat(own.state(there.visit().id())).isEqualTo("LEFT");
        assertThat(post(ticket, "he", Map.of()).statusCode()).as("left twice").isEqualTo(303);
    }

    @Test
    void whatIsWrongIsSaidBesideItsField() throws Exception {
        String path = "/branch/" + code;
        Map<String, String> wrong = Map.of("token", token(get(path, "he")), "website", "", "telephone", "03-1234567", "reason", "", "expected", "7", "name", "x".repeat(200));
        HttpResponse<String> hebrew = post(path, "he", wrong);
        assertThat(hebrew.statusCode()).isEqualTo(422);
        assertThat(hebrew.body()).contains("צריך טלפון נייד").contains("נא לבחור לשם מה").contains("נא לבחור בעוד כמה זמן").contains("השם ארוך מדי");
        assertThat(post(path, "en", wrong).body()).contains("It must be a mobile phone").contains("Please choose what for");
        HttpResponse<String> elsewhere = sent(path, "en", Map.of("token", token(get(path, "en")), "website", "", "telephone", telephone(), "reason", "no-such", "expected", "30", "name", ""));
        assertThat(elsewhere.statusCode()).isEqualTo(422);
        assertThat(elsewhere.body()).contains("Choose why he comes");
        assertThat(rows.count("select count(*) from arrival where branch_id = ?", own.id())).isZero();
    }

    @Test
    void theKioskShowsNothingOfWhoeverStandsThere() throws Exception {
        String kiosk = "/branch/" + code + "/kiosk";
        String card = nationalId();
        long customer = own.customer(Segment.PRIVATE);
        rows.change("update customer set national_id = ? where id = ?", card, customer);
        String name = system.inTransaction(() -> customers.get(customer).displayName());
        List<HttpResponse<String>> answers = new ArrayList<>();
        String token = token(get(kiosk, "he"));
        answers.add(post(kiosk, "he", Map.of("token", token, "who", card)));
        assertThat(answers.get(0).body()).contains("לשם מה הגעת").contains("בירור");
        answers.add(post(kiosk, "he", Map.of("token", token, "who", card, "reason", own.reason)));
        assertThat(answers.get(1).body()).contains("Q001").contains("המספר שלך");
        answers.add(post(kiosk, "he", Map.of("token", token, "who", card, "reason", own.reason)));
        assertThat(answers.get(2).body()).as("sent twice").contains("Q001");
        answers.add(post(kiosk, "en", Map.of("token", token(get(kiosk, "en")), "who", card)));
        assertThat(answers.get(3).body()).as("he has one").contains("You have a number already").contains("Q001");
        answers.add(post(kiosk, "en", Map.of("token", token(get(kiosk, "en")), "who", "", "reason", own.reason)));
        assertThat(answers.get(4).body()).as("nobody").contains("Q002");
        answers.add(post(kiosk, "en", Map.of("token", token(get(kiosk, "en")), "who", "what?")));
        assertThat(answers.get(5).statusCode()).isEqualTo(422);
        assertThat(answers.get(5).body()).contains("That is not known");
        assertThat(answers).allSatisfy(answer -> assertThat(answer.body()).doesNotContain(name).doesNotContain(Segment.PRIVATE.name()));
        assertThat(rows.texts("select how from arrival where branch_id = ?", own.id())).containsOnly("KIOSK");
        assertThat(rows.count("select customer_id from arrival where branch_id = ? and number = 'Q001'", own.id())).isEqualTo(customer);
    }

    /** With a check digit that fits. */
    private String nationalId() {
        String eight = String.format("%08d", Math.floorMod(Long.parseLong(own.mark, 16), 100_000_000L));
        for (int digit = 0; digit < 10; digit++) {
            if (NationalId.parse(eight + digit).isPresent()) {
                return eight + digit;
            }
        }
        throw new IllegalStateException(eight);
    }

    @Test
    void theDisplayIsToldAtOnceAndTellsNoName() throws Exception {
        String clerk = own.clerk(3);
        long customer = own.customer(Segment.PRIVATE);
        String name = system.inTransaction(() -> customers.get(customer).displayName());
        List<String> heard = new CopyOnWriteArrayList<>();
        WebSocket socket = http.newWebSocketBuilder().header("Origin", "http://" + PORTAL).buildAsync(URI.create("ws://" + PORTAL + "/branches/push?branch=" + code), new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                heard.add(text.toString());
                from.request(1);
                return null;
            }
        }).get(30, TimeUnit.SECONDS);
        CheckedIn visit = own.comes(customer);
        await().atMost(PATIENCE).until(() -> heard.contains("look"));
        String waiting = get("/branch/" + code + "/state", "he").body();
        assertThat(waiting).contains("\"next\":[\"Q001\"]");
        heard.clear();
        As.user(clerk, () -> counters.callNext()).orElseThrow();
        await().atMost(PATIENCE).until(() -> heard.contains("look"));
        String called = get("/branch/" + code + "/state", "he").body();
        assertThat(called).contains("\"number\":\"Q001\"").contains("\"counter\":3").contains("\"calls\":1");
        assertThat(List.of(waiting, called, get("/branch/" + code + "/display", "he").body(), get("/branch/" + code, "en").body())).allSatisfy(page -> assertThat(page).doesNotContain(name));
        socket.abort();
        assertThat(visit.visit().number()).isEqualTo("Q001");
    }

    @Test
    void numbersGoOnWithoutALineAndAreThereOnce() throws Exception {
        OfflineNumbers.Block mine = As.user(own.greeter, () -> numbers.reserve(own.id()));
        OfflineNumbers.Block next = As.user(own.greeter, () -> numbers.reserve(own.id()));
        assertThat(next.first()).as("nobody else is given one of them").isEqualTo(mine.last() + 1);
        assertThat(rows.count("select count(*) from audit_entry where action = 'branch.numbers-reserved' and subject_id = ?", own.id())).isEqualTo(2);
        String first = mine.letter() + String.format("%03d", mine.first());
        String second = mine.letter() + String.format("%03d", mine.first() + 1);
        long known = own.customer(Segment.PRIVATE);
        // its answer was lost: the visit is here, and the device gave it a number of its own
        CheckedIn lost = As.user(own.greeter, () -> greeting.checkIn(own.id(), own.visitor(null, "lost-" + own.mark)));
        assertThat(lost.visit().number()).isEqualTo("Q001");
        List<Offline> taken = List.of(new Offline(own.visitor(null, "lost-" + own.mark), Instant.now(), first), new Offline(own.visitor(known, "known-" + own.mark), Instant.now(), second));
        for (int times = 0; times < 2; times++) {
            List<Caught> caught = As.user(own.greeter, () -> greeting.catchUp(own.id(), taken));
            assertThat(caught).extracting(one -> one.visit().visit().number()).containsExactly(first, second);
        }
        assertThat(rows.texts("select number from arrival where branch_id = ? order by id", own.id())).containsExactly(first, second);
        refused("branch.unknown", () -> As.user("dana", () -> numbers.reserve(own.id())));
    }

    @Test
    void whoBelongsElsewhereIsSentThereWithANumberOrServedAndCounted() throws Exception {
        two = true;
        other.begin(Segment.LARGE_BUSINESS);
        String everywhere = "everywhere-" + own.mark;
        system.inTransaction(() -> {
            own.branches.add(new VisitReason(everywhere, null, new VisitReason.Terms("חשבון", "Bill", null, "E", 5, 900)));
            return null;
        });
        long firm = own.customer(Segment.LARGE_BUSINESS);
        rows.change("update customer set segment = 'LARGE_BUSINESS' where id = ?", firm);
        CheckedIn here = As.user(own.greeter, () -> byException.checkIn(own.id(), visitor(firm, everywhere), ExceptionCause.URGENT));
        assertThat(here.exceptional()).isTrue();
        assertThat(rows.texts("select detail from arrival_event where arrival_id = ? and kind = 'EXCEPTION'", here.visit().id())).contains("URGENT");
        CheckedIn there = As.user(own.greeter, () -> sendingOn.waiting(here.visit().id(), other.id(), 20));
        assertThat(there.visit().branchId()).isEqualTo(other.id());
        assertThat(there.visit().state()).isEqualTo(State.EXPECTED);
        assertThat(own.state(here.visit().id())).isEqualTo("REDIRECTED");
        refused("shared.field-range", () -> As.user(own.greeter, () -> sendingOn.before(own.id(), visitor(firm, everywhere), other.id(), 0)));
        rows.change("update visit_reason set active = false where code = ?", everywhere);
    }

    private Visitor visitor(long customer, String reason) {
        return new Visitor(customer, null, null, null, reason, null, How.GREETER, "k-" + reason);
    }

    @Test
    void aNumberIsSentByTextMessage() throws Exception {
        CheckedIn visit = own.comes(own.customer(Segment.PRIVATE));
        refused("branch.no-mobile", () -> As.user(own.greeter, () -> telling.byText(visit.visit().id(), "")));
        refused("shared.field-malformed", () -> As.user(own.greeter, () -> telling.byText(visit.visit().id(), "abc")));
        refused("branch.unknown-arrival", () -> As.user("dana", () -> telling.byText(visit.visit().id(), telephone())));
        As.user(own.greeter, () -> telling.byText(visit.visit().id(), telephone()));
        assertThat(rows.text("select m.text from outbound_message o join message m on m.id = o.message_id where o.interaction_id = ?", visit.visit().interactionId())).contains("Q001");
        assertThat(rows.texts("select detail from arrival_event where arrival_id = ? and kind = 'TOLD'", visit.visit().id())).containsExactly("SMS");
    }
}
