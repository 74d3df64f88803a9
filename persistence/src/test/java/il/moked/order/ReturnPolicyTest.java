// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.channel.Channel;
import il.moked.order.ReturnPolicy.Ground;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReturnPolicyTest {
    /** Two o'clock in Israel, in winter time. */
    private static final Instant HANDED_OVER = Instant.parse("2026-11-01T12:00:00Z");

    @Test
    void fourteenDaysForEverybodyToTheEndOfTheLast() {
        ReturnPolicy.Window window = ReturnPolicy.of(Ground.REGRET, Channel.PHONE, HANDED_OVER);
        assertThat(window.rule()).isEqualTo("days");
        assertThat(window.opens(Instant.parse("2026-11-15T21:59:59Z"))).isTrue();
        assertThat(window.opens(Instant.parse("2026-11-15T22:00:00Z"))).isFalse();
    }

    @Test
    void fourMonthsForThoseTheLawNamesWhereThereWasAConversation() {
        for (Ground ground : new Ground[] {Ground.SENIOR, Ground.DISABLED, Ground.NEW_IMMIGRANT}) {
            ReturnPolicy.Window spoken = ReturnPolicy.of(ground, Channel.CHAT, HANDED_OVER);
            assertThat(spoken.rule()).isEqualTo("months");
            assertThat(spoken.opens(Instant.parse("2027-03-01T21:59:59Z"))).isTrue();
            assertThat(spoken.opens(Instant.parse("2027-03-01T22:00:00Z"))).isFalse();
        }
        assertThat(ReturnPolicy.of(Ground.SENIOR, null, HANDED_OVER).rule()).isEqualTo("no-conversation");
        assertThat(ReturnPolicy.of(Ground.SENIOR, Channel.FORM, HANDED_OVER).until()).isEqualTo(ReturnPolicy.of(Ground.REGRET, Channel.PHONE, HANDED_OVER).until());
    }

    @Test
    void aFaultHasNoEnd() {
        assertThat(ReturnPolicy.of(Ground.FAULT, null, HANDED_OVER).opens(Instant.parse("2036-01-01T00:00:00Z"))).isTrue();
    }
}
