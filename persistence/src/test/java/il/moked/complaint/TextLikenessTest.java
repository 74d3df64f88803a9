// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextLikenessTest {
    private static final List<String> TEXTS = List.of(
            "הנתב מתנתק כל ערב ואין אינטרנט",
            "חויבתי פעמיים על אותו חודש",
            "כל ערב האינטרנט בנתב שלי מתנתק",
            "טכנאי לא הגיע במועד שנקבע",
            "חיוב כפול: חויבתי פעמיים החודש",
            "הטכנאי שנקבע לא הגיע");

    @Test
    void theSameFaultInOtherWordsIsOneGroup() {
        assertThat(new TextLikeness(TEXTS).groups()).containsExactlyInAnyOrder(List.of(0, 2), List.of(1, 4), List.of(3, 5));
    }

    @Test
    void theSameTextIsAsLikeAsCanBeAndStrangersAreNot() {
        TextLikeness likeness = new TextLikeness(List.of("Router offline again", "router OFFLINE again!", "מטען שרוף"));
        assertThat(likeness.between(0, 1)).isCloseTo(1, within(1e-9));
        assertThat(likeness.between(0, 2)).isZero();
    }

    @Test
    void aTextWithoutWordsIsLikeNothing() {
        assertThat(new TextLikeness(List.of("", "...", "מטען")).groups()).containsExactly(List.of(0), List.of(1), List.of(2));
    }
}
