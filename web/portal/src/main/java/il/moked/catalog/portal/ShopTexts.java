// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.portal;

import il.moked.catalog.Product;
import il.moked.catalog.ejb.Shopping.Offered;
import il.moked.shared.Money;
import il.moked.shared.portal.Texts;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Prices and stock in words. */
@Named
@RequestScoped
public class ShopTexts {
    static final String BUNDLE = "il.moked.catalog.portal.shop";
    /** Fewer than this are counted out. */
    private static final int FEW = 6;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    @Inject
    Texts texts;
    @Inject
    ActiveLocale activeLocale;
    /** Time zone in which customers read dates. */
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    public String money(Money amount) {
        return amount.format(activeLocale.getLang());
    }

    /** What one is, where it is not a piece. */
    public String unit(Offered one) {
        return one.unit() == Product.Unit.PIECE ? "" : text("unit." + one.unit());
    }

    public String stock(Offered one) {
        if (one.available() == null) {
            return text("stock.always");
        }
        return one.available() <= 0 ? text("stock.none") : one.available() < FEW ? text("stock.few", one.available()) : text("stock.there");
    }

    /** The style of what {@link #stock} says. */
    public String stockKind(Offered one) {
        return one.buyable() ? "now now--open" : "now";
    }

    public String tax(Offered one) {
        return text(one.withVat() ? "vat.with" : "vat.without");
    }

    public String discounts(Offered one) {
        return text("promotion", one.discounts().stream().map(discount -> discount.name(activeLocale.getLang())).collect(Collectors.joining(" · ")));
    }

    public String asOf(Instant at) {
        return text("as-of", MOMENT.format(at.atZone(zone)));
    }

    public String fetched(Offered one) {
        return text("fetch", one.fetched().stream().map(place -> place.name(activeLocale.getLang())).collect(Collectors.joining(", ")));
    }

    public String text(String key, Object... arguments) {
        return texts.text(BUNDLE, key, activeLocale.getLocale(), arguments);
    }
}
