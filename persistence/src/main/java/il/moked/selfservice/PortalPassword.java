// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice;

import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;

/** A password a customer chose. Five wrong ones in a row lock it for a quarter of an hour; a code still opens. */
@Entity
@Table(name = "portal_password")
public class PortalPassword {
    public static final int MOST_FAILURES = 5;
    public static final Duration LOCK_OUT = Duration.ofMinutes(15);

    @Id
    @Column(name = "customer_id")
    private Long customerId;
    private String hash;
    private int failures;
    @Column(name = "locked_until")
    private Instant lockedUntil;
    @Column(name = "changed_at")
    private Instant changedAt;
    @Version
    private int version;

    protected PortalPassword() {
    }

    public PortalPassword(long customerId, String hash, Instant now) {
        this.customerId = customerId;
        change(hash, now);
    }

    public void change(String to, Instant now) {
        hash = to;
        failures = 0;
        lockedUntil = null;
        changedAt = now;
    }

    public boolean lockedAt(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** @param right whether it was the right one */
    public void tried(boolean right, Instant now) {
        failures = right ? 0 : failures + 1;
        if (failures >= MOST_FAILURES) {
            failures = 0;
            lockedUntil = now.plus(LOCK_OUT);
        }
    }

    public String hash() {
        return hash;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
