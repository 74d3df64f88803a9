// SPDX-License-Identifier: Apache-2.0
package il.moked.order.jms;

import il.moked.order.ejb.PaymentErrands.Errand;
import il.moked.order.ejb.PaymentErrands.RefundErrand;
import il.moked.order.ejb.PaymentErrands.Standing;
import il.moked.order.ejb.PaymentNews;
import il.moked.shared.Money;
import java.time.Instant;

/** A payment provider, found by the name of its driver. It takes cards on its own page: no card number ever comes here. Asking the same under the same token makes nothing twice. */
public interface PaymentGateway {
    /** As accounts name it. */
    String driver();

    /** Asks for a page. */
    Answer open(Errand errand);

    /** Asks what became of one. */
    Answer look(Errand errand);

    /** Ends one, so that nobody can pay on it any more; says what became of it. */
    Answer close(Errand errand);

    Answer refund(RefundErrand errand);

    /**
     * What a call of the provider tells.
     *
     * @param body byte for byte as it came @param proof header of the call, may be null
     * @throws Forged when it cannot prove that it is the provider's, of today
     * @throws Unreadable when it is the provider's and cannot be understood
     */
    PaymentNews news(byte[] body, String proof, String secret, Instant now) throws Forged, Unreadable;

    /** Name of the header that holds the proof. */
    String proofHeader();

    /** Not the provider's. */
    class Forged extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** Not understood. */
    class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** What came of asking. */
    sealed interface Answer {
        /** There is a page. */
        record Opened(String session, String link) implements Answer {
        }

        /** @param payment the provider's name of the money, and paid how much of it, when it was paid */
        record Stands(Standing standing, String payment, Money paid) implements Answer {
        }

        record Refunded(String refund) implements Answer {
        }

        /** Nothing was handed over. @param counted false when the provider is away: that is no fault of what was asked */
        record NotAsked(String why, boolean counted) implements Answer {
        }

        /** Something was handed over, and no answer came. */
        record Unanswered(String why) implements Answer {
        }

        /** It will not, now or later. */
        record Refused(String why) implements Answer {
        }
    }
}
