// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL of the benchmark's own, every commit on disk: that of Debian when it is there (run as the user postgres
 * when the benchmark runs as root, which PostgreSQL refuses to be), else the embedded one of the tests.
 */
final class PostgreSql implements Database {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String USER = "postgres";

    private final int port;
    private final Path data;
    private final EmbeddedPostgres embedded;
    private final Path binaries;

    private PostgreSql(int port, Path data, EmbeddedPostgres embedded, Path binaries) {
        this.port = port;
        this.data = data;
        this.embedded = embedded;
        this.binaries = binaries;
    }

    static PostgreSql start(int port) throws IOException, InterruptedException {
        Path binaries = debian();
        if (binaries == null) {
            return new PostgreSql(port, null, EmbeddedPostgres.builder().setPort(port).setLocaleConfig("locale", "C").setLocaleConfig("encoding", "UTF8")
                    .setServerConfig("shared_buffers", "1GB").setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").setServerConfig("full_page_writes", "on").start(), null);
        }
        Path home = Files.createTempDirectory(Path.of("/var/tmp"), "moked-bench-pg");
        if (root()) {
            run(List.of("chown", USER, home.toString()));
        }
        Path data = home.resolve("data");
        PostgreSql database = new PostgreSql(port, data, null, binaries);
        run(asUser(binaries.resolve("initdb").toString(), "-D", data.toString(), "-A", "trust", "-U", USER, "--locale=C.UTF-8", "-E", "UTF8"));
        run(asUser(binaries.resolve("pg_ctl").toString(), "-D", data.toString(), "-w", "-l", data.resolve("log").toString(), "-o",
                "-p " + port + " -k " + home + " -c listen_addresses=127.0.0.1 -c shared_buffers=1GB -c max_wal_size=4GB -c max_connections=120 -c random_page_cost=1.1", "start"));
        try (Connection connection = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=" + USER)) {
            connection.createStatement().execute("create database moked");
        } catch (SQLException refused) {
            database.end();
            throw new IOException(refused);
        }
        return database;
    }

    /** The newest that Debian has here, or null. */
    private static Path debian() throws IOException {
        if (!Files.isDirectory(DEBIAN)) {
            return null;
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin")).filter(bin -> Files.isExecutable(bin.resolve("postgres"))).max(Comparator.comparing(Path::toString)).orElse(null);
        }
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static List<String> asUser(String... command) {
        List<String> all = new ArrayList<>();
        if (root()) {
            all.addAll(List.of("runuser", "-u", USER, "--"));
        }
        all.addAll(List.of(command));
        return all;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Path log = Files.createTempFile("moked-bench", ".log");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).directory(new java.io.File("/tmp")).start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(command + ": " + Files.readString(log));
        }
        Files.delete(log);
    }

    private String name() {
        return embedded == null ? "moked" : USER;
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name();
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url() + "?user=" + USER + "&reWriteBatchedInserts=true");
    }

    @Override
    public String config() {
        return "moked-postgresql.xml";
    }

    @Override
    public double seconds() {
        return Processors.seconds(process());
    }

    @Override
    public long memory() {
        return Processors.memory(process());
    }

    @Override
    public List<String> serverOptions() {
        return List.of("-Dmoked.db.url=" + url() + "?reWriteBatchedInserts=true&tcpKeepAlive=true&socketTimeout=60", "-Dmoked.db.user=" + USER, "-Dmoked.db.password=" + USER);
    }

    /** The postmaster; its descendants do the work. */
    private ProcessHandle process() {
        try {
            Path directory = embedded == null ? data : null;
            if (directory != null) {
                return ProcessHandle.of(pid(directory)).orElseThrow();
            }
            return ProcessHandle.current().descendants().filter(child -> child.info().commandLine().orElse("").contains("postgres")).findFirst().orElse(ProcessHandle.current());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static long pid(Path directory) throws IOException {
        return Long.parseLong(Files.readAllLines(directory.resolve("postmaster.pid")).get(0).trim());
    }

    @Override
    public boolean neverFull(Connection connection, String agents) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create or replace function never_full() returns trigger language plpgsql as $$ begin if new.user_id in (" + agents + ") then new.used_capacity := 0; new.used_interruptible := 0; end if; return new; end $$");
            statement.execute("create or replace trigger never_full before update on agent for each row execute function never_full()");
        }
        return true;
    }

    /** Stops it and removes its data; once is enough. */
    @Override
    public synchronized void end() {
        try {
            if (embedded != null) {
                embedded.close();
            } else if (Files.exists(data)) {
                run(asUser(binaries.resolve("pg_ctl").toString(), "-D", data.toString(), "-m", "fast", "-w", "stop"));
                run(List.of("rm", "-rf", data.getParent().toString()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
