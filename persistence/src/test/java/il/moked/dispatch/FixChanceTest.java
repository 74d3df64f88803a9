// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.dispatch.FixChance.Seen;
import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FixChanceTest {
    @Test
    void whereNothingHappenedItIsTheAverageOfTheTrade() {
        assertThat(FixChance.of(Seen.NOTHING, Seen.NOTHING, Seen.NOTHING, Seen.NOTHING)).isEqualTo(FixChance.BEFORE, Offset.offset(1e-9));
    }

    @Test
    void oneSuccessSaysLittleAndManySayMuch() {
        Seen all = new Seen(700, 1000);
        double one = FixChance.of(all, new Seen(70, 100), new Seen(70, 100), new Seen(1, 1));
        double many = FixChance.of(all, new Seen(70, 100), new Seen(70, 100), new Seen(95, 100));
        assertThat(one).isBetween(0.70, 0.75);
        assertThat(many).isBetween(0.90, 0.95);
    }

    @Test
    void theWayIsLongerThanTheCrowFlies() {
        GeoPoint telAviv = new GeoPoint(32.0853, 34.7818);
        GeoPoint jerusalem = new GeoPoint(31.7683, 35.2137);
        assertThat(telAviv.kilometresTo(jerusalem)).isEqualTo(53.9, Offset.offset(0.5));
        assertThat(new TravelPolicy(1.35, 45, 300).between(telAviv, jerusalem)).isBetween(Duration.ofMinutes(100), Duration.ofMinutes(104));
        assertThat(new TravelPolicy(1.35, 45, 300).between(telAviv, telAviv)).isZero();
    }
}
