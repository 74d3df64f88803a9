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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
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
    private static final int PAGE = 1000;
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final String HEADER = "reference,kind,queue,policy_version,subject,started,limit_seconds,deadline,announcement_due,announced,answered,agent_id,ended,ended_how,over_seconds\n";

    @Inject
    StatutoryRecords records;
    @Inject
    WaitForecasts forecasts;
    @Inject
    Clock clock;

    /**
     * One clock as evidence; see {@link StatutoryRecord}. Null where there is no such thing.
     *
     * @param over how much later than allowed by now; zero while kept
     */
    public record Evidence(String reference, long interactionId, StatutoryRecord.Kind kind, String queue, int policyVersion, String subject, Instant started, Duration limit, Instant deadline, Instant announcementDue, Instant announced,
            Instant answered, Long agentId, Instant ended, StatutoryRecord.End how, Duration over) {
        private static Evidence of(StatutoryRecords.Line line, Instant now) {
            StatutoryRecord record = line.record();
            return new Evidence(line.reference(), record.interactionId(), record.kind(), line.queue(), record.policyVersion(), record.subject().orElse(null), record.startedAt(), record.limit().orElse(null), record.deadline().orElse(null),
                    record.announcementDue().orElse(null), record.announcedAt().orElse(null), record.answeredAt().orElse(null), record.agentId().orElse(null), record.endedAt().orElse(null), record.endedHow().orElse(null), record.over(now));
        }

        /** One line of the export: nothing in it needs quoting but a subject an administrator made up. */
        String csv() {
            return String.join(",", reference, kind.name(), queue, Integer.toString(policyVersion), quoted(subject), text(started), limit == null ? "" : Long.toString(limit.toSeconds()), text(deadline), text(announcementDue), text(announced), text(answered),
                    text(agentId), text(ended), text(how), Long.toString(over.toSeconds())) + "\n";
        }

        private static String text(Object value) {
            return value == null ? "" : value.toString();
        }

        /** RFC 4180; and nothing that a spreadsheet would take for a formula. */
        private static String quoted(String value) {
            return value == null ? "" : "\"" + (value.matches("[=+\\-@\\t].*") ? "'" : "") + value.replace("\"", "\"\"") + "\"";
        }
    }

    /** Limits that went by since then without an answer in time, newest first. */
    public List<Evidence> breaches(Instant since) {
        Instant now = clock.instant();
        return records.breaches(since, now, MOST).stream().map(line -> Evidence.of(line, now)).toList();
    }

    /**
     * All clocks that began in that time as CSV, oldest first, page by page.
     *
     * @param to excluded
     * @throws BusinessException {@code routing.history-range} when it is not 0 to 366 days
     */
    public void export(Instant from, Instant to, Writer csv) {
        if (to.isBefore(from) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new BusinessException("routing.history-range");
        }
        Instant now = clock.instant();
        try {
            csv.write(HEADER);
            Instant afterStart = null;
            Long after = null;
            List<StatutoryRecords.Line> page;
            do {
                page = records.between(from, to, afterStart, after, PAGE);
                for (StatutoryRecords.Line line : page) {
                    csv.write(Evidence.of(line, now).csv());
                    afterStart = line.record().startedAt();
                    after = line.record().id();
                }
                records.forget();
            } while (page.size() == PAGE);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** How good the forecasts were that customers were told since then. */
    public List<WaitForecasts.Accuracy> forecasts(Instant since) {
        return forecasts.accuracy(since);
    }
}
