// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** The back-office interface as another system sees it, over HTTP. */
@ArquillianTest
@RunAsClient
public class ApiIT {
    private static final URI API = URI.create("http://localhost:" + (8080 + il.moked.TestPeers.offset()) + "/moked/api/");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String XML = "text/xml; charset=UTF-8";

    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<String> send(String user, HttpRequest.Builder request) throws IOException, InterruptedException {
        if (user != null) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString((user + ":" + As.PASSWORD).getBytes(StandardCharsets.UTF_8)));
        }
        return http.send(request.header("Accept-Language", "en").build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("crm", HttpRequest.newBuilder(API.resolve(path)));
    }

    private HttpResponse<String> post(String user, String path, String type, String body) throws IOException, InterruptedException {
        return send(user, HttpRequest.newBuilder(API.resolve(path)).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> submit(String id, String email, String subject) throws IOException, InterruptedException {
        return post("crm", "v1/contacts", "application/json", Json.createObjectBuilder().add("account", "form").add("externalId", id).add("sender", Json.createObjectBuilder().add("email", email)).add("subject", subject).add("text", "טקסט").build().toString());
    }

    private static JsonObject json(HttpResponse<String> answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private JsonObject conversation(String reference) {
        return json(await().atMost(PATIENCE).until(() -> get("v1/interactions/" + reference), answer -> answer.statusCode() == 200));
    }

    @Test
    void aContactHandedInTwiceIsOneConversationUnderOneReference() throws Exception {
        String id = UUID.randomUUID().toString();
        HttpResponse<String> first = submit(id, "customer01@example.co.il", "נושא");
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(json(first).getString("externalId")).isEqualTo(id);
        HttpResponse<String> again = submit(id, "customer01@example.co.il", "נושא");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        JsonObject conversation = conversation(json(first).getString("reference"));
        assertThat(conversation.getString("subject")).isEqualTo("נושא");
        assertThat(conversation.getString("state")).isEqualTo("OPEN");
        assertThat(conversation.getString("channel")).isEqualTo("FORM");
    }

    @Test
    void whatIsWrongIsNamedFieldByField() throws Exception {
        HttpResponse<String> refused = post("crm", "v1/contacts", "application/json", "{\"account\":\"form\",\"externalId\":\"x\",\"sender\":{\"email\":\"nobody\",\"nationalId\":\"123456789\"},\"text\":\" \",\"language\":\"xx\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonObject problem = json(refused);
        assertThat(problem.getString("title")).isEqualTo("Some fields are not valid.");
        assertThat(problem.getJsonArray("errors").getValuesAs(JsonObject.class)).extracting(error -> error.getString("field")).containsExactly("language", "sender.email", "sender.nationalId", "text");
        assertThat(problem.getJsonArray("errors").getJsonObject(1).getString("code")).isEqualTo("shared.email");
    }

    @Test
    void aSenderWhoCannotBeRecognisedIsRefused() throws Exception {
        HttpResponse<String> refused = post("crm", "v1/contacts", "application/json", "{\"account\":\"form\",\"externalId\":\"x\",\"sender\":{\"name\":\"Dana\"},\"text\":\"x\"}");
        assertThat(json(refused).getJsonArray("errors").getJsonObject(0).getString("code")).isEqualTo("shared.unreachable");
    }

    @Test
    void everyRefusalHasItsStatusAndCode() throws Exception {
        assertThat(post("crm", "v1/contacts", "application/json", "{\"account\":").statusCode()).isEqualTo(400);
        assertThat(json(post("crm", "v1/contacts", "application/json", "{\"account\":")).getString("code")).isEqualTo("shared.not-json");
        assertThat(json(post("crm", "v1/contacts", "application/json", "")).getInt("status")).isEqualTo(400);
        assertThat(post("crm", "v1/contacts", "text/plain", "x").statusCode()).isEqualTo(415);
        assertThat(send("crm", HttpRequest.newBuilder(API.resolve("v1/contacts"))).statusCode()).isEqualTo(405);
        assertThat(json(get("v1/nothing")).getString("code")).isEqualTo("shared.nowhere");
        assertThat(json(get("v1/interactions/0000000000")).getString("code")).isEqualTo("interaction.unknown");
        assertThat(get("v1/customers").statusCode()).isEqualTo(400);
        assertThat(get("v1/customers/7/interactions?cursor=nonsense").statusCode()).isEqualTo(400);
        assertThat(json(submit(UUID.randomUUID().toString(), "a@b.example", "x").statusCode() == 202 ? post("crm", "v1/contacts", "application/json", "{\"account\":\"service\",\"externalId\":\"x\",\"sender\":{\"email\":\"a@b.example\"},\"text\":\"x\"}") : null)
                .getString("code")).as("a mailbox is no form").isEqualTo("channel.unknown-account");
    }

    private HttpResponse<String> facts(String user, Object customer, String body) throws IOException, InterruptedException {
        return send(user, HttpRequest.newBuilder(API.resolve("v1/customers/" + customer + "/facts")).header("Content-Type", "application/json").PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void whatIsKnownOfACustomerIsSaidAndRead() throws Exception {
        int id = json(get("v1/customers?email=customer40@example.co.il")).getJsonArray("items").getJsonObject(0).getInt("id");
        HttpResponse<String> set = facts("crm", id, "{\"yearlyShekels\":90000,\"products\":3}");
        assertThat(set.statusCode()).isEqualTo(200);
        assertThat(json(set).getString("segment")).isEqualTo("VIP");
        assertThat(json(set).getString("segmentRule")).isEqualTo("person-by-value");
        assertThat(get("v1/customers/" + id + "/facts").body()).isEqualTo(set.body());
        assertThat(json(get("v1/customers/" + id)).getString("segment")).isEqualTo("VIP");
        JsonObject without = json(facts("crm", id, "{\"products\":3}"));
        assertThat(without.containsKey("yearlyShekels")).as("replaced, not added to").isFalse();
        assertThat(without.getString("segment")).isEqualTo("PRIVATE");

        HttpResponse<String> misspelt = facts("crm", id, "{\"employes\":3}");
        assertThat(misspelt.statusCode()).isEqualTo(422);
        assertThat(misspelt.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(misspelt).getJsonArray("errors").getJsonObject(0).getString("field")).isEqualTo("employes");
        assertThat(json(facts("crm", id, "{\"employees\":-3}")).getString("code")).isEqualTo("shared.field-range");
        assertThat(facts("crm", id, "{\"employees\":").statusCode()).isEqualTo(400);
        assertThat(facts("crm", id, " ".repeat(5000)).statusCode()).isEqualTo(400);
        assertThat(facts("crm", 999_999_999, "{}").statusCode()).isEqualTo(404);
        assertThat(facts("dana", id, "{}").statusCode()).isEqualTo(403);
        assertThat(json(get("v1/customers/" + id + "/facts")).getInt("products")).as("what was refused changed nothing").isEqualTo(3);
    }

    @Test
    void theLinesAndTheirHistoryAreReadByOtherSystems() throws Exception {
        assertThat(submit(UUID.randomUUID().toString(), "lines-" + UUID.randomUUID() + "@example.com", "lines").statusCode()).isEqualTo(202);
        JsonObject line = await().atMost(PATIENCE).until(() -> json(get("v1/lines")).getJsonArray("items").getValuesAs(JsonObject.class).stream().filter(one -> one.getString("queue").equals("service")).findFirst().orElseThrow(),
                one -> one.getJsonObject("counts").getInt("offered") > 0);
        assertThat(line.getString("formulaWritten")).isEqualTo("AN≤T / (AN + AB − s)");
        java.time.Instant now = java.time.Instant.now();
        JsonArray quarters = json(get("v1/lines/history?from=" + now.minusSeconds(3600) + "&to=" + now.plusSeconds(60) + "&queue=service")).getJsonArray("items");
        assertThat(quarters.getValuesAs(JsonObject.class)).isNotEmpty().allMatch(quarter -> quarter.getString("queue").equals("service"));
        assertThat(get("v1/lines/history?from=yesterday&to=today").statusCode()).isEqualTo(400);
        assertThat(json(get("v1/lines/history?from=2026-01-01T00:00:00Z&to=2026-03-01T00:00:00Z")).getString("code")).isEqualTo("routing.history-range");
        assertThat(json(get("v1/lines/history?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z&queue=none")).getString("code")).isEqualTo("routing.unknown-queue");
        assertThat(send("dana", HttpRequest.newBuilder(API.resolve("v1/lines"))).statusCode()).isEqualTo(403);
    }

    @Test
    void onlyAnotherSystemGetsIn() throws Exception {
        HttpResponse<String> nobody = send(null, HttpRequest.newBuilder(API.resolve("v1/openapi.yaml")));
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
        assertThat(json(nobody).getString("code")).isEqualTo("access.sign-in");
        for (String path : List.of("v1/customers/1", "v1/openapi.yaml", "v1/nothing", "soap/interaction?wsdl")) {
            HttpResponse<String> desk = send("dana", HttpRequest.newBuilder(API.resolve(path)));
            assertThat(desk.statusCode()).as(path).isEqualTo(403);
            assertThat(desk.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(json(desk).getString("code")).isEqualTo("access.denied");
        }
        HttpResponse<String> bySoap = soap("dana", "<m:GetInteraction><m:reference>0000000000</m:reference></m:GetInteraction>");
        assertThat(bySoap.statusCode()).isEqualTo(500);
        assertThat(bySoap.body()).contains("urn:moked:problem:1").contains("code>access.denied<").contains("faultstring").contains("You may not do this.");
        assertThat(post("crm", "v1/admin/reindex", "application/json", "").statusCode()).isEqualTo(403);
        HttpRequest.Builder wrong = HttpRequest.newBuilder(API.resolve("v1/openapi.yaml")).header("Authorization", "Basic " + Base64.getEncoder().encodeToString("crm:wrong".getBytes(StandardCharsets.UTF_8)));
        assertThat(send(null, wrong).statusCode()).isEqualTo(401);
    }

    @Test
    void aCustomerIsFoundByHisAddressWithHisConversationsPageByPage() throws Exception {
        String email = "pages-" + UUID.randomUUID() + "@example.com";
        for (int contact = 0; contact < 3; contact++) {
            conversation(json(submit(UUID.randomUUID().toString(), email, "contact " + contact)).getString("reference"));
        }
        JsonArray found = json(get("v1/customers?email=" + email.toUpperCase(java.util.Locale.ROOT))).getJsonArray("items");
        assertThat(found).hasSize(1);
        long id = found.getJsonObject(0).getJsonNumber("id").longValue();
        assertThat(json(get("v1/customers/" + id)).getString("kind")).isEqualTo("GUEST");
        HttpResponse<String> first = get("v1/customers/" + id + "/interactions?size=2");
        assertThat(json(first).getJsonArray("items").getValuesAs(JsonObject.class)).extracting(line -> line.getString("subject")).containsExactly("contact 2", "contact 1");
        String link = first.headers().firstValue("Link").orElseThrow();
        assertThat(link).contains("rel=\"next\"");
        HttpResponse<String> second = send("crm", HttpRequest.newBuilder(URI.create(link.substring(link.indexOf('<') + 1, link.indexOf('>')))));
        assertThat(json(second).getJsonArray("items").getValuesAs(JsonObject.class)).extracting(line -> line.getString("subject")).containsExactly("contact 0");
        assertThat(second.headers().firstValue("Link")).isEmpty();
    }

    @Test
    void theDescriptionIsServed() throws Exception {
        assertThat(get("v1/openapi.yaml").body()).contains("openapi: 3.0.3");
    }

    @Test
    void theIndexIsBuiltAnewByAnAdministrator() throws Exception {
        assertThat(post("admin", "v1/admin/reindex", "application/json", "").statusCode()).isEqualTo(204);
    }

    private HttpResponse<String> soap(String body) throws IOException, InterruptedException {
        return soap("crm", body);
    }

    private HttpResponse<String> soap(String user, String body) throws IOException, InterruptedException {
        return post(user, "soap/interaction", XML, "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:m=\"urn:moked:interaction:1\"><s:Body>" + body + "</s:Body></s:Envelope>");
    }

    @Test
    void theSameBySoap() throws Exception {
        String id = UUID.randomUUID().toString();
        HttpResponse<String> kept = soap("<m:SubmitContact><m:account>form</m:account><m:externalId>" + id + "</m:externalId><m:sender><m:email>customer02@example.co.il</m:email></m:sender><m:subject>soap</m:subject><m:text>טקסט</m:text></m:SubmitContact>");
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.body()).contains("<externalId>" + id).contains("<repeated>false");
        String reference = kept.body().replaceAll("(?s).*<reference>([^<]+)<.*", "$1");
        conversation(reference);
        assertThat(soap("<m:GetInteraction><m:reference>" + reference + "</m:reference></m:GetInteraction>").body()).contains("<subject>soap</subject>").contains("<state>OPEN</state>");
    }

    @Test
    void aSoapFaultCarriesTheSameCode() throws Exception {
        HttpResponse<String> unknown = soap("<m:GetInteraction><m:reference>0000000000</m:reference></m:GetInteraction>");
        assertThat(unknown.statusCode()).isEqualTo(500);
        assertThat(unknown.body()).contains("code>interaction.unknown<").contains("There is no such conversation.");
        assertThat(soap("<m:SubmitContact><m:account>form</m:account></m:SubmitContact>").body()).contains("code>shared.invalid<").contains("field>text<");
    }

    @Test
    void aDocumentTypeIsRefused() throws Exception {
        HttpResponse<String> refused = post("crm", "soap/interaction", XML, "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:m=\"urn:moked:interaction:1\"><s:Body>"
                + "<m:GetInteraction><m:reference>&e;</m:reference></m:GetInteraction></s:Body></s:Envelope>");
        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(refused.body()).doesNotContain("root:").doesNotContain("interaction.unknown");
    }

    @Test
    void theContractIsServed() throws Exception {
        String contract = get("soap/interaction?wsdl").body();
        assertThat(contract).contains("InteractionService").contains("SubmitContact");
        String imported = contract.replaceAll("(?s).*schemaLocation=\"([^\"]+)\".*", "$1");
        assertThat(get(imported).body()).contains("urn:moked:problem:1").contains("traceId");
    }
}
