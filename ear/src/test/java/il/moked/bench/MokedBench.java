// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * Starts the built server and its database, runs the measurements one after the other and prints what they found. Bounded:
 * some twelve minutes in all. Arguments are the steps to run, in their order; none means {@link #ALL}. The step {@code -}
 * reads further steps from the standard input, for profiling.
 */
public final class MokedBench implements AutoCloseable {
    /** In an order in which each finds what it needs: an empty history, a tenth, the whole. */
    private static final List<String> ALL = List.of("floor", "load-tenth", "intake", "history", "load-rest", "history", "reindex", "pages", "portal", "wall", "screen", "memory", "boot", "routing");
    private static final BufferedReader INPUT = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    private final Installation installation;
    private final Report report;
    private final IntakeBench intake;
    private final PageBench pages;
    private final CustomerBench customers;
    private boolean running = true;

    private MokedBench() throws IOException, InterruptedException, SQLException {
        Path directory = Files.createTempDirectory(Path.of("/var/tmp"), "moked-bench");
        report = new Report();
        installation = Installation.start(directory);
        report.say("start-up with an empty database: %.1f s, %.1f CPU s", installation.server().startUp().toMillis() / 1000.0, Processors.seconds(installation.server().process()));
        report.say("memory at rest: %d MB server, %d MB database", installation.serverMemory(), installation.databaseMemory());
        intake = new IntakeBench(installation, report);
        pages = new PageBench(installation, report);
        customers = new CustomerBench(installation, report);
    }

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
            case "floor" -> intake.floor();
            case "warm" -> intake.warm();
            case "intake" -> intake.intake();
            case "history" -> intake.history();
            case "screen" -> intake.screen();
            case "load-tenth" -> load(Loader.Size.TENTH);
            case "load-rest" -> load(Loader.Size.REST);
            case "load-full" -> load(Loader.Size.FULL);
            case "reindex" -> pages.reindex();
            case "pages" -> pages.pages();
            case "portal" -> pages.portal();
            case "wall" -> pages.wall();
            case "memory" -> report.say("memory after all of this: %d MB server, %d MB database", installation.serverMemory(), installation.databaseMemory());
            case "calls" -> new BankBench(installation, report).month();
            case "bank-day" -> {
                running = false;
                new BankBench(installation, report).day();
            }
            case "branches" -> {
                running = false;
                new BranchBench(installation, report).day();
            }
            case "routing" -> {
                running = false;
                new RoutingBench(installation, report).decisions();
            }
            case "chat" -> {
                running = false;
                new ChatBench(installation, report).visitors();
            }
            case "customers" -> {
                running = false;
                customers.customers();
            }
            case "search" -> customers.search();
            case "timeline" -> customers.timeline();
            case "card" -> customers.card();
            case "quote" -> customers.quote();
            case "clocks" -> new ClockBench(installation, report).clocks();
            case "company" -> new CompanyBench(installation, report).reports();
            case "boot" -> boot();
            default -> throw new IllegalArgumentException(step);
        }
    }

    private void load(Loader.Size size) throws SQLException {
        Loader.Loaded loaded = Loader.load(installation.connection(), size);
        report.say("loaded %d customers, %d conversations, %d messages in %.1f s", size.customers(), size.conversations(), size.messages(), loaded.took().toMillis() / 1000.0);
        pages.loaded(loaded);
    }

    /** The next start on the data that are there, and that of a bare WAR in the same server. */
    private void boot() throws IOException, InterruptedException {
        running = false;
        installation.stopServer();
        double[] moked = installation.startAndStop("moked", List.of(installation.product()));
        double[] bare = installation.startAndStop("bare", List.of(FloorArchive.withFaces(installation.directory().resolve("bare"), installation.product())));
        report.say("start-up: %.1f s, %.1f CPU s; bare WAR %.1f s, %.1f CPU s; ratio %.2f (CPU %.2f)", moked[0], moked[1], bare[0], bare[1], moked[0] / bare[0], moked[1] / bare[1]);
    }

    @Override
    public void close() throws Exception {
        customers.close();
        if (running) {
            installation.stopServer();
        }
        installation.close();
        report.write();
    }
}
