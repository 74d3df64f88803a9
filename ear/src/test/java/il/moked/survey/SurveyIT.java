// SPDX-License-Identifier: Apache-2.0
package il.moked.survey;

import static il.moked.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.As;
import il.moked.EachDatabase;
import il.moked.Rows;
import il.moked.SiteVisitor;
import il.moked.card.Timeline;
import il.moked.card.TimelineEntry;
import il.moked.card.TimelineFilter;
import il.moked.casework.ServiceCase;
import il.moked.casework.ServiceCase.Cause;
import il.moked.casework.ejb.CaseHandling;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.interaction.AsSystem;
import il.moked.selfservice.CodeMail;
import il.moked.shared.StaleVersionException;
import il.moked.survey.Surveys.Grouping;
import il.moked.survey.ejb.SatisfactionReading;
import il.moked.survey.ejb.SurveyPlanning;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers are asked how it was, answer once, and what they said is on their card and in the figures. */
@EachDatabase
@ArquillianTest
public class SurveyIT {
    private static final int IMAP = Integer.getInteger("moked.lab.imap-port", 3143);
    private static final int PORT = 8080 + Integer.getInteger("jboss.socket.binding.port-offset", 0);
    private static final Pattern LINK = Pattern.compile("/survey/([A-Za-z0-9_-]{43})");
    private static final String ASKED = "Three short questions";

    @Inject
    AsSystem system;
    @Inject
    CaseHandling handling;
    @Inject
    SurveyPlanning planning;
    @Inject
    SatisfactionReading reading;
    @Inject
    Customers customers;
    @Inject
    Timeline timeline;
    @Inject
    Rows rows;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final SiteVisitor visitor = new SiteVisitor("en");

    @BeforeEach
    void everybodyIsAsked() throws Exception {
        Awaitility.pollInSameThread();
        plan(SurveyPlan.ALL);
    }

    @AfterEach
    void nobodyIsAsked() throws Exception {
        plan(0);
    }

    private void plan(int percent) throws Exception {
        As.run("admin", () -> planning.change(Occasion.CASE, percent, planning.plan(Occasion.CASE).version()));
    }

    private String address(String who) {
        return who + "-" + mark + "@example.co.il";
    }

    private long customer(String address) {
        return system.inTransaction(() -> {
            Customer person = Customer.person("Noa", "Survey " + mark, null, Segment.VIP, "en", Instant.now());
            if (address != null) {
                person.reachableBy(ContactPoint.Kind.EMAIL, address, address, false, Instant.now());
            }
            customers.add(person);
            return person.id();
        });
    }

    private long closedCase(long customer) throws Exception {
        return As.user("dana", () -> {
            long id = handling.open(new CaseHandling.NewCase(customer, new ServiceCase.About(ServiceCase.Kind.REQUEST, null, "survey " + mark, "", null, null), null, null));
            handling.become(id, null, ServiceCase.State.SOLVED);
            handling.close(id, null, Cause.EXPLAINED, "");
            return id;
        });
    }

    private long asked(long customer) throws Exception {
        return rows.count("select count(*) from survey where customer_id = ?", customer);
    }

