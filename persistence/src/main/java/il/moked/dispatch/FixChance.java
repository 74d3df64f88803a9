// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

/**
 * How likely the first visit fixes it, learnt from what happened so far. What happened seldom says little: each figure is drawn
 * towards the next more general one, which weighs as much as {@link #WEIGHT} visits.
 */
public final class FixChance {
    /** Before anything was seen: the average of the trade. */
    public static final double BEFORE = 0.72;
    private static final double WEIGHT = 8;

    /** @param fixed of them @param visits first visits */
    public record Seen(long fixed, long visits) {
        public static final Seen NOTHING = new Seen(0, 0);

        public Seen {
            if (fixed < 0 || visits < fixed) {
                throw new IllegalArgumentException("Of visits some are successful");
            }
        }
    }

    private FixChance() {
    }

    /** @param all of everybody with everything @param product of everybody with this product @param technician of this technician with everything @param both of him with it @return between 0 and 1 */
    public static double of(Seen all, Seen product, Seen technician, Seen both) {
        double general = drawn(all, BEFORE);
        double expected = (drawn(product, general) + drawn(technician, general)) / 2;
        return drawn(both, expected);
    }

    private static double drawn(Seen seen, double towards) {
        return (seen.fixed() + WEIGHT * towards) / (seen.visits() + WEIGHT);
    }
}
