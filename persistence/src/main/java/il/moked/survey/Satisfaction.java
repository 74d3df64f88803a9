// SPDX-License-Identifier: Apache-2.0
package il.moked.survey;

/**
 * What those said who were asked in a time, together or of one kind.
 *
 * @param of code of what they have in common, null where that is nothing @param asked how many @param answered how many of them
 * @param overall mean of the first answers, the others alike; NaN when nobody answered
 */
public record Satisfaction(String of, long asked, long answered, double overall, double expectations, double ideal) {
    /** Fewer answers than this say little: who reads the figure is told. */
    public static final int FEW = 30;

    /** 0 to 100, rounded; null when nobody answered. */
    public Integer index() {
        return answered == 0 ? null : (int) Math.round(SatisfactionIndex.of(overall, expectations, ideal));
    }

    /** Of a hundred who were asked. */
    public int share() {
        return asked == 0 ? 0 : (int) Math.round(100.0 * answered / asked);
    }

    public boolean few() {
        return answered > 0 && answered < FEW;
    }
}
