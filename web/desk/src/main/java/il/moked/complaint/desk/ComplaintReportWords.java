// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.desk;

import il.moked.complaint.ComplaintTotals;
import il.moked.complaint.ejb.ComplaintReporting.Line;
import il.moked.complaint.ejb.ComplaintReporting.Report;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The yearly report of complaints in the language of whoever reads it: for the page and for a spreadsheet. */
@RequestScoped
public class ComplaintReportWords {
    @Inject
    ComplaintWords words;
    @Inject
    ActiveLocale locale;

    /** @param now null when there is none @param percent of which, null where that says nothing */
    public record Figure(String name, Long now, Integer percent, Long before, Integer percentBefore) {
        /** With its sign. */
        public String change() {
            return now == null || before == null ? "" : now.equals(before) ? "0" : "%+d".formatted(now - before);
        }
    }

    /** @param percent of all complaints of the year */
    public record Row(String name, Line line, Integer percent) {
    }

    /** @param kind key of its title */
    public record Part(String kind, List<Row> rows) {
    }

    public String text(String key, Object... arguments) {
        return words.text(key, arguments);
    }

    public List<Figure> figures(Report report) {
        List<Figure> figures = new ArrayList<>();
        figures.add(counted(report, "received", ComplaintTotals::received, null));
        figures.add(counted(report, "acknowledged", ComplaintTotals::acknowledgedAtOnce, ComplaintTotals::received));
        figures.add(counted(report, "in-time", ComplaintTotals::inTime, ComplaintTotals::judged));
        figures.add(counted(report, "late", ComplaintTotals::late, ComplaintTotals::judged));
        figures.add(counted(report, "overdue", ComplaintTotals::overdue, ComplaintTotals::judged));
        figures.add(counted(report, "undecided", ComplaintTotals::undecided, ComplaintTotals::received));
        figures.add(counted(report, "ended", ComplaintTotals::ended, ComplaintTotals::received));
        figures.add(new Figure(text("figure.median"), days(report.now().median()), null, days(report.before().median()), null));
        figures.add(new Figure(text("figure.ninth"), days(report.now().ninth()), null, days(report.before().ninth()), null));
        figures.add(counted(report, "upheld", ComplaintTotals::upheld, ComplaintTotals::decided));
        figures.add(counted(report, "partly", ComplaintTotals::partly, ComplaintTotals::decided));
        figures.add(counted(report, "rejected", ComplaintTotals::rejected, ComplaintTotals::decided));
        figures.add(counted(report, "accepted", ComplaintTotals::accepted, ComplaintTotals::decided));
        figures.add(counted(report, "refused", ComplaintTotals::refused, ComplaintTotals::decided));
        figures.add(counted(report, "ombudsman", ComplaintTotals::ombudsman, ComplaintTotals::received));
        figures.add(counted(report, "recourse", ComplaintTotals::recourse, ComplaintTotals::received));
        figures.add(counted(report, "actions", ComplaintTotals::actions, ComplaintTotals::received));
        return figures;
    }

    private Figure counted(Report report, String key, ToLongFunction<ComplaintTotals> what, ToLongFunction<ComplaintTotals> of) {
        ComplaintTotals now = report.now().totals();
        ComplaintTotals before = report.before().totals();
        return new Figure(text("figure." + key), what.applyAsLong(now), of == null ? null : ComplaintTotals.percent(what.applyAsLong(now), of.applyAsLong(now)), what.applyAsLong(before),
                of == null ? null : ComplaintTotals.percent(what.applyAsLong(before), of.applyAsLong(before)));
    }

    private static Long days(Integer days) {
        return days == null ? null : days.longValue();
    }

    public List<Part> parts(Report report) {
        ResourceBundle channels = ResourceBundle.getBundle("il.moked.channel.desk.channel", locale.getLocale());
        return List.of(part("products", report, report.products(), line -> line.key() == null ? text("report.other-products") : line.hebrewName() == null ? words.sku(line.key()) : line.name(locale.getLang())),
                part("causes", report, report.causes(), line -> line.hebrewName() == null ? text("report.no-cause") : line.name(locale.getLang())),
                part("channels", report, report.channels(), line -> line.key().isEmpty() ? text("report.no-channel") : channels.getString("channel." + line.key())),
                part("remedies", report, report.remedies(), line -> line.key().isEmpty() ? text("report.no-remedy") : text("remedy." + line.key())));
    }

    private static Part part(String kind, Report report, List<Line> lines, Function<Line, String> name) {
        return new Part("report." + kind, lines.stream().map(line -> new Row(name.apply(line), line, ComplaintTotals.percent(line.complaints(), report.now().totals().received()))).toList());
    }
}
