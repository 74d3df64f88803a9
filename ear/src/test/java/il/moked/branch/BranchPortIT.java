// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import static il.moked.Soap.element;
import static il.moked.Soap.field;
import static org.assertj.core.api.Assertions.assertThat;

import il.moked.As;
import il.moked.Soap;
import il.moked.customer.Segment;
import il.moked.interaction.AsSystem;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Branches, numbers and appointments as other systems ask for them, by REST and by SOAP. */
@ArquillianTest
public class BranchPortIT {
    private static final String BACK_OFFICE = "http://localhost:" + (8080 + Integer.getInteger("jboss.socket.binding.port-offset", 0)) + "/moked/api/";
    private static final String NAMESPACE = "urn:moked:branch:1";

    @Inject
    AsSystem system;
    @Inject
    OwnBranch own;
    @Inject
    Appointments appointments;

    private String code;

    @BeforeEach
    void aBranch() {
        own.begin();
        code = "b-" + own.mark;
        system.inTransaction(() -> {
            for (DayOfWeek weekday : DayOfWeek.values()) {
                for (int hour = 0; hour < 24; hour++) {
                    appointments.add(new AppointmentCapacity(own.branch(), own.why(), weekday, hour, 2));
                }
            }
            return null;
        });
    }

    @AfterEach
    void nobodyIsLeftWaiting() throws Exception {
        own.end();
    }

