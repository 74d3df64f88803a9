// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.sms;

import jakarta.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One message as the request that a provider wants, written from the templates in the account's settings. In templates
 * {@code {to} {from} {text} {ref}} stand for the message, {@code {secret}} for the account's secret and {@code {basic}}
 * for {@code user:secret} in Base64; each is escaped for where it stands.
 */
final class HttpSmsRequest {
    private static final Pattern PLACE = Pattern.compile("\\{(to|from|text|ref|secret|basic|user)\\}");
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Map<String, String> settings;
    private final Map<String, String> values;

    /** @param secret empty when the account has none */
    HttpSmsRequest(Map<String, String> settings, String secret, String to, String from, String text, String reference) {
        this.settings = settings;
        String user = settings.getOrDefault("user", "");
        this.values = Map.of("to", settings.getOrDefault("toFormat", "").equals("digits") ? to.replaceFirst("^\\+", "") : to, "from", from == null ? "" : from, "text", text, "ref", reference, "secret", secret, "user", user,
                "basic", Base64.getEncoder().encodeToString((user + ':' + secret).getBytes(StandardCharsets.UTF_8)));
    }

    /** @throws IllegalArgumentException when the settings make no request */
    HttpRequest request(Duration timeout) {
        String template = setting("url").orElseThrow(() -> new IllegalArgumentException("no url is set"));
        URI url = URI.create(filled(template, HttpSmsRequest::inUrl));
        if (!url.isAbsolute() || !url.getScheme().matches("https?")) {
            throw new IllegalArgumentException("the url is none of http or https");
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(timeout).header("User-Agent", "Moked");
        setting("header").ifPresent(name -> request.header(name, filled(settings.getOrDefault("headerValue", "{secret}"), UnaryOperator.identity())));
        if (settings.getOrDefault("method", "POST").equals("GET")) {
            return request.GET().build();
        }
        String type = settings.getOrDefault("contentType", JSON);
        String body = filled(settings.getOrDefault("body", type.startsWith(FORM) ? "to={to}&from={from}&text={text}&ref={ref}" : "{\"to\":\"{to}\",\"from\":\"{from}\",\"text\":\"{text}\",\"ref\":\"{ref}\"}"), escape(type));
        return request.header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)).build();
    }

    private Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name)).filter(value -> !value.isBlank());
    }

    private static UnaryOperator<String> escape(String type) {
        if (type.startsWith(FORM)) {
            return HttpSmsRequest::inUrl;
        }
        return type.contains("json") ? HttpSmsRequest::inJson : type.contains("xml") ? HttpSmsRequest::inXml : UnaryOperator.identity();
    }

    private String filled(String template, UnaryOperator<String> escaped) {
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(escaped.apply(values.get(place.group(1)))));
    }

    private static String inUrl(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String inJson(String value) {
        String quoted = Json.createValue(value).toString();
        return quoted.substring(1, quoted.length() - 1);
    }

    private static String inXml(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&apos;");
    }
}
