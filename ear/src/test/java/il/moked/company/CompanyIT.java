// SPDX-License-Identifier: Apache-2.0
package il.moked.company;

import static il.moked.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import il.moked.As;
import il.moked.EachDatabase;
import il.moked.Rows;
import il.moked.agreement.Agreement;
import il.moked.agreement.AgreementLevel;
import il.moked.agreement.AgreementTemplate;
import il.moked.agreement.Agreements;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.ejb.CaseHandling;
import il.moked.casework.ejb.CaseReading;
import il.moked.company.CompanyFault;
import il.moked.company.CompanyMailing.Format;
import il.moked.company.CompanyMailing.Rhythm;
import il.moked.company.CompanyUser.Person;
import il.moked.company.ejb.CompanyAdministering;
import il.moked.company.ejb.CompanyCalls;
import il.moked.company.ejb.CompanyCalls.NewCall;
import il.moked.company.ejb.CompanyContracts;
import il.moked.company.ejb.CompanyContracts.Contract;
import il.moked.company.ejb.CompanyInvoices;
import il.moked.company.ejb.CompanyKeeping;
import il.moked.company.ejb.CompanyMailingWatch;
import il.moked.company.ejb.CompanyMailings;
import il.moked.company.ejb.CompanyPeople;
import il.moked.company.ejb.CompanyReporting;
import il.moked.company.ejb.CompanyReporting.Report;
import il.moked.company.ejb.CompanyReporting.Wish;
import il.moked.company.ejb.CompanySigningIn;
import il.moked.company.ejb.FaultKeeping;
import il.moked.company.ejb.ReportFile;
import il.moked.channel.Channel;
import il.moked.customer.ContactPoint;
import il.moked.interaction.AsSystem;
import il.moked.interaction.FormSubmission;
import il.moked.promise.Promise;
import il.moked.promise.ejb.Promising;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the people and programs of a company may do, what its reports say, and that another company's is never there. */
@EachDatabase
@ArquillianTest
public class CompanyIT {
    private static final URI API = URI.create("http://127.0.0.1:" + (8081 + Integer.getInteger("jboss.socket.binding.port-offset", 0)) + "/business/api/v1/");

    @Inject
    OwnCompany own;
    @Inject
    OwnCompany other;
    @Inject
    AsSystem system;
    @Inject
    CompanyAdministering administering;
    @Inject
    CompanyKeeping keeping;
    @Inject
    CompanySigningIn signingIn;
    @Inject
    CompanyCalls calls;
    @Inject
    CompanyInvoices invoices;
    @Inject
    CompanyContracts contracts;
    @Inject
    CompanyReporting reporting;
    @Inject
    CompanyMailings mailings;
    @Inject
    CompanyMailingWatch mailingWatch;
    @Inject
    CaseHandling handling;
    @Inject
    CaseReading reading;
    @Inject
    Cases cases;
    @Inject
    Agreements agreements;
    @Inject
    CompanyPeople people;
    @Inject
    Promising promising;
    @Inject
    FaultKeeping faults;
    @Inject
    Rows rows;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void begin() throws Exception {
        own.begin();
        other.begin();
    }

    private NewCall fault(Long site, String what) {
        return new NewCall(site, ServiceCase.Kind.FAULT, what, null, null, "תנור לא נדלק " + own.mark, "מאז הבוקר <b>כלום</b>");
    }

    private String open(long user, Long site, String what, String key) {
        return calls.open(user, fault(site, what), List.of(), key + own.mark);
    }

    private long caseOf(String number) {
        return system.inTransaction(() -> cases.findByNumber(number).orElseThrow().id());
    }

