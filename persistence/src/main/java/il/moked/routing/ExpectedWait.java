// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long somebody who waits will wait still, from his place: each contact before him needs an agent to end one or a
 * customer to give up. E = Σ over i = 0…k of 1 ÷ (n/H + i/P), the Markovian estimator of Whitt, "Predicting Queueing
 * Delays" (1999); without abandonment (k+1)·H/n. By law a wait that is announced is an estimate that is kept, so
 * {@link Forecast} goes into the records with its outcome (field-study d.8).
 *
 * @param places n: contacts that all agents of the queue at work can serve side by side, not negative
 * @param handling H: mean time for one contact, wrap-up included, longer than nothing
 * @param patience P: mean time until a waiting customer gives up; null when they do not
 */
public record ExpectedWait(double places, Duration handling, Duration patience) {
    /** Beyond this many the sum is replaced by its integral; the error is below one part in a thousand. */
    private static final int EXACT = 1_000;
    private static final double MILLIS = 1_000;

    /**
     * What a customer was told, and what came of it.
     *
     * @param served null while he waits
     */
    public record Forecast(Instant made, long before, Duration expected, Instant served) {
        public Forecast servedAt(Instant moment) {
            return new Forecast(made, before, expected, moment);
        }

        /** Real wait less the forecast: positive when he waited longer than told. Empty while he waits. */
        public Optional<Duration> error() {
            return served == null ? Optional.empty() : Optional.of(Duration.between(made, served).minus(expected));
        }
    }

    public ExpectedWait {
        if (places < 0 || handling.isNegative() || handling.isZero() || patience != null && (patience.isNegative() || patience.isZero())) {
            throw new IllegalArgumentException("Not an estimate: " + places + ", " + handling + ", " + patience);
        }
    }

    /** @param before contacts that will be served earlier, 0 when he is next @return empty when nobody is at work */
    public Optional<Duration> behind(long before) {
        if (places == 0) {
            return Optional.empty();
        }
        double ends = places * MILLIS / handling.toMillis();
        double leaves = patience == null ? 0 : MILLIS / patience.toMillis();
        return Optional.of(Duration.ofMillis(Math.round(MILLIS * seconds(before, ends, leaves))));
    }

    /** @return empty when nobody is at work: then nothing may be promised */
    public Optional<Forecast> forecast(long before, Instant now) {
        return behind(before).map(expected -> new Forecast(now, before, expected, null));
    }

    private static double seconds(long before, double ends, double leaves) {
        if (leaves == 0) {
            return (before + 1) / ends;
        }
        long exact = Math.min(before, EXACT);
        double seconds = 0;
        for (long ahead = 0; ahead <= exact; ahead++) {
            seconds += 1 / (ends + ahead * leaves);
        }
        // Midpoint rule: the sum from exact+1 to before is the integral from exact+½ to before+½.
        return before == exact ? seconds : seconds + Math.log((ends + (before + 0.5) * leaves) / (ends + (exact + 0.5) * leaves)) / leaves;
    }
}
