// SPDX-License-Identifier: Apache-2.0
package il.moked.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.channel.Channel;
import il.moked.customer.CustomerFacts.Fact;
import il.moked.customer.Segment;
import il.moked.customer.SegmentRule.AtLeast;
import il.moked.offer.OfferOutcome.Answer;
import il.moked.offer.OfferOutcome.Kind;
import il.moked.offer.OfferOutcome.Refusal;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OfferSheetTest {
    private static final String SHEET = """
            {"what":{"hebrewName":"אחריות","englishName":"Warranty","hebrewScript":"נוסח","englishScript":"Script","sku":"war-1","shekels":240,"priority":7,"firstDay":"2026-03-01","lastDay":"2026-03-31"},
             "who":{"segments":["VIP"],"kind":"PERSON","ranges":[{"fact":"PURCHASES_IN_YEAR","least":2}]},
             "goods":{"basketSkus":["cam-1"],"basketCategories":["cameras"],"ownedSkus":[],"ownedCategories":[],"again":true},
             "limits":{"channels":["PHONE","CHAT"],"initiative":true,"times":2,"days":30,"refusedDays":90}}""";

    private static void refused(String code, String place, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(BusinessException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.arguments().get(0)).isEqualTo(place);
        });
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        OfferSheet sheet = OfferSheet.read(SHEET);
        assertThat(sheet.worth()).isEqualTo(Money.agorot(24_000));
        assertThat(sheet.sku()).isEqualTo("WAR-1");
        assertThat(sheet.terms().segments()).containsExactly(Segment.VIP);
        assertThat(sheet.terms().conditions()).containsExactly(new AtLeast(Fact.PURCHASES_IN_YEAR, 2));
        assertThat(sheet.terms().basket()).isEqualTo(new Goods(Set.of("CAM-1"), Set.of("cameras")));
        assertThat(sheet.terms().channels()).containsExactlyInAnyOrder(Channel.PHONE, Channel.CHAT);
        assertThat(OfferSheet.read(sheet.write())).isEqualTo(sheet);
    }

    @Test
    void whatIsWrongIsRefusedAtItsPlace() {
        refused("shared.field-range", "what.priority", () -> OfferSheet.read(SHEET.replace("\"priority\":7", "\"priority\":10")));
        refused("shared.field-malformed", "what.firstDay", () -> OfferSheet.read(SHEET.replace("2026-03-01", "1.3.2026")));
        refused("offer.field-last-day", "what.lastDay", () -> OfferSheet.read(SHEET.replace("2026-03-31", "2026-02-28")));
        refused("shared.field-unknown-value", "who.segments", () -> OfferSheet.read(SHEET.replace("[\"VIP\"]", "[\"GOLD\"]")));
        refused("shared.field-missing", "who.ranges[0].least", () -> OfferSheet.read(SHEET.replace(",\"least\":2", "")));
        refused("shared.field-malformed", "goods.basketSkus", () -> OfferSheet.read(SHEET.replace("cam-1", "cam 1")));
        refused("shared.field-range", "limits.times", () -> OfferSheet.read(SHEET.replace("\"times\":2", "\"times\":0")));
        refused("shared.field-unknown", "limits.time", () -> OfferSheet.read(SHEET.replace("\"times\":2", "\"times\":2,\"time\":2")));
        refused("shared.field-missing", "limits", () -> OfferSheet.read(SHEET.replace("\"limits\"", "\"limit\"")));
    }

    @Test
    void anOfferRunsBetweenItsDaysUnlessItIsPaused() {
        Offer offer = new Offer("warranty", OfferSheet.read(SHEET), "admin", Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(offer.stateOn(LocalDate.of(2026, 3, 5))).isEqualTo(Offer.State.PAUSED);
        offer.pause(false, "admin", Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(offer.stateOn(LocalDate.of(2026, 2, 28))).isEqualTo(Offer.State.PLANNED);
        assertThat(offer.stateOn(LocalDate.of(2026, 3, 1))).isEqualTo(Offer.State.RUNNING);
        assertThat(offer.stateOn(LocalDate.of(2026, 3, 31))).isEqualTo(Offer.State.RUNNING);
        assertThat(offer.stateOn(LocalDate.of(2026, 4, 1))).isEqualTo(Offer.State.OVER);
        refused("offer.changed", "admin", () -> offer.become(OfferSheet.read(SHEET), 1, "other", Instant.parse("2026-02-02T00:00:00Z")));
    }

    @Test
    void anAnswerSaysWhatBelongsToIt() {
        assertThat(new Answer(Kind.REFUSED, null, null).refusal()).isEqualTo(Refusal.NOT_SAID);
        refused("shared.field-missing", "kind", () -> new Answer(null, null, null));
        refused("shared.field-missing", "laterOn", () -> new Answer(Kind.LATER, null, null));
        refused("offer.refusal-of-refused-only", "refusal", () -> new Answer(Kind.ACCEPTED, Refusal.PRICE, null));
        refused("offer.later-of-put-off-only", "laterOn", () -> new Answer(Kind.TOLD, null, LocalDate.of(2026, 3, 5)));
        refused("offer.later-of-put-off-only", "laterAt", () -> new Answer(Kind.TOLD, null, null, LocalTime.NOON));
        Answer tomorrow = new Answer(Kind.LATER, null, LocalDate.of(2026, 3, 5));
        tomorrow.expectOn(LocalDate.of(2026, 3, 4));
        refused("offer.later-day", "laterOn", () -> tomorrow.expectOn(LocalDate.of(2026, 3, 5)));
        refused("offer.later-day", "laterOn", () -> tomorrow.expectOn(LocalDate.of(2025, 3, 4)));
    }
}
