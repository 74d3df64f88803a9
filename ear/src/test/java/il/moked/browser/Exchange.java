// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** A telephone exchange on the other side of the telephony port. It does what it is asked when the test says so. */
final class Exchange {
    private static final URI PORT = URI.create(Chromium.DESK + "/moked/api/v1/telephony/phone/");

    private final HttpClient http = HttpClient.newHttpClient();

    /** A caller who chose in the menu what it is about and waits. @return the exchange's id of the call */
    String rings(String caller, String subject) {
        String call = UUID.randomUUID().toString();
        tells(call, "OFFERED", "caller", caller, "dialled", "*2700");
        tells(call, "MENU", "subject", subject);
        tells(call, "QUEUED");
        return call;
    }

    /** The call that it was asked for. @return the exchange's id of it */
    String callsOut(JsonObject asked) {
        String call = UUID.randomUUID().toString();
        tell(event(call, "OFFERED", "direction", "OUTBOUND", "dialled", asked.getString("target")).add("command", asked.getJsonNumber("id")));
        return call;
    }

    /** @param fields names and values, one after the other */
    void tells(String call, String type, String... fields) {
        tell(event(call, type, fields));
    }

    private static JsonObjectBuilder event(String call, String type, String... fields) {
        JsonObjectBuilder event = Json.createObjectBuilder().add("id", UUID.randomUUID().toString()).add("call", call).add("type", type).add("at", Instant.now().toString());
        for (int index = 0; index < fields.length; index += 2) {
            event.add(fields[index], fields[index + 1]);
        }
        return event;
    }

    private void tell(JsonObjectBuilder event) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(PORT.resolve("events")).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(event.build().toString())));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    /** Takes what earlier tests left to be done, and does nothing of it: whoever missed it knows that it is there. */
    void comesBack() {
        asked("nothing");
    }

    /** Waits until it is asked to do this, and says that it did. @return what it was asked */
    JsonObject does(String kind) {
        return settles(kind, "DONE");
    }

    /** Waits until it is asked to do this, and says that it cannot. */
    void refuses(String kind) {
        settles(kind, "FAILED");
    }

    private JsonObject settles(String kind, String result) {
        JsonObject command = await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(250)).until(() -> asked(kind), Optional::isPresent).orElseThrow();
        HttpResponse<String> noted = send(HttpRequest.newBuilder(PORT.resolve("commands/" + command.getJsonNumber("id"))).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("{\"result\":\"" + result + "\"}")));
        assertThat(noted.statusCode()).as(noted.body()).isEqualTo(204);
        return command;
    }

    private Optional<JsonObject> asked(String kind) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(PORT.resolve("commands")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject().getJsonArray("items").getValuesAs(JsonObject.class).stream().filter(command -> command.toString().contains("\"" + kind + "\"")).findFirst();
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        String crm = Base64.getEncoder().encodeToString(("crm:" + As.PASSWORD).getBytes(StandardCharsets.UTF_8));
        try {
            return http.send(request.header("Authorization", "Basic " + crm).header("Accept-Language", "en").build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
