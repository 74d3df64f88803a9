// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import java.util.Collection;
import java.util.DoubleSummaryStatistics;

/**
 * Whether the channels are served equally well: each one's attainment x against its own target. Jain's index
 * J = (Σx)² / (n·Σx²) is 1 when all are equal and 1/n when one channel has everything; the gap is the best less the
 * worst. Index, gap and limits: field-study d.4.
 *
 * @param index 0 (excluded) to 1
 * @param gap 0 to 1; 0.1 is ten points
 */
public record Equality(double index, double gap, Light light) {
    public enum Light { GREEN, AMBER, RED }

    /** A light changes when the index is below, or the gap above, its limit. */
    public record Limits(double amberIndex, double amberGap, double redIndex, double redGap) {
        public static final Limits DEFAULT = new Limits(0.95, 0.10, 0.90, 0.20);

        public Limits {
            if (redIndex > amberIndex || redGap < amberGap) {
                throw new IllegalArgumentException("Red lies beyond amber");
            }
        }

        Light light(double index, double gap) {
            if (beyond(index, gap, redIndex, redGap)) {
                return Light.RED;
            }
            return beyond(index, gap, amberIndex, amberGap) ? Light.AMBER : Light.GREEN;
        }

        private static boolean beyond(double index, double gap, double leastIndex, double mostGap) {
            return index < leastIndex || gap > mostGap + ROUNDING;
        }
    }

    /** 0.8 − 0.7 is a hair above 0.1. */
    private static final double ROUNDING = 1e-9;

    /** @param attainments one for each channel that had contacts, 0 to 1; none, or nobody served anywhere, is equality */
    public static Equality of(Collection<Double> attainments, Limits limits) {
        if (attainments.isEmpty()) {
            return new Equality(1, 0, Light.GREEN);
        }
        DoubleSummaryStatistics all = attainments.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        double squares = attainments.stream().mapToDouble(attainment -> attainment * attainment).sum();
        double index = squares == 0 ? 1 : all.getSum() * all.getSum() / (all.getCount() * squares);
        double gap = all.getMax() - all.getMin();
        return new Equality(index, gap, limits.light(index, gap));
    }
}
