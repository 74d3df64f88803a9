// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.channel.Channel;
import il.moked.customer.Segment;
import il.moked.shared.BusinessException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuoteTest {
    private static final Instant NOW = Instant.parse("2026-05-14T09:00:00Z");
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(14));

    private static Quote quote() {
        return new Quote(1, new Quote.Given(null, Segment.PRIVATE, Channel.PHONE, null, "dana", NOW, UNTIL), "ILS", null, 1);
    }

    private static String code(Throwable refused) {
        return ((BusinessException) refused).code();
    }

    @Test
    void itIsAcceptedOnceOnWhateverChannel() {
        Quote quote = quote();
        assertThat(quote.state(NOW)).isEqualTo(Quote.State.OFFERED);
        quote.accept(Channel.CHAT, "yossi", UNTIL.minusNanos(1000));
        assertThat(quote.state(UNTIL.plusSeconds(1))).as("accepted stays accepted").isEqualTo(Quote.State.ACCEPTED);
        assertThatThrownBy(() -> quote.accept(Channel.CHAT, "yossi", NOW)).satisfies(refused -> assertThat(code(refused)).isEqualTo("catalog.quote-ended"));
        assertThatThrownBy(() -> quote.withdraw("dana", NOW)).satisfies(refused -> assertThat(code(refused)).isEqualTo("catalog.quote-ended"));
    }

    @Test
    void whenItsTimeIsOverItIsRefusedWithTheMomentItEnded() {
        Quote quote = quote();
        assertThat(quote.state(UNTIL)).isEqualTo(Quote.State.EXPIRED);
        assertThatThrownBy(() -> quote.accept(null, "crm", UNTIL)).isInstanceOfSatisfying(BusinessException.class, refused -> {
            assertThat(refused.code()).isEqualTo("catalog.quote-expired");
            assertThat(refused.arguments()).containsExactly(quote.number().spoken(), UNTIL);
        });
    }

    @Test
    void oneThatWasWithdrawnIsNotAccepted() {
        Quote quote = quote();
        quote.withdraw("dana", NOW);
        assertThatThrownBy(() -> quote.accept(null, "crm", NOW)).satisfies(refused -> assertThat(code(refused)).isEqualTo("catalog.quote-ended"));
    }

    @Test
    void noTwoNumbersAreTheSame() {
        Set<String> numbers = new HashSet<>();
        for (long serial = 0; serial < 200_000; serial++) {
            assertThat(numbers.add(QuoteNumber.of(serial).digits())).isTrue();
        }
        assertThat(numbers).allMatch(number -> number.length() == 9);
    }

    @Test
    void everyWrongDigitAndEveryTwoExchangedAreFound() {
        for (long serial = 1; serial < 400; serial++) {
            String digits = QuoteNumber.of(serial).digits();
            assertThat(QuoteNumber.parse(QuoteNumber.of(serial).spoken())).contains(new QuoteNumber(digits));
            for (int at = 0; at < digits.length(); at++) {
                for (char other = '0'; other <= '9'; other++) {
                    String wrong = digits.substring(0, at) + other + digits.substring(at + 1);
                    assertThat(QuoteNumber.parse(wrong).isPresent()).isEqualTo(wrong.equals(digits));
                }
                if (at > 0 && digits.charAt(at) != digits.charAt(at - 1)) {
                    String exchanged = digits.substring(0, at - 1) + digits.charAt(at) + digits.charAt(at - 1) + digits.substring(at + 1);
                    assertThat(QuoteNumber.parse(exchanged)).isEmpty();
                }
            }
        }
        assertThat(QuoteNumber.parse("12")).isEmpty();
        assertThat(QuoteNumber.parse(null)).isEmpty();
    }
}
