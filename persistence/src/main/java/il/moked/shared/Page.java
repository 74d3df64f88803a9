// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import java.util.List;

/** One page of a list read by key: the rows, and whether more follow. There is no total: nothing here counts history. */
public record Page<T>(List<T> rows, boolean more) {
    /** From a query that asked for one row more than the page holds. */
    public static <T> Page<T> of(List<T> oneMore, int size) {
        return oneMore.size() > size ? new Page<>(List.copyOf(oneMore.subList(0, size)), true) : new Page<>(List.copyOf(oneMore), false);
    }
}
