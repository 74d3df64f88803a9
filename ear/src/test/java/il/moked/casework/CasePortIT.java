// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import static il.moked.Soap.element;
import static org.assertj.core.api.Assertions.assertThat;

import il.moked.As;
import il.moked.Soap;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.interaction.AsSystem;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Cases as other systems open, read, list, change and escalate them, by SOAP and by REST. */
@ArquillianTest
public class CasePortIT {
    private static final URI API = URI.create("http://localhost:" + (8080 + Integer.getInteger("jboss.socket.binding.port-offset", 0)) + "/moked/api/");

    @Inject
    AsSystem system;
    @Inject
    Customers customers;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<String> send(String method, String path, String type, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(API.resolve(path)).header("Authorization", "Basic " + Base64.getEncoder().encodeToString(("crm:" + As.PASSWORD).getBytes(StandardCharsets.UTF_8))).header("Accept-Language", "en").header("Content-Type", type)
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> soap(String operation, String... fields) throws Exception {
        return send("POST", "soap/case", "text/xml; charset=UTF-8", Soap.message("urn:moked:case:1", operation, Soap.fields(fields)));
    }

    @Test
    void anotherSystemWorksWithCasesBySoap() throws Exception {
        String customer = Long.toString(system.inTransaction(() -> {
            Customer person = Customer.person("תמר", "מערכת " + mark, null, Segment.PRIVATE, "he", Instant.now());
            customers.add(person);
            return person.id();
        }));
        String[] opening = {"requestKey", "open-" + mark, "customerId", customer, "kind", "FAULT", "severity", "HIGH", "subject", "אין קליטה " + mark, "team", "service"};
        HttpResponse<String> opened = soap("OpenCase", opening);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
        String number = element(opened, "number");
        assertThat(element(opened, "metric")).isEqualTo("FIRST_RESPONSE");
        assertThat(element(soap("OpenCase", opening), "number")).as("the same key again").isEqualTo(number);
        opening[9] = "אחר " + mark;
        HttpResponse<String> other = soap("OpenCase", opening);
        assertThat(other.statusCode()).isEqualTo(500);
        assertThat(other.body()).contains("shared.request-differs");
        assertThat(element(soap("GetCase", "number", number), "subject")).isEqualTo("אין קליטה " + mark);
        assertThat(soap("GetCase", "number", "C1").body()).contains("casework.unknown");
        assertThat(soap("OpenCase", "requestKey", "bad-" + mark, "customerId", customer, "kind", "FAULT", "subject", "x", "team", "none-such").body()).contains("casework.team");

        HttpResponse<String> changed = soap("ChangeCase", "requestKey", "change-" + mark, "number", number, "version", element(opened, "version"), "state", "WAITING_THIRD_PARTY");
        assertThat(element(changed, "state")).as(changed.body()).isEqualTo("WAITING_THIRD_PARTY");
        assertThat(soap("ChangeCase", "requestKey", "stale-" + mark, "number", number, "version", element(opened, "version"), "state", "SOLVED").body()).contains("shared.conflict");
        assertThat(soap("ChangeCase", "requestKey", "close-" + mark, "number", number, "state", "CLOSED").body()).contains("shared.field-missing");
        soap("OpenCase", "requestKey", "second-" + mark, "customerId", customer, "kind", "REQUEST", "subject", "עוד " + mark, "team", "service");
        HttpResponse<String> page = soap("ListCases", "customerId", customer, "size", "1");
        assertThat(element(page, "subject")).isEqualTo("עוד " + mark);
        HttpResponse<String> next = soap("ListCases", "customerId", customer, "cursor", element(page, "cursor"), "size", "1");
        assertThat(element(next, "number")).isEqualTo(number);
        assertThat(next.body()).doesNotContain("cursor>");

        HttpResponse<String> wsdl = send("GET", "soap/case?wsdl", "text/xml", null);
        assertThat(wsdl.body()).contains("CasePort");
    }

    @Test
    void anotherSystemAsksForHelpByRest() throws Exception {
        long customer = system.inTransaction(() -> {
            Customer person = Customer.person("תמר", "עזרה " + mark, null, Segment.PRIVATE, "he", Instant.now());
            customers.add(person);
            return person.id();
        });
        String json = "application/json";
        HttpResponse<String> opened = send("POST", "v1/cases", json, "{\"customerId\":" + customer + ",\"kind\":\"FAULT\",\"subject\":\"" + mark + "\",\"team\":\"service\"}", "Idempotency-Key", "o-" + mark);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        String path = "v1/cases/" + opened.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
        String asking = "{\"kind\":\"EXPERT\",\"people\":[\"yossi\"],\"reason\":\"needs a router man\"}";
        HttpResponse<String> asked = send("POST", path + "/escalations", json, asking, "Idempotency-Key", "e-" + mark);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(201);
        assertThat(asked.body()).contains("\"state\":\"ASKED\"").contains("\"whom\":\"yossi\"");
        assertThat(send("POST", path + "/escalations", json, asking, "Idempotency-Key", "e-" + mark).body()).isEqualTo(asked.body());
        HttpResponse<String> again = send("POST", path + "/escalations", json, asking, "Idempotency-Key", "f-" + mark);
        assertThat(again.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(again.body()).contains("casework.escalated");
        assertThat(send("GET", path + "/escalations", json, null).body()).contains("needs a router man");
        assertThat(send("GET", path + "/rule-firings", json, null).body()).contains("\"items\":[");
    }
}
