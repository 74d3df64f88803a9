// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.access.StaffUser;
import il.moked.access.Team;
import il.moked.casework.CaseEscalation.State;
import il.moked.casework.CaseEscalation.Wish;
import il.moked.shared.BusinessException;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaseEscalationTest {
    private static final Instant NOW = Instant.parse("2026-06-04T10:00:00Z");
    private static final Wish WISH = new Wish("why", null, "dana");

    private final Team first = known(new Team("first", "א", "First"), 1);
    private final Team second = known(new Team("second", "ב", "Second"), 2);
    private final StaffUser dana = known(new StaffUser("dana", "דנה", "Dana", "x", first, Set.of()), 11);
    private final StaffUser noa = known(new StaffUser("noa", "נועה", "Noa", "x", second, Set.of()), 12);
    private final ServiceCase of = known(new ServiceCase("C1", 7, new ServiceCase.About(ServiceCase.Kind.FAULT, null, "s", "", null, null), first, new SlaTerms(SlaTerms.Source.DEFAULT, null, null, null, "israel"), null, "dana", NOW, NOW), 5);

    private static <T> T known(T entity, long id) {
        try {
            Field field = entity.getClass().getDeclaredField("id");
            field.setAccessible(true);
            field.set(entity, id);
            return entity;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void refused(String code, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOf(BusinessException.class).hasMessage(code);
    }

    @Test
    void onlyWhoIsAskedMayTakeItAndOnce() {
        CaseEscalation asked = CaseEscalation.toTeam(of, second.id(), WISH, NOW);
        refused("casework.not-asked", () -> asked.accept(dana, NOW));
        asked.accept(noa, NOW);
        assertThat(asked.state()).isEqualTo(State.ACCEPTED);
        refused("casework.escalation-over", () -> asked.accept(noa, NOW));
        refused("casework.not-asked", () -> asked.giveBack(dana, "x", NOW));
        asked.giveBack(noa, "x", NOW);
        assertThat(asked.state()).isEqualTo(State.RETURNED);
        refused("casework.escalation-over", () -> asked.end("dana", NOW));
    }

    @Test
    void nobodyIsAskedForWhatHeOwns() {
        of.ownedBy(noa, second, new CaseClocks(of, code -> il.moked.calendar.Calendars.always()), NOW);
        refused("casework.escalate-owner", () -> CaseEscalation.toExpert(of, noa, WISH, NOW));
        assertThat(CaseEscalation.toExpert(of, dana, WISH, NOW).fromOwnerId()).contains(noa.id());
    }

    @Test
    void aSwarmEndsWithTheLastAnswer() {
        refused("shared.field-missing", () -> CaseEscalation.toSwarm(of, Set.of(), WISH, NOW));
        CaseEscalation swarm = CaseEscalation.toSwarm(of, Set.of(dana.id(), noa.id()), WISH, NOW);
        swarm.giveBack(noa, "not ours", NOW);
        assertThat(swarm.state()).isEqualTo(State.ACCEPTED);
        assertThat(swarm.members()).containsExactly(dana.id());
        refused("casework.not-asked", () -> swarm.giveBack(noa, "again", NOW));
        swarm.giveBack(dana, "ours", NOW);
        assertThat(swarm.state()).isEqualTo(State.RETURNED);
    }

    @Test
    void aTeamDoesNotEscalateToItself() {
        refused("casework.path", () -> new EscalationPath(first, first));
    }
}
