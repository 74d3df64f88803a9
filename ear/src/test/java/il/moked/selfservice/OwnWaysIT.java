// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice;

import static il.moked.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import il.moked.Rows;
import il.moked.channel.Channel;
import il.moked.customer.Consent;
import il.moked.customer.Consents;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.interaction.AsSystem;
import il.moked.selfservice.PortalSession.Kind;
import il.moked.selfservice.PortalSession.Way;
import il.moked.selfservice.ejb.ErasureClock;
import il.moked.selfservice.ejb.OwnConsents;
import il.moked.selfservice.ejb.OwnData;
import il.moked.selfservice.ejb.OwnDetails;
import il.moked.selfservice.ejb.OwnTalk;
import il.moked.selfservice.ejb.PortalSigningIn;
import il.moked.shared.Page;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A chat or a call as oneself, all that was ever allowed, and what one is told of changes: with customers of each test's own. */
@ArquillianTest
public class OwnWaysIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OFFSET = Integer.getInteger("jboss.socket.binding.port-offset", 0);
    private static final String PORTAL = "http://127.0.0.1:" + (8081 + OFFSET);
    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
    private static final String GOOD = "four quiet words here";

    @Inject
    AsSystem system;
    @Inject
    Customers customers;
    @Inject
    Consents consents;
    @Inject
    PortalSessions sessions;
    @Inject
    PortalSigningIn signingIn;
    @Inject
    OwnTalk talk;
    @Inject
    OwnDetails details;
    @Inject
    OwnData data;
    @Inject
    ErasureClock erasures;
    @Inject
    OwnConsents said;
    @Inject
    Rows rows;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).build();
    private String mark;
    private Owner one;
    private Owner other;

    /** A customer and what his browser holds. */
    private record Owner(long id, String mail, String phone, String token) {
    }

    @BeforeEach
    void begin() {
        mark = UUID.randomUUID().toString().substring(0, 8);
        one = owner("a", 1);
        other = owner("b", 2);
    }

    @AfterEach
    void nobodyIsLeftWaiting() throws Exception {
        for (Owner owner : List.of(one, other)) {
            rows.change("update work_item set state = 'DONE' where state = 'WAITING' and interaction_id in (select id from interaction where customer_id = ?)", owner.id());
        }
    }

    private Owner owner(String which, int number) {
        String mail = "w" + which + mark + "@example.co.il";
        String phone = "+9725" + String.format("%08d", Math.floorMod(Long.parseLong(mark, 16) * 2 + number, 100_000_000L));
        long id = system.inTransaction(() -> {
            Customer customer = Customer.person("נועה", which + mark, null, Segment.PRIVATE, "en", Instant.now());
            customers.add(customer);
            customer.reachableBy(ContactPoint.Kind.EMAIL, mail, mail, true, Instant.now());
            customer.reachableBy(ContactPoint.Kind.PHONE, phone, phone, true, Instant.now());
            customers.flush();
            return customer.id();
        });
        return new Owner(id, mail, phone, session(id));
    }

    private String session(long customer) {
        Secret token = Secret.next();
        return system.inTransaction(() -> {
            sessions.add(new PortalSession(token, Kind.CUSTOMER, customer, Way.CODE, "Firefox", "192.0.2.11", Instant.now()));
            return token.shown();
        });
    }

    @Test
    void whoeverHasAPasswordIsToldWhenItChanges() throws Exception {
        signingIn.choosePassword(one.token(), null, GOOD);
        signingIn.removePassword(one.token());
        assertThat(rows.texts("select i.reply_address from interaction i join message m on m.interaction_id = i.id where i.customer_id = ? and m.text like '%password%'", one.id())).containsExactly(one.mail(), one.mail());
        assertThat(rows.texts("select m.text from message m join interaction i on i.id = m.interaction_id where i.customer_id = ?", one.id())).noneMatch(text -> text.contains(GOOD));
    }

    @Test
    void whoeverAnswersTheChatKnowsWhoItIsAndAboutWhat() throws Exception {
        refused("selfservice.talk-text", () -> talk.chat(one.id(), " ", null, "en"));
        String secret = talk.chat(one.id(), "Where is it? " + mark, null, "en");
        assertThat(secret).isNotBlank();
        await().atMost(PATIENCE).until(() -> rows.count("select count(*) from interaction where customer_id = ? and channel = 'CHAT'", one.id()) == 1);
        assertThat(rows.texts("select identification from interaction where customer_id = ? and channel = 'CHAT'", one.id())).containsExactly("SIGNED_IN");
        assertThat(rows.texts("select m.text from message m join interaction i on i.id = m.interaction_id where i.customer_id = ? and i.channel = 'CHAT' and m.direction = 'INBOUND'", one.id())).containsExactly("Where is it? " + mark);
    }

    @Test
    void aCallIsAskedForAtHisOwnNumberOnly() throws Exception {
        long own = rows.count("select id from contact_point where customer_id = ? and kind = 'PHONE'", one.id());
        long another = rows.count("select id from contact_point where customer_id = ? and kind = 'PHONE'", other.id());
        refused("customer.unknown-reach", () -> talk.call(one.id(), another, null, "call me", null, "en"));
        refused("selfservice.unknown-case", () -> talk.call(one.id(), own, null, "call me", 999_999_999L, "en"));
        refused("routing.callback-time", () -> talk.call(one.id(), own, Instant.now().minusSeconds(3600), "call me", null, "en"));
        talk.call(one.id(), own, null, "About my bill " + mark, null, "en");
        assertThat(rows.texts("select identification from interaction where customer_id = ? and channel = 'PHONE' and subject like ?", one.id(), "%" + mark)).containsExactly("SIGNED_IN");
        assertThat(rows.count("select count(*) from work_item w join interaction i on i.id = w.interaction_id where i.customer_id = ? and w.kind = 'CALLBACK'", one.id())).isEqualTo(1);
        assertThat(rows.count("select count(*) from interaction where customer_id = ?", other.id())).isZero();
    }

    @Test
    void anotherCustomersMatterIsNotThere() throws Exception {
        List<String> foreign = rows.texts("select id from service_case where customer_id <> ? and live = true", one.id());
        for (String id : foreign.stream().limit(1).toList()) {
            refused("selfservice.unknown-case", () -> talk.chat(one.id(), "mine?", Long.valueOf(id), "en"));
        }
        assertThat(talk.matters(one.id())).isEmpty();
        assertThat(talk.numbers(one.id())).singleElement().satisfies(number -> assertThat(number.shown()).endsWith(one.phone().substring(one.phone().length() - 4)).doesNotContain(one.phone().substring(4, 9)));
    }

    @Test
    void aWeekBeforeTheLawsDateARequestToEraseIsCritical() throws Exception {
        data.askForErasure(one.id(), "en");
        String severity = "select s.severity from service_case s join data_request r on r.case_id = s.id where r.customer_id = ?";
        erasures.urge();
        assertThat(rows.text(severity, one.id())).isEqualTo("HIGH");
        rows.change("update data_request set due_at = ? where customer_id = ?", Instant.now().plus(Duration.ofDays(6)), one.id());
        erasures.urge();
        erasures.urge();
        assertThat(rows.text(severity, one.id())).isEqualTo("CRITICAL");
        assertThat(rows.count("select count(*) from audit_entry where customer_id = ? and action = 'selfservice.erasure-urgent'", one.id())).isEqualTo(1);
    }

    @Test
    void heReadsAllHeEverSaidAndNothingOfOthers() {
        system.inTransaction(() -> {
            for (int at = 0; at < 23; at++) {
                consents.add(new Consent(one.id(), Channel.EMAIL, Consent.Purpose.PROMOTION, at % 2 == 0, Consent.Manner.WEB_SITE, "word " + at, Instant.parse("2024-01-01T00:00:00Z").plusSeconds(at), "customer", Instant.now()));
            }
            consents.add(new Consent(other.id(), Channel.SMS, Consent.Purpose.SERVICE, false, Consent.Manner.SPOKEN, "another's", null, "dana", Instant.now()));
            return null;
        });
        Page<OwnConsents.Said> first = said.said(one.id(), null);
        assertThat(first.rows()).hasSize(20);
        assertThat(first.more()).isTrue();
        assertThat(first.rows().get(0).wording()).isEqualTo("word 22");
        Page<OwnConsents.Said> second = said.said(one.id(), first.rows().get(19).cursor());
        assertThat(second.rows()).extracting(OwnConsents.Said::wording).containsExactly("word 2", "word 1", "word 0");
        assertThat(second.more()).isFalse();
    }

    @Test
    void whereHeWasReachedBeforeHeIsToldThatAnAddressIsGone() throws Exception {
        long phone = rows.count("select id from contact_point where customer_id = ? and kind = 'PHONE'", one.id());
        details.removeAddress(one.id(), phone);
        assertThat(rows.texts("select i.reply_address from interaction i join message m on m.interaction_id = i.id where i.customer_id = ? and m.text like '%ways to reach you%'", one.id())).containsExactly(one.mail());
        assertThat(rows.texts("select state from interaction where customer_id = ?", one.id())).containsExactly("CLOSED");
        assertThat(rows.count("select count(*) from work_item w join interaction i on i.id = w.interaction_id where i.customer_id = ?", one.id())).isZero();
    }

    @Test
    void thePagesOpenToWhoIsSignedInOnlyAndTakeNoFormOfAnotherSite() throws Exception {
        for (String page : List.of("/my/talk", "/my/consents")) {
            assertThat(get(page, null).statusCode()).as(page).isEqualTo(303);
            assertThat(get(page, Secret.next().shown()).statusCode()).as(page).isEqualTo(303);
            assertThat(get(page, one.token()).statusCode()).as(page).isEqualTo(200);
        }
        long number = rows.count("select id from contact_point where customer_id = ? and kind = 'PHONE'", one.id());
        long another = rows.count("select id from contact_point where customer_id = ? and kind = 'PHONE'", other.id());
        String asked = "how=call&text=hello&number=" + number;
        String foreign = form(get("/my/talk", other.token()).body());
        assertThat(post("/my/talk", one.token(), asked).statusCode()).isEqualTo(403);
        assertThat(post("/my/talk", one.token(), asked + "&form=" + foreign).statusCode()).as("of another's session").isEqualTo(403);
        String own = form(get("/my/talk", one.token()).body());
        assertThat(post("/my/talk", one.token(), "how=call&text=hello&number=" + another + "&form=" + own).statusCode()).isEqualTo(404);
        assertThat(post("/my/talk", one.token(), "how=call&text=&number=" + number + "&form=" + own).statusCode()).isEqualTo(422);
        assertThat(rows.count("select count(*) from interaction where customer_id = ? and channel = 'PHONE'", one.id())).isZero();
        assertThat(post("/my/talk", one.token(), asked + "&form=" + own).statusCode()).isEqualTo(303);
        assertThat(rows.count("select count(*) from interaction where customer_id = ? and channel = 'PHONE'", one.id())).isEqualTo(1);
        assertThat(post("/my/consents", one.token(), "form=" + own).statusCode()).isEqualTo(405);
    }

    private static String form(String page) {
        Matcher found = FORM.matcher(page);
        assertThat(found.find()).isTrue();
        return URLEncoder.encode(found.group(1), StandardCharsets.UTF_8);
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return http.send(request(path, token).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String token, String body) throws Exception {
        return http.send(request(path, token).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(PORTAL + path));
        return token == null ? request : request.header("Cookie", "moked.my=" + token);
    }
}
