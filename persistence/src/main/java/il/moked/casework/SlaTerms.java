// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import java.time.Duration;
import java.util.Optional;

/**
 * By which times a case is measured, and who says so: its contract, else its team, else everybody's.
 *
 * @param first minutes of business time, null when nothing is measured; the others alike
 * @param calendar code
 */
public record SlaTerms(Source source, Integer first, Integer next, Integer solve, String calendar) {
    public enum Source { AGREEMENT, TEAM, DEFAULT }

    public Optional<SlaTarget> target(SlaMetric metric) {
        Integer minutes = switch (metric) {
            case FIRST_RESPONSE -> first;
            case NEXT_RESPONSE -> next;
            case RESOLUTION -> solve;
        };
        return Optional.ofNullable(minutes).map(given -> new SlaTarget(Duration.ofMinutes(given), calendar));
    }
}
