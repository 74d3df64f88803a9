// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.channel.OutboundMessage.State;
import il.moked.shared.BusinessException;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutboundMessageTest {
    private static final Instant NOON = Instant.parse("2026-05-14T09:00:00Z");
    private final OutboundMessage message = message();

    private static OutboundMessage message() {
        ChannelAccount account = new ChannelAccount("service", Channel.EMAIL, "he", "en", "service@moked.example", "he", 1);
        try {
            Field id = ChannelAccount.class.getDeclaredField("id");
            id.setAccessible(true);
            id.set(account, 7L);
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(missing);
        }
        return new OutboundMessage(1, 2, account, "a@b.example", false, NOON);
    }

    @Test
    void onlyOneSenderBegins() {
        assertThat(message.begin(NOON)).isTrue();
        assertThat(message.begin(NOON)).isFalse();
        message.accepted(NOON);
        assertThat(message.state()).isEqualTo(State.ACCEPTED);
        assertThat(message.begin(NOON)).isFalse();
    }

    @Test
    void whatWasCertainlyNotSentIsTriedAgainWithGrowingPausesAndAtLastFails() {
        Instant now = NOON;
        Duration last = Duration.ZERO;
        int attempts = 0;
        while (message.begin(now)) {
            attempts++;
            message.notSent("connection refused", now);
            if (message.state() == State.PENDING) {
                assertThat(message.begin(now)).as("not before its time").isFalse();
                Duration pause = Duration.ofSeconds(2).multipliedBy(1L << Math.min(attempts, 10));
                pause = pause.compareTo(Duration.ofMinutes(30)) > 0 ? Duration.ofMinutes(30) : pause;
                assertThat(pause).isGreaterThanOrEqualTo(last);
                last = pause;
                now = now.plus(pause);
            }
        }
        assertThat(attempts).isEqualTo(10);
        assertThat(message.state()).isEqualTo(State.FAILED);
    }

    @Test
    void whatNobodyCanKnowWaitsForAPerson() {
        message.begin(NOON);
        message.unknown("line broke", NOON);
        assertThat(message.begin(NOON.plus(Duration.ofDays(1)))).isFalse();
        message.sendAgain(NOON.plusSeconds(60));
        assertThat(message.begin(NOON.plusSeconds(60))).isTrue();
    }

    @Test
    void whatIsUnderWayOrAcceptedIsNotSentAgain() {
        assertThatThrownBy(() -> message.sendAgain(NOON)).isInstanceOf(BusinessException.class);
        message.begin(NOON);
        assertThat(message.leaseLostAt(NOON.plus(OutboundMessage.LEASE))).isFalse();
        assertThat(message.leaseLostAt(NOON.plus(OutboundMessage.LEASE).plusMillis(1))).isTrue();
    }
}
