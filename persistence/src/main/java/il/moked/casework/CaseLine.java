// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import java.time.Instant;
import java.util.Optional;

/**
 * One row of a list of cases.
 *
 * @param dueAt for their order: far away when no clock runs, see {@link #due} @param dueMetric of the clock that is due next, null when none runs @param breached whether the time of a running clock is over
 * @param ownerId null when the team owns it @param mergedInto id of the case it became part of, or null
 */
public record CaseLine(long id, String number, int version, long customerId, String customer, ServiceCase.Kind kind, ServiceCase.Severity severity, String subject, ServiceCase.State state, ServiceCase.Cause cause, Long ownerId, String ownerName, String ownerHebrewName,
        String ownerEnglishName, long teamId, String teamCode, String teamHebrewName, String teamEnglishName, Instant dueAt, SlaMetric dueMetric, boolean breached, Instant openedAt, Instant receivedAt, Instant closedAt, Long mergedInto) {
    public String owner(String language) {
        return "he".equals(language) ? ownerHebrewName : ownerEnglishName;
    }

    public String team(String language) {
        return "he".equals(language) ? teamHebrewName : teamEnglishName;
    }

    /** When the next of its clocks is due; empty when none runs. */
    public Optional<Instant> due() {
        return dueMetric == null ? Optional.empty() : Optional.of(dueAt);
    }

    /** Where a page ended: by due time while they are live, by the time of opening otherwise. */
    public record Cursor(Instant at, long id) {
    }

    public Cursor byDue() {
        return new Cursor(dueAt, id);
    }

    public Cursor byOpening() {
        return new Cursor(openedAt, id);
    }
}
