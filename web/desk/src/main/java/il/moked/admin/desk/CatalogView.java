// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.catalog.Product;
import il.moked.catalog.Stock;
import il.moked.catalog.TaxClass;
import il.moked.catalog.ejb.Availability;
import il.moked.catalog.ejb.Levels;
import il.moked.catalog.ejb.PriceKeeping;
import il.moked.catalog.ejb.ProductKeeping;
import il.moked.catalog.ejb.ProductKeeping.ProductDetail;
import il.moked.catalog.ejb.ProductSearch;
import il.moked.catalog.ejb.ProductSearch.ProductLine;
import il.moked.catalog.ejb.ShopDay;
import il.moked.catalog.ejb.StockKeeping;
import il.moked.shared.Money;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** admin/catalog.xhtml: what is sold; and of one product what is told of it, its prices by list and day, and where it is. */
@Named
@RequestScoped
public class CatalogView {
    private static final int PAGE = 50;
    private static final int MOVEMENTS = 10;

    @Inject
    ProductSearch search;
    @Inject
    ProductKeeping products;
    @Inject
    PriceKeeping prices;
    @Inject
    Availability availability;
    @Inject
    StockKeeping stock;
    @Inject
    ShopDay days;
    @Inject
    Screen screen;
    @Inject
    Entered entered;
    @Inject
    Doing doing;

    private Page<ProductLine> page;
    private Map<Long, Money> published;
    private ProductDetail chosen;
    private List<PriceTimeline> timelines;
    private List<ProductKeeping.CategoryLine> categories;
    private boolean finished;

    // ---- the list

    public List<ProductLine> rows() {
        return page().rows();
    }

    public boolean isMore() {
        return page().more();
    }

    public String next() {
        return rows().isEmpty() ? null : rows().get(rows().size() - 1).sku();
    }

    private Page<ProductLine> page() {
        return page = page == null ? search.find(typed(), category(), !isAll(), screen.text("after"), PAGE) : page;
    }

    public String typed() {
        return screen.text("q") == null ? "" : screen.text("q");
    }

    /** The category that is looked for. What a form says is the category of its product. */
    public String category() {
        return finished ? null : screen.text("category");
    }

    /** Those not sold any more, or not yet, too. */
    public boolean isAll() {
        return screen.says("all");
    }

    /** In the general list today, null when there is none. */
    public Money price(ProductLine line) {
        published = published == null ? prices.published(rows().stream().map(ProductLine::id).toList()) : published;
        return published.get(line.id());
    }

    public List<ProductKeeping.CategoryLine> categories() {
        return categories = categories == null ? products.categories() : categories;
    }

    public String categoryName(String code) {
        return categories().stream().filter(one -> one.code().equals(code)).findFirst().map(one -> one.name(screen.language())).orElse(code);
    }

    // ---- one product

    public boolean isEditing() {
        return !finished && screen.text("product-id") != null && !screen.text("product-id").isEmpty();
    }

    public boolean isNew() {
        return "new".equals(screen.text("product-id"));
    }

    public ProductDetail chosen() {
        return chosen = chosen == null ? isNew() ? blank() : products.get(screen.number("product-id")) : chosen;
    }

    private ProductDetail blank() {
        return new ProductDetail(0, 0, "", new Product.Facts(Product.Kind.GOODS, Product.Unit.PIECE, TaxClass.STANDARD, 0, "-", "-", "", "", null, 12, days.today(), null));
    }

    public String name() {
        return "he".equals(screen.language()) ? chosen().facts().hebrewName() : chosen().facts().englishName();
    }

    public List<String> kinds() {
        return names(Product.Kind.values());
    }

    public List<String> units() {
        return names(Product.Unit.values());
    }

    public List<String> taxClasses() {
        return names(TaxClass.values());
    }

    private static List<String> names(Enum<?>[] members) {
        return Arrays.stream(members).map(Enum::name).toList();
    }

    public void save() {
        Object saved = doing.told("saved", () -> {
            Product.Facts facts = new Product.Facts(entered.one("kind", Product.Kind.class), entered.one("unit", Product.Unit.class), entered.one("taxClass", TaxClass.class), entered.id("category"), entered.text("hebrewName"), entered.text("englishName"),
                    entered.text("hebrewText"), entered.text("englishText"), entered.text("manualLink"), entered.needWhole("warrantyMonths", 0, Product.LONGEST_WARRANTY), entered.needDay("activeFrom"), entered.day("activeUntil"));
            if (isNew()) {
                return products.create(entered.text("sku"), facts);
            }
            products.change(screen.number("product-id"), (int) screen.number("version"), facts);
            return screen.number("product-id");
        });
        if (saved != null) {
            finished = true;
            screen.answer("go", "catalog.xhtml");
        }
    }

    /** Back to what it was in an older version. */
    public void restore() {
        doing.told("restored", () -> {
            products.restore(chosen().id(), chosen().version(), (int) screen.number("id"));
            again();
            return true;
        });
    }

    private void again() {
        chosen = null;
        timelines = null;
    }

    // ---- its prices

    public List<PriceTimeline> timelines() {
        return timelines = timelines == null ? PriceTimeline.of(prices.timelines(chosen().id()), days.today()) : timelines;
    }

    public String today() {
        return days.today().toString();
    }

    /** A price begins, and ends the one before it where that has no end. */
    public void setPrice() {
        doing.told("price.saved", () -> {
            long list = entered.id("list");
            String currency = prices.lists().stream().filter(one -> one.id() == list).findFirst().map(PriceKeeping.ListLine::currency).orElse(Money.SHEKEL);
            prices.set(list, chosen().id(), entered.money("amount", currency), entered.needDay("from"), entered.day("until"), true);
            again();
            return true;
        });
    }

    public void endPrice() {
        doing.told("price.ended", () -> {
            prices.end(screen.number("price"), (int) screen.number("version"), entered.needDay("until"));
            again();
            return true;
        });
    }

    public void removePrice() {
        doing.told("price.removed", () -> {
            prices.remove(screen.number("price"), (int) screen.number("version"));
            again();
            return true;
        });
    }

    // ---- where it is

    public List<Levels.Place> places() {
        return availability.of(List.of(chosen().sku())).getOrDefault(chosen().sku(), List.of());
    }

    public List<StockKeeping.LocationLine> locations() {
        return stock.locations();
    }

    public List<Stock.Movement> movements() {
        return stock.movements(chosen().id(), null, MOVEMENTS).rows();
    }

    public String location(Stock.Movement movement) {
        return locations().stream().filter(one -> one.id() == movement.locationId()).findFirst().map(one -> one.name(screen.language())).orElse("");
    }

    public void count() {
        doing.told("stock.saved", () -> {
            stock.count(new StockKeeping.Counted(chosen().sku(), entered.text("location"), entered.needWhole("onHand", 0, StockKeeping.MOST)));
            return true;
        });
    }
}
