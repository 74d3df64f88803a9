// SPDX-License-Identifier: Apache-2.0
package il.moked.order.jms;

import il.moked.order.ejb.PaymentErrands;
import il.moked.order.ejb.PaymentErrands.Errand;
import il.moked.order.ejb.PaymentErrands.RefundErrand;
import il.moked.order.jms.PaymentGateway.Answer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;

/** Takes an errand to its provider, and what it answers back. No transaction is open while the provider is asked. */
@ApplicationScoped
public class PaymentSending {
    @Inject
    PaymentErrands errands;
    @Inject
    @Any
    Instance<PaymentGateway> gateways;

    public Optional<PaymentGateway> gateway(String driver) {
        return gateways.stream().filter(gateway -> gateway.driver().equals(driver)).findFirst();
    }

    void payment(long id) {
        errands.begin(id).ifPresent(errand -> {
            Answer answer = gateway(errand.account().driver()).map(gateway -> asked(gateway, errand)).orElse(new Answer.NotAsked("no driver " + errand.account().driver(), false));
            settle(id, answer);
        });
    }

    private static Answer asked(PaymentGateway gateway, Errand errand) {
        return switch (errand.ask()) {
            case OPEN -> gateway.open(errand);
            case LOOK -> gateway.look(errand);
            case CLOSE -> gateway.close(errand);
        };
    }

    private void settle(long id, Answer answer) {
        if (answer instanceof Answer.Opened opened) {
            errands.opened(id, opened.session(), opened.link());
        } else if (answer instanceof Answer.Stands stands) {
            errands.stands(id, stands.standing(), stands.payment(), stands.paid());
        } else if (answer instanceof Answer.NotAsked not) {
            errands.notAsked(id, not.why(), not.counted());
        } else if (answer instanceof Answer.Refused refused) {
            errands.refused(id, refused.why());
        } else {
            errands.unanswered(id, why(answer));
        }
    }

    void refund(long id) {
        errands.beginRefund(id).ifPresent(errand -> settleRefund(id, gateway(errand.account().driver()).map(gateway -> refunded(gateway, errand)).orElse(new Answer.NotAsked("no driver", false))));
    }

    private static Answer refunded(PaymentGateway gateway, RefundErrand errand) {
        return gateway.refund(errand);
    }

    private void settleRefund(long id, Answer answer) {
        if (answer instanceof Answer.Refunded refunded) {
            errands.refundDone(id, refunded.refund());
        } else if (answer instanceof Answer.NotAsked not) {
            errands.refundNotAsked(id, not.why());
        } else if (answer instanceof Answer.Refused refused) {
            errands.refundRefused(id, refused.why());
        } else {
            errands.refundUnanswered(id, why(answer));
        }
    }

    private static String why(Answer answer) {
        return answer instanceof Answer.Unanswered unanswered ? unanswered.why() : answer.toString();
    }
}
