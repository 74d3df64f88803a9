// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Processor time and memory as the kernel counts them (Linux). */
final class Processors {
    /** Kernel ticks a second; 100 on every Linux that Java runs on. */
    private static final double TICKS = 100;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private Processors() {
    }

    /** Processor seconds of a process, its living descendants and those it has buried. */
    static double seconds(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).mapToDouble(each -> ticks(each.pid())).sum() / TICKS;
    }

    private static double ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Stream.of(USER, SYSTEM, CHILDREN_USER, CHILDREN_SYSTEM).mapToLong(at -> Long.parseLong(fields[at])).sum();
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException gone) {
            return 0;
        }
    }

    /** Processor seconds that the whole machine has worked. */
    static double machineSeconds() {
        try {
            String[] fields = Files.readString(Path.of("/proc/stat")).lines().findFirst().orElseThrow().trim().split("\\s+");
            long busy = 0;
            for (int field = 1; field < fields.length && field <= 8; field++) {
                // fields 4 and 5 are idle and waiting for the disk
                busy += field == 4 || field == 5 ? 0 : Long.parseLong(fields[field]);
            }
            return busy / TICKS;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Memory of a process and its descendants, shared pages divided among their users. Bytes. */
    static long memory(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).mapToLong(each -> memory(each.pid())).sum();
    }

    private static long memory(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024).sum();
        } catch (IOException | RuntimeException gone) {
            return 0;
        }
    }
}
