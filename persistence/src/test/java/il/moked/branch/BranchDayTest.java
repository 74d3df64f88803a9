// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.branch.Arrival.How;
import il.moked.branch.Arrival.State;
import il.moked.branch.BranchDay.Figures;
import il.moked.customer.Segment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class BranchDayTest {
    private static final ZoneId ISRAEL = ZoneId.of("Asia/Jerusalem");
    private static final LocalDate DAY = LocalDate.parse("2026-11-29");

    private static Instant at(String clock) {
        return DAY.atTime(java.time.LocalTime.parse(clock)).atZone(ISRAEL).toInstant();
    }

    private static ArrivalFacts visit(State state, String arrived, String served, String ended) {
        return new ArrivalFacts(1, 7, Segment.PRIVATE, state, How.GREETER, arrived == null ? null : at(arrived), served == null ? null : at(served), ended == null ? null : at(ended), false, null);
    }

    @Test
    void eachQuarterCountsWhatHappenedInIt() {
        BranchDay day = BranchDay.of(DAY, ISRAEL, List.of(visit(State.DONE, "08:01", "08:11", "08:20"), visit(State.SERVING, "08:14", "08:40", null), visit(State.LEFT, "08:05", null, "08:44"), visit(State.WAITING, "08:59", null, null), visit(State.EXPECTED, null, null, null)));
        assertThat(day.quarters()).extracting(quarter -> quarter.from()).containsExactly(at("08:00"), at("08:15"), at("08:30"), at("08:45"));
        assertThat(day.quarters()).extracting(quarter -> quarter.arrived()).containsExactly(3, 0, 0, 1);
        assertThat(day.quarters()).extracting(quarter -> quarter.served()).containsExactly(1, 0, 1, 0);
        assertThat(day.quarters()).extracting(quarter -> quarter.left()).containsExactly(0, 0, 1, 0);
        assertThat(day.quarters().get(0).waited()).isEqualTo(Duration.ofMinutes(10));
        assertThat(day.quarters().get(1).waited()).isNull();
        assertThat(day.all()).isEqualTo(new Figures(4, 2, 1, 0, 0, 0, Duration.ofMinutes(18), Duration.ofMinutes(26), Duration.ofMinutes(9)));
    }

    @Test
    void whoWasSentOnIsCountedByItselfAndWhoWasNotThereNotAtAll() {
        Figures figures = Figures.of(List.of(visit(State.REDIRECTED, "09:00", null, "09:00"), visit(State.NO_SHOW, null, null, "10:00"), visit(State.NO_SHOW, "09:00", null, "10:00")));
        assertThat(figures.arrived()).isEqualTo(1);
        assertThat(figures.redirected()).isEqualTo(1);
        assertThat(figures.notShown()).isEqualTo(2);
    }

    @Test
    void aDayOnWhichNothingHappenedIsEmpty() {
        assertThat(BranchDay.of(DAY, ISRAEL, List.of()).quarters()).isEmpty();
    }

    @Test
    void theHourThatComesTwiceIsTwoHours() {
        LocalDate back = LocalDate.parse("2027-10-31");
        ArrivalFacts first = new ArrivalFacts(1, 7, null, State.WAITING, How.KIOSK, Instant.parse("2027-10-30T22:30:00Z"), null, null, false, null);
        ArrivalFacts second = new ArrivalFacts(2, 7, null, State.WAITING, How.KIOSK, Instant.parse("2027-10-30T23:30:00Z"), null, null, false, null);
        assertThat(first.arrivedAt().atZone(ISRAEL).toLocalTime()).isEqualTo(second.arrivedAt().atZone(ISRAEL).toLocalTime());
        assertThat(first.arrivedAt().atZone(ISRAEL).toLocalDate()).isEqualTo(back);
        assertThat(BranchDay.of(back, ISRAEL, List.of(first, second)).quarters()).hasSize(5);
    }

    @Test
    void theNumbersOfADayBeginAtItsMidnightAlsoWhenTheClocksChange() {
        assertThat(Instant.parse("2027-03-25T21:59:59Z").atZone(ISRAEL).toLocalDate()).isEqualTo(LocalDate.parse("2027-03-25"));
        assertThat(Instant.parse("2027-03-25T22:00:00Z").atZone(ISRAEL).toLocalDate()).isEqualTo(LocalDate.parse("2027-03-26"));
        assertThat(Instant.parse("2027-03-26T21:00:00Z").atZone(ISRAEL).toLocalDate()).isEqualTo(LocalDate.parse("2027-03-27"));
        assertThat(Instant.parse("2027-10-30T20:59:59Z").atZone(ISRAEL).toLocalDate()).isEqualTo(LocalDate.parse("2027-10-30"));
        assertThat(Instant.parse("2027-10-31T21:59:59Z").atZone(ISRAEL).toLocalDate()).isEqualTo(LocalDate.parse("2027-10-31"));
    }
}
