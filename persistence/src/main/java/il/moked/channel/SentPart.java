// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import jakarta.persistence.*;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * What a provider took over of one of our messages, under the provider's own id, and how far it got: a long SMS is
 * several of them. Reports come late, twice and in any order, even before we know the id; a part never goes back to an
 * earlier standing.
 */
@Entity
@Table(name = "sent_part")
public class SentPart {
    /** In the order in which they can follow each other; what failed stays so. */
    public enum Standing { ACCEPTED, DELIVERED, READ, FAILED }

    private static final int LONGEST_FAILURE = 500;

    @EmbeddedId
    private Key key;
    @Column(name = "outbound_id")
    private Long outboundId;
    private int sending;
    @Enumerated(EnumType.STRING)
    private Standing standing;
    @Column(name = "standing_at")
    private Instant standingAt;
    private String failure;

    /** @param providerId as the provider writes it */
    @Embeddable
    public record Key(@Column(name = "account_id") long accountId, @Column(name = "provider_id") String providerId) {
    }

    protected SentPart() {
    }

    public SentPart(Key key, Instant now) {
        this.key = key;
        this.standing = Standing.ACCEPTED;
        this.standingAt = now;
    }

    /** Of this sending of the message from now on; what was reported of an earlier one under the same id is past. */
    public void partOf(OutboundMessage outbound, Instant now) {
        if (outboundId != null && !of(outbound)) {
            standing = Standing.ACCEPTED;
            standingAt = now;
            failure = null;
        }
        outboundId = outbound.id();
        sending = outbound.sending();
    }

    public boolean of(OutboundMessage outbound) {
        return outboundId != null && outboundId.equals(outbound.id()) && sending == outbound.sending();
    }

    /** @return whether that is news */
    public boolean reported(Standing reported, String why, Instant at) {
        if (reported.compareTo(standing) <= 0) {
            return false;
        }
        standing = reported;
        standingAt = at;
        failure = why == null ? null : why.substring(0, Math.min(why.length(), LONGEST_FAILURE));
        return true;
    }

    /** How far a message got, which is as far as its last part: failed when any part failed. */
    public static Standing of(Collection<SentPart> parts) {
        return parts.stream().map(SentPart::standing).filter(Standing.FAILED::equals).findFirst().or(() -> parts.stream().map(SentPart::standing).min(Comparator.naturalOrder())).orElse(Standing.ACCEPTED);
    }

    public Optional<Long> outboundId() {
        return Optional.ofNullable(outboundId);
    }

    public Standing standing() {
        return standing;
    }

    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }
}
