// SPDX-License-Identifier: Apache-2.0
package il.moked.order.jms;

import il.moked.channel.jms.HttpCall;
import il.moked.order.ejb.PaymentErrands.Account;
import il.moked.order.ejb.PaymentErrands.Errand;
import il.moked.order.ejb.PaymentErrands.RefundErrand;
import il.moked.order.ejb.PaymentErrands.Standing;
import il.moked.order.ejb.PaymentNews;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import il.moked.shared.OneJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Stripe Checkout: a page of the provider's for each payment ({@code POST /v1/checkout/sessions}), looked at and ended by its
 * id, and refunds. Every POST carries our token as {@code Idempotency-Key}: the same request again is answered with what was
 * made the first time. Amounts are in the smallest unit of the currency, as ours are.
 */
@ApplicationScoped
public class StripeGateway implements PaymentGateway {
    private static final String USUAL = "https://api.stripe.com";
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 512 * 1024;
    private static final String TOKEN = "moked_token";

    @Inject
    PaymentSecrets secrets;
    Duration patience = Duration.ofSeconds(30);
    private final HttpCall http = new HttpCall(CONNECT);

    @Override
    public String driver() {
        return "stripe";
    }

    @Override
    public String proofHeader() {
        return StripeSignature.HEADER;
    }

