// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import static il.moked.customer.Consent.Purpose.PROMOTION;
import static il.moked.customer.Consent.Purpose.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.channel.Channel;
import il.moked.customer.ConsentPolicy.Reason;
import il.moked.shared.WrongFieldsException;
import il.moked.shared.WrongFieldsException.Wrong;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConsentPolicyTest {
    private static final Instant NOW = Instant.parse("2026-05-14T09:00:00Z");

    private static Consent said(Channel channel, Consent.Purpose purpose, boolean given, Instant at) {
        Consent consent = new Consent(7, channel, purpose, given, Consent.Manner.SPOKEN, "מאשר קבלת דיוור", at, "dana", NOW);
        Ids.give(consent, 3);
        return consent;
    }

    private static Reason reason(Consent latest, Channel channel, Consent.Purpose purpose) {
        return ConsentPolicy.judge(latest, channel, purpose, NOW).reason();
    }

    @Test
    void promotionNeedsHisWordOnEveryChannelAndServiceDoesNot() {
        for (Channel channel : Consent.CHANNELS) {
            assertThat(ConsentPolicy.judge(null, channel, PROMOTION, NOW)).as(channel.name()).isEqualTo(new ConsentPolicy.Verdict(Reason.NEVER_ALLOWED, null));
            assertThat(ConsentPolicy.judge(null, channel, PROMOTION, NOW).may()).isFalse();
            assertThat(ConsentPolicy.judge(null, channel, SERVICE, NOW).may()).isTrue();
        }
    }

    @Test
    void whatHeAllowedIsAllowedAndWhatHeForbadeIsForbidden() {
        assertThat(ConsentPolicy.judge(said(Channel.SMS, PROMOTION, true, NOW.minus(Duration.ofDays(900))), Channel.SMS, PROMOTION, NOW)).isEqualTo(new ConsentPolicy.Verdict(Reason.ALLOWED, 3L));
        assertThat(reason(said(Channel.SMS, PROMOTION, false, NOW), Channel.SMS, PROMOTION)).isEqualTo(Reason.FORBIDDEN);
        assertThat(reason(said(Channel.SMS, SERVICE, false, NOW), Channel.SMS, SERVICE)).isEqualTo(Reason.FORBIDDEN);
    }

    @Test
    void byTelephoneItLastsAYear() {
        Instant year = NOW.minus(ConsentPolicy.SPOKEN_LASTS);
        assertThat(reason(said(Channel.PHONE, PROMOTION, true, year), Channel.PHONE, PROMOTION)).isEqualTo(Reason.ALLOWED);
        assertThat(reason(said(Channel.PHONE, PROMOTION, true, year.minusMillis(1)), Channel.PHONE, PROMOTION)).isEqualTo(Reason.LAPSED);
        assertThat(reason(said(Channel.PHONE, SERVICE, true, year.minusMillis(1)), Channel.PHONE, SERVICE)).isEqualTo(Reason.ALLOWED);
    }

    @Test
    void withoutProofThereIsNoConsent() {
        assertThatThrownBy(() -> new Consent(7, Channel.FORM, PROMOTION, null, null, " ", NOW.plusSeconds(1), "dana", NOW)).isInstanceOfSatisfying(WrongFieldsException.class, refused -> assertThat(refused.wrong())
                .containsExactlyInAnyOrder(Wrong.of("given", "shared.required"), Wrong.of("manner", "shared.required"), Wrong.of("channel", "shared.choice"), Wrong.of("wording", "shared.required"), Wrong.of("saidAt", "customer.said-later")));
    }
}
