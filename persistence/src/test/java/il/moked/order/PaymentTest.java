// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.order.Payment.State;
import il.moked.order.SaleOrder.Settlement;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaymentTest {
    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    private final SaleOrder order = SaleOrderTest.placed(Settlement.CARD, SaleOrderTest.line("R1", 1, 10_000, 1_525));
    private final Payment payment = Payment.byCard(order, order.gross(), null, "card", "he", "dana", NOW.plus(Duration.ofHours(1)), NOW);

    private static Instant after(int seconds) {
        return NOW.plusSeconds(seconds);
    }

    @Test
    void oneAsksAtATime() {
        assertThat(payment.begin(NOW)).isTrue();
        assertThat(payment.state()).isEqualTo(State.SENDING);
        assertThat(payment.begin(after(1))).isFalse();
    }

    @Test
    void whoAskedAndDiedLeavesItUnknownAndItIsAskedAgainUnderTheSameToken() {
        String token = payment.token();
        payment.begin(NOW);
        assertThat(payment.begin(NOW.plus(Attempts.LEASE).plusSeconds(1))).isTrue();
        assertThat(payment.state()).isEqualTo(State.UNKNOWN);
        payment.opened("cs_1", "https://pay.example/1", NOW.plus(Attempts.LEASE));
        assertThat(payment.state()).isEqualTo(State.OPEN);
        assertThat(payment.token()).isEqualTo(token);
        assertThat(payment.link()).contains("https://pay.example/1");
    }

    @Test
    void aProviderThatIsAwaySpendsNoAttempt() {
        Instant at = NOW;
        for (int time = 0; time < 50; time++) {
            assertThat(payment.begin(at)).isTrue();
            payment.notAsked("away", false, at);
            assertThat(payment.state()).isEqualTo(State.PENDING);
            at = at.plusSeconds(3);
        }
        for (int time = 0; time < 12; time++) {
            at = at.plus(Duration.ofHours(1));
            assertThat(payment.begin(at)).isTrue();
            payment.notAsked("odd", true, at);
        }
        assertThat(payment.state()).isEqualTo(State.FAILED);
    }

    @Test
    void newsThatComeBeforeTheAnswerCount() {
        payment.begin(NOW);
        assertThat(payment.paid("cs_1", "pi_1", after(1))).isTrue();
        payment.opened("cs_1", "https://pay.example/1", after(2));
        assertThat(payment.state()).isEqualTo(State.PAID);
        assertThat(payment.paid("cs_1", "pi_1", after(3))).as("the second time").isFalse();
        assertThat(payment.expired(after(4))).as("money is money").isFalse();
        assertThat(payment.begin(after(10_000))).as("nothing more to ask").isFalse();
    }

    @Test
    void moneyThatComesAfterTheEndIsTaken() {
        payment.begin(NOW);
        payment.opened("cs_1", "https://pay.example/1", NOW);
        assertThat(payment.expired(after(1))).isTrue();
        assertThat(payment.paid("cs_1", "pi_1", after(2))).isTrue();
        assertThat(payment.state()).isEqualTo(State.PAID);
    }

    @Test
    void anOpenPageIsClosedAtTheProviderFirst() {
        payment.begin(NOW);
        payment.opened("cs_1", "https://pay.example/1", NOW);
        payment.close(after(1));
        assertThat(payment.state()).isEqualTo(State.CLOSING);
        assertThat(payment.live()).isTrue();
        assertThat(payment.begin(after(1))).isTrue();
        payment.expired(after(2));
        assertThat(payment.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void neverMoreGoesBackThanCame() {
        payment.begin(NOW);
        assertThatThrownBy(() -> payment.refund(Money.agorot(1), "x", "dana", NOW)).isInstanceOf(BusinessException.class);
        payment.paid("cs_1", "pi_1", NOW);
        Refund first = payment.refund(Money.agorot(6_000), "x", "dana", NOW);
        assertThatThrownBy(() -> payment.refund(Money.agorot(4_001), "x", "dana", NOW)).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo("order.refund-more"));
        first.begin(NOW);
        first.refused("closed", NOW);
        assertThat(payment.refunded().isZero()).as("it stayed here").isTrue();
        assertThat(payment.attention()).contains("refund-failed");
        Refund second = payment.refund(Money.agorot(10_000), "x", "dana", NOW);
        second.begin(NOW);
        second.unanswered("silence", NOW);
        assertThat(second.state()).isEqualTo(Refund.State.UNKNOWN);
        assertThat(second.done("re_1", NOW)).isTrue();
        assertThat(second.done("re_1", NOW)).isFalse();
        assertThat(order.refunded()).isEqualTo(order.gross());
    }
}