    @Override
    public Answer open(Errand errand) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("mode", "payment");
        form.put("client_reference_id", errand.token());
        form.put("metadata[" + TOKEN + "]", errand.token());
        form.put("payment_intent_data[metadata][" + TOKEN + "]", errand.token());
        form.put("line_items[0][quantity]", "1");
        form.put("line_items[0][price_data][currency]", errand.amount().currency().toLowerCase(Locale.ROOT));
        form.put("line_items[0][price_data][unit_amount]", Long.toString(errand.amount().minor()));
        form.put("line_items[0][price_data][product_data][name]", errand.orderNumber());
        form.put("locale", "auto");
        form.put("expires_at", Long.toString(errand.expiresAt().getEpochSecond()));
        form.put("success_url", errand.account().returnUrl() + "?done=" + errand.language());
        form.put("cancel_url", errand.account().returnUrl() + "?back=" + errand.language());
        return ask(errand.account(), "/v1/checkout/sessions", form, "open-" + errand.token(), session -> text(session, "id").flatMap(id -> text(session, "url").map(url -> (Answer) new Answer.Opened(id, url))).orElseGet(() -> standing(session)));
    }

    @Override
    public Answer look(Errand errand) {
        return ask(errand.account(), "/v1/checkout/sessions/" + encoded(errand.session()), null, null, StripeGateway::standing);
    }

    /** One that has ended already cannot be ended: then it says what became of it. */
    @Override
    public Answer close(Errand errand) {
        Answer ended = ask(errand.account(), "/v1/checkout/sessions/" + encoded(errand.session()) + "/expire", Map.of(), "close-" + errand.token(), StripeGateway::standing);
        return ended instanceof Answer.Refused ? look(errand) : ended;
    }

    @Override
    public Answer refund(RefundErrand errand) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("payment_intent", errand.payment());
        form.put("amount", Long.toString(errand.amount().minor()));
        form.put("metadata[" + TOKEN + "]", errand.token());
        if (errand.askedBefore()) {
            Answer made = ask(errand.account(), "/v1/refunds?limit=100&payment_intent=" + encoded(errand.payment()), null, null, list -> ofToken(list, errand.token()));
            if (!(made instanceof Answer.NotAsked absent) || !absent.counted()) {
                return made;
            }
        }
        return ask(errand.account(), "/v1/refunds", form, "refund-" + errand.token(), StripeGateway::refunded);
    }

    private static Answer ofToken(JsonObject list, String token) {
        JsonArray refunds = list.get("data") instanceof JsonArray data ? data : JsonValue.EMPTY_JSON_ARRAY;
        return refunds.stream().map(JsonValue::asJsonObject).filter(refund -> text(object(refund, "metadata"), TOKEN).filter(token::equals).isPresent()).findFirst().map(StripeGateway::refunded).orElse(new Answer.NotAsked("no such refund", true));
    }

    private static Answer refunded(JsonObject refund) {
        String status = text(refund, "status").orElse("");
        return switch (status) {
            case "succeeded", "pending" -> new Answer.Refunded(text(refund, "id").orElse(""));
            case "failed", "canceled" -> new Answer.Refused("refund " + status);
            default -> new Answer.Unanswered("refund of status " + status);
        };
    }

    private static Answer standing(JsonObject session) {
        String status = text(session, "status").orElse("");
        boolean paid = text(session, "payment_status").filter("paid"::equals).isPresent();
        if (paid) {
            return new Answer.Stands(Standing.PAID, text(session, "payment_intent").orElse(null), amount(session));
        }
        return switch (status) {
            case "expired" -> new Answer.Stands(Standing.EXPIRED, null, null);
            case "open", "complete" -> new Answer.Stands(Standing.OPEN, null, null);
            default -> new Answer.Unanswered("session of status " + status);
        };
    }

    /** Null when it does not say, or in a currency nobody knows. */
    private static Money amount(JsonObject session) {
        if (!(session.get("amount_total") instanceof JsonNumber total) || !total.isIntegral()) {
            return null;
        }
        try {
            return new Money(total.longValueExact(), text(session, "currency").orElse("").toUpperCase(Locale.ROOT));
        } catch (BusinessException | ArithmeticException unknown) {
            return null;
        }
    }

    @Override
    public PaymentNews news(byte[] body, String proof, String secret, Instant now) throws Forged, Unreadable {
        if (!StripeSignature.proves(proof, body, secret, now)) {
            throw new Forged();
        }
        try (JsonReader reader = OneJson.PROVIDER.createReader(new StringReader(new String(body, StandardCharsets.UTF_8)))) {
            JsonObject event = reader.readObject();
            JsonObject what = object(object(event, "data"), "object");
            String id = text(event, "id").filter(name -> name.length() <= 200).orElseThrow(Unreadable::new);
            String type = text(event, "type").orElseThrow(Unreadable::new);
            Optional<String> token = text(what, "client_reference_id").or(() -> text(object(what, "metadata"), TOKEN));
            return new PaymentNews(id, kind(type, what), token.orElse(null), text(what, "object").filter("checkout.session"::equals).flatMap(session -> text(what, "id")).orElse(null), text(what, "payment_intent").orElse(null), amount(what));
        } catch (RuntimeException broken) {
            throw new Unreadable();
        }
    }

    private static PaymentNews.Kind kind(String type, JsonObject what) {
        return switch (type) {
            case "checkout.session.completed", "checkout.session.async_payment_succeeded" -> text(what, "payment_status").filter("paid"::equals).isPresent() ? PaymentNews.Kind.PAID : PaymentNews.Kind.OTHER;
            case "checkout.session.expired" -> PaymentNews.Kind.EXPIRED;
            case "payment_intent.payment_failed", "checkout.session.async_payment_failed" -> PaymentNews.Kind.DECLINED;
            default -> PaymentNews.Kind.OTHER;
        };
    }

    private interface Reading {
        Answer of(JsonObject answer);
    }

    /** @param form null to read @param key makes it the same request when it is asked again */
    private Answer ask(Account account, String path, Map<String, String> form, String key, Reading reading) {
        Optional<String> secret = secrets.of(account.code(), PaymentSecrets.SECRET_KEY);
        if (secret.isEmpty()) {
            return new Answer.NotAsked("moked.payment." + account.code() + "." + PaymentSecrets.SECRET_KEY + " is not set", false);
        }
        try {
            String base = (account.baseUrl() == null ? USUAL : account.baseUrl()).replaceFirst("/+$", "");
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + secret.get());
            if (form != null) {
                request.header("Content-Type", "application/x-www-form-urlencoded").header("Idempotency-Key", key).POST(HttpRequest.BodyPublishers.ofString(written(form)));
            }
            return judged(http.ask(request.build(), patience, LONGEST_ANSWER, false), reading);
        } catch (IllegalArgumentException wrongAddress) {
            // neither is repeated: the key may be in it
            return new Answer.NotAsked("address or key of account " + account.code(), false);
        } catch (HttpCall.Unreached away) {
            return new Answer.NotAsked(away.getMessage(), false);
        } catch (HttpCall.Unanswered silent) {
            return new Answer.Unanswered(silent.getMessage());
        } catch (HttpCall.TooLarge large) {
            return new Answer.Unanswered("an answer too large");
        }
    }

    private static Answer judged(HttpCall.Answer answer, Reading reading) {
        int status = answer.status();
        if (status == 429 || status == 503) {
            return new Answer.NotAsked("HTTP " + status, false);
        }
        if (status == 401 || status == 403) {
            // the account is not set up well: no fault of what was asked
            return new Answer.NotAsked("HTTP " + status, false);
        }
        if (status == 409 || status >= 500) {
            // 409: the same is being done at this moment under the same key
            return new Answer.Unanswered("HTTP " + status);
        }
        JsonObject json;
        try (JsonReader reader = OneJson.PROVIDER.createReader(new StringReader(new String(answer.content(), StandardCharsets.UTF_8)))) {
            json = reader.readObject();
        } catch (RuntimeException noJson) {
            return new Answer.Unanswered("HTTP " + status + ", no JSON");
        }
        return status / 100 == 2 ? reading.of(json) : new Answer.Refused("HTTP " + status + " " + text(object(json, "error"), "code").or(() -> text(object(json, "error"), "type")).orElse(""));
    }

    private static String written(Map<String, String> form) {
        return form.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue())).collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value == null ? "" : value, StandardCharsets.UTF_8);
    }

    private static JsonObject object(JsonObject of, String name) {
        return of.get(name) instanceof JsonObject inner ? inner : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static Optional<String> text(JsonObject of, String name) {
        return of.get(name) instanceof JsonString string ? Optional.of(string.getString()).filter(text -> !text.isBlank()) : Optional.empty();
    }
}
