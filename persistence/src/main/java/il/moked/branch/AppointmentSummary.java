// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import il.moked.channel.Channel;
import java.time.Instant;

/**
 * An appointment as it is listed.
 *
 * @param bookedOn channel of the conversation it was booked in, or null @param movedAt null when it was never moved @param endedAt null while it is to come or was kept
 */
public record AppointmentSummary(long id, int version, String code, long branchId, String branch, String hebrewBranch, String englishBranch, long customerId, String name, String reason, String hebrewReason, String englishReason, Instant startsAt, int minutes,
        Appointment.State state, Appointment.Way way, Channel bookedOn, String bookedBy, Instant bookedAt, Instant movedAt, Instant endedAt) {
    public static AppointmentSummary of(Appointment of) {
        return new AppointmentSummary(of.id(), of.version(), of.code(), of.branch().id(), of.branch().code(), of.branch().name("he"), of.branch().name("en"), of.customer().id(), of.customer().displayName(), of.reason().code(), of.reason().name("he"),
                of.reason().name("en"), of.startsAt(), of.minutes(), of.state(), of.way(), of.bookedOn().orElse(null), of.bookedBy(), of.bookedAt(), of.movedAt().orElse(null), of.endedAt().orElse(null));
    }

    public String reason(String language) {
        return "he".equals(language) ? hebrewReason : englishReason;
    }

    public String branch(String language) {
        return "he".equals(language) ? hebrewBranch : englishBranch;
    }

    /** Still to come. */
    public boolean ahead() {
        return state == Appointment.State.BOOKED;
    }
}
