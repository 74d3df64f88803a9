// SPDX-License-Identifier: Apache-2.0
package il.moked.offer;

import il.moked.channel.Channel;
import il.moked.customer.Customer;
import il.moked.customer.Segment;
import il.moked.customer.SegmentRule.Condition;
import java.util.List;
import java.util.Set;

/**
 * Whom an offer fits, where, and how often he may hear of it. Sets that are empty ask for nothing.
 *
 * @param kind null for people and companies alike
 * @param conditions what must be known of him; about what nobody knows none holds
 * @param basket one of these must lie in the basket
 * @param owned one of these he must have
 * @param again also to who has it, or accepted it before
 * @param channels on which it may be told
 * @param initiative whether it may be told by the organisation's own initiative, to who consents; else only when the customer made contact
 * @param times at most so often to one customer…
 * @param days …within so many days
 * @param refusedDays not before so many days after he refused
 */
public record OfferTerms(Set<Segment> segments, Customer.Kind kind, List<Condition> conditions, Goods basket, Goods owned, boolean again, Set<Channel> channels, boolean initiative, int times, int days, int refusedDays) {
    public static final int MOST_TIMES = 50;
    public static final int MOST_DAYS = 365;

    public OfferTerms {
        segments = Set.copyOf(segments);
        conditions = List.copyOf(conditions);
        channels = Set.copyOf(channels);
        if (times < 1 || times > MOST_TIMES || days < 1 || days > MOST_DAYS || refusedDays < 0 || refusedDays > MOST_DAYS) {
            throw new IllegalArgumentException("Limits out of range");
        }
    }

    /** For everybody, on every channel he writes or calls by, once a month, and not for a quarter of a year after a refusal. */
    public static final OfferTerms OPEN = new OfferTerms(Set.of(), null, List.of(), Goods.NONE, Goods.NONE, false, Set.of(), false, 1, 30, 90);
}
