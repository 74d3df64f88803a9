// SPDX-License-Identifier: Apache-2.0
package il.moked.offer;

import il.moked.customer.Segment;
import il.moked.shared.Money;
import java.time.Instant;

/** One row of a list of leads. */
public record LeadLine(long id, int version, long customerId, String customer, Segment segment, String subject, String reason, String sku, Long offerId, Long interactionId, Long worthMinor, String currency, long teamId, String teamHebrewName, String teamEnglishName, Long ownerId, String ownerUserName, String ownerHebrewName,
        String ownerEnglishName, Lead.State state, Lead.Loss loss, String madeBy, Instant createdAt, Instant takenAt, Instant endedAt) {
    /** Null when nobody said what it may bring. */
    public Money worth() {
        return worthMinor == null ? null : new Money(worthMinor, currency);
    }

    public String team(String language) {
        return "he".equals(language) ? teamHebrewName : teamEnglishName;
    }

    /** Null while nobody took it. */
    public String owner(String language) {
        return "he".equals(language) ? ownerHebrewName : ownerEnglishName;
    }

    public Cursor cursor() {
        return new Cursor(createdAt, id);
    }

    /** Where a page ended, newest first. */
    public record Cursor(Instant at, long id) {
    }
}
