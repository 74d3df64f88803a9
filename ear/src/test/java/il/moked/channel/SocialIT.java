// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import il.moked.AnyDatabase;
import il.moked.As;
import il.moked.channel.jms.social.Arrival;
import il.moked.channel.jms.social.Signatures;
import il.moked.channel.jms.social.SocialSecrets;
import il.moked.channel.jms.social.WebhookBody;
import il.moked.interaction.AsSystem;
import il.moked.interaction.Draft;
import il.moked.interaction.Message;
import il.moked.interaction.ejb.Conversation;
import il.moked.interaction.ejb.Drafting;
import il.moked.interaction.ejb.Resending;
import il.moked.interaction.ejb.Templates;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The doors of the messengers on the running portal: every sample body, signed as the provider signs it; and the way back to the demo's made-up providers. */
@AnyDatabase
@ArquillianTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public class SocialIT {
    private static final String SAMPLES = "samples";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PORTAL = "http://127.0.0.1:" + (8081 + Integer.getInteger("jboss.socket.binding.port-offset", 0));

    @Inject
    SocialSecrets secrets;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Conversation conversation;
    @Inject
    Drafting drafting;
    @Inject
    Resending resending;
    @Inject
    Templates templates;
    @Inject
    AsSystem system;
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The demo has no account with these two. */
    @BeforeEach
    void open() {
        org.awaitility.Awaitility.pollInSameThread();
        system.inTransaction(() -> {
            long queue = accounts.get("form").queueId();
            for (Channel channel : List.of(Channel.INSTAGRAM, Channel.X)) {
                if (accounts.enabled(channel).isEmpty()) {
                    accounts.add(new ChannelAccount(code(channel), channel, "בדיקה", "Test", "test", "he", queue));
                }
            }
            account(SAMPLES, Map.of(), queue);
            return null;
        });
    }

    /** In a transaction. */
    private void account(String code, Map<String, String> settings, long queue) {
        accounts.enabled(Channel.WHATSAPP).stream().filter(known -> known.code().equals(code)).findFirst().orElseGet(() -> {
            ChannelAccount account = new ChannelAccount(code, Channel.WHATSAPP, "בדיקה", "Test", "test", "he", queue);
            accounts.add(account);
            return account;
        }).with(settings);
    }

    private void account(String code, Map<String, String> settings) {
        system.inTransaction(() -> {
            account(code, settings, accounts.get("form").queueId());
            return null;
        });
    }

    /** The samples are for many numbers; this account says of none that it is its own. */
    private static String samplesOf(Channel channel) {
        return channel == Channel.WHATSAPP ? SAMPLES : code(channel);
    }

    private static String code(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }

    private String proof(Channel channel, byte[] body) {
        return proof(channel, code(channel), body);
    }

    private String proof(Channel channel, String account, byte[] body) {
        String secret = secrets.of(account, channel == Channel.TELEGRAM ? SocialSecrets.VERIFY_TOKEN : SocialSecrets.APP_SECRET).orElseThrow();
        return switch (channel) {
            case TELEGRAM -> secret;
            case X -> Signatures.x(secret, body);
            default -> Signatures.meta(secret, body);
        };
    }

    private int post(Channel channel, String account, byte[] body, String proof) {
        String header = channel == Channel.TELEGRAM ? "X-Telegram-Bot-Api-Secret-Token" : channel == Channel.X ? "x-twitter-webhooks-signature" : "X-Hub-Signature-256";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(PORTAL + "/channels/" + code(channel) + "/" + account)).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (proof != null) {
            request.header(header, proof);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private int post(Channel channel, byte[] body) {
        return post(channel, code(channel), body);
    }

    private int post(Channel channel, String account, byte[] body) {
        return post(channel, account, body, proof(channel, account, body));
    }

    private int post(String account, String body) {
        return post(Channel.WHATSAPP, account, body.getBytes(StandardCharsets.UTF_8));
    }

    private int post(Channel channel, String body) {
        return post(channel, body.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(PORTAL + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private long count(String sql) {
        return ((Number) entities.createNativeQuery(sql + " (select id from channel_account where channel in ('WHATSAPP', 'MESSENGER', 'INSTAGRAM', 'TELEGRAM', 'X'))").getSingleResult()).longValue();
    }

    private long rows() {
        return count("select count(*) from inbound_message where account_id in");
    }

    private long messages() {
        return count("select count(*) from message m join inbound_message i on i.id = m.inbound_id where i.account_id in");
    }

    private long conversations() {
        return count("select count(*) from interaction where account_id in");
    }

    private void allRead() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> count("select count(*) from inbound_message where state = 'RECEIVED' and account_id in") == 0);
    }

    private record Sample(String name, Channel channel, byte[] body, String expected) {
    }

    private static List<Sample> samples() throws IOException {
        Path folder = Path.of(System.getProperty("moked.it.samples")).resolveSibling("webhooks");
        List<Sample> samples = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("expected.txt"))) {
            String[] parts = line.split(" = ", 2);
            Channel channel = parts[0].contains("whatsapp") ? Channel.WHATSAPP : parts[0].contains("instagram") ? Channel.INSTAGRAM : Channel.MESSENGER;
            samples.add(new Sample(parts[0], channel, Files.readAllBytes(folder.resolve(parts[0])), parts[1]));
        }
        return samples;
    }

    /** Many samples were made from one message and kept its id and its sender; real messages have their own, and here each body has its own sender. */
    private static byte[] withOwnIds(byte[] body, int number) {
        String sender = Integer.toString(1000 + number);
        return new String(body, StandardCharsets.UTF_8).replaceAll("(\"(?:from|wa_id|from_user_id|user_id)\"\\s*:\\s*\"[^\"]+)\"", "$1" + sender + "\"")
                .replaceAll("(\"sender\"\\s*:\\s*\\{\\s*\"(?:id|user_ref)\"\\s*:\\s*\"?[^\"},\\s]+)", "$1" + sender).replaceAll("(\"(?:id|mid)\"\\s*:\\s*\")((?:wamid|mid|m_id|message_id|a6z|-DpM|OJNs|t8Z1|aWdf)[^\"]*\")", "$1" + number + "-$2").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    @Order(1)
    void everySampleBodyIsTakenOnceAndOnlyMessagesBecomeMessages() throws Exception {
        long rowsBefore = rows();
        long messagesBefore = messages();
        long conversationsBefore = conversations();
        Set<String> writers = new HashSet<>();
        Map<String, String> expected = new LinkedHashMap<>();
        Map<String, Integer> answers = new TreeMap<>();
        List<Sample> samples = samples();
        List<byte[]> bodies = new ArrayList<>();
        for (int number = 0; number < samples.size(); number++) {
            Sample sample = samples.get(number);
            byte[] body = withOwnIds(sample.body(), number);
            bodies.add(body);
            answers.put(sample.name(), post(sample.channel(), samplesOf(sample.channel()), body));
            if (!sample.expected().equals("malformed")) {
                String[] outcomes = sample.expected().split(" \\+ ");
                List<Arrival> arrivals = WebhookBody.divide(sample.channel(), body);
                for (int index = 0; index < arrivals.size(); index++) {
                    expected.put(sample.channel() + arrivals.get(index).externalId(), outcomes[index]);
                    if (outcomes[index].contains(": message of ")) {
                        writers.add(sample.channel() + arrivals.get(index).sender());
                    }
                }
            }
        }
        assertThat(answers).hasSize(234).allSatisfy((name, status) -> assertThat(status).as(name).isEqualTo(name.endsWith("textMessageStatusRead.json") ? 400 : 200));
        assertThat(rows() - rowsBefore).as("one row for each thing").isEqualTo(expected.size());
        allRead();
        long said = expected.values().stream().filter(outcome -> outcome.contains(": message of ")).count();
        assertThat(said).isGreaterThan(60);
        assertThat(messages() - messagesBefore).as("one message for each text or media message").isEqualTo(said);
        assertThat(conversations() - conversationsBefore).as("one conversation for each text or media message; what one sender wrote in one body is one").isEqualTo(writers.size());
        assertThat(writers.size()).isGreaterThan((int) said - 10);
        assertThat(count("select count(*) from inbound_message where state = 'DEAD' and account_id in")).isZero();

        for (int number = 0; number < samples.size(); number++) {
            assertThat(post(samples.get(number).channel(), samplesOf(samples.get(number).channel()), bodies.get(number))).as("again: " + samples.get(number).name()).isEqualTo(answers.get(samples.get(number).name()));
        }
        allRead();
        assertThat(rows() - rowsBefore).as("nothing by a repeat").isEqualTo(expected.size());
        assertThat(messages() - messagesBefore).isEqualTo(said);
        assertThat(conversations() - conversationsBefore).isEqualTo(writers.size());
    }

    @Test
    @Order(2)
    void handshakesAreAnsweredToWhoKnowsTheToken() throws Exception {
        String token = secrets.of("whatsapp", SocialSecrets.VERIFY_TOKEN).orElseThrow();
        HttpResponse<String> right = get("/channels/whatsapp/whatsapp?hub.mode=subscribe&hub.verify_token=" + token + "&hub.challenge=1158201444");
        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(right.body()).isEqualTo("1158201444");
        assertThat(get("/channels/whatsapp/whatsapp?hub.mode=subscribe&hub.verify_token=wrong&hub.challenge=1").statusCode()).isEqualTo(403);
        assertThat(get("/channels/whatsapp/whatsapp?hub.mode=subscribe&hub.verify_token=" + token + "&hub.challenge=%3Cscript%3E").statusCode()).isEqualTo(403);
        HttpResponse<String> crc = get("/channels/x/x?crc_token=abc");
        assertThat(crc.body()).isEqualTo("{\"response_token\":\"" + Signatures.x(secrets.of("x", SocialSecrets.APP_SECRET).orElseThrow(), "abc".getBytes(StandardCharsets.UTF_8)) + "\"}");
    }

    @Test
    @Order(3)
    void aCustomerIsAnsweredAndTheProviderReportsHowFarItGot() throws Exception {
        for (Channel channel : List.of(Channel.WHATSAPP, Channel.MESSENGER, Channel.TELEGRAM)) {
            String mark = UUID.randomUUID().toString().substring(0, 8);
            String from = "97255" + (1_000_000 + Math.abs(mark.hashCode() % 9_000_000));
            assertThat(post(channel, words(channel, from, mark, "שאלה " + mark))).isEqualTo(200);
            assertThat(post(channel, words(channel, from, mark + "-2", "עוד " + mark))).isEqualTo(200);
            long interaction = interactionWith("שאלה " + mark);
            assertThat(interactionWith("עוד " + mark)).as("the same conversation").isEqualTo(interaction);
            answer(interaction, "תשובה " + mark);
            Set<String> far = channel == Channel.TELEGRAM ? Set.of("ACCEPTED") : Set.of("DELIVERED");
            await().atMost(PATIENCE).until(() -> delivery("תשובה " + mark), far::contains);
        }
    }

    @Test
    @Order(4)
    void aPictureIsThereAtOnceAndItsFileSoon() throws Exception {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String from = "97255" + (1_000_000 + Math.abs(mark.hashCode() % 9_000_000));
        assertThat(post(Channel.WHATSAPP, whatsApp(from, mark, "\"type\":\"image\",\"image\":{\"id\":\"lab-picture-" + mark + "\",\"mime_type\":\"image/png\",\"caption\":\"תמונה " + mark + "\"}"))).isEqualTo(200);
        interactionWith("תמונה " + mark);
        await().atMost(PATIENCE).until(() -> ((Number) entities.createNativeQuery("select count(*) from attachment a join message m on m.id = a.message_id where m.text = 'תמונה " + mark + "' and a.content_type = 'image/png' and a.size > 50").getSingleResult()).intValue(), Integer.valueOf(1)::equals);
        assertThat(((Number) entities.createNativeQuery("select count(*) from awaited_file where reference = 'lab-picture-" + mark + "' and state = 'FETCHED'").getSingleResult()).intValue()).isEqualTo(1);
    }

    @Test
    @Order(5)
    void afterADayOnlyATemplateReachesTheCustomer() throws Exception {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String from = "97255" + (1_000_000 + Math.abs(mark.hashCode() % 9_000_000));
        post(Channel.WHATSAPP, words(Channel.WHATSAPP, from, mark, "מזמן " + mark));
        long interaction = interactionWith("מזמן " + mark);
        system.inTransaction(() -> entities.createNativeQuery("update message set at = at - interval '2' day where text = 'מזמן " + mark + "'").executeUpdate());
        answer(interaction, "מאוחר " + mark);
        await().atMost(PATIENCE).until(() -> delivery("מאוחר " + mark), "FAILED"::equals);
        assertThat(entities.createNativeQuery("select o.failure from outbound_message o join message m on m.id = o.message_id where m.text = 'מאוחר " + mark + "'").getSingleResult().toString()).startsWith("channel.window-closed");
        As.run("dana", () -> {
            assertThat(templates.window(interaction).open(java.time.Instant.now())).isFalse();
            Templates.TemplateLine line = templates.list(interaction).stream().filter(template -> template.language().equals("he")).findFirst().orElseThrow();
            String composition = UUID.randomUUID().toString();
            templates.send(interaction, composition, line.id(), List.of("דנה " + mark, "הלוואה"));
            templates.send(interaction, composition, line.id(), List.of("דנה " + mark, "הלוואה"));
        });
        String shown = "שלום דנה " + mark + ", יש לנו עדכון בפנייה בנושא הלוואה. אפשר להשיב כאן ונמשיך בשיחה.";
        await().atMost(PATIENCE).until(() -> delivery(shown), "DELIVERED"::equals);
    }

    @Test
    @Order(6)
    void whatIsNotProvedIsRefusedAndDoesNotSlowTheProvider() throws Exception {
        byte[] body = words(Channel.TELEGRAM, "97255", "1", "x").getBytes(StandardCharsets.UTF_8);
        assertThat(post(Channel.TELEGRAM, "nobody", body, proof(Channel.TELEGRAM, body))).isEqualTo(404);
        assertThat(post(Channel.TELEGRAM, "whatsapp", body, proof(Channel.TELEGRAM, body))).as("an account of another messenger").isEqualTo(404);
        assertThat(post(Channel.TELEGRAM, "telegram", body, null)).isEqualTo(401);
        assertThat(post(Channel.TELEGRAM, "telegram", body, "wrong")).isEqualTo(401);
        assertThat(post(Channel.X, "x", body, Signatures.meta(secrets.of("x", SocialSecrets.APP_SECRET).orElseThrow(), body))).isEqualTo(401);
        byte[] large = new byte[1024 * 1024 + 1];
        assertThat(post(Channel.WHATSAPP, large)).isEqualTo(413);
        assertThat(post(Channel.WHATSAPP, "{\"a\":1} more")).isEqualTo(400);
        assertThat(post(Channel.X, "{\"for_user_id\":\"1\",\"tweet_delete_events\":[{\"id\":\"" + UUID.randomUUID() + "\"}]}")).isEqualTo(200);
        long before = rows();
        Set<Integer> answers = new HashSet<>();
        for (Sample sample : samples()) {
            byte[] changed = sample.body().clone();
            changed[changed.length / 2] ^= 1;
            answers.add(post(sample.channel(), samplesOf(sample.channel()), changed, proof(sample.channel(), samplesOf(sample.channel()), sample.body())));
        }
        assertThat(answers).as("one changed byte; soon too many of them").containsExactlyInAnyOrder(401, 429);
        assertThat(rows()).isEqualTo(before);
        byte[] again = withOwnIds(samples().stream().filter(sample -> sample.name().endsWith("textMessage.json")).findFirst().orElseThrow().body(), 0);
        for (int repeat = 0; repeat < 100; repeat++) {
            assertThat(post(Channel.WHATSAPP, SAMPLES, again)).isEqualTo(200);
        }
    }

    @Test
    @Order(5)
    void statusesInTheWrongOrderNeverSetAMessageBack() throws Exception {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String account = "order-" + mark;
        try (RoughProvider provider = RoughProvider.answering(0)) {
            account(account, Map.of("base-url", "http://127.0.0.1:" + provider.port(), "phone-number-id", "42"));
            assertThat(post(account, whatsApp("972551" + Math.abs(mark.hashCode() % 1_000_000), mark, "\"type\":\"text\",\"text\":{\"body\":\"סדר " + mark + "\"}"))).isEqualTo(200);
            long interaction = interactionWith("סדר " + mark);
            answer(interaction, "תשובה " + mark);
            await().atMost(PATIENCE).until(() -> delivery("תשובה " + mark), "ACCEPTED"::equals);
            String id = provider.id(1);
            assertThat(post(account, status(id, "read"))).isEqualTo(200);
            await().atMost(PATIENCE).until(() -> delivery("תשובה " + mark), "READ"::equals);
            for (String late : List.of("delivered", "sent", "read", "delivered")) {
                assertThat(post(account, status(id, late))).isEqualTo(200);
            }
            allRead();
            assertThat(delivery("תשובה " + mark)).isEqualTo("READ");

            // of the next message the first report comes before the provider's answer says its id
            assertThat(post(account, status(provider.id(2), "delivered"))).isEqualTo(200);
            allRead();
            answer(interaction, "ועוד " + mark);
            await().atMost(PATIENCE).until(() -> delivery("ועוד " + mark), "DELIVERED"::equals);
            assertThat(post(account, status(provider.id(2), "sent"))).isEqualTo(200);
            assertThat(post(account, status(provider.id(2), "failed"))).isEqualTo(200);
            await().atMost(PATIENCE).until(() -> delivery("ועוד " + mark), "FAILED"::equals);
            As.run("dana", () -> resending.sendAgain(((Number) entities.createNativeQuery("select id from message where text = 'ועוד " + mark + "'").getSingleResult()).longValue()));
            await().atMost(PATIENCE).until(() -> delivery("ועוד " + mark), "ACCEPTED"::equals);
            assertThat(post(account, status(provider.id(2), "read"))).as("of the sending that failed").isEqualTo(200);
            allRead();
            assertThat(delivery("ועוד " + mark)).isEqualTo("ACCEPTED");
            assertThat(provider.asked()).isEqualTo(3);
        }
    }

    private static String status(String id, String standing) {
        return "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"messages\",\"value\":{\"messaging_product\":\"whatsapp\",\"statuses\":[{\"id\":\"" + id + "\",\"status\":\"" + standing
                + "\",\"timestamp\":\"1700000000\",\"recipient_id\":\"972551234567\"}]}}]}]}";
    }

    @Test
    @Order(5)
    void whatIsForAnotherOfTheProvidersNumbersIsNotAnsweredFromThisOne() throws Exception {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String first = "first-" + mark;
        String second = "second-" + mark;
        for (String account : List.of(first, second)) {
            System.setProperty("moked.channel." + account + ".app-secret", "one app of two numbers " + mark);
        }
        account(first, Map.of("phone-number-id", "1" + Math.abs(mark.hashCode())));
        account(second, Map.of("phone-number-id", "2" + Math.abs(mark.hashCode())));
        String from = "972552" + Math.abs(mark.hashCode() % 1_000_000);
        for (String number : List.of("1", "2", "3")) {
            assertThat(post(first, words(Channel.WHATSAPP, from, mark + number, "מספר " + number + mark).replace("\"contacts\"", "\"metadata\":{\"phone_number_id\":\"" + number + Math.abs(mark.hashCode()) + "\"},\"contacts\""))).isEqualTo(200);
        }
        allRead();
        assertThat(accountOf("מספר 1" + mark)).containsExactly(first);
        assertThat(accountOf("מספר 2" + mark)).as("goes where it belongs").containsExactly(second);
        assertThat(accountOf("מספר 3" + mark)).as("nobody's: kept and not read").isEmpty();
        assertThat(((Number) entities.createNativeQuery("select count(*) from inbound_message where external_id = 'message:wamid." + mark + "3'").getSingleResult()).intValue()).isEqualTo(1);
    }

    private List<String> accountOf(String text) {
        return ((List<?>) entities.createNativeQuery("select a.code from message m join interaction i on i.id = m.interaction_id join channel_account a on a.id = i.account_id where m.text = ?1").setParameter(1, text).getResultList()).stream().map(String::valueOf).toList();
    }

    private static String words(Channel channel, String from, String id, String text) {
        return switch (channel) {
            case WHATSAPP -> whatsApp(from, id, "\"type\":\"text\",\"text\":{\"body\":\"" + text + "\"}");
            case MESSENGER -> "{\"object\":\"page\",\"entry\":[{\"id\":\"1\",\"time\":1,\"messaging\":[{\"sender\":{\"id\":\"" + from + "\"},\"recipient\":{\"id\":\"1\"},\"timestamp\":1,\"message\":{\"mid\":\"m_" + id + "\",\"text\":\"" + text + "\"}}]}]}";
            default -> "{\"update_id\":" + Math.abs((long) id.hashCode()) + ",\"message\":{\"message_id\":1,\"from\":{\"id\":" + from + ",\"is_bot\":false,\"first_name\":\"T\"},\"chat\":{\"id\":" + from + ",\"type\":\"private\"},\"date\":1,\"text\":\"" + text + "\"}}";
        };
    }

    private static String whatsApp(String from, String id, String content) {
        return "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"messages\",\"value\":{\"messaging_product\":\"whatsapp\",\"contacts\":[{\"profile\":{\"name\":\"T\"},\"wa_id\":\"" + from
                + "\"}],\"messages\":[{\"from\":\"" + from + "\",\"id\":\"wamid." + id + "\",\"timestamp\":\"1700000000\"," + content + "}]}}]}]}";
    }

    private long interactionWith(String text) {
        return await().atMost(PATIENCE).until(() -> entities.createQuery("select m.interaction.id from Message m where m.text = :text and m.direction = :inbound", Long.class).setParameter("text", text).setParameter("inbound", Message.Direction.INBOUND).getResultList(), found -> !found.isEmpty()).get(0);
    }

    private String delivery(String text) {
        List<?> found = entities.createNativeQuery("select delivery from message where direction = 'OUTBOUND' and text = ?1").setParameter(1, text).getResultList();
        return found.isEmpty() ? "" : String.valueOf(found.get(0));
    }

    private void answer(long interaction, String text) throws Exception {
        As.run("dana", () -> {
            conversation.takeOver(interaction);
            Drafting.Writing draft = drafting.open(interaction);
            drafting.save(interaction, draft.composition(), Draft.Mode.REPLY, text);
            conversation.reply(interaction, draft.composition(), text);
        });
    }
}
