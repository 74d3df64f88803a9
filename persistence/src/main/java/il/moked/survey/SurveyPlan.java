// SPDX-License-Identifier: Apache-2.0
package il.moked.survey;

import il.moked.shared.BusinessException;
import il.moked.shared.Given;
import il.moked.shared.StaleVersionException;
import jakarta.persistence.*;

/** How many of those with whom something ended are asked how it was. */
@Entity
@Table(name = "survey_plan")
public class SurveyPlan {
    public static final int ALL = 100;

    @Id
    @Enumerated(EnumType.STRING)
    private Occasion occasion;
    @Column(updatable = false)
    private long number;
    private int percent;
    @Version
    private int version;

    protected SurveyPlan() {
    }

    /** @param share of a hundred @throws BusinessException {@code shared.field-range} @throws StaleVersionException when somebody changed it since */
    public void ask(int share, int seen) {
        if (seen != version) {
            throw new StaleVersionException();
        }
        percent = Given.whole("percent", share, 0, ALL);
    }

    /** @param drawn by lot, 0 to 99 */
    public boolean draws(int drawn) {
        return drawn < percent;
    }

    public Occasion occasion() {
        return occasion;
    }

    /** Under which its changes are written down. */
    public long number() {
        return number;
    }

    /** Of a hundred. */
    public int percent() {
        return percent;
    }

    public int version() {
        return version;
    }
}
