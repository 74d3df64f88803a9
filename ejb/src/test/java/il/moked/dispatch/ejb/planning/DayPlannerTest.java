// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayPlannerTest {
    /** Total duration of the best plans known. */
    private static final Map<String, Double> BEST_KNOWN = Map.of("C101", 10717.52, "C201", 10192.97, "R101", 3134.86, "R201", 2639.70, "RC101", 2856.49, "RC201", 2686.01);
    private static final String ENDING = ".100_25-5-5-5.txt";
    private static final double WITHIN = 1.10;

    /** Two technicians and a depot on a line: one has the skill, the other the tool. */
    private static final String SMALL = """
            small
            INFO
            CREW COUNT  SKILLS  TOOLS   SPARE PARTS
            2      2       1       1
            ID   X     Y     TWS    TWE    Serv   SKILLS   TOOLS    SPARE PARTS
            0    50    0     0      1000   0      []  []  []
            1    0     0     0      1000   0      [0] []  [1]
            2    100   0     0      1000   0      [1] [0] [0]
            3    10    0     100    120    10     [0] []  [1]
            4    20    0     0      1000   10     [0] []  [1]
            5    90    0     500    510    10     [1] [0] [0]
            """;

    @Test
    void whatIsMissingIsFetchedFromTheDepotOnce() {
        TechnicianInstance instance = TechnicianInstance.of(SMALL);
        InstanceCheck check = checked(instance, new DayPlanner(instance.plan(), Duration.ofMillis(500), better -> { }).plan());
        assertThat(check.violations()).isEmpty();
        assertThat(check.served()).isEqualTo(3);
        // 0 → 10 → 50 (depot) → 20 → 0 with two jobs; 100 → 90 → 100 with one
        assertThat(check.duration()).isEqualTo(100 + 20 + 20 + 10, offset(0.01));
    }

    @Test
    void aJobThatNobodyCanDoIsLeftOutAndNothingElse() {
        TechnicianInstance instance = TechnicianInstance.of(SMALL + "6    90    0     0      1000   10     [0,1] [] [0]\n");
        DayPlan plan = new DayPlanner(instance.plan(), Duration.ofMillis(300), better -> { }).plan();
        assertThat(plan.score().hardScore()).isZero();
        assertThat(plan.score().mediumScore()).isEqualTo(-1);
        assertThat(checked(instance, plan).served()).isEqualTo(3);
    }

    @Test
    void whatOneMoreJobTakesIsWhatTheRouteWithItTakes() {
        Random random = new Random(7);
        int compared = 0;
        for (int round = 0; round < 3000; round++) {
            TechnicianInstance instance = TechnicianInstance.of(any(random));
            DayPlan plan = instance.plan();
            List<Job> jobs = new ArrayList<>(plan.jobs());
            Job more = jobs.remove(jobs.size() - 1);
            Route route = new Route(plan, plan.vans().get(0), jobs);
            long least = Route.NEVER;
            for (int i = 0; i <= jobs.size(); i++) {
                least = Math.min(least, route.with(more, i).cost());
            }
            Route.Insertion found = route.best(more, Route.NEVER, () -> false);
            if (route.sound()) {
                assertThat(found == null ? Route.NEVER : route.cost() + found.cost()).isEqualTo(least);
                compared += found == null ? 0 : 1;
                if (found != null) {
                    Van van = plan.vans().get(0);
                    van.jobs().addAll(jobs);
                    van.jobs().add(found.position(), more);
                    Timetable timetable = Timetable.of(plan, van);
                    assertThat(timetable.duration()).isEqualTo(least);
                    InstanceCheck check = checked(instance, plan);
                    assertThat(check.violations()).isEmpty();
                    assertThat(check.duration()).isEqualTo(least / TechnicianInstance.UNIT, offset(0.01));
                }
            }
        }
        assertThat(compared).isGreaterThan(200);
    }

    private static String any(Random random) {
        StringBuilder text = new StringBuilder("any\nINFO\nCREW COUNT\n1 1 2 2\nID\n0 50 50 0 400 0 [] [] []\n1 40 40 0 600 0 [0] [0] [").append(random.nextInt(4)).append(',').append(random.nextInt(3)).append("]\n");
        int many = 1 + random.nextInt(5);
        for (int i = 0; i < many; i++) {
            int opens = 60 * i + random.nextInt(60);
            text.append(i + 2).append(' ').append(random.nextInt(100)).append(' ').append(random.nextInt(100)).append(' ').append(opens).append(' ').append(opens + random.nextInt(300)).append(" 10 [0] [")
                    .append(random.nextInt(4) == 0 ? "1" : "0").append("] [").append(random.nextInt(2)).append(',').append(random.nextInt(2)).append("]\n");
        }
        return text.toString();
    }

    /** The published instances are read where they are; without them this is not run. */
    @ParameterizedTest
    @ValueSource(strings = {"C101", "C201", "R101", "R201", "RC101", "RC201"})
    void publishedInstancesAreSolvedWithinATenthOfTheBestKnown(String name) throws IOException {
        String folder = System.getProperty("moked.dispatch.samples");
        assumeTrue(folder != null, "Not run: -Dmoked.dispatch.samples=<folder with the published technician routing instances> is not given");
        Path file = Path.of(folder, name + ENDING);
        assumeTrue(Files.exists(file), () -> "Not run: there is no " + file);
        TechnicianInstance instance = TechnicianInstance.read(file);
        InstanceCheck check = checked(instance, new DayPlanner(instance.plan(), Duration.ofSeconds(Integer.getInteger("moked.dispatch.seconds", 60)), better -> { }).plan());
        System.out.printf("%-6s served %d, duration %.2f, best known %.2f, gap %.2f %%%n", name, check.served(), check.duration(), BEST_KNOWN.get(name), 100 * (check.duration() / BEST_KNOWN.get(name) - 1));
        assertThat(check.violations()).isEmpty();
        assertThat(check.served()).isEqualTo(instance.requests.size());
        assertThat(check.duration()).isLessThan(WITHIN * BEST_KNOWN.get(name));
    }

    private static InstanceCheck checked(TechnicianInstance instance, DayPlan plan) {
        InstanceCheck check = new InstanceCheck(instance);
        for (Van van : plan.vans()) {
            Timetable timetable = Timetable.of(plan, van);
            check.follow(van.index(), timetable == null ? List.of() : timetable.stops().stream().map(stop -> stop.job() == null ? 0 : (int) stop.job().id()).toList());
        }
        return check;
    }
}
