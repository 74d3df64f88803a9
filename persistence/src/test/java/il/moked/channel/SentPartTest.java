// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.channel.SentPart.Standing;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentPartTest {
    private static final Instant NOON = Instant.parse("2026-05-14T09:00:00Z");

    private static SentPart part(Standing... reported) {
        SentPart part = new SentPart(new SentPart.Key(7, "id"), NOON);
        for (Standing standing : reported) {
            part.reported(standing, standing == Standing.FAILED ? "why" : null, NOON.plusSeconds(1));
        }
        return part;
    }

    private static OutboundMessage outbound() {
        ChannelAccount account = new ChannelAccount("sms", Channel.SMS, "he", "en", "Moked", "he", 1);
        set(account, 7L);
        OutboundMessage outbound = new OutboundMessage(1, 2, account, "+972521234567", false, NOON);
        set(outbound, 42L);
        return outbound;
    }

    private static void set(Object entity, long id) {
        try {
            Field field = entity.getClass().getDeclaredField("id");
            field.setAccessible(true);
            field.set(entity, id);
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "DELIVERED READ           | READ",
            "READ DELIVERED           | READ",
            "READ ACCEPTED            | READ",
            "DELIVERED ACCEPTED       | DELIVERED",
            "DELIVERED DELIVERED      | DELIVERED",
            "ACCEPTED                 | ACCEPTED",
            "FAILED DELIVERED READ    | FAILED",
            "DELIVERED FAILED         | FAILED"})
    void inWhateverOrderReportsComeItNeverGoesBack(String reports, Standing end) {
        List<Standing> all = new ArrayList<>();
        for (String report : reports.split(" ")) {
            all.add(Standing.valueOf(report));
        }
        assertThat(part(all.toArray(Standing[]::new)).standing()).isEqualTo(end);
    }

    @Test
    void aRepeatIsNoNews() {
        SentPart part = part();
        assertThat(part.reported(Standing.DELIVERED, null, NOON)).isTrue();
        assertThat(part.reported(Standing.DELIVERED, null, NOON)).isFalse();
        assertThat(part.reported(Standing.ACCEPTED, null, NOON)).isFalse();
        assertThat(part.reported(Standing.READ, null, NOON)).isTrue();
    }

    @Test
    void aMessageGotAsFarAsItsLastPartAndFailsWithAnyOfThem() {
        assertThat(SentPart.of(List.of())).isEqualTo(Standing.ACCEPTED);
        assertThat(SentPart.of(List.of(part(Standing.READ), part(Standing.DELIVERED)))).isEqualTo(Standing.DELIVERED);
        assertThat(SentPart.of(List.of(part(Standing.READ), part()))).isEqualTo(Standing.ACCEPTED);
        assertThat(SentPart.of(List.of(part(Standing.READ), part(Standing.FAILED)))).isEqualTo(Standing.FAILED);
    }

    @Test
    void whatWasReportedBeforeTheIdWasKnownCounts() {
        SentPart part = part(Standing.DELIVERED);
        OutboundMessage outbound = outbound();
        assertThat(part.of(outbound)).isFalse();
        part.partOf(outbound, NOON);
        assertThat(part.of(outbound)).isTrue();
        assertThat(part.standing()).isEqualTo(Standing.DELIVERED);
    }

    @Test
    void whatWasReportedOfAnEarlierSendingDoesNot() {
        OutboundMessage outbound = outbound();
        SentPart part = part();
        part.partOf(outbound, NOON);
        part.reported(Standing.FAILED, "why", NOON);
        outbound.refused("why", NOON);
        outbound.sendAgain(NOON);
        assertThat(part.of(outbound)).isFalse();
        part.partOf(outbound, NOON);
        assertThat(part.of(outbound)).isTrue();
        assertThat(part.standing()).as("the provider gave the same id again").isEqualTo(Standing.ACCEPTED);
        assertThat(part.failure()).isEmpty();
    }
}
