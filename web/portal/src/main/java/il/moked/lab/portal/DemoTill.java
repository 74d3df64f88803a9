// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import il.moked.demo.ejb.DemoPayments;
import il.moked.order.jms.PaymentSecrets;
import il.moked.order.jms.StripeSignature;
import il.moked.shared.portal.PortalLog;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The books of the demo's payment provider: its pages, what was paid on them, what went back. It speaks as Stripe does, and
 * tells of payments through the real door with its proof. In the memory of this node, and bounded.
 */
@ApplicationScoped
public class DemoTill {
    private static final int MOST = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    PaymentSecrets secrets;
    @Inject
    Clock clock;
    @Resource
    ManagedExecutorService executor;

    private final Map<String, Page> pages = bounded();
    private final Map<String, JsonObject> refunds = bounded();
    /** Answers by the key of the request. */
    private final Map<String, JsonObject> answered = bounded();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).version(HttpClient.Version.HTTP_1_1).build();

    /** One page to pay on. @param amount in the smallest unit @param state {@code open}, {@code complete}, {@code expired} */
    record Page(String id, String token, String intent, long amount, String currency, String what, String done, String back, Instant expires, String state, String url) {
        Page now(String other) {
            return new Page(id, token, intent, amount, currency, what, done, back, expires, other, url);
        }

        JsonObject json() {
            JsonObjectBuilder json = Json.createObjectBuilder().add("id", id).add("object", "checkout.session").add("client_reference_id", token).add("metadata", Json.createObjectBuilder().add("moked_token", token))
                    .add("amount_total", amount).add("currency", currency).add("status", state).add("payment_status", state.equals("complete") ? "paid" : "unpaid").add("expires_at", expires.getEpochSecond());
            if (state.equals("open")) {
                json.add("url", url);
            }
            if (state.equals("complete")) {
                json.add("payment_intent", intent);
            }
            return json.build();
        }
    }

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST;
            }
        };
    }

    /** @param form as the provider's interface names its fields @param portal where this node answers */
    synchronized JsonObject open(Map<String, String> form, String key, String portal) {
        JsonObject before = answered.get(key);
        if (before != null) {
            return before;
        }
        String id = "cs_demo_" + UUID.randomUUID().toString().replace("-", "");
        Page page = new Page(id, form.get("client_reference_id"), "pi_demo_" + id.substring(8), Long.parseLong(form.get("line_items[0][price_data][unit_amount]")), form.get("line_items[0][price_data][currency]"),
                form.get("line_items[0][price_data][product_data][name]"), form.get("success_url"), form.get("cancel_url"), Instant.ofEpochSecond(Long.parseLong(form.get("expires_at"))), "open", portal + "/lab/pay/page/" + id);
        pages.put(id, page);
        answered.put(key, page.json());
        return page.json();
    }

    synchronized Optional<Page> page(String id) {
        Page page = pages.get(id);
        if (page != null && page.state().equals("open") && clock.instant().isAfter(page.expires())) {
            page = page.now("expired");
            pages.put(id, page);
        }
        return Optional.ofNullable(page);
    }

    /** @return empty when it is not open */
    synchronized Optional<Page> end(String id, String state) {
        Optional<Page> open = page(id).filter(page -> page.state().equals("open"));
        return open.map(page -> {
            Page ended = page.now(state);
            pages.put(id, ended);
            return ended;
        });
    }

    synchronized Optional<JsonObject> refund(Map<String, String> form, String key) {
        JsonObject before = answered.get(key);
        if (before != null) {
            return Optional.of(before);
        }
        long amount = Long.parseLong(form.get("amount"));
        Optional<Page> paid = pages.values().stream().filter(page -> page.intent().equals(form.get("payment_intent")) && page.state().equals("complete")).findFirst();
        long returned = refunds.values().stream().filter(refund -> refund.getString("payment_intent").equals(form.get("payment_intent"))).mapToLong(refund -> refund.getJsonNumber("amount").longValue()).sum();
        if (paid.isEmpty() || returned + amount > paid.get().amount()) {
            return Optional.empty();
        }
        JsonObject refund = Json.createObjectBuilder().add("id", "re_demo_" + UUID.randomUUID().toString().replace("-", "")).add("object", "refund").add("status", "succeeded").add("amount", amount).add("payment_intent", form.get("payment_intent"))
                .add("metadata", Json.createObjectBuilder().add("moked_token", form.getOrDefault("metadata[moked_token]", ""))).build();
        refunds.put(refund.getString("id"), refund);
        answered.put(key, refund);
        return Optional.of(refund);
    }

    synchronized List<JsonObject> refundsOf(String intent) {
        return refunds.values().stream().filter(refund -> refund.getString("payment_intent").equals(intent)).toList();
    }

    /** A moment later, as providers do. */
    void tell(String type, JsonObject what, String portal) {
        executor.execute(() -> {
            try {
                bring(type, what, portal);
            } catch (IOException lost) {
                PortalLog.LOG.demoReportLost(lost);
            }
        });
    }

    private void bring(String type, JsonObject what, String portal) throws IOException {
        Instant now = clock.instant();
        byte[] body = Json.createObjectBuilder().add("id", "evt_demo_" + UUID.randomUUID()).add("object", "event").add("type", type).add("created", now.getEpochSecond()).add("data", Json.createObjectBuilder().add("object", what)).build()
                .toString().getBytes(StandardCharsets.UTF_8);
        String secret = secrets.of(DemoPayments.ACCOUNT, PaymentSecrets.WEBHOOK_SECRET).orElse("-");
        HttpRequest request = HttpRequest.newBuilder(URI.create(portal + "/pay/callback/" + DemoPayments.ACCOUNT)).timeout(PATIENCE).header("Content-Type", "application/json").header(StripeSignature.HEADER, StripeSignature.of(secret, body, now))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
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
