// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import il.moked.AnyDatabase;
import il.moked.Knock;
import il.moked.Knock.Answer;
import il.moked.TestPeers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Of the public port, what is published answers and nothing else; of the server, the ports it is to have and no other. */
@AnyDatabase
@ArquillianTest
public class SweepIT {
    private static final Pattern ADDRESS = Pattern.compile("@(?:WebServlet|Path|ApplicationPath)\\(([^)]*)\\)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    /** What strangers ask every server for. */
    private static final List<String> GUESSED = List.of("/console", "/console/", "/console/index.html", "/management", "/management/", "/management/health", "/management-upload", "/wildfly-services", "/wildfly-services/ejb/v1/invoke", "/wildfly-services/txn/v1/begin", "/wildfly-services/naming/v1/lookup", "/health", "/health/live", "/health/ready", "/metrics", "/openapi",
            "/error/404", "/jolokia", "/actuator", "/actuator/env", "/invoker/JMXInvokerServlet", "/jmx-console", "/web-console", "/admin", "/admin-console", "/manager/html", "/server-status", "/status", "/h2-console", "/hawtio", "/artemis", "/api", "/api/v1", "/v1", "/moked", "/moked/", "/moked/api", "/moked/api/", "/moked/api/v1", "/moked/api/openapi.yaml", "/moked/push", "/moked/signin.xhtml",
            "/moked/j_security_check", "/j_security_check", "/signin.xhtml", "/moked-test", "/moked-test/", "/moked-test/ArquillianServletRunner", "/ArquillianServletRunner", "/moked-portal", "/moked-desk", "/moked-api", "/index.html", "/index.jsp", "/index.xhtml", "/.env", "/.git/config", "/.well-known/openid-configuration", "/WEB-INF/", "/WEB-INF/web.xml", "/web-inf/web.xml", "/META-INF/MANIFEST.MF",
            "/META-INF/resources/moked/css/base.css", "/moked.ear", "/moked-portal.war", "/backup.zip", "/dump.sql", "/server.log", "/standalone.xml", "/cgi-bin/test", "/phpinfo.php", "/wp-login.php", "/jakarta.faces.resource/faces.js.xhtml", "/jakarta.faces.resource/faces.js", "/javax.faces.resource/jsf.js.xhtml", "/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF", "/faces/index.xhtml",
            "/moked/templates/page.xhtml", "/moked/templates/staff.xhtml", "/moked/templates/signin.xhtml", "/moked/templates/public.xhtml", "/moked/templates/", "/moked/css/", "/portal/", "/portal", "/chat/sessions/", "/chat/sessions/application.wadl", "/channels/", "/channels/app/v1/", "/lab/provider/../../moked/signin.xhtml");
    /** Ways around a check of paths. */
    private static final List<String> DETOURS = List.of("/moked/../moked/signin.xhtml", "/..;/moked/signin.xhtml", "/portal/..;/WEB-INF/web.xml", "/portal/../WEB-INF/web.xml", "/portal/%2e%2e/WEB-INF/web.xml", "/portal/%2e%2e%2fWEB-INF/web.xml", "/portal/..%2fWEB-INF%2fweb.xml", "/portal/..%5cWEB-INF%5cweb.xml", "/portal\\..\\WEB-INF\\web.xml", "/%57EB-INF/web.xml", "/WEB-INF%2fweb.xml",
            "/WEB-INF;x=1/web.xml", "/;x=1/WEB-INF/web.xml", "//WEB-INF/web.xml", "/./WEB-INF/web.xml", "/portal/portal.css/../../WEB-INF/web.xml", "//moked/signin.xhtml", "/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "/../../../../etc/passwd", "/portal/%c0%ae%c0%ae/WEB-INF/web.xml", "/portal/%252e%252e/WEB-INF/web.xml", "/track/..;/moked/signin.xhtml", "/moked%2fsignin.xhtml", "/%6doked/signin.xhtml",
            "/moked;a=b/signin.xhtml", "/console%2f", "/%63onsole", "/;/console", "/./console", "//console", "/console;x=1", "/CONSOLE", "/chat/../console", "/wildfly-services;x=1/ejb", "/./management");
    private static final Set<Integer> SHUT = Set.of(0, 400, 403, 404, 405);

    @Test
    @RunAsClient
    void nothingOfTheInsideAnswersOutside() throws Exception {
        Map<String, String> wrong = new TreeMap<>();
        Set<String> inside = inside();
        assertThat(inside).as("addresses of staff screens and of the back office").hasSizeGreaterThan(100);
        for (String path : inside) {
            asked("GET", path, Map.of(), wrong);
            asked("POST", path, Map.of(), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @RunAsClient
    void nothingThatIsGuessedAnswersOutside() throws Exception {
        Map<String, String> wrong = new TreeMap<>();
        for (String path : Stream.concat(GUESSED.stream(), DETOURS.stream()).toList()) {
            asked("GET", path, Map.of(), wrong);
        }
        for (String host : List.of("localhost:" + (9990 + TestPeers.offset()), "default-host", "127.0.0.1:" + (8080 + TestPeers.offset()), "moked.internal")) {
            asked("GET", "/moked/signin.xhtml", Map.of("Host", host), wrong);
            asked("GET", "/console", Map.of("Host", host), wrong);
        }
        asked("GET", "http://localhost:" + (8080 + TestPeers.offset()) + "/moked/signin.xhtml", Map.of(), wrong);
        asked("CONNECT", "localhost:" + (9990 + TestPeers.offset()), Map.of(), wrong);
        asked("TRACE", "/", Map.of(), wrong);
        assertThat(wrong).isEmpty();
    }

    @Test
    @RunAsClient
    void nobodyOutsideChangesTheProtocol() throws Exception {
        Map<String, String> wrong = new TreeMap<>();
        for (String path : List.of("/", "/chat/socket", "/moked/push", "/branches/push")) {
            for (String protocol : List.of("jboss-remoting", "activemq-remoting", "hornetq-remoting", "jboss-http-upgrade", "stomp", "amqp", "websocket")) {
                boolean own = protocol.equals("websocket");
                Map<String, String> headers = own ? Map.of("Connection", "Upgrade", "Upgrade", "websocket", "Sec-WebSocket-Version", "13", "Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==", "Origin", "https://elsewhere.example")
                        : Map.of("Connection", "Upgrade", "Upgrade", protocol, "Sec-JbossRemoting-Key", "dGhlIHNhbXBsZSBub25jZQ==", "Sec-ActiveMQRemoting-Key", "CF70DEB8-70F9-4FBA-8B4F-DFC3E723B4CD", "Sec-HornetQRemoting-Key", "CF70DEB8-70F9-4FBA-8B4F-DFC3E723B4CD");
                for (int port : List.of(8080 + TestPeers.offset(), outside())) {
                    int status = Knock.at(port, "GET", path, headers, null).status();
                    if (status == 101) {
                        wrong.put(port + " " + path + " " + protocol, "101");
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** What does answer is what the doors are, with what protects it and without a word of what runs here. */
    @Test
    @RunAsClient
    void whatIsPublishedIsProtected() throws Exception {
        Map<String, String> wrong = new TreeMap<>();
        for (String path : PortalDoors.all().stream().filter(door -> door.methods().contains("GET")).flatMap(door -> door.addresses("1").stream()).collect(Collectors.toCollection(TreeSet::new))) {
            Answer answer = Knock.get(outside(), path);
            String policy = answer.header("Content-Security-Policy");
            if (!policy.contains("default-src 'self'") || !policy.contains("object-src 'none'") || !policy.contains("frame-ancestors") || policy.contains("unsafe")) {
                wrong.put(path + " policy", policy);
            }
            Map.of("X-Content-Type-Options", "nosniff", "Referrer-Policy", "no-referrer", "Cross-Origin-Opener-Policy", "same-origin", "X-Permitted-Cross-Domain-Policies", "none").forEach((name, value) -> {
                if (!answer.header(name).equals(value)) {
                    wrong.put(path + " " + name, answer.header(name));
                }
            });
            if (answer.header("Permissions-Policy").isEmpty()) {
                wrong.put(path + " Permissions-Policy", "");
            }
            if (!answer.header("Cache-Control").matches(".*(no-store|no-cache|max-age).*")) {
                wrong.put(path + " Cache-Control", answer.header("Cache-Control"));
            }
            for (String name : List.of("Server", "X-Powered-By")) {
                if (!answer.header(name).isEmpty()) {
                    wrong.put(path + " " + name, answer.header(name));
                }
            }
            String cookie = answer.header("Set-Cookie");
            if (!cookie.isEmpty() && !cookie.toLowerCase(Locale.ROOT).contains("samesite")) {
                wrong.put(path + " Set-Cookie", cookie);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** The ports this very process listens on; those a system gives to whoever asks for any are a test's own. */
    @Test
    void theServerHasThePortsItIsToHave() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/self/net/tcp")), "only Linux tells");
        int offset = Integer.getInteger("jboss.socket.binding.port-offset", 0);
        String[] given = Files.readAllLines(Path.of("/proc/sys/net/ipv4/ip_local_port_range")).get(0).strip().split("\\s+");
        Set<String> sockets = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            for (Path file : files.toList()) {
                try {
                    Matcher socket = Pattern.compile("socket:\\[([0-9]+)]").matcher(Files.readSymbolicLink(file).toString());
                    if (socket.matches()) {
                        sockets.add(socket.group(1));
                    }
                } catch (IOException closedMeanwhile) {
                    // not listening any more
                }
            }
        }
        Set<Integer> ports = new TreeSet<>();
        Set<String> anywhere = new TreeSet<>();
        for (String table : List.of("/proc/self/net/tcp", "/proc/self/net/tcp6")) {
            for (String line : Files.isReadable(Path.of(table)) ? Files.readAllLines(Path.of(table)) : List.<String>of()) {
                String[] fields = line.strip().split("\\s+");
                if (fields.length > 9 && fields[3].equals("0A") && sockets.contains(fields[9])) {
                    int port = Integer.parseInt(fields[1].substring(fields[1].indexOf(':') + 1), 16);
                    if (port < Integer.parseInt(given[0]) || port > Integer.parseInt(given[1])) {
                        ports.add(port - offset);
                        if (fields[1].matches("0+:.*")) {
                            anywhere.add(line.strip());
                        }
                    }
                }
            }
        }
        assertThat(ports).as("inside, outside, management, apart by " + offset).containsExactly(8080, 8081, 9990);
        assertThat(anywhere).as("listening to every network").isEmpty();
    }

    private static void asked(String method, String path, Map<String, String> headers, Map<String, String> wrong) throws IOException {
        Answer answer = Knock.at(outside(), method, path, headers, method.equals("POST") ? "" : null);
        String body = answer.body();
        if (!SHUT.contains(answer.status())) {
            wrong.put(method + " " + path + (headers.isEmpty() ? "" : " " + headers), answer.status() + " " + answer.header("Location"));
        } else if (Stream.of("j_password", "Exception", "\tat ", "WildFly", "Undertow", "JBoss", "root:x:", "<web-app").anyMatch(body::contains)) {
            wrong.put(method + " " + path, "says too much: " + body.substring(0, Math.min(200, body.length())));
        }
    }

    private static int outside() {
        return 8081 + TestPeers.offset();
    }

    /** Every page, servlet and resource of the other two web applications, and every page that is only a part. */
    private static Set<String> inside() throws IOException {
        Set<String> paths = new TreeSet<>();
        Path pages = Path.of("../web/desk/src/main/webapp");
        each(pages, ".xhtml", page -> {
            String path = "/" + pages.relativize(page).toString().replace('\\', '/');
            paths.add("/moked" + path);
            paths.add(path);
        });
        Path parts = Path.of("../web/portal/src/main/webapp");
        each(parts, ".xhtml", page -> {
            String path = "/" + parts.relativize(page).toString().replace('\\', '/');
            paths.add(path);
            paths.add(path.replaceFirst("^/WEB-INF", ""));
        });
        Path shared = Path.of("../web/ui/src/main/resources/META-INF/resources");
        each(shared, ".xhtml", page -> paths.add("/" + shared.relativize(page).toString().replace('\\', '/')));
        for (String application : List.of("desk", "api")) {
            each(Path.of("../web/" + application + "/src/main/java"), ".java", source -> {
                Matcher address = ADDRESS.matcher(Files.readString(source));
                while (address.find()) {
                    QUOTED.matcher(address.group(1)).results().forEach(found -> {
                        String path = ("/" + found.group(1)).replaceAll("\\{[^}]*}|\\*", "1").replaceAll("/+", "/");
                        paths.add("/moked" + path);
                        paths.add("/moked/api" + path);
                        paths.add("/moked/api/v1" + path);
                    });
                }
            });
        }
        return paths;
    }

    private interface Seen {
        void see(Path file) throws IOException;
    }

    private static void each(Path folder, String ending, Seen seen) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(file -> file.toString().endsWith(ending)).forEach(files::add);
        }
        for (Path file : files) {
            seen.see(file);
        }
    }
}
