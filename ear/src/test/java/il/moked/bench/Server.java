// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The built WildFly as a process of its own, with its own data and ports, started as the start script does. */
final class Server implements AutoCloseable {
    static final int OFFSET = Integer.getInteger("moked.bench.offset", 500);
    static final int DESK = 8080 + OFFSET;
    static final int PORTAL = 8081 + OFFSET;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path home;
    private final Process script;
    private Duration startUp;

    private Server(Path home, Process script) {
        this.home = home;
        this.script = script;
    }

    /**
     * @param distribution the ready server
     * @param home its data; made when it is not there
     * @param config the configuration's file name
     * @param deployments archives, under the names they are deployed by
     */
    static Server start(Path distribution, Path home, String config, List<Path> deployments, List<String> options) throws IOException, InterruptedException {
        Files.createDirectories(home.resolve("deployments"));
        Files.createDirectories(home.resolve("log"));
        copy(distribution.resolve("standalone/configuration"), home.resolve("configuration"));
        for (Path deployment : deployments) {
            Files.copy(deployment, home.resolve("deployments").resolve(deployment.getFileName()));
        }
        List<String> command = new ArrayList<>(List.of(distribution.resolve("bin/standalone.sh").toString(), "-c", config, "-Djboss.server.base.dir=" + home, "-Djboss.socket.binding.port-offset=" + OFFSET));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(home.resolve("log/console.log").toFile());
        builder.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "1");
        builder.environment().put("JAVA_OPTS", "-Xms256m -Xmx1024m -XX:MetaspaceSize=160m -Djava.net.preferIPv4Stack=true -Djboss.modules.system.pkgs=org.jboss.byteman -Djava.awt.headless=true "
                + System.getProperty("moked.bench.java", ""));
        long began = System.nanoTime();
        Server server = new Server(home, builder.start());
        Runtime.getRuntime().addShutdownHook(new Thread(server::end));
        for (Path deployment : deployments) {
            server.await(deployment.getFileName().toString(), began + PATIENCE.toNanos());
        }
        server.startUp = Duration.ofNanos(System.nanoTime() - began);
        return server;
    }

    private void await(String deployment, long until) throws IOException, InterruptedException {
        while (!Files.exists(home.resolve("deployments/" + deployment + ".deployed"))) {
            if (Files.exists(home.resolve("deployments/" + deployment + ".failed")) || !script.isAlive() || System.nanoTime() > until) {
                end();
                throw new IOException(deployment + " did not start; see " + home.resolve("log/console.log"));
            }
            Thread.sleep(50);
        }
    }

    /** From the start of the process until everything is deployed. */
    Duration startUp() {
        return startUp;
    }

    ProcessHandle process() {
        return script.toHandle();
    }

    Path home() {
        return home;
    }

    /** Ends only what was started here. */
    private void end() {
        script.descendants().forEach(ProcessHandle::destroy);
        try {
            if (!script.waitFor(60, TimeUnit.SECONDS)) {
                script.descendants().forEach(ProcessHandle::destroyForcibly);
                script.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }
}
