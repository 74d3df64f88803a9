// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import static il.moked.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.Knock;
import il.moked.Knock.Answer;
import il.moked.Rows;
import il.moked.agent.ejb.Attendance;
import il.moked.interaction.ejb.ChatForms;
import il.moked.interaction.ejb.ChatSessions;
import il.moked.interaction.ejb.ChatSessions.Line;
import il.moked.interaction.ejb.Conversation;
import il.moked.interaction.ejb.ConversationReading;
import il.moked.interaction.ejb.Drafting;
import il.moked.interaction.ejb.FormSharing;
import il.moked.interaction.ejb.FormShown;
import il.moked.selfservice.CodeMail;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A chat both ways: files, choices, typing, receipts; and from one window into another. */
@ArquillianTest
public class ChatIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PORTAL = 8081 + Integer.getInteger("jboss.socket.binding.port-offset", 0);
    private static final int IMAP = Integer.getInteger("moked.lab.imap-port", 3143);
    private static final byte[] PNG = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @Inject
    Attendance attendance;
    @Inject
    ChatSessions chats;
    @Inject
    Conversation conversation;
    @Inject
    ConversationReading reading;
    @Inject
    Drafting drafting;
    @Inject
    FormSharing sharing;
    @Inject
    ChatForms chatForms;
    @Inject
    Rows rows;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private String secret;
    private long chat;

    @BeforeEach
    void aChatThatDanaServes() throws Exception {
        As.run("dana", attendance::available);
        secret = chats.open("chat", "Guest " + mark, null, null, "en").secret();
        chats.say(secret, "1", "Hello " + mark);
        chat = await().atMost(PATIENCE).until(() -> Optional.ofNullable(chats.standing(secret).interactionId()), Optional::isPresent).orElseThrow();
        As.run("dana", () -> conversation.takeOver(chat));
    }

    @AfterEach
    void closed() throws Exception {
        rows.change("update work_item set state = 'DONE' where interaction_id = ?", chat);
        rows.change("update interaction set state = 'CLOSED', closed_at = ?, waiting_since = null where id = ?", Instant.now(), chat);
        As.run("dana", attendance::offline);
    }

    private void answers(String text) throws Exception {
        As.run("dana", () -> conversation.reply(chat, drafting.open(chat).composition(), text));
    }

    private List<Line> lines() {
        return chats.linesAfter(secret, 0);
    }

    private Line arrived(String text) {
        return await().atMost(PATIENCE).until(() -> lines().stream().filter(line -> line.text().equals(text)).findFirst(), Optional::isPresent).orElseThrow();
    }

    private Message.Delivery delivery(String text) throws Exception {
        return As.user("dana", () -> reading.entries(chat, Integer.MAX_VALUE, Set.of()).rows().stream().filter(entry -> entry instanceof ConversationReading.Said said && said.text().equals(text))
                .map(entry -> ((ConversationReading.Said) entry).delivery()).findFirst().orElseThrow());
    }

    private static Answer request(String method, String path, String secret, String body) throws IOException {
        return Knock.at(PORTAL, method, "/chat/sessions" + path, Map.of("X-Chat-Secret", secret, "Content-Type", "application/json", "Accept-Language", "en"), body);
    }

    private static JsonObject json(Answer answer) {
        String body = answer.body();
        try (JsonReader reader = Json.createReader(new StringReader(body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1)))) {
            return reader.readObject();
        }
    }

    private static String file(String id, String name, byte[] content) {
        return Json.createObjectBuilder().add("id", id).add("text", "").add("files", Json.createArrayBuilder().add(Json.createObjectBuilder().add("name", name).add("content", Base64.getEncoder().encodeToString(content)))).build().toString();
    }

    @Test
    void filesGoBothWaysAndToNobodyElse() throws Exception {
        assertThat(request("POST", "/files", secret, file("f", "card.png", PNG)).status()).isEqualTo(202);
        assertThat(request("POST", "/files", secret, file("f", "card.png", PNG)).status()).as("the same again").isEqualTo(202);
        Line sent = await().atMost(PATIENCE).until(() -> lines().stream().filter(line -> !line.files().isEmpty()).findFirst(), Optional::isPresent).orElseThrow();
        assertThat(sent.mine()).isTrue();
        assertThat(lines()).hasSize(2);
        assertThat(request("POST", "/files", secret, file("g", "a.exe", "MZ\u0000\u0001".getBytes(StandardCharsets.US_ASCII))).status()).as("a program").isEqualTo(422);
        assertThat(request("POST", "/files", "forged", file("h", "card.png", PNG)).status()).isEqualTo(404);

        As.run("dana", () -> drafting.open(chat));
        As.run("dana", () -> drafting.attach(chat, "offer.txt", "text/plain", "Our offer".getBytes(StandardCharsets.UTF_8)));
        answers("See the file");
        Line got = arrived("See the file");
        assertThat(got.files()).extracting(AttachmentLine::fileName).containsExactly("offer.txt");
        Answer saved = request("GET", "/files/" + got.files().get(0).id(), secret, null);
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.body()).contains("Our offer");
        assertThat(saved.header("Content-Disposition")).isEqualTo("attachment");
        String stranger = chats.open("chat", "Stranger", null, null, "en").secret();
        assertThat(request("GET", "/files/" + got.files().get(0).id(), stranger, null).status()).isEqualTo(404);
    }

    @Test
    void aChoiceIsOfferedAsTextAndAnsweredOnce() throws Exception {
        answers("When shall we come?\n[] Today\n[] Tomorrow");
        Line asked = arrived("When shall we come?\n☐ Today\n☐ Tomorrow");
        assertThat(asked.choices()).contains(new Choices("When shall we come?", List.of("Today", "Tomorrow")));
        String id = Choices.answerTo(asked.position());
        refused("chat.choice", () -> chats.say(secret, id, "Never"));
        chats.say(secret, id, "Tomorrow");
        arrived("Tomorrow");
        chats.say(secret, id, "Today");
        answers("Fine");
        arrived("Fine");
        assertThat(lines()).extracting(Line::text).contains("Tomorrow").doesNotContain("Today");
        refused("chat.choice", () -> chats.say(secret, Choices.answerTo(1), "Hello " + mark));
    }

    @Test
    void eachSeesThatTheOtherWritesAndHasRead() throws Exception {
        assertThat(chats.standing(secret).readTo()).as("nobody read it yet").isZero();
        As.run("dana", () -> reading.open(chat));
        As.run("dana", () -> conversation.read(chat));
        assertThat(chats.standing(secret).readTo()).isEqualTo(1);
        assertThat(chats.standing(secret).writing()).isFalse();
        As.run("dana", () -> reading.typing(chat, true));
        assertThat(chats.standing(secret).writing()).isTrue();
        As.run("dana", () -> drafting.save(chat, drafting.open(chat).composition(), Draft.Mode.NOTE, "not for him"));
        assertThat(chats.standing(secret).writing()).as("a note is no writing to him").isFalse();
        As.run("dana", () -> reading.typing(chat, false));

        assertThat(As.user("dana", () -> reading.visitorWrites(chat))).isFalse();
        assertThat(request("POST", "/signs", secret, "{\"typing\":true}").status()).isEqualTo(204);
        assertThat(As.user("dana", () -> reading.visitorWrites(chat))).isTrue();

        answers("One");
        answers("Two");
        assertThat(delivery("One")).isEqualTo(Message.Delivery.ACCEPTED);
        assertThat(request("POST", "/signs", secret, "{\"delivered\":3,\"read\":2}").status()).isEqualTo(204);
        assertThat(delivery("One")).isEqualTo(Message.Delivery.READ);
        assertThat(delivery("Two")).isEqualTo(Message.Delivery.DELIVERED);
        assertThat(request("POST", "/signs", secret, "{\"delivered\":99999,\"read\":99999}").status()).isEqualTo(204);
        assertThat(delivery("Two")).isEqualTo(Message.Delivery.READ);
        answers("Three");
        assertThat(delivery("Three")).as("what was not written then").isEqualTo(Message.Delivery.ACCEPTED);
        assertThat(request("POST", "/signs", secret, "{\"delivered\":1,\"read\":1}").status()).isEqualTo(204);
        assertThat(delivery("Two")).as("never back").isEqualTo(Message.Delivery.READ);
    }

    @Test
    void theChatGoesOnInAnotherWindowOnceAndTheFirstIsToldSo() throws Exception {
        answers("Half of it");
        JsonObject passage = json(request("POST", "/passage", secret, null));
        String link = passage.getString("link");
        assertThat(passage.getString("picture")).startsWith("<svg");
        String earlier = link.substring(link.indexOf("#go=") + 4);
        String token = chats.passage(secret);
        assertThat(request("POST", "/go", "", "{\"passage\":\"" + earlier + "\"}").status()).as("a newer link takes its place").isEqualTo(422);
        Answer went = request("POST", "/go", "", "{\"passage\":\"" + token + "\"}");
        assertThat(went.status()).isEqualTo(200);
        String there = json(went).getString("secret");
        assertThat(request("POST", "/go", "", "{\"passage\":\"" + token + "\"}").status()).as("once").isEqualTo(422);
        assertThat(chats.linesAfter(there, 0)).extracting(Line::text).containsExactly("Hello " + mark, "Half of it");
        assertThat(request("GET", "/lines", secret, null).status()).isEqualTo(410);
        refused("chat.went-on", () -> chats.say(secret, "2", "from the first window"));
        chats.say(there, "2", "from the second");
        secret = there;
        arrived("from the second");
        assertThat(chats.standing(there).interactionId()).as("the same conversation").isEqualTo(chat);
        As.run("dana", () -> assertThat(reading.entries(chat, Integer.MAX_VALUE, Set.of()).rows()).anyMatch(entry -> entry instanceof ConversationReading.Happened happened && happened.event() == InteractionEvent.Kind.CHAT_WENT_ON));

        String late = chats.passage(there);
        rows.change("update chat_session set passage_until = ? where interaction_id = ?", Instant.now().minusSeconds(1), chat);
        refused("chat.passage", () -> chats.goOn(late));
        refused("chat.passage", () -> chats.goOn("guessed"));
        refused("chat.passage", () -> chats.goOn(null));
    }

    private FormShown.Field field(int place) throws Exception {
        return As.user("dana", () -> sharing.of(chat)).orElseThrow().fields().stream().filter(field -> field.place() == place).findFirst().orElseThrow();
    }

    @Test
    void aFormIsFilledInTogetherAndSentByTheCustomerAlone() throws Exception {
        As.run("dana", () -> sharing.open(chat, "contact"));
        FormShown form = chatForms.of(secret).orElseThrow();
        assertThat(form.fields()).extracting(FormShown.Field::kind).containsExactly(SharedFormTemplate.Kind.NAME, SharedFormTemplate.Kind.PHONE, SharedFormTemplate.Kind.EMAIL);
        As.run("dana", () -> sharing.fill(chat, form.id(), 1, "Guest " + mark));
        assertThat(chatForms.of(secret).orElseThrow().fields().get(0).content()).isEqualTo("Guest " + mark);
        assertThat(request("POST", "/form", secret, "{\"form\":" + form.id() + ",\"place\":2,\"content\":\"12\"}").status()).isEqualTo(204);
        assertThat(field(2).content()).as("as he types").isEqualTo("12");
        assertThat(field(2).byCustomer()).isTrue();
        Answer faulty = request("POST", "/form/send", secret, "{\"form\":" + form.id() + "}");
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(json(faulty).getJsonObject("fields").keySet()).containsExactly("2");
        String stranger = chats.open("chat", "Stranger", null, null, "en").secret();
        assertThat(request("POST", "/form", stranger, "{\"form\":" + form.id() + ",\"place\":2,\"content\":\"x\"}").status()).isEqualTo(404);
        assertThat(request("POST", "/form/send", stranger, "{\"form\":" + form.id() + "}").status()).isEqualTo(404);
        refused("chat.form-field", () -> chatForms.fill(secret, form.id(), 9, "x"));
        refused("chat.form-field", () -> chatForms.fill(secret, form.id(), 1, "x".repeat(201)));
        chatForms.fill(secret, form.id(), 2, "050-123-4567");
        assertThat(request("POST", "/form/send", secret, "{\"form\":" + form.id() + "}").status()).isEqualTo(204);
        arrived("Contact details\nFull name: Guest " + mark + "\nTelephone: 050-123-4567");
        assertThat(chatForms.of(secret)).isEmpty();
        assertThat(rows.count("select count(*) from shared_form_value where form_id = ?", form.id())).as("nothing of it stays here").isZero();
        refused("chat.form-over", () -> chatForms.fill(secret, form.id(), 1, "again"));
    }

    @Test
    void whatIsSecretInAFormIsSeenByNobodyElse() throws Exception {
        As.run("dana", () -> sharing.open(chat, "identity"));
        long first = chatForms.of(secret).orElseThrow().id();
        As.run("dana", () -> sharing.open(chat, "identity"));
        long form = chatForms.of(secret).orElseThrow().id();
        refused("chat.form-over", () -> chatForms.fill(secret, first, 1, "x"));
        refused("chat.form-field", () -> As.run("dana", () -> sharing.fill(chat, form, 2, "000000018")));
        chatForms.fill(secret, form, 1, "Guest");
        chatForms.fill(secret, form, 2, "000000018");
        assertThat(field(2).filled()).isTrue();
        assertThat(field(2).content()).isEmpty();
        assertThat(chatForms.of(secret).orElseThrow().fields().get(1).content()).isEmpty();
        assertThat(chatForms.send(secret, form)).isEmpty();
        arrived("Proof of identity\nFull name: Guest\nIdentity number: filled in");
        refused("interaction.not-owner", () -> As.run("yossi", () -> sharing.open(chat, "contact")));
        As.run("dana", () -> sharing.open(chat, "contact"));
        long another = chatForms.of(secret).orElseThrow().id();
        As.run("dana", () -> sharing.withdraw(chat, another));
        assertThat(chatForms.of(secret)).isEmpty();
    }

    /** The code comes by mail, which a test reads out of what waits to be sent; the chat goes to that address and is told of in the chat. */
    @Test
    void theChatIsSentByMailToAnAddressThatWasProved() throws Exception {
        String address = mark + "@example.co.il";
        Answer asked = request("POST", "/transcript/code", secret, "{\"email\":\"" + address + "\"}");
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        String handle = json(asked).getString("handle");
        String code = CodeMail.code(address, IMAP);
        assertThat(request("POST", "/transcript/mail", secret, "{\"handle\":\"" + handle + "\",\"code\":\"" + (code.equals("000000") ? "000001" : "000000") + "\"}").status()).as("a guess").isEqualTo(422);
        assertThat(request("POST", "/transcript/mail", secret, "{\"handle\":\"" + handle + "\",\"code\":\"" + code + "\"}").status()).isEqualTo(204);
        arrived("The chat is sent to " + address + " by mail, as a file.");
        await().atMost(PATIENCE).until(() -> rows.count("select count(*) from outbound_message where recipient = ? and state = 'ACCEPTED' and secret is null", address) == 1);
        assertThat(request("POST", "/transcript/mail", secret, "{\"handle\":\"" + handle + "\",\"code\":\"" + code + "\"}").status()).as("once").isEqualTo(422);
    }

    @Test
    void whatIsKeptOfAChatHoldsWhatWasSaidAndNoNote() throws Exception {
        As.run("dana", () -> conversation.note(chat, UUID.randomUUID().toString(), "secret note " + mark));
        answers("Our answer");
        Answer kept = request("GET", "/transcript", secret, null);
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.body()).contains("Hello " + mark, "Our answer", "Dana Levi").doesNotContain("secret note");
        assertThat(request("GET", "/transcript", "forged", null).status()).isEqualTo(404);
    }
}
