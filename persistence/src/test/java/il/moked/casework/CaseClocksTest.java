// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.access.Team;
import il.moked.calendar.Calendars;
import il.moked.casework.ServiceCase.Cause;
import il.moked.casework.ServiceCase.State;
import il.moked.shared.BusinessException;
import java.lang.reflect.Field;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What makes the clocks of a case run, stop and begin again. 17 May 2026 is a Sunday, 08 to 17 open. */
class CaseClocksTest {
    private static final SlaTerms TERMS = new SlaTerms(SlaTerms.Source.DEFAULT, 240, 60, 480, "israel");

    private static Instant at(String time) {
        return LocalDateTime.parse(time.length() == 5 ? "2026-05-17T" + time : time).atZone(ZoneId.of("Asia/Jerusalem")).toInstant();
    }

    /** A case received at that time, and its clocks. */
    private record Opened(ServiceCase it, CaseClocks clocks) {
        SlaClock last(SlaMetric metric) {
            List<SlaClock> runs = it.clocks().stream().filter(clock -> clock.metric() == metric).toList();
            return runs.isEmpty() ? null : runs.get(runs.size() - 1);
        }

        Instant due(SlaMetric metric) {
            return last(metric).dueAt().orElse(null);
        }
    }

    private static Opened opened(String received) throws ReflectiveOperationException {
        Team team = new Team("one", "אחת", "One");
        Field id = Team.class.getDeclaredField("id");
        id.setAccessible(true);
        id.set(team, 1L);
        ServiceCase it = new ServiceCase("C1", 1, new ServiceCase.About(ServiceCase.Kind.FAULT, null, "no line", "", null, null), team, TERMS, null, "agent1", at(received), at(received));
        CaseClocks clocks = new CaseClocks(it, code -> Calendars.israeli());
        clocks.received(at(received));
        return new Opened(it, clocks);
    }

    @Test
    void onlyAnAnswerFulfilsTheFirstResponseAndTheNextNeverShortensIt() throws Exception {
        Opened one = opened("08:00");
        one.clocks().received(at("08:10"));
        assertThat(one.last(SlaMetric.NEXT_RESPONSE)).as("nobody answered the first yet").isNull();
        assertThat(one.due(SlaMetric.FIRST_RESPONSE)).isEqualTo(at("12:00"));
        one.clocks().answered(at("09:00"));
        assertThat(one.last(SlaMetric.FIRST_RESPONSE).met()).isTrue();
        assertThat(one.due(SlaMetric.FIRST_RESPONSE)).as("frozen").isEqualTo(at("12:00"));
    }

    @Test
    void theFirstUnansweredMessageStartsTheNextResponse() throws Exception {
        Opened one = opened("08:00");
        one.clocks().answered(at("08:30"));
        assertThat(one.last(SlaMetric.NEXT_RESPONSE)).isNull();
        one.clocks().received(at("09:00"));
        one.clocks().received(at("09:30"));
        assertThat(one.due(SlaMetric.NEXT_RESPONSE)).isEqualTo(at("10:00"));
        one.clocks().answered(at("09:45"));
        assertThat(one.last(SlaMetric.NEXT_RESPONSE).met()).isTrue();
        one.clocks().received(at("11:00"));
        assertThat(one.last(SlaMetric.NEXT_RESPONSE).run()).isEqualTo(2);
        assertThat(one.due(SlaMetric.NEXT_RESPONSE)).isEqualTo(at("12:00"));
    }

    @Test
    void whoWaitsForTheCustomerPausesTheResolutionOnlyAndHisMessageLetsItGoOn() throws Exception {
        Opened one = opened("08:00");
        one.it().becomes(State.WAITING_CUSTOMER, one.clocks(), at("09:00"));
        assertThat(one.last(SlaMetric.RESOLUTION).status()).isEqualTo(SlaState.Status.PAUSED);
        assertThat(one.last(SlaMetric.FIRST_RESPONSE).status()).isEqualTo(SlaState.Status.RUNNING);
        one.it().customerWrote(one.clocks(), at("11:00"));
        assertThat(one.it().state()).isEqualTo(State.OPEN);
        assertThat(one.due(SlaMetric.RESOLUTION)).as("16:00 and two hours of business time").isEqualTo(at("2026-05-18T09:00"));
    }

    @Test
    void openedAgainItBeginsAgainAndIsNotLateByThat() throws Exception {
        Opened one = opened("08:00");
        one.it().becomes(State.SOLVED, one.clocks(), at("15:00"));
        assertThat(one.last(SlaMetric.RESOLUTION).met()).isTrue();
        one.it().becomes(State.REOPENED, one.clocks(), at("2026-05-24T08:00"));
        assertThat(one.last(SlaMetric.RESOLUTION).run()).isEqualTo(2);
        assertThat(one.due(SlaMetric.RESOLUTION)).isEqualTo(at("2026-05-24T16:00"));
        assertThat(one.last(SlaMetric.RESOLUTION).breachedAt()).isEmpty();
        assertThat(one.it().firstSolvedAt()).contains(at("15:00"));
    }

