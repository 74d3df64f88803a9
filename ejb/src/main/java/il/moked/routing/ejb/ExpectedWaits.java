// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.agent.Agents;
import il.moked.channel.Channel;
import il.moked.routing.ExpectedWait;
import il.moked.routing.LineCounts;
import il.moked.routing.LineSums;
import il.moked.routing.WaitForecast;
import il.moked.routing.WaitForecasts;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.shared.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long somebody who waits will wait still, from what was measured of his queue and channel in the last day: see
 * {@link ExpectedWait}. Whatever a customer is told is written down, and how it turned out. Costs the same however long
 * the line is.
 */
@ApplicationScoped
class ExpectedWaits {
    private static final Duration LOOKED_BACK = Duration.ofDays(1);
    private static final Duration MEMORY = Duration.ofSeconds(30);
    private static final Duration PLACES_MEMORY = Duration.ofSeconds(2);
    /** Fewer contacts than this say nothing of a mean. */
    private static final int FEWEST_FINISHED = 5;
    private static final int FEWEST_ABANDONS = 30;

    private final Remembered<String, Map<Line, LineSums>> measured = new Remembered<>(MEMORY);
    private final Remembered<Served, Integer> places = new Remembered<>(PLACES_MEMORY);

    @Inject
    Agents agents;
    @Inject
    WorkItems workItems;
    @Inject
    LineCounts counts;
    @Inject
    WaitForecasts forecasts;
    @Inject
    Clock clock;
    /** Mean time an agent needs for one contact, until it is measured. Seconds. */
    @Inject
    @ConfigProperty(name = "moked.routing.handling-seconds", defaultValue = "240")
    long handlingSeconds;

    private record Line(long queueId, Channel channel) {
    }

    private record Served(long teamId, int weight) {
    }

    /**
     * Where somebody stands.
     *
     * @param before how many are served earlier; estimated when they are many
     * @param expected null when nobody is there to be waited for
     */
    record Outlook(long before, Duration expected) {
        /** From 1; beyond {@link WorkItems#COUNT_LIMIT} it says no more than that. */
        int place() {
            return (int) Math.min(before, WorkItems.COUNT_LIMIT) + 1;
        }

        /** Rounded up; null when unknown. */
        Long minutes() {
            return expected == null ? null : Long.valueOf((expected.toSeconds() + 59) / 60);
        }
    }

    /** @param item waits, or is being offered */
    Outlook of(WorkItem item) {
        long before = item.state() == WorkItem.State.OFFERED ? 0 : workItems.before(item, () -> counts.waitingIn(item.queueId()));
        return new Outlook(before, estimate(item).behind(before).orElse(null));
    }

    /** The same, for the customer's ears: kept with what comes of it. */
    Outlook announced(WorkItem item) {
        Outlook outlook = of(item);
        if (forecasts.latest(item.id()).filter(last -> last.says(outlook.before(), outlook.expected())).isEmpty()) {
            forecasts.add(new WaitForecast(item, clock.instant(), outlook.before(), outlook.expected()));
        }
        return outlook;
    }

    /** Of whoever would come now, behind all who wait. @return null when nobody is there to be waited for */
    Duration ofNewcomer(long queueId, Channel channel) {
        return estimate(queueId, channel, channel.weight()).behind(counts.waitingIn(queueId)).orElse(null);
    }

    /** How long the last ones waited for an answer, on the whole. @return null when there were too few to say */
    Duration ofAnswered(long queueId, Channel channel) {
        LineSums sums = sums(queueId, channel);
        return sums.answered() < FEWEST_FINISHED ? null : Duration.ofMillis(sums.waitOfAnswered() / sums.answered());
    }

    private ExpectedWait estimate(WorkItem item) {
        return estimate(item.queueId(), item.channel(), item.weight());
    }

    private ExpectedWait estimate(long queueId, Channel channel, int weight) {
        LineSums sums = sums(queueId, channel);
        int parallel = places.get(new Served(workItems.teamOf(queueId), weight), served -> agents.places(served.teamId(), served.weight()));
        return new ExpectedWait(parallel, handling(sums, Duration.ofSeconds(handlingSeconds)), patience(sums));
    }

    private LineSums sums(long queueId, Channel channel) {
        return measured.get("", all -> measure()).getOrDefault(new Line(queueId, channel), LineSums.NONE);
    }

    private Map<Line, LineSums> measure() {
        Map<Line, LineSums> sums = new HashMap<>();
        counts.since(clock.instant().minus(LOOKED_BACK)).forEach(line -> sums.put(new Line(line.queueId(), line.channel()), line.sums()));
        return sums;
    }

    static Duration handling(LineSums sums, Duration unmeasured) {
        return sums.finished() < FEWEST_FINISHED ? unmeasured : sums.averageHandling().filter(mean -> mean.compareTo(Duration.ofSeconds(1)) >= 0).orElse(unmeasured);
    }

    /** All that was waited, by how many gave up: the estimator for censored data (field-study d.3). */
    static Duration patience(LineSums sums) {
        long waited = sums.waitOfAnswered() + sums.waitOfAbandoned();
        return sums.abandoned() < FEWEST_ABANDONS || waited < sums.abandoned() ? null : Duration.ofMillis(waited / sums.abandoned());
    }

    void served(@Observes WorkServed event) {
        ended(event.workItemId(), true, event.at());
    }

    void abandoned(@Observes WorkAbandoned event) {
        ended(event.workItemId(), false, event.at());
    }

    void sentOn(@Observes WorkSentOn event) {
        ended(event.workItemId(), false, event.at());
    }

    void callbackEnded(@Observes CallbackEnded event) {
        ended(event.workItemId(), false, event.at());
    }

    /** He picked a moment: what he was told of waiting is no forecast of that. */
    void promised(@Observes CallbackPromised event) {
        if (event.from() != null) {
            ended(event.workItemId(), false, event.at());
        }
    }

    private void ended(long workItemId, boolean served, Instant at) {
        forecasts.open(workItemId).forEach(forecast -> forecast.ended(served, at));
    }
}
