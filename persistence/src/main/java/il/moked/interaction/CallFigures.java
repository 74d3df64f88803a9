// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import java.time.Duration;
import java.util.Optional;

/**
 * What became of the inbound calls of a period. A call is reached by the line when it was answered or waited at all; one
 * that ended in the menu asked nobody to come. Waits are from the moment a call was queued until it was answered or ended.
 *
 * @param group segment of the customers, {@code UNKNOWN} for callers nobody knows, {@code ALL} for all of them
 * @param answered by an agent
 * @param hungUp ended without an answer, in the menu or in the line
 * @param reached answered, or waited
 * @param abandoned reached and hung up
 * @param answeredInTime answered after no more than the asked-for wait
 * @param waited by all that were reached together
 * @param served talk and hold of all answered together
 */
public record CallFigures(String group, long answered, long hungUp, long reached, long abandoned, long answeredInTime, Duration waited, Duration served) {

    public CallFigures plus(CallFigures other, String name) {
        return new CallFigures(name, answered + other.answered, hungUp + other.hungUp, reached + other.reached, abandoned + other.abandoned, answeredInTime + other.answeredInTime, waited.plus(other.waited), served.plus(other.served));
    }

    /** Of those reached, 0 to 1. */
    public double abandonment() {
        return reached == 0 ? 0 : (double) abandoned / reached;
    }

    /** Answered in time ÷ (answered + abandoned), 0 to 1: formula F3 of field-study d.2. */
    public double serviceLevel() {
        return reached == 0 ? 0 : (double) answeredInTime / reached;
    }

    /** Mean time a caller waits before he gives up: all waiting ÷ abandons, the estimator for censored data (field-study d.3). Empty without abandons. */
    public Optional<Duration> patience() {
        return abandoned == 0 ? Optional.empty() : Optional.of(waited.dividedBy(abandoned));
    }

    /** Mean wait of those reached. */
    public Duration meanWait() {
        return reached == 0 ? Duration.ZERO : waited.dividedBy(reached);
    }

    /** Mean talk and hold of those answered. */
    public Duration meanService() {
        return answered == 0 ? Duration.ZERO : served.dividedBy(answered);
    }
}
