// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.customer.Segment;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which branches are for whom, and at which counters he is served there: the first line that fits says it. Where none does, or
 * the line names no branch, those are for him that say so of his segment. It is advice: nobody is turned away.
 *
 * @param version 1 upwards
 */
public record BranchRules(int version, List<Line> lines) {
    /** What a new installation starts with: each branch says itself whom it is for. */
    public static final BranchRules FIRST = new BranchRules(1, List.of());

    /** Who comes. @param employees of a company, empty when nobody knows @param product code of what it is about, or null @param reason code */
    public record Visitor(Segment segment, OptionalLong employees, String product, String reason) {
    }

    /**
     * @param segments empty: all @param leastEmployees and @param mostEmployees null: whatever the size @param products and @param reasons empty: all
     * @param branches codes, the best first; empty: whichever are for his segment @param group of counters, null: all
     */
    public record Line(String name, Set<Segment> segments, Long leastEmployees, Long mostEmployees, Set<String> products, Set<String> reasons, List<String> branches, String group) {
        public Line {
            segments = Set.copyOf(segments);
            products = Set.copyOf(products);
            reasons = Set.copyOf(reasons);
            branches = List.copyOf(branches);
        }

        boolean fits(Visitor visitor) {
            return (segments.isEmpty() || segments.contains(visitor.segment()))
                    && (leastEmployees == null || visitor.employees().isPresent() && visitor.employees().getAsLong() >= leastEmployees)
                    && (mostEmployees == null || visitor.employees().isPresent() && visitor.employees().getAsLong() <= mostEmployees)
                    && (products.isEmpty() || visitor.product() != null && products.contains(visitor.product()))
                    && (reasons.isEmpty() || visitor.reason() != null && reasons.contains(visitor.reason()));
        }
    }

    /** @param line that decided, null when none did @param version of the rules @param branches codes, empty: whichever are for his segment @param group of counters, or null */
    public record Choice(String line, int version, List<String> branches, String group) {
    }

    public BranchRules {
        if (version < 1) {
            throw new IllegalArgumentException("Versions begin with 1");
        }
        lines = List.copyOf(lines);
    }

    public Choice choose(Visitor visitor) {
        Optional<Line> first = lines.stream().filter(line -> line.fits(visitor)).findFirst();
        return first.map(line -> new Choice(line.name(), version, line.branches(), line.group())).orElseGet(() -> new Choice(null, version, List.of(), null));
    }
}
