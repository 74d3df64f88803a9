// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import il.moked.channel.Channel;
import il.moked.customer.Segment;
import java.time.Instant;

/** One row of a work list or of a timeline. */
public record InteractionLine(long id, String reference, Channel channel, long customerId, String customer, Segment segment, String subject, String lastLine, Interaction.State state,
        Instant openedAt, Instant lastMessageAt, Instant waitingSince, int unread, Long ownerId, String ownerHebrewName, String ownerEnglishName) {
    public boolean open() {
        return state == Interaction.State.OPEN;
    }

    public boolean waiting() {
        return waitingSince != null;
    }

    public String owner(String language) {
        return "he".equals(language) ? ownerHebrewName : ownerEnglishName;
    }

    /** Where the next page starts. */
    public Cursor cursor() {
        return new Cursor(lastMessageAt, id);
    }

    /** A place in a list ordered by last message, newest first. */
    public record Cursor(Instant lastMessageAt, long id) {
    }
}
