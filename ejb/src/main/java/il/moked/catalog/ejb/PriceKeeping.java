// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.Administered;
import il.moked.catalog.CatalogEdition;
import il.moked.catalog.Price;
import il.moked.catalog.PriceBook;
import il.moked.catalog.PriceList;
import il.moked.catalog.PricePolicy;
import il.moked.catalog.Product;
import il.moked.catalog.Products;
import il.moked.catalog.Validity;
import il.moked.catalog.VatRate;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import il.moked.shared.NotFoundException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What things cost, by list and day. What was answered for a day that is gone stays the answer: a price of the past is neither
 * changed nor taken away, only one that is to come; a new one never overlaps another.
 */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class PriceKeeping {
    /** Kinds of the things in the audit and among the versions. */
    public static final String LIST = "price-list";
    public static final String RATE = "vat-rate";
    private static final int YEAR = 12;

    @Inject
    PriceBook book;
    @Inject
    Products products;
    @Inject
    Customers customers;
    @Inject
    CatalogEdition edition;
    @Inject
    ShopDay days;
    @Inject
    DomainEvents events;

    /** @param segment for a list of one @param customerId for an agreement @param edition counts the changes of its prices */
    public record ListLine(long id, int version, String code, String hebrewName, String englishName, PriceList.Kind kind, Segment segment, Long customerId, String currency, boolean includesVat, int edition) {
        static ListLine of(PriceList list) {
            return new ListLine(list.id(), list.version(), list.code(), list.hebrewName(), list.englishName(), list.kind(), list.segment().orElse(null), list.customerId().orElse(null), list.currency(), list.includesVat(), list.edition());
        }

        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** A price or, without an amount, days without one. @param over whether its days are gone @param removable whether it is to come */
    public record Span(Long priceId, int version, Money amount, LocalDate from, LocalDate until, boolean now, boolean over, boolean removable) {
        public boolean gap() {
            return amount == null;
        }
    }

    /** The prices of a product in one list, from the first day to the last, with the days between for which there is none. @param gapAhead whether from today on there is a day without one */
    public record Timeline(ListLine list, List<Span> spans, boolean gapAhead) {
    }

    public List<ListLine> lists() {
        return book.lists().stream().sorted(Comparator.comparing(PriceList::kind).reversed().thenComparing(PriceList::code)).map(ListLine::of).toList();
    }

    /** @throws BusinessException {@code shared.code-taken}, {@code catalog.list-there} when there is one for everybody, or for that segment, already */
    public long createList(String code, String hebrewName, String englishName, PriceList.Kind kind, Segment segment, Long customerId, String currency, boolean includesVat) {
        ProductKeeping.named(code, hebrewName, englishName);
        if (kind == null) {
            throw new BusinessException("shared.field-missing", "kind");
        }
        if (book.findList(code).isPresent()) {
            throw new BusinessException("shared.code-taken", "code", code);
        }
        PriceList list = switch (kind) {
            case GENERAL -> PriceList.general(code, hebrewName.strip(), englishName.strip(), currency);
            case SEGMENT -> PriceList.of(segment(segment), code, hebrewName.strip(), englishName.strip(), currency);
            case AGREEMENT -> PriceList.agreed(customer(customerId), includesVat, code, hebrewName.strip(), englishName.strip(), currency);
        };
        book.lists().stream().filter(other -> kind != PriceList.Kind.AGREEMENT && other.kind() == kind && other.segment().equals(list.segment()) && other.currency().equals(list.currency())).findFirst().ifPresent(other -> {
            throw new BusinessException("catalog.list-there", "kind", other.code());
        });
        book.add(list);
        book.flush();
        edition.next();
        events.tell(new Administered("catalog.price-list-created", LIST, list.id(), code + ", " + kind + list.segment().map(of -> " " + of).orElse("") + ", " + list.currency()));
        return list.id();
    }

    private static Segment segment(Segment segment) {
        if (segment == null) {
            throw new BusinessException("shared.field-missing", "segment");
        }
        return segment;
    }

    private long customer(Long customerId) {
        if (customerId == null) {
            throw new BusinessException("shared.field-missing", "customer");
        }
        Customer customer = customers.get(customerId);
        if (customer.guest()) {
            throw new BusinessException("catalog.agreement-guest", "customer");
        }
        return customer.id();
    }

    /** What is published of these today, by product; a product that has no price in a general list is not in it. */
    public Map<Long, Money> published(List<Long> productIds) {
        Map<Long, Money> published = new HashMap<>();
        if (!productIds.isEmpty()) {
            book.holding(productIds, Segment.PRIVATE, null, days.today()).stream().filter(price -> price.list().kind() == PriceList.Kind.GENERAL && price.list().currency().equals(Money.SHEKEL))
                    .forEach(price -> published.merge(price.productId(), price.amount(), Money::atMost));
        }
        return published;
    }

    /** In every list, those without a price of it included. */
    public List<Timeline> timelines(long productId) {
        products.get(productId);
        List<Price> all = book.of(productId);
        List<Timeline> timelines = new ArrayList<>();
        for (PriceList list : book.lists().stream().sorted(Comparator.comparing(PriceList::kind).reversed().thenComparing(PriceList::code)).toList()) {
            timelines.add(timeline(list, all.stream().filter(price -> price.list().id().equals(list.id())).toList()));
        }
        return timelines;
    }

    private Timeline timeline(PriceList list, List<Price> prices) {
        LocalDate today = days.today();
        List<Span> spans = new ArrayList<>(prices.stream().map(price -> span(price, today)).toList());
        if (prices.isEmpty()) {
            return new Timeline(ListLine.of(list), spans, false);
        }
        LocalDate first = prices.get(0).validity().from();
        PricePolicy.gaps(prices.stream().map(Price::validity).toList(), first, null).forEach(gap -> spans.add(new Span(null, 0, null, gap.from(), gap.until(), gap.holdsOn(today), gap.until() != null && !gap.until().isAfter(today), false)));
        spans.sort(Comparator.comparing(Span::from));
        return new Timeline(ListLine.of(list), spans, spans.stream().anyMatch(span -> span.gap() && !span.over()));
    }

    private static Span span(Price price, LocalDate today) {
        Validity validity = price.validity();
        boolean over = validity.until() != null && !validity.until().isAfter(today);
        return new Span(price.id(), price.version(), price.amount(), validity.from(), validity.until(), validity.holdsOn(today), over, validity.from().isAfter(today));
    }

    /**
     * @param until the first day on which it does not hold any more, null for none
     * @param endPrevious whether the price that holds on that day, and has no end before it, ends there
     * @throws BusinessException {@code catalog.price-overlap}, {@code shared.currency-mismatch}, {@code catalog.price-negative}, {@code catalog.price-past} when a price of a day that is gone would change
     */
    public long set(long listId, long productId, Money amount, LocalDate from, LocalDate until, boolean endPrevious) {
        PriceList list = book.getLocked(listId);
        Product product = products.get(productId);
        Validity validity = new Validity(from, until);
        List<Price> present = book.of(listId, List.of(productId));
        if (endPrevious) {
            Optional<Price> previous = present.stream().filter(price -> price.validity().from().isBefore(from) && price.validity().holdsOn(from)).findFirst();
            previous.ifPresent(price -> end(price, from));
        }
        PricePolicy.refuseOverlap(validity, present.stream().map(Price::validity).toList());
        Price price = new Price(list, productId, amount, validity);
        book.add(price);
        changed(list, "catalog.price-set", product, amount + ", " + days(validity));
        return price.id();
    }

    private void end(Price price, LocalDate day) {
        if (day.isBefore(days.today())) {
            throw new BusinessException("catalog.price-past", "until");
        }
        price.endOn(day);
    }

    /** It ends on that day. @param seen the version the change is based on @throws BusinessException {@code shared.conflict}, {@code catalog.price-past}, {@code catalog.price-overlap} */
    public void end(long priceId, int seen, LocalDate day) {
        Price price = expect(priceId, seen);
        List<Validity> others = book.of(price.list().id(), List.of(price.productId())).stream().filter(other -> !other.id().equals(priceId)).map(Price::validity).toList();
        end(price, day);
        PricePolicy.refuseOverlap(price.validity(), others);
        changed(price.list(), "catalog.price-ended", products.get(price.productId()), price.amount() + ", " + days(price.validity()));
    }

    /** A price that is to come does not come. @param seen the version the change is based on @throws BusinessException {@code shared.conflict}, {@code catalog.price-past} */
    public void remove(long priceId, int seen) {
        Price price = expect(priceId, seen);
        if (!price.validity().from().isAfter(days.today())) {
            throw new BusinessException("catalog.price-past", "from");
        }
        book.remove(price);
        changed(price.list(), "catalog.price-removed", products.get(price.productId()), price.amount() + ", " + days(price.validity()));
    }

    private Price expect(long priceId, int seen) {
        Price price = book.price(priceId);
        book.getLocked(price.list().id());
        if (price.version() != seen) {
            throw new BusinessException("shared.conflict");
        }
        return price;
    }

    private static String days(Validity validity) {
        return validity.from() + " – " + (validity.until() == null ? "∞" : validity.until());
    }

    private void changed(PriceList list, String action, Product product, String detail) {
        list.changed();
        book.flush();
        edition.next();
        events.tell(new Administered(action, LIST, list.id(), list.code() + " " + list.edition() + ", " + product.sku() + ": " + detail));
    }

    /** A rate of tax. @param basisPoints hundredths of a percent */
    public record RateLine(LocalDate from, int basisPoints) {
    }

    /** The newest first. */
    public List<RateLine> rates() {
        return book.rates().stream().sorted(Comparator.comparing(VatRate::from).reversed()).map(rate -> new RateLine(rate.from(), rate.basisPoints())).toList();
    }

    /** A new rate of tax from a day to come on. @throws BusinessException {@code catalog.rate-past}, {@code shared.field-twice} */
    public void addRate(LocalDate from, int basisPoints) {
        if (from == null || !from.isAfter(days.today()) || from.isAfter(days.today().plusMonths(10L * YEAR))) {
            throw new BusinessException("catalog.rate-past", "from");
        }
        if (basisPoints < 0 || basisPoints > VatRate.HIGHEST) {
            throw new BusinessException("shared.field-range", "percent", 0, VatRate.HIGHEST / 100);
        }
        if (book.rates().stream().anyMatch(rate -> rate.from().equals(from))) {
            throw new BusinessException("shared.field-twice", "from");
        }
        VatRate rate = new VatRate(from, basisPoints);
        book.add(rate);
        book.flush();
        edition.next();
        events.tell(new Administered("catalog.vat-rate-added", RATE, rate.id(), from + ": " + basisPoints));
    }
}
