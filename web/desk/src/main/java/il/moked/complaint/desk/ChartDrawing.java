// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.desk;

import il.moked.complaint.ejb.ComplaintGroups.Chart;
import il.moked.complaint.ejb.ComplaintGroups.Point;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A control chart as lines and dots, in units of its drawing ({@value #WIDTH} × {@value #HEIGHT}); time runs from left to right in every language, as in any chart of its kind. */
public final class ChartDrawing {
    public static final int WIDTH = 800;
    public static final int HEIGHT = 240;
    private static final int LEFT = 16;
    private static final int RIGHT = 80;
    private static final int TOP = 24;
    private static final int BOTTOM = 28;
    /** Else the days below would run into each other. */
    private static final int LABELS = 9;

    private final Chart chart;
    private final double most;

    public ChartDrawing(Chart chart) {
        this.chart = chart;
        double counted = chart.points().stream().mapToInt(Point::count).max().orElse(0);
        this.most = Math.max(4, Math.max(counted, chart.limits() == null ? 0 : chart.limits().upper())) * 1.08;
    }

    /** @param out whether the rules say that it is no chance @param start first day of the period, null where there is no room to tell it */
    public record Dot(String x, String y, String above, int count, boolean out, LocalDate start) {
    }

    /** @param name {@code upper}, {@code mean} or {@code lower} @param value with one decimal */
    public record Level(String name, String y, String text, String value) {
    }

    public String points() {
        return dots().stream().map(dot -> dot.x() + "," + dot.y()).collect(Collectors.joining(" "));
    }

    public List<Dot> dots() {
        List<Dot> dots = new ArrayList<>();
        int every = Math.max(1, (int) Math.ceil(chart.points().size() / (double) LABELS));
        for (int at = 0; at < chart.points().size(); at++) {
            Point point = chart.points().get(at);
            double y = y(point.count());
            boolean told = (chart.points().size() - 1 - at) % every == 0;
            dots.add(new Dot(written(x(at)), written(y), written(y - 8), point.count(), !point.rules().isEmpty(), told ? point.start() : null));
        }
        return dots;
    }

    public List<Level> levels() {
        if (chart.limits() == null) {
            return List.of();
        }
        List<Level> levels = new ArrayList<>(List.of(level("upper", chart.limits().upper()), level("mean", chart.limits().mean())));
        if (chart.limits().lower() > 0) {
            levels.add(level("lower", chart.limits().lower()));
        }
        return levels;
    }

    private Level level(String name, double value) {
        return new Level(name, written(y(value)), written(y(value) + 4), written(value));
    }

    public int left() {
        return LEFT;
    }

    public int right() {
        return WIDTH - RIGHT;
    }

    public int floor() {
        return HEIGHT - BOTTOM;
    }

    private double x(int at) {
        return LEFT + (chart.points().size() < 2 ? 0 : at * (double) (WIDTH - LEFT - RIGHT - 16) / (chart.points().size() - 1)) + 4;
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - value / most * (HEIGHT - TOP - BOTTOM);
    }

    private static String written(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
