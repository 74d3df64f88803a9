// SPDX-License-Identifier: Apache-2.0
package il.moked.card;

import il.moked.channel.Channel;
import il.moked.shared.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing in the history of a customer.
 *
 * @param id in the table of its kind
 * @param channel null when it has none
 * @param state a code of its kind, or null
 * @param line what it is about, in somebody's own words; may be empty
 * @param englishLine the same in English where it has a name in both languages, else null
 * @param context a code or words of its kind, or null
 * @param inbound whether the customer did it; null when neither side did
 * @param reference its number as people say it, or null
 * @param interactionId the conversation it belongs to, or null
 * @param subjectId what else it names, or null
 * @param hebrewName of whoever of us did it, or null
 * @param number smallest units of its currency; of a call the seconds somebody spoke; of a survey its index, 0 to 100; or null
 * @param due until when it is to be done, or holds; or null
 */
public record TimelineEntry(Kind kind, long id, Instant at, Channel channel, String state, String line, String englishLine, String context, Boolean inbound, String reference, Long interactionId, Long subjectId, String hebrewName, String englishName, Long number,
        String currency, Instant due) {
    /** In this order when they happened at the same moment, the last first. Those that are only read {@link #whenAsked} are contained in others. */
    public enum Kind {
        CONTACT, MESSAGE(true), CALL(true), CALLBACK, PROMISE, CASE, QUOTE, ORDER, PAYMENT, INVOICE, RETURN, REFUND, PURCHASE, AGREEMENT, CONSENT, ALERT, JOIN, SEGMENT, APPOINTMENT, VISIT, SURVEY;

        private final boolean whenAsked;

        Kind() {
            this(false);
        }

        Kind(boolean whenAsked) {
            this.whenAsked = whenAsked;
        }

        /** Messages and calls are part of contacts: shown beside them they would be there twice. */
        public boolean whenAsked() {
            return whenAsked;
        }
    }

    /** Where the next page begins: after this entry. */
    public record Cursor(Instant at, Kind kind, long id) {
    }

    public Cursor cursor() {
        return new Cursor(at, kind, id);
    }

    /** The same in other words. */
    public TimelineEntry saying(String other) {
        return new TimelineEntry(kind, id, at, channel, state, other, null, context, inbound, reference, interactionId, subjectId, hebrewName, englishName, number, currency, due);
    }

    public String line(String language) {
        return englishLine == null || "he".equals(language) ? line : englishLine;
    }

    public String person(String language) {
        return "he".equals(language) ? hebrewName : englishName;
    }

    public Optional<Money> amount() {
        return currency == null ? Optional.empty() : Optional.of(new Money(number, currency));
    }
}
