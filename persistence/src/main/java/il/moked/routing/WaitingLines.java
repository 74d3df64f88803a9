// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What waits for the agents of one team, as a round of the {@link Router} reads it: the tables in the running service
 * ({@link WorkLines}), a memory where a day is lived through once more ({@link LinesInMemory}). Items of a line come in
 * the order in which they are due.
 */
public interface WaitingLines {
    Comparator<WaitingItem> MOST_URGENT_FIRST = Comparator.comparing(WaitingItem::dueAt).thenComparingLong(WaitingItem::id);

    /** Lines in which something may wait. */
    Collection<WorkLine> lines();

    /**
     * The first item of each of these lines that has waited since a moment or longer, which is named with the line;
     * {@link Instant#MAX}: however short. A line without such an item is left out.
     */
    List<WaitingItem> heads(Map<WorkLine, Instant> since);

    /** What follows an item in its line and has waited since a moment or longer, at most so many. */
    List<WaitingItem> behind(WaitingItem item, Instant since, int most);
}
