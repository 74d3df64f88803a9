// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was found, with the machine and the commit it was found on. */
final class Report {
    private final List<String> lines = new ArrayList<>();

    Report() throws IOException {
        say("%s, commit %s, Java %s, %s, %d processors, load %s", Instant.now().truncatedTo(ChronoUnit.SECONDS), System.getProperty("moked.bench.commit", "unknown"), System.getProperty("java.version"), processor(),
                Runtime.getRuntime().availableProcessors(), load());
    }

    /** @param format of {@link String#format}, numbers in the English way */
    void say(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        lines.add(line);
        System.out.println(line);
    }

    private static String processor() throws IOException {
        return Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(line -> line.startsWith("model name")).findFirst().map(line -> line.substring(line.indexOf(':') + 2)).orElse("?");
    }

    /** Mean number of running processes in the last minute. */
    static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }

    /** Keeps it beside the other results of the build, when there is a build. */
    void write() throws IOException {
        String file = System.getProperty("moked.bench.report");
        if (file != null) {
            Files.createDirectories(Path.of(file).getParent());
            Files.write(Path.of(file), lines);
        }
    }
}
