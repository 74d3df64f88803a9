// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import java.util.Arrays;
import java.util.Locale;

/** How long things took. Any thread may add. */
final class Latencies {
    private static final double NANOS = 1e6;

    private long[] nanos = new long[1024];
    private int size;

    synchronized void add(long took) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = took;
    }

    /** What was added after so many, given to another. */
    synchronized void since(int before, Latencies other) {
        for (int at = before; at < size; at++) {
            other.add(nanos[at]);
        }
    }

    synchronized int size() {
        return size;
    }

    /** Milliseconds that the given share took at most. @param share 0 to 1 */
    synchronized double at(double share) {
        if (size == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(size - 1L, Math.round(Math.ceil(share * size)) - 1)] / NANOS;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms", at(0.5), at(0.95), at(0.99));
    }
}
