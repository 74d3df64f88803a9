// SPDX-License-Identifier: Apache-2.0
package il.moked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser without scripts, at the public site. All visitors of a test run share one address and so its limits: whoever is asked to wait does. */
public final class SiteVisitor {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration FASTEST = Duration.ofMillis(2_100);
    private static final int OFFSET = Integer.getInteger("jboss.socket.binding.port-offset", 0);
    private static final String SITE = "http://127.0.0.1:" + (8081 + OFFSET);
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).build();
    private final String language;
    private String basket = "";

    public SiteVisitor(String language) {
        this.language = language;
    }

    public HttpResponse<String> get(String path) {
        return patiently(() -> HttpRequest.newBuilder(URI.create(SITE + path)));
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
        String body = form.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return patiently(() -> HttpRequest.newBuilder(URI.create(SITE + path)).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)));
    }

    /** @param file text of a file with that name */
    public HttpResponse<String> post(String path, Map<String, String> form, String fileName, String file) {
        String line = "moked-it-boundary";
        StringBuilder body = new StringBuilder();
        form.forEach((name, value) -> body.append("--").append(line).append("\r\nContent-Disposition: form-data; name=\"").append(name).append("\"\r\n\r\n").append(value).append("\r\n"));
        body.append("--").append(line).append("\r\nContent-Disposition: form-data; name=\"files\"; filename=\"").append(fileName).append("\"\r\nContent-Type: text/plain\r\n\r\n").append(file).append("\r\n--").append(line).append("--\r\n");
        return patiently(() -> HttpRequest.newBuilder(URI.create(SITE + path)).header("Content-Type", "multipart/form-data; boundary=" + line).POST(BodyPublishers.ofString(body.toString())));
    }

    private interface Asking {
        HttpRequest.Builder request();
    }

    private HttpResponse<String> patiently(Asking asking) {
        return await().pollInSameThread().pollDelay(Duration.ZERO).pollInterval(Duration.ofSeconds(1)).atMost(PATIENCE).until(() -> send(asking.request()), answer -> answer.statusCode() != 429);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.header("Cookie", "moked.lang=" + language + (basket.isEmpty() ? "" : "; " + basket)).build(), BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").stream().filter(cookie -> cookie.startsWith("moked.basket=")).forEach(cookie -> basket = cookie.contains("Max-Age=0") ? "" : cookie.substring(0, cookie.indexOf(';')));
        return answer;
    }

    /** Of the form on that page, once a person could have filled it in. */
    public static String token(HttpResponse<String> page) {
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).as(page.body()).isTrue();
        Instant issued = Instant.ofEpochMilli(Long.parseLong(token.group(1).split("\\.")[1]));
        await().pollInSameThread().atMost(PATIENCE).until(() -> Instant.now().isAfter(issued.plus(FASTEST)));
        return token.group(1);
    }

    public static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
