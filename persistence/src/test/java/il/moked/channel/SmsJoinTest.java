// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmsJoinTest {
    private static final int UNICODE = 8;

    private static SmsPart part(int sequence, int total, byte[] content) {
        return new SmsPart("+972521234567", "5050", 7, total, sequence, UNICODE, content);
    }

    private static SmsPart part(int sequence, int total, String text) {
        return part(sequence, total, text.getBytes(StandardCharsets.UTF_16BE));
    }

    private static SmsJoin empty() {
        return new SmsJoin(Map.of(), false);
    }

    @Test
    void partsInAnyOrderMakeTheText() {
        SmsJoin join = empty();
        assertThat(join.take(part(3, 3, "ג"))).isEqualTo(SmsJoin.Step.ADDED);
        assertThat(join.take(part(1, 3, "א"))).isEqualTo(SmsJoin.Step.ADDED);
        assertThat(join.take(part(2, 3, "ב"))).isEqualTo(SmsJoin.Step.COMPLETED);
        assertThat(join.text(false)).isEqualTo("אבג");
    }

    @Test
    void theSamePartAgainIsNothingNew() {
        SmsJoin join = empty();
        join.take(part(1, 2, "א"));
        assertThat(join.take(part(1, 2, "א"))).isEqualTo(SmsJoin.Step.REPEATED);
        SmsPart only = part(1, 2, "א");
        SmsJoin made = new SmsJoin(Map.of(1, new SmsJoin.Piece(UNICODE, only.content()), 2, new SmsJoin.Piece(UNICODE, only.content())), true);
        assertThat(made.take(only)).isEqualTo(SmsJoin.Step.REPEATED);
    }

    @Test
    void anotherPartUnderATakenNumberBeginsAnew() {
        SmsJoin join = empty();
        join.take(part(1, 2, "א"));
        assertThat(join.take(part(1, 2, "ת"))).isEqualTo(SmsJoin.Step.BEGINS_ANEW);
    }

    @Test
    void aLetterTornBetweenPartsIsWhole() {
        byte[] face = "😀".getBytes(StandardCharsets.UTF_16BE);
        SmsJoin join = empty();
        join.take(part(1, 2, new byte[] {face[0], face[1]}));
        join.take(part(2, 2, new byte[] {face[2], face[3]}));
        assertThat(join.text(false)).isEqualTo("😀");
    }

    @Test
    void whatNeverCameIsShownAsAGap() {
        SmsJoin join = empty();
        join.take(part(1, 3, "א"));
        join.take(part(3, 3, "ג"));
        assertThat(join.text(false)).isEqualTo("א…ג");
        assertThat(join.size()).isEqualTo(2);
    }

    @Test
    void partsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> part(3, 2, "א")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> part(0, 2, "א")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> part(1, 1, "א")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatArrivedIsReadBackAsItWasKept() {
        SmsArrival.Message message = new SmsArrival.Message("1", "+972521234567", "5050", "שלום \"אני\"", 1, java.time.Instant.parse("2026-11-22T10:00:00Z"), "8:00");
        SmsArrival.Report report = new SmsArrival.Report("9", "DELIVRD", "err:000", "972521234567", java.time.Instant.parse("2026-11-22T10:00:00Z"), "x");
        assertThat(SmsArrival.read(message.bytes())).isEqualTo(message);
        assertThat(SmsArrival.read(report.bytes())).isEqualTo(report);
    }

    @Test
    void aProvidersWordsMeanWhatTheAccountSaysOfThem() {
        assertThat(SmsStatus.of("DELIVRD", Map.of())).contains(SentPart.Standing.DELIVERED);
        assertThat(SmsStatus.of("undelivered", Map.of())).contains(SentPart.Standing.FAILED);
        assertThat(SmsStatus.of("ENROUTE", Map.of())).isEmpty();
        assertThat(SmsStatus.of("1", Map.of("status.delivered", "1, 8"))).contains(SentPart.Standing.DELIVERED);
    }
}