    @Test
    void warningsAndTheBreachAreToldOnceInTheirOrderAlsoLate() throws Exception {
        Opened one = opened("08:00");
        one.clocks().settle(at("2026-05-19T10:00"));
        one.clocks().settle(at("2026-05-19T10:01"));
        assertThat(one.clocks().told()).extracting(SlaClock.Signal::metric, SlaClock.Signal::percent).containsExactly(
                org.assertj.core.groups.Tuple.tuple(SlaMetric.FIRST_RESPONSE, 75), org.assertj.core.groups.Tuple.tuple(SlaMetric.FIRST_RESPONSE, 90), org.assertj.core.groups.Tuple.tuple(SlaMetric.FIRST_RESPONSE, 100),
                org.assertj.core.groups.Tuple.tuple(SlaMetric.RESOLUTION, 75), org.assertj.core.groups.Tuple.tuple(SlaMetric.RESOLUTION, 90), org.assertj.core.groups.Tuple.tuple(SlaMetric.RESOLUTION, 100));
        assertThat(one.it().breached()).isTrue();
        one.clocks().answered(at("2026-05-19T10:02"));
        assertThat(one.last(SlaMetric.FIRST_RESPONSE).met()).isFalse();
    }

    @Test
    void whoAnswersTooLateIsLateThoughTheClockDidNotSayItYet() throws Exception {
        Opened one = opened("08:00");
        one.clocks().answered(at("13:00"));
        assertThat(one.last(SlaMetric.FIRST_RESPONSE).breachedAt()).contains(at("12:00"));
    }

    @Test
    void closedItIsFrozen() throws Exception {
        Opened one = opened("08:00");
        one.it().close(Cause.WITHDRAWN, one.clocks(), at("09:00"));
        one.clocks().settle(at("2026-06-17T09:00"));
        one.clocks().policy(new SlaTerms(SlaTerms.Source.AGREEMENT, 5, 5, 5, "israel"), at("2026-06-17T09:00"));
        assertThat(one.clocks().told()).isEmpty();
        assertThat(one.it().clocks()).allMatch(clock -> clock.status() == SlaState.Status.STOPPED && clock.breachedAt().isEmpty());
    }

    @Test
    void mergedTheEarliestStartWinsAndWhatWasMetStaysMet() throws Exception {
        Opened kept = opened("10:00");
        Opened gone = opened("08:00");
        gone.clocks().answered(at("08:20"));
        kept.clocks().takeOver(gone.clocks(), 7, at("11:00"));
        assertThat(kept.due(SlaMetric.RESOLUTION)).isEqualTo(at("16:00"));
        assertThat(kept.last(SlaMetric.FIRST_RESPONSE).met()).isTrue();
        assertThat(gone.it().clocks()).allMatch(SlaClock::ended);
        kept.clocks().undo(7, at("11:30"));
        gone.clocks().undo(7, at("11:30"));
        assertThat(kept.due(SlaMetric.RESOLUTION)).isEqualTo(at("2026-05-18T09:00"));
        assertThat(kept.last(SlaMetric.FIRST_RESPONSE).status()).isEqualTo(SlaState.Status.RUNNING);
        assertThat(gone.due(SlaMetric.RESOLUTION)).isEqualTo(at("16:00"));
    }

    @Test
    void mergedIntoAnEarlierOneNothingOfItChanges() throws Exception {
        Opened kept = opened("08:00");
        Opened gone = opened("10:00");
        kept.clocks().answered(at("08:30"));
        kept.clocks().takeOver(gone.clocks(), 7, at("11:00"));
        assertThat(kept.due(SlaMetric.RESOLUTION)).isEqualTo(at("16:00"));
        assertThat(kept.last(SlaMetric.FIRST_RESPONSE).met()).isTrue();
    }

    @Test
    void whatCannotFollowIsRefused() throws Exception {
        Opened one = opened("08:00");
        assertThatThrownBy(() -> one.it().becomes(State.REOPENED, one.clocks(), at("09:00"))).isInstanceOf(BusinessException.class);
        one.it().close(Cause.FIXED, one.clocks(), at("09:00"));
        assertThatThrownBy(() -> one.it().becomes(State.OPEN, one.clocks(), at("09:10"))).isInstanceOf(BusinessException.class);
        assertThat(one.last(SlaMetric.RESOLUTION).met()).isTrue();
    }
}
