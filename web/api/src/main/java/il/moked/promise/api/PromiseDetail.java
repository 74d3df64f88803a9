// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.api;

import il.moked.channel.Channel;
import il.moked.promise.Promise;
import il.moked.promise.PromiseLine;
import il.moked.promise.PromisedTime;
import java.time.Instant;

/**
 * A promise as other systems see it. What is not so is absent.
 *
 * @param wishedAt what was asked for when the calendar moved it, with the reason
 * @param owner user name of who is to keep it, absent while his team is @param team code
 * @param firstDueAt what was promised before the customer agreed to another time, as often as @param reschedules says @param rescheduledWhy he did, the last time
 * @param proof what kept it @param ending of the proof, or why it was cancelled
 */
public record PromiseDetail(long id, long customerId, Promise.Kind kind, String text, Promise.State state, Instant dueAt, Instant wishedAt, PromisedTime.Moved moved, String givenBy, Channel givenOn, Instant givenAt, String owner, String team,
        Instant brokenAt, Instant endedAt, Promise.Proof proof, String ending, Instant firstDueAt, int reschedules, String rescheduledWhy) {
    static PromiseDetail of(PromiseLine line) {
        return new PromiseDetail(line.id(), line.customerId(), line.kind(), line.text(), line.state(), line.dueAt(), line.wishedAt(), line.moved(), line.givenBy(), line.givenOn(), line.givenAt(), line.ownerName(), line.teamCode(), line.brokenAt(),
                line.endedAt(), line.proof(), line.ending(), line.firstDueAt(), line.reschedules(), line.rescheduledWhy());
    }
}