    private static HttpResponse<String> send(String user, HttpRequest.Builder request) throws Exception {
        request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString((user + ":" + As.PASSWORD).getBytes(StandardCharsets.UTF_8))).header("Accept-Language", "en");
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(BACK_OFFICE + "v1/branches" + path));
    }

    private static HttpResponse<String> post(String path, String key, String body, String... headers) throws Exception {
        HttpRequest.Builder request = to(path).header("Content-Type", "application/json").header("Idempotency-Key", key).POST(HttpRequest.BodyPublishers.ofString(body));
        return send("crm", headers.length == 0 ? request : request.headers(headers));
    }

    private static JsonObject json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    private static JsonObject get(String path) throws Exception {
        return json(send("crm", to(path)), 200);
    }

    private static HttpResponse<String> soap(String user, String operation, String... fields) throws Exception {
        return send(user, HttpRequest.newBuilder(URI.create(BACK_OFFICE + "soap/branch")).header("Content-Type", "text/xml; charset=UTF-8").POST(HttpRequest.BodyPublishers.ofString(Soap.message(NAMESPACE, operation, String.join("", fields)))));
    }

    private static HttpResponse<String> answered(String operation, String... fields) throws Exception {
        HttpResponse<String> answer = soap("crm", operation, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static LocalDate tomorrow() {
        return LocalDate.now(ZoneId.of("Asia/Jerusalem")).plusDays(1);
    }

    @Test
    void anotherSystemFindsBranchesAndTakesNumbersByRest() throws Exception {
        JsonObject branch = get("/" + code);
        assertThat(branch.getString("englishName")).isEqualTo("Branch " + own.mark);
        assertThat(branch.getBoolean("open")).isTrue();
        assertThat(get("").getJsonArray("items")).anySatisfy(one -> assertThat(one.asJsonObject().getString("code")).isEqualTo(code));
        assertThat(get("/" + code + "/hours?days=3").getJsonArray("items")).hasSize(3);
        assertThat(get("/" + code + "/reasons").getJsonArray("items")).anySatisfy(one -> assertThat(one.asJsonObject().getString("code")).isEqualTo(own.reason));
        assertThat(send("crm", to("/no-such-branch")).statusCode()).isEqualTo(404);
        assertThat(send("crm", to("/" + code + "/hours?days=99")).statusCode()).isEqualTo(422);
        assertThat(send("dana", to("")).statusCode()).as("our people have screens").isEqualTo(403);

        long customer = own.customer(Segment.PRIVATE);
        String coming = "{\"customerId\":" + customer + ",\"reason\":\"" + own.reason + "\"}";
        JsonObject ticket = json(post("/" + code + "/tickets", "t1-" + own.mark, coming), 201);
        assertThat(ticket.getString("number")).isEqualTo("Q001");
        assertThat(json(post("/" + code + "/tickets", "t1-" + own.mark, coming), 201).getInt("id")).isEqualTo(ticket.getInt("id"));
        assertThat(json(post("/" + code + "/tickets", "t2-" + own.mark, coming), 201).getBoolean("already")).as("he has a number").isTrue();
        JsonObject wrong = json(post("/" + code + "/tickets", "t3-" + own.mark, "{\"customerId\":" + customer + "}"), 422);
        assertThat(wrong.getString("code")).isEqualTo("shared.field-missing");
        String his = "/" + code + "/tickets/" + ticket.getInt("id");
        assertThat(get(his).getString("state")).isEqualTo("WAITING");
        assertThat(send("crm", to(his).DELETE()).statusCode()).isEqualTo(204);
        assertThat(get(his).getString("state")).isEqualTo("LEFT");
        assertThat(send("crm", to("/dizengoff/tickets/" + ticket.getInt("id"))).statusCode()).isEqualTo(404);
    }

    @Test
    void anotherSystemBooksMovesAndCancelsByRest() throws Exception {
        JsonObject day = get("/" + code + "/appointments/free?reason=" + own.reason + "&from=" + tomorrow()).getJsonArray("items").getJsonObject(0);
        String first = day.getJsonArray("times").getJsonObject(0).getString("at");
        String second = day.getJsonArray("times").getJsonObject(1).getString("at");
        String body = "{\"reason\":\"" + own.reason + "\",\"at\":\"" + first + "\",\"name\":\"Noa\",\"telephone\":\"052-" + (1000000 + Math.abs(own.mark.hashCode() % 8999999)) + "\"}";
        HttpResponse<String> answer = post("/" + code + "/appointments", "a1-" + own.mark, body);
        JsonObject booked = json(answer, 201);
        assertThat(booked.getString("way")).isEqualTo("API");
        assertThat(json(post("/" + code + "/appointments", "a1-" + own.mark, body), 201).getString("appointment")).isEqualTo(booked.getString("appointment"));
        String its = "/" + code + "/appointments/" + booked.getString("appointment");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(send("crm", to(its).DELETE()).statusCode()).isEqualTo(428);
        HttpResponse<String> moved = post(its + "/move", "a2-" + own.mark, "{\"at\":\"" + second + "\"}", "If-Match", send("crm", to(its)).headers().firstValue("ETag").orElseThrow());
        assertThat(json(moved, 200).getString("at")).isEqualTo(second);
        assertThat(send("crm", to(its).header("If-Match", tag).DELETE()).statusCode()).isEqualTo(412);
        assertThat(send("crm", to(its).header("If-Match", moved.headers().firstValue("ETag").orElseThrow()).DELETE()).statusCode()).isEqualTo(204);
        assertThat(get("/" + code + "/appointments?day=" + day.getString("date")).getJsonArray("items")).anySatisfy(one -> assertThat(one.asJsonObject().getString("state")).isEqualTo("CANCELLED"));
        JsonObject missing = json(post("/" + code + "/appointments", "a3-" + own.mark, "{\"name\":\"Noa\"}"), 422);
        assertThat(missing.getJsonArray("errors")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void theSameBySoap() throws Exception {
        assertThat(answered("ListBranches").body()).contains(code);
        assertThat(answered("GetHours", field("branch", code), field("days", 2)).body()).contains("open>");
        long customer = own.customer(Segment.PRIVATE);
        String[] coming = {field("requestKey", "s1-" + own.mark), field("branch", code), field("customerId", customer), field("reason", own.reason)};
        HttpResponse<String> ticket = answered("CheckIn", coming);
        assertThat(element(ticket, "number")).isEqualTo("Q001");
        assertThat(element(answered("CheckIn", coming), "id")).isEqualTo(element(ticket, "id"));
        assertThat(element(answered("GetTicket", field("branch", code), field("id", element(ticket, "id"))), "state")).isEqualTo("WAITING");
        assertThat(element(answered("LeaveBranch", field("branch", code), field("id", element(ticket, "id"))), "state")).isEqualTo("LEFT");

        HttpResponse<String> free = answered("ListFreeAppointments", field("branch", code), field("reason", own.reason), field("from", tomorrow()));
        String at = element(free, "at");
        String[] wanted = {field("requestKey", "s2-" + own.mark), field("branch", code), field("reason", own.reason), field("at", at), field("customerId", customer)};
        HttpResponse<String> booked = answered("BookAppointment", wanted);
        String name = booked.body().replaceAll("(?s).*<(?:[a-z0-9]+:)?appointment>([0-9A-Z]{10})<.*", "$1");
        assertThat(name).hasSize(10);
        assertThat(answered("BookAppointment", wanted).body()).as("the same key again").contains(name);
        Soap.assertRefused("branch.appointment-double", soap("crm", "BookAppointment", field("requestKey", "s3-" + own.mark), field("branch", code), field("reason", own.reason), field("at", at), field("customerId", customer)));
        Soap.assertRefused("shared.field-missing", soap("crm", "CancelAppointment", field("branch", code), field("appointment", name)));
        String version = element(answered("GetAppointment", field("branch", code), field("appointment", name)), "version");
        String later = Instant.parse(at).plusSeconds(1800).toString();
        HttpResponse<String> moved = answered("MoveAppointment", field("branch", code), field("appointment", name), field("version", version), field("at", later));
        assertThat(element(moved, "at")).isEqualTo(later);
        assertThat(element(answered("CancelAppointment", field("branch", code), field("appointment", name), field("version", element(moved, "version"))), "state")).isEqualTo("CANCELLED");
        assertThat(soap("dana", "ListBranches").statusCode()).isNotEqualTo(200);
    }
}
