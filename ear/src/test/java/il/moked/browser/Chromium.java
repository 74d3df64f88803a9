// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import il.moked.TestPeers;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The browser of the tests. One process serves the whole run; every person who sits down gets a profile of his own.
 * All that his pages do is watched: after each test, an error on the console, a violation of the content policy, an
 * answer of the kind "server error" or a request that leaves this machine fails it. A failed test leaves pictures.
 */
final class Chromium implements BeforeEachCallback, AfterEachCallback {
    static final String DESK = "http://localhost:" + (8080 + TestPeers.offset());
    static final String PORTAL = "http://localhost:" + (8081 + TestPeers.offset());
    /** What a person may have to wait for on a busy machine. Milliseconds. */
    static final double PATIENCE = 30_000;

    private static final Namespace NAMESPACE = Namespace.create(Chromium.class);
    private static final Set<String> OWN_HOSTS = Set.of("localhost", "127.0.0.1");
    static final Path PICTURES = Path.of("target", "browser");
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private final List<BrowserContext> people = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private Browser browser;

    /** Lives as long as the run of all tests. */
    private record Running(Playwright playwright, Browser browser) implements AutoCloseable {
        static Running start() {
            Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Path executable = Path.of(System.getProperty("moked.chromium", "/usr/bin/chromium"));
            return new Running(playwright, playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(FLAGS)));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        browser = context.getRoot().getStore(NAMESPACE).computeIfAbsent(Running.class, key -> Running.start(), Running.class).browser();
    }

    /** A person sits down before a browser nobody used before, which asks for no language. */
    Page person(Device device) {
        BrowserContext person = browser.newContext(new Browser.NewContextOptions().setViewportSize(device.width(), device.height()).setHasTouch(device.touch()).setIsMobile(device.touch())
                .setLocale("en-GB").setTimezoneId("Asia/Jerusalem"));
        person.setDefaultTimeout(PATIENCE);
        person.onConsoleMessage(message -> note("error".equals(message.type()) || "warning".equals(message.type()), "console " + message.type() + ": " + message.text() + " @ " + message.location()));
        person.onWebError(error -> note(true, "script: " + error.error()));
        person.onRequest(request -> note(leaves(request.url()), "leaves this machine: " + request.url()));
        person.onResponse(response -> note(response.status() >= 500, response.status() + ": " + response.url()));
        people.add(person);
        return person.newPage();
    }

    /** The same, with the language chosen before: the screens come in it from the first. */
    Page person(Device device, ScreenLanguage language) {
        Page page = person(device);
        // a link that the server makes names the machine by its address
        page.context().addCookies(OWN_HOSTS.stream().map(host -> new com.microsoft.playwright.options.Cookie("moked.lang", language.code()).setDomain(host).setPath("/")).toList());
        return page;
    }

    /** A problem whose description holds this is part of the test. */
    void expect(String part) {
        expected.add(part);
    }

    private void note(boolean problem, String description) {
        if (problem) {
            problems.add(description);
        }
    }

    private static boolean leaves(String url) {
        String scheme = url.substring(0, Math.max(0, url.indexOf(':')));
        return !Set.of("data", "blob", "about").contains(scheme) && !OWN_HOSTS.contains(URI.create(url.replaceFirst("[?#].*", "")).getHost());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        context.getExecutionException().ifPresent(failure -> takePictures(context));
        people.forEach(BrowserContext::close);
        people.clear();
        List<String> unexpected = problems.stream().filter(problem -> expected.stream().noneMatch(problem::contains)).toList();
        problems.clear();
        expected.clear();
        if (context.getExecutionException().isEmpty()) {
            assertThat(unexpected).as("what the pages complained about").isEmpty();
        }
    }

    private void takePictures(ExtensionContext context) {
        int number = 0;
        for (BrowserContext person : people) {
            for (Page page : person.pages()) {
                Path file = PICTURES.resolve((context.getRequiredTestClass().getSimpleName() + '-' + context.getDisplayName() + '-' + ++number + ".png").replaceAll("[^A-Za-z0-9.-]+", "-"));
                try {
                    page.screenshot(new Page.ScreenshotOptions().setPath(file));
                } catch (PlaywrightException gone) {
                    problems.add("no picture: " + gone.getMessage());
                }
            }
        }
        problems.forEach(problem -> System.err.println("[browser] " + problem));
    }
}
