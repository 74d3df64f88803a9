// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How a branch's day ends: it is warned when people would still wait at closing; nobody is taken any more from when on the
 * last who came would not be served before it (a person may let people in again, and then the clock leaves it to him); who waits
 * is served after closing, too, up to {@link #OVERTIME}; then the rest is sent home, and the day is over.
 */
@Entity
@Table(name = "branch_closing")
public class DayClosing {
    /** So long after closing who waits is still served, unless a person ends the day before. */
    public static final Duration OVERTIME = Duration.ofMinutes(60);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "branch_closing_seq")
    @SequenceGenerator(name = "branch_closing_seq", sequenceName = "branch_closing_seq")
    private Long id;
    @Column(name = "branch_id", updatable = false)
    private long branchId;
    @Column(name = "falls_on", updatable = false)
    private LocalDate day;
    @Column(name = "closes_at")
    private Instant closesAt;
    @Column(name = "warned_at")
    private Instant warnedAt;
    @Column(name = "stopped_at")
    private Instant stoppedAt;
    @Column(name = "stopped_by")
    private String stoppedBy;
    @Column(name = "resumed_at")
    private Instant resumedAt;
    @Column(name = "sends_home_at")
    private Instant sendsHomeAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Column(name = "ended_by")
    private String endedBy;
    @Version
    private int version;

    protected DayClosing() {
    }

    /** The hours were changed since: what was said before does not bind. */
    public void closesAt(Instant closes) {
        if (closes == null ? closesAt != null : !closes.equals(closesAt)) {
            closesAt = closes;
            warnedAt = null;
        }
    }

    /** @return false when it was warned before */
    public boolean warn(Instant now) {
        if (warnedAt != null || stoppedAt != null) {
            return false;
        }
        warnedAt = now;
        return true;
    }

    /** Nobody is taken any more. @return false when that is so already */
    public boolean stop(String by, Instant now) {
        if (stoppedAt != null) {
            return false;
        }
        stoppedAt = now;
        stoppedBy = by;
        return true;
    }

    /** People are let in again. @return false when they are already, or the day is over */
    public boolean resume(Instant now) {
        if (stoppedAt == null || endedAt != null || sendsHomeAt != null) {
            return false;
        }
        stoppedAt = null;
        stoppedBy = null;
        resumedAt = now;
        return true;
    }

    /** Whether the clock may stop it. */
    public boolean leftToTheClock() {
        return resumedAt == null;
    }

    /** Who waits still is sent home from now on. */
    public void sendHome(Instant now) {
        if (sendsHomeAt == null) {
            sendsHomeAt = now;
        }
    }

    public void end(String by, Instant now) {
        if (endedAt == null) {
            endedAt = now;
            endedBy = by;
        }
    }

    public Long id() {
        return id;
    }

    public long branchId() {
        return branchId;
    }

    public LocalDate day() {
        return day;
    }

    public Optional<Instant> closesAt() {
        return Optional.ofNullable(closesAt);
    }

    public Optional<Instant> warnedAt() {
        return Optional.ofNullable(warnedAt);
    }

    public Optional<Instant> stoppedAt() {
        return Optional.ofNullable(stoppedAt);
    }

    /** User name, or that of Moked itself. */
    public Optional<String> stoppedBy() {
        return Optional.ofNullable(stoppedBy);
    }

    public Optional<Instant> sendsHomeAt() {
        return Optional.ofNullable(sendsHomeAt);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<String> endedBy() {
        return Optional.ofNullable(endedBy);
    }

    public int version() {
        return version;
    }
}
