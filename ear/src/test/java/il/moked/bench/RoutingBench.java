// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import il.moked.bench.router.DecisionProbe;
import il.moked.bench.router.Decisions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What one decision costs: 1,000 agents who all have as much as they can take, in 50 teams and then in one, and a line of
 * 10,000 items, then of 100,000, in 50 queues that ask for eight different things each. Again and again somebody ends something, and
 * the time is taken from there until his next offer is committed, with its reasons stored.
 */
final class RoutingBench {
    private static final int QUEUES = 50;
    private static final int AGENTS = 1_000;
    private static final int SHORT_LINE = 10_000;
    private static final int LONG_LINE = 100_000;
    private static final int WARM = 3_000;
    private static final int MEASURED = 3_000;
    private static final int DECIDERS = 4;
    private static final String[] SKILLS = {"accounts", "cards", "loans", "savings", "web"};
    private static final String[] ASKED = {"", "SUBJECT:accounts>=2", "SUBJECT:cards>=3", "SUBJECT:loans>=1", "LANGUAGE:en>=1", "LANGUAGE:en>=1;SUBJECT:web>=2", "SUBJECT:savings>=4", "SUBJECT:cards>=2?"};

    private final Installation installation;
    private final Report report;
    private final HttpClient client = HttpClient.newHttpClient();

    RoutingBench(Installation installation, Report report) {
        this.installation = installation;
        this.report = report;
    }

    /** Ends the server that runs and starts one with the probe on the same database. */
    void decisions() throws IOException, InterruptedException, SQLException, ExecutionException {
        installation.stopServer();
        staff();
        line(0, SHORT_LINE);
        Path product = ProbeArchive.write(installation.directory().resolve("router"), installation.product(), DecisionProbe.class, Decisions.class);
        try (Server server = installation.startWith("routing", List.of(product))) {
            untilAllAreBusy();
            ask(WARM);
            double[] few = measured(SHORT_LINE, QUEUES);
            line(SHORT_LINE, LONG_LINE);
            installation.execute("vacuum analyze work_item");
            ask(WARM / 3);
            double[] many = measured(LONG_LINE, QUEUES);
            report.say("a line ten times as long: median %.2f times, p99 %.2f times", many[0] / few[0], many[1] / few[1]);
            rate();
            oneTeam();
        }
    }

    /** The same people and the same line, all of one team: whoever becomes free may serve any of the 50 queues. Each node remembers for seconds whose a queue is. */
    private void oneTeam() throws IOException, InterruptedException, SQLException, ExecutionException {
        installation.execute("update work_queue set team_id = 900000 where id >= 900000");
        installation.execute("update agent set team_id = 900000 where user_id >= 900000");
        installation.execute("vacuum analyze agent");
        untilAllAreBusy();
        ask(WARM / 3);
        double[] one = measured(LONG_LINE, 1);
        installation.execute("update work_item set state = 'DONE' where state = 'WAITING' and id >= 90000000 and id % 10 <> 0");
        installation.execute("vacuum analyze work_item");
        ask(WARM / 3);
        double[] few = measured(SHORT_LINE, 1);
        report.say("one team, a line ten times as long: median %.2f times, p99 %.2f times", one[0] / few[0], one[1] / few[1]);
    }

    private void staff() throws SQLException {
        installation.execute("insert into skill (id, code, kind, name_he, name_en) select nextval('skill_seq'), code, 'SUBJECT', code, code from unnest(array['" + String.join("','", SKILLS) + "']) code where not exists (select 1 from skill s where s.code = code)");
        installation.execute("insert into skill (id, code, kind, name_he, name_en) select nextval('skill_seq'), 'en', 'LANGUAGE', 'en', 'en' where not exists (select 1 from skill where code = 'en')");
        installation.execute("insert into team (id, code, name_he, name_en) select 900000 + n, 'bench-' || n, 'x', 'x' from generate_series(0, " + (QUEUES - 1) + ") n");
        installation.execute("insert into work_queue (id, code, name_he, name_en, team_id) select 900000 + n, 'bench-' || n, 'x', 'x', 900000 + n from generate_series(0, " + (QUEUES - 1) + ") n");
        installation.execute("insert into staff_user (id, user_name, name_he, name_en, password_hash, language, active, team_id) select 900000 + n, 'bench-' || n, 'x', 'x', 'x', 'he', true, 900000 + n % " + QUEUES + " from generate_series(0, " + (AGENTS - 1) + ") n");
        installation.execute("insert into agent (user_id, team_id, presence, since, capacity, used_capacity, last_offered_at) select 900000 + n, 900000 + n % " + QUEUES + ", 'AVAILABLE', now(), 100, 0, now() - n * interval '1 second' from generate_series(0, "
                + (AGENTS - 1) + ") n");
        installation.execute("insert into agent_skill (agent_id, skill_id, level) select a.user_id, s.id, 1 + (a.user_id * 7 + s.id) % 5 from agent a, skill s where a.user_id >= 900000 and (a.user_id / 50 + s.id) % 3 < 2");
        for (String asked : ASKED) {
            installation.execute("insert into work_line (id, queue_id, channel, weight, interruptible, asked) select nextval('work_line_seq'), 900000 + n, '" + channel(asked) + "', " + units(asked) + ", " + letter(asked) + ", '" + asked + "' from generate_series(0, " + (QUEUES - 1) + ") n");
        }
    }

