// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;

/** How long the pages of the staff take in a loaded database, one user at a time. */
final class PageBench {
    private static final int REQUESTS = 200;
    private static final int WARM_UP = 600;

    private final Installation installation;
    private final Report report;
    private Loader.Loaded loaded;

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
        try (Client client = new Client(Server.DESK, "Authorization: Basic " + Base64.getEncoder().encodeToString("admin:moked-demo-2026".getBytes(StandardCharsets.UTF_8)) + "\r\n", 600)) {
            Client.Answer answer = client.post("/moked/api/v1/admin/reindex", "");
            double seconds = (System.nanoTime() - began) / 1e9;
            report.say("index of %s messages built anew in %.0f s = %.0f/s (status %d)", messages, seconds, Double.parseDouble(messages) / seconds, answer.status());
        }
    }

    void pages() throws IOException, InterruptedException, SQLException {
        installation.forgetContacts();
        installation.execute("update agent set presence = 'AWAY', capacity = 100");
        String cookie = Browser.signIn("dana", "moked-demo-2026").cookieHeader();
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

    private void search(Client client, String what, String words) throws IOException {
        page(client, "search for " + what, "/moked/agent/search.xhtml?q=" + java.net.URLEncoder.encode(words, StandardCharsets.UTF_8), "<main");
    }

    private String conversationOf(long customer) throws SQLException {
        return installation.asked("select max(id) from interaction where customer_id = " + customer);
    }

    /** @param sign something that the page holds only when it is the right one */
    private void page(Client client, String what, String path, String sign) throws IOException {
        Client.Answer first = client.get(path);
        if (first.status() != 200 || !first.text().contains(sign)) {
            report.say("%s: not there (status %d)", what, first.status());
            return;
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
    }
}
