// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Runs the measurements one after the other and prints what they found. */
public final class MokedBench implements AutoCloseable {
    private static final int POSTGRESQL_PORT = 5432 + Server.OFFSET;
    private static final Duration WARM = Duration.ofSeconds(Integer.getInteger("moked.bench.warm", 60));
    private static final Duration STEP = Duration.ofSeconds(Integer.getInteger("moked.bench.step", 20));
    private static final int[] CLIENTS = {1, 8, 32};
    private static final List<String> ALL = List.of("floor", "intake");
    private static final BufferedReader INPUT = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    private final Path directory = Files.createTempDirectory(Path.of("/var/tmp"), "moked-bench");
    private final PostgreSql database;
    private final Server server;
    private final Connection connection;
    private final List<String> report = new ArrayList<>();
    private final AtomicLong number = new AtomicLong();
    private final String run = Long.toString(System.currentTimeMillis(), 36);
    private final double[] floor = new double[CLIENTS.length];

    private MokedBench() throws IOException, InterruptedException, SQLException {
        database = PostgreSql.start(POSTGRESQL_PORT);
        Runtime.getRuntime().addShutdownHook(new Thread(database::end));
        connection = database.connect();
        execute(FloorArchive.TABLE);
        List<String> options = new ArrayList<>(database.serverOptions());
        options.addAll(List.of("-Dmoked.profile=demo", "-Dmoked.routing.offer-seconds=36000", "-Dmoked.smtp.port=1", "-Dmoked.demo.imap-port=1"));
        server = Server.start(Path.of(System.getProperty("moked.server")), directory.resolve("home"), "moked-postgresql.xml", List.of(Path.of(System.getProperty("moked.ear")), FloorArchive.write(directory)), options);
        say("start-up %.1f s, %.1f CPU s, %d MB", server.startUp().toMillis() / 1000.0, Processors.seconds(server.process()), Processors.memory(server.process()) >> 20);
        execute("update channel_account set acknowledges = false");
        execute("update agent set presence = 'AVAILABLE', capacity = 2000000000");
    }

    /** @param arguments the steps to run, in this order; none: all. {@code -} reads further ones from the standard input, for profiling */
    public static void main(String... arguments) throws Exception {
        try (MokedBench bench = new MokedBench()) {
            for (String step : arguments.length == 0 ? ALL : List.of(arguments)) {
                if (step.equals("-")) {
                    for (String typed = INPUT.readLine(); typed != null && !typed.isBlank(); typed = INPUT.readLine()) {
                        bench.run(typed.strip());
                    }
                } else {
                    bench.run(step);
                }
            }
        }
    }

    private void run(String step) throws Exception {
        switch (step) {
            case "floor" -> floor();
            case "intake" -> intake();
            case "warm" -> contacts(8, WARM);
            default -> throw new IllegalArgumentException(step);
        }
    }

    private void floor() throws InterruptedException {
        Senders.send(8, WARM, Server.DESK, "", FloorArchive.PATH, this::floorBody, number);
        for (int step = 0; step < CLIENTS.length; step++) {
            Work before = Work.now(server, database);
            Senders.Sent sent = Senders.send(CLIENTS[step], STEP, Server.DESK, "", FloorArchive.PATH, this::floorBody, number);
            floor[step] = sent.accepted() / sent.seconds();
            say("bare floor, %2d clients: %.0f/s, %s; %s; refused %d", CLIENTS[step], floor[step], sent.latencies(), Work.now(server, database).since(before).describe(sent.accepted()), sent.refused());
        }
    }

    private String floorBody(long at) {
        return "{\"externalId\":\"" + run + "-" + at + "\",\"text\":\"" + Corpus.sentence(new java.util.SplittableRandom(at), true, 80) + "\"}";
    }

    private void intake() throws InterruptedException, SQLException {
        contacts(8, WARM);
        for (int step = 0; step < CLIENTS.length; step++) {
            Work before = Work.now(server, database);
            long first = number.get();
            double began = System.nanoTime() / 1e9;
            Senders.Sent sent = contacts(CLIENTS[step], STEP);
            double seconds = System.nanoTime() / 1e9 - began;
            Work work = Work.now(server, database).since(before);
            say("intake, %2d senders, until drained: %.0f/s = %.0f %% of the floor; accepted %.0f/s, %s; %s; refused %d", CLIENTS[step], sent.accepted() / seconds, 100 * sent.accepted() / seconds / floor[step], sent.accepted() / sent.seconds(), sent.latencies(),
                    work.describe(sent.accepted()), sent.refused());
            say("   door to committed conversation: %s; to offer: %s", asked("select percentile_cont(array[0.5,0.95,0.99]) within group (order by extract(epoch from processed_at - received_at) * 1000) from inbound_message where external_id > '"
                    + run + "-' and split_part(external_id, '-', 2)::bigint > " + first), asked("select percentile_cont(array[0.5,0.95,0.99]) within group (order by extract(epoch from w.offered_at - m.received_at) * 1000) from inbound_message m join work_item w on w.interaction_id = m.interaction_id "
                    + "where m.external_id > '" + run + "-' and split_part(m.external_id, '-', 2)::bigint > " + first));
        }
    }

    /** Sends for so long, then waits until all of it is a conversation and offered. */
    private Senders.Sent contacts(int clients, Duration time) throws InterruptedException, SQLException {
        Senders.Sent sent = Senders.send(clients, time, Server.DESK, Contacts.headers(), Contacts.PATH, at -> Contacts.body(run, at), number);
        long until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (System.nanoTime() < until && !"00".equals(asked("select (select count(*) from (select 1 from inbound_message where state = 'RECEIVED' limit 1) x)::text || (select count(*) from (select 1 from work_item where state = 'WAITING' limit 1) y)"))) {
            Thread.sleep(20);
        }
        return sent;
    }

    private String asked(String query) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    private void execute(String statement) throws SQLException {
        try (Statement each = connection.createStatement()) {
            each.execute(statement);
        }
    }

    private void say(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        report.add(line);
        System.out.println(line);
    }

    @Override
    public void close() throws Exception {
        server.close();
        connection.close();
        database.end();
    }
}
