// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.channel.Channel;
import il.moked.routing.RouterDay.Plan;
import il.moked.routing.RouterDay.Report;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouterDayTest {
    private static final Duration WORKDAY = Duration.ofHours(9);
    private static final int ENOUGH = 75;
    private static final int TOO_FEW = 45;

    private static Plan plan(long seed, int agents, double lost) {
        return new Plan(seed, agents, 20, WORKDAY, lost, Duration.ZERO, RoutingPolicy.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void onARandomDayNobodyIsLostOrServedTwice(long seed) {
        Report day = RouterDay.run(plan(seed, ENOUGH, 0));
        assertThat(day.came()).isGreaterThan(10_000);
        assertThat(day.faults()).isEmpty();
        assertThat(day.leftWaiting()).isZero();
        assertThat(day.all().answered() + day.all().abandoned()).isEqualTo(day.came());
        assertThat(day.declined()).isPositive();
        assertThat(day.missed()).isPositive();
        assertThat(day.refusedClaims()).as("nobody else decides").isZero();
    }

    @Test
    void theSameSeedGivesTheSameFiguresAndAnotherSeedOthers() {
        Report day = RouterDay.run(plan(7, ENOUGH, 0));
        assertThat(RouterDay.run(plan(7, ENOUGH, 0))).isEqualTo(day);
        assertThat(RouterDay.run(plan(8, ENOUGH, 0))).isNotEqualTo(day);
    }

    @Test
    void everyFifthNoticeLostNobodyIsLost() {
        Report day = RouterDay.run(plan(4, ENOUGH, 0.2));
        assertThat(day.faults()).isEmpty();
        assertThat(day.leftWaiting()).isZero();
        assertThat(day.all().answered() + day.all().abandoned()).isEqualTo(day.came());
    }

    @Test
    void whoDecidesOnWhatHeReadAMomentAgoOffersNothingTwice() {
        Report day = RouterDay.run(new Plan(6, ENOUGH, 20, WORKDAY, 0, Duration.ofSeconds(1), RoutingPolicy.DEFAULT));
        assertThat(day.faults()).isEmpty();
        assertThat(day.leftWaiting()).isZero();
        assertThat(day.all().answered() + day.all().abandoned()).isEqualTo(day.came());
        assertThat(day.refusedClaims()).isPositive();
    }

    @Test
    void withTooFewAgentsEveryChannelIsStillServed() {
        Report day = RouterDay.run(plan(5, TOO_FEW, 0));
        assertThat(day.faults()).isEmpty();
        assertThat(day.leftWaiting()).isZero();
        for (Channel channel : RouterDay.TARGETS.keySet()) {
            assertThat(day.counts().get(channel).answered()).as(channel.name()).isPositive();
        }
        assertThat(day.all().abandonment().orElseThrow()).isGreaterThan(RouterDay.run(plan(5, ENOUGH, 0)).all().abandonment().orElseThrow());
    }
}
