// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is summed up of the contacts of a line; sums of sums are exact, whatever the order. Waits and handling are
 * milliseconds. Of those who came, {@code offered}, each is some day answered, abandoned or moved to another line.
 *
 * @param offered came to the line
 * @param moved left it for another line before anybody served them
 * @param finished ended by the agent
 * @param handling from answer to end, wrap-up included, of the finished
 * @param targets how long the answered and abandoned should have waited at most, together; their waits are measured in the hours in which their targets run
 */
@Embeddable
public record LineSums(long offered, long moved, long answered, @Column(name = "answered_in_time") long answeredInTime, long abandoned, @Column(name = "abandoned_in_time") long abandonedInTime,
        @Column(name = "short_abandons") long shortAbandons, @Column(name = "wait_of_answered") long waitOfAnswered, @Column(name = "wait_of_abandoned") long waitOfAbandoned, long finished, long handling,
        long targets) {
    public static final LineSums NONE = new LineSums(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    public static final LineSums OFFERED = new LineSums(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    public static final LineSums MOVED = new LineSums(0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** One contact, answered after that wait. */
    public static LineSums answered(Duration wait, Duration target) {
        return answered(wait, target, wait.compareTo(target) <= 0);
    }

    /** @param inTime whether that was before it was late; of a target in business hours the wait alone does not say it */
    public static LineSums answered(Duration wait, Duration target, boolean inTime) {
        return new LineSums(0, 0, 1, inTime ? 1 : 0, 0, 0, 0, wait.toMillis(), 0, 0, 0, target.toMillis());
    }

    /** One contact, gone after that wait. */
    public static LineSums abandoned(Duration wait, Duration target) {
        return abandoned(wait, target, wait.compareTo(target) <= 0, ServiceCounts.SHORT);
    }

    /** @param inTime as for {@link #answered(Duration, Duration, boolean)} @param shortUpTo who left within this long only changed his mind */
    public static LineSums abandoned(Duration wait, Duration target, boolean inTime, Duration shortUpTo) {
        return new LineSums(0, 0, 0, 0, 1, inTime ? 1 : 0, wait.compareTo(shortUpTo) <= 0 ? 1 : 0, 0, wait.toMillis(), 0, 0, target.toMillis());
    }

    /** One contact, done after that much work. */
    public static LineSums finished(Duration handling) {
        return new LineSums(0, 0, 0, 0, 0, 0, 0, 0, 0, 1, handling.toMillis(), 0);
    }

    public LineSums plus(LineSums other) {
        return new LineSums(offered + other.offered, moved + other.moved, answered + other.answered, answeredInTime + other.answeredInTime, abandoned + other.abandoned,
                abandonedInTime + other.abandonedInTime, shortAbandons + other.shortAbandons, waitOfAnswered + other.waitOfAnswered, waitOfAbandoned + other.waitOfAbandoned, finished + other.finished,
                handling + other.handling, targets + other.targets);
    }

    /** How many more wait after this than before. */
    public long waiting() {
        return offered - moved - answered - abandoned;
    }

    public ServiceCounts service() {
        return new ServiceCounts(answered, abandoned, answeredInTime, abandonedInTime, shortAbandons, Duration.ofMillis(waitOfAnswered), Duration.ofMillis(waitOfAbandoned));
    }

    /** AHT; empty when nothing was finished. */
    public Optional<Duration> averageHandling() {
        return finished == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(handling / finished));
    }

    /** Mean wait by mean target of the answered and abandoned: 1 is as long as promised. Empty when nobody was. */
    public OptionalDouble waitByTarget() {
        return targets == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) (waitOfAnswered + waitOfAbandoned) / targets);
    }
}
