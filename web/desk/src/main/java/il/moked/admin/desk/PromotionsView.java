// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.catalog.Promotion;
import il.moked.catalog.ejb.ProductKeeping;
import il.moked.catalog.ejb.PromotionKeeping;
import il.moked.catalog.ejb.PromotionKeeping.PromotionDetail;
import il.moked.catalog.ejb.ShopDay;
import il.moked.customer.Segment;
import il.moked.shared.Money;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** admin/promotions.xhtml: what is cheaper for a while, for whom and how. */
@Named
@RequestScoped
public class PromotionsView {
    private static final int PAGE = 50;

    @Inject
    PromotionKeeping promotions;
    @Inject
    ProductKeeping products;
    @Inject
    ShopDay days;
    @Inject
    Screen screen;
    @Inject
    Entered entered;
    @Inject
    Words words;
    @Inject
    Doing doing;

    private Page<PromotionDetail> page;
    private PromotionDetail chosen;
    private boolean finished;

    public Page<PromotionDetail> page() {
        return page = page == null ? promotions.list(screen.text("before") == null ? null : screen.number("before"), PAGE) : page;
    }

    public long last() {
        return page().rows().get(page().rows().size() - 1).id();
    }

    public boolean isEditing() {
        return !finished && screen.text("promotion-id") != null && !screen.text("promotion-id").isEmpty();
    }

    public boolean isNew() {
        return "new".equals(screen.text("promotion-id"));
    }

    public PromotionDetail chosen() {
        return chosen = chosen == null ? isNew() ? blank() : promotions.get(screen.number("promotion-id")) : chosen;
    }

    private PromotionDetail blank() {
        return new PromotionDetail(0, 0, 1, new Promotion.Terms("new", "-", "-", Promotion.Effect.PERCENT, 1000, null, null, null, null, days.today(), null, List.of(), null, null, null, false, true), null, false);
    }

    public List<String> effects() {
        return Arrays.stream(Promotion.Effect.values()).map(Enum::name).toList();
    }

    public List<ProductKeeping.CategoryLine> categories() {
        return products.categories();
    }

    public boolean isFor(String segment) {
        return chosen().terms().segments().contains(Segment.valueOf(segment));
    }

    /** In percent, empty when it is none. */
    public String percent() {
        Integer points = chosen().terms().basisPoints();
        return points == null ? "" : BigDecimal.valueOf(points, 2).stripTrailingZeros().toPlainString();
    }

    /** In shekels, empty when it is none. */
    public String amount() {
        Promotion.Terms terms = chosen().terms();
        return terms.amountMinor() == null ? "" : new Money(terms.amountMinor(), terms.currency()).decimal().toPlainString();
    }

    /** What it does, in few words. */
    public String effect(Promotion.Terms terms) {
        return switch (terms.effect()) {
            case PERCENT -> words.text("promotion.percent").formatted(BigDecimal.valueOf(terms.basisPoints(), 2).stripTrailingZeros().toPlainString());
            case AMOUNT -> words.text("promotion.amount").formatted(new Money(terms.amountMinor(), terms.currency()).format(screen.language()));
            case BUY_AND_PAY -> words.text("promotion.buy-and-pay").formatted(terms.buy(), terms.pay());
        };
    }

    /** Whom it is for, empty for everybody. */
    public String segments(Promotion.Terms terms) {
        return terms.segments().stream().map(segment -> words.value(segment.name())).collect(Collectors.joining(", "));
    }

    /** What it is for: a SKU, a category, or everything. */
    public String scope(PromotionDetail promotion) {
        if (promotion.sku() != null) {
            return promotion.sku();
        }
        Long category = promotion.terms().categoryId();
        return category == null ? words.text("promotion.everything") : categories().stream().filter(one -> one.id() == category).findFirst().map(one -> one.name(screen.language())).orElse("");
    }

    public void save() {
        Object saved = doing.told("saved", () -> {
            Promotion.Effect effect = entered.one("effect", Promotion.Effect.class);
            String sku = entered.text("sku");
            Long product = sku == null ? null : products.idOf(sku);
            String category = entered.text("category");
            Promotion.Terms terms = new Promotion.Terms(isNew() ? entered.text("code") : chosen().terms().code(), entered.text("hebrewName"), entered.text("englishName"), effect, effect == Promotion.Effect.PERCENT ? entered.basisPoints("basisPoints") : null,
                    effect == Promotion.Effect.AMOUNT ? Long.valueOf(entered.money("amount", Money.SHEKEL).minor()) : null, effect == Promotion.Effect.AMOUNT ? Money.SHEKEL : null, effect == Promotion.Effect.BUY_AND_PAY ? entered.whole("buy", 2, 100) : null,
                    effect == Promotion.Effect.BUY_AND_PAY ? entered.whole("pay", 1, 99) : null, entered.needDay("from"), entered.day("until"), Arrays.stream(Segment.values()).filter(segment -> screen.says("for-" + segment)).toList(), product,
                    category == null ? null : entered.id("category"), entered.text("coupon"), screen.says("combinable"), screen.says("active"));
            if (isNew()) {
                return promotions.create(terms);
            }
            promotions.change(screen.number("promotion-id"), (int) screen.number("version"), terms);
            return true;
        });
        if (saved != null) {
            finished = true;
            screen.answer("go", "promotions.xhtml");
        }
    }

    /** Back to what it was in an older version. */
    public void restore() {
        doing.told("restored", () -> {
            promotions.restore(chosen().id(), chosen().version(), (int) screen.number("id"));
            chosen = null;
            return true;
        });
    }
}
