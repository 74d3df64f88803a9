// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is counted of the contacts of a queue, channel or hour, so that any formula can be printed later. The wait counts
 * from the customer's first queueing, so a transfer hides no delay; a queued call back is no abandon (field-study d.2).
 *
 * @param answered AN, by a human
 * @param abandoned AB, left before that
 * @param answeredInTime AN≤T
 * @param abandonedInTime AB≤T
 * @param shortAbandons s, left within some seconds: wrong number or changed his mind
 * @param waitOfAnswered sum
 * @param waitOfAbandoned sum
 */
public record ServiceCounts(long answered, long abandoned, long answeredInTime, long abandonedInTime, long shortAbandons, Duration waitOfAnswered, Duration waitOfAbandoned) {
    public static final ServiceCounts NONE = new ServiceCounts(0, 0, 0, 0, 0, Duration.ZERO, Duration.ZERO);
    /** An abandon up to this long is short unless the rules say otherwise of the queue. */
    public static final Duration SHORT = Duration.ofSeconds(5);

    public ServiceCounts {
        if (answeredInTime < 0 || abandonedInTime < 0 || shortAbandons < 0 || answeredInTime > answered || abandonedInTime > abandoned || shortAbandons > abandoned) {
            throw new IllegalArgumentException("A part is not larger than the whole");
        }
    }

    /** @param target T of the queue; a wait of exactly T is in time */
    public ServiceCounts withAnswered(Duration wait, Duration target) {
        return new ServiceCounts(answered + 1, abandoned, answeredInTime + within(wait, target), abandonedInTime, shortAbandons, waitOfAnswered.plus(wait), waitOfAbandoned);
    }

    public ServiceCounts withAbandoned(Duration wait, Duration target, Duration shortUpTo) {
        return new ServiceCounts(answered, abandoned + 1, answeredInTime, abandonedInTime + within(wait, target), shortAbandons + within(wait, shortUpTo), waitOfAnswered, waitOfAbandoned.plus(wait));
    }

    public ServiceCounts plus(ServiceCounts other) {
        return new ServiceCounts(answered + other.answered, abandoned + other.abandoned, answeredInTime + other.answeredInTime, abandonedInTime + other.abandonedInTime, shortAbandons + other.shortAbandons,
                waitOfAnswered.plus(other.waitOfAnswered), waitOfAbandoned.plus(other.waitOfAbandoned));
    }

    private static int within(Duration wait, Duration limit) {
        return wait.compareTo(limit) <= 0 ? 1 : 0;
    }

    /** AB>T. */
    public long abandonedLate() {
        return abandoned - abandonedInTime;
    }

    /** ASA: mean wait of the answered; empty when nobody was. */
    public Optional<Duration> averageSpeedOfAnswer() {
        return answered == 0 ? Optional.empty() : Optional.of(waitOfAnswered.dividedBy(answered));
    }

    /** AB ÷ (AN + AB), 0 to 1; empty when nobody came. */
    public OptionalDouble abandonment() {
        return answered + abandoned == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) abandoned / (answered + abandoned));
    }

    /**
     * Mean patience: all waiting ÷ abandons, the estimator for data cut off by an answer (Mandelbaum and Zeltyn; field-study
     * d.3). Empty when nobody left.
     */
    public Optional<Duration> patience() {
        return abandoned == 0 ? Optional.empty() : Optional.of(waitOfAnswered.plus(waitOfAbandoned).dividedBy(abandoned));
    }
}
