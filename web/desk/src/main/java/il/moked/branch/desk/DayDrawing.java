// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.desk;

import il.moked.branch.BranchDay;
import il.moked.branch.BranchDay.Quarter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The day of a branch as bars and a line, in units of its drawing ({@value #WIDTH} × {@value #HEIGHT}); time runs from left to right in every language, as in any chart of its kind. */
public final class DayDrawing {
    public static final int WIDTH = 960;
    public static final int HEIGHT = 260;
    private static final int LEFT = 44;
    private static final int RIGHT = 48;
    private static final int TOP = 16;
    private static final int BOTTOM = 30;
    private static final int LEAST_QUARTERS = 24;
    private static final int LEVELS = 4;
    /** Else the hours below would run into each other. */
    private static final int MOST_HOURS = 12;
    private static final int QUARTERS_AN_HOUR = 4;

    private final BranchDay day;
    private final double step;
    private final int people;
    private final int minutes;

    public DayDrawing(BranchDay day) {
        this.day = day;
        this.step = (double) (WIDTH - LEFT - RIGHT) / Math.max(LEAST_QUARTERS, day.quarters().size());
        this.people = level(day.quarters().stream().mapToInt(quarter -> Math.max(quarter.arrived(), quarter.served() + quarter.left())).max().orElse(0));
        this.minutes = level((int) day.quarters().stream().filter(quarter -> quarter.waited() != null).mapToLong(quarter -> minutes(quarter.waited())).max().orElse(0));
    }

    /** The next number that four lines divide. */
    private static int level(int most) {
        return Math.max(LEVELS, (most + LEVELS - 1) / LEVELS * LEVELS);
    }

    private static long minutes(Duration wait) {
        return Math.round(wait.toSeconds() / 60.0);
    }

    /** @param kind {@code arrived}, {@code served} or {@code left} */
    public record Bar(String kind, String x, String y, String width, String height) {
    }

    /** @param people and @param minutes what it means on each side */
    public record Level(String y, String text, int people, int minutes) {
    }

    public record Hour(String x, Instant at) {
    }

    public List<Bar> bars() {
        List<Bar> bars = new ArrayList<>();
        double width = Math.min(12, step * 0.38);
        for (int at = 0; at < day.quarters().size(); at++) {
            Quarter quarter = day.quarters().get(at);
            double x = LEFT + at * step + (step - 2 * width - 1) / 2;
            add(bars, "arrived", x, 0, width, quarter.arrived());
            add(bars, "served", x + width + 1, 0, width, quarter.served());
            add(bars, "left", x + width + 1, quarter.served(), width, quarter.left());
        }
        return bars;
    }

    private void add(List<Bar> bars, String kind, double x, int from, double width, int many) {
        if (many > 0) {
            bars.add(new Bar(kind, written(x), written(y(from + many, people)), written(width), written(y(from, people) - y(from + many, people))));
        }
    }

    /** How long those served in each quarter had waited; broken where nobody was served. */
    public List<String> waits() {
        List<String> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        for (int at = 0; at < day.quarters().size(); at++) {
            Duration waited = day.quarters().get(at).waited();
            if (waited != null) {
                line.add(written(LEFT + (at + 0.5) * step) + "," + written(y(minutes(waited), minutes)));
            } else if (!line.isEmpty()) {
                lines.add(String.join(" ", line));
                line = new ArrayList<>();
            }
        }
        if (!line.isEmpty()) {
            lines.add(String.join(" ", line));
        }
        return lines;
    }

    /** Each end of those lines, so that a single quarter is seen, too. */
    public List<String[]> dots() {
        return waits().stream().flatMap(line -> java.util.Arrays.stream(line.split(" "))).map(point -> point.split(",")).collect(Collectors.toList());
    }

    public List<Level> levels() {
        List<Level> levels = new ArrayList<>();
        for (int at = 0; at <= LEVELS; at++) {
            double y = y(at, LEVELS);
            levels.add(new Level(written(y), written(y + 4), people * at / LEVELS, minutes * at / LEVELS));
        }
        return levels;
    }

    public List<Hour> hours() {
        List<Hour> hours = new ArrayList<>();
        int every = Math.max(1, (int) Math.ceil(day.quarters().size() / (double) QUARTERS_AN_HOUR / MOST_HOURS));
        for (int at = 0; at < day.quarters().size(); at++) {
            Instant from = day.quarters().get(at).from();
            if (from.atZone(day.zone()).getMinute() == 0 && from.atZone(day.zone()).getHour() % every == 0) {
                hours.add(new Hour(written(LEFT + at * step), from));
            }
        }
        return hours;
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

    private static double y(double value, double most) {
        return HEIGHT - BOTTOM - value / most * (HEIGHT - TOP - BOTTOM);
    }

    private static String written(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
