// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the law says about waiting on the telephone, as numbers the organisation's counsel may change. Israel: Consumer
 * Protection Law s. 18B(a1)(3), Amendment 57 (six minutes), and the Regulations of 2012 (announcement, message, call
 * back); field-study d.8. Bodies under a sector regulator may have shorter limits.
 *
 * @param version 1 upwards; kept with every clock as evidence of which numbers applied
 * @param subjects what the customer chose in the menu that the limit of a human answer applies to
 * @param answerWithin from dialling to a professional human answer; never stopped or begun again by announcements or transfers
 * @param announceAbove an expected wait longer than this must be announced
 * @param announceBy at the latest this long after dialling
 * @param callBackWithin from the message a caller left to the human call back
 * @param lateMessage a message left less than this before closing may be answered on the next business day, {@code callBackWithin} from opening
 */
public record StatutoryPolicy(int version, Set<String> subjects, Duration answerWithin, Duration announceAbove, Duration announceBy, Duration callBackWithin, Duration lateMessage) {
    public static final StatutoryPolicy ISRAEL = new StatutoryPolicy(1, Set.of("fault", "bill", "termination"), Duration.ofMinutes(6), Duration.ofMinutes(3), Duration.ofMinutes(2), Duration.ofHours(3),
            Duration.ofHours(2));

    public StatutoryPolicy {
        subjects = Set.copyOf(subjects);
        for (Duration limit : new Duration[]{answerWithin, announceAbove, announceBy, callBackWithin, lateMessage}) {
            if (limit.isNegative() || limit.isZero()) {
                throw new IllegalArgumentException("A limit of the law is longer than nothing");
            }
        }
    }

    /** @return the clock of a human answer, empty when the law sets none for the subject */
    public Optional<StatutoryClock> answerClock(String subject, Instant dialled) {
        return subjects.contains(subject) ? Optional.of(new StatutoryClock(version, subject, dialled, answerWithin)) : Optional.empty();
    }

    /**
     * @param expectedWait null when nobody is there to be waited for, which is longer than any wait
     * @return by when the caller must hear how long he will wait and be offered to leave a message; empty when his wait is short enough
     */
    public Optional<Instant> announcementDue(Instant dialled, Duration expectedWait) {
        return expectedWait == null || expectedWait.compareTo(announceAbove) > 0 ? Optional.of(dialled.plus(announceBy)) : Optional.empty();
    }

    /**
     * The clock of a call back somebody asked for.
     *
     * @param closing end of the business day the message was left on; before {@code left} when it was left at night
     * @param nextOpening when the next business day begins
     */
    public StatutoryClock callBackClock(Instant left, Instant closing, Instant nextOpening) {
        boolean late = Duration.between(left, closing).compareTo(lateMessage) < 0;
        return new StatutoryClock(version, "callback", left, Duration.between(left, late ? nextOpening : left).plus(callBackWithin), callBackWithin);
    }
}
