// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.shared.BusinessException;
import jakarta.persistence.*;
import java.time.Instant;
import java.util.Optional;

/**
 * A search for duplicates among all customers: first everybody's keys are written, then those who share one are compared,
 * then, if asked for, those who are near-certainly one are merged. It goes in steps, each a transaction of its own; after
 * a stop it goes on behind the last step.
 */
@Entity
@Table(name = "duplicate_search")
public class DuplicateSearch {
    public enum Phase { KEYS, PAIRS, MERGES, DONE, STOPPED }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "duplicate_search_seq")
    @SequenceGenerator(name = "duplicate_search_seq", sequenceName = "duplicate_search_seq")
    private Long id;
    @Enumerated(EnumType.STRING)
    private Phase phase;
    @Column(name = "merge_certain")
    private boolean mergeCertain;
    @Column(name = "after_customer")
    private long afterCustomer;
    @Column(name = "last_customer")
    private long lastCustomer;
    @Column(name = "after_key")
    private String afterKey = "";
    @Column(name = "after_pair")
    private long afterPair;
    private int customers;
    @Column(name = "keys_written")
    private long keysWritten;
    @Column(name = "keys_read")
    private long keysRead;
    private long compared;
    private int found;
    private int merged;
    @Column(name = "started_by")
    private String startedBy;
    @Column(name = "started_at")
    private Instant startedAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Embedded
    private Hold hold;
    @Version
    private int version;

    protected DuplicateSearch() {
    }

    /** @param mergeCertain whether those who are near-certainly one are merged without being looked at @param lastCustomer who comes later is compared when he comes */
    public DuplicateSearch(boolean mergeCertain, long lastCustomer, String by, Instant now) {
        this.phase = Phase.KEYS;
        this.mergeCertain = mergeCertain;
        this.lastCustomer = lastCustomer;
        this.startedBy = by;
        this.startedAt = now;
    }

    /** @return whether that node may do the next step: nobody else does */
    public boolean hold(String by, Instant now, Instant until) {
        if (ended() || !Hold.free(hold, by, now)) {
            return false;
        }
        hold = new Hold(by, until);
        return true;
    }

    /** @param last of the batch; empty when there was none left */
    public void wrote(Optional<Long> last, int howMany, int keys) {
        customers += howMany;
        keysWritten += keys;
        last.ifPresentOrElse(id -> afterCustomer = id, () -> phase = Phase.PAIRS);
    }

    public void compared(Optional<String> last, long keys, Matching.Compared result, Instant now) {
        keysRead += keys;
        compared += result.compared();
        found += result.found();
        last.ifPresentOrElse(key -> afterKey = key, () -> {
            phase = mergeCertain ? Phase.MERGES : Phase.DONE;
            endedAt = mergeCertain ? null : now;
        });
    }

    public void merged(Optional<Long> last, boolean done, Instant now) {
        merged += done ? 1 : 0;
        last.ifPresentOrElse(pair -> afterPair = pair, () -> {
            phase = Phase.DONE;
            endedAt = now;
        });
    }

    /** @throws BusinessException {@code customer.search-ended} */
    public void stop(Instant now) {
        if (ended()) {
            throw new BusinessException("customer.search-ended");
        }
        phase = Phase.STOPPED;
        endedAt = now;
    }

    public boolean ended() {
        return phase == Phase.DONE || phase == Phase.STOPPED;
    }

    /** From 0 to 100: the first half is for the keys, the second for comparing. */
    public int percent() {
        long first = lastCustomer == 0 ? 50 : 50 * Math.min(afterCustomer, lastCustomer) / lastCustomer;
        return switch (phase) {
            case KEYS -> (int) first;
            case PAIRS -> (int) (50 + (keysWritten == 0 ? 49 : Math.min(49, 50 * keysRead / keysWritten)));
            case MERGES -> 99;
            case DONE -> 100;
            case STOPPED -> (int) (keysRead == 0 ? first : 50 + Math.min(49, 50 * keysRead / Math.max(1, keysWritten)));
        };
    }

    public Long id() {
        return id;
    }

    public Phase phase() {
        return phase;
    }

    public long afterCustomer() {
        return afterCustomer;
    }

    public long lastCustomer() {
        return lastCustomer;
    }

    public String afterKey() {
        return afterKey;
    }

    public long afterPair() {
        return afterPair;
    }

    public int customers() {
        return customers;
    }

    public long compared() {
        return compared;
    }

    public int found() {
        return found;
    }

    public int merged() {
        return merged;
    }

    public String startedBy() {
        return startedBy;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
