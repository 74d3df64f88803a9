// SPDX-License-Identifier: Apache-2.0
package il.moked.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import il.moked.casework.ServiceCase.Kind;
import il.moked.company.ReportCounting.Call;
import il.moked.company.ReportFigures.Times;
import org.junit.jupiter.api.Test;

class ReportCountingTest {
    private final ReportCounting counting = new ReportCounting();

    private static Call fault(Long site, String sku, String fault, Long repair, Boolean met) {
        return new Call(site, sku, fault, Kind.FAULT, 202611, repair == null, 100L, null, null, 1000L, repair, met);
    }

    @Test
    void nothingIsNothing() {
        ReportFigures none = counting.figures();
        assertThat(none.calls()).isZero();
        assertThat(none.repair()).isEqualTo(new Times(0, 0, null, null, null));
        assertThat(none.repair().kept()).isNull();
        assertThat(none.firstTime()).isNull();
        assertThat(none.recurring()).isEmpty();
    }

    @Test
    void timesAreThoseOfWhatIsOver() {
        for (long seconds = 1; seconds <= 10; seconds++) {
            counting.add(fault(1L, "A", "dead", seconds * 100, seconds <= 9));
        }
        counting.add(fault(1L, "A", "dead", null, false));
        counting.add(fault(1L, "A", "dead", null, null));
        Times repair = counting.figures().repair();
        assertThat(repair.median()).isEqualTo(550);
        assertThat(repair.ninetieth()).isEqualTo(910);
        assertThat(repair.target()).isEqualTo(1000);
        assertThat(repair.met()).isEqualTo(9);
        assertThat(repair.missed()).as("late ones that are not over count too").isEqualTo(2);
        assertThat(repair.kept()).isEqualTo(82);
        assertThat(counting.figures().open()).isEqualTo(2);
    }

    @Test
    void theMostFrequentFaultsComeFirstAndAddUp() {
        for (int times = 0; times < 6; times++) {
            counting.add(fault(1L, "A", "dead", 1L, true));
        }
        for (int times = 0; times < 3; times++) {
            counting.add(fault(2L, "B", "slow", 1L, true));
        }
        counting.add(fault(null, null, "other", 1L, true));
        counting.add(new Call(1L, "A", "other", Kind.REQUEST, 202610, true, null, null, null, null, null, null));
        ReportFigures figures = counting.figures();
        assertThat(figures.faults()).isEqualTo(10);
        assertThat(figures.recurring()).extracting(line -> line.sku(), line -> line.fault(), line -> line.calls(), line -> line.upTo()).containsExactly(tuple("A", "dead", 6L, 60), tuple("B", "slow", 3L, 90), tuple("", "other", 1L, 100));
        assertThat(figures.months()).extracting(month -> month.written(), month -> month.calls()).containsExactly(tuple("2026-10", 1L), tuple("2026-11", 10L));
        assertThat(figures.history()).extracting(line -> line.siteId(), line -> line.sku(), line -> line.calls(), line -> line.faults(), line -> line.fault()).containsExactly(tuple(1L, "A", 7L, 6L, "dead"), tuple(2L, "B", 3L, 3L, "slow"), tuple(null, "", 1L, 1L, "other"));
    }

    @Test
    void firstVisitsAreCounted() {
        counting.visited(true);
        counting.visited(true);
        counting.visited(false);
        assertThat(counting.figures().firstTime()).isEqualTo(67);
    }
}