    private String token(String address) {
        Matcher link = LINK.matcher(CodeMail.saying(ASKED, address, IMAP));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static Map<String, String> judged(int overall, int expectations, int ideal, String words) {
        return Map.of("overall", Integer.toString(overall), "expectations", Integer.toString(expectations), "ideal", Integer.toString(ideal), "words", words);
    }

    @Test
    void anAnswerIsGivenOnceAndStandsOnTheCard() throws Exception {
        long customer = customer(address("once"));
        closedCase(customer);
        String token = token(address("once"));
        assertThat(rows.count("select count(*) from survey where token_hash = ?", token)).as("only a hash is kept").isZero();
        assertThat(rows.count("select count(*) from message where text like ?", "%" + token + "%")).isZero();
        assertThat(visitor.get("/survey/" + token).body()).contains("name=\"overall\"").doesNotContain("Survey " + mark);
        HttpResponse<String> missing = visitor.post("/survey/" + token, Map.of("overall", "9", "ideal", "11", "words", "kept " + mark));
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(missing.body()).contains("Please choose a number from 1 to 10").contains("kept " + mark);
        assertThat(rows.count("select count(*) from survey where customer_id = ? and answered_at is not null", customer)).isZero();
        assertThat(visitor.post("/survey/" + token, judged(9, 8, 7, "<b>quick</b> " + mark)).statusCode()).isEqualTo(303);
        HttpResponse<String> again = visitor.post("/survey/" + token, judged(1, 1, 1, "changed"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("id=\"answered\"");
        assertThat(visitor.get("/survey/" + token).body()).contains("id=\"answered\"").doesNotContain(mark);
        TimelineEntry entry = system.inTransaction(() -> timeline.of(customer, TimelineFilter.NONE, null, 50)).rows().stream().filter(one -> one.kind() == TimelineEntry.Kind.SURVEY).findFirst().orElseThrow();
        assertThat(entry.number()).isEqualTo(78);
        assertThat(entry.line()).isEqualTo("<b>quick</b> " + mark);
        assertThat(entry.context()).isEqualTo("CASE");
    }

    @Test
    void nobodyIsAskedAgainWithinThirtyDays() throws Exception {
        long customer = customer(address("twice"));
        closedCase(customer);
        closedCase(customer);
        assertThat(asked(customer)).isEqualTo(1);
        rows.change("update survey set asked_at = ? where customer_id = ?", Instant.now().minus(Survey.REST).minusSeconds(1), customer);
        long third = closedCase(customer);
        assertThat(asked(customer)).isEqualTo(2);
        rows.change("update survey set asked_at = ? where customer_id = ?", Instant.now().minus(Survey.REST).minusSeconds(1), customer);
        As.run("dana", () -> {
            handling.become(third, null, ServiceCase.State.REOPENED);
            handling.become(third, null, ServiceCase.State.SOLVED);
            handling.close(third, null, Cause.EXPLAINED, "");
        });
        assertThat(asked(customer)).as("nor twice about one thing").isEqualTo(2);
    }

    @Test
    void whoIsNotDrawnOrNotReachedIsNotAsked() throws Exception {
        long silent = customer(null);
        closedCase(silent);
        assertThat(asked(silent)).isZero();
        plan(0);
        long undrawn = customer(address("undrawn"));
        closedCase(undrawn);
        assertThat(asked(undrawn)).isZero();
    }

    @Test
    void whatIsOverOrNeverWasIsSaid() throws Exception {
        long customer = customer(address("late"));
        closedCase(customer);
        String token = token(address("late"));
        rows.change("update survey set expires_at = ? where customer_id = ?", Instant.now().minusSeconds(1), customer);
        assertThat(visitor.get("/survey/" + token).body()).contains("The time to answer is over");
        assertThat(visitor.post("/survey/" + token, judged(5, 5, 5, "")).statusCode()).isEqualTo(422);
        assertThat(rows.count("select count(*) from survey where customer_id = ? and answered_at is not null", customer)).isZero();
        String swapped = (token.charAt(0) == 'A' ? "B" : "A") + token.substring(1);
        assertThat(visitor.get("/survey/" + swapped).statusCode()).isEqualTo(404);
        assertThat(visitor.post("/survey/" + swapped, judged(5, 5, 5, "")).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/survey/").statusCode()).isEqualTo(404);
    }

    @Test
    void theFiguresCountWhatWasSaid() throws Exception {
        Satisfaction before = As.user("michal", () -> reading.all(30));
        long customer = customer(address("figures"));
        closedCase(customer);
        visitor.post("/survey/" + token(address("figures")), judged(10, 10, 10, "all of it " + mark));
        Satisfaction after = As.user("michal", () -> reading.all(30));
        assertThat(after.asked()).isEqualTo(before.asked() + 1);
        assertThat(after.answered()).isEqualTo(before.answered() + 1);
        assertThat(As.user("michal", () -> reading.by(30, Grouping.SEGMENT))).filteredOn(one -> one.of().equals("VIP")).singleElement().satisfies(vip -> assertThat(vip.answered()).isPositive());
        assertThat(As.user("michal", () -> reading.by(30, Grouping.TEAM))).filteredOn(one -> one.of().equals("service")).singleElement().satisfies(service -> assertThat(service.answered()).isPositive());
        assertThat(As.user("michal", () -> reading.by(30, Grouping.CHANNEL))).as("a case has no channel").noneMatch(one -> one.of() == null);
        HttpResponse<String> byTeam = backOffice("crm", "by=TEAM");
        assertThat(byTeam.statusCode()).isEqualTo(200);
        assertThat(byTeam.body()).contains("\"group\":\"service\"").doesNotContain(mark);
        assertThat(backOffice("crm", "by=WORST")).satisfies(wrong -> assertThat(wrong.statusCode() + wrong.body()).startsWith("422").contains("WORST"));
        assertThat(backOffice("crm", "days=0").statusCode()).isEqualTo(422);
        assertThat(backOffice("dana", "days=30").statusCode()).isEqualTo(403);
        List<SatisfactionReading.Said> said = As.user("michal", () -> reading.said(30, null)).rows();
        assertThat(said.get(0).words()).isEqualTo("all of it " + mark);
        assertThat(said.get(0).customerId()).isEqualTo(customer);
        assertThat(As.user("michal", () -> reading.said(30, new Surveys.Cursor(said.get(0).at(), said.get(0).id()))).rows()).extracting(SatisfactionReading.Said::id).doesNotContain(said.get(0).id());
        assertThatThrownBy(() -> As.user("dana", () -> reading.all(30))).isInstanceOf(EJBAccessException.class);
    }

    private HttpResponse<String> backOffice(String user, String query) throws Exception {
        String basic = Base64.getEncoder().encodeToString((user + ":" + As.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + "/moked/api/v1/satisfaction?" + query)).header("Authorization", "Basic " + basic).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void administratorsSayHowManyAreAsked() throws Exception {
        int seen = As.user("admin", () -> planning.plan(Occasion.VISIT)).version();
        refused("shared.field-range", () -> As.run("admin", () -> planning.change(Occasion.VISIT, 101, seen)));
        As.run("admin", () -> planning.change(Occasion.VISIT, 5, seen));
        assertThatThrownBy(() -> As.run("admin", () -> planning.change(Occasion.VISIT, 6, seen))).isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> As.user("michal", () -> planning.plans())).isInstanceOf(EJBAccessException.class);
        As.run("admin", () -> planning.change(Occasion.VISIT, 0, seen + 1));
        long number = As.user("admin", () -> planning.plan(Occasion.VISIT)).number();
        assertThat(rows.texts("select detail from audit_entry where action = 'survey.plan-changed' and subject_id = ? order by id desc fetch first 2 rows only", number)).containsExactly("VISIT 0 %", "VISIT 5 %");
    }
}
