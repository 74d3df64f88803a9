// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.portal;

import jakarta.ejb.EJBException;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What the pages that take contacts must know of the inside, also while that is away: the last answer is kept. After a failure nobody
 * asks for a while, so that not every visitor waits for nothing.
 */
final class LastKnown<K, V> {
    private static final long SPARED = Duration.ofSeconds(5).toNanos();

    private final Map<K, V> answers = new ConcurrentHashMap<>();
    private final Outage outage;

    /** What all who ask the same inside know of it. */
    static final class Outage {
        private volatile long failedAt;
        private volatile boolean failed;

        private void begins() {
            failedAt = System.nanoTime();
            failed = true;
        }

        /** Whether the last who asked got no answer, a moment ago. */
        boolean lasts() {
            return failed && System.nanoTime() - failedAt <= SPARED;
        }
    }

    LastKnown(Outage common) {
        outage = common;
    }

    /** @param otherwise when it was never answered */
    V get(K key, Supplier<V> asked, V otherwise) {
        if (!outage.lasts()) {
            try {
                V answer = asked.get();
                answers.put(key, answer);
                return answer;
            } catch (EJBException | PersistenceException away) {
                outage.begins();
            }
        }
        return answers.getOrDefault(key, otherwise);
    }
}
