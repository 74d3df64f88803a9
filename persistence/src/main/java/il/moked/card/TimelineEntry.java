// SPDX-License-Identifier: Apache-2.0
package il.moked.card;

import il.moked.channel.Channel;
import java.time.Instant;

/**
 * One thing in the history of a customer.
 *
 * @param id in the table of its kind
 * @param channel null when it has none
 * @param state a code of its kind, or null @see TimelineSource
 * @param line what it is about, in somebody's own words or as a code; may be empty
 * @param context what else is worth a line, or null
 * @param inbound whether the customer did it; null when neither side did
 * @param reference its number as people say it, or null
 * @param interactionId the conversation it belongs to, or null
 * @param subjectId what else it opens, or null
 * @param hebrewName of whoever of us did it, or null
 * @param amount in agorot; of a call the seconds somebody spoke; or null
 */
public record TimelineEntry(Kind kind, long id, Instant at, Channel channel, String state, String line, String context, Boolean inbound, String reference, Long interactionId, Long subjectId, String hebrewName, String englishName, Long amount, String currency) {
    /** In this order when they happened at the same moment, the last first. Those that are only read {@link #whenAsked} are contained in others. */
    public enum Kind {
        CONTACT, MESSAGE(true), CALL(true), CALLBACK, ALERT, JOIN, SEGMENT;

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
        return new TimelineEntry(kind, id, at, channel, state, other, context, inbound, reference, interactionId, subjectId, hebrewName, englishName, amount, currency);
    }

    public String person(String language) {
        return "he".equals(language) ? hebrewName : englishName;
    }
}
