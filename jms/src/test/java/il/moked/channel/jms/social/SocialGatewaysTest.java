// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.social;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import il.moked.channel.Channel;
import il.moked.channel.Outages.Cause;
import il.moked.channel.Templates.Filled;
import il.moked.channel.jms.ChannelGateway;
import il.moked.channel.jms.Dispatch;
import il.moked.interaction.ejb.Delivery.Outgoing;
import il.moked.interaction.ejb.Delivery.OutgoingFile;
import il.moked.interaction.ejb.FileFetching.ToFetch;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways out against a provider that answers as it should, as it may, or not at all. */
class SocialGatewaysTest {
    private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final WireMockServer PROVIDER = new WireMockServer(options().dynamicPort());

    private String token = "token";
    private final ProviderClient client = new ProviderClient();
    private final Meta meta = new Meta();
    private final WhatsAppGateway whatsApp = new WhatsAppGateway();
    private final MessengerGateway messenger = new MessengerGateway();
    private final TelegramGateway telegram = new TelegramGateway();
    private final XGateway x = new XGateway();
    private final SocialSecrets secrets = new SocialSecrets() {
        @Override
        public Optional<String> of(String account, String name) {
            return Optional.of(token);
        }
    };

    @BeforeAll
    static void start() {
        PROVIDER.start();
    }

    @AfterAll
    static void stop() {
        PROVIDER.stop();
    }

    @BeforeEach
    void wire() {
        PROVIDER.resetAll();
        client.clock = CLOCK;
        client.patience = Duration.ofSeconds(5);
        meta.client = client;
        meta.secrets = secrets;
        whatsApp.meta = meta;
        whatsApp.clock = CLOCK;
        messenger.meta = meta;
        messenger.clock = CLOCK;
        telegram.client = client;
        telegram.secrets = secrets;
        x.client = client;
        x.secrets = secrets;
    }

    private ChannelGateway gateway(Channel channel) {
        return switch (channel) {
            case WHATSAPP -> whatsApp;
            case MESSENGER, INSTAGRAM -> messenger;
            case TELEGRAM -> telegram;
            default -> x;
        };
    }

    private static Outgoing outgoing(Channel channel, String base, String text, Instant lastInboundAt, List<OutgoingFile> files, Filled template) {
        return new Outgoing(1, 2, 3, channel, "account", Map.of("base-url", base, "phone-number-id", "777"), lastInboundAt, null, null, "Bank", "97255123456", null, text, "he", null, List.of(), files, false, template, 0);
    }

    private static Outgoing outgoing(Channel channel, String text) {
        return outgoing(channel, PROVIDER.baseUrl(), text, NOW.minusSeconds(60), List.of(), null);
    }

    private Dispatch sent(Channel channel) {
        return gateway(channel).send(outgoing(channel, "שלום"));
    }

