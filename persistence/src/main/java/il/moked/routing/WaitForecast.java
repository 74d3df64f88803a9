// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.channel.Channel;
import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;

/** What a waiting customer was told at one moment; how it turned out is written when he is served or leaves. */
@Entity
@Table(name = "wait_forecast")
public class WaitForecast {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "wait_forecast_seq")
    @SequenceGenerator(name = "wait_forecast_seq", sequenceName = "wait_forecast_seq")
    private Long id;
    @Column(name = "work_item_id", updatable = false)
    private long workItemId;
    @Column(name = "queue_id", updatable = false)
    private long queueId;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Channel channel;
    @Column(name = "made_at", updatable = false)
    private Instant madeAt;
    @Column(name = "before_count", updatable = false)
    private long before;
    @Column(name = "expected_millis", updatable = false)
    private Long expectedMillis;
    @Column(name = "ended_at")
    private Instant endedAt;
    private Boolean served;
    @Column(name = "error_millis")
    private Long errorMillis;

    protected WaitForecast() {
    }

    /** @param expected null when nobody was there to be waited for */
    public WaitForecast(WorkItem item, Instant madeAt, long before, Duration expected) {
        this.workItemId = item.id();
        this.queueId = item.queueId();
        this.channel = item.channel();
        this.madeAt = madeAt;
        this.before = before;
        this.expectedMillis = expected == null ? null : expected.toMillis();
    }

    /** Served, or gone, at that moment. */
    public void ended(boolean wasServed, Instant at) {
        endedAt = at;
        served = wasServed;
        errorMillis = !wasServed || expectedMillis == null ? null : new ExpectedWait.Forecast(madeAt, before, Duration.ofMillis(expectedMillis), at).error().map(Duration::toMillis).orElse(null);
    }

    public boolean says(long stillBefore, Duration expected) {
        return before == stillBefore && minutes(expectedMillis) == minutes(expected == null ? null : expected.toMillis());
    }

    private static long minutes(Long millis) {
        return millis == null ? -1 : Duration.ofMillis(millis).toMinutes();
    }
}
