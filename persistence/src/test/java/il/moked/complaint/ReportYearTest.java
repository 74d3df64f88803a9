// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.shared.BusinessException;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportYearTest {
    private static final LocalDate TODAY = LocalDate.of(2028, 2, 29);

    @Test
    void aYearThatIsOverIsComparedWithAllOfTheYearBefore() {
        ReportYear year = new ReportYear(2027, TODAY);
        assertThat(year.goesOn()).isFalse();
        assertThat(year.from()).isEqualTo("2027-01-01");
        assertThat(year.to()).isEqualTo("2027-12-31");
        assertThat(year.beforeFrom()).isEqualTo("2026-01-01");
        assertThat(year.beforeTo()).isEqualTo("2026-12-31");
    }

    @Test
    void aYearThatGoesOnIsComparedWithAsMuchOfTheYearBefore() {
        ReportYear year = new ReportYear(2028, TODAY);
        assertThat(year.goesOn()).isTrue();
        assertThat(year.to()).isEqualTo(TODAY);
        assertThat(year.beforeTo()).isEqualTo("2027-02-28");
    }

    @Test
    void thereIsNoReportOfTheFuture() {
        assertThatThrownBy(() -> new ReportYear(2029, TODAY)).isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> new ReportYear(1999, TODAY)).isInstanceOf(BusinessException.class);
    }

    @Test
    void percentilesAreDaysOnWhichSomethingWasDecided() {
        DaysToDecision days = new DaysToDecision(Map.of(3, 4L, 10, 1L, 45, 4L, 60, 1L));
        assertThat(days.decided()).isEqualTo(10);
        assertThat(days.percentile(40)).hasValue(3);
        assertThat(days.percentile(50)).hasValue(10);
        assertThat(days.percentile(51)).hasValue(45);
        assertThat(days.percentile(90)).hasValue(45);
        assertThat(days.percentile(91)).hasValue(60);
        assertThat(new DaysToDecision(Map.of()).percentile(50)).isEmpty();
        assertThat(new DaysToDecision(IntStream.rangeClosed(1, 7).boxed().collect(Collectors.toMap(day -> day, day -> 1L))).percentile(50)).hasValue(4);
    }

    @Test
    void nothingHasNoShare() {
        assertThat(ComplaintTotals.percent(0, 0)).isNull();
        assertThat(ComplaintTotals.percent(2, 3)).isEqualTo(67);
    }
}
