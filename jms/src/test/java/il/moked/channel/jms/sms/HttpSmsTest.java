// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import il.moked.channel.Channel;
import il.moked.channel.jms.Dispatch;
import il.moked.interaction.ejb.Delivery.Outgoing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpSmsTest {
    private final HttpSmsGateway gateway = new HttpSmsGateway();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile int status = 200;
    private volatile String answer = "{\"messages\":[{\"id\":\"abc-1\"}]}";
    private HttpServer provider;

    @BeforeEach
    void open() throws IOException {
        gateway.clock = Clock.systemUTC();
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        provider.start();
    }

    @AfterEach
    void close() {
        provider.stop(0);
    }

    private Outgoing outgoing(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("driver", "http", "url", "http://127.0.0.1:" + provider.getAddress().getPort() + "/send", "answerId", "/messages/0/id"));
        all.putAll(settings);
        return new Outgoing(17, 1, 1, Channel.SMS, "sms", all, null, null, "Moked", "Moked", "+972521234567", "", "שלום", "he", null, List.of(), List.of(), false);
    }

    private Dispatch send(Outgoing outgoing) {
        return gateway.send(outgoing, "s3cret");
    }

    private static HttpRequest request(Map<String, String> settings) {
        return new HttpSmsRequest(settings, "s3cret", "+972521234567", "Mo&ked", "\"שלום\" & {to}\nb", "moked-17").request(Duration.ofSeconds(1));
    }

    private static String body(HttpRequest request) {
        List<byte[]> all = new ArrayList<>();
        request.bodyPublisher().orElseThrow().subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(java.nio.ByteBuffer item) {
                byte[] bytes = new byte[item.remaining()];
                item.get(bytes);
                all.add(bytes);
            }

            @Override
            public void onError(Throwable failure) {
                throw new IllegalStateException(failure);
            }

            @Override
            public void onComplete() {
                // all of it is there
            }
        });
        return all.stream().map(bytes -> new String(bytes, StandardCharsets.UTF_8)).reduce("", String::concat);
    }

    @Test
    void jsonIsEscapedAndWhatTheCustomerWroteIsNoTemplate() {
        HttpRequest request = request(Map.of("url", "https://sms.example/send", "body", "{\"dst\":\"{to}\",\"msg\":\"{text}\",\"cli\":\"{ref}\"}", "header", "Authorization", "headerValue", "Bearer {secret}"));
        assertThat(body(request)).isEqualTo("{\"dst\":\"+972521234567\",\"msg\":\"\\\"שלום\\\" & {to}\\nb\",\"cli\":\"moked-17\"}");
        assertThat(request.headers().firstValue("Authorization")).contains("Bearer s3cret");
        assertThat(request.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void aFormAndAnAddressAreEscapedTheirOwnWay() {
        HttpRequest form = request(Map.of("url", "https://sms.example/send", "contentType", "application/x-www-form-urlencoded", "body", "To={to}&From={from}&Body={text}", "header", "Authorization", "headerValue", "Basic {basic}", "user", "AC1"));
        assertThat(body(form)).isEqualTo("To=%2B972521234567&From=Mo%26ked&Body=%22%D7%A9%D7%9C%D7%95%D7%9D%22+%26+%7Bto%7D%0Ab");
        assertThat(form.headers().firstValue("Authorization")).contains("Basic QUMxOnMzY3JldA==");
        HttpRequest get = request(Map.of("url", "https://sms.example/send?to={to}&text={text}", "method", "GET", "toFormat", "digits"));
        assertThat(get.method()).isEqualTo("GET");
        assertThat(get.uri().getRawQuery()).isEqualTo("to=972521234567&text=%22%D7%A9%D7%9C%D7%95%D7%9D%22+%26+%7Bto%7D%0Ab");
    }

    @Test
    void settingsThatMakeNoRequestAreRefused() {
        assertThatThrownBy(() -> request(Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> request(Map.of("url", "file:///etc/passwd"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theIdIsTakenFromWhereTheSettingsSay() {
        assertThat(send(outgoing(Map.of()))).isEqualTo(new Dispatch.Accepted(List.of("abc-1")));
        answer = "OK: 4711";
        assertThat(send(outgoing(Map.of("answerId", "OK: (\\d+)")))).isEqualTo(new Dispatch.Accepted(List.of("4711")));
        assertThat(send(outgoing(Map.of()))).as("taken over all the same").isEqualTo(new Dispatch.Accepted(List.of()));
    }

    @Test
    void aRefusalInsideAGoodAnswerIsARefusal() {
        answer = "{\"status\":\"ERROR\",\"reason\":\"no credit\"}";
        assertThat(send(outgoing(Map.of("accepted", "\"status\":\"OK\"")))).isInstanceOfSatisfying(Dispatch.Refused.class, refused -> assertThat(refused.why()).contains("no credit"));
    }

    @Test
    void everyStatusMeansWhatIsCertain() {
        Map<Integer, Class<? extends Dispatch>> meanings = Map.of(429, Dispatch.Away.class, 503, Dispatch.Away.class, 401, Dispatch.Away.class, 403, Dispatch.NotSent.class, 400, Dispatch.Refused.class, 422, Dispatch.Refused.class, 500, Dispatch.Unknown.class, 302, Dispatch.NotSent.class);
        meanings.forEach((code, meaning) -> assertThat(new HttpSmsAnswer(code, "").dispatch(Map.of())).as("%d", code).isInstanceOf(meaning));
        assertThat(new HttpSmsAnswer(502, "").dispatch(Map.of("repeatable", "true"))).isInstanceOf(Dispatch.Away.class);
    }

    @Test
    void aProviderThatFailsInARowIsSparedForAWhile() {
        status = 503;
        for (int time = 0; time < 5; time++) {
            assertThat(send(outgoing(Map.of()))).isInstanceOf(Dispatch.Away.class);
        }
        assertThat(send(outgoing(Map.of()))).isInstanceOf(Dispatch.Away.class);
        assertThat(asked).as("requests").hasValue(5);
    }

    @Test
    void anAnswerThatOnlyDripsHasAnEnd() throws Exception {
        gateway.patience = Duration.ofMillis(500);
        try (ServerSocket slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread drips = new Thread(() -> {
                try (java.net.Socket caller = slow.accept()) {
                    caller.getInputStream().read(new byte[4096]);
                    caller.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    while (true) {
                        caller.getOutputStream().write('x');
                        caller.getOutputStream().flush();
                        caller.getOutputStream().write('x');
                        java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
                    }
                } catch (IOException ended) {
                    // the gateway has had enough
                }
            });
            drips.setDaemon(true);
            drips.start();
            long began = System.nanoTime();
            assertThat(send(outgoing(Map.of("url", "http://127.0.0.1:" + slow.getLocalPort() + "/")))).isInstanceOf(Dispatch.Unknown.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
            drips.join(5_000);
            assertThat(drips.isAlive()).as("the line is given up").isFalse();
        }
    }

    @Test
    void anExpressionThatIsNoneDoesNotMakeARefusalOfWhatWasTaken() {
        assertThat(send(outgoing(Map.of("answerId", "OK: (\\d+")))).isEqualTo(new Dispatch.Accepted(List.of()));
        assertThat(send(outgoing(Map.of("accepted", "[")))).isEqualTo(new Dispatch.Accepted(List.of("abc-1")));
        answer = "[".repeat(20_000);
        assertThat(send(outgoing(Map.of()))).isEqualTo(new Dispatch.Accepted(List.of()));
    }

    @Test
    void settingsThatMakeNoRequestAreNoFaultOfTheMessage() {
        for (Map<String, String> wrong : List.of(Map.of("url", ""), Map.of("url", "not an address"), Map.of("header", "a b"))) {
            assertThat(send(outgoing(wrong))).isInstanceOfSatisfying(Dispatch.Away.class, away -> assertThat(away.cause()).isEqualTo(il.moked.channel.Outages.Cause.SETTINGS));
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void aProviderThatIsNotThereIsAway() throws IOException {
        provider.stop(0);
        assertThat(send(outgoing(Map.of()))).isInstanceOf(Dispatch.Away.class);
    }

    @Test
    void aLineThatBreaksAfterTheRequestLeavesTheOutcomeUnknown() throws Exception {
        try (ServerSocket rude = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread hangsUp = new Thread(() -> {
                try (java.net.Socket caller = rude.accept()) {
                    caller.getInputStream().read();
                } catch (IOException ended) {
                    throw new IllegalStateException(ended);
                }
            });
            hangsUp.start();
            assertThat(send(outgoing(Map.of("url", "http://127.0.0.1:" + rude.getLocalPort() + "/")))).isInstanceOf(Dispatch.Unknown.class);
            hangsUp.join();
        }
    }
}
