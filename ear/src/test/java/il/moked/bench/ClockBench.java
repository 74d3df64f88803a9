// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What the clocks of cases cost while they run, and how late their warnings are told: beside 1,000 clocks that run and are not
 * due, and beside 100,000. Then many that were due while nobody looked.
 */
final class ClockBench {
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int DUE = 400;
    private static final int MISSED = 5_000;
    private static final Duration TICKS = Duration.ofSeconds(30);
    private static final Duration APART = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int FIRST = 80_000_000;
    private static final String WAITING = "select count(*) from service_case where watch_at <= now() and id >= " + FIRST;

    private final Installation installation;
    private final Report report;
    private int next = FIRST;

    ClockBench(Installation installation, Report report) {
        this.installation = installation;
        this.report = report;
    }

    void clocks() throws SQLException, IOException, InterruptedException {
        cases(FEW, Instant.now().plus(Duration.ofDays(3)), Duration.ZERO);
        measured(FEW);
        cases(MANY - FEW, Instant.now().plus(Duration.ofDays(3)), Duration.ofMillis(1));
        measured(MANY);
        missed();
    }

    private void measured(int running) throws SQLException, IOException, InterruptedException {
        installation.execute("vacuum analyze service_case");
        double before = Processors.seconds(installation.server().process());
        Thread.sleep(TICKS.toMillis());
        double idle = Processors.seconds(installation.server().process()) - before;
        cases(DUE, Instant.now().plusSeconds(3), APART);
        Instant until = Instant.now().plusSeconds(3).plus(APART.multipliedBy(DUE));
        double latest = 0;
        while (Instant.now().isBefore(until) || !"0".equals(installation.asked(WAITING))) {
            latest = Math.max(latest, Double.parseDouble(installation.asked("select coalesce(max(extract(epoch from now() - watch_at)), 0) from service_case where watch_at <= now() and id >= " + FIRST)));
            Thread.sleep(100);
        }
        report.say("%d clocks run: %.2f processor seconds of the server in %d idle seconds; of %d that became due one every %d ms the latest was told %.1f s after its time", running, idle, TICKS.toSeconds(), DUE, APART.toMillis(), latest);
    }

    /** The time of these was over before anybody looked: each is warned twice and late, all in one. */
    private void missed() throws SQLException, InterruptedException {
        long begin = System.nanoTime();
        cases(MISSED, Instant.now().minusSeconds(7_200), Duration.ofMillis(1));
        if (!installation.await(WAITING, "0", PATIENCE)) {
            throw new IllegalStateException("Not all were told");
        }
        double took = (System.nanoTime() - begin) / 1e9;
        String told = installation.asked("select count(*) from case_event e where e.kind in ('WARNED', 'BREACHED') and e.case_id >= " + (next - MISSED));
        if (!told.equals(Integer.toString(MISSED * 3))) {
            throw new IllegalStateException("Told " + told + " of " + MISSED * 3);
        }
        report.say("%d whose time was over while nobody looked: told, three times each, in %.1f s, %.0f cases a second", MISSED, took, MISSED / took);
    }

    /** Each with one clock of an hour, day and night, that is looked at next when it says so. @param apart the times of two that follow each other */
    private void cases(int many, Instant firstWatch, Duration apart) throws SQLException {
        Instant now = Instant.now();
        long customer = Long.parseLong(installation.asked("select min(id) from customer"));
        long team = Long.parseLong(installation.asked("select min(id) from team"));
        try (Rows rows = Rows.into(installation.connection(), "service_case", "id", "number", "kind", "customer_id", "severity", "subject", "description", "state", "live", "team_id", "level_source", "solve_minutes", "calendar_code", "problem", "opened_by", "opened_at", "received_at",
                "due_at", "due_metric", "breached", "watch_at")) {
            for (int one = 0; one < many; one++) {
                Instant watch = watch(firstWatch, apart, one);
                rows.add(next + one, "B" + (next + one), "REQUEST", customer, "NORMAL", "bench", "", "OPEN", true, team, "DEFAULT", 60, "always", false, "bench", now, start(watch), due(watch), "RESOLUTION", false, watch);
            }
        }
        try (Rows rows = Rows.into(installation.connection(), "sla_clock", "id", "case_id", "metric", "run", "status", "started_at", "target_seconds", "calendar_code", "counted_seconds", "running_since", "due_at", "watch_at", "warned")) {
            for (int one = 0; one < many; one++) {
                Instant watch = watch(firstWatch, apart, one);
                rows.add(next + one, next + one, "RESOLUTION", 1, "RUNNING", start(watch), 3_600, "always", 0, start(watch), due(watch), watch, 0);
            }
        }
        try (Rows rows = Rows.into(installation.connection(), "sla_event", "id", "clock_id", "position", "kind", "at", "target_seconds", "calendar_code")) {
            for (int one = 0; one < many; one++) {
                rows.add(next + one, next + one, 1, "ACTIVATE", start(watch(firstWatch, apart, one)), 3_600, "always");
            }
        }
        next += many;
    }

    private static Instant watch(Instant first, Duration apart, int one) {
        return first.plus(apart.multipliedBy(one)).truncatedTo(ChronoUnit.MICROS);
    }

    /** The first warning is at 75 % of an hour. */
    private static Instant start(Instant watch) {
        return watch.minusSeconds(2_700);
    }

    private static Instant due(Instant watch) {
        return watch.plusSeconds(900);
    }
}
