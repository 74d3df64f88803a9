// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import il.moked.access.ejb.InstallationSecrets;
import il.moked.interaction.ejb.AppShowing.Device;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PushSendingTest {
    private static final String DEVICE = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private record Asked(Map<String, List<String>> headers, byte[] body) {
        String header(String name) {
            return headers.get(name).get(0);
        }
    }

    private final Map<String, Asked> asked = new ConcurrentHashMap<>();
    private final List<Long> forgotten = new CopyOnWriteArrayList<>();
    private HttpServer service;
    private PushSending sending;

    @BeforeEach
    void open() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            asked.put(exchange.getRequestURI().getPath(), new Asked(Map.copyOf(exchange.getRequestHeaders()), exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(Integer.parseInt(exchange.getRequestURI().getPath().substring(1)), -1);
            exchange.close();
        });
        service.start();
        PushKeys keys = new PushKeys();
        keys.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        keys.contact = "mailto:push@moked.example";
        keys.secrets = new InstallationSecrets() {
            @Override
            public byte[] pushKey() {
                return new byte[] {7, 7, 7, 7};
            }
        };
        sending = new PushSending(HttpClient.newHttpClient(), keys, forgotten::add);
    }

    @AfterEach
    void close() {
        service.stop(0);
    }

    private Device device(long id, int answer) {
        return new Device(id, "http://127.0.0.1:" + service.getAddress().getPort() + "/" + answer, DEVICE, AUTH);
    }

    @Test
    void aDeviceIsToldWithoutAWordOfWhatWasWritten() throws GeneralSecurityException {
        sending.tell(List.of(device(1, 201)));
        await().until(() -> asked.containsKey("/201"));
        Asked request = asked.get("/201");
        assertThat(request.header("Content-encoding")).isEqualTo("aes128gcm");
        assertThat(request.header("Ttl")).isEqualTo("86400");
        assertThat(request.body()).hasSize(86 + "{\"type\":\"message\"}".length() + 1 + 16);
        assertThat(new String(request.body(), StandardCharsets.ISO_8859_1)).doesNotContain("message");
        proved(request.header("Authorization"));
        assertThat(forgotten).isEmpty();
    }

    /** RFC 8292, section 2. */
    private void proved(String authorization) throws GeneralSecurityException {
        assertThat(authorization).matches("vapid t=[\\w-]+\\.[\\w-]+\\.[\\w-]+, k=[\\w-]{87}");
        String[] token = authorization.substring("vapid t=".length(), authorization.indexOf(", k=")).split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(token[1]), StandardCharsets.UTF_8);
        assertThat(claims).contains("\"aud\":\"http://127.0.0.1:" + service.getAddress().getPort() + "\"").contains("\"exp\":" + NOW.plusSeconds(12 * 3600).getEpochSecond()).contains("mailto:push@moked.example");
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(P256.publicKey(Base64.getUrlDecoder().decode(authorization.substring(authorization.indexOf(", k=") + 4))));
        signature.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(token[2]))).isTrue();
    }

    @Test
    void aDeviceThatIsGoneIsForgottenAndATroubledServiceIsNot() {
        sending.tell(List.of(device(1, 410), device(2, 404), device(3, 503), device(4, 429)));
        await().until(() -> asked.size() == 4 && forgotten.size() == 2);
        assertThat(forgotten).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void aKeyThatIsNoneIsForgottenWithoutARequest() {
        Device broken = new Device(9, device(9, 201).endpoint(), DEVICE.replace("BCV", "BCW"), AUTH);
        sending.tell(List.of(broken));
        assertThat(forgotten).containsExactly(9L);
        assertThat(asked).isEmpty();
    }
}
