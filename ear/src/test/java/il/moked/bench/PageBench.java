// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import il.moked.channel.Channel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;

/** How long the pages of the staff take in a loaded database, one user at a time. */
final class PageBench {
    private static final int REQUESTS = 200;
    private static final int WARM_UP = 600;
    private static final int PUBLIC_WARM_UP = 1000;
    private static final int PUBLIC_REQUESTS = 300;
    private static final int TOO_MANY = 429;
    private static final int MONTH = 30;
    private static final int QUARTERS_A_DAY = 96;
    private static final String WALL = "/moked/supervisor/wall.xhtml";
    private static final String PASSWORD = "moked-demo-2026";

    private final Installation installation;
    private final Report report;
    private Loader.Loaded loaded;
    private int visitors;

    PageBench(Installation installation, Report report) {
        this.installation = installation;
        this.report = report;
    }

    void loaded(Loader.Loaded what) {
        loaded = what;
    }

    /** Builds the search index of what the loader brought. */
    void reindex() throws IOException, SQLException {
        long began = System.nanoTime();
        String messages = installation.asked("select count(*) from message");
        try (Client client = new Client(Server.DESK, "Authorization: Basic " + Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8)) + "\r\n", 600)) {
            Client.Answer answer = client.post("/moked/api/v1/admin/reindex", "");
            double seconds = (System.nanoTime() - began) / 1e9;
            report.say("index of %s messages built anew in %.0f s = %.0f/s (status %d)", messages, seconds, Double.parseDouble(messages) / seconds, answer.status());
        }
    }

    void pages() throws IOException, InterruptedException, SQLException {
        installation.forgetContacts();
        installation.execute("update agent set presence = 'AWAY', capacity = 100");
        String cookie = Browser.signIn("dana", PASSWORD).cookieHeader();
        try (Client client = new Client(Server.DESK, cookie)) {
            page(client, "agent desk", Browser.DESK, "id=\"talks\"");
            if (loaded != null) {
                page(client, "agent desk with a conversation of a customer with " + Loader.FEW + " contacts", Browser.DESK + "?c=" + conversationOf(loaded.few()), "id=\"card\"");
            }
            if (loaded != null && loaded.many() != null) {
                page(client, "agent desk with a conversation of a customer with " + Loader.MANY + " contacts", Browser.DESK + "?c=" + conversationOf(loaded.many()), "id=\"card\"");
            }
            page(client, "work list of the team, " + installation.asked("select count(*) from interaction where state = 'OPEN'") + " open of " + installation.asked("select count(*) from interaction"), "/moked/agent/conversations.xhtml", "<main");
            search(client, "common words", "חשבון כרטיס");
            search(client, "a rare word", Corpus.rare(9_000, true));
        }
    }

    /** The pages of the public site, as anybody asks for them: time on the server, and bytes before pictures. Whoever is asked to wait is followed by the next visitor, from another address. */
    void portal() throws IOException, SQLException {
        String sku = installation.asked("select min(p.sku) from product p where p.active_until is null");
        try (Client client = new Client(Server.PORTAL, "")) {
            publicPage(client, "first page", "/", "id=\"support\"");
            publicPage(client, "products", "/products", "data-sku");
            publicPage(client, "product", "/product/" + sku, "price__now");
        }
    }

    private void publicPage(Client client, String what, String path, String sign) throws IOException {
        Latencies latencies = new Latencies();
        int bytes = 0;
        for (int request = -PUBLIC_WARM_UP; request < PUBLIC_REQUESTS; request++) {
            long asked = System.nanoTime();
            Client.Answer answer = client.get(path);
            long took = System.nanoTime() - asked;
            if (answer.status() == TOO_MANY) {
                client.comesFrom("127.91." + ++visitors / 250 + "." + (1 + visitors % 250));
                request--;
                continue;
            }
            if (answer.status() != 200 || !answer.text().contains(sign)) {
                report.say("%s: not there (status %d)", what, answer.status());
                return;
            }
            bytes = answer.body().length;
            if (request >= 0) {
                latencies.add(took);
            }
        }
        report.say("%s: %s, %d KB of HTML", what, latencies, bytes / 1024);
    }

    /** The wall beside a month of counted history and beside ten of them. Its own lines are those of the demo, with what the earlier steps left in them. */
    void wall() throws IOException, InterruptedException, SQLException {
        String cookie = Browser.signIn("michal", PASSWORD).cookieHeader();
        try (Client client = new Client(Server.DESK, cookie)) {
            history(0, MONTH);
            double month = page(client, "wall after " + installation.asked("select count(*) from line_count") + " counted quarters", WALL, "app__page wall");
            history(MONTH, 10 * MONTH);
            double tenMonths = page(client, "wall after " + installation.asked("select count(*) from line_count") + " counted quarters", WALL, "app__page wall");
            report.say("wall: ten times the history costs %.2f times as much", tenMonths / month);
        }
    }

    /** What was counted on the days before yesterday, the nearest first. */
    private void history(int from, int until) throws SQLException {
        Instant yesterday = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(1, ChronoUnit.DAYS);
        long queue = Long.parseLong(installation.asked("select min(id) from work_queue"));
        try (Rows counts = Rows.into(installation.connection(), "line_count", "quarter", "queue_id", "channel", "segment", "offered", "moved", "answered", "answered_in_time", "abandoned", "abandoned_in_time", "short_abandons",
                "wait_of_answered", "wait_of_abandoned", "finished", "handling")) {
            for (int quarter = from * QUARTERS_A_DAY; quarter < until * QUARTERS_A_DAY; quarter++) {
                for (Channel channel : Channel.values()) {
                    for (String segment : List.of("VIP", "PRIVATE")) {
                        counts.add(yesterday.minus(15L * (quarter + 1), ChronoUnit.MINUTES), queue, channel.name(), segment, 20, 1, 17, 15, 3, 1, 1, 510, 240, 17, 3060);
                    }
                }
            }
        }
        installation.execute("analyze");
    }

    private void search(Client client, String what, String words) throws IOException {
        page(client, "search for " + what, "/moked/agent/search.xhtml?q=" + java.net.URLEncoder.encode(words, StandardCharsets.UTF_8), "<main");
    }

    private String conversationOf(long customer) throws SQLException {
        return installation.asked("select max(id) from interaction where customer_id = " + customer);
    }

    /**
     * @param sign something that the page holds only when it is the right one
     * @return the median in milliseconds, or not a number when it is not there
     */
    private double page(Client client, String what, String path, String sign) throws IOException {
        Client.Answer first = client.get(path);
        if (first.status() != 200 || !first.text().contains(sign)) {
            report.say("%s: not there (status %d)", what, first.status());
            return Double.NaN;
        }
        for (int request = 0; request < WARM_UP; request++) {
            client.get(path);
        }
        Work before = Work.now(installation.server(), installation.database());
        Latencies latencies = new Latencies();
        for (int request = 0; request < REQUESTS; request++) {
            long asked = System.nanoTime();
            Client.Answer answer = client.get(path);
            latencies.add(System.nanoTime() - asked);
            if (answer.status() != 200) {
                throw new IOException(path + ": " + answer.status());
            }
        }
        report.say("%s: %s, %d KB; %s", what, latencies, first.body().length / 1024, Work.now(installation.server(), installation.database()).since(before).describe(REQUESTS));
        return latencies.at(0.5);
    }
}
