// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

/**
 * Fifths of all customers who buy, by one number of theirs: from which number on somebody is of the second, the third, the
 * fourth and the fifth. Whoever has the same number is of the same fifth, that of the middle one of them; so a fifth may be
 * empty, and when all have the same number all are of the third.
 *
 * @param second null when nobody has as much, and so are those after it
 */
public record Quintile(Long second, Long third, Long fourth, Long fifth) {
    private static final int FIFTHS = 5;

    /** 1, the lowest, to 5. */
    public int score(long number) {
        return 1 + reached(second, number) + reached(third, number) + reached(fourth, number) + reached(fifth, number);
    }

    private static int reached(Long from, long number) {
        return from != null && number >= from ? 1 : 0;
    }

    /** Finds them on one way through the numbers, the least first. */
    static final class Reckoning {
        private final long all;
        private final Long[] from = new Long[FIFTHS];
        private long below;

        /** @param all customers there are */
        Reckoning(long all) {
            this.all = all;
        }

        /** @param number greater than the one before @param customers who have it, at least one */
        void add(long number, long customers) {
            int fifth = (int) Math.min(FIFTHS - 1, FIFTHS * (2 * below + customers) / (2 * all));
            for (int reached = fifth; reached >= 0 && from[reached] == null; reached--) {
                from[reached] = number;
            }
            below += customers;
        }

        Quintile done() {
            return new Quintile(from[1], from[2], from[3], from[4]);
        }
    }
}
