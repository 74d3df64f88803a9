// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import il.moked.AnyDatabase;
import il.moked.As;
import il.moked.Knock;
import il.moked.Knock.Answer;
import il.moked.Rows;
import il.moked.branch.AppointmentCapacity;
import il.moked.branch.Appointments;
import il.moked.branch.OwnBranch;
import il.moked.branch.ejb.HomeAppointments;
import il.moked.branch.ejb.OwnTicket;
import il.moked.interaction.AsSystem;
import il.moked.selfservice.PortalSession;
import il.moked.selfservice.PortalSessions;
import il.moked.selfservice.Secret;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every door of the portal is tried by everybody it is not for: by nobody in particular, and by others who are let in
 * somewhere, who ask for what is not theirs by every name it can be guessed by.
 *
 * <p>A new door needs nothing here but its {@code @Door}. An entity that no door reached before needs a line in {@link #guesses};
 * a new way of signing in needs one in {@link #strangers}.
 */
@AnyDatabase
@ArquillianTest
public class DoorsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, String> ENTITIES = Map.of("company_site", "il.moked.company.CompanySite", "company_key", "il.moked.company.CompanyKey", "company_mailing", "il.moked.company.CompanyMailing", "agreement", "il.moked.agreement.Agreement",
            "invoice", "il.moked.order.Invoice", "service_case", "il.moked.casework.ServiceCase", "data_request", "il.moked.selfservice.DataRequest", "promise", "il.moked.promise.Promise", "secure_link", "il.moked.selfservice.SecureLink");
    private static final int OFFSET = Integer.getInteger("jboss.socket.binding.port-offset", 0);
    private static final int PORTAL = 8081 + OFFSET;
    /** Of a signed-in stranger: what his forms carry; sent as a header, where it is nothing, and in the body. */
    private static final String FORM = "X-Form";
    private static final int INSIDE = 8080 + OFFSET;

    @Inject
    AsSystem system;
    @Inject
    OwnBranch own;
    @Inject
    HomeAppointments booking;
    @Inject
    OwnTicket tickets;
    @Inject
    Appointments appointments;
    @Inject
    PortalSessions sessions;
    @Inject
    Rows rows;

    private String mark;
    private Map<String, List<String>> guesses;
    private Map<String, Callable<Map<String, String>>> strangers;

    /** What one person has, of every kind a door reaches; whoever else is shown it has seen the mark. */
    @BeforeEach
    void somebodyHasSomething() throws Exception {
        own.begin();
        mark = "mark" + own.mark;
        system.inTransaction(() -> {
            for (DayOfWeek weekday : DayOfWeek.values()) {
                for (int hour = 0; hour < 24; hour++) {
                    appointments.add(new AppointmentCapacity(own.branch(), own.why(), weekday, hour, 2));
                }
            }
            return null;
        });
        String branch = "b-" + own.mark;
        Instant free = system.inTransaction(() -> booking.free(branch, own.reason, null, 7)).stream().flatMap(day -> day.times().stream()).map(time -> time.at()).findFirst().orElseThrow();
        String code = system.inTransaction(() -> booking.book(branch, own.reason, free, mark, telephone(1), null, "a-" + own.mark, "en"));
        String ticket = "t-" + own.mark + "-" + own.mark;
        system.inTransaction(() -> tickets.reserve(branch, new OwnTicket.Wanted(mark, telephone(2), own.reason, 30, ticket)));
        String secret = chat(mark);
        assertThat(Knock.at(PORTAL, "POST", "/chat/sessions/lines", chatHeaders(secret), "{\"id\":\"1\",\"text\":\"" + mark + "\"}").status()).isEqualTo(202);
        String interaction = await().atMost(PATIENCE).until(() -> rows.texts("select i.id || ' ' || i.reference from interaction i join chat_session s on s.interaction_id = i.id where s.visitor_name = ?", mark), found -> !found.isEmpty()).get(0);
        String[] parts = interaction.split(" ");
        guesses = new TreeMap<>();
        guesses.put("il.moked.branch.Appointment", List.of(rows.text("select cast(id as varchar) from appointment where code = ?", code), wrong(code), code.substring(1)));
        String arrival = rows.text("select cast(id as varchar) from arrival where client_key = ?", ticket);
        guesses.put("il.moked.branch.Arrival", List.of(arrival, branch + "/ticket/" + "0".repeat(Math.max(0, 8 - arrival.length())) + arrival, branch + "/ticket/" + wrong(ticket)));
        guesses.put("il.moked.interaction.Interaction", List.of(parts[0], wrong(parts[1])));
        guesses.put("il.moked.interaction.ChatSession", List.of(rows.text("select cast(id as varchar) from chat_session where visitor_name = ?", mark)));
        guesses.put("il.moked.channel.OutboundMessage", rows.texts("select cast(max(id) as varchar) from (select 1 as id union all select id from attachment) all_files"));
        guesses.put("il.moked.order.SaleOrder", rows.texts("select number from sale_order order by id desc fetch first 1 rows only").stream().flatMap(number -> Stream.of(number, number + "/1")).toList());
        strangers = new LinkedHashMap<>();
        strangers.put("nobody", Map::of);
        Map<String, String> session = new TreeMap<>(chatHeaders(chat("somebody else")));
        session.put("Authorization", "Bearer " + app());
        strangers.put("SESSION", () -> session);
        long his = Long.parseLong(rows.text("select cast(customer_id as varchar) from interaction where id = ?", Long.valueOf(parts[0])));
        long another = Long.parseLong(rows.text("select cast(min(id) as varchar) from customer where id <> ? and joined_into_id is null", his));
        strangers.put("CUSTOMER", () -> signedIn(PortalSession.Kind.CUSTOMER, another, "moked.my"));
        long person = Long.parseLong(rows.text("select cast(coalesce(max(id), 0) as varchar) from company_user"));
        strangers.put("COMPANY", () -> signedIn(PortalSession.Kind.COMPANY, person, "moked.business"));
        signedIn(PortalSession.Kind.CUSTOMER, his, "moked.my");
        guesses.put("il.moked.customer.Customer", List.of(Long.toString(his)));
        guesses.put("il.moked.company.CompanyCase", rows.texts("select number from service_case where id = (select max(case_id) from company_case)"));
        guesses.put("il.moked.company.CompanyUser", List.of(Long.toString(person), wrong("join" + own.mark)));
        guesses.put("il.moked.survey.Survey", rows.texts("select cast(id as varchar) from survey order by id desc fetch first 1 rows only"));
        for (String table : ENTITIES.keySet()) {
            guesses.put(ENTITIES.get(table), rows.texts("select cast(id as varchar) from " + table + " order by id desc fetch first 1 rows only"));
        }
        guesses.put("il.moked.selfservice.PortalSession", rows.texts("select cast(max(id) as varchar) from portal_session"));
    }

    @AfterEach
    void nothingIsLeftWaiting() throws SQLException {
        rows.change("update work_item set state = 'DONE' where interaction_id in (select interaction_id from chat_session where visitor_name = ?)", mark);
        rows.change("update interaction set state = 'CLOSED', closed_at = ?, waiting_since = null where id in (select interaction_id from chat_session where visitor_name = ?)", Instant.now(), mark);
        own.end();
    }

    @Test
    void everyDoorIsShutToWhomItIsNotFor() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (OpenDoor door : doors()) {
            for (String caller : Set.of("CUSTOMER", "COMPANY")) {
                if (door.opensTo(caller) && !strangers.containsKey(caller)) {
                    wrong.add(door + ": nobody else signs in as " + caller + " here; add him to strangers of DoorsIT");
                }
            }
            if (!door.opensTo("PROVIDER")) {
                door.reaches().stream().filter(entity -> !guesses.containsKey(entity)).forEach(entity -> wrong.add(door + ": nobody's " + entity + " is tried here; add one to guesses of DoorsIT"));
            }
            for (Map.Entry<String, Callable<Map<String, String>>> each : strangers.entrySet()) {
                Map.Entry<String, Map<String, String>> stranger = Map.entry(each.getKey(), each.getValue().call());
                for (String key : keys(door)) {
                    for (String address : door.addresses(key)) {
                        for (String method : door.methods()) {
                            if (!door.opensTo("DEMO") || method.equals("GET")) {
                                knock(door, stranger.getKey(), stranger.getValue(), method, address, !key.equals("1") && door.wantsKey() && address.contains(key), wrong);
                            }
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** A method that nobody wrote is answered by nobody. */
    @Test
    void noDoorAnswersMethodsItDoesNotHave() throws Exception {
        List<String> wrong = new ArrayList<>();
        List<OpenDoor> doors = doors();
        for (OpenDoor door : doors) {
            for (String method : List.of("PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND")) {
                for (String address : door.addresses("1")) {
                    boolean has = doors.stream().anyMatch(other -> other.path().equals(door.path()) && other.methods().contains(method));
                    if (has) {
                        continue;
                    }
                    Answer answer = Knock.at(PORTAL, method, address, Map.of(), null);
                    if (answer.status() != 0 && answer.status() != 501 && !refused(answer)) {
                        wrong.add(method + " " + address + " answers " + answer.status());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void knock(OpenDoor door, String who, Map<String, String> proof, String method, String address, boolean others, List<String> wrong) throws IOException {
        Map<String, String> headers = new TreeMap<>(proof);
        boolean writes = !method.equals("GET");
        if (writes) {
            headers.put("Content-Type", door.way() == OpenDoor.Way.RESOURCE ? "application/json" : "application/x-www-form-urlencoded");
        }
        Answer answer = Knock.at(PORTAL, method, address, headers, writes ? door.way() == OpenDoor.Way.RESOURCE ? "{}" : form(proof) : null);
        String tried = who + " " + method + " " + address + " of " + door.name() + " answers " + answer.status();
        if (answer.status() == 0 || answer.status() >= 500) {
            wrong.add(tried + ", which is no refusal but trouble");
        }
        if (answer.body().contains(mark)) {
            wrong.add(tried + " and shows what is somebody else's");
        }
        if (!door.opensTo("ANYBODY") && !door.opensTo("DEMO") && (!door.opensTo(who) || others) && !refused(answer)) {
            wrong.add(tried + ", and should refuse");
        }
    }

    /** Signed in, with what his forms carry. */
    private Map<String, String> signedIn(PortalSession.Kind kind, long id, String cookie) {
        Secret token = Secret.next();
        system.inTransaction(() -> {
            sessions.add(new PortalSession(token, kind, id, PortalSession.Way.CODE, "test", "127.0.0.1", Instant.now()));
            return null;
        });
        return Map.of("Cookie", cookie + "=" + token.shown(), FORM, formToken(token, kind));
    }

    private static String formToken(Secret token, PortalSession.Kind kind) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("form:" + token.shown()).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(kind.name().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String form(Map<String, String> proof) {
        return proof.containsKey(FORM) ? "form=" + proof.get(FORM) : "x=1";
    }

    /** Refused, or sent to where one signs in, or proves the rest of who one is. */
    private static boolean refused(Answer answer) {
        return answer.status() >= 400 && answer.status() < 500 || (answer.status() == 302 || answer.status() == 303) && answer.header("Location").matches(".*/(signin|sign-in|business/password)\\b.*");
    }

    private List<String> keys(OpenDoor door) {
        List<String> keys = new ArrayList<>(List.of("1"));
        door.reaches().forEach(entity -> keys.addAll(guesses.getOrDefault(entity, List.of())));
        return keys;
    }

    private static List<OpenDoor> doors() throws IOException {
        try (InputStream list = DoorsIT.class.getResourceAsStream("doors.txt")) {
            List<OpenDoor> doors = new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().map(OpenDoor::read).toList();
            assertThat(doors).hasSizeGreaterThan(25);
            return doors;
        }
    }

    private static String chat(String name) throws IOException {
        Answer opened = Knock.at(PORTAL, "POST", "/chat/sessions", Map.of("Content-Type", "application/json"), "{\"name\":\"" + name + "\",\"language\":\"en\"}");
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return field(opened, "secret");
    }

    private static Map<String, String> chatHeaders(String secret) {
        return Map.of("X-Chat-Secret", secret, "Content-Type", "application/json");
    }

    private String app() throws IOException {
        String basic = Base64.getEncoder().encodeToString(("crm:" + As.PASSWORD).getBytes(StandardCharsets.UTF_8));
        Answer opened = Knock.at(INSIDE, "POST", "/moked/api/v1/app-sessions", Map.of("Authorization", "Basic " + basic, "Content-Type", "application/json", "Idempotency-Key", own.mark), "{\"account\":\"app\",\"email\":\"customer06@example.co.il\",\"device\":\"test\",\"language\":\"en\"}");
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return field(opened, "secret");
    }

    private static String field(Answer answer, String name) {
        String body = answer.body();
        try (JsonReader reader = Json.createReader(new StringReader(body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1)))) {
            return reader.readObject().getString(name);
        }
    }

    private String telephone(int last) {
        return "05" + last + String.format("%07d", Long.parseLong(own.mark, 16) % 10_000_000);
    }

    /** As long and as like it as can be, and another. */
    private static String wrong(String key) {
        char last = key.charAt(key.length() - 1);
        return key.substring(0, key.length() - 1) + (last == 'A' || last == 'a' ? 'B' : 'A');
    }
}
