// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/**
 * One call of the "Anonymous Bank" records (Technion): when it came, how long it was in the menu, in the line and served.
 * The file itself is not part of Moked; it is named when the benchmark is run.
 *
 * @param priority 0 unknown, 1 regular, 2 VIP
 * @param server who served it; empty when nobody did
 */
record BankCall(String id, String customer, int priority, Instant dialled, Duration menu, Duration queue, boolean answered, Duration service, String server) {
    private static final ZoneId ISRAEL = ZoneId.of("Asia/Jerusalem");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuMMdd");

    /** All calls of a file but the phantoms, which are no calls, in the order in which they came. */
    static List<BankCall> read(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1).map(line -> line.split("\t", -1)).filter(line -> !line[12].strip().equals("PHANTOM")).map(BankCall::of).sorted(java.util.Comparator.comparing(BankCall::dialled).thenComparing(BankCall::id)).toList();
        }
    }

    private static BankCall of(String[] line) {
        LocalDate day = LocalDate.parse(line[5].strip(), DAY).withYear(1900 + Integer.parseInt(line[5].strip().substring(0, 2)));
        String[] time = line[6].strip().split(":");
        Instant dialled = day.atTime(Integer.parseInt(time[0]), Integer.parseInt(time[1]), Integer.parseInt(time[2])).atZone(ISRAEL).toInstant();
        boolean answered = line[12].strip().equals("AGENT");
        return new BankCall(line[0].strip() + "-" + line[1].strip() + "-" + line[5].strip() + "-" + line[6].strip(), line[2].strip(), Integer.parseInt(line[3].strip()), dialled, seconds(line[8]), seconds(line[11]), answered,
                answered ? seconds(line[15]) : Duration.ZERO, answered ? line[16].strip() : "");
    }

    private static Duration seconds(String column) {
        return Duration.ofSeconds(Math.max(0, Long.parseLong(column.strip())));
    }

    LocalDate day() {
        return LocalDate.ofInstant(dialled, ISRAEL);
    }

    /** Whether it came to the line at all. */
    boolean reached() {
        return answered || !queue.isZero();
    }

    Instant queuedAt() {
        return dialled.plus(menu);
    }

    /** The group it belongs to in Moked's own figures. */
    String group() {
        return priority == 2 ? "VIP" : priority == 1 ? "PRIVATE" : "UNKNOWN";
    }

    /** The number the customer is known by, one for each customer and priority; null for callers nobody knows. */
    String number() {
        return priority == 0 ? null : (priority == 2 ? "+97252" : "+97250") + String.format("%07d", 2_000_000 + Math.floorMod(customer.hashCode(), 7_000_000));
    }
}
