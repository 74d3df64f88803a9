// SPDX-License-Identifier: Apache-2.0
package il.moked.survey;

import il.moked.shared.BusinessException;

/**
 * The three questions of the American Customer Satisfaction Index, each answered from {@value #WORST} to {@value #BEST}.
 *
 * @param overall how content he is, all in all @param expectations how it was against what he expected @param ideal how near it was to the best he can think of
 */
public record Judgement(int overall, int expectations, int ideal) {
    public static final int WORST = 1;
    public static final int BEST = 10;

    /** @throws BusinessException {@code survey.scale} with the question that was not answered so */
    public Judgement {
        check("overall", overall);
        check("expectations", expectations);
        check("ideal", ideal);
    }

    private static void check(String question, int given) {
        if (given < WORST || given > BEST) {
            throw new BusinessException("survey.scale", question);
        }
    }

    /** @return 0 to 100, see {@link SatisfactionIndex#of} */
    public int index() {
        return (int) Math.round(SatisfactionIndex.of(overall, expectations, ideal));
    }
}
