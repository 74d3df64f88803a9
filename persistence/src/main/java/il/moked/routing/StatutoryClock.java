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
 * @param worked the part of the limit in which somebody works, at its end: all of it but for a message left late in the day
 */
public record StatutoryClock(int policyVersion, String subject, Instant started, Duration limit, Duration worked) {
    static final int PARTS = 3;

    /** Of a limit in which somebody works all the time. */
    public StatutoryClock(int policyVersion, String subject, Instant started, Duration limit) {
        this(policyVersion, subject, started, limit, limit);
    }

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

    /** The last third begins: from here on it must be served before nearly everything else (field-study d.4). No night belongs to it. */
    public Instant pressing() {
        return deadline().minus(worked.dividedBy(PARTS));
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
