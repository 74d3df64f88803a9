// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import il.moked.AnyDatabase;
import il.moked.As;
import il.moked.agent.LoneAgent;
import il.moked.card.ejb.CustomerCards;
import il.moked.channel.Channel;
import il.moked.customer.Identification;
import il.moked.interaction.ejb.Conversation;
import il.moked.interaction.ejb.ConversationReading;
import il.moked.interaction.ejb.Drafting;
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
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The organisation's own app, from the session its back office opens to the message that was read. */
@AnyDatabase
@ArquillianTest
public class AppIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OFFSET = Integer.getInteger("jboss.socket.binding.port-offset", 0);
    private static final URI APP = URI.create("http://127.0.0.1:" + (8081 + OFFSET) + "/channels/app/v1/");
    private static final URI API = URI.create("http://127.0.0.1:" + (8080 + OFFSET) + "/moked/api/v1/");
    private static final byte[] PNG = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @Inject
    LoneAgent dana;
    @Inject
    Conversation conversation;
    @Inject
    ConversationReading reading;
    @Inject
    Drafting drafting;
    @Inject
    CustomerCards cards;
    @Inject
    AsSystem system;
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void comes() throws Exception {
        dana.comes();
    }

    @AfterEach
    void goHome() throws Exception {
        dana.goesHome();
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String secret) throws IOException, InterruptedException {
        if (secret != null) {
            request.header("Authorization", "Bearer " + secret);
        }
        return http.send(request.header("Accept-Language", "en").build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String secret, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(APP.resolve(path)).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)), secret);
    }

    private HttpResponse<String> get(String path, String secret) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(APP.resolve(path)), secret);
    }

    private HttpResponse<String> backOffice(String method, String path, String body) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString(("crm:" + As.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return http.send(HttpRequest.newBuilder(API.resolve(path)).header("Authorization", "Basic " + basic).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private JsonObject session(String email) throws IOException, InterruptedException {
        HttpResponse<String> opened = backOffice("POST", "app-sessions", "{\"account\":\"app\",\"email\":\"" + email + "\",\"device\":\"test\",\"language\":\"en\"}");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        return json(opened);
    }

    private static JsonObject json(HttpResponse<String> answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private List<JsonObject> messages(String secret, int after, int wait) throws IOException, InterruptedException {
        HttpResponse<String> answer = get("messages?after=" + after + "&wait=" + wait, secret);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).getJsonArray("messages").getValuesAs(JsonObject.class);
    }

    private int last(String secret) throws IOException, InterruptedException {
        int position = 0;
        for (List<JsonObject> page = messages(secret, 0, 0); !page.isEmpty(); page = messages(secret, position, 0)) {
            position = page.get(page.size() - 1).getInt("position");
        }
        return position;
    }

    private String said(String id, String text) {
        return Json.createObjectBuilder().add("id", id).add("text", text).build().toString();
    }

    private Message.Delivery delivery(long interaction, String text) throws Exception {
        return As.user("dana", () -> reading.entries(interaction, Integer.MAX_VALUE, Set.of()).rows().stream().filter(entry -> entry instanceof ConversationReading.Said said && said.text().equals(text))
                .map(entry -> ((ConversationReading.Said) entry).delivery()).findFirst().orElse(null));
    }

    @Test
    void aMessageIsAnsweredPolledAndRead() throws Exception {
        String secret = session("customer01@example.co.il").getString("secret");
        int before = last(secret);
        String text = "Where is my card? " + mark;
        String body = Json.createObjectBuilder().add("id", mark).add("text", text).add("files", Json.createArrayBuilder().add(Json.createObjectBuilder().add("name", "card.png").add("content", Base64.getEncoder().encodeToString(PNG)))).build().toString();
        assertThat(post("messages", secret, body).statusCode()).isEqualTo(202);
        assertThat(post("messages", secret, body).statusCode()).as("the same again").isEqualTo(200);
        long interaction = dana.accepts(text);
        As.run("dana", () -> assertThat(cards.of(interaction).identification()).isEqualTo(Identification.SIGNED_IN));
        List<JsonObject> own = messages(secret, before, 25);
        assertThat(own).hasSize(1);
        assertThat(own.get(0).getBoolean("mine")).isTrue();
        assertThat(own.get(0).getString("id")).isEqualTo(mark);
        int file = own.get(0).getJsonArray("files").getJsonObject(0).getInt("id");
        assertThat(get("files/" + file, secret).statusCode()).isEqualTo(200);
        assertThat(get("files/" + file, session("customer02@example.co.il").getString("secret")).statusCode()).as("another customer's file").isEqualTo(404);

        String answer = "On its way " + mark;
        As.run("dana", () -> {
            Drafting.Writing draft = drafting.open(interaction);
            drafting.save(interaction, draft.composition(), Draft.Mode.REPLY, answer);
            conversation.reply(interaction, draft.composition(), answer);
        });
        List<JsonObject> answered = messages(secret, own.get(0).getInt("position"), 25);
        assertThat(answered).hasSize(1);
        assertThat(answered.get(0).getString("text")).isEqualTo(answer);
        assertThat(answered.get(0).getBoolean("mine")).isFalse();
        int position = answered.get(0).getInt("position");
        assertThat(post("receipts", secret, "{\"read\":[" + position + "]}").statusCode()).isEqualTo(202);
        assertThat(post("receipts", secret, "{\"delivered\":[" + position + "],\"read\":[" + position + ",99999]}").statusCode()).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> delivery(interaction, answer) == Message.Delivery.READ);
        assertThat(post("messages", secret, said(mark + "-2", "Thanks")).statusCode()).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> messages(secret, position, 0).size() == 1);
        As.run("dana", () -> assertThat(reading.mine()).as("one conversation").filteredOn(line -> line.channel() == Channel.APP).hasSize(1));
    }

    @Test
    void whoHasNoSessionIsToldSo() throws Exception {
        JsonObject session = session("customer03@example.co.il");
        String secret = session.getString("secret");
        assertThat(get("messages", null).statusCode()).isEqualTo(401);
        assertThat(get("messages", "forged").headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        assertThat(post("messages", secret.substring(1) + "A", said("1", "x")).statusCode()).isEqualTo(401);
        assertThat(get("messages", secret).statusCode()).isEqualTo(200);
        assertThat(backOffice("DELETE", "app-sessions/" + session.getJsonNumber("sessionId"), "").statusCode()).isEqualTo(204);
        assertThat(get("messages", secret).statusCode()).as("revoked").isEqualTo(401);

        String old = session("customer03@example.co.il").getString("secret");
        system.inTransaction(() -> entities.createQuery("update AppSession s set s.expiresAt = :past where s.revokedAt is null and s.customerId = :customer").setParameter("past", Instant.now().minusSeconds(1))
                .setParameter("customer", session.getJsonNumber("customerId").longValue()).executeUpdate());
        assertThat(post("messages", old, said("1", "x")).statusCode()).as("expired").isEqualTo(401);
        assertThat(post("receipts", old, "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void badRequestsAreRefusedEachInItsWay() throws Exception {
        String secret = session("customer04@example.co.il").getString("secret");
        assertThat(post("messages", secret, said("1", " ")).statusCode()).isEqualTo(422);
        assertThat(post("messages", secret, said("1", "x".repeat(10_001))).statusCode()).isEqualTo(422);
        assertThat(post("messages", secret, "{\"id\":").statusCode()).isEqualTo(400);
        assertThat(post("messages", secret, said("1", "x".repeat(15 * 1024 * 1024))).statusCode()).isEqualTo(413);
        assertThat(post("messages", secret, "{\"id\":\"1\",\"text\":\"x\",\"files\":[{\"name\":\"a.exe\",\"content\":\"TVqQ\"}]}").statusCode()).as("a program").isEqualTo(422);
        assertThat(post("messages", "forged", said("1", "x".repeat(100_000))).statusCode()).isEqualTo(401);
        assertThat(backOffice("POST", "app-sessions", "{\"account\":\"app\",\"email\":\"nobody@example.org\"}").statusCode()).isEqualTo(404);
        assertThat(backOffice("POST", "app-sessions", "{\"account\":\"app\"}").statusCode()).isEqualTo(400);
        assertThat(backOffice("POST", "app-sessions", "{\"account\":\"chat\",\"email\":\"customer04@example.co.il\"}").statusCode()).isEqualTo(404);
        assertThat(backOffice("POST", "app-sessions", "{\"account\":\"app\",\"email\":\"customer04@example.co.il\",\"days\":4000}").statusCode()).isEqualTo(422);
    }

    @Test
    void aDeviceSubscribesOnlyAtAPushService() throws Exception {
        String secret = session("customer05@example.co.il").getString("secret");
        assertThat(json(get("push-key", null)).getString("publicKey")).hasSize(87);
        assertThat(subscribe(secret, "https://fcm.googleapis.com/fcm/send/" + mark)).isEqualTo(204);
        assertThat(subscribe(secret, "https://fcm.googleapis.com/fcm/send/" + mark)).as("again").isEqualTo(204);
        assertThat(subscribe(secret, "https://169.254.169.254/latest")).isEqualTo(422);
        assertThat(subscribe(secret, "http://fcm.googleapis.com/x")).isEqualTo(422);
        assertThat(subscribe(secret, "https://evilfcm.googleapis.com.example.org/x")).isEqualTo(422);
        assertThat(send(HttpRequest.newBuilder(APP.resolve("push-subscription")).DELETE(), secret).statusCode()).isEqualTo(204);
    }

    private int subscribe(String secret, String endpoint) throws IOException, InterruptedException {
        String body = Json.createObjectBuilder().add("endpoint", endpoint).add("keys", Json.createObjectBuilder().add("p256dh", "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4").add("auth", "BTBZMqHH6r4Tts7J_aSIgg")).build().toString();
        return send(HttpRequest.newBuilder(APP.resolve("push-subscription")).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)), secret).statusCode();
    }
}
