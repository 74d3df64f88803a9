// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What is read at every contact and changed by an administrator now and then: each node remembers what it read for a
 * short while, so a change is seen everywhere after that while. What is not there is not remembered.
 */
public final class Remembered<K, V> {
    private final Map<K, Held<V>> held = new ConcurrentHashMap<>();
    private final long nanos;
    private final LongSupplier elapsed;

    private record Held<V>(V value, long since) {
    }

    public Remembered(Duration howLong) {
        this(howLong, System::nanoTime);
    }

    /** @param elapsed nanoseconds since whenever */
    Remembered(Duration howLong, LongSupplier elapsed) {
        this.nanos = howLong.toNanos();
        this.elapsed = elapsed;
    }

    /** @param read asks the database; its null is given back and not remembered */
    public V get(K key, Function<K, V> read) {
        long now = elapsed.getAsLong();
        Held<V> known = held.get(key);
        if (known != null && now - known.since() < nanos) {
            return known.value();
        }
        V value = read.apply(key);
        if (value == null) {
            held.remove(key);
        } else {
            held.put(key, new Held<>(value, now));
        }
        return value;
    }
}
