// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.channel.Channel;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComposerNoticeTest {
    private static final Instant NOON = Instant.parse("2026-05-14T09:00:00Z");

    @ParameterizedTest
    @EnumSource(names = {"WHATSAPP", "MESSENGER", "INSTAGRAM"})
    void theWindowOfANetworkIsOpenForADayFromTheCustomersLastMessage(Channel channel) {
        assertThat(ComposerNotice.of(channel, NOON, NOON.plusSeconds(86_399))).isEmpty();
        assertThat(ComposerNotice.of(channel, NOON, NOON.plusSeconds(86_400))).contains(ComposerNotice.WINDOW_CLOSED);
        assertThat(ComposerNotice.of(channel, null, NOON)).contains(ComposerNotice.WINDOW_CLOSED);
    }

    @Test
    void otherChannelsHaveNoWindow() {
        assertThat(ComposerNotice.of(Channel.EMAIL, null, NOON)).isEmpty();
        assertThat(ComposerNotice.of(Channel.TELEGRAM, NOON.minusSeconds(1_000_000), NOON)).isEmpty();
        assertThat(ComposerNotice.of(Channel.SMS, null, NOON)).isEmpty();
    }
}
