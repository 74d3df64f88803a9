// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.channel.Channel;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether a customer may be addressed. Promotion needs his word before the first message, on that very channel (s. 30A
 * of the Communications Law: opt-in; we ask no less on the channels it does not name), and by telephone no older than a
 * year (Consumer Protection Law, telemarketing: consent beside the do-not-call register is kept for one year).
 * Service needs none, but what he forbade is forbidden.
 */
public final class ConsentPolicy {
    static final Duration SPOKEN_LASTS = Duration.ofDays(365);

    private ConsentPolicy() {
    }

    /** Why, or why not. */
    public enum Reason {
        ALLOWED(true), NEVER_FORBIDDEN(true), NEVER_ALLOWED(false), FORBIDDEN(false), LAPSED(false);

        private final boolean may;

        Reason(boolean may) {
            this.may = may;
        }
    }

    /** @param consentId of the one that decided; null when he never spoke of it */
    public record Verdict(Reason reason, Long consentId) {
        public boolean may() {
            return reason.may;
        }
    }

    /** @param latest of that channel and purpose, or null */
    public static Verdict judge(Consent latest, Channel channel, Consent.Purpose purpose, Instant now) {
        if (latest == null) {
            return new Verdict(purpose == Consent.Purpose.SERVICE ? Reason.NEVER_FORBIDDEN : Reason.NEVER_ALLOWED, null);
        }
        if (!latest.given()) {
            return new Verdict(Reason.FORBIDDEN, latest.id());
        }
        boolean lapsed = purpose == Consent.Purpose.PROMOTION && channel.dialled() && now.isAfter(latest.saidAt().plus(SPOKEN_LASTS));
        return new Verdict(lapsed ? Reason.LAPSED : Reason.ALLOWED, latest.id());
    }
}
