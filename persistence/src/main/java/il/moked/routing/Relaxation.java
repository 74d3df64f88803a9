// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a waiting contact asks less of whoever serves it the longer it waits: timed steps, each wider than the one before.
 * Languages and authorisations are kept in every step. After Amazon Connect's routing steps and Genesys' rings
 * (field-study d.4).
 *
 * @param steps the first one begins at once; at least one
 */
public record Relaxation(List<Step> steps) {
    /** 0–20 s all, 20–45 s one level lower, 45–90 s only what is required, then anyone of the queue. */
    public static final Relaxation DEFAULT = new Relaxation(List.of(new Step(Duration.ZERO, 0, Keep.ALL), new Step(Duration.ofSeconds(20), 1, Keep.ALL),
            new Step(Duration.ofSeconds(45), 1, Keep.REQUIRED), new Step(Duration.ofSeconds(90), 1, Keep.WHAT_NEVER_RELAXES)));
    /** Never asks less. */
    public static final Relaxation NEVER = new Relaxation(List.of(new Step(Duration.ZERO, 0, Keep.ALL)));

    public enum Keep { ALL, REQUIRED, WHAT_NEVER_RELAXES }

    /**
     * @param after waited this long, from this moment on
     * @param lower levels less, 0 to 4, never below 1
     */
    public record Step(Duration after, int lower, Keep keep) {
        boolean widerThan(Step before) {
            return after.compareTo(before.after) > 0 && lower >= before.lower && keep.compareTo(before.keep) >= 0;
        }
    }

    public Relaxation {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || !steps.get(0).after().isZero()) {
            throw new IllegalArgumentException("The first step begins at once");
        }
        for (int at = 1; at < steps.size(); at++) {
            if (!steps.get(at).widerThan(steps.get(at - 1))) {
                throw new IllegalArgumentException("Step " + at + " is not later and wider than the one before");
            }
        }
    }

    /** Number of the step after that wait, from 0. */
    public int stepAfter(Duration waited) {
        int step = 0;
        while (step + 1 < steps.size() && waited.compareTo(steps.get(step + 1).after()) >= 0) {
            step++;
        }
        return step;
    }

    /** How long one waits until the step that follows; empty in the last. */
    public Optional<Duration> endOf(int step) {
        return step + 1 < steps.size() ? Optional.of(steps.get(step + 1).after()) : Optional.empty();
    }

    /** What is still asked for in a step. */
    public Requirement ask(Requirement full, int step) {
        Step now = steps.get(step);
        if (full.skills().isEmpty() || now.lower() == 0 && now.keep() == Keep.ALL) {
            return full;
        }
        return new Requirement(full.skills().stream().filter(required -> kept(required, now.keep())).map(required -> required.lower(now.lower())).toList());
    }

    /** Codes of skills asked for at first and no longer in that step, sorted. */
    public Set<String> dropped(Requirement full, int step) {
        Set<String> dropped = new TreeSet<>();
        full.skills().stream().filter(required -> !kept(required, steps.get(step).keep())).forEach(required -> dropped.add(required.skill().code()));
        return dropped;
    }

    private static boolean kept(RequiredSkill required, Keep keep) {
        return switch (keep) {
            case ALL -> true;
            case REQUIRED -> !required.additional();
            case WHAT_NEVER_RELAXES -> !required.skill().relaxes();
        };
    }
}
