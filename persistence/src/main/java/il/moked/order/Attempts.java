// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;

/** How often a provider was asked for something, when it is asked again, and until when whoever asks has it for himself. */
@Embeddable
public class Attempts {
    /** Longer than a provider is waited for. */
    static final Duration LEASE = Duration.ofMinutes(2);
    private static final int MOST = 12;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    private int attempts;
    @Column(name = "next_attempt_at")
    private Instant nextAt;
    @Column(name = "lease_until")
    private Instant leaseUntil;
    private String failure;

    protected Attempts() {
    }

    static Attempts from(Instant now) {
        Attempts fresh = new Attempts();
        fresh.nextAt = now;
        return fresh;
    }

    boolean due(Instant now) {
        return nextAt != null && !now.isBefore(nextAt) && (leaseUntil == null || now.isAfter(leaseUntil));
    }

    void begin(Instant now) {
        attempts++;
        leaseUntil = now.plus(LEASE);
        nextAt = leaseUntil;
    }

    /** Longer each time. */
    void again(String why, Instant now) {
        Duration pause = Duration.ofSeconds(2).multipliedBy(1L << Math.min(attempts, 10));
        at(now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause), why);
    }

    void at(Instant when, String why) {
        leaseUntil = null;
        nextAt = when;
        failure = why == null ? null : why.substring(0, Math.min(why.length(), 500));
    }

    /** The provider cannot be reached: that costs no attempt. */
    void notCounted() {
        attempts--;
    }

    void fresh() {
        attempts = 0;
    }

    boolean enough() {
        return attempts >= MOST;
    }

    void over(String why) {
        at(null, why);
    }

    int made() {
        return attempts;
    }

    String failure() {
        return failure;
    }
}
