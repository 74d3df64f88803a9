// SPDX-License-Identifier: Apache-2.0
package il.moked.company.ejb;

import il.moked.company.ReportFigures;
import il.moked.company.ReportFigures.Times;
import il.moked.company.ejb.CompanyReporting.Report;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A report as tables with their headings, the same for every kind of file. Times are hours. */
record ReportTable(String name, List<String> head, List<List<Object>> rows) {
    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    static String title(Report report, CompanyWords words) {
        return words.text("report.title", report.company(), DAY.format(report.period().from()), DAY.format(report.period().until()));
    }

    /** What it is narrowed to, empty for everything. */
    static List<String> narrowed(Report report, CompanyWords words) {
        List<String> said = new ArrayList<>();
        if (report.siteId() != null) {
            said.add(words.text("report.only-site", report.site(report.siteId())));
        }
        if (report.sku() != null) {
            said.add(words.text("report.only-product", report.product(report.sku(), words.language())));
        }
        return said;
    }

    static List<ReportTable> of(Report report, CompanyWords words) {
        ReportFigures figures = report.figures();
        return List.of(summary(figures, words), recurring(report, words), months(figures, words), history(report, words));
    }

    private static ReportTable summary(ReportFigures of, CompanyWords words) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(row(words.text("report.calls"), of.calls()));
        rows.add(row(words.text("report.open"), of.open()));
        rows.add(row(words.text("report.faults"), of.faults()));
        rows.addAll(times("answer", of.answer(), words));
        rows.addAll(times("repair", of.repair(), words));
        rows.add(row(words.text("report.first-visits"), of.firstVisits()));
        rows.add(row(words.text("report.fixed-first"), of.fixedFirst()));
        rows.add(row(words.text("report.first-time"), of.firstTime()));
        return new ReportTable(words.text("report.summary"), heads(words, "what", "value"), rows);
    }

    private static List<List<Object>> times(String what, Times times, CompanyWords words) {
        return List.of(row(words.text("report." + what + ".median"), hours(times.median())), row(words.text("report." + what + ".ninetieth"), hours(times.ninetieth())), row(words.text("report." + what + ".target"), hours(times.target())),
                row(words.text("report." + what + ".met"), times.met()), row(words.text("report." + what + ".missed"), times.missed()), row(words.text("report." + what + ".kept"), times.kept()));
    }

    private static ReportTable recurring(Report report, CompanyWords words) {
        return new ReportTable(words.text("report.recurring"), heads(words, "product", "fault", "calls", "up-to"),
                report.figures().recurring().stream().map(line -> row(report.product(line.sku(), words.language()), report.fault(line.fault(), words.language()), line.calls(), line.upTo())).toList());
    }

    private static ReportTable months(ReportFigures of, CompanyWords words) {
        return new ReportTable(words.text("report.months"), heads(words, "month", "calls", "answer.median", "answer.ninetieth", "answer.kept", "repair.median", "repair.ninetieth", "repair.kept"),
                of.months().stream().map(month -> row(month.written(), month.calls(), hours(month.answer().median()), hours(month.answer().ninetieth()), month.answer().kept(), hours(month.repair().median()), hours(month.repair().ninetieth()), month.repair().kept())).toList());
    }

    private static ReportTable history(Report report, CompanyWords words) {
        return new ReportTable(words.text("report.history"), heads(words, "site", "product", "calls", "faults", "usual", "repair.median", "repair.ninetieth", "repair.kept"),
                report.figures().history().stream().map(line -> row(report.site(line.siteId()), report.product(line.sku(), words.language()), line.calls(), line.faults(), report.fault(line.fault(), words.language()), hours(line.repair().median()),
                        hours(line.repair().ninetieth()), line.repair().kept())).toList());
    }

    private static List<String> heads(CompanyWords words, String... keys) {
        return Arrays.stream(keys).map(key -> words.text("report." + key)).toList();
    }

    private static List<Object> row(Object... cells) {
        return Arrays.asList(cells);
    }

    private static BigDecimal hours(Long seconds) {
        return seconds == null ? null : BigDecimal.valueOf(seconds).divide(HOUR, 2, RoundingMode.HALF_UP);
    }
}
