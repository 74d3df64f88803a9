// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb.planning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** A technician routing problem as Pillac, Guéret and Medaglia write theirs down: depot, technicians, requests, one a line. */
final class TechnicianInstance {
    /** Times are counted in millionths, so that rounding the way between two points changes nothing that matters. */
    static final double UNIT = 1_000_000;

    record Line(int id, double x, double y, double opens, double closes, double service, int[] skills, int[] tools, int[] parts) {
        static Line of(String text) {
            String[] columns = text.strip().replaceAll("\\[\\s*]", "[-]").split("\\s+");
            return new Line(Integer.parseInt(columns[0]), Double.parseDouble(columns[1]), Double.parseDouble(columns[2]), Double.parseDouble(columns[3]), Double.parseDouble(columns[4]),
                    Double.parseDouble(columns[5]), numbers(columns[6]), numbers(columns[7]), numbers(columns[8]));
        }

        private static int[] numbers(String list) {
            String inside = list.substring(1, list.length() - 1);
            if (inside.equals("-") || inside.isEmpty()) {
                return new int[0];
            }
            String[] each = inside.split(",");
            int[] numbers = new int[each.length];
            for (int i = 0; i < each.length; i++) {
                numbers[i] = Integer.parseInt(each[i].strip());
            }
            return numbers;
        }

        double wayTo(Line other) {
            return Math.hypot(x - other.x, y - other.y);
        }
    }

    final Line depot;
    final List<Line> technicians = new ArrayList<>();
    final List<Line> requests = new ArrayList<>();
    private final int parts;

    private TechnicianInstance(List<String> text) {
        List<String> lines = text.stream().filter(line -> !line.isBlank()).toList();
        int head = 0;
        while (!lines.get(head).startsWith("CREW")) {
            head++;
        }
        String[] counts = lines.get(head + 1).strip().split("\\s+");
        int crew = Integer.parseInt(counts[0]);
        parts = Integer.parseInt(counts[3]);
        List<Line> all = lines.stream().filter(line -> Character.isDigit(line.strip().charAt(0)) && line.contains("[")).map(Line::of).toList();
        depot = all.get(0);
        technicians.addAll(all.subList(1, crew + 1));
        requests.addAll(all.subList(crew + 1, all.size()));
    }

    static TechnicianInstance read(Path file) throws IOException {
        return new TechnicianInstance(Files.readAllLines(file));
    }

    static TechnicianInstance of(String text) {
        return new TechnicianInstance(text.lines().toList());
    }

    DayPlan plan() {
        List<Line> points = new ArrayList<>(List.of(depot));
        points.addAll(technicians);
        points.addAll(requests);
        long[][] travel = new long[points.size()][points.size()];
        for (int i = 0; i < travel.length; i++) {
            for (int j = 0; j < travel.length; j++) {
                travel[i][j] = units(points.get(i).wayTo(points.get(j)));
            }
        }
        List<Van> vans = new ArrayList<>();
        for (Line one : technicians) {
            vans.add(new Van(vans.size(), points.indexOf(one), points.indexOf(one), units(one.opens()), units(one.closes()), set(one.tools()), counts(one.parts())));
        }
        List<Job> jobs = new ArrayList<>();
        for (Line one : requests) {
            BitSet able = new BitSet();
            for (int i = 0; i < technicians.size(); i++) {
                BitSet skills = set(technicians.get(i).skills());
                able.set(i, Arrays.stream(one.skills()).allMatch(skills::get));
            }
            jobs.add(new Job(one.id(), points.indexOf(one), units(one.opens()), units(one.closes()), units(one.service()), 1, able, set(one.tools()), counts(one.parts()), new long[technicians.size()]));
        }
        return new DayPlan(vans, jobs, travel, new DayPlan.Depot(0, units(depot.opens()), units(depot.closes()), units(depot.service()), new BitSet()));
    }

    private int[] counts(int[] given) {
        return given.length == 0 ? new int[parts] : given;
    }

    private static long units(double time) {
        return Math.round(time * UNIT);
    }

    private static BitSet set(int[] numbers) {
        BitSet set = new BitSet();
        for (int number : numbers) {
            set.set(number);
        }
        return set;
    }
}
