// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.ivr.FlowCheck.Finding;
import il.moked.ivr.MenuFlow;
import il.moked.ivr.MenuNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A menu as a drawing: a place stands one row below the first place that leads to it, and in a row in the order of the keys. In a language from right
 * to left the drawing is mirrored, the words in it are not.
 */
public record FlowDrawing(int width, int height, List<Box> boxes, List<Way> ways) {
    private static final int BOX_WIDTH = 132;
    private static final int BOX_HEIGHT = 46;
    private static final int APART = 20;
    private static final int ROW = 104;
    private static final int EDGE = 12;

    /** A place. @param looks end of its class @param faulty whether an error is in it */
    public record Box(String code, String kind, int x, int y, int middle, String looks, boolean chosen, boolean faulty) {
        public int width() {
            return BOX_WIDTH;
        }

        public int height() {
            return BOX_HEIGHT;
        }
    }

    /** How one comes from a place to another. @param path as SVG writes it @param keys that lead there, empty where nothing is pressed @param back whether it leads upwards or aside */
    public record Way(String path, String keys, int x, int y, boolean back) {
    }

    private record Spot(int row, int column) {
    }

    static FlowDrawing of(MenuFlow flow, String chosen, List<Finding> findings, boolean rightToLeft) {
        Map<String, Spot> spots = spots(flow);
        int columns = spots.values().stream().mapToInt(Spot::column).max().orElse(0) + 1;
        int rows = spots.values().stream().mapToInt(Spot::row).max().orElse(0) + 1;
        int width = EDGE * 2 + columns * (BOX_WIDTH + APART) - APART;
        Map<Integer, Long> inRow = spots.values().stream().collect(Collectors.groupingBy(Spot::row, Collectors.counting()));
        Map<String, Box> boxes = new LinkedHashMap<>();
        for (MenuNode node : flow.nodes()) {
            Spot spot = spots.get(node.code());
            int free = (columns - inRow.get(spot.row()).intValue()) * (BOX_WIDTH + APART) / 2;
            int fromStart = EDGE + free + spot.column() * (BOX_WIDTH + APART);
            int x = rightToLeft ? width - fromStart - BOX_WIDTH : fromStart;
            boolean faulty = findings.stream().anyMatch(finding -> finding.error() && finding.node().equals(node.code()));
            boxes.putIfAbsent(node.code(), new Box(node.code(), node.kind().name(), x, EDGE + spot.row() * ROW, x + BOX_WIDTH / 2, node.kind().ends() ? "end" : node.kind().asks() ? "ask" : "say", node.code().equals(chosen), faulty));
        }
        List<Way> ways = new ArrayList<>();
        flow.nodes().forEach(node -> MenuFlow.ways(node).stream().filter(boxes::containsKey).forEach(to -> ways.add(way(boxes.get(node.code()), boxes.get(to), keys(node, to)))));
        return new FlowDrawing(width, EDGE * 2 + (rows - 1) * ROW + BOX_HEIGHT, List.copyOf(boxes.values()), ways);
    }

    private static String keys(MenuNode node, String to) {
        return node.choices().stream().filter(choice -> to.equals(choice.next())).map(MenuNode.Choice::key).collect(Collectors.joining(" "));
    }

    /** What nothing leads to stands in a last row of its own. */
    private static Map<String, Spot> spots(MenuFlow flow) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(flow.start()));
        rows.put(flow.start(), 0);
        while (!open.isEmpty()) {
            String code = open.remove();
            flow.find(code).ifPresent(node -> MenuFlow.ways(node).stream().filter(way -> flow.find(way).isPresent() && !rows.containsKey(way)).forEach(way -> {
                rows.put(way, rows.get(code) + 1);
                open.add(way);
            }));
        }
        int last = rows.values().stream().max(Integer::compareTo).orElse(0) + 1;
        flow.nodes().forEach(node -> rows.putIfAbsent(node.code(), last));
        Map<Integer, Integer> filled = new HashMap<>();
        Map<String, Spot> spots = new LinkedHashMap<>();
        rows.forEach((code, row) -> spots.put(code, new Spot(row, filled.merge(row, 1, Integer::sum) - 1)));
        return spots;
    }

    private static Way way(Box from, Box to, String keys) {
        boolean back = to.y() <= from.y();
        int x1 = from.middle();
        int y1 = back ? from.y() : from.y() + BOX_HEIGHT;
        int x2 = to.middle();
        int y2 = back ? to.y() + BOX_HEIGHT : to.y();
        if (back && to.y() == from.y()) {
            y2 = to.y();
        }
        int bend = back ? -ROW / 3 : ROW / 3;
        int end = back && to.y() == from.y() ? y2 + bend : y2 - bend;
        String path = "M" + x1 + " " + y1 + " C" + x1 + " " + (y1 + bend) + " " + x2 + " " + end + " " + x2 + " " + y2;
        return new Way(path, keys, x1 + (x2 - x1) * 2 / 3, y1 + (y2 - y1) * 2 / 3 + 4, back);
    }
}
