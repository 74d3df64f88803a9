// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ejb;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Two transactions waited for each other, and the database ended one of them: nothing of it is stored, and it may be done
 * again at once. Rare where locks are taken in one order (see the package of the lines), never impossible; so whoever
 * begins transactions at an edge - a listener, a sweep, a click - does it again a few times before he gives up. Not to be
 * used inside a transaction: that one is lost.
 */
public final class CrossedLocks {
    private static final int MOST_TRIES = 4;
    private static final int DEEPEST = 20;
    /** PostgreSQL's deadlock, H2's deadlock and serialization failure, H2's time-out of a lock (its detection does not see every cycle). */
    private static final Set<String> STATES = Set.of("40P01", "40001", "HYT00");

    private CrossedLocks() {
    }

    public static boolean caused(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            if (cause instanceof SQLException database && database.getSQLState() != null && STATES.contains(database.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** @param step begins and ends its own transaction, and leaves nothing outside of it */
    public static <T> T retried(Supplier<T> step) {
        for (int tries = 1;; tries++) {
            try {
                return step.get();
            } catch (RuntimeException failure) {
                if (tries == MOST_TRIES || !caused(failure)) {
                    throw failure;
                }
            }
        }
    }

    /** Step after step, each in its own transaction, until one finds nothing more to do or there were {@code most}. */
    public static void drained(int most, Supplier<Boolean> step) {
        int done = 0;
        while (done < most && retried(step)) {
            done++;
        }
    }

    public static void retried(Runnable step) {
        retried(() -> {
            step.run();
            return null;
        });
    }
}
