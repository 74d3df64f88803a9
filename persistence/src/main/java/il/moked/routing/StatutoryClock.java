// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import java.time.Duration;
import java.time.Instant;

/**
 * One clock of the law for one contact. It has a start and a limit and nothing that stops it: no transfer, announcement
 * or change of the policy moves it.
 *
 * @param policyVersion of the {@link StatutoryPolicy} that set the limit
 * @param subject as chosen by the customer, or {@code callback}
 * @param started dialling, or the moment the message was left
 */
public record StatutoryClock(int policyVersion, String subject, Instant started, Duration limit) {
    private static final int PRESSING_PARTS = 2;
    private static final int PARTS = 3;

    /**
     * What may be exported as evidence.
     *
     * @param answered by a human; null while, or if, nobody did
     * @param over how much later than allowed, zero when kept
     */
    public record Evidence(int policyVersion, String subject, Instant started, Instant deadline, Instant answered, Duration over) {
        public boolean kept() {
            return over.isZero();
        }
    }

    /** The last moment at which the law is kept. */
    public Instant deadline() {
        return started.plus(limit);
    }

    /** The last third begins: from here on it must be served before nearly everything else (field-study d.4). */
    public Instant pressing() {
        return started.plus(limit.multipliedBy(PRESSING_PARTS).dividedBy(PARTS));
    }

    public Evidence answered(Instant at) {
        return new Evidence(policyVersion, subject, started, deadline(), at, overAt(at));
    }

    /** Nobody has answered yet, or the customer gave up at that moment: broken only if he had waited longer than the limit by then. */
    public Evidence unanswered(Instant until) {
        return new Evidence(policyVersion, subject, started, deadline(), null, overAt(until));
    }

    private Duration overAt(Instant moment) {
        Duration over = Duration.between(deadline(), moment);
        return over.isNegative() ? Duration.ZERO : over;
    }
}
