// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import il.moked.channel.Channel;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Until when goods sold at a distance may be given back: 14 days from when they were handed over; four months for people of
 * 65 and over, people with a disability and new immigrants in their first five years, where the sale involved a conversation,
 * also a written one (Consumer Protection Law; field-study d.8). A fault has no such end here: a person decides.
 */
public final class ReturnPolicy {
    private static final int DAYS = 14;
    private static final int MONTHS = 4;
    private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");

    private ReturnPolicy() {
    }

    /** What the customer says of himself or of the goods; whoever takes them back asks. */
    public enum Ground {
        REGRET, SENIOR, DISABLED, NEW_IMMIGRANT, FAULT;

        boolean ofFourMonths() {
            return this == SENIOR || this == DISABLED || this == NEW_IMMIGRANT;
        }
    }

    /** @param rule end of the key of its explanation: {@code days}, {@code months}, {@code no-conversation} (he has the long time, but nobody spoke with him), {@code fault} @param until last moment, null without end */
    public record Window(String rule, Instant until) {
        public boolean opens(Instant now) {
            return until == null || !now.isAfter(until);
        }
    }

    /** @param handedOver when he got the goods @param channel of the conversation it was sold in, null for none: a form or a letter is none either */
    public static Window of(Ground ground, Channel channel, Instant handedOver) {
        if (ground == Ground.FAULT) {
            return new Window("fault", null);
        }
        ZonedDateTime from = handedOver.atZone(ZONE);
        if (ground.ofFourMonths() && channel != null && !channel.letter()) {
            return new Window("months", endOf(from.plusMonths(MONTHS)));
        }
        return new Window(ground.ofFourMonths() ? "no-conversation" : "days", endOf(from.plusDays(DAYS)));
    }

    private static Instant endOf(ZonedDateTime day) {
        return day.toLocalDate().plusDays(1).atStartOfDay(ZONE).toInstant().minusMillis(1);
    }
}
