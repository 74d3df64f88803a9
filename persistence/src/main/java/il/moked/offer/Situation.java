// SPDX-License-Identifier: Apache-2.0
package il.moked.offer;

import il.moked.channel.Channel;
import il.moked.customer.CustomerFacts;
import il.moked.customer.Segment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A customer at a moment in which something could be offered to him.
 *
 * @param channel on which it would be told; null when that is not known
 * @param initiative whether the organisation turns to him; else he made contact
 * @param consents whether he agreed to promotion on that channel; asked only when the organisation turns to him
 * @param danger whether a danger is marked on his card @param complaint whether a complaint of his is open
 * @param history what he heard and answered, newest first, as far back as any limit asks
 */
public record Situation(CustomerFacts customer, Segment segment, Goods basket, Goods owned, Channel channel, boolean initiative, boolean consents, boolean danger, boolean complaint, List<Past> history, Instant now, ZoneId zone) {
    /** What became of an offer before. @param laterOn the day he wants to hear of it again, null unless he put it off @param told whether he heard of it with this, not just before */
    public record Past(long offerId, OfferOutcome.Kind kind, LocalDate laterOn, boolean told, Instant at) {
    }

    public Situation {
        history = List.copyOf(history);
    }
}
