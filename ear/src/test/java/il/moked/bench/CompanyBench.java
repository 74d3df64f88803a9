// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** How long the report of one company takes over ten thousand and over a hundred thousand of its cases, asked from the outside as its program asks. */
final class CompanyBench {
    private static final int FIRST = 90_000_000;
    private static final int TENTH = 10_000;
    private static final int WHOLE = 100_000;
    private static final int SITES = 40;
    private static final int DAYS = 360;
    private static final int TIMES = 15;
    private static final String KEY = "mk_bench";
    private static final List<String> FAULTS = List.of("dead", "stops", "connection", "slow", "error", "damage", "access", "other");

    private final Installation installation;
    private final Report report;
    private final Random random = new Random(1);

    CompanyBench(Installation installation, Report report) {
        this.installation = installation;
        this.report = report;
    }

    void reports() throws SQLException, IOException, InterruptedException, NoSuchAlgorithmException {
        long customer = Long.parseLong(installation.asked("select id from customer where kind = 'COMPANY' order by id limit 1"));
        installation.execute("insert into company_user (id, customer_id, name, email, language, active, failed_sign_ins, created_by, created_at) values (" + FIRST + ", " + customer + ", 'bench', 'bench@example.co.il', 'he', true, 0, 'bench', now())");
        installation.execute("insert into company_grant (user_id, site_id, may) values (" + FIRST + ", 0, 'ADMINISTER')");
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest((KEY + ":").getBytes(StandardCharsets.UTF_8)));
        installation.execute("insert into company_key (id, user_id, name, hash, ending, created_at) values (" + FIRST + ", " + FIRST + ", 'bench', '" + hash + "', 'ench', now())");
        for (int site = 0; site < SITES; site++) {
            installation.execute("insert into company_site (id, customer_id, name, address, active) values (" + (FIRST + site) + ", " + customer + ", 'site " + site + "', 'x', true)");
        }
        cases(customer, 0, TENTH);
        double tenth = measured(TENTH);
        cases(customer, TENTH, WHOLE);
        double whole = measured(WHOLE);
        report.say("report of a company: ten times as many cases take %.1f times as long", whole / tenth);
    }

    private double measured(int cases) throws SQLException, IOException, InterruptedException {
        installation.execute("vacuum analyze company_case");
        HttpClient client = HttpClient.newHttpClient();
        double[] took = new double[TIMES];
        for (int at = 0; at < TIMES; at++) {
            long begin = System.nanoTime();
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (8081 + Server.OFFSET) + "/business/api/v1/reports/service")).header("Authorization", "Bearer " + KEY).build(), HttpResponse.BodyHandlers.ofString());
            took[at] = (System.nanoTime() - begin) / 1e6;
            if (answer.statusCode() != 200 || !answer.body().contains("\"calls\":")) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        }
        double first = took[0];
        Arrays.sort(took);
        report.say("report of a company over %d cases: %.0f ms the first time, median %.0f ms, the slowest of %d %.0f ms", cases, first, took[TIMES / 2], TIMES, took[TIMES - 1]);
        return took[TIMES / 2];
    }

    private void cases(long customer, int from, int until) throws SQLException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        long team = Long.parseLong(installation.asked("select min(id) from team"));
        LocalDate today = LocalDate.parse(installation.asked("select cast(now() as date)"));
        try (Rows rows = Rows.into(installation.connection(), "service_case", "id", "number", "kind", "customer_id", "severity", "subject", "description", "state", "live", "team_id", "level_source", "solve_minutes", "calendar_code", "problem", "opened_by", "opened_at", "received_at",
                "due_at", "breached")) {
            for (int one = from; one < until; one++) {
                rows.add(FIRST + one, "B" + (FIRST + one), "FAULT", customer, "NORMAL", "bench", "", "CLOSED", false, team, "DEFAULT", 60, "always", false, "bench", now, now, Instant.parse("9999-12-31T00:00:00Z"), false);
            }
        }
        try (Rows rows = Rows.into(installation.connection(), "company_case", "case_id", "customer_id", "site_id", "fault", "kind", "sku", "opened_on", "opened_month", "live", "answer_target", "answer_seconds", "answer_met", "repair_target", "repair_seconds", "repair_met")) {
            for (int one = from; one < until; one++) {
                LocalDate day = today.minusDays(random.nextInt(DAYS - 40));
                long answer = random.nextInt(20_000);
                long repair = random.nextInt(250_000);
                rows.add(FIRST + one, customer, FIRST + random.nextInt(SITES), FAULTS.get(Math.min(random.nextInt(8), random.nextInt(8))), "FAULT", "SKU-" + random.nextInt(25), day.toString(), day.getYear() * 100 + day.getMonthValue(), false, 14_400, answer, answer <= 14_400, 172_800, repair, repair <= 172_800);
            }
        }
    }
}
