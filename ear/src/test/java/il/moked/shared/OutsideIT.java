// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.AnyDatabase;
import il.moked.MokedArchive;
import il.moked.TestPeers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/** What the public port answers, and what no port may answer. */
@AnyDatabase
@ArquillianTest
@RunAsClient
public class OutsideIT {
    private static final int INSIDE = 8080 + TestPeers.offset();
    private static final int OUTSIDE = 8081 + TestPeers.offset();
    private final HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return MokedArchive.asShipped();
    }

    @Test
    void nothingOfTheInsideAnswersOutside() throws Exception {
        assertThat(get(OUTSIDE, "/").statusCode()).as("the portal itself").isEqualTo(200);
        for (String path : List.of("/moked/", "/moked/agent/desk.xhtml", "/moked/signin.xhtml", "/moked/admin/dead-letters.xhtml", "/moked/push", "/moked/api/v1/customers/1", "/moked/api/", "/wildfly-services", "/management", "/console", "/console/index.html",
                "/health", "/metrics", "/jolokia", "/moked/../moked/signin.xhtml", "/..;/moked/signin.xhtml", "/WEB-INF/web.xml", "/META-INF/MANIFEST.MF", "/error/404", "//moked/signin.xhtml")) {
            HttpResponse<String> answer = get(OUTSIDE, path);
            assertThat(answer.statusCode()).as(path).isIn(400, 403, 404, 405);
            assertThat(answer.body()).as(path).doesNotContain("j_password").doesNotContain("Exception").doesNotContain("\tat ");
        }
    }

    @Test
    void noPortSpeaksMessagingOrRemoting() throws Exception {
        for (int port : List.of(INSIDE, OUTSIDE)) {
            for (String protocol : List.of("activemq-remoting", "jboss-remoting")) {
                assertThat(upgrade(port, protocol)).as(port + " " + protocol).doesNotContain(" 101 ");
            }
        }
    }

    @Test
    void staffScreensNeedASignIn() throws Exception {
        for (String path : List.of("/moked/agent/desk.xhtml", "/moked/agent/files/1", "/moked/agent/raw/1", "/moked/admin/dead-letters.xhtml", "/moked/agent/search.xhtml?q=test")) {
            HttpResponse<String> answer = get(INSIDE, path);
            assertThat(answer.statusCode()).as(path).isIn(200, 302, 401, 403);
            assertThat(answer.body()).as(path).doesNotContain("class=\"desk").doesNotContain("found__row");
        }
        assertThat(get(INSIDE, "/wildfly-services").statusCode()).isEqualTo(404);
    }

    @Test
    void everyPageCarriesTheHeadersThatProtectIt() throws Exception {
        for (URI page : List.of(at(OUTSIDE, "/"), at(OUTSIDE, "/contact"), at(OUTSIDE, "/track"), at(INSIDE, "/moked/signin.xhtml"))) {
            HttpResponse<String> answer = http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(page.toString()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("")).as(page.toString()).contains("default-src 'self'").doesNotContain("unsafe-inline").doesNotContain("unsafe-eval");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).as(page.toString()).contains("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).as(page.toString()).isPresent();
        }
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(at(port, path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI at(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String upgrade(int port, String protocol) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 5000);
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(("GET / HTTP/1.1\r\nHost: localhost:" + port + "\r\nUpgrade: " + protocol + "\r\nConnection: Upgrade\r\nSec-ActiveMQRemoting-Key: CF70DEB8-70F9-4FBA-8B4F-DFC3E723B4CD\r\nSec-JbossRemoting-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[200];
            int read = socket.getInputStream().read(answer);
            return read <= 0 ? "" : new String(answer, 0, read, StandardCharsets.US_ASCII);
        }
    }
}
