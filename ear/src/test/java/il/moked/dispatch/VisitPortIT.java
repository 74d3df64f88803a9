// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import static il.moked.Soap.element;
import static il.moked.Soap.field;
import static org.assertj.core.api.Assertions.assertThat;

import il.moked.As;
import il.moked.Soap;
import il.moked.casework.ServiceCase;
import il.moked.casework.ServiceCase.About;
import il.moked.casework.ejb.CaseHandling;
import il.moked.casework.ejb.CaseHandling.NewCase;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Visits as other systems ask for windows, book, read, list, cancel and plan them by SOAP. */
@ArquillianTest
public class VisitPortIT {
    private static final URI PORT = URI.create("http://localhost:" + (8080 + Integer.getInteger("jboss.socket.binding.port-offset", 0)) + "/moked/api/soap/visit");
    /** No other test has a day so far away. */
    private static final int DAYS_AWAY = 56;

    @Inject
    AsSystem system;
    @Inject
    Customers customers;
    @Inject
    CaseHandling handling;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private static HttpResponse<String> send(String user, HttpRequest.Builder request) throws Exception {
        request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString((user + ":" + As.PASSWORD).getBytes(StandardCharsets.UTF_8))).header("Accept-Language", "en");
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> soap(String user, String operation, String... fields) throws Exception {
        return send(user, HttpRequest.newBuilder(PORT).header("Content-Type", "text/xml; charset=UTF-8").POST(HttpRequest.BodyPublishers.ofString(Soap.message("urn:moked:visit:1", operation, String.join("", fields)))));
    }

    private static HttpResponse<String> answered(String operation, String... fields) throws Exception {
        HttpResponse<String> answer = soap("crm", operation, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static void refused(String code, String user, String operation, String... fields) throws Exception {
        Soap.assertRefused(code, soap(user, operation, fields));
    }

    private static LocalDate fullDay() {
        LocalDate day = LocalDate.now(VisitLaw.ZONE).plusDays(DAYS_AWAY);
        while (VisitLaw.hoursOf(day).isEmpty() || Duration.between(VisitLaw.hoursOf(day).get(0).from(), VisitLaw.hoursOf(day).get(0).to()).toHours() < 11) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(VisitLaw.ZONE).toInstant();
    }

    private long matter() throws Exception {
        long customer = system.inTransaction(() -> {
            Customer person = Customer.person("תמר", "ביקור " + mark, null, Segment.PRIVATE, "he", Instant.now());
            customers.add(person);
            return person.id();
        });
        return As.user("dana", () -> handling.open(new NewCase(customer, new About(ServiceCase.Kind.FAULT, null, "אין קליטה " + mark, "", "RTR-AX3000", null), null, null)));
    }

    private static String wanted(Object caseId, String locality) {
        return field("wanted", field("caseId", caseId) + field("kind", "repair") + field("locality", locality) + field("address", "הרצל 3") + field("part", field("sku", "RTR-AX3000") + field("quantity", 1)));
    }

    @Test
    void anotherSystemAsksForWindowsBooksPlansAndCancels() throws Exception {
        LocalDate day = fullDay();
        String matter = Long.toString(matter());
        String from = field("from", at(day, 12));
        HttpResponse<String> windows = answered("OfferWindows", wanted(matter, "netanya"), from);
        assertThat(windows.body()).contains("wished>").contains("other>");
        assertThat(element(windows, "from")).isEqualTo(at(day, 12).toString());
        assertThat(element(windows, "lack")).isEqualTo("NONE");

        String[] booking = {field("requestKey", "book-" + mark), wanted(matter, "netanya"), from, field("to", at(day, 14))};
        HttpResponse<String> booked = answered("BookVisit", booking);
        assertThat(element(booked, "state")).isEqualTo("PLANNED");
        assertThat(element(booked, "address")).isEqualTo("הרצל 3");
        String id = element(booked, "id");
        assertThat(element(answered("BookVisit", booking), "id")).as("the same key again").isEqualTo(id);
        assertThat(answered("ListVisits", field("caseId", matter)).body().split("number>")).as("one visit only").hasSize(3);
        booking[1] = wanted(matter, "haifa");
        refused("shared.request-differs", "crm", "BookVisit", booking);

        HttpResponse<String> planned = answered("PlanDay", field("day", day));
        assertThat(element(planned, "done")).isEqualTo("true");
        assertThat(element(planned, "unplanned")).isEqualTo("0");
        assertThat(element(planned, "state")).isEqualTo("DONE");
        assertThat(element(answered("ListVisits", field("day", day)), "id")).isEqualTo(id);

        String version = element(answered("GetVisit", field("id", id)), "version");
        refused("shared.conflict", "crm", "CancelVisit", field("id", id), field("version", Integer.parseInt(version) + 1));
        refused("shared.field-missing", "crm", "CancelVisit", field("id", id));
        assertThat(element(answered("CancelVisit", field("id", id), field("version", version)), "state")).isEqualTo("CANCELLED");
        assertThat(send("crm", HttpRequest.newBuilder(URI.create(PORT + "?wsdl"))).body()).contains("VisitService").contains("BookVisit");
    }

    @Test
    void whatIsNotUnderstoodOrNotThereIsAFault() throws Exception {
        String matter = Long.toString(matter());
        String from = field("from", at(fullDay(), 14));
        String to = field("to", at(fullDay(), 16));
        String key = field("requestKey", "bad-" + mark);
        refused("dispatch.unknown", "crm", "GetVisit", field("id", 999999999));
        refused("casework.unknown", "crm", "ListVisits", field("caseId", 999999999));
        refused("dispatch.unknown-locality", "crm", "OfferWindows", wanted(matter, "atlantis"));
        refused("shared.bad-request", "crm", "ListVisits", field("day", "today"));
        refused("shared.bad-request", "crm", "PlanDay");
        refused("shared.field-malformed", "crm", "OfferWindows", wanted(matter, "netanya"), field("from", "noon"));
        refused("shared.request-key", "crm", "BookVisit", wanted(matter, "netanya"), from, to);
        refused("shared.field-missing", "crm", "BookVisit", key, wanted(matter, "netanya"), from);
        refused("shared.invalid", "crm", "BookVisit", key, from, to);
        assertThat(element(answered("BookVisit", key, wanted(matter, "netanya"), from, to), "state")).as("what was refused under a key leaves it free").isEqualTo("PLANNED");
    }

    @Test
    void whoIsNoOtherSystemIsKeptOut() throws Exception {
        refused("access.denied", "dana", "GetVisit", field("id", 1));
        refused("access.denied", "admin", "GetVisit", field("id", 1));
    }
}
