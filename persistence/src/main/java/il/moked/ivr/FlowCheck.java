// SPDX-License-Identifier: Apache-2.0
package il.moked.ivr;

import il.moked.ivr.MenuNode.Choice;
import il.moked.ivr.MenuNode.Kind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is wrong with a flow. An error keeps it from coming in force; a warning is for whoever edits it. The law wants a human
 * answer about some subjects within minutes of dialling, so the way there through the menu, heard to its end, must be shorter.
 */
public final class FlowCheck {
    /** More of either and nobody remembers what was said first. */
    public static final int DEEPEST = 3;
    public static final int MOST_CHOICES = 5;
    /** Spoken letters and digits of one second, slowly. */
    private static final int LETTERS_A_SECOND = 12;
    /** To find and press a key. */
    private static final Duration PRESSING = Duration.ofSeconds(4);

    private final MenuFlow flow;
    private final List<Finding> findings = new ArrayList<>();

    private FlowCheck(MenuFlow flow) {
        this.flow = flow;
    }

    /** @param node where, empty for the flow as a whole @param what the end of a text's key @param detail a code, a key or a number; empty for none */
    public record Finding(boolean error, String node, String what, String detail) {
    }

    /** @param subjects that the law wants answered by a human @param within from dialling */
    public static List<Finding> of(MenuFlow flow, Set<String> subjects, Duration within) {
        FlowCheck check = new FlowCheck(flow);
        check.whole();
        flow.nodes().forEach(check::place);
        if (check.findings.stream().noneMatch(Finding::error)) {
            check.reach();
            check.silentLoops();
            check.depth();
            new TreeSet<>(subjects).forEach(subject -> check.legal(subject, within));
        }
        return List.copyOf(check.findings);
    }

    private void error(String node, String what, String detail) {
        findings.add(new Finding(true, node, what, detail == null ? "" : detail));
    }

    private void warning(String node, String what, String detail) {
        findings.add(new Finding(false, node, what, detail));
    }

    private void whole() {
        if (flow.find(flow.start()).isEmpty()) {
            error("", "start", flow.start());
        }
        if (!flow.humanKey().matches("[0-9*]")) {
            error("", "human-key", flow.humanKey());
        }
        if (flow.find(flow.human()).filter(node -> node.kind() == Kind.HUMAN).isEmpty()) {
            error("", "human", flow.human());
        }
        if (flow.nodes().size() > MenuFlow.MOST_NODES) {
            error("", "too-many", String.valueOf(MenuFlow.MOST_NODES));
        }
        Set<String> codes = new HashSet<>();
        flow.nodes().stream().filter(node -> !codes.add(node.code())).forEach(node -> error(node.code(), "twice", ""));
    }

    private void place(MenuNode node) {
        MenuFlow.ways(node).stream().filter(way -> flow.find(way).isEmpty()).forEach(way -> error(node.code(), "unknown", way));
        Set<String> keys = new HashSet<>();
        for (Choice choice : node.choices()) {
            if (!choice.key().matches("[0-9*]")) {
                error(node.code(), "key", choice.key());
            } else if (choice.key().equals(flow.humanKey())) {
                error(node.code(), "human-taken", choice.key());
            } else if (!keys.add(choice.key())) {
                error(node.code(), "key-twice", choice.key());
            }
            if (choice.next() == null || node.kind() == Kind.LANGUAGE && !Set.of("he", "en").contains(String.valueOf(choice.language()))) {
                error(node.code(), "choice", choice.key());
            }
        }
        boolean keysDecide = node.kind() == Kind.CHOOSE || node.kind() == Kind.LANGUAGE;
        if (keysDecide && node.choices().isEmpty()) {
            error(node.code(), "no-choice", "");
        }
        if (!keysDecide && !node.choices().isEmpty()) {
            error(node.code(), "no-keys-here", "");
        }
        if (!keysDecide && !node.kind().ends() && node.next() == null) {
            error(node.code(), "no-next", "");
        }
        if (node.words("he").isBlank() != node.words("en").isBlank() || node.words("he").isBlank() && (keysDecide || node.kind() == Kind.SAY || node.kind() == Kind.MESSAGE)) {
            error(node.code(), "words", "");
        }
        if (node.words("he").length() > MenuFlow.LONGEST_WORDS || node.words("en").length() > MenuFlow.LONGEST_WORDS) {
            error(node.code(), "too-long", String.valueOf(MenuFlow.LONGEST_WORDS));
        }
        if (node.choices().size() > MOST_CHOICES) {
            warning(node.code(), "many-choices", String.valueOf(MOST_CHOICES));
        }
    }

