// SPDX-License-Identifier: Apache-2.0
package il.moked.survey;

/**
 * An index of the kind of the American Customer Satisfaction Index: ((x1 − 1)·w1 + (x2 − 1)·w2 + (x3 − 1)·w3) / 9 × 100 over the means of the three answers
 * (ACSI methodology reports 2005 and 2008). ACSI's weights come from its own model and are not published: these are equal, and
 * where the index is shown that is said.
 */
public final class SatisfactionIndex {
    private static final double QUESTIONS = 3;
    private static final double SPAN = Judgement.BEST - Judgement.WORST;

    private SatisfactionIndex() {
    }

    /** @param overall and the other means, each 1 to 10 @return 0 to 100 */
    public static double of(double overall, double expectations, double ideal) {
        return (overall + expectations + ideal - QUESTIONS * Judgement.WORST) / (QUESTIONS * SPAN) * 100;
    }
}
