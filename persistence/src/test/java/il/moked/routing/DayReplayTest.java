// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.agent.Capacity;
import il.moked.agent.Skill;
import il.moked.agent.SkillProfile;
import il.moked.agent.WorkWeight;
import il.moked.channel.Channel;
import il.moked.customer.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DayReplayTest {
    private static final Map<Long, Long> TEAMS = Map.of(7L, 3L);
    private static final Instant MORNING = Instant.parse("2026-05-14T05:00:00Z");
    private static final Skill FAULT = new Skill("fault", Skill.Kind.SUBJECT);
    private static final AgentAtWork DANA = new AgentAtWork(1, SkillProfile.NONE, Capacity.FULL, MORNING);

    private static DayReplay.Arrival call(long id, int second, Segment segment, int target, Requirement requirement) {
        return new DayReplay.Arrival(id, MORNING.plusSeconds(second), 7, Channel.PHONE, segment, WorkWeight.primary(100), requirement, Duration.ofSeconds(target), Duration.ofSeconds(60));
    }

    @Test
    void oneAgentServesOneCallAfterTheOtherInOrderOfDueTime() {
        List<DayReplay.Arrival> arrivals = List.of(call(1, 0, Segment.PRIVATE, 100, Requirement.NONE), call(2, 1, Segment.PRIVATE, 100, Requirement.NONE), call(3, 2, Segment.VIP, 60, Requirement.NONE));
        DayReplay.Outcome outcome = DayReplay.run(arrivals, List.of(new DayReplay.Shift(DANA, 3, MORNING, MORNING.plusSeconds(3600))), TEAMS, RoutingPolicy.DEFAULT);
        // the first at once, the VIP after 58 seconds, the other after 119
        assertThat(outcome.bySegment().get(Segment.VIP).waitOfAnswered()).isEqualTo(Duration.ofSeconds(58));
        assertThat(outcome.bySegment().get(Segment.VIP).answeredInTime()).isEqualTo(1);
        assertThat(outcome.bySegment().get(Segment.PRIVATE).waitOfAnswered()).isEqualTo(Duration.ofSeconds(119));
        assertThat(outcome.bySegment().get(Segment.PRIVATE).answeredInTime()).isEqualTo(1);
        assertThat(outcome.all().answered()).isEqualTo(3);
        assertThat(outcome.unserved()).isZero();
    }

    @Test
    void aSkillNobodyHasIsGivenUpByItsStepsAndAnAuthorisationNever() {
        Requirement fault = Requirement.of(RequiredSkill.atLeast(3, FAULT));
        Requirement licence = Requirement.of(RequiredSkill.atLeast(1, new Skill("licence", Skill.Kind.AUTHORISATION)));
        DayReplay.Outcome outcome = DayReplay.run(List.of(call(1, 0, Segment.PRIVATE, 100, fault), call(2, 0, Segment.VIP, 100, licence)), List.of(new DayReplay.Shift(DANA, 3, MORNING, MORNING.plusSeconds(3600))), TEAMS,
                RoutingPolicy.DEFAULT);
        assertThat(outcome.bySegment().get(Segment.PRIVATE).waitOfAnswered()).isEqualTo(Duration.ofSeconds(90));
        assertThat(outcome.unserved()).isEqualTo(1);
        assertThat(outcome.bySegment().get(Segment.VIP).answeredInTime()).isZero();
    }

    @Test
    void nobodyIsLostInALongDayAndEqualDaysEndEqually() {
        List<DayReplay.Arrival> arrivals = new ArrayList<>();
        for (int id = 0; id < 3000; id++) {
            arrivals.add(call(id, id * 10, Segment.values()[id % 4], 60, Requirement.NONE));
        }
        List<DayReplay.Shift> shifts = new ArrayList<>();
        for (long agent = 1; agent <= 7; agent++) {
            shifts.add(new DayReplay.Shift(new AgentAtWork(agent, SkillProfile.NONE, Capacity.FULL, MORNING), 3, MORNING, MORNING.plus(Duration.ofHours(12))));
        }
        DayReplay.Outcome outcome = DayReplay.run(arrivals, shifts, TEAMS, RoutingPolicy.DEFAULT);
        assertThat(outcome.all().answered()).isEqualTo(3000);
        assertThat(outcome.unserved()).isZero();
        assertThat(outcome.all().answeredInTime()).isEqualTo(3000);
        assertThat(DayReplay.run(arrivals, shifts, TEAMS, RoutingPolicy.DEFAULT)).isEqualTo(outcome);
        assertThat(Map.copyOf(outcome.bySegment())).hasSize(4);
    }
}
