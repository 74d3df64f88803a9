// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.Role;
import il.moked.routing.StatutoryRecord;
import il.moked.routing.StatutoryRecords;
import il.moked.routing.WaitForecasts;
import il.moked.shared.BusinessException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The evidence of the clocks of the law, and how good the forecasts of waits were. No personal data: conversations by their reference. */
@Stateless
@RolesAllowed({Role.SUPERVISOR, Role.INTEGRATION})
public class StatutoryReading {
    /** Breaches shown at once. */
    public static final int MOST = 200;
    /** Clocks that press are counted up to here. */
    public static final int MOST_PRESSING = 100;
    /** Lines read at once. */
    public static final int PAGE = 500;
    private static final Duration LONGEST = Duration.ofDays(366);

    @Inject
    StatutoryRecords records;
    @Inject
    WaitForecasts forecasts;
    @Inject
    Clock clock;

    /**
     * One clock as evidence; see {@link StatutoryRecord}. Null where there is no such thing.
     *
     * @param attempts calls back that nobody answered @param attempted the first of them @param noticed when he was told so in writing
     * @param over how much later than allowed by now; zero while kept
     */
    public record Evidence(long recordId, String reference, long interactionId, StatutoryRecord.Kind kind, String queue, int policyVersion, String subject, Instant started, Duration limit, Instant pressing, Instant deadline,
            Instant announcementDue, Instant announced, int attempts, Instant attempted, Instant noticed, Instant answered, Long agentId, Instant ended, StatutoryRecord.End how, Duration over) {
        private static Evidence of(StatutoryRecords.Line line, Instant now) {
            StatutoryRecord record = line.record();
            return new Evidence(record.id(), line.reference(), record.interactionId(), record.kind(), line.queue(), record.policyVersion(), record.subject().orElse(null), record.startedAt(), record.limit().orElse(null),
                    record.pressingAt().orElse(null), record.deadline().orElse(null), record.announcementDue().orElse(null), record.announcedAt().orElse(null), record.attempts(), record.attemptedAt().orElse(null),
                    record.noticedAt().orElse(null), record.answeredAt().orElse(null), record.agentId().orElse(null), record.endedAt().orElse(null), record.endedHow().orElse(null), record.over(now));
        }

        public boolean late() {
            return !over.isZero();
        }
    }

    /** Limits that went by since then without an answer in time, newest first. */
    public List<Evidence> breaches(Instant since) {
        Instant now = clock.instant();
        return records.breaches(since, now, MOST).stream().map(line -> Evidence.of(line, now)).toList();
    }

    /** Clocks that run, in their last third or beyond; the most urgent first, at most {@link #MOST_PRESSING}. */
    public List<Evidence> pressing() {
        Instant now = clock.instant();
        return records.pressingNow(now, MOST_PRESSING).stream().map(line -> Evidence.of(line, now)).toList();
    }

    /**
     * Clocks that began in that time, oldest first; {@link #PAGE} at once, fewer at the end.
     *
     * @param to excluded
     * @param after the last one of the page before, null for the first page
     * @throws BusinessException {@code routing.history-range} when it is not 0 to 366 days
     */
    public List<Evidence> page(Instant from, Instant to, Evidence after) {
        if (to.isBefore(from) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new BusinessException("routing.history-range");
        }
        Instant now = clock.instant();
        return records.between(from, to, after == null ? null : after.started(), after == null ? null : after.recordId(), PAGE).stream().map(line -> Evidence.of(line, now)).toList();
    }

    /** How good the forecasts were that customers were told since then. */
    public List<WaitForecasts.Accuracy> forecasts(Instant since) {
        return forecasts.accuracy(since);
    }
}
