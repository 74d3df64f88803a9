// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.dispatch.ejb.planning.DayPlan;
import il.moked.dispatch.ejb.planning.DayPlanner;
import il.moked.dispatch.ejb.planning.Job;
import il.moked.dispatch.ejb.planning.Van;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

@ArquillianTest
class DispatchIT {
    @Test
    void theSolverRunsInsideTheServer() {
        BitSet able = new BitSet();
        able.set(0);
        Van van = new Van(0, 0, 0, 0, 1000, new BitSet(), new int[0]);
        Job job = new Job(1, 1, 0, 1000, 10, 1, able, new BitSet(), new int[0], new long[1]);
        DayPlan plan = new DayPlanner(new DayPlan(List.of(van), List.of(job), new long[][]{{0, 5}, {5, 0}}, null), Duration.ofMillis(200), better -> { }).plan();
        assertThat(plan.score().softScore()).isEqualTo(-20);
    }
}
