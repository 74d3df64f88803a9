// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.shared.BusinessException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class VisitLawTest {
    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 29);
    private static final LocalDate FRIDAY = SUNDAY.plusDays(5);
    private final VisitLaw law = new VisitLaw(300, 600, 100);

    private static Instant at(LocalDate day, int hour, int minute) {
        return LocalDateTime.of(day.getYear(), day.getMonth(), day.getDayOfMonth(), hour, minute).atZone(VisitLaw.ZONE).toInstant();
    }

    private static void refused(String code, Instant from, Instant to) {
        assertThatThrownBy(() -> VisitLaw.check(from, to)).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void nobodyWaitsLongerThanTwoHoursAndNotAtNight() {
        VisitLaw.check(at(SUNDAY, 17, 0), at(SUNDAY, 19, 0));
        refused("dispatch.window", at(SUNDAY, 8, 0), at(SUNDAY, 10, 1));
        refused("dispatch.window", at(SUNDAY, 8, 0), at(SUNDAY, 8, 20));
        refused("dispatch.hours", at(SUNDAY, 7, 0), at(SUNDAY, 9, 0));
        refused("dispatch.hours", at(SUNDAY, 18, 0), at(SUNDAY, 20, 0));
    }

    @Test
    void onFridaysAndEvesUntilOneAndNeverOnDaysOfRest() {
        VisitLaw.check(at(FRIDAY, 11, 0), at(FRIDAY, 13, 0));
        refused("dispatch.hours", at(FRIDAY, 12, 0), at(FRIDAY, 14, 0));
        refused("dispatch.hours", at(FRIDAY.plusDays(1), 9, 0), at(FRIDAY.plusDays(1), 11, 0));
        // the eve of Passover, a Wednesday, and the day itself
        refused("dispatch.hours", at(LocalDate.of(2026, 4, 1), 13, 0), at(LocalDate.of(2026, 4, 1), 15, 0));
        assertThat(VisitLaw.hoursOf(LocalDate.of(2026, 4, 2))).isEmpty();
    }

    /** The example of the law: agreed for 13:00, it is in order until 15:00 and compensation is due after 17:00. */
    @Test
    void compensationIsDueMoreThanTwoHoursBeyondTheTwo() {
        Instant agreed = at(SUNDAY, 13, 0);
        assertThat(law.compensation(agreed, at(SUNDAY, 17, 0))).isZero();
        assertThat(law.compensation(agreed, at(SUNDAY, 17, 1))).isEqualTo(300);
        assertThat(law.compensation(agreed, at(SUNDAY, 18, 1))).isEqualTo(400);
        assertThat(law.compensation(agreed, at(SUNDAY, 23, 59))).isEqualTo(600);
    }

    @Test
    void whatIsAtRiskGrowsInTheLastTwoHours() {
        Instant agreed = at(SUNDAY, 13, 0);
        assertThat(law.atRisk(agreed, at(SUNDAY, 15, 0))).isZero();
        assertThat(law.atRisk(agreed, at(SUNDAY, 16, 0))).isEqualTo(150);
        assertThat(law.atRisk(agreed, at(SUNDAY, 18, 30))).isEqualTo(400);
    }
}
