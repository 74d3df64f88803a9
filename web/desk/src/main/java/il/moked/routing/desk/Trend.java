// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.desk;

import il.moked.routing.ejb.Wall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The last two hours as a small drawing: one line through the quarters of an hour, broken where nothing was measured.
 * Coordinates of an SVG of {@link #WIDTH} by {@link #HEIGHT}; time runs left to right in every language, as clocks do.
 *
 * @param lines the {@code points} of each unbroken stretch of two quarters or more
 * @param dots where a quarter stands alone, and the last one
 * @param goal height of the goal's line
 */
public record Trend(List<String> lines, List<Dot> dots, String goal) {
    public static final int WIDTH = 120;
    public static final int HEIGHT = 36;
    /** Room for the thickness of the line. */
    private static final double EDGE = 3;

    public record Dot(String x, String y) {
    }

    public static Trend of(List<Wall.Point> points, double goal) {
        List<String> lines = new ArrayList<>();
        List<Dot> dots = new ArrayList<>();
        List<Dot> stretch = new ArrayList<>();
        for (int at = 0; at <= points.size(); at++) {
            if (at < points.size() && points.get(at).level().isPresent()) {
                stretch.add(new Dot(written(x(at, points.size())), written(y(points.get(at).level().getAsDouble()))));
                continue;
            }
            if (stretch.size() == 1) {
                dots.add(stretch.get(0));
            } else if (!stretch.isEmpty()) {
                lines.add(stretch.stream().map(dot -> dot.x() + "," + dot.y()).reduce((one, next) -> one + " " + next).orElseThrow());
                if (at == points.size()) {
                    dots.add(stretch.get(stretch.size() - 1));
                }
            }
            stretch.clear();
        }
        return new Trend(lines, dots, written(y(goal)));
    }

    private static double x(int at, int all) {
        return all == 1 ? WIDTH / 2.0 : EDGE + (WIDTH - 2 * EDGE) * at / (all - 1);
    }

    private static double y(double level) {
        return HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * level;
    }

    private static String written(double length) {
        return String.format(Locale.ROOT, "%.1f", length);
    }
}
