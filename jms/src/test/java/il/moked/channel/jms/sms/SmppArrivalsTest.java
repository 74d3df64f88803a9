// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.junit.jupiter.api.Test;

class SmppArrivalsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final int ROUNDS = 50_000;

    private final SmppArrivals arrivals = new SmppArrivals(new SmppSettings("h", 1, "s", "", false, false, false, false, SmppSettings.Ids.TEXT, SmppSettings.Ids.TEXT, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1)));

    private static DeliverSm delivered(int kind, int coding, byte[] octets) {
        DeliverSm delivered = new DeliverSm();
        delivered.setSourceAddr("972521234567");
        delivered.setSourceAddrTon((byte) 1);
        delivered.setDestAddress("5050");
        delivered.setEsmClass((byte) kind);
        delivered.setDataCoding((byte) coding);
        delivered.setShortMessage(octets);
        return delivered;
    }

    /** Seed 5786: the same octets at every run. */
    @Test
    void noOctetsWhateverAreTooMuch() {
        Random random = new Random(5786);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] octets = new byte[random.nextInt(20)];
            random.nextBytes(octets);
            if (octets.length > 4 && random.nextBoolean()) {
                octets[0] = (byte) random.nextInt(8);
                octets[1] = (byte) (random.nextBoolean() ? 0 : 8);
                octets[2] = (byte) random.nextInt(6);
            }
            DeliverSm delivered = delivered(random.nextInt(256), random.nextInt(256), octets);
            assertThat(arrivals.message(delivered, "1", NOW).text()).isNotNull();
            arrivals.part(delivered).ifPresent(part -> assertThat(part.sequence()).isBetween(1, part.total()));
            arrivals.report(delivered, NOW);
        }
    }

    @Test
    void aReferenceOfSixteenBitsIsReadBesideOtherElements() {
        byte[] octets = {11, 5, 4, 0x0B, (byte) 0x84, 0x23, (byte) 0xF0, 8, 4, 1, 2, 3, 2, 0x48, 0x69};
        octets[0] = 12;
        assertThat(arrivals.part(delivered(0x40, 0, octets))).hasValueSatisfying(part -> {
            assertThat(part.reference()).isEqualTo(0x0102);
            assertThat(part.total()).isEqualTo(3);
            assertThat(part.sequence()).isEqualTo(2);
            assertThat(part.content()).isEqualTo("Hi".getBytes(StandardCharsets.US_ASCII));
        });
    }

    @Test
    void receiptsOfDifferentHandsAreRead() {
        assertThat(arrivals.report(delivered(4, 0, "id:0123456789 sub:001 dlvrd:001 submit date:1 done date:2 stat:UNDELIV err:027 Text:שלום".getBytes(StandardCharsets.UTF_8)), NOW)).hasValueSatisfying(report -> {
            assertThat(report.id()).isEqualTo("0123456789");
            assertThat(report.stat()).isEqualTo("UNDELIV");
            assertThat(report.why()).isEqualTo("UNDELIV err:027");
        });
        assertThat(arrivals.report(delivered(4, 0, "ID: a-b_c STAT: delivrd".getBytes(StandardCharsets.US_ASCII)), NOW)).hasValueSatisfying(report -> assertThat(report.stat()).isEqualTo("DELIVRD"));
        assertThat(arrivals.report(delivered(4, 0, "nothing".getBytes(StandardCharsets.US_ASCII)), NOW)).isEmpty();
    }

    @Test
    void addressesAreWrittenAsTheirKindWants() {
        assertThat(SmsAddress.of("+972-52-123-4567")).isEqualTo(new SmsAddress(TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, "972521234567"));
        assertThat(SmsAddress.of("5050")).isEqualTo(new SmsAddress(TypeOfNumber.NETWORK_SPECIFIC, NumberingPlanIndicator.UNKNOWN, "5050"));
        assertThat(SmsAddress.of("0521234567")).isEqualTo(new SmsAddress(TypeOfNumber.NATIONAL, NumberingPlanIndicator.ISDN, "0521234567"));
        assertThat(SmsAddress.of("Bank & Co")).isEqualTo(new SmsAddress(TypeOfNumber.ALPHANUMERIC, NumberingPlanIndicator.UNKNOWN, "Bank & Co"));
        for (String none : new String[] {null, "", "הבנק שלנו", "TwelveLetter", "123456789012345678"}) {
            assertThatThrownBy(() -> SmsAddress.of(none)).as(none).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
