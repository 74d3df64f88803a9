// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import il.moked.channel.Channel;
import il.moked.channel.jms.social.Signatures;
import il.moked.channel.jms.social.SocialSecrets;
import il.moked.shared.portal.PortalLog;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** Brings a webhook to our own door as a provider does: over the network, with its proof. */
@ApplicationScoped
public class OwnDoor {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    SocialSecrets secrets;
    @Resource
    ManagedExecutorService executor;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).version(HttpClient.Version.HTTP_1_1).build();

    /** @throws IOException when it was not taken */
    void bring(Channel channel, String account, JsonObject body, String portal) throws IOException {
        byte[] raw = body.toString().getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(portal + "/channels/" + channel.name().toLowerCase(Locale.ROOT) + "/" + account)).timeout(PATIENCE).header("Content-Type", "application/json");
        if (channel == Channel.TELEGRAM) {
            request.header("X-Telegram-Bot-Api-Secret-Token", secrets.of(account, SocialSecrets.VERIFY_TOKEN).orElse(""));
        } else {
            request.header("X-Hub-Signature-256", Signatures.meta(secrets.of(account, SocialSecrets.APP_SECRET).orElse("-"), raw));
        }
        try {
            int status = http.send(request.POST(HttpRequest.BodyPublishers.ofByteArray(raw)).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IOException("HTTP " + status);
            }
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
            throw new IOException(serverStops);
        }
    }

    /** The same a moment later, as a provider reports after it has answered. Lost when it fails: reports are. */
    void later(Channel channel, String account, JsonObject body, String portal) {
        executor.execute(() -> {
            try {
                bring(channel, account, body, portal);
            } catch (IOException lost) {
                PortalLog.LOG.demoReportLost(lost);
            }
        });
    }
}
