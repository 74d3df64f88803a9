// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import il.moked.AnyDatabase;
import il.moked.As;
import il.moked.Rows;
import il.moked.agent.LoneAgent;
import il.moked.channel.ejb.SmsReception;
import il.moked.interaction.AsSystem;
import il.moked.interaction.Message.Delivery;
import il.moked.interaction.ejb.Conversation;
import il.moked.interaction.ejb.ConversationReading;
import il.moked.interaction.ejb.ConversationReading.Said;
import il.moked.interaction.ejb.Drafting;
import il.moked.interaction.ejb.Resending;
import il.moked.shared.BusinessException;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SMS from the customer's telephone to the agent and back, by both drivers, in the real server. */
@AnyDatabase
@ArquillianTest
public class SmsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String HTTP = "smsit";
    private static final String SMPP = "smppit";
    private static final String SECRET = "a secret of the test";
    private static final int OFFSET = Integer.getInteger("jboss.socket.binding.port-offset", 0);

    @Inject
    AsSystem system;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Rows rows;
    @Inject
    SmsReception texts;
    @Inject
    LoneAgent dana;
    @Inject
    Conversation conversation;
    @Inject
    ConversationReading reading;
    @Inject
    Drafting drafting;
    @Inject
    Resending resending;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String number = "+97252" + (1_000_000 + ThreadLocalRandom.current().nextInt(8_999_999));

    @BeforeEach
    void accountsAndAnAgent() throws Exception {
        System.setProperty("moked.channel." + HTTP + ".webhook-secret", SECRET);
        System.setProperty("moked.channel." + SMPP + ".password", "pw");
        account(HTTP, Map.of("driver", "http", "url", "http://127.0.0.1:" + (8080 + OFFSET) + "/moked-test/fake-sms", "answerId", "/id", "inbound.proof", "hmac-sha256"));
        dana.comes();
    }

    private void account(String code, Map<String, String> settings) {
        system.inTransaction(() -> {
            ChannelAccount account = accounts.all().stream().filter(known -> known.code().equals(code)).findFirst().orElseGet(() -> {
                ChannelAccount added = new ChannelAccount(code, Channel.SMS, "בדיקה", "Test", "Moked", "he", accounts.get("form").queueId());
                accounts.add(added);
                return added;
            }).with(settings);
            account.enable(true);
            return null;
        });
    }

    /** The accounts are closed, or others would send by them. */
    @AfterEach
    void everybodyGoesHome() throws Exception {
        system.inTransaction(() -> {
            accounts.enabled(Channel.SMS).stream().filter(known -> Set.of(HTTP, SMPP).contains(known.code())).forEach(known -> known.enable(false));
            return null;
        });
        FakeSmsGateway.beforeAnswer(id -> { });
        dana.goesHome();
    }

    private int post(String path, String signature, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (8081 + OFFSET) + "/channels/sms/" + path)).header("Content-Type", "application/x-www-form-urlencoded").header("X-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private int post(String path, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return post(path, HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8))), body);
    }

    private static String message(String id, String from, String text) {
        return "id=" + id + "&from=" + URLEncoder.encode(from, StandardCharsets.UTF_8) + "&to=Moked&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private List<Said> said(long interaction) {
        return reading.entries(interaction, Integer.MAX_VALUE, Set.of()).rows().stream().filter(Said.class::isInstance).map(Said.class::cast).toList();
    }

    private void awaitDelivery(long interaction, String text, Delivery wanted) throws Exception {
        As.run("dana", () -> await().atMost(PATIENCE).until(() -> said(interaction).stream().anyMatch(line -> line.text().equals(text) && line.delivery() == wanted)));
    }

    @Test
    void aTextComesByTheWebhookAndTheAnswerGoesToTheGatewayAndIsReportedDelivered() throws Exception {
        String text = "שלום " + UUID.randomUUID();
        String id = UUID.randomUUID().toString();
        assertThat(post(HTTP, message(id, number.substring(1), text))).isEqualTo(200);
        assertThat(post(HTTP, message(id, number.substring(1), text))).as("a repeat is thanked for").isEqualTo(200);
        long interaction = dana.accepts(text);
        As.run("dana", () -> assertThat(said(interaction)).as("a repeat changes nothing").hasSize(1));
        FakeSmsGateway.beforeAnswer(taken -> report(taken, "delivered"));
        String answer = "תשובה " + UUID.randomUUID();
        As.run("dana", () -> conversation.reply(interaction, drafting.open(interaction).composition(), answer));
        awaitDelivery(interaction, answer, Delivery.DELIVERED);
        assertThat(FakeSmsGateway.taken().stream().filter(taken -> taken.getString("text").equals(answer))).singleElement().satisfies(taken -> {
            assertThat(taken.getString("to")).as("in E.164, however it came").isEqualTo(number);
            report(FakeSmsGateway.id(taken, 1), "delivered");
            report(FakeSmsGateway.id(taken, 1), "sent");
        });
        assertThat(post(HTTP, message(UUID.randomUUID().toString(), number, "עוד"))).isEqualTo(200);
        As.run("dana", () -> {
            await().atMost(PATIENCE).until(() -> said(interaction).stream().anyMatch(line -> line.text().equals("עוד")));
            assertThat(said(interaction).stream().filter(line -> line.text().equals(answer)).findFirst().orElseThrow().delivery()).as("never back").isEqualTo(Delivery.DELIVERED);
        });
    }

    private void report(String id, String status) {
        try {
            assertThat(post(HTTP + "/status", "id=" + id + "&status=" + status)).isEqualTo(200);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void whatFailedIsSentAgainByItsOwnerAndTheEarlierFailureSaysNothingOfIt() throws Exception {
        String text = "שוב " + UUID.randomUUID();
        assertThat(post(HTTP, message(UUID.randomUUID().toString(), number, text))).isEqualTo(200);
        long interaction = dana.accepts(text);
        String answer = "תשובה " + UUID.randomUUID();
        As.run("dana", () -> conversation.reply(interaction, drafting.open(interaction).composition(), answer));
        awaitDelivery(interaction, answer, Delivery.ACCEPTED);
        report(idOf(answer, 1), "undelivered");
        awaitDelivery(interaction, answer, Delivery.FAILED);

        long messageId = As.user("dana", () -> said(interaction).stream().filter(line -> line.text().equals(answer)).findFirst().orElseThrow().id());
        As.run("yossi", () -> assertThatThrownBy(() -> resending.sendAgain(messageId)).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo("interaction.not-owner")));
        As.run("dana", () -> {
            resending.sendAgain(messageId);
            assertThatThrownBy(() -> resending.sendAgain(messageId)).as("a second click").isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo("channel.not-failed"));
        });
        awaitDelivery(interaction, answer, Delivery.ACCEPTED);
        report(idOf(answer, 1), "failed");
        report(idOf(answer, 2), "delivered");
        awaitDelivery(interaction, answer, Delivery.DELIVERED);
        assertThat(sent(answer)).as("each time once").hasSize(2);
        As.run("michal", () -> assertThatThrownBy(() -> resending.sendAgain(messageId)).as("nothing to decide").isInstanceOf(BusinessException.class));
    }

    private static List<JsonObject> sent(String text) {
        return FakeSmsGateway.taken().stream().filter(taken -> taken.getString("text").equals(text)).toList();
    }

    /** Under which the gateway took it the first or second time. */
    private static String idOf(String text, int time) {
        return FakeSmsGateway.id(sent(text).get(time - 1), time);
    }

    @Test
    void whoCannotProveHimselfOrSpeaksUnclearlyIsTurnedAway() throws Exception {
        String body = message("1", number, "forged " + UUID.randomUUID());
        assertThat(post(HTTP, "0".repeat(64), body)).isEqualTo(403);
        assertThat(post(HTTP, "", body)).isEqualTo(403);
        assertThat(post(HTTP + "/status", "", "id=1&status=delivered")).isEqualTo(403);
        assertThat(post("nobody", body)).isEqualTo(404);
        assertThat(post("form", body)).as("not an SMS account").isEqualTo(404);
        assertThat(post("", body)).isEqualTo(404);
        assertThat(post(HTTP, "id=1&from=2")).isEqualTo(400);
        assertThat(post(HTTP, "id=%ZZ")).isEqualTo(400);
        assertThat(post(HTTP, message("2", number, "x".repeat(300_000)))).isEqualTo(413);
    }

    @Test
    void partsInAnyOrderAreOneMessageAndARepeatOfOneIsNothing() throws Exception {
        String mark = UUID.randomUUID().toString();
        assertThat(texts.receive(HTTP, part(2, "המשך"))).isTrue();
        assertThat(texts.receive(HTTP, part(2, "המשך"))).isFalse();
        assertThat(texts.receive(HTTP, part(1, mark + " "))).isTrue();
        long interaction = dana.accepts(mark + " המשך");
        assertThat(texts.receive(HTTP, part(1, mark + " "))).as("its answer was lost").isFalse();
        assertThat(texts.receive(HTTP, part(1, "חדש "))).as("the reference came round").isTrue();
        assertThat(texts.receive(HTTP, part(2, "לגמרי"))).isTrue();
        As.run("dana", () -> await().atMost(PATIENCE).untilAsserted(() -> assertThat(said(interaction)).extracting(Said::text).containsExactly(mark + " המשך", "חדש לגמרי")));
        system.run(texts::tidy);
    }

    private SmsPart part(int sequence, String text) {
        return new SmsPart(number, "5050", 77, 2, sequence, 8, text.getBytes(StandardCharsets.UTF_16BE));
    }

    @Test
    void theDemosOwnProviderTakesAnAnswerAndReportsItDelivered() throws Exception {
        String text = "demo " + UUID.randomUUID();
        assertThat(texts.receive("sms", new SmsArrival.Message(UUID.randomUUID().toString(), number, "DemoBank", text, 0, java.time.Instant.now(), ""), List.of())).isTrue();
        long interaction = dana.accepts(text);
        As.run("dana", () -> conversation.reply(interaction, drafting.open(interaction).composition(), "מן הדוגמה"));
        awaitDelivery(interaction, "מן הדוגמה", Delivery.DELIVERED);
    }

    @Test
    void byAnSmsCentreATextComesAndTheAnswerGoesOutInPartsAndIsReportedDelivered() throws Exception {
        int port = freePort();
        List<SubmitSm> submitted = new CopyOnWriteArrayList<>();
        CompletableFuture<SMPPServerSession> bound = new CompletableFuture<>();
        try (SMPPServerSessionListener listener = new SMPPServerSessionListener(port)) {
            Thread centre = new Thread(() -> serve(listener, submitted, bound));
            centre.setDaemon(true);
            centre.start();
            account(SMPP, Map.of("driver", "smpp", "host", "127.0.0.1", "port", Integer.toString(port), "systemId", "moked"));
            SMPPServerSession session = bound.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            String text = "במרכז " + UUID.randomUUID();
            deliver(session, 0, 8, text.getBytes(StandardCharsets.UTF_16BE));
            long interaction = dana.accepts(text);
            String answer = "ת".repeat(100);
            As.run("dana", () -> conversation.reply(interaction, drafting.open(interaction).composition(), answer));
            awaitDelivery(interaction, answer, Delivery.ACCEPTED);
            assertThat(submitted).hasSize(2).allSatisfy(part -> assertThat(part.getDestAddress()).isEqualTo(number.substring(1)));
            deliver(session, 4, 0, "id:it1 sub:001 dlvrd:001 submit date:2611221000 done date:2611221001 stat:DELIVRD err:000 text:".getBytes(StandardCharsets.US_ASCII));
            deliver(session, 4, 0, "id:it2 sub:001 dlvrd:001 submit date:2611221000 done date:2611221001 stat:DELIVRD err:000 text:".getBytes(StandardCharsets.US_ASCII));
            awaitDelivery(interaction, answer, Delivery.DELIVERED);
            account(SMPP, Map.of("driver", "none"));
            await().atMost(PATIENCE).until(() -> !session.getSessionState().isBound());
        }
    }

    private void deliver(SMPPServerSession session, int kind, int coding, byte[] octets) throws Exception {
        session.setTransactionTimer(10_000);
        session.deliverShortMessage("", TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, number.substring(1), TypeOfNumber.ALPHANUMERIC, NumberingPlanIndicator.UNKNOWN, "Moked", new ESMClass((byte) kind), (byte) 0, (byte) 0,
                new RegisteredDelivery(0), new RawDataCoding((byte) coding), octets);
    }

    private static void serve(SMPPServerSessionListener listener, List<SubmitSm> submitted, CompletableFuture<SMPPServerSession> bound) {
        try {
            SMPPServerSession session = listener.accept();
            session.setMessageReceiverListener((ServerMessageReceiverListener) Proxy.newProxyInstance(SmsIT.class.getClassLoader(), new Class<?>[] {ServerMessageReceiverListener.class}, (proxy, method, arguments) -> {
                if (!method.getName().equals("onAcceptSubmitSm")) {
                    return null;
                }
                submitted.add((SubmitSm) arguments[0]);
                return new SubmitSmResult(new MessageId("it" + submitted.size()), new OptionalParameter[0]);
            }));
            session.waitForBind(10_000).accept("centre", InterfaceVersion.IF_34);
            bound.complete(session);
        } catch (Exception broken) {
            bound.completeExceptionally(broken);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
