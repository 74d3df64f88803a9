// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import java.util.Comparator;
import java.util.List;

/**
 * How likely two customers are one.
 *
 * @param score sum of the evidence, in bits
 * @param evidence the weightiest first
 */
public record Likeness(double score, Verdict verdict, List<Evidence> evidence) {
    public enum Verdict {
        /** Near-certain, and nothing contradicts. */
        CERTAIN,
        /** A person has to look. */
        REVIEW,
        /** Two. */
        APART
    }

    public Likeness {
        evidence = evidence.stream().sorted(Comparator.comparingDouble((Evidence one) -> -Math.abs(one.weight())).thenComparing(Evidence::subject)).toList();
    }

    public List<Evidence> reasonsFor() {
        return evidence.stream().filter(Evidence::isFor).toList();
    }

    public List<Evidence> reasonsAgainst() {
        return evidence.stream().filter(one -> one.weight() < 0).toList();
    }
}
