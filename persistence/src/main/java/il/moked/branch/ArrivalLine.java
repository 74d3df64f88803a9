// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import il.moked.access.StaffUser;
import il.moked.customer.Customer;
import il.moked.customer.Segment;
import java.time.Duration;
import java.time.Instant;

/**
 * A visit as it is listed.
 *
 * @param number null when he took none @param customerId null when nobody is known @param arrivedAt null until he is at the door @param dueAt null until he waits
 * @param counter number, null until he was called; who sits there is told while he is there @param interactionId null until he is at the door @param appointmentAt null when he had none
 */
public record ArrivalLine(long id, int version, long branchId, String number, Long customerId, String name, Segment segment, String reason, String hebrewReason, String englishReason, Arrival.State state, Arrival.How how, Instant takenAt, Instant expectedAt,
        Instant arrivedAt, Instant dueAt, Integer counter, String hebrewClerk, String englishClerk, Instant calledAt, int calls, Instant servedAt, Instant endedAt, Long interactionId, boolean exceptional, Instant appointmentAt) {
    public static ArrivalLine of(Arrival of) {
        Customer who = of.customer().map(Customer::current).orElse(null);
        StaffUser clerk = of.state().present() ? of.counter().flatMap(Counter::clerk).orElse(null) : null;
        return new ArrivalLine(of.id(), of.version(), of.branch().id(), of.number().orElse(null), who == null ? null : who.id(), who == null ? null : who.displayName(), who == null ? null : who.segment(), of.reason().code(), of.reason().name("he"),
                of.reason().name("en"), of.state(), of.how(), of.takenAt(), of.expectedAt().orElse(null), of.arrivedAt().orElse(null), of.dueAt().orElse(null), of.counter().map(Counter::number).orElse(null), clerk == null ? null : clerk.name("he"),
                clerk == null ? null : clerk.name("en"), of.calledAt().orElse(null), of.calls(), of.servedAt().orElse(null), of.endedAt().orElse(null), of.interactionId().orElse(null), of.exceptional(), of.appointment().map(Appointment::startsAt).orElse(null));
    }

    public String reason(String language) {
        return "he".equals(language) ? hebrewReason : englishReason;
    }

    /** Who sits at the counter, or null. */
    public String clerk(String language) {
        return "he".equals(language) ? hebrewClerk : englishClerk;
    }

    /** Seconds from the door to the moment he is due; null until he waits. */
    public Long target() {
        return dueAt == null || arrivedAt == null ? null : Math.max(0, Duration.between(arrivedAt, dueAt).toSeconds());
    }

    /** Whether he should have been called by now. */
    public boolean late(Instant now) {
        return state == Arrival.State.WAITING && dueAt != null && now.isAfter(dueAt);
    }
}
