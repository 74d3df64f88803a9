// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import static il.moked.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.EachDatabase;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.agreement.ejb.AgreementKeeping;
import il.moked.agreement.ejb.AgreementKeeping.NewAgreement;
import il.moked.agreement.ejb.AgreementSetUp;
import il.moked.calendar.Calendars;
import il.moked.casework.CaseEvent.Kind;
import il.moked.casework.CaseQuery.Phase;
import il.moked.casework.CaseQuery.Whose;
import il.moked.casework.ServiceCase.About;
import il.moked.casework.ServiceCase.Cause;
import il.moked.casework.ServiceCase.Severity;
import il.moked.casework.ServiceCase.State;
import il.moked.casework.ejb.ArticlesThatHelped;
import il.moked.casework.ejb.BulkHandling;
import il.moked.casework.ejb.BulkHandling.Chosen;
import il.moked.casework.ejb.BulkHandling.Outcome;
import il.moked.casework.ejb.CaseAct;
import il.moked.casework.ejb.CaseHandling;
import il.moked.casework.ejb.CaseHandling.NewCase;
import il.moked.casework.ejb.CaseMerging;
import il.moked.casework.ejb.CaseReading;
import il.moked.casework.ejb.CaseReading.CaseDetail;
import il.moked.casework.ejb.CaseReading.ClockLine;
import il.moked.casework.ejb.CaseReading.Said;
import il.moked.casework.ejb.ServiceLevelKeeping;
import il.moked.casework.ejb.ServiceLevelKeeping.Level;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.interaction.AsSystem;
import il.moked.interaction.ejb.ArticleSuggesting;
import il.moked.interaction.ejb.ChatSessions;
import il.moked.interaction.ejb.Conversation;
import il.moked.interaction.ejb.Drafting;
import il.moked.knowledge.ArticleUse;
import il.moked.shared.Page;
import il.moked.shared.StaleVersionException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cases from opening to closing, driven by what is said in their conversations and by the clock of the running server. */
@EachDatabase
@ArquillianTest
public class CaseworkIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final URI API = URI.create("http://localhost:" + (8080 + Integer.getInteger("jboss.socket.binding.port-offset", 0)) + "/moked/api/");

    @Inject
    AsSystem system;
    @Inject
    CaseHandling handling;
    @Inject
    CaseMerging merging;
    @Inject
    BulkHandling bulk;
    @Inject
    ArticlesThatHelped helped;
    @Inject
    ArticleSuggesting suggesting;
    @Inject
    CaseReading reading;
    @Inject
    ServiceLevelKeeping levels;
    @Inject
    Cases cases;
    @Inject
    Customers customers;
    @Inject
    StaffUsers users;
    @Inject
    ChatSessions chats;
    @Inject
    Conversation conversation;
    @Inject
    Drafting drafting;
    @Inject
    AgreementKeeping keeping;
    @Inject
    AgreementSetUp setUp;
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void here() {
        Awaitility.pollInSameThread();
    }

    private long customer() {
        return system.inTransaction(() -> {
            Customer person = Customer.person("תמר", "פנייה " + mark, null, Segment.PRIVATE, "he", Instant.now());
            customers.add(person);
            return person.id();
        });
    }

    private static About about(String subject) {
        return new About(ServiceCase.Kind.FAULT, null, subject, "", null, null);
    }

    private long open(long customer, String subject) throws Exception {
        return As.user("dana", () -> handling.open(new NewCase(customer, about(subject), null, null)));
    }

    private CaseDetail detail(long id) throws Exception {
        return As.user("dana", () -> reading.get(id));
    }

    private ClockLine clock(long id, SlaMetric metric) throws Exception {
        return detail(id).current().stream().filter(line -> line.metric() == metric).findFirst().orElse(null);
    }

    private List<Kind> steps(long id) {
        return system.inTransaction(() -> cases.events(id, 100).stream().map(CaseEvent::kind).toList());
    }

    /** A chat in which the customer wrote, with dana. */
    private record Talk(String secret, long interaction, long customer) {
    }

    private Talk talk(String line) throws Exception {
        ChatSessions.Opened chat = chats.open("chat", "אורח", "c-" + UUID.randomUUID() + "@example.org", null, "he");
        chats.say(chat.secret(), "1", line);
        await().atMost(PATIENCE).until(() -> chats.standing(chat.secret()).interactionId() != null);
        long interaction = chats.standing(chat.secret()).interactionId();
        As.run("dana", () -> conversation.takeOver(interaction));
        long customer = system.inTransaction(() -> entities.createQuery("select i.customer.id from Interaction i where i.id = :id", Long.class).setParameter("id", interaction).getSingleResult());
        return new Talk(chat.secret(), interaction, customer);
    }

    private void replies(Talk talk, String text) throws Exception {
        As.run("dana", () -> {
            // who is not at work keeps nothing: the line may have taken it back
            conversation.takeOver(talk.interaction());
            conversation.reply(talk.interaction(), drafting.open(talk.interaction()).composition(), text);
        });
    }

    @Test
    void whatIsSaidInTheConversationDrivesTheClocks() throws Exception {
        Talk talk = talk("אין קו " + mark);
        long id = As.user("dana", () -> handling.open(new NewCase(talk.customer(), about("אין קו"), talk.interaction(), null)));
        assertThat(detail(id).line().state()).isEqualTo(State.OPEN);
        assertThat(detail(id).messages()).extracting(Said::text).containsExactly("אין קו " + mark);
        assertThat(clock(id, SlaMetric.FIRST_RESPONSE).status()).isEqualTo(SlaState.Status.RUNNING);
        assertThat(clock(id, SlaMetric.FIRST_RESPONSE).startedAt()).as("at receipt").isEqualTo(detail(id).messages().get(0).at());
        replies(talk, "בודקת");
        assertThat(clock(id, SlaMetric.FIRST_RESPONSE).met()).isTrue();
        assertThat(clock(id, SlaMetric.NEXT_RESPONSE)).isNull();
        As.run("dana", () -> handling.become(id, null, State.WAITING_CUSTOMER));
        assertThat(clock(id, SlaMetric.RESOLUTION).status()).isEqualTo(SlaState.Status.PAUSED);
        chats.say(talk.secret(), "2", "עדיין אין");
        await().atMost(PATIENCE).until(() -> clock(id, SlaMetric.NEXT_RESPONSE) != null);
        assertThat(detail(id).line().state()).isEqualTo(State.OPEN);
        assertThat(clock(id, SlaMetric.RESOLUTION).status()).isEqualTo(SlaState.Status.RUNNING);
        replies(talk, "סודר");
        assertThat(clock(id, SlaMetric.NEXT_RESPONSE).met()).isTrue();
        As.run("dana", () -> handling.become(id, null, State.SOLVED));
        assertThat(clock(id, SlaMetric.RESOLUTION).met()).isTrue();
        chats.say(talk.secret(), "3", "שוב אין קו");
        await().atMost(PATIENCE).until(() -> detail(id).line().state() == State.REOPENED);
        assertThat(clock(id, SlaMetric.RESOLUTION).run()).isEqualTo(2);
        As.run("dana", () -> handling.close(id, null, Cause.FIXED, "הוחלף נתב"));
        assertThat(detail(id).current()).allMatch(ClockLine::ended);
        assertThat(detail(id).notes()).hasSize(1);
        assertThat(steps(id)).contains(Kind.OPENED, Kind.ANSWERED, Kind.STATE, Kind.REOPENED, Kind.CLOSED);
    }

    @Test
    void whoComesAgainAboutTheSameIsServedInTheSameCase() throws Exception {
        Talk talk = talk("שוב אין קו " + mark);
        long id = open(talk.customer(), "אין קו");
        As.run("dana", () -> handling.become(id, null, State.SOLVED));
        As.run("dana", () -> handling.speakOf(id, talk.interaction()));
        assertThat(detail(id).messages()).extracting(Said::text).containsExactly("שוב אין קו " + mark);
        assertThat(detail(id).line().state()).isEqualTo(State.REOPENED);
        assertThat(steps(id)).contains(Kind.CONVERSATION, Kind.REOPENED);
        As.run("dana", () -> handling.speakOf(id, talk.interaction()));
        assertThat(detail(id).messages()).as("nothing twice").hasSize(1);
        chats.say(talk.secret(), "2", "ועכשיו " + mark);
        await().atMost(PATIENCE).until(() -> detail(id).messages().size() == 2);
        refused("casework.other-customer", () -> As.run("dana", () -> handling.speakOf(open(customer(), "of another"), talk.interaction())));
    }

    /** Received that long ago, to be answered within a minute and solved within two, day and night; nobody looked at it yet. */
    private long late(long customer, Duration ago) {
        return system.inTransaction(() -> {
            Instant now = Instant.now();
            StaffUser dana = users.findByName("dana").orElseThrow();
            ServiceCase it = new ServiceCase(cases.nextNumber(), customer, about("late " + mark), dana.team().orElseThrow(), new SlaTerms(SlaTerms.Source.DEFAULT, 1, 1, 2, "always"), null, "dana", now.minus(ago), now);
            cases.add(it);
            new CaseClocks(it, code -> Calendars.always()).received(now.minus(ago));
            cases.flush();
            return it.id();
        });
    }

    @Test
    void warningsAndBreachesAreToldOnceAndInTheirOrderAlsoOfWhatWasDueWhileNobodyLooked() throws Exception {
        long id = late(customer(), Duration.ofHours(1));
        await().atMost(PATIENCE).until(() -> steps(id).stream().filter(Kind.BREACHED::equals).count() == 2);
        assertThat(system.inTransaction(() -> cases.events(id, 100).stream().map(event -> event.kind() + " " + event.detail()).toList())).containsExactly("WARNED FIRST_RESPONSE 75", "WARNED FIRST_RESPONSE 90", "BREACHED FIRST_RESPONSE 100", "WARNED RESOLUTION 75",
                "WARNED RESOLUTION 90", "BREACHED RESOLUTION 100");
        assertThat(system.inTransaction(() -> cases.get(id).watchAt())).as("nothing to look at any more").isEmpty();
        assertThat(As.user("dana", () -> reading.list(new CaseQuery(Whose.TEAM, Phase.LIVE, null, null, true), null, 100)).rows()).extracting(CaseLine::id).contains(id);
        assertThat(system.inTransaction(() -> entities.createQuery("select count(a) from AuditEntry a where a.subject = 'case' and a.subjectId = :id and a.action = 'casework.breached'", Long.class).setParameter("id", id).getSingleResult())).isEqualTo(2);
    }

    @Test
    void twoThatAreTheSameGoOnAsOneAndApartAgain() throws Exception {
        Talk talk = talk("מדפסת " + mark);
        long first = As.user("dana", () -> handling.open(new NewCase(talk.customer(), about("מדפסת"), talk.interaction(), null)));
        long second = open(talk.customer(), "מדפסת שוב");
        As.run("dana", () -> handling.note(second, "@yossi אותה מדפסת"));
        Instant start = clock(first, SlaMetric.RESOLUTION).startedAt();
        long merge = As.user("dana", () -> merging.merge(second, first));
        assertThat(clock(second, SlaMetric.RESOLUTION).startedAt()).as("the earliest start wins").isEqualTo(start);
        assertThat(detail(first).line().mergedInto()).isEqualTo(second);
        assertThat(detail(second).messages()).hasSize(1);
        assertThat(detail(second).watchers()).extracting(CaseReading.Watcher::englishName).contains("Yossi Mizrahi");
        refused("casework.merged", () -> As.run("dana", () -> handling.become(first, null, State.SOLVED)));
        refused("casework.merge-chain", () -> As.run("dana", () -> merging.merge(open(talk.customer(), "third"), second)));
        As.run("dana", () -> merging.undoMerge(merge));
        assertThat(detail(first).line().state()).isEqualTo(State.OPEN);
        assertThat(detail(first).messages()).hasSize(1);
        assertThat(detail(second).messages()).isEmpty();
        assertThat(clock(first, SlaMetric.RESOLUTION).status()).isEqualTo(SlaState.Status.RUNNING);
        assertThat(clock(second, SlaMetric.RESOLUTION).startedAt()).isAfter(start);
        refused("casework.merge-undone", () -> As.run("dana", () -> merging.undoMerge(merge)));
    }

    @Test
    void anotherMatterIsSplitOffFromWhenItWasWrittenAndMovedBack() throws Exception {
        Talk talk = talk("קו " + mark);
        long id = As.user("dana", () -> handling.open(new NewCase(talk.customer(), about("קו"), talk.interaction(), null)));
        replies(talk, "בודקת");
        chats.say(talk.secret(), "2", "וגם חשבון " + mark);
        await().atMost(PATIENCE).until(() -> detail(id).messages().size() == 3);
        Said said = detail(id).messages().get(0);
        long other = As.user("dana", () -> merging.split(id, List.of(said.id()), about("חשבון")));
        assertThat(clock(other, SlaMetric.FIRST_RESPONSE).startedAt()).isEqualTo(said.at());
        assertThat(clock(id, SlaMetric.NEXT_RESPONSE).status()).as("nothing of it is unanswered").isEqualTo(SlaState.Status.STOPPED);
        replies(talk, "שני הדברים סודרו");
        assertThat(clock(other, SlaMetric.FIRST_RESPONSE).met()).as("an answer answers all cases of the conversation").isTrue();
        As.run("dana", () -> merging.move(other, List.of(said.id()), detail(id).line().number()));
        assertThat(detail(id).messages()).hasSize(4);
        refused("casework.no-messages", () -> As.run("dana", () -> merging.split(other, List.of(said.id()), about("x"))));
    }

    @Test
    void theContractWinsOverTheTeamAndTheTeamOverEverybody() throws Exception {
        long plain = open(customer(), "plain");
        assertThat(detail(plain).terms().source()).isEqualTo(SlaTerms.Source.DEFAULT);
        As.run("michal", () -> levels.keep(new Level("service", null, 7, 8, 9, 0)));
        try {
            await().atMost(PATIENCE).until(() -> detail(plain).terms().source() == SlaTerms.Source.TEAM);
            assertThat(clock(plain, SlaMetric.FIRST_RESPONSE).target()).isEqualTo(Duration.ofMinutes(7));
            assertThat(steps(plain)).contains(Kind.POLICY);
            As.run("admin", () -> {
                setUp.saveLevel("c-" + mark, -1, "{\"level\":{\"hebrewName\":\"רמה\",\"englishName\":\"Level\",\"calendar\":\"always\",\"answerMinutes\":30,\"repairMinutes\":90,\"active\":true}}");
                setUp.saveTemplate("ct-" + mark, -1, "{\"template\":{\"hebrewName\":\"תבנית\",\"englishName\":\"Template\",\"kind\":\"MAINTENANCE\",\"level\":\"c-" + mark + "\",\"months\":12,\"active\":true},\"entitlements\":[]}");
            });
            long entitled = customer();
            As.user("michal", () -> keeping.add(entitled, new NewAgreement("C-" + mark, "ct-" + mark, null, null)));
            CaseDetail detail = detail(open(entitled, "entitled"));
            assertThat(detail.terms()).isEqualTo(new SlaTerms(SlaTerms.Source.AGREEMENT, 30, 30, 90, "always"));
            assertThat(detail.agreement()).isEqualTo("C-" + mark);
        } finally {
            As.run("michal", () -> levels.remove(new Level("service", null, null, null, null, 0)));
        }
        await().atMost(PATIENCE).until(() -> detail(plain).terms().source() == SlaTerms.Source.DEFAULT);
        As.run("dana", () -> handling.severe(plain, null, Severity.CRITICAL));
        assertThat(clock(plain, SlaMetric.FIRST_RESPONSE).target()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void whatMayNotBeIsRefusedAndNothingIsSaved() throws Exception {
        long customer = customer();
        long id = open(customer, "one");
        int seen = detail(id).line().version();
        refused("casework.state", () -> As.run("dana", () -> handling.become(id, null, State.REOPENED)));
        refused("shared.field-missing", () -> As.run("dana", () -> handling.close(id, null, null, null)));
        refused("shared.field-missing", () -> open(customer, " "));
        refused("shared.field-too-long", () -> open(customer, "x".repeat(201)));
        refused("casework.unknown-product", () -> As.user("dana", () -> handling.open(new NewCase(customer, new About(ServiceCase.Kind.FAULT, null, "s", "", "none-such", null), null, null))));
        refused("casework.other-customer", () -> As.user("dana", () -> merging.merge(id, open(customer(), "of another"))));
        refused("access.denied", () -> As.user("dana", () -> reading.list(new CaseQuery(Whose.ALL, Phase.LIVE, null, null, false), null, 10)));
        As.run("dana", () -> handling.become(id, seen, State.WAITING_THIRD_PARTY));
        assertThatThrownBy(() -> As.run("yossi", () -> handling.become(id, seen, State.SOLVED))).isInstanceOf(StaleVersionException.class);
    }

    @Test
    void aListIsReadPageByPageAndKept() throws Exception {
        long customer = customer();
        for (int n = 0; n < 3; n++) {
            open(customer, "list " + n);
        }
        Page<CaseLine> first = As.user("dana", () -> reading.ofCustomer(customer, null, 2));
        Page<CaseLine> second = As.user("dana", () -> reading.ofCustomer(customer, first.rows().get(1).byOpening(), 2));
        assertThat(first.more()).isTrue();
        assertThat(second.more()).isFalse();
        assertThat(first.rows().get(1).subject() + second.rows().get(0).subject()).isEqualTo("list 1list 0");
        CaseQuery faults = new CaseQuery(Whose.MINE, Phase.LIVE, ServiceCase.Kind.FAULT, null, false);
        Page<CaseLine> mine = As.user("dana", () -> reading.list(faults, null, 1));
        assertThat(As.user("dana", () -> reading.list(faults, mine.rows().get(0).byDue(), 100)).rows()).extracting(CaseLine::id).doesNotContain(mine.rows().get(0).id()).isNotEmpty();
        As.run("dana", () -> reading.save("mine " + mark, faults));
        CaseFilter saved = As.user("dana", () -> reading.filters()).stream().filter(filter -> filter.name().equals("mine " + mark)).findFirst().orElseThrow();
        assertThat(saved.query().kind()).isEqualTo(ServiceCase.Kind.FAULT);
        As.run("dana", () -> reading.forget(saved.id()));
        assertThat(As.user("dana", () -> reading.filters())).extracting(CaseFilter::name).doesNotContain("mine " + mark);
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(API.resolve(path)).header("Authorization", "Basic " + Base64.getEncoder().encodeToString(("crm:" + As.PASSWORD).getBytes(StandardCharsets.UTF_8))).header("Accept-Language", "en")
                .header("Content-Type", "application/json").method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonObject json(HttpResponse<String> answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    @Test
    void anArticleIsKnownByTheCasesItHelpedToClose() throws Exception {
        Talk talk = talk("איך מאפסים סיסמה " + mark);
        long article = system.inTransaction(() -> entities.createQuery("select v.articleId from ArticleVersion v where v.state = il.moked.knowledge.ArticleVersion$State.PUBLISHED and v.audience = il.moked.knowledge.Audience.PUBLIC order by v.id", Long.class).setMaxResults(1).getSingleResult());
        int before = As.user("dana", () -> helped.by(article)).count();
        long id = As.user("dana", () -> handling.open(new NewCase(talk.customer(), about("סיסמה"), talk.interaction(), null)));
        As.run("dana", () -> suggesting.put(talk.interaction(), article, ArticleUse.Manner.TEXT));
        As.run("dana", () -> suggesting.put(talk.interaction(), article, ArticleUse.Manner.TEXT));
        As.run("dana", () -> handling.close(id, null, Cause.EXPLAINED, ""));
        assertThat(As.user("dana", () -> helped.by(article)).count()).isEqualTo(before + 1);
        assertThat(As.user("dana", () -> helped.by(article)).last()).extracting(CaseLine::id).contains(id);
        long withdrawn = As.user("dana", () -> handling.open(new NewCase(talk.customer(), about("אחרת"), talk.interaction(), null)));
        As.run("dana", () -> handling.close(withdrawn, null, Cause.WITHDRAWN, ""));
        assertThat(As.user("dana", () -> helped.by(article)).count()).as("nobody solved that one").isEqualTo(before + 1);
    }

    @Test
    void manyAreChangedAtOnceEachForItselfAfterAPreviewThatChangesNothing() throws Exception {
        long customer = customer();
        long fresh = open(customer, "one of many");
        long closed = open(customer, "closed one of many");
        As.run("dana", () -> handling.close(closed, null, Cause.FIXED, ""));
        List<Chosen> chosen = List.of(new Chosen(fresh, detail(fresh).line().version()), new Chosen(closed, detail(closed).line().version()));
        int steps = steps(fresh).size();
        List<Outcome> preview = As.user("dana", () -> bulk.preview(chosen, new CaseAct.Become(State.SOLVED)));
        assertThat(preview).extracting(Outcome::done).containsExactly(true, false);
        assertThat(preview.get(1).refusal().code()).isEqualTo("casework.state");
        assertThat(detail(fresh).line().state()).isEqualTo(State.OPEN);
        assertThat(steps(fresh)).as("nobody did anything").hasSize(steps);
        assertThat(As.user("dana", () -> bulk.carryOut(chosen, new CaseAct.Become(State.SOLVED)))).extracting(Outcome::done).containsExactly(true, false);
        assertThat(detail(fresh).line().state()).isEqualTo(State.SOLVED);
        List<Outcome> stale = As.user("dana", () -> bulk.carryOut(chosen, new CaseAct.Severe(Severity.CRITICAL)));
        assertThat(stale.get(0).refusal()).as("somebody changed it since").isInstanceOf(StaleVersionException.class);
        assertThat(stale.get(1).done()).isTrue();
        refused("casework.too-many", () -> As.run("dana", () -> bulk.preview(Collections.nCopies(BulkHandling.MOST + 1, chosen.get(0)), new CaseAct.Take())));
    }

    @Test
    void anotherSystemOpensReadsListsAndChangesCases() throws Exception {
        long customer = customer();
        String asked = Json.createObjectBuilder().add("customerId", customer).add("kind", "COMPLAINT").add("severity", "HIGH").add("subject", "from CRM " + mark).add("team", "service").build().toString();
        HttpResponse<String> opened = send("POST", "v1/cases", asked, "Idempotency-Key", "case-" + mark);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        HttpResponse<String> again = send("POST", "v1/cases", asked, "Idempotency-Key", "case-" + mark);
        assertThat(json(again).getInt("id")).isEqualTo(json(opened).getInt("id"));
        String path = "v1/cases/" + json(opened).getInt("id");
        String tag = opened.headers().firstValue("ETag").orElseThrow();
        assertThat(json(opened).getJsonArray("clocks")).hasSize(2);
        assertThat(send("GET", path, null, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(send("PATCH", path, "{\"state\":\"SOLVED\"}").statusCode()).isEqualTo(428);
        HttpResponse<String> solved = send("PATCH", path, "{\"state\":\"SOLVED\"}", "If-Match", tag);
        assertThat(solved.statusCode()).as(solved.body()).isEqualTo(200);
        assertThat(json(solved).getString("state")).isEqualTo("SOLVED");
        assertThat(send("PATCH", path, "{\"state\":\"CLOSED\",\"cause\":\"FIXED\"}", "If-Match", tag).statusCode()).isEqualTo(412);
        assertThat(send("PATCH", path, "{\"state\":\"WAITING_CUSTOMER\"}", "If-Match", solved.headers().firstValue("ETag").orElseThrow()).statusCode()).isBetween(409, 422);
        assertThat(send("POST", "v1/cases", "{\"customerId\":" + customer + "}", "Idempotency-Key", "case0-" + mark).statusCode()).isEqualTo(422);
        send("POST", "v1/cases", asked.replace("from CRM", "second"), "Idempotency-Key", "case2-" + mark);
        HttpResponse<String> page = send("GET", "v1/cases?size=1&customer=" + customer, null);
        assertThat(json(page).getJsonArray("items")).hasSize(1);
        String next = page.headers().firstValue("Link").orElseThrow().replaceAll("^<([^>]*)>.*$", "$1");
        assertThat(json(send("GET", next, null)).getJsonArray("items").getJsonObject(0).getInt("id")).isEqualTo(json(opened).getInt("id"));
        assertThat(send("GET", "v1/cases?phase=SOLVED&size=5", null).statusCode()).isEqualTo(200);
        assertThat(send("GET", "v1/cases/999999999", null).statusCode()).isEqualTo(404);
    }
}
