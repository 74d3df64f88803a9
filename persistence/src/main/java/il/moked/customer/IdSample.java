// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Ids drawn evenly from a span, to tell how many customers are of some kind without reading all of them or counting them
 * first. An id that nobody has counts as drawn, too: so many of those drawn, so many of the span. The same span gives the
 * same ids: when what is asked changes a little, the answer changes by that and not by the drawing.
 */
public final class IdSample {
    /** 95 of 100 drawings lie within so many standard deviations. */
    private static final double SURE = 1.96;

    private final List<Long> ids;
    private final long span;

    private IdSample(List<Long> ids, long span) {
        this.ids = ids;
        this.span = span;
    }

    /** @param all up to so many ids nothing is drawn: all are read @param draw how many are drawn of more */
    public static IdSample of(long lowest, long highest, int all, int draw) {
        long span = highest - lowest + 1;
        if (span <= all) {
            return new IdSample(List.of(), span);
        }
        Random random = new Random(span);
        Set<Long> drawn = new HashSet<>();
        while (drawn.size() < draw) {
            drawn.add(lowest + random.nextLong(span));
        }
        List<Long> ids = new ArrayList<>(drawn);
        ids.sort(null);
        return new IdSample(ids, span);
    }

    /** Whether everybody is to be read. */
    public boolean all() {
        return ids.isEmpty();
    }

    public List<Long> ids() {
        return ids;
    }

    /** @param matched of those read */
    public long estimate(int matched) {
        return all() ? matched : Math.round((double) matched / ids.size() * span);
    }

    /** How far the estimate may be off; 0 when everybody was read. For few it is as if one more had been found: nothing found is not nothing there. */
    public long margin(int matched) {
        if (all()) {
            return 0;
        }
        double share = (double) Math.max(1, Math.min(matched, ids.size() - 1)) / ids.size();
        return Math.round(SURE * Math.sqrt(share * (1 - share) / ids.size()) * span);
    }
}
