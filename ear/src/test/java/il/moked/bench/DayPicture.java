// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** A day of calls as one picture: how many waited, how long VIPs and others waited, how many served. */
final class DayPicture {
    private static final ZoneId ISRAEL = ZoneId.of("Asia/Jerusalem");
    private static final int FIRST_HOUR = 7;
    private static final int LAST_HOUR = 24;
    private static final int WIDTH = 960;
    private static final int LEFT = 56;
    private static final int PANEL = 130;
    private static final Duration STEP = Duration.ofMinutes(5);

    private record Wait(Instant from, Instant until, boolean served, String group) {
    }

    private final TreeMap<Instant, Integer> staff;
    private final List<Wait> waits = new ArrayList<>();

    DayPicture(TreeMap<Instant, Integer> staff) {
        this.staff = staff;
    }

    void waited(Instant from, Instant until, boolean served, String group) {
        if (until != null) {
            waits.add(new Wait(from, until, served, group));
        }
    }

    String svg() {
        Instant morning = waits.get(0).from().atZone(ISRAEL).toLocalDate().atTime(FIRST_HOUR, 0).atZone(ISRAEL).toInstant();
        int steps = (int) (Duration.ofHours(LAST_HOUR - FIRST_HOUR).toMinutes() / STEP.toMinutes());
        double[] length = new double[steps];
        double[] vip = new double[steps];
        double[] others = new double[steps];
        for (int step = 0; step < steps; step++) {
            Instant from = morning.plus(STEP.multipliedBy(step));
            Instant until = from.plus(STEP);
            length[step] = waits.stream().mapToLong(wait -> overlap(wait, from, until)).sum() / (double) STEP.toMillis();
            vip[step] = mean(from, until, true);
            others[step] = mean(from, until, false);
        }
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + (WIDTH + LEFT + 20) + " 500\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#445\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        panel(svg, 20, "waiting", length, "#0f766e", true);
        double[][] both = {vip, others};
        scaled(svg, 20 + PANEL + 24, "mean wait, s: VIP (teal), others (grey)", both, new String[] {"#0f766e", "#99a"});
        double[] serving = new double[steps];
        for (int step = 0; step < steps; step++) {
            var count = staff.floorEntry(morning.plus(STEP.multipliedBy(step)));
            serving[step] = count == null ? 0 : count.getValue();
        }
        panel(svg, 20 + 2 * (PANEL + 24), "agents at work", serving, "#667", false);
        for (int hour = FIRST_HOUR; hour <= LAST_HOUR; hour++) {
            int x = LEFT + (hour - FIRST_HOUR) * WIDTH / (LAST_HOUR - FIRST_HOUR);
            svg.append("<text x=\"").append(x).append("\" y=\"492\" text-anchor=\"middle\">").append(hour).append(":00</text>\n");
        }
        return svg.append("</svg>\n").toString();
    }

    private static long overlap(Wait wait, Instant from, Instant until) {
        long begin = Math.max(wait.from().toEpochMilli(), from.toEpochMilli());
        long end = Math.min(wait.until().toEpochMilli(), until.toEpochMilli());
        return Math.max(0, end - begin);
    }

    private double mean(Instant from, Instant until, boolean vip) {
        return waits.stream().filter(wait -> wait.group().equals("VIP") == vip && !wait.from().isBefore(from) && wait.from().isBefore(until)).mapToDouble(wait -> Duration.between(wait.from(), wait.until()).toMillis() / 1000.0).average().orElse(0);
    }

    private static void panel(StringBuilder svg, int top, String name, double[] values, String colour, boolean filled) {
        double most = most(values);
        frame(svg, top, name, most);
        String line = line(values, most, top);
        svg.append(filled ? "<polygon fill=\"" + colour + "\" fill-opacity=\"0.25\" stroke=\"" + colour + "\" points=\"" + LEFT + "," + (top + PANEL) + " " + line + " " + (LEFT + WIDTH) + "," + (top + PANEL) + "\"/>\n"
                : "<polyline fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"1.500\" points=\"" + line + "\"/>\n");
    }

    private static void scaled(StringBuilder svg, int top, String name, double[][] lines, String[] colours) {
        double most = Math.max(most(lines[0]), most(lines[1]));
        frame(svg, top, name, most);
        for (int each = lines.length - 1; each >= 0; each--) {
            svg.append("<polyline fill=\"none\" stroke=\"").append(colours[each]).append("\" stroke-width=\"1.500\" points=\"").append(line(lines[each], most, top)).append("\"/>\n");
        }
    }

    private static void frame(StringBuilder svg, int top, String name, double most) {
        svg.append("<line x1=\"").append(LEFT).append("\" x2=\"").append(LEFT + WIDTH).append("\" y1=\"").append(top + PANEL).append("\" y2=\"").append(top + PANEL).append("\" stroke=\"#99a\"/>\n<text x=\"").append(LEFT).append("\" y=\"")
                .append(top + 2).append("\" font-weight=\"bold\">").append(name).append("</text>\n<text x=\"").append(LEFT - 6).append("\" y=\"").append(top + 14).append("\" text-anchor=\"end\">").append(Math.round(most))
                .append("</text>\n<text x=\"").append(LEFT - 6).append("\" y=\"").append(top + PANEL).append("\" text-anchor=\"end\">0</text>\n");
    }

    private static double most(double[] values) {
        double most = 1;
        for (double value : values) {
            most = Math.max(most, value);
        }
        return most;
    }

    private static String line(double[] values, double most, int top) {
        StringBuilder points = new StringBuilder();
        for (int at = 0; at < values.length; at++) {
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", LEFT + (double) at * WIDTH / (values.length - 1), top + PANEL - (PANEL - 12) * values[at] / most));
        }
        return points.toString().strip();
    }
}
