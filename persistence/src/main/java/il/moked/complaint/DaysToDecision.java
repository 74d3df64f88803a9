// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** How many complaints were decided on which calendar day after receipt. */
public record DaysToDecision(Map<Integer, Long> counts) {
    public long decided() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The first day by which at least that many of a hundred were decided (nearest rank). @param percent 1 to 100 @return empty when nothing was decided */
    public OptionalInt percentile(int percent) {
        long rank = (decided() * percent + 99) / 100;
        long sofar = 0;
        for (Map.Entry<Integer, Long> day : new TreeMap<>(counts).entrySet()) {
            sofar += day.getValue();
            if (sofar >= rank) {
                return OptionalInt.of(day.getKey());
            }
        }
        return OptionalInt.empty();
    }
}
