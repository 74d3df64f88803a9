// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import il.moked.channel.Channel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts as served, and when a channel starves. */
class ChannelStandingTest {
    /** Field-study d.2: AN 1000, AB 60, AN≤T 860, AB≤T 20, s 10. */
    private static final LineSums PUBLISHED = new LineSums(1060, 0, 1000, 860, 60, 20, 10, 15_600_000, 2_400_000, 0, 0, 21_200_000);

    private static ChannelStanding standing(Channel channel, LineSums sums, long lately, long overdue, Double oldest) {
        return new ChannelStanding(channel, sums, lately, overdue, overdue, oldest);
    }

    private static Equality equality(ChannelStanding... channels) {
        return Equality.of(List.of(channels).stream().map(one -> one.attainment().orElseThrow()).toList(), Equality.Limits.DEFAULT);
    }

    @Test
    void withNobodyOverdueTheAttainmentIsTheDefaultFormula() {
        assertThat(standing(Channel.PHONE, PUBLISHED, 5, 0, null).attainment().orElseThrow()).isEqualTo(860.0 / 1050).isEqualTo(ServiceLevelFormula.DEFAULT.of(PUBLISHED.service()).orElseThrow());
        assertThat(standing(Channel.PHONE, PUBLISHED, 5, 0, null).sums().waitByTarget().orElseThrow()).isCloseTo(18.0 / 21.2, within(1e-12));
    }

    @Test
    void whoWaitsBeyondHisTargetIsMissedAlready() {
        assertThat(standing(Channel.PHONE, PUBLISHED, 5, 1050, 3.0).attainment().orElseThrow()).isEqualTo(0.41, within(0.001));
    }

    @Test
    void aChannelThatNobodyServesTurnsTheLightRed() {
        ChannelStanding phone = standing(Channel.PHONE, PUBLISHED, 30, 0, 0.5);
        ChannelStanding mail = standing(Channel.EMAIL, LineSums.NONE, 0, 500, 7.5);
        assertThat(mail.attainment()).as("500 overdue, none served").hasValue(0);
        assertThat(mail.starving()).isTrue();
        Equality equality = equality(phone, mail);
        assertThat(equality.index()).isCloseTo(0.5, within(1e-12));
        assertThat(equality.gap()).isCloseTo(860.0 / 1050, within(1e-12));
        assertThat(equality.light()).isEqualTo(Equality.Light.RED);
        assertThat(equality(phone, phone).light()).isEqualTo(Equality.Light.GREEN);
    }

    @Test
    void aChannelWithNobodyWhoseTurnShouldHaveComeIsNotCompared() {
        assertThat(new ChannelStanding(Channel.SMS, LineSums.OFFERED, 0, 1, 0, 0.2).attainment()).isEmpty();
    }

    @Test
    void whoIsServedSlowlyDoesNotStarve() {
        assertThat(standing(Channel.CHAT, PUBLISHED, 1, 12, 9.0).starving()).as("somebody was answered").isFalse();
        assertThat(standing(Channel.CHAT, PUBLISHED, 0, 12, 1.9).starving()).as("only just late").isFalse();
        assertThat(standing(Channel.CHAT, PUBLISHED, 0, 0, 4.0).starving()).as("nobody overdue as yet counted").isFalse();
        assertThat(standing(Channel.CHAT, PUBLISHED, 0, 1, 2.0).starving()).isTrue();
    }
}
