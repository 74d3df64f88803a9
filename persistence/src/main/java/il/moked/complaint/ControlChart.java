// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A c-chart (Shewhart): counts of equal periods, and the limits within which chance alone keeps them. Mean and limits come
 * from the periods before the newest one, which is judged by them: mean ± 3·√mean, not below 0. A period is out when it is above
 * the upper limit (Western Electric rule 1), or the last of {@value #RUN} in a row above the mean (Nelson rule 2 counts 9; Western Electric 8).
 */
public final class ControlChart {
    /** Earlier periods without which nothing is judged. */
    public static final int LEAST_BASE = 8;
    /** Fewer complaints than these are no alarm, however few there were before. */
    public static final int LEAST_COUNT = 3;
    public static final int RUN = 8;

    public enum Rule { LIMIT, RUN }

    /** @param upper of the limits @param lower never below 0 */
    public record Limits(double mean, double upper, double lower) {
    }

    private final List<Integer> counts;
    private final Limits limits;

    /** @param counts oldest first, the newest last */
    public ControlChart(List<Integer> counts) {
        this.counts = List.copyOf(counts);
        this.limits = counts.size() <= LEAST_BASE ? null : limits(counts.subList(0, counts.size() - 1));
    }

    private static Limits limits(List<Integer> base) {
        double mean = base.stream().mapToInt(Integer::intValue).average().orElse(0);
        double three = 3 * Math.sqrt(mean);
        return new Limits(mean, mean + three, Math.max(0, mean - three));
    }

    /** Empty as long as there are too few periods. */
    public Optional<Limits> limits() {
        return Optional.ofNullable(limits);
    }

    /** By which rules a period is out; of none when it is not. */
    public List<Rule> out(int period) {
        List<Rule> rules = new ArrayList<>();
        if (limits != null && counts.get(period) >= LEAST_COUNT) {
            if (counts.get(period) > limits.upper()) {
                rules.add(Rule.LIMIT);
            }
            if (period + 1 >= RUN && counts.subList(period + 1 - RUN, period + 1).stream().allMatch(count -> count > limits.mean())) {
                rules.add(Rule.RUN);
            }
        }
        return rules;
    }

    public List<Integer> counts() {
        return counts;
    }
}