    private void reach() {
        Set<String> reached = new HashSet<>(Set.of(flow.human()));
        Deque<String> open = new ArrayDeque<>(List.of(flow.start()));
        while (!open.isEmpty()) {
            String code = open.remove();
            if (reached.add(code)) {
                open.addAll(MenuFlow.ways(flow.get(code)));
            }
        }
        flow.nodes().stream().filter(node -> !reached.contains(node.code())).forEach(node -> error(node.code(), "unreached", ""));
        flow.nodes().stream().filter(node -> node.kind().personal() && reachedUnproved(node.code())).forEach(node -> warning(node.code(), "unproved", ""));
    }

    /** Whether one can come there without having proved who he is; he is then asked for it there. */
    private boolean reachedUnproved(String wanted) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(flow.start()));
        while (!open.isEmpty()) {
            String code = open.remove();
            if (!seen.add(code)) {
                continue;
            }
            if (code.equals(wanted)) {
                return true;
            }
            MenuNode node = flow.get(code);
            if (node.kind() == Kind.AUTHENTICATE) {
                if (node.otherwise() != null) {
                    open.add(node.otherwise());
                }
            } else {
                open.addAll(MenuFlow.ways(node));
            }
        }
        return false;
    }

    /** Places one leaves by oneself, round and round: nobody could ever press anything. */
    private void silentLoops() {
        for (MenuNode begin : flow.nodes()) {
            Set<String> seen = new HashSet<>();
            MenuNode node = begin;
            while (node != null && !node.kind().asks() && node.next() != null && seen.add(node.code())) {
                node = flow.find(node.next()).orElse(null);
                if (node == begin) {
                    error(begin.code(), "loop", "");
                    break;
                }
            }
        }
    }

    private void depth() {
        Map<String, Integer> depths = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(flow.start()));
        depths.put(flow.start(), 0);
        while (!open.isEmpty()) {
            MenuNode node = flow.get(open.remove());
            int below = depths.get(node.code()) + (node.kind() == Kind.CHOOSE ? 1 : 0);
            if (node.kind() == Kind.CHOOSE && below > DEEPEST) {
                warning(node.code(), "deep", String.valueOf(DEEPEST));
            }
            MenuFlow.ways(node).stream().filter(way -> !depths.containsKey(way)).forEach(way -> {
                depths.put(way, below);
                open.add(way);
            });
        }
    }

    private void legal(String subject, Duration within) {
        Map<String, Duration> times = times();
        Duration soonest = flow.nodes().stream().filter(node -> node.kind() == Kind.HUMAN && subject.equals(node.subject())).map(node -> times.get(node.code())).filter(time -> time != null).min(Duration::compareTo).orElse(null);
        if (soonest == null) {
            error("", "legal-missing", subject);
        } else if (soonest.compareTo(within) >= 0) {
            error("", "legal-late", subject);
        }
    }

    /** How long after dialling one is at each place, when all is heard to its end and the way is the shortest. */
    public static Map<String, Duration> times(MenuFlow flow) {
        return new FlowCheck(flow).times();
    }

    private Map<String, Duration> times() {
        Map<String, Duration> times = new HashMap<>(Map.of(flow.start(), Duration.ZERO));
        for (int round = 0; round < flow.nodes().size(); round++) {
            for (MenuNode node : flow.nodes()) {
                Duration here = times.get(node.code());
                if (here != null) {
                    Duration after = here.plus(spent(node));
                    MenuFlow.ways(node).forEach(way -> times.merge(way, after, (one, other) -> one.compareTo(other) <= 0 ? one : other));
                }
            }
        }
        return times;
    }

    private static Duration spent(MenuNode node) {
        int letters = Math.max(node.words("he").length(), node.words("en").length());
        Duration spoken = Duration.ofSeconds((letters + LETTERS_A_SECOND - 1) / LETTERS_A_SECOND);
        return switch (node.kind()) {
            case CHOOSE, LANGUAGE -> spoken.plus(PRESSING);
            case AUTHENTICATE -> spoken.plusSeconds(60);
            default -> spoken;
        };
    }
}
