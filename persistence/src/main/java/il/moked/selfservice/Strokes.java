// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice;

import il.moked.shared.BusinessException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a finger drew: strokes of points {@code x,y,milliseconds since the first}, points apart by a blank, strokes by a semicolon, on a
 * field of {@link #WIDTH} by {@link #HEIGHT}. Kept as it was drawn, so that how fast and in which order it was written can be examined.
 */
public record Strokes(List<List<Point>> lines) {
    public static final int WIDTH = 1000;
    public static final int HEIGHT = 400;
    public static final int LONGEST = 100_000;
    private static final int MOST_POINTS = 8000;
    /** Less than this is no signature: a dot, a slip. */
    private static final int FEWEST_POINTS = 8;
    private static final double SHORTEST = 60;
    private static final Pattern POINT = Pattern.compile("(\\d{1,4}),(\\d{1,4}),(\\d{1,7})");

    public record Point(int x, int y, int after) {
    }

    public Strokes {
        lines = lines.stream().map(List::copyOf).toList();
    }

    /** @return empty when it is not written so */
    public static Optional<Strokes> read(String written) {
        if (written == null || written.isBlank() || written.length() > LONGEST) {
            return Optional.empty();
        }
        List<List<Point>> lines = new ArrayList<>();
        int points = 0;
        int before = 0;
        for (String stroke : written.strip().split(";", -1)) {
            List<Point> line = new ArrayList<>();
            for (String one : stroke.strip().split(" ")) {
                Matcher point = POINT.matcher(one);
                if (!point.matches() || ++points > MOST_POINTS) {
                    return Optional.empty();
                }
                Point at = new Point(Integer.parseInt(point.group(1)), Integer.parseInt(point.group(2)), Integer.parseInt(point.group(3)));
                if (at.x() > WIDTH || at.y() > HEIGHT || at.after() < before) {
                    return Optional.empty();
                }
                before = at.after();
                line.add(at);
            }
            lines.add(line);
        }
        return Optional.of(new Strokes(lines));
    }

    /** @throws BusinessException {@code selfservice.sign-unreadable}, {@code selfservice.sign-short} when nobody signs so */
    public static Strokes signature(String written) {
        Strokes strokes = read(written).orElseThrow(() -> new BusinessException(written == null || written.isBlank() ? "selfservice.sign-short" : "selfservice.sign-unreadable"));
        if (strokes.points() < FEWEST_POINTS || strokes.length() < SHORTEST) {
            throw new BusinessException("selfservice.sign-short");
        }
        return strokes;
    }

    public int points() {
        return lines.stream().mapToInt(List::size).sum();
    }

    private double length() {
        double length = 0;
        for (List<Point> line : lines) {
            for (int at = 1; at < line.size(); at++) {
                length += Math.hypot(line.get(at).x() - line.get(at - 1).x(), line.get(at).y() - line.get(at - 1).y());
            }
        }
        return length;
    }

    /** Milliseconds from the first touch to the last. */
    public int took() {
        List<Point> last = lines.get(lines.size() - 1);
        return last.get(last.size() - 1).after() - lines.get(0).get(0).after();
    }

    /** As it is kept. */
    public String written() {
        StringBuilder written = new StringBuilder();
        for (List<Point> line : lines) {
            if (!written.isEmpty()) {
                written.append(';');
            }
            for (int at = 0; at < line.size(); at++) {
                Point point = line.get(at);
                written.append(at == 0 ? "" : " ").append(point.x()).append(',').append(point.y()).append(',').append(point.after());
            }
        }
        return written.toString();
    }
}