    private static int units(String asked) {
        return asked.isEmpty() ? 20 : asked.contains("web") ? 30 : asked.contains("loans") ? 100 : 20;
    }

    private static String channel(String asked) {
        return asked.isEmpty() ? "EMAIL" : "CHAT";
    }

    private static boolean letter(String asked) {
        return units(asked) == 20;
    }

    /** Items of the numbers from the first to before the second, spread over queues and asks. */
    private void line(int from, int until) throws SQLException {
        long customer = Long.parseLong(installation.asked("select min(id) from customer"));
        long account = Long.parseLong(installation.asked("select min(id) from channel_account"));
        Instant now = Instant.now();
        List<String> lines = new ArrayList<>();
        for (String asked : ASKED) {
            lines.add(asked);
        }
        try (Rows rows = Rows.into(installation.connection(), "interaction", "id", "reference", "customer_id", "identification", "account_id", "channel", "team_id", "subject", "language", "state", "opened_at", "last_message_at", "waiting_since", "last_line")) {
            for (int item = from; item < until; item++) {
                Instant since = now.minusSeconds(item % 3_600);
                rows.add(90_000_000L + item, "B" + item, customer, "UNKNOWN", account, "EMAIL", 900_000 + item % QUEUES, "bench", "he", "OPEN", since, since, since, "bench");
            }
        }
        try (Rows rows = Rows.into(installation.connection(), "work_item", "id", "interaction_id", "queue_id", "channel", "state", "weight", "interruptible", "asked", "target_seconds", "waiting_since", "due_at")) {
            for (int item = from; item < until; item++) {
                String asked = lines.get(item / QUEUES % lines.size());
                Instant since = now.minusSeconds(item % 3_600);
                rows.add(90_000_000L + item, 90_000_000L + item, 900_000 + item % QUEUES, channel(asked), "WAITING", units(asked), letter(asked), asked, 300, since, since.plusSeconds(300));
            }
        }
        installation.execute("update work_item w set line_id = l.id from work_line l where w.line_id is null and l.queue_id = w.queue_id and l.asked = w.asked and l.weight = w.weight and w.state = 'WAITING'");
        installation.execute("analyze work_item");
    }

    /** At the first sweep everybody gets what he can take. */
    private void untilAllAreBusy() throws SQLException, InterruptedException {
        String before = "";
        for (String offered = count(); !offered.equals(before); offered = count()) {
            before = offered;
            Thread.sleep(6_000);
        }
        report.say("%s items offered to %d agents at first", before, AGENTS);
    }

    private String count() throws SQLException {
        return installation.asked("select count(*) from work_item where state = 'OFFERED'");
    }

    private double[] measured(int line, int teams) throws IOException, InterruptedException, SQLException {
        long[] nanos = ask(MEASURED);
        Arrays.sort(nanos);
        double median = nanos[nanos.length / 2] / 1e6;
        double p99 = nanos[nanos.length * 99 / 100] / 1e6;
        report.say("routing decision, %d agents in %d teams, %d waiting of %d, %d queues: median %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms", AGENTS, teams, Integer.parseInt(installation.asked("select count(*) from work_item where state = 'WAITING'")), line, QUEUES,
                median, nanos[nanos.length * 95 / 100] / 1e6, p99, nanos[nanos.length - 1] / 1e6);
        return new double[] {median, p99};
    }

    /** Offers a second when several decide at once. */
    private void rate() throws InterruptedException, ExecutionException {
        ExecutorService deciders = Executors.newFixedThreadPool(DECIDERS);
        try {
            long began = System.nanoTime();
            List<Future<long[]>> all = new ArrayList<>();
            for (int decider = 0; decider < DECIDERS; decider++) {
                all.add(deciders.submit(() -> ask(MEASURED / 2)));
            }
            int decisions = 0;
            for (Future<long[]> each : all) {
                decisions += each.get().length;
            }
            report.say("decisions with %d at once: %.0f a second, each with the end of the work before it", DECIDERS, decisions / ((System.nanoTime() - began) / 1e9));
        } finally {
            deciders.shutdownNow();
        }
    }

    private long[] ask(int rounds) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + Server.DESK + ProbeArchive.CONTEXT + "/decide?rounds=" + rounds)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("The probe answered " + answer.statusCode());
        }
        return Arrays.stream(answer.body().split(" ")).mapToLong(Long::parseLong).toArray();
    }
}
