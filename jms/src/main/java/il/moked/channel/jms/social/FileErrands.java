// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.social;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** How many files this node is fetching now. */
@ApplicationScoped
class FileErrands {
    private static final int MOST = 6;
    private static final int MOST_OF_AN_ACCOUNT = 2;

    private final Map<Long, Integer> underWay = new HashMap<>();

    /** How many more may be fetched for the account. */
    synchronized int free(long account) {
        int all = underWay.values().stream().mapToInt(Integer::intValue).sum();
        return Math.max(0, Math.min(MOST - all, MOST_OF_AN_ACCOUNT - underWay.getOrDefault(account, 0)));
    }

    synchronized void begin(long account) {
        underWay.merge(account, 1, Integer::sum);
    }

    synchronized void end(long account) {
        underWay.computeIfPresent(account, (known, files) -> files == 1 ? null : files - 1);
    }
}
