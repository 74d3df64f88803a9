// SPDX-License-Identifier: Apache-2.0
package il.moked.promise;

import il.moked.agent.Presence;
import il.moked.channel.Channel;
import java.time.Duration;
import java.time.Instant;

/**
 * One row of a list of promises.
 *
 * @param wishedAt what was asked for when the calendar moved it, else null @param brokenAt null unless it was broken
 * @param ownerId null when the team owns it @param presence of the owner, null when he never came to work or there is none
 * @param ending of the proof, or why it was cancelled
 * @param firstDueAt what was promised before the customer agreed to another time, else null @param rescheduledWhy why he did, the last time
 */
public record PromiseLine(long id, long customerId, String customer, Long interactionId, Promise.Kind kind, String text, Promise.State state, Instant dueAt, Instant wishedAt, PromisedTime.Moved moved, String givenBy, Channel givenOn,
        Instant givenAt, Long ownerId, String ownerName, String ownerHebrewName, String ownerEnglishName, Presence presence, long teamId, String teamCode, String teamHebrewName, String teamEnglishName, Instant brokenAt, Instant endedAt,
        String endedBy, Promise.Proof proof, String ending, Instant firstDueAt, int reschedules, String rescheduledWhy, int version) {
    public boolean pending() {
        return state.pending();
    }

    /** Still open, and due within that time. */
    public boolean dueWithin(Duration time, Instant now) {
        return state == Promise.State.OPEN && dueAt.isBefore(now.plus(time));
    }

    /** Broken, also while the clock has not said so yet. */
    public boolean broken(Instant now) {
        return state == Promise.State.BROKEN || state == Promise.State.OPEN && now.isAfter(dueAt);
    }

    /** Whose owner is not at work: his team sees to it. */
    public boolean ownerAway() {
        return ownerId != null && (presence == null || presence == Presence.OFFLINE);
    }

    public String owner(String language) {
        return "he".equals(language) ? ownerHebrewName : ownerEnglishName;
    }

    public String team(String language) {
        return "he".equals(language) ? teamHebrewName : teamEnglishName;
    }

    /** A place in a list ordered by due time. */
    public record Cursor(Instant dueAt, long id) {
    }

    public Cursor cursor() {
        return new Cursor(dueAt, id);
    }

    /** A place in the list of a customer, newest first. */
    public Cursor given() {
        return new Cursor(givenAt, id);
    }
}
