// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.catalog.Taxed;
import il.moked.channel.Channel;
import il.moked.order.SaleOrder.Settlement;
import il.moked.order.SaleOrder.State;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import il.moked.shared.Names;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SaleOrderTest {
    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");
    private static final SaleOrder.Seller DANA = new SaleOrder.Seller(Channel.CHAT, 5L, 7L, "dana");
    private static final Names NAMES = new Names("נתב", "Router");

    static SaleOrder placed(Settlement settlement, OrderLine.Priced... lines) {
        SaleOrder order = new SaleOrder(3, DANA, Money.SHEKEL, NOW);
        order.place("S1", "123456789", List.of(lines), settlement, DANA, settlement == Settlement.CARD ? NOW.plus(Duration.ofHours(1)) : null, NOW);
        return order;
    }

    static OrderLine.Priced line(String sku, int quantity, long gross, long vat) {
        return new OrderLine.Priced(sku, NAMES, quantity, new Taxed(Money.agorot(gross - vat), Money.agorot(vat), Money.agorot(gross)));
    }

    private static void refused(String code, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void aBasketIsFilledAndEmptiedByProduct() {
        SaleOrder basket = new SaleOrder(3, DANA, Money.SHEKEL, NOW);
        basket.put("R1", NAMES, 2);
        basket.put("R2", NAMES, 1);
        basket.put("R1", NAMES, 3);
        basket.put("R2", NAMES, 0);
        assertThat(basket.lines()).extracting(OrderLine::sku, OrderLine::quantity).containsExactly(org.assertj.core.groups.Tuple.tuple("R1", 3));
        refused("order.pieces", () -> basket.put("R1", NAMES, SaleOrder.MOST_PIECES + 1));
    }

    @Test
    void itCostsWhatTheQuoteSays() {
        SaleOrder order = placed(Settlement.CARD, line("R1", 3, 10_000, 1_525), line("R2", 1, 5_001, 763));
        assertThat(order.gross()).isEqualTo(Money.agorot(15_001));
        assertThat(order.net().plus(order.vat())).isEqualTo(order.gross());
        assertThat(order.open()).isEqualTo(order.gross());
        refused("order.state", () -> order.put("R3", NAMES, 1));
    }

    @Test
    void itIsPaidWhenAllOfItIs() {
        SaleOrder order = placed(Settlement.CARD, line("R1", 1, 10_000, 1_525));
        order.confirm(NOW);
        assertThat(order.paid(Money.agorot(4_000), NOW)).isFalse();
        assertThat(order.state()).isEqualTo(State.PLACED);
        assertThat(order.paid(Money.agorot(6_000), NOW)).isTrue();
        assertThat(order.state()).isEqualTo(State.PAID);
        order.fulfil(NOW);
        refused("order.fulfilled", () -> order.cancel("no", NOW));
    }

    @Test
    void whatIsNotSoldIsNotHandedOver() {
        SaleOrder order = placed(Settlement.CARD, line("R1", 1, 10_000, 1_525));
        refused("order.state", () -> order.fulfil(NOW));
        order.cancel("no", NOW);
        refused("order.state", () -> order.confirm(NOW));
        assertThat(order.open().isZero()).isTrue();
    }

    @Test
    void whatIsGivenBackInPartsAddsUpToTheLineToTheAgora() {
        SaleOrder order = placed(Settlement.CARD, line("R1", 3, 10_000, 1_525));
        order.confirm(NOW);
        order.paid(order.gross(), NOW);
        order.fulfil(NOW);
        List<Taxed> parts = IntStream.range(0, 3).mapToObj(piece -> new OrderReturn(order, Map.of(1, 1), ReturnPolicy.Ground.REGRET, null, "dana", NOW).amounts()).toList();
        assertThat(parts).extracting(part -> part.gross().minor()).containsExactly(3_333L, 3_334L, 3_333L);
        assertThat(parts.stream().mapToLong(part -> part.vat().minor()).sum()).isEqualTo(1_525);
        assertThat(parts).allSatisfy(part -> assertThat(part.net().plus(part.vat())).isEqualTo(part.gross()));
        assertThat(order.credited()).isEqualTo(order.gross());
        refused("order.too-many-returned", () -> new OrderReturn(order, Map.of(1, 1), ReturnPolicy.Ground.REGRET, null, "dana", NOW));
    }

    @Test
    void instalmentsLoseNoAgoraAndFallOnTheLastDayOfShortMonths() {
        SaleOrder order = placed(Settlement.ACCOUNT, line("R1", 1, 10_000, 1_525));
        List<Instalment> plan = Instalment.of(order, 3, LocalDate.of(2027, 1, 31));
        assertThat(plan).extracting(part -> part.amount().minor()).containsExactly(3_334L, 3_333L, 3_333L);
        assertThat(plan).extracting(Instalment::dueOn).containsExactly(LocalDate.of(2027, 1, 31), LocalDate.of(2027, 2, 28), LocalDate.of(2027, 3, 31));
        Instalment.take(plan, Money.agorot(5_000));
        assertThat(plan).extracting(part -> part.open().minor()).containsExactly(0L, 1_667L, 3_333L);
        refused("order.instalments-small", () -> Instalment.of(placed(Settlement.ACCOUNT, line("R1", 1, 2, 0)), 3, LocalDate.of(2027, 1, 1)));
    }

    @Test
    void aBusinessOwesNoMoreThanWasAgreed() {
        CreditTerms terms = new CreditTerms(3);
        terms.agreed(30, Money.agorot(100_000), null, 3);
        terms.allow(Money.agorot(60_000), Money.agorot(40_000), 3);
        refused("order.over-limit", () -> terms.allow(Money.agorot(60_000), Money.agorot(40_001), 1));
        refused("order.too-many-instalments", () -> terms.allow(Money.agorot(0), Money.agorot(1), 4));
        refused("shared.currency-mismatch", () -> terms.allow(Money.zero("USD"), new Money(1, "USD"), 1));
        refused("order.terms", () -> terms.agreed(-1, null, Money.SHEKEL, 1));
    }
}
