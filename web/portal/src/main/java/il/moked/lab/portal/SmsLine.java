// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import il.moked.channel.Channel;
import il.moked.channel.portal.HookSecrets;
import il.moked.demo.ejb.DemoCustomers.DemoCustomer;
import il.moked.shared.PhoneNumber;
import il.moked.shared.portal.PortalLog;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/** SMS on the lab's telephone: brings what the played customer writes to the real webhook, over the network and with its proof, as a provider does. */
@ApplicationScoped
public class SmsLine {
    /** The demo account. */
    static final String ACCOUNT = "sms";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    HookSecrets secrets;
    @Resource
    ManagedExecutorService executor;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).version(HttpClient.Version.HTTP_1_1).build();

    public Channel channel() {
        return Channel.SMS;
    }

    /** His number in E.164, as our messages are addressed; empty when he has none. */
    public String address(DemoCustomer customer) {
        return PhoneNumber.parse(customer.phone()).map(PhoneNumber::value).orElse("");
    }

    /**
     * @param portal our own portal, without a path
     * @throws IOException when the door did not take it
     */
    public void write(DemoCustomer customer, String text, String portal) throws IOException {
        bring("", Json.createObjectBuilder().add("id", UUID.randomUUID().toString()).add("from", address(customer)).add("to", "DemoBank").add("text", text).build(), portal);
    }

    /** A moment later, as providers do. Lost when it fails: reports are. */
    void delivered(String id, String to, String portal) {
        JsonObject report = Json.createObjectBuilder().add("id", id).add("status", "DELIVRD").add("to", to).build();
        executor.execute(() -> {
            try {
                bring("/status", report, portal);
            } catch (IOException lost) {
                PortalLog.LOG.demoSmsReportLost(lost);
            }
        });
    }

    private void bring(String path, JsonObject body, String portal) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(portal + "/channels/sms/" + ACCOUNT + path)).timeout(PATIENCE).header("Content-Type", "application/json").header("X-Moked-Secret", secrets.of(ACCOUNT).orElse(""))
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())).build();
        try {
            int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IOException("HTTP " + status);
            }
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
            throw new IOException(serverStops);
        }
    }
}
