// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.company.ReportFigures;
import il.moked.company.ReportFigures.Month;
import il.moked.company.ReportFigures.Recurring;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Charts of a report in units of their drawing ({@value #WIDTH} × {@value #HEIGHT}); what they show stands in tables beside them. Bars run from left to right in every language, as in any chart of their kind. */
public final class ReportDrawing {
    public static final int WIDTH = 640;
    public static final int HEIGHT = 220;
    private static final int LEFT = 8;
    private static final int TOP = 24;
    private static final int BOTTOM = 26;
    private static final int MOST_BARS = 10;
    private static final int MOST_MONTHS = 12;
    private static final double FILLED = 0.64;
    private static final double ALL = 100;

    private final List<Bar> pareto = new ArrayList<>();
    private final List<Bar> months = new ArrayList<>();
    private final String share;
    private final String target;

    /** @param middle of it, for what is written @param above where its value is written @param label below it */
    public record Bar(String x, String y, String width, String height, String middle, String above, String label, String value) {
    }

    ReportDrawing(ReportFigures figures) {
        List<Recurring> lines = figures.recurring().stream().limit(MOST_BARS).toList();
        long most = lines.stream().mapToLong(Recurring::calls).max().orElse(1);
        List<String> points = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            pareto.add(bar(at, lines.size(), lines.get(at).calls() / (double) most, Integer.toString(at + 1), Long.toString(lines.get(at).calls())));
            points.add(written(middle(at, lines.size())) + "," + written(y(lines.get(at).upTo() / ALL)));
        }
        share = String.join(" ", points);
        List<Month> last = figures.months().subList(Math.max(0, figures.months().size() - MOST_MONTHS), figures.months().size());
        double longest = last.stream().map(month -> month.repair().median()).filter(median -> median != null).mapToDouble(Long::doubleValue).max().orElse(0);
        Long wished = figures.repair().target();
        double scale = Math.max(1, Math.max(longest, wished == null ? 0 : wished));
        for (int at = 0; at < last.size(); at++) {
            Long median = last.get(at).repair().median();
            months.add(bar(at, last.size(), median == null ? 0 : median / scale, last.get(at).written().substring(5) + "." + last.get(at).written().substring(2, 4), median == null ? "" : hours(median)));
        }
        target = wished == null || longest == 0 ? null : written(y(wished / scale));
    }

    private static Bar bar(int at, int of, double part, String label, String value) {
        double room = (WIDTH - 2.0 * LEFT) / of;
        double width = Math.min(56, room * FILLED);
        double middle = middle(at, of);
        double y = y(part);
        return new Bar(written(middle - width / 2), written(y), written(width), written(HEIGHT - BOTTOM - y), written(middle), written(y - 6), label, value);
    }

    private static double middle(int at, int of) {
        return LEFT + (at + 0.5) * (WIDTH - 2.0 * LEFT) / of;
    }

    private static double y(double part) {
        return HEIGHT - BOTTOM - part * (HEIGHT - TOP - BOTTOM);
    }

    private static String hours(long seconds) {
        return String.format(Locale.ROOT, "%.1f", seconds / 3600.0);
    }

    private static String written(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    public List<Bar> getPareto() {
        return pareto;
    }

    /** Points of the line of how much all so far are. */
    public String getShare() {
        return share;
    }

    public List<Bar> getMonths() {
        return months;
    }

    /** Height of the line of the usual target, null without one. */
    public String getTarget() {
        return target;
    }

    public int getFloor() {
        return HEIGHT - BOTTOM;
    }

    /** Of whatever is written below the bars. */
    public int getLabels() {
        return HEIGHT - 8;
    }
}