    private static void answers(int status, String body) {
        PROVIDER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withHeader("Content-Type", "application/json").withBody(body)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "WHATSAPP  | /777/messages                                  | {\"messages\":[{\"id\":\"wamid.1\"}]}                | wamid.1       | {\"messaging_product\":\"whatsapp\",\"recipient_type\":\"individual\",\"to\":\"97255123456\",\"type\":\"text\",\"text\":{\"preview_url\":false,\"body\":\"שלום\"}}",
            "MESSENGER | /me/messages                                   | {\"recipient_id\":\"1\",\"message_id\":\"m_1\"}      | m_1           | {\"recipient\":{\"id\":\"97255123456\"},\"messaging_type\":\"RESPONSE\",\"message\":{\"text\":\"שלום\"}}",
            "INSTAGRAM | /me/messages                                   | {\"recipient_id\":\"1\",\"message_id\":\"m_2\"}      | m_2           | {\"recipient\":{\"id\":\"97255123456\"},\"messaging_type\":\"RESPONSE\",\"message\":{\"text\":\"שלום\"}}",
            "TELEGRAM  | /bottoken/sendMessage                          | {\"ok\":true,\"result\":{\"message_id\":42}}         | 97255123456:42| {\"chat_id\":\"97255123456\",\"text\":\"שלום\"}",
            "X         | /2/dm_conversations/with/97255123456/messages  | {\"data\":{\"dm_event_id\":\"9\"}}                   | 9             | {\"text\":\"שלום\"}"})
    void whatTheProviderTakesIsAcceptedUnderItsId(Channel channel, String path, String answer, String id, String body) {
        PROVIDER.stubFor(post(urlEqualTo(path)).withRequestBody(equalToJson(body)).willReturn(okJson(answer)));
        assertThat(sent(channel)).isEqualTo(new Dispatch.Accepted(List.of(id)));
        if (channel != Channel.TELEGRAM) {
            PROVIDER.verify(postRequestedFor(urlEqualTo(path)).withHeader("Authorization", equalTo("Bearer token")));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Channel.class, names = {"WHATSAPP", "MESSENGER", "INSTAGRAM", "TELEGRAM", "X"})
    void aProviderThatHasHadEnoughOrIsDownIsAway(Channel channel) {
        for (int status : List.of(429, 503)) {
            answers(status, "{}");
            assertThat(sent(channel)).as("%s", status).isEqualTo(new Dispatch.Away(Cause.BUSY, "HTTP " + status));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Channel.class, names = {"WHATSAPP", "MESSENGER", "INSTAGRAM", "TELEGRAM", "X"})
    void aProviderThatCannotBeReachedIsAway(Channel channel) throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(gateway(channel).send(outgoing(channel, "http://127.0.0.1:" + free, "text", NOW, List.of(), null))).isInstanceOf(Dispatch.Away.class);
    }

    @ParameterizedTest
    @EnumSource(value = Channel.class, names = {"WHATSAPP", "MESSENGER", "INSTAGRAM", "TELEGRAM", "X"})
    void nobodyKnowsWhatBecameOfAMessageThatWasNotAnswered(Channel channel) {
        client.patience = Duration.ofMillis(300);
        PROVIDER.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(3_000).withBody("{}")));
        assertThat(sent(channel)).isInstanceOf(Dispatch.Unknown.class);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "RANDOM_DATA_THEN_CLOSE"})
    void nobodyKnowsWhatBecameOfAMessageWhoseLineBroke(Fault fault) {
        PROVIDER.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));
        assertThat(sent(Channel.WHATSAPP)).isInstanceOf(Dispatch.Unknown.class);
    }

    @ParameterizedTest
    @EnumSource(value = Channel.class, names = {"WHATSAPP", "MESSENGER", "INSTAGRAM", "TELEGRAM", "X"})
    void nobodyKnowsWhatAProviderDidThatFailedOnIt(Channel channel) {
        for (int status : List.of(500, 502)) {
            answers(status, "{}");
            assertThat(sent(channel)).isEqualTo(new Dispatch.Unknown("HTTP " + status));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "131000"})
    void nobodyKnowsWhatMetaDidWhenItSaysThatSomethingWentWrong(String code) {
        answers(400, "{\"error\":{\"code\":" + code + ",\"message\":\"Something went wrong\",\"is_transient\":true}}");
        assertThat(sent(Channel.WHATSAPP)).isInstanceOf(Dispatch.Unknown.class);
    }

    @ParameterizedTest
    @EnumSource(value = Channel.class, names = {"WHATSAPP", "MESSENGER", "INSTAGRAM", "TELEGRAM", "X"})
    void anAddressOfTheAccountThatIsNoneIsNoFaultOfTheMessage(Channel channel) {
        assertThat(gateway(channel).send(outgoing(channel, "no address at all", "text", NOW, List.of(), null))).isInstanceOfSatisfying(Dispatch.Away.class, away -> assertThat(away.cause()).isEqualTo(Cause.SETTINGS));
        token = "s3c\nret";
        assertThat(sent(channel)).isInstanceOfSatisfying(Dispatch.Away.class, away -> {
            assertThat(away.cause()).isEqualTo(Cause.SETTINGS);
            assertThat(away.why()).doesNotContain("s3c");
        });
    }

    @Test
    void filesThatCannotBeFetchedDoNotHoldUpAnswers() {
        PROVIDER.stubFor(get(urlEqualTo("/cdn")).willReturn(aResponse().withStatus(503)));
        for (int call = 0; call < 6; call++) {
            assertThatThrownBy(() -> messenger.fetch(file(Channel.MESSENGER, PROVIDER.baseUrl() + "/cdn", "image/*"))).isInstanceOf(ProviderClient.Away.class);
        }
        PROVIDER.stubFor(post(urlEqualTo("/me/messages")).willReturn(okJson("{\"message_id\":\"m\"}")));
        assertThat(sent(Channel.MESSENGER)).isEqualTo(new Dispatch.Accepted(List.of("m")));
    }

    @Test
    void anAnswerThatIsFarTooLongIsAnAnswer() {
        answers(200, "{\"messages\":[{\"id\":\"wamid.1\"}]," + " ".repeat(ProviderClient.LONGEST_ANSWER) + "}");
        assertThat(sent(Channel.WHATSAPP)).isInstanceOf(Dispatch.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"א", "漢", "a", "😀", "é "})
    void instagramCountsBytes(String letter) {
        String text = letter.repeat(900).strip();
        List<String> parts = InOrder.partsOfBytes(text, 1000);
        assertThat(parts).allMatch(part -> part.getBytes(StandardCharsets.UTF_8).length <= 1000);
        assertThat(String.join("", parts).replace(" ", "")).isEqualTo(text.replace(" ", ""));
        assertThat(parts).hasSizeLessThanOrEqualTo(text.getBytes(StandardCharsets.UTF_8).length / 990 + 1);
    }

    @Test
    void aGateThatGaveUpWaitingLeavesItUnknown() {
        answers(504, "");
        assertThat(sent(Channel.TELEGRAM)).isEqualTo(new Dispatch.Unknown("HTTP 504"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "WHATSAPP  | 400 | {\"error\":{\"code\":131026,\"message\":\"Message undeliverable\",\"error_data\":{\"details\":\"not on WhatsApp\"}}} | 131026 · Message undeliverable · not on WhatsApp",
            "MESSENGER | 400 | {\"error\":{\"code\":551,\"message\":\"This person isn't available\"}} | 551 · This person isn't available",
            "TELEGRAM  | 403 | {\"ok\":false,\"description\":\"Forbidden: bot was blocked by the user\"} | Forbidden: bot was blocked by the user",
            "TELEGRAM  | 400 | {\"ok\":false,\"description\":\"Bad Request: chat not found\"} | Bad Request: chat not found",
            "X         | 403 | {\"title\":\"Forbidden\",\"detail\":\"You cannot send messages to this user.\"} | You cannot send messages to this user.",
            "WHATSAPP  | 400 | <html>oops</html> | HTTP 400"})
    void whatTheProviderForbidsIsRefusedInItsWords(Channel channel, int status, String body, String why) {
        answers(status, body);
        assertThat(sent(channel)).isEqualTo(new Dispatch.Refused(why));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "WHATSAPP  | 400 | {\"error\":{\"code\":130429,\"message\":\"Rate limit hit\"}}",
            "MESSENGER | 400 | {\"error\":{\"code\":1200,\"message\":\"Temporary\",\"is_transient\":true}}",
            "WHATSAPP  | 401 | {\"error\":{\"code\":190,\"message\":\"Access token has expired\"}}",
            "TELEGRAM  | 401 | {\"ok\":false,\"description\":\"Unauthorized\"}",
            "X         | 401 | {\"title\":\"Unauthorized\"}"})
    void whatIsNoFaultOfTheMessageCostsItNothing(Channel channel, int status, String body) {
        answers(status, body);
        assertThat(sent(channel)).isInstanceOf(Dispatch.Away.class);
    }

    @Test
    void afterFiveFailuresTheProviderIsNotEvenAsked() {
        answers(503, "");
        for (int call = 0; call < 5; call++) {
            sent(Channel.WHATSAPP);
        }
        PROVIDER.resetRequests();
        assertThat(sent(Channel.WHATSAPP)).isInstanceOfSatisfying(Dispatch.Away.class, away -> assertThat(away.cause()).isEqualTo(Cause.RESTING));
        assertThat(PROVIDER.getAllServeEvents()).isEmpty();
    }

    @Test
    void refusedMessagesDoNotOpenTheCircuit() {
        answers(400, "{\"error\":{\"code\":131026,\"message\":\"no\"}}");
        for (int call = 0; call < 6; call++) {
            assertThat(sent(Channel.WHATSAPP)).isInstanceOf(Dispatch.Refused.class);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Channel.class, names = {"WHATSAPP", "MESSENGER", "INSTAGRAM"})
    void freeTextOutsideTheWindowIsRefusedBeforeItIsSent(Channel channel) {
        for (Instant last : new Instant[] {NOW.minus(Duration.ofHours(24)), null}) {
            assertThat(gateway(channel).send(outgoing(channel, PROVIDER.baseUrl(), "text", last, List.of(), null))).isInstanceOfSatisfying(Dispatch.Unfit.class, unfit -> assertThat(unfit.why()).startsWith("channel.window-closed"));
        }
        assertThat(PROVIDER.getAllServeEvents()).isEmpty();
    }

    @Test
    void aTemplateIsSentOutsideTheWindow() {
        PROVIDER.stubFor(post(urlEqualTo("/777/messages")).withRequestBody(equalToJson("""
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"97255123456","type":"template","template":{"name":"case_update","language":{"code":"he"},
                 "components":[{"type":"body","parameters":[{"type":"text","text":"דנה"},{"type":"text","text":"הלוואה"}]}]}}""")).willReturn(okJson("{\"messages\":[{\"id\":\"wamid.t\"}]}")));
        assertThat(whatsApp.send(outgoing(Channel.WHATSAPP, PROVIDER.baseUrl(), "shown text", null, List.of(), new Filled("case_update", "he", List.of("דנה", "הלוואה"))))).isEqualTo(new Dispatch.Accepted(List.of("wamid.t")));
    }

    @Test
    void whoHidesHisNumberIsWrittenToByHisId() {
        answers(200, "{\"messages\":[{\"id\":\"wamid.1\"}]}");
        whatsApp.send(new Outgoing(1, 2, 3, Channel.WHATSAPP, "account", Map.of("base-url", PROVIDER.baseUrl(), "phone-number-id", "777"), NOW, null, null, "Bank", "US.1349", null, "text", "he", null, List.of(), List.of(), false));
        PROVIDER.verify(postRequestedFor(urlEqualTo("/777/messages")).withRequestBody(equalToJson("{\"recipient\":\"US.1349\"}", true, true)));
    }

    private static final List<OutgoingFile> PICTURE = List.of(new OutgoingFile("צילום \"1\".jpg", "image/jpeg", new byte[] {1, 2, 3}));

    @Test
    void whatsAppGetsTheFileFirstAndThenTextAndFile() {
        PROVIDER.stubFor(post(urlEqualTo("/777/media")).willReturn(okJson("{\"id\":\"555\"}")));
        PROVIDER.stubFor(post(urlEqualTo("/777/messages")).inScenario("two").whenScenarioStateIs(Scenario.STARTED).willSetStateTo("second").willReturn(okJson("{\"messages\":[{\"id\":\"wamid.1\"}]}")));
        PROVIDER.stubFor(post(urlEqualTo("/777/messages")).inScenario("two").whenScenarioStateIs("second").withRequestBody(equalToJson("{\"type\":\"image\",\"image\":{\"id\":\"555\"}}", true, true)).willReturn(okJson("{\"messages\":[{\"id\":\"wamid.2\"}]}")));
        assertThat(whatsApp.send(outgoing(Channel.WHATSAPP, PROVIDER.baseUrl(), "text", NOW, PICTURE, null))).isEqualTo(new Dispatch.Accepted(List.of("wamid.1", "wamid.2")));
        PROVIDER.verify(postRequestedFor(urlEqualTo("/777/media")).withHeader("Content-Type", matching("multipart/form-data; boundary=.+")));
    }

    @Test
    void aFileThatCouldNotBeHandedOverLeavesEverythingUnsent() {
        PROVIDER.stubFor(post(urlEqualTo("/777/media")).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThat(whatsApp.send(outgoing(Channel.WHATSAPP, PROVIDER.baseUrl(), "text", NOW, PICTURE, null))).isInstanceOf(Dispatch.Away.class);
        PROVIDER.verify(0, postRequestedFor(urlEqualTo("/777/messages")));
    }

    @Test
    void whenALaterPartFailsAPersonDecides() {
        PROVIDER.stubFor(post(urlEqualTo("/bottoken/sendMessage")).willReturn(okJson("{\"ok\":true,\"result\":{\"message_id\":1}}")));
        PROVIDER.stubFor(post(urlEqualTo("/bottoken/sendPhoto")).willReturn(aResponse().withStatus(503)));
        assertThat(telegram.send(outgoing(Channel.TELEGRAM, PROVIDER.baseUrl(), "text", NOW, PICTURE, null))).isEqualTo(new Dispatch.Unknown("1 of 2 parts were sent: HTTP 503"));
    }

    @ParameterizedTest
    @EnumSource(value = Channel.class, names = {"MESSENGER", "INSTAGRAM", "X"})
    void whereNoFileCanBeSentItIsSaid(Channel channel) {
        assertThat(gateway(channel).send(outgoing(channel, PROVIDER.baseUrl(), "text", NOW, PICTURE, null))).isInstanceOfSatisfying(Dispatch.Unfit.class, unfit -> assertThat(unfit.why()).startsWith("channel.no-files"));
        assertThat(PROVIDER.getAllServeEvents()).isEmpty();
    }

    @Test
    void aLongTextGoesInParts() {
        answers(200, "{\"message_id\":\"m\"}");
        String text = "word ".repeat(700).strip();
        assertThat(messenger.send(outgoing(Channel.MESSENGER, text))).isEqualTo(new Dispatch.Accepted(List.of("m", "m")));
        assertThat(InOrder.parts(text, 2000)).hasSize(2).allMatch(part -> part.length() <= 2000 && !part.startsWith(" ") && !part.endsWith(" "));
        assertThat(String.join(" ", InOrder.parts(text, 2000))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void noCharacterIsCutInTwo(int longest) {
        assertThat(InOrder.parts("😀".repeat(9), longest)).allMatch(part -> part.codePoints().allMatch(point -> point == 0x1F600)).satisfies(parts -> assertThat(String.join("", parts)).isEqualTo("😀".repeat(9)));
    }

    private static ToFetch file(Channel channel, String reference, String type) {
        return new ToFetch(1, 7, channel, "account", Map.of("base-url", PROVIDER.baseUrl()), reference, "file", type);
    }

    @Test
    void aFileOfWhatsAppIsAskedForByItsIdWithOurToken() throws Exception {
        PROVIDER.stubFor(get(urlEqualTo("/400962571939895")).withHeader("Authorization", equalTo("Bearer token")).willReturn(okJson("{\"url\":\"" + PROVIDER.baseUrl() + "/cdn/1\",\"mime_type\":\"image/jpeg\"}")));
        PROVIDER.stubFor(get(urlEqualTo("/cdn/1")).withHeader("Authorization", equalTo("Bearer token")).willReturn(aResponse().withBody(new byte[] {9, 8})));
        MediaSource.Media media = whatsApp.fetch(file(Channel.WHATSAPP, "400962571939895", "image/jpeg"));
        assertThat(media.content()).containsExactly(9, 8);
        assertThat(media.contentType()).isEqualTo("image/jpeg");
    }

    @Test
    void aFileOfTelegramIsAskedForByItsPath() throws Exception {
        PROVIDER.stubFor(get(urlEqualTo("/bottoken/getFile?file_id=AgAC")).willReturn(okJson("{\"ok\":true,\"result\":{\"file_path\":\"photos/file_1.jpg\"}}")));
        PROVIDER.stubFor(get(urlEqualTo("/file/bottoken/photos/file_1.jpg")).willReturn(aResponse().withBody(new byte[] {7})));
        assertThat(telegram.fetch(file(Channel.TELEGRAM, "AgAC", "image/jpeg")).content()).containsExactly(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://169.254.169.254/latest/meta-data", "https://evil.example/fbcdn.net", "https://fbcdn.net.evil.example/x", "https://user@scontent.fbcdn.net.evil.example/x", "file:///etc/passwd", "IMAGE_URL", "http://scontent.xx.fbcdn.net/plain", "https://evilfbcdn.net/x", "not a url"})
    void nothingIsFetchedElsewhere(String address) {
        assertThatThrownBy(() -> messenger.fetch(file(Channel.MESSENGER, address, "image/*"))).isInstanceOf(ProviderClient.Refusal.class);
        assertThatThrownBy(() -> x.fetch(file(Channel.X, address, "image/*"))).isInstanceOf(ProviderClient.Refusal.class);
        assertThat(PROVIDER.getAllServeEvents()).isEmpty();
    }

    @Test
    void noMoreIsReadOfAFileThanWeTake() {
        PROVIDER.stubFor(get(urlEqualTo("/huge")).willReturn(aResponse().withBody(new byte[MediaSource.LARGEST + 1])));
        assertThatThrownBy(() -> messenger.fetch(file(Channel.MESSENGER, PROVIDER.baseUrl() + "/huge", "image/*"))).isInstanceOf(ProviderClient.Refusal.class).hasMessageContaining("larger");
    }

    @Test
    void aRedirectIsNotFollowedWithOurToken() {
        PROVIDER.stubFor(get(urlEqualTo("/moved")).willReturn(aResponse().withStatus(302).withHeader("Location", PROVIDER.baseUrl() + "/elsewhere")));
        assertThatThrownBy(() -> x.fetch(file(Channel.X, PROVIDER.baseUrl() + "/moved", "image/*"))).isInstanceOf(ProviderClient.Refusal.class);
        assertThat(PROVIDER.getAllServeEvents()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"image/*, image/png, file.png", "image/jpeg, text/html, file.jpg", "application/octet-stream, application/pdf; charset=binary, file.pdf"})
    void whatCameTellsWhatAVagueFileIs(String said, String came, String name) throws Exception {
        assertThat(FileErrand.checked(file(Channel.MESSENGER, "x", said), new MediaSource.Media("x".getBytes(StandardCharsets.UTF_8), came)).fileName()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"application/octet-stream, text/html, file", "application/octet-stream, application/pdf, invoice.pdf.exe", "image/svg+xml, image/svg+xml, picture", "application/pdf, application/pdf, page.HTML"})
    void dangerousKindsOfFilesAreNotTaken(String said, String came, String name) {
        ToFetch file = new ToFetch(1, 7, Channel.MESSENGER, "account", Map.of(), "x", name, said);
        assertThatThrownBy(() -> FileErrand.checked(file, new MediaSource.Media(new byte[] {1}, came))).isInstanceOf(ProviderClient.Refusal.class);
    }
}
