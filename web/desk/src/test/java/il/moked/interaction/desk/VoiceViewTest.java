// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.desk;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.interaction.Call;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VoiceViewTest {
    @Test
    void aCallRingsUntilSomebodyTalksAndIsThenTalkingOrOnHoldUntilItEnds() {
        assertThat(VoiceView.phase(null)).isEqualTo("dialling");
        assertThat(VoiceView.phase(Call.State.OFFERED)).isEqualTo("ringing");
        assertThat(VoiceView.phase(Call.State.QUEUED)).isEqualTo("ringing");
        assertThat(VoiceView.phase(Call.State.ANSWERED)).isEqualTo("talking");
        assertThat(VoiceView.phase(Call.State.HELD)).isEqualTo("held");
        assertThat(VoiceView.phase(Call.State.ENDED)).isEqualTo("ended");
    }

    @Test
    void aDurationIsMinutesAndSecondsAndNeverNegative() {
        assertThat(VoiceView.clock(Duration.ofSeconds(65))).isEqualTo("1:05");
        assertThat(VoiceView.clock(Duration.ofSeconds(3725))).isEqualTo("62:05");
        assertThat(VoiceView.clock(Duration.ofMillis(-700))).isEqualTo("0:00");
    }
}
