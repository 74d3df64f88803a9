// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import java.time.Duration;

/**
 * What was counted of the complaints of some days. A complaint that became part of another is counted once, with that one.
 *
 * @param acknowledgedAtOnce within {@link #AT_ONCE} of receipt
 * @param inTime decided within {@link StatutoryTerm#DAYS} days
 * @param late decided later
 * @param overdue not decided though those days are over
 * @param undecided not decided yet, and there is time
 * @param ended by the customer, without a decision
 * @param refused decisions the customer did not accept
 * @param ombudsman taken to him
 * @param recourse where the customer was told where else to turn to
 * @param actions with a corrective action
 */
public record ComplaintTotals(long received, long acknowledgedAtOnce, long inTime, long late, long overdue, long undecided, long ended, long upheld, long partly, long rejected, long accepted, long refused, long ombudsman, long recourse, long actions) {
    public static final Duration AT_ONCE = Duration.ofHours(1);

    public long decided() {
        return upheld + partly + rejected;
    }

    /** Wholly or in part. */
    public long justified() {
        return upheld + partly;
    }

    /** Those of which can be said whether they were decided in time. */
    public long judged() {
        return inTime + late + overdue;
    }

    /** Of a hundred, rounded. @return null of nothing */
    public static Integer percent(long part, long all) {
        return all == 0 ? null : (int) Math.round(100.0 * part / all);
    }
}
