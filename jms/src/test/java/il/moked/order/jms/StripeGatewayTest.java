// SPDX-License-Identifier: Apache-2.0
package il.moked.order.jms;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import il.moked.order.ejb.PaymentErrands.Account;
import il.moked.order.ejb.PaymentErrands.Ask;
import il.moked.order.ejb.PaymentErrands.Errand;
import il.moked.order.ejb.PaymentErrands.RefundErrand;
import il.moked.order.ejb.PaymentErrands.Standing;
import il.moked.order.ejb.PaymentNews;
import il.moked.order.jms.PaymentGateway.Answer;
import il.moked.shared.Money;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StripeGatewayTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final String SESSIONS = "/v1/checkout/sessions";

    @RegisterExtension
    static final WireMockExtension PROVIDER = WireMockExtension.newInstance().options(WireMockConfiguration.wireMockConfig().dynamicPort()).build();

    private final StripeGateway gateway = new StripeGateway();

    @BeforeEach
    void aKey() {
        gateway.secrets = new PaymentSecrets() {
            @Override
            public Optional<String> of(String account, String name) {
                return account.equals("bare") ? Optional.empty() : Optional.of("sk_test_1");
            }
        };
        gateway.patience = Duration.ofSeconds(20);
    }

    private static Account account(String base) {
        return new Account("card", "stripe", base, "https://pay.example/pay");
    }

    private static Errand errand(Ask ask, String session) {
        return new Errand(7, ask, account(PROVIDER.baseUrl() + "/"), "TOKEN1", session, Money.agorot(99_980), "S100001", "he", NOW.plusSeconds(3600));
    }

    private static RefundErrand refund(boolean askedBefore) {
        return new RefundErrand(9, askedBefore, account(PROVIDER.baseUrl()), "TOKEN2", "pi_1", Money.agorot(500));
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse().withStatus(status).withHeader("Content-Type", "application/json").withBody(body);
    }

    @Test
    void aPageIsAskedForOnceUnderOneKeyWithTheExactAmount() {
        PROVIDER.stubFor(post(SESSIONS).willReturn(json(200, "{\"id\":\"cs_1\",\"url\":\"https://checkout.example/cs_1\",\"status\":\"open\",\"payment_status\":\"unpaid\"}")));
        assertThat(gateway.open(errand(Ask.OPEN, null))).isEqualTo(new Answer.Opened("cs_1", "https://checkout.example/cs_1"));
        PROVIDER.verify(postRequestedFor(urlEqualTo(SESSIONS)).withHeader("Authorization", equalTo("Bearer sk_test_1")).withHeader("Idempotency-Key", equalTo("open-TOKEN1"))
                .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded")).withFormParam("mode", equalTo("payment")).withFormParam("client_reference_id", equalTo("TOKEN1"))
                .withFormParam("line_items[0][price_data][unit_amount]", equalTo("99980")).withFormParam("line_items[0][price_data][currency]", equalTo("ils")).withFormParam("line_items[0][quantity]", equalTo("1"))
                .withFormParam("payment_intent_data[metadata][moked_token]", equalTo("TOKEN1")).withFormParam("expires_at", equalTo("1700003600")).withFormParam("success_url", equalTo("https://pay.example/pay?done=he")));
    }

    @Test
    void whatIsCertainlyNotDoneIsToldApartFromWhatNobodyKnows() throws IOException {
        int closed;
        try (ServerSocket free = new ServerSocket(0)) {
            closed = free.getLocalPort();
        }
        Errand nowhere = new Errand(7, Ask.OPEN, account("http://127.0.0.1:" + closed), "T", null, Money.agorot(1), "S1", "he", NOW);
        assertThat(gateway.open(nowhere)).isInstanceOfSatisfying(Answer.NotAsked.class, away -> assertThat(away.counted()).isFalse());
        Errand bare = new Errand(7, Ask.OPEN, new Account("bare", "stripe", PROVIDER.baseUrl(), "x"), "T", null, Money.agorot(1), "S1", "he", NOW);
        assertThat(gateway.open(bare)).isInstanceOf(Answer.NotAsked.class);
        for (int status : new int[] {429, 503, 401}) {
            PROVIDER.stubFor(post(SESSIONS).willReturn(json(status, "{}")));
            assertThat(gateway.open(errand(Ask.OPEN, null))).as("HTTP " + status).isInstanceOf(Answer.NotAsked.class);
        }
        for (int status : new int[] {409, 500, 502}) {
            PROVIDER.stubFor(post(SESSIONS).willReturn(json(status, "{}")));
            assertThat(gateway.open(errand(Ask.OPEN, null))).as("HTTP " + status).isInstanceOf(Answer.Unanswered.class);
        }
        PROVIDER.stubFor(post(SESSIONS).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThat(gateway.open(errand(Ask.OPEN, null))).isInstanceOf(Answer.Unanswered.class);
        gateway.patience = Duration.ofMillis(300);
        PROVIDER.stubFor(post(SESSIONS).willReturn(json(200, "{}").withFixedDelay(2_000)));
        assertThat(gateway.open(errand(Ask.OPEN, null))).isInstanceOf(Answer.Unanswered.class);
        gateway.patience = Duration.ofSeconds(20);
        PROVIDER.stubFor(post(SESSIONS).willReturn(json(200, "<html>")));
        assertThat(gateway.open(errand(Ask.OPEN, null))).isInstanceOf(Answer.Unanswered.class);
        PROVIDER.stubFor(post(SESSIONS).willReturn(json(400, "{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"amount_too_small\"}}")));
        assertThat(gateway.open(errand(Ask.OPEN, null))).isEqualTo(new Answer.Refused("HTTP 400 amount_too_small"));
    }

    @Test
    void itSaysWhatBecameOfAPage() {
        PROVIDER.stubFor(get(SESSIONS + "/cs_1").willReturn(json(200, "{\"id\":\"cs_1\",\"status\":\"complete\",\"payment_status\":\"paid\",\"payment_intent\":\"pi_1\",\"amount_total\":99980,\"currency\":\"ils\"}")));
        assertThat(gateway.look(errand(Ask.LOOK, "cs_1"))).isEqualTo(new Answer.Stands(Standing.PAID, "pi_1", Money.agorot(99_980)));
        PROVIDER.stubFor(get(SESSIONS + "/cs_2").willReturn(json(200, "{\"status\":\"open\",\"payment_status\":\"unpaid\"}")));
        assertThat(gateway.look(errand(Ask.LOOK, "cs_2"))).isEqualTo(new Answer.Stands(Standing.OPEN, null, null));
        PROVIDER.stubFor(post(SESSIONS + "/cs_2/expire").willReturn(json(200, "{\"status\":\"expired\",\"payment_status\":\"unpaid\"}")));
        assertThat(gateway.close(errand(Ask.CLOSE, "cs_2"))).isEqualTo(new Answer.Stands(Standing.EXPIRED, null, null));
        PROVIDER.stubFor(post(SESSIONS + "/cs_1/expire").willReturn(json(400, "{\"error\":{\"type\":\"invalid_request_error\"}}")));
        assertThat(gateway.close(errand(Ask.CLOSE, "cs_1"))).as("paid while it was being closed").isEqualTo(new Answer.Stands(Standing.PAID, "pi_1", Money.agorot(99_980)));
    }

    @Test
    void aRefundNobodyKnowsOfIsLookedForBeforeItIsAskedAgain() {
        PROVIDER.stubFor(post("/v1/refunds").willReturn(json(200, "{\"id\":\"re_1\",\"status\":\"succeeded\"}")));
        assertThat(gateway.refund(refund(false))).isEqualTo(new Answer.Refunded("re_1"));
        PROVIDER.verify(postRequestedFor(urlEqualTo("/v1/refunds")).withHeader("Idempotency-Key", equalTo("refund-TOKEN2")).withRequestBody(containing("payment_intent=pi_1")).withRequestBody(containing("amount=500")));
        PROVIDER.resetRequests();
        PROVIDER.stubFor(get(urlPathEqualTo("/v1/refunds")).willReturn(json(200, "{\"data\":[{\"id\":\"re_0\",\"status\":\"succeeded\",\"metadata\":{\"moked_token\":\"OTHER\"}},{\"id\":\"re_1\",\"status\":\"succeeded\",\"metadata\":{\"moked_token\":\"TOKEN2\"}}]}")));
        assertThat(gateway.refund(refund(true))).isEqualTo(new Answer.Refunded("re_1"));
        PROVIDER.verify(0, postRequestedFor(urlEqualTo("/v1/refunds")));
        PROVIDER.stubFor(get(urlPathEqualTo("/v1/refunds")).willReturn(json(200, "{\"data\":[]}")));
        assertThat(gateway.refund(refund(true))).as("it has none: asked again").isEqualTo(new Answer.Refunded("re_1"));
        PROVIDER.verify(1, postRequestedFor(urlEqualTo("/v1/refunds")));
        PROVIDER.stubFor(get(urlPathEqualTo("/v1/refunds")).willReturn(json(500, "{}")));
        assertThat(gateway.refund(refund(true))).isInstanceOf(Answer.Unanswered.class);
        PROVIDER.verify(1, postRequestedFor(urlEqualTo("/v1/refunds")));
    }

    private PaymentNews news(String body) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return gateway.news(bytes, StripeSignature.of("whsec", bytes, NOW), "whsec", NOW);
    }

    @Test
    void newsOfThePageAreRead() throws Exception {
        String session = "{\"id\":\"cs_1\",\"object\":\"checkout.session\",\"client_reference_id\":\"TOKEN1\",\"payment_intent\":\"pi_1\",\"payment_status\":\"%s\",\"amount_total\":99980,\"currency\":\"ils\"}";
        String event = "{\"id\":\"evt_1\",\"type\":\"%s\",\"data\":{\"object\":%s}}";
        assertThat(news(event.formatted("checkout.session.completed", session.formatted("paid")))).isEqualTo(new PaymentNews("evt_1", PaymentNews.Kind.PAID, "TOKEN1", "cs_1", "pi_1", Money.agorot(99_980)));
        assertThat(news(event.formatted("checkout.session.completed", session.formatted("unpaid"))).kind()).as("paid later").isEqualTo(PaymentNews.Kind.OTHER);
        assertThat(news(event.formatted("checkout.session.expired", session.formatted("unpaid"))).kind()).isEqualTo(PaymentNews.Kind.EXPIRED);
        assertThat(news(event.formatted("payment_intent.payment_failed", "{\"id\":\"pi_1\",\"object\":\"payment_intent\",\"metadata\":{\"moked_token\":\"TOKEN1\"}}"))).isEqualTo(new PaymentNews("evt_1", PaymentNews.Kind.DECLINED, "TOKEN1", null, null, null));
        assertThat(news(event.formatted("invoice.created", "{}")).kind()).isEqualTo(PaymentNews.Kind.OTHER);
        assertThat(news(event.formatted("checkout.session.completed", session.formatted("paid").replace("ils", "zzz"))).amount()).as("a currency nobody knows").isNull();
    }

    @Test
    void whatIsNotTheProvidersIsNotRead() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> gateway.news(body, null, "whsec", NOW)).isInstanceOf(PaymentGateway.Forged.class);
        assertThatThrownBy(() -> gateway.news(body, StripeSignature.of("other", body, NOW), "whsec", NOW)).isInstanceOf(PaymentGateway.Forged.class);
        for (String unclear : new String[] {"{}", "[]", "", "{\"id\":1}", "{\"id\":\"e\",\"type\":\"x\",\"data\":7"}) {
            assertThatThrownBy(() -> news(unclear)).as(unclear).isInstanceOf(PaymentGateway.Unreadable.class);
        }
    }
}
