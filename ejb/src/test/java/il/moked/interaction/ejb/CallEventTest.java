// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.interaction.Call;
import il.moked.interaction.ejb.CallEvent.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallEventTest {
    private static final Instant NOON = Instant.parse("2026-05-14T09:00:00Z");

    @Test
    void whatIsWrittenIsReadAgain() {
        CallEvent event = new CallEvent("e1", "c1", Type.ANSWERED, NOON, Call.Direction.OUTBOUND, "201", "052-345-6789", "123456782", "1", "fault", "he", "201", "202", Call.EndedBy.AGENT, "https://recordings.example/1", 7L);
        assertThat(CallEvent.read(event.bytes(), NOON.plusSeconds(1))).isEqualTo(event);
        CallEvent bare = CallEvent.of("e2", "c1", Type.HELD, NOON);
        assertThat(CallEvent.read(bare.bytes(), NOON)).isEqualTo(bare);
    }

    @Test
    void nothingHappensAfterWeHeardOfIt() {
        assertThat(CallEvent.read(CallEvent.of("e1", "c1", Type.QUEUED, NOON.plusSeconds(90)).bytes(), NOON).at()).as("the exchange's clock is ahead").isEqualTo(NOON);
        assertThat(CallEvent.read(CallEvent.of("e1", "c1", Type.QUEUED, null).bytes(), NOON).at()).as("it has none").isEqualTo(NOON);
    }

    @Test
    void whatNobodyWroteIsNotRead() {
        for (String raw : new String[] {"", "[]", "{}", "{\"id\":\"e\",\"call\":\"c\",\"type\":\"SUNG\"}", "{\"id\":\"e\",\"call\":\"c\",\"type\":\"HELD\",\"at\":\"noon\"}"}) {
            assertThatThrownBy(() -> CallEvent.read(raw.getBytes(StandardCharsets.UTF_8), NOON)).as(raw).isInstanceOf(RuntimeException.class);
        }
    }
}
