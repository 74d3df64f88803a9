// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A member of the staff at his screen, signed in by the sign-in page. */
final class Browser {
    static final String DESK = "/moked/agent/desk.xhtml";
    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\b(name|value|type)=\"([^\"]*)\"");
    private static final Pattern ACTION = Pattern.compile("<form\\b[^>]*action=\"([^\"]*)\"");

    private final String origin = "http://localhost:" + Server.DESK;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).followRedirects(HttpClient.Redirect.NORMAL).build();

    private Browser() {
    }

    static Browser signIn(String user, String password) throws IOException, InterruptedException {
        Browser browser = new Browser();
        String page = browser.http.send(HttpRequest.newBuilder(URI.create(browser.origin + DESK)).build(), HttpResponse.BodyHandlers.ofString()).body();
        Map<String, String> fields = fields(page);
        fields.put("user", user);
        fields.put("password", password);
        Matcher action = ACTION.matcher(page);
        if (!action.find()) {
            throw new IOException("No sign-in page: " + page);
        }
        String form = fields.entrySet().stream().map(field -> encode(field.getKey()) + "=" + encode(field.getValue())).collect(Collectors.joining("&"));
        HttpResponse<String> desk = browser.http.send(HttpRequest.newBuilder(URI.create(browser.origin).resolve(action.group(1).replace("&amp;", "&"))).header("Content-Type", "application/x-www-form-urlencoded").header("Origin", browser.origin)
                .POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofString());
        if (desk.statusCode() != 200 || !desk.uri().getPath().equals(DESK) || !desk.body().contains("id=\"talks\"")) {
            throw new IOException(user + " could not sign in: " + desk.statusCode() + " " + desk.uri());
        }
        return browser;
    }

    private static Map<String, String> fields(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Matcher input = INPUT.matcher(page); input.find();) {
            Map<String, String> attributes = new LinkedHashMap<>();
            for (Matcher attribute = ATTRIBUTE.matcher(input.group()); attribute.find();) {
                attributes.put(attribute.group(1), attribute.group(2));
            }
            if (attributes.containsKey("name")) {
                fields.put(attributes.get("name"), attributes.getOrDefault("value", ""));
            }
        }
        return fields;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The line of request headers that says who he is, for a {@link Client}. */
    String cookieHeader() {
        return "Cookie: " + cookies.getCookieStore().getCookies().stream().map(cookie -> cookie.getName() + "=" + cookie.getValue()).collect(Collectors.joining("; ")) + "\r\n";
    }

    /** Opens the push line of his page. @param told gets each frame */
    WebSocket listen(Consumer<String> told) {
        return http.newWebSocketBuilder().header("Origin", origin).header("Cookie", cookies.getCookieStore().getCookies().stream().map(HttpCookie::toString).map(cookie -> cookie.replace("\"", "")).collect(Collectors.joining("; ")))
                .buildAsync(URI.create("ws://localhost:" + Server.DESK + "/moked/push"), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket socket, CharSequence frame, boolean last) {
                        told.accept(frame.toString());
                        socket.request(1);
                        return null;
                    }
                }).join();
    }
}
