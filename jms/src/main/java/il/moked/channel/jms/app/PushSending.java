// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.app;

import il.moked.interaction.ejb.AppShowing;
import il.moked.interaction.ejb.AppShowing.Device;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Tells devices that there is news (RFC 8030). What is sent says nothing but that: the app reads the rest with its own
 * session. Nobody waits for it, and it is not tried again; a device the push service no longer knows is forgotten.
 */
@ApplicationScoped
public class PushSending {
    private static final byte[] NEWS = "{\"type\":\"message\"}".getBytes(StandardCharsets.US_ASCII);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int GONE = 410;
    private static final int UNKNOWN = 404;
    private static final Duration KEPT = Duration.ofDays(1);

    @Resource
    ManagedExecutorService executor;
    @Inject
    PushKeys keys;
    @Inject
    AppShowing showing;

    private HttpClient http;
    private LongConsumer forget;

    public PushSending() {
    }

    PushSending(HttpClient http, PushKeys keys, LongConsumer forget) {
        this.http = http;
        this.keys = keys;
        this.forget = forget;
    }

    @PostConstruct
    void open() {
        // never anywhere else than where the subscription was allowed to lead
        http = HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).executor(executor).build();
        forget = showing::gone;
    }

    void tell(List<Device> devices) {
        devices.forEach(this::tell);
    }

    private void tell(Device device) {
        try {
            URI endpoint = URI.create(device.endpoint());
            HttpRequest request = HttpRequest.newBuilder(endpoint).timeout(PATIENCE).header("Content-Type", "application/octet-stream").header("Content-Encoding", "aes128gcm").header("TTL", Long.toString(KEPT.toSeconds())).header("Urgency", "normal")
                    .header("Authorization", keys.authorization(endpoint)).POST(HttpRequest.BodyPublishers.ofByteArray(PushEncryption.encrypt(NEWS, bytes(device.p256dh()), bytes(device.auth())))).build();
            http.sendAsync(request, HttpResponse.BodyHandlers.discarding()).whenComplete((answer, failure) -> answered(device, endpoint.getHost(), answer, failure));
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            forget.accept(device.subscriptionId());
        }
    }

    private void answered(Device device, String host, HttpResponse<Void> answer, Throwable failure) {
        if (failure != null) {
            PushLog.LOG.notTold(host, failure.getClass().getSimpleName());
        } else if (answer.statusCode() == GONE || answer.statusCode() == UNKNOWN) {
            forget.accept(device.subscriptionId());
        } else if (answer.statusCode() / 100 != 2) {
            PushLog.LOG.notTold(host, "HTTP " + answer.statusCode());
        }
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64.replace("=", ""));
    }
}
