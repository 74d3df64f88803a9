// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.agent.Capacity;
import il.moked.agent.Skill;
import il.moked.agent.SkillProfile;
import il.moked.agent.WorkWeight;
import il.moked.channel.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecisionJsonTest {
    private static final Instant NOON = Instant.parse("2026-05-14T09:00:00Z");
    private static final Skill FAULT = new Skill("fault", Skill.Kind.SUBJECT);
    private static final Skill ENGLISH = new Skill("en", Skill.Kind.LANGUAGE);

    @Test
    void whatWasDecidedIsReadBackAsItWas() {
        Requirement asked = Requirement.of(RequiredSkill.atLeast(3, FAULT), RequiredSkill.atLeast(1, ENGLISH));
        WaitingItem item = new WaitingItem(7, 2, Channel.PHONE, WorkWeight.primary(100), asked, NOON, NOON.plusSeconds(120), Duration.ofSeconds(120), 11L, Map.of());
        LinesInMemory lines = new LinesInMemory();
        lines.put(item);
        List<AgentAtWork> agents = List.of(new AgentAtWork(5, new SkillProfile(Map.of(FAULT, 4, ENGLISH, 2)), Capacity.FULL, NOON.minusSeconds(60)), new AgentAtWork(6, new SkillProfile(Map.of(FAULT, 1, ENGLISH, 5)), Capacity.FULL, NOON));
        List<Decision> decisions = new Router(RoutingPolicy.DEFAULT, new OfferedShares(), agents, agent -> Optional.empty(), NOON.plusSeconds(1)).round(lines, Set.of(), 10);
        assertThat(decisions).singleElement().satisfies(decision -> assertThat(DecisionJson.read(DecisionJson.write(decision))).isEqualTo(decision));
    }

    @Test
    void aRequirementIsReadBackFromItsText() {
        Requirement asked = Requirement.of(RequiredSkill.atLeast(3, FAULT), RequiredSkill.atLeast(1, ENGLISH), RequiredSkill.ifPossible(5, new Skill("loans.private", Skill.Kind.SUBJECT)));
        assertThat(asked.text()).isEqualTo("LANGUAGE:en>=1;SUBJECT:fault>=3;SUBJECT:loans.private>=5?");
        assertThat(Requirement.parse(asked.text())).isEqualTo(asked);
        assertThat(Requirement.parse("")).isEqualTo(Requirement.NONE);
    }
}
