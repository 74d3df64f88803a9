// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagingWindowTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    @ParameterizedTest
    @EnumSource(value = Channel.class, names = {"WHATSAPP", "MESSENGER", "INSTAGRAM"})
    void closesOneDayAfterTheCustomerWroteToTheSecond(Channel channel) {
        MessagingWindow window = MessagingWindow.of(channel, NOON);
        Instant end = NOON.plus(Duration.ofHours(24));
        assertThat(MessagingWindow.closesAt(channel, NOON)).contains(end);
        assertThat(window.open(end.minusSeconds(1))).isTrue();
        assertThat(window.open(end)).isFalse();
        assertThat(window.left(end.minusSeconds(1))).contains(Duration.ofSeconds(1));
        assertThat(window.left(end.plusSeconds(1))).contains(Duration.ZERO);
    }

    @ParameterizedTest
    @EnumSource(value = Channel.class, names = {"WHATSAPP", "MESSENGER", "INSTAGRAM"})
    void isClosedForACustomerWhoNeverWrote(Channel channel) {
        assertThat(MessagingWindow.of(channel, null).open(NOON)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Channel.class, names = {"WHATSAPP", "MESSENGER", "INSTAGRAM"}, mode = EnumSource.Mode.EXCLUDE)
    void isAlwaysOpenElsewhere(Channel channel) {
        assertThat(MessagingWindow.closesAt(channel, NOON)).isEmpty();
        assertThat(MessagingWindow.of(channel, null).open(NOON)).isTrue();
        assertThat(MessagingWindow.of(channel, null).left(NOON)).isEmpty();
    }

    @Test
    void onlyWhatsAppKnowsTemplates() {
        assertThat(MessagingWindow.templates(Channel.WHATSAPP)).isTrue();
        assertThat(MessagingWindow.templates(Channel.MESSENGER)).isFalse();
    }
}
