// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.routing.WorkItem.State;
import il.moked.shared.BusinessException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WorkItemTest {
    private static final Instant NOON = Instant.parse("2026-05-14T09:00:00Z");
    private final WorkItem item = new WorkItem(1, 2, 20, NOON, Duration.ofMinutes(5));

    @Test
    void isDueAfterItsTarget() {
        assertThat(item.dueAt()).isEqualTo(NOON.plusSeconds(300));
        assertThat(item.load()).isZero();
    }

    @Test
    void aDeclinedOfferKeepsItsAge() {
        item.offerTo(5, NOON.plusSeconds(10), Duration.ofSeconds(20));
        assertThat(item.load()).isEqualTo(20);
        item.returnToLine(NOON.plusSeconds(15));
        assertThat(item.state()).isEqualTo(State.WAITING);
        assertThat(item.waitingSince()).isEqualTo(NOON);
        assertThat(item.dueAt()).isEqualTo(NOON.plusSeconds(300));
        assertThat(item.load()).isZero();
    }

    @Test
    void whoDeclinedIsAskedAgainOnlyAfterAWhile() {
        item.offerTo(5, NOON, Duration.ofSeconds(20));
        item.returnToLine(NOON);
        assertThat(item.mayBeOfferedTo(5, NOON.plusSeconds(29), Duration.ofSeconds(30))).isFalse();
        assertThat(item.mayBeOfferedTo(5, NOON.plusSeconds(30), Duration.ofSeconds(30))).isTrue();
        assertThat(item.mayBeOfferedTo(6, NOON, Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void whoseOfferWasWithdrawnIsAskedAgainAtOnce() {
        item.offerTo(5, NOON, Duration.ofSeconds(20));
        item.withdraw();
        assertThat(item.state()).isEqualTo(State.WAITING);
        assertThat(item.mayBeOfferedTo(5, NOON, Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void onlyTheAgentItWasOfferedToCanAccept() {
        item.offerTo(5, NOON, Duration.ofSeconds(20));
        assertThatThrownBy(() -> item.accept(6)).isInstanceOf(BusinessException.class);
        item.accept(5);
        assertThat(item.state()).isEqualTo(State.ACCEPTED);
        assertThatThrownBy(() -> item.accept(5)).isInstanceOf(BusinessException.class);
    }

    @Test
    void anOfferedItemIsNotOfferedAgain() {
        item.offerTo(5, NOON, Duration.ofSeconds(20));
        assertThatThrownBy(() -> item.offerTo(6, NOON, Duration.ofSeconds(20))).isInstanceOf(BusinessException.class);
    }

    @Test
    void parkedWorkKeepsItsAgentAndTakesNoCapacity() {
        item.takenBy(5);
        item.park();
        assertThat(item.load()).isZero();
        assertThat(item.agentId()).contains(5L);
        item.resume();
        assertThat(item.load()).isEqualTo(20);
    }
}
