// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The installation under test: the built server with the product and the bare floor, on a database of its own, with the
 * demo organisation. Its agents are at work and can take any number of contacts; nobody is sent an acknowledgement, as when
 * the peers were measured.
 */
final class Installation {
    private static final int POSTGRESQL_PORT = 5432 + Server.OFFSET;

    private final Path directory;
    private final Path distribution = Path.of(System.getProperty("moked.server"));
    private final Path product = Path.of(System.getProperty("moked.ear"));
    private final Database database;
    private Connection connection;
    private final List<String> options;
    private Server server;
    private boolean offersEnd;

    private Installation(Path directory) throws IOException, InterruptedException, SQLException {
        this.directory = directory;
        database = Database.start(System.getProperty("moked.bench.database", "postgresql"), POSTGRESQL_PORT, directory);
        Runtime.getRuntime().addShutdownHook(new Thread(database::end));
        options = new ArrayList<>(database.serverOptions());
        // nothing answers at these mail ports: no mail is read or sent
        options.addAll(List.of("-Dmoked.profile=demo", "-Dmoked.routing.offer-seconds=3600", "-Dmoked.agent.unseen-seconds=0", "-Dmoked.smtp.port=1", "-Dmoked.demo.imap-port=1"));
    }

    static Installation start(Path directory) throws IOException, InterruptedException, SQLException {
        Installation installation = new Installation(directory);
        // closed again before the server starts: a database inside the server has to be opened by that first
        try (Connection first = installation.database.connect(); Statement table = first.createStatement()) {
            table.execute(FloorArchive.TABLE);
        }
        installation.server = Server.start(installation.distribution, directory.resolve("home"), installation.database.config(), List.of(installation.product, FloorArchive.write(directory)), installation.options);
        installation.connection = installation.database.connect();
        installation.execute("update channel_account set acknowledges = false, imap_host = null");
        installation.offersEnd = !installation.openToAnyNumber();
        return installation;
    }

    /** Whether contacts may stay in the line, for all agents are full. */
    boolean offersEnd() {
        return offersEnd;
    }

    Server server() {
        return server;
    }

    Database database() {
        return database;
    }

    Connection connection() {
        return connection;
    }

    Path directory() {
        return directory;
    }

    Path product() {
        return product;
    }

    long serverMemory() {
        return Processors.memory(server.process()) >> 20;
    }

    long databaseMemory() {
        return database.memory() >> 20;
    }

    /** The agents of the service team are at work and can take whatever comes. @return false when they are full like any other here */
    boolean openToAnyNumber() throws SQLException {
        String agents = "select id from staff_user where user_name in ('dana', 'yossi', 'michal')";
        execute("update agent set presence = 'AVAILABLE' where user_id in (" + agents + ")");
        return database.neverFull(connection, agents);
    }

    /** What the benchmark's own senders brought is taken away again; the loaded history stays. */
    void forgetContacts() throws SQLException {
        execute("create temporary table gone as select id from interaction where reference not like 'L%' and state = 'OPEN'");
        for (String table : List.of("message", "work_item", "interaction_event", "interaction_viewer")) {
            execute("delete from " + table + " where interaction_id in (select id from gone)");
        }
        execute("delete from inbound_message where interaction_id in (select id from gone)");
        execute("delete from interaction where id in (select id from gone)");
        execute("drop table gone");
        execute("update agent set used_capacity = 0, used_interruptible = 0");
        execute(database instanceof PostgreSql ? "vacuum analyze" : "analyze");
    }

    String asked(String query) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : null;
        }
    }

    void execute(String statement) throws SQLException {
        try (Statement each = connection.createStatement()) {
            each.execute(statement);
        }
    }

    void stopServer() {
        server.close();
    }

    /** Another server on the same database; the first has to be stopped. */
    Server startWith(String name, List<Path> deployments, String... more) throws IOException, InterruptedException {
        return Server.start(distribution, directory.resolve("home-" + name), database.config(), deployments, Stream.concat(options.stream(), Stream.of(more)).toList());
    }

    /** @return wall seconds and processor seconds until everything is deployed */
    double[] startAndStop(String name, List<Path> deployments) throws IOException, InterruptedException {
        try (Server started = Server.start(distribution, directory.resolve("home-" + name), database.config(), deployments, options)) {
            return new double[] {started.startUp().toMillis() / 1000.0, Processors.seconds(started.process())};
        }
    }

    /** @return whether it became so in time */
    boolean await(String query, String wanted, Duration patience) throws SQLException, InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < until) {
            if (wanted.equals(asked(query))) {
                return true;
            }
            Thread.sleep(20);
        }
        return false;
    }

    void close() throws SQLException {
        connection.close();
        database.end();
    }
}
