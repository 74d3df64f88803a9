// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.ejb;

import il.moked.access.Role;
import il.moked.access.SetUpVersions;
import il.moked.access.ejb.Administered;
import il.moked.access.ejb.Snapshot;
import il.moked.catalog.CatalogEdition;
import il.moked.catalog.Products;
import il.moked.catalog.Promotion;
import il.moked.catalog.Promotions;
import il.moked.catalog.Validity;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** What is cheaper for a while, version by version. In force at once, on every channel. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class PromotionKeeping {
    /** Kind of the thing in the audit and among the versions. */
    public static final String PROMOTION = "promotion";

    @Inject
    Promotions promotions;
    @Inject
    Products products;
    @Inject
    CatalogEdition edition;
    @Inject
    SetUpVersions history;
    @Inject
    ShopDay days;
    @Inject
    DomainEvents events;

    /** @param holding whether it is given today */
    public record PromotionDetail(long id, int version, int edition, Promotion.Terms terms, String sku, boolean holding) {
        public String name(String language) {
            return "he".equals(language) ? terms.hebrewName() : terms.englishName();
        }
    }

    /** The newest first. @param before id of the last one shown, null for the first page */
    public Page<PromotionDetail> list(Long before, int size) {
        LocalDate today = days.today();
        Page<Promotion> page = Page.of(promotions.list(before, size + 1), size);
        List<Long> productIds = page.rows().stream().map(promotion -> promotion.terms().productId()).filter(id -> id != null).toList();
        var known = products.withIds(productIds);
        return new Page<>(page.rows().stream().map(promotion -> detail(promotion, promotion.terms().productId() == null ? null : known.get(promotion.terms().productId()).sku(), today)).toList(), page.more());
    }

    /** @throws NotFoundException {@code catalog.unknown-promotion} */
    public PromotionDetail get(long id) {
        Promotion promotion = promotions.get(id);
        Long productId = promotion.terms().productId();
        return detail(promotion, productId == null ? null : products.get(productId).sku(), days.today());
    }

    private static PromotionDetail detail(Promotion promotion, String sku, LocalDate today) {
        Promotion.Terms terms = promotion.terms();
        return new PromotionDetail(promotion.id(), promotion.version(), promotion.edition(), terms, sku, terms.active() && new Validity(terms.from(), terms.until()).holdsOn(today));
    }

    /** @throws BusinessException {@code shared.code-taken} */
    public long create(Promotion.Terms terms) {
        check(terms);
        if (promotions.find(terms.code()).isPresent()) {
            throw new BusinessException("shared.code-taken", "code", terms.code());
        }
        Promotion promotion = new Promotion(terms);
        promotions.add(promotion);
        promotions.flush();
        edition.next();
        events.tell(new Administered("catalog.promotion-created", PROMOTION, promotion.id(), summary(terms), Snapshot.of(terms)));
        return promotion.id();
    }

    /** @param seen the version the change is based on @param terms its code stays what it was @throws BusinessException {@code shared.conflict} when there is a newer one */
    public void change(long id, int seen, Promotion.Terms terms) {
        check(terms);
        Promotion promotion = promotions.get(id);
        if (promotion.version() != seen) {
            throw new BusinessException("shared.conflict");
        }
        String before = summary(promotion.terms());
        promotion.become(terms);
        promotions.flush();
        edition.next();
        events.tell(new Administered("catalog.promotion-changed", PROMOTION, id, before + " → " + summary(promotion.terms()), Snapshot.of(promotion.terms())));
    }

    private void check(Promotion.Terms terms) {
        if (terms.productId() != null) {
            products.get(terms.productId());
        }
        if (terms.categoryId() != null) {
            products.category(terms.categoryId());
        }
    }

    private static String summary(Promotion.Terms terms) {
        String effect = switch (terms.effect()) {
            case PERCENT -> terms.basisPoints() / 100.0 + " %";
            case AMOUNT -> terms.amountMinor() + " " + terms.currency();
            case BUY_AND_PAY -> terms.buy() + ":" + terms.pay();
        };
        return terms.code() + " " + effect + ", " + terms.from() + " – " + (terms.until() == null ? "∞" : terms.until()) + (terms.active() ? "" : ", off");
    }

    /** Makes it what it was in an older version; that is a new version. @param seen the version the change is based on */
    public void restore(long id, int seen, int number) {
        change(id, seen, Snapshot.read(history.content(PROMOTION, id, number), Promotion.Terms.class));
    }
}
