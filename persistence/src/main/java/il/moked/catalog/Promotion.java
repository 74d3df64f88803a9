// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import il.moked.customer.Segment;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import il.moked.shared.Names;
import jakarta.persistence.*;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Something is cheaper for a while: for everybody or some segments, one product, a category or all, by itself or for those
 * who say a code. Its edition counts its changes, so that an answer given earlier can be told from one given later.
 */
@Entity
@Table(name = "promotion")
public class Promotion {
    public enum Effect {
        /** Of every buy so many are for nothing. */
        BUY_AND_PAY,
        /** A part of the price off. */
        PERCENT,
        /** So much off the price of each. */
        AMOUNT
    }

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern COUPON = Pattern.compile("[A-Z0-9]{3,20}");
    private static final int LONGEST_NAME = 120;
    private static final int WHOLE = 10_000;
    private static final int LARGEST_BUY = 100;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "promotion_seq")
    @SequenceGenerator(name = "promotion_seq", sequenceName = "promotion_seq")
    private Long id;
    private String code;
    @Embedded
    private Names names;
    @Enumerated(EnumType.STRING)
    private Effect effect;
    @Column(name = "basis_points")
    private Integer basisPoints;
    @Column(name = "amount_minor")
    private Long amount;
    private String currency;
    @Column(name = "buy_quantity")
    private Integer buy;
    @Column(name = "pay_quantity")
    private Integer pay;
    @Column(name = "valid_from")
    private LocalDate from;
    @Column(name = "valid_until")
    private LocalDate until;
    /** Names separated by commas; empty for all. */
    private String segments;
    @Column(name = "product_id")
    private Long productId;
    @Column(name = "category_id")
    private Long categoryId;
    private String coupon;
    private boolean combinable;
    private boolean active;
    private int edition = 1;
    @Version
    private int version;

    /**
     * What is promised, checked. Of the fields of the effects only those of its own are given.
     *
     * @param basisPoints hundredths of a percent, for PERCENT
     * @param amountMinor agorot off each, of the price as its list has it, with or without tax; for AMOUNT
     * @param buy for BUY_AND_PAY, 2 to 100
     * @param pay for BUY_AND_PAY, 1 to buy − 1
     * @param until the first day on which it does not hold any more, or null
     * @param segments empty for all
     * @param productId null for all
     * @param categoryId null for all; not together with a product
     * @param coupon capital letters and digits, what a customer says to get it; null for everybody
     * @param combinable whether it may be given together with others that may
     */
    public record Terms(String code, String hebrewName, String englishName, Effect effect, Integer basisPoints, Long amountMinor, String currency, Integer buy, Integer pay, LocalDate from, LocalDate until, List<Segment> segments,
            Long productId, Long categoryId, String coupon, boolean combinable, boolean active) {
        public Terms {
            if (code == null || !CODE.matcher(code).matches()) {
                throw new BusinessException("shared.code", "code");
            }
            hebrewName = name("hebrewName", hebrewName);
            englishName = name("englishName", englishName);
            if (effect == null) {
                throw new BusinessException("shared.field-missing", "effect");
            }
            switch (effect) {
                case PERCENT -> between("basisPoints", basisPoints, 1, WHOLE);
                case AMOUNT -> {
                    between("amount", amountMinor, 1, Money.MOST);
                    currency = Money.zero(currency).currency();
                }
                case BUY_AND_PAY -> {
                    between("buy", buy, 2, LARGEST_BUY);
                    between("pay", pay, 1, buy - 1L);
                }
            }
            new Validity(from, until);
            segments = segments == null ? List.of() : List.copyOf(segments);
            if (productId != null && categoryId != null) {
                throw new BusinessException("catalog.promotion-scope", "categoryId");
            }
            coupon = coupon == null || coupon.isBlank() ? null : coupon.strip().toUpperCase(Locale.ROOT);
            if (coupon != null && !COUPON.matcher(coupon).matches()) {
                throw new BusinessException("catalog.coupon", "coupon");
            }
        }

        private static String name(String field, String name) {
            if (name == null || name.isBlank()) {
                throw new BusinessException("shared.field-missing", field);
            }
            if (name.strip().length() > LONGEST_NAME) {
                throw new BusinessException("shared.field-too-long", field, LONGEST_NAME);
            }
            return name.strip();
        }

        private static void between(String field, Number value, long least, long most) {
            if (value == null) {
                throw new BusinessException("shared.field-missing", field);
            }
            if (value.longValue() < least || value.longValue() > most) {
                throw new BusinessException("shared.field-range", field, least, most);
            }
        }
    }

    protected Promotion() {
    }

    public Promotion(Terms terms) {
        code = terms.code();
        take(terms);
    }

    /** From now on it promises this. Its code stays. */
    public void become(Terms terms) {
        take(terms);
        edition++;
    }

    private void take(Terms terms) {
        names = new Names(terms.hebrewName(), terms.englishName());
        effect = terms.effect();
        basisPoints = effect == Effect.PERCENT ? terms.basisPoints() : null;
        amount = effect == Effect.AMOUNT ? terms.amountMinor() : null;
        currency = effect == Effect.AMOUNT ? terms.currency() : null;
        buy = effect == Effect.BUY_AND_PAY ? terms.buy() : null;
        pay = effect == Effect.BUY_AND_PAY ? terms.pay() : null;
        from = terms.from();
        until = terms.until();
        segments = terms.segments().stream().map(Segment::name).collect(Collectors.joining(","));
        productId = terms.productId();
        categoryId = terms.categoryId();
        coupon = terms.coupon();
        combinable = terms.combinable();
        active = terms.active();
    }

    public Terms terms() {
        return new Terms(code, names.hebrew(), names.english(), effect, basisPoints, amount, currency, buy, pay, from, until, segments(), productId, categoryId, coupon, combinable, active);
    }

    private List<Segment> segments() {
        return segments == null || segments.isEmpty() ? List.of() : Arrays.stream(segments.split(",")).map(Segment::valueOf).toList();
    }

    /** @param said what the customer said, null for nothing */
    public boolean isFor(Product product, Segment segment, LocalDate day, String said) {
        boolean asked = coupon == null || said != null && coupon.equalsIgnoreCase(said.strip());
        boolean those = segments().isEmpty() || segments().contains(segment);
        boolean thisOne = productId == null || productId.equals(product.id());
        return active && asked && those && thisOne && (categoryId == null || categoryId == product.categoryId()) && new Validity(from, until).holdsOn(day);
    }

    /** What is off the rest of a line. @param unit price of one @param rest of the line's amount: never more than that is off */
    public Money off(Money unit, long quantity, Money rest) {
        Money off = switch (effect) {
            case PERCENT -> rest.basisPoints(basisPoints);
            case AMOUNT -> currency.equals(unit.currency()) ? new Money(amount, currency).times(quantity) : Money.zero(unit.currency());
            case BUY_AND_PAY -> unit.times(quantity / buy * (buy - pay));
        };
        return off.atMost(rest);
    }

    public Long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String hebrewName() {
        return names.hebrew();
    }

    public String englishName() {
        return names.english();
    }

    public Effect effect() {
        return effect;
    }

    public Optional<String> coupon() {
        return Optional.ofNullable(coupon);
    }

    public boolean combinable() {
        return combinable;
    }

    public int edition() {
        return edition;
    }

    public int version() {
        return version;
    }
}
