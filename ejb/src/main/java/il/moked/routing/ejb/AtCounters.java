// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import java.util.Optional;
import java.util.Set;

/** Teams whose people stand at counters: who is before them comes first, and in between they answer in writing at most. */
public interface AtCounters {
    /** @return who of that team may be offered something written now; empty when it is no team of a branch */
    Optional<Set<Long>> slack(long teamId);
}