    private HttpResponse<String> ask(String method, String path, String key, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(API.resolve(path)).header("Accept-Language", "en").method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonObject json(HttpResponse<String> answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    @Test
    void anInvitationIsGoodOnceAndAPasswordLetsIn() throws Exception {
        refused("company.unknown-invitation", () -> signingIn.invitation("nothing"));
        OwnCompany.Session session = own.session(own.administrator);
        assertThat(signingIn.entered(session.id(), own.administrator)).isFalse();
        assertThat(signingIn.enter(session.id(), own.administrator, "wrong")).isFalse();
        assertThat(signingIn.entered(session.id(), own.administrator)).isFalse();
        assertThat(signingIn.enter(session.id(), own.administrator, OwnCompany.PASSWORD)).isTrue();
        assertThat(signingIn.entered(session.id(), own.administrator)).isTrue();
        assertThat(signingIn.entered(session.id(), other.administrator)).isFalse();
        assertThat(people.reachedBy(ContactPoint.Kind.EMAIL, own.email("ORIT"))).hasSize(1);

        long dan = administering.invite(own.administrator, new Person("דן", own.email("dan"), null, "he"), Set.of(new CompanyGrant(own.north, Permission.SEE)));
        String first = own.invitation("dan");
        assertThat(people.reachedBy(ContactPoint.Kind.EMAIL, own.email("dan"))).as("without a password").isEmpty();
        administering.inviteAgain(own.administrator, dan);
        assertThat(rows.texts("select m.text from outbound_message o join message m on m.id = o.message_id where o.recipient = ?", own.email("dan"))).hasSize(2).allSatisfy(kept -> assertThat(kept).doesNotContain("/business/join/"));
        refused("company.unknown-invitation", () -> signingIn.invitation(first));
        refused("access.password-length", () -> signingIn.join(own.invitation("dan"), "short"));
        assertThat(signingIn.invitation(own.invitation("dan"))).extracting(CompanySigningIn.Invitation::email).isEqualTo(own.email("dan"));
        rows.change("update company_user set invited_until = ? where id = ?", Instant.now().minusSeconds(1), dan);
        refused("company.unknown-invitation", () -> signingIn.join(own.invitation("dan"), OwnCompany.PASSWORD));
        assertThat(rows.count("select count(*) from audit_entry where customer_id = ? and action = 'company.user-invited'", own.id)).isEqualTo(2);
    }

    @Test
    void wrongPasswordsLockWithoutSayingSo() throws Exception {
        long session = own.session(own.administrator).id();
        for (int times = 0; times < 8; times++) {
            assertThat(signingIn.enter(session, own.administrator, "wrong " + times)).isFalse();
        }
        assertThat(signingIn.enter(session, own.administrator, OwnCompany.PASSWORD)).as("the same answer").isFalse();
        rows.change("update company_user set locked_until = ? where id = ?", Instant.now().minusSeconds(1), own.administrator);
        assertThat(signingIn.enter(session, own.administrator, OwnCompany.PASSWORD)).isTrue();
    }

    @Test
    void aCallIsOpenedOnceFollowedAndWrittenOn() throws Exception {
        long dan = own.person("dan", EnumSet.of(Permission.SEE, Permission.OPEN), own.north);
        String number = calls.open(dan, fault(own.north, "dead"), List.of(new FormSubmission.File("oven.txt", "text/plain", "hot".getBytes(StandardCharsets.UTF_8))), "k" + own.mark);
        assertThat(calls.open(dan, fault(own.north, "dead"), List.of(), "k" + own.mark)).as("sent again").isEqualTo(number);
        refused("company.site", () -> open(dan, own.south, "dead", "s"));
        refused("company.site", () -> open(dan, null, "dead", "s"));
        refused("company.site", () -> open(own.administrator, other.north, "dead", "s"));
        refused("company.fault", () -> open(dan, own.north, "nonsense", "s"));
        refused("shared.field-missing", () -> calls.open(dan, new NewCall(own.north, ServiceCase.Kind.REQUEST, null, null, null, " ", "x"), List.of(), "s" + own.mark));

        CompanyCalls.CallDetail call = calls.get(dan, number);
        assertThat(call.site().id()).isEqualTo(own.north);
        assertThat(call.fault().english()).isEqualTo("Does not start");
        assertThat(call.description()).contains("הנמל 1, חיפה").contains("Does not start");
        assertThat(call.openedBy()).isEqualTo("dan " + own.mark);
        assertThat(call.clocks()).isNotEmpty();
        assertThat(call.said()).extracting(CompanyCalls.Said::ours, CompanyCalls.Said::author, CompanyCalls.Said::text).contains(tuple(false, "dan " + own.mark, "מאז הבוקר <b>כלום</b>"));
        long file = call.said().stream().flatMap(said -> said.files().stream()).findFirst().orElseThrow().id();
        assertThat(calls.file(dan, number, file).content()).isEqualTo("hot".getBytes(StandardCharsets.UTF_8));
        refused("company.unknown-file", () -> calls.file(dan, number, file + 1_000_000));

        long id = caseOf(number);
        As.run("dana", () -> handling.note(id, "פנימי: לקוח קשה"));
        As.run("dana", () -> handling.take(id, null));
        assertThat(calls.get(dan, number).toString()).as("what staff tell each other").doesNotContain("לקוח קשה");
        calls.write(dan, number, "עכשיו גם הנורה כבויה", List.of(), "w420" + own.mark);
        calls.write(own.administrator, number, "דחוף לנו", List.of(), "w794" + own.mark);
        assertThat(calls.get(dan, number).said()).extracting(CompanyCalls.Said::text).contains("עכשיו גם הנורה כבויה", "דחוף לנו");
        assertThat(rows.count("select count(*) from case_conversation where case_id = ?", id)).as("one of each of them").isEqualTo(2);
        assertThat(As.user("dana", () -> reading.get(id)).messages()).extracting(CaseReading.Said::text).contains("דחוף לנו");
        assertThat(calls.list(dan, true, null, null, 25).rows()).extracting(CompanyCases.Line::number).containsExactly(number);
        String second = open(own.administrator, own.south, "slow", "b");
        assertThat(calls.list(dan, false, null, null, 25).rows()).extracting(CompanyCases.Line::number).containsExactly(number);
        assertThat(calls.list(own.administrator, false, null, null, 1).more()).isTrue();
        assertThat(calls.list(own.administrator, false, own.south, null, 25).rows()).extracting(CompanyCases.Line::number).containsExactly(second);
        refused("company.unknown-call", () -> calls.get(dan, second));
        refused("company.unknown-call", () -> calls.write(dan, second, "x", List.of(), "w478" + own.mark));
    }

    @Test
    void administratorsKeepWhatIsChosenFrom() throws Exception {
        String code = "leak-" + own.mark;
        As.run("admin", () -> {
            faults.add(code, new CompanyFault.Terms("נזילה " + own.mark, "Leaks", 7));
            refused("shared.code-taken", () -> faults.add(code, new CompanyFault.Terms("נזילה", "Leaks", 7)));
            refused("shared.code", () -> faults.add("Not a code", new CompanyFault.Terms("נזילה", "Leaks", 7)));
            refused("shared.field-range", () -> new CompanyFault.Terms("נזילה", "Leaks", 0));
        });
        String number = open(own.administrator, own.north, code, "f");
        assertThat(calls.get(own.administrator, number).fault().english()).isEqualTo("Leaks");
        As.run("admin", () -> {
            FaultKeeping.FaultLine seen = faults.fault(code);
            faults.change(code, seen.version(), new CompanyFault.Terms("נוזל " + own.mark, "Leaking", 8), false);
            refused("shared.conflict", () -> faults.change(code, seen.version(), new CompanyFault.Terms("x", "x", 1), true));
            FaultKeeping.FaultLine other = faults.fault(CompanyFault.OTHER);
            refused("company.fault-other", () -> faults.change(CompanyFault.OTHER, other.version(), new CompanyFault.Terms(other.names().hebrew(), other.names().english(), other.place()), false));
        });
        assertThat(calls.get(own.administrator, number).fault().english()).as("what is out of use stays with its calls").isEqualTo("Leaking");
        refused("company.fault", () -> open(own.administrator, own.north, code, "g"));
        long written = As.user("admin", () -> faults.fault(code).number());
        assertThat(rows.texts("select action from audit_entry where action like 'company.fault-%' and subject_id = ? order by id", written)).containsExactly("company.fault-added", "company.fault-retired");
        As.run("michal", () -> assertThatThrownBy(() -> faults.faults()).isInstanceOf(EJBAccessException.class));
    }

    @Test
    void whatWasPromisedInItsConversationsIsShownAndNothingElse() throws Exception {
        String number = open(own.administrator, own.north, "dead", "p");
        long talk = rows.count("select min(interaction_id) from case_conversation where case_id = ?", caseOf(number));
        // however much else it was promised that is due before
        for (int other = 0; other < 50; other++) {
            promised(null, "לשלוח חוזה");
        }
        promised(talk, "להחזיר תשובה");
        assertThat(calls.get(own.administrator, number).promises()).extracting(CompanyCalls.PromiseMade::text).containsExactly("להחזיר תשובה");
    }

    /** @param talk null: in none */
    private void promised(Long talk, String text) throws Exception {
        As.run("dana", () -> promising.give(new Promising.NewPromise(own.id, talk, talk == null ? Channel.PHONE : null, Promise.Kind.SEND, text, null, Instant.now().plus(Duration.ofDays(1)), Promising.Keeper.GIVER)));
    }

    @Test
    void anotherCompanysIsNeverThere() throws Exception {
        String number = open(own.administrator, own.north, "dead", "a");
        String key = administering.newKey(own.administrator, "erp").secret();
        String others = administering.newKey(other.administrator, "erp").secret();
        long user = own.person("dan", EnumSet.of(Permission.SEE), own.north);
        mailings.add(own.administrator, Rhythm.WEEKLY, Format.PDF, null, null);
        long mailing = mailings.of(own.administrator).get(0).id();
        long stranger = other.administrator;

        refused("company.unknown-call", () -> calls.get(stranger, number));
        refused("company.unknown-call", () -> calls.write(stranger, number, "x", List.of(), "w857" + own.mark));
        refused("company.unknown-call", () -> calls.file(stranger, number, 1));
        assertThat(calls.list(stranger, false, null, null, 25).rows()).isEmpty();
        assertThat(calls.list(stranger, false, own.north, null, 25).rows()).isEmpty();
        refused("company.unknown-site", () -> reporting.of(stranger, new Wish(null, own.north, null)));
        assertThat(reporting.of(stranger, Wish.EVERYTHING).figures().calls()).isZero();
        refused("company.unknown-site", () -> administering.saveSite(stranger, own.north, 0, new CompanySite.Facts("x", "y", null, null), true));
        refused("company.unknown-user", () -> administering.change(stranger, user, 0, new Person("x", own.email("x"), null, "he"), Set.of(CompanyGrant.everywhere(Permission.SEE)), true));
        refused("company.unknown-user", () -> administering.inviteAgain(stranger, user));
        refused("company.unknown-site", () -> administering.invite(stranger, new Person("x", other.email("x"), null, "he"), Set.of(new CompanyGrant(own.north, Permission.SEE))));
        refused("company.unknown-key", () -> administering.revoke(stranger, Long.parseLong(rows.text("select id from company_key where user_id = ?", own.administrator))));
        refused("company.unknown-site", () -> mailings.add(stranger, Rhythm.WEEKLY, Format.CSV, own.north, null));
        refused("company.unknown-mailing", () -> mailings.end(stranger, mailing));
        assertThat(administering.users(stranger)).hasSize(1);
        assertThat(administering.keys(stranger)).hasSize(1);

        assertThat(ask("GET", "calls/" + number, key, null).statusCode()).isEqualTo(200);
        assertThat(ask("GET", "calls/" + number, others, null).statusCode()).isEqualTo(404);
        assertThat(ask("GET", "calls?site=" + own.north, others, null).body()).doesNotContain(number);
        assertThat(ask("GET", "reports/service?site=" + own.north, others, null).statusCode()).isEqualTo(404);
    }

    @Test
    void whoMayLessIsRefused() throws Exception {
        long sees = own.person("sees", EnumSet.of(Permission.SEE), own.north);
        long reports = own.person("reports", EnumSet.of(Permission.REPORTS), own.south);
        String number = open(own.administrator, own.north, "dead", "a");
        refused("company.not-allowed", () -> open(sees, own.north, "dead", "x"));
        refused("company.not-allowed", () -> calls.write(sees, number, "x", List.of(), "w518" + own.mark));
        refused("company.not-allowed", () -> administering.users(sees));
        refused("company.not-allowed", () -> administering.newKey(sees, "x"));
        refused("company.not-allowed", () -> reporting.of(sees, Wish.EVERYTHING));
        refused("company.not-allowed", () -> contracts.of(sees));
        refused("company.not-allowed", () -> invoices.of(sees, null, null));
        refused("company.not-allowed", () -> calls.list(reports, false, null, null, 25));
        assertThat(reporting.of(reports, Wish.EVERYTHING).figures().calls()).as("only its own site").isZero();
        refused("company.unknown-site", () -> reporting.of(reports, new Wish(null, own.north, null)));
        int seen = administering.users(own.administrator).stream().filter(user -> user.id() == sees).findFirst().orElseThrow().version();
        refused("shared.conflict", () -> administering.change(own.administrator, sees, seen + 5, new Person("sees", own.email("sees"), null, "he"), Set.of(new CompanyGrant(own.north, Permission.SEE)), false));
        administering.change(own.administrator, sees, seen, new Person("sees", own.email("sees"), null, "he"), Set.of(new CompanyGrant(own.north, Permission.SEE)), false);
        refused("company.not-let-in", () -> calls.get(sees, number));
        assertThat(people.reachedBy(ContactPoint.Kind.EMAIL, own.email("sees"))).isEmpty();
        int mine = administering.users(own.administrator).stream().filter(CompanyAdministering.UserLine::me).findFirst().orElseThrow().version();
        refused("company.last-administrator", () -> administering.change(own.administrator, own.administrator, mine, new Person("אורית", own.email("orit"), null, "he"), Set.of(new CompanyGrant(own.north, Permission.SEE)), true));
        refused("company.email-taken", () -> administering.invite(own.administrator, new Person("x", other.email("orit"), null, "he"), Set.of(CompanyGrant.everywhere(Permission.SEE))));
        refused("company.number-taken", () -> administering.saveSite(own.administrator, null, 0, new CompanySite.Facts("x", "y", null, "N-" + own.mark), true));
        refused("customer.not-a-company", () -> As.user("michal", () -> keeping.of(person())));
        assertThat(As.user("dana", () -> keeping.of(own.id)).sites()).hasSize(2);
    }

    private long person() throws Exception {
        return rows.count("select min(id) from customer where kind = 'PERSON'");
    }

    @Test
    void aProgramOpensAndReadsWithItsKeyUntilItIsRevoked() throws Exception {
        CompanyAdministering.NewKey made = administering.newKey(own.administrator, "ERP");
        String key = made.secret();
        assertThat(rows.count("select count(*) from company_key where hash = ?", key)).as("is not kept").isZero();
        assertThat(ask("GET", "calls", null, null).statusCode()).isEqualTo(401);
        assertThat(ask("GET", "calls", "mk_wrong", null).statusCode()).isEqualTo(401);
        assertThat(json(ask("GET", "calls/choices", key, null)).getJsonArray("sites")).hasSize(2);
        String body = Json.createObjectBuilder().add("site", own.north).add("kind", "FAULT").add("fault", "connection").add("subject", "Terminal " + own.mark).add("description", "no line").build().toString();
        HttpResponse<String> without = ask("POST", "calls", key, body);
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(json(without).getString("field")).isEqualTo("Idempotency-Key");
        HttpResponse<String> opened = ask("POST", "calls", key, body, "Idempotency-Key", "one");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        String number = json(opened).getString("number");
        assertThat(opened.headers().firstValue("Location").orElseThrow()).endsWith("/business/api/v1/calls/" + number);
        assertThat(json(ask("POST", "calls", key, body, "Idempotency-Key", "one")).getString("number")).isEqualTo(number);
        assertThat(json(ask("POST", "calls", key, body.replace("FAULT", "WHAT"), "Idempotency-Key", "two")).getString("field")).isEqualTo("kind");
        assertThat(ask("POST", "calls", key, "{", "Idempotency-Key", "two").statusCode()).isEqualTo(422);
        JsonObject read = json(ask("GET", "calls/" + number, key, null));
        assertThat(read.getString("subject")).isEqualTo("Terminal " + own.mark);
        assertThat(read.getJsonArray("clocks")).isNotEmpty();
        assertThat(json(ask("GET", "calls?live=true", key, null)).getJsonArray("calls")).hasSize(1);
        assertThat(ask("GET", "openapi.yaml", null, null).body()).contains("Moked for businesses");
        administering.revoke(own.administrator, made.id());
        assertThat(ask("GET", "calls", key, null).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> page(String path, OwnCompany.Session session, String... form) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(API.resolve(path)).header("Cookie", "moked.lang=en" + (session == null ? "" : "; moked.business=" + session.token()));
        if (form.length > 0) {
            request.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(String.join("&", form)));
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void pagesAreShownToWhoIsInAndOnlyHis() throws Exception {
        String number = open(own.administrator, own.north, "dead", "p");
        OwnCompany.Session mine = own.session(own.administrator);
        OwnCompany.Session stranger = other.session(other.administrator);
        assertThat(page("/business", null).headers().firstValue("Location").orElseThrow()).contains("/business/sign-in");
        assertThat(page("/business", mine).headers().firstValue("Location").orElseThrow()).as("a code alone").endsWith("/business/password");
        assertThat(page("/business/password", mine).statusCode()).isEqualTo(200);
        assertThat(page("/business/calls/" + number, mine).statusCode()).isEqualTo(303);
        signingIn.enter(mine.id(), own.administrator, OwnCompany.PASSWORD);
        signingIn.enter(stranger.id(), other.administrator, OwnCompany.PASSWORD);
        assertThat(page("/business", mine).body()).contains(number).doesNotContain("???");
        for (String path : List.of("/business/calls", "/business/calls/" + number, "/business/calls/new", "/business/contracts", "/business/invoices", "/business/reports", "/business/people", "/business/people/new", "/business/people/" + own.administrator, "/business/sites", "/business/sites/new",
                "/business/sites/" + own.north, "/business/keys")) {
            HttpResponse<String> shown = page(path, mine);
            assertThat(shown.statusCode()).as(path).isEqualTo(200);
            assertThat(shown.body()).as(path).doesNotContain("???").doesNotContain(other.mark);
        }
        for (String path : List.of("/business/calls/" + number, "/business/calls/" + number + "/files/1", "/business/people/" + own.administrator, "/business/sites/" + own.north, "/business/reports?site=" + own.north, "/business/calls/../x", "/business/nothing")) {
            assertThat(page(path, stranger).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(page("/business/reports/report.csv", mine).body()).contains("Calls,1");
        assertThat(page("/business/keys", mine, "name=erp").statusCode()).as("without the form of the session").isEqualTo(403);
        String keys = page("/business/keys", mine).body();
        HttpResponse<String> made = page("/business/keys", mine, "name=erp", "form=" + hidden(keys, "form"), "token=" + hidden(keys, "token"));
        assertThat(made.body()).contains("mk_").contains("only now");
        HttpResponse<String> empty = page("/business/keys", mine, "name=", "form=" + hidden(keys, "form"), "token=" + hidden(keys, "token"));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("Please fill this in");
        assertThat(page("/business/sites/" + own.north, stranger, "name=x", "address=y", "form=" + hidden(page("/business/sites", stranger).body(), "form"), "token=" + hidden(page("/business/keys", stranger).body(), "token"), "version=0").statusCode()).isIn(404, 403);
    }

    private static String hidden(String body, String name) {
        Matcher field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(body);
        assertThat(field.find()).as(name + " in " + body).isTrue();
        return field.group(1);
    }

    @Test
    void reportsCountTheSameEverywhere() throws Exception {
        String first = open(own.administrator, own.north, "dead", "a");
        open(own.administrator, own.north, "dead", "b");
        open(own.administrator, own.south, "slow", "c");
        calls.open(own.administrator, new NewCall(null, ServiceCase.Kind.REQUEST, null, null, null, "הצעת מחיר", "לשני תנורים"), List.of(), "d" + own.mark);
        long id = caseOf(first);
        As.run("dana", () -> handling.close(id, null, ServiceCase.Cause.FIXED, "תוקן"));
        Report report = reporting.of(own.administrator, Wish.EVERYTHING);
        assertThat(report.figures().calls()).isEqualTo(4);
        assertThat(report.figures().open()).isEqualTo(3);
        assertThat(report.figures().faults()).isEqualTo(3);
        assertThat(report.figures().repair().met()).isEqualTo(1);
        assertThat(report.figures().recurring()).extracting(ReportFigures.Recurring::fault, ReportFigures.Recurring::calls, ReportFigures.Recurring::upTo).containsExactly(tuple("dead", 2L, 67), tuple("slow", 1L, 100));
        assertThat(report.figures().history()).extracting(ReportFigures.History::siteId, ReportFigures.History::calls).containsExactly(tuple(own.north, 2L), tuple(own.south, 1L), tuple(null, 1L));
        assertThat(reporting.of(own.administrator, new Wish(null, own.south, null)).figures().calls()).isEqualTo(1);
        assertThat(reporting.of(own.administrator, new Wish(new ReportPeriod(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31)), null, null)).figures().calls()).isZero();
        refused("company.period", () -> new ReportPeriod(LocalDate.of(2020, 1, 2), LocalDate.of(2020, 1, 1)));

        String csv = new String(ReportFile.of(report, Format.CSV, "he").content(), StandardCharsets.UTF_8);
        assertThat(csv).contains("קריאות,4").contains("לא נדלק,2,67").contains("צפון " + own.mark);
        assertThat(new String(ReportFile.of(report, Format.PDF, "he").content(), StandardCharsets.ISO_8859_1)).startsWith("%PDF");
        String sheets = unzipped(ReportFile.of(report, Format.XLSX, "he").content());
        assertThat(sheets).contains("rightToLeft").contains("לא נדלק").contains("<v>4</v>");
        assertThat(unzipped(ReportFile.of(report, Format.XLSX, "en").content())).doesNotContain("rightToLeft=\"true\"").contains("Recurring faults");
        JsonObject api = json(ask("GET", "reports/service", administering.newKey(own.administrator, "bi").secret(), null));
        assertThat(api.getInt("calls")).isEqualTo(4);
        assertThat(api.getJsonArray("recurring").getJsonObject(0).getInt("calls")).isEqualTo(2);
        assertThat(api.getJsonObject("repair").getInt("met")).isEqualTo(1);

        As.run("dana", () -> handling.open(new CaseHandling.NewCase(own.id, new ServiceCase.About(ServiceCase.Kind.FAULT, null, "בטלפון", "נפתחה על ידי נציג", null, null), null, null)));
        assertThat(reporting.of(own.administrator, Wish.EVERYTHING).figures().calls()).as("opened by staff too").isEqualTo(5);
    }

    private static String unzipped(byte[] zip) throws Exception {
        StringBuilder text = new StringBuilder();
        Path file = Files.createTempFile("report", ".xlsx");
        Files.write(file, zip);
        try (ZipFile book = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(book.entries())) {
                text.append(new String(book.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Files.delete(file);
        // letters beyond ASCII are written as numbers
        return Pattern.compile("&#(x?)([0-9a-fA-F]+);").matcher(text).replaceAll(letter -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(letter.group(2), letter.group(1).isEmpty() ? 10 : 16))));
    }

    @Test
    void whatWasMissedIsCredited() throws Exception {
        long agreement = system.inTransaction(() -> {
            AgreementLevel level = new AgreementLevel("l-" + own.mark).named("זהב", "Gold").promising(null, 60, 480).crediting(new BigDecimal("5"), new BigDecimal("12"));
            agreements.add(level);
            AgreementTemplate template = new AgreementTemplate("t-" + own.mark).named("תחזוקה", "Maintenance").selling(Agreement.Kind.MAINTENANCE, level, 12, null).granting(List.of());
            agreements.add(template);
            Agreement made = new Agreement("A-" + own.mark, own.id, template, LocalDate.now().minusDays(30), null, Instant.now());
            agreements.add(made);
            return made.id();
        });
        As.run("michal", () -> keeping.costs(own.id, agreement, new BigDecimal("1000")));
        refused("agreement.unknown", () -> As.run("michal", () -> keeping.costs(other.id, agreement, BigDecimal.ONE)));
        for (int times = 0; times < 3; times++) {
            open(own.administrator, own.north, "dead", "m" + times);
        }
        assertThat(contracts.of(own.administrator)).singleElement().extracting(Contract::missed, Contract::due).containsExactly(0L, new BigDecimal("0.00"));
        rows.change("update company_case set answer_met = false where customer_id = ? and case_id = (select min(case_id) from company_case where customer_id = ?)", own.id, own.id);
        Contract once = contracts.of(own.administrator).get(0);
        assertThat(once.missed()).isEqualTo(1);
        assertThat(once.due()).isEqualByComparingTo("50");
        rows.change("update company_case set answer_met = false, repair_met = false where customer_id = ?", own.id);
        assertThat(contracts.of(own.administrator).get(0).due()).as("at most twelve percent").isEqualByComparingTo("120");
        assertThat(contracts.of(other.administrator)).isEmpty();
    }

    @Test
    void aReportIsMailedOnceForEachPeriod() throws Exception {
        mailings.add(own.administrator, Rhythm.MONTHLY, Format.XLSX, null, null);
        long id = mailings.of(own.administrator).get(0).id();
        assertThat(mailings.of(own.administrator).get(0).next()).isEqualTo(reporting.today().withDayOfMonth(1).plusMonths(1));
        rows.change("update company_mailing set due_on = ? where id = ?", reporting.today().minusMonths(3).withDayOfMonth(1), id);
        system.run(() -> {
            while (mailingWatch.sendNext()) {
                continue;
            }
        });
        String sent = "select count(*) from outbound_message o join attachment a on a.message_id = o.message_id where o.recipient = ? and a.file_name like '%.xlsx'";
        assertThat(rows.count(sent, own.email("orit"))).isEqualTo(1);
        assertThat(rows.text("select a.file_name from outbound_message o join attachment a on a.message_id = o.message_id where o.recipient = ?", own.email("orit"))).contains(reporting.today().withDayOfMonth(1).minusMonths(1).toString());
        system.run(() -> mailingWatch.sendNext());
        assertThat(rows.count(sent, own.email("orit"))).as("once").isEqualTo(1);
        mailings.end(own.administrator, id);
        assertThat(mailings.of(own.administrator)).isEmpty();
    }
}
