// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.channel.Channel;
import il.moked.routing.RouterDay.Plan;
import il.moked.routing.RouterDay.Report;
import java.time.Duration;
import java.util.Locale;

/** Prints what simulated days of the router come to: service level, waits and fairness for a growing number of agents. The seed is the first argument; equal seeds print equal figures. */
public final class RouterDayFigures {
    private static final Duration WORKDAY = Duration.ofHours(9);
    private static final double CONTACTS_A_MINUTE = 20;

    private RouterDayFigures() {
    }

    public static void main(String... arguments) {
        long seed = arguments.length == 0 ? 1 : Long.parseLong(arguments[0]);
        long began = System.nanoTime();
        int days = 0;
        System.out.printf(Locale.ROOT, "%-7s %-8s %8s %9s %9s %8s %8s %7s%n", "agents", "channel", "came", "in time", "abandoned", "ASA s", "Jain", "gap");
        for (int agents = 45; agents <= 85; agents += 10) {
            Report day = RouterDay.run(new Plan(seed, agents, CONTACTS_A_MINUTE, WORKDAY, 0, Duration.ZERO, RoutingPolicy.DEFAULT));
            days++;
            for (Channel channel : RouterDay.TARGETS.keySet().stream().sorted().toList()) {
                ServiceCounts counts = day.counts().get(channel);
                System.out.printf(Locale.ROOT, "%-7d %-8s %8d %8.1f%% %8.1f%% %8.1f%n", agents, channel, counts.answered() + counts.abandoned(), 100 * ServiceLevelFormula.DEFAULT.of(counts).orElse(0), 100 * counts.abandonment().orElse(0),
                        counts.averageSpeedOfAnswer().orElse(Duration.ZERO).toMillis() / 1000.0);
            }
            System.out.printf(Locale.ROOT, "%-7d %-8s %8d %8.1f%% %8.1f%% %8.1f %8.3f %6.1f%%%n", agents, "ALL", day.came(), 100 * ServiceLevelFormula.DEFAULT.of(day.all()).orElse(0), 100 * day.all().abandonment().orElse(0),
                    day.all().averageSpeedOfAnswer().orElse(Duration.ZERO).toMillis() / 1000.0, day.equality().index(), 100 * day.equality().gap());
        }
        double real = (System.nanoTime() - began) / 1e9;
        System.out.printf(Locale.ROOT, "%d days of %d hours in %.1f s: %.0f times as fast as the clock%n", days, WORKDAY.toHours(), real, days * WORKDAY.toSeconds() / real);
    }
}
