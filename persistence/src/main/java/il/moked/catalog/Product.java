// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import il.moked.shared.BusinessException;
import il.moked.shared.Names;
import il.moked.shared.ShownText;
import jakarta.persistence.*;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Something that can be sold: a device, a service, something digital. It is known by its SKU for ever; what is told of it
 * changes version by version. It is sold on the days it is active; who bought it before keeps it.
 */
@Entity
@Table(name = "product")
public class Product {
    public enum Kind {
        /** Kept in stock. */
        GOODS, SERVICE, DIGITAL
    }

    /** What one of it is. */
    public enum Unit { PIECE, MONTH, YEAR, HOUR, METER }

    public static final Pattern SKU = Pattern.compile("[A-Z0-9][A-Z0-9._-]{0,39}");
    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_TEXT = 2000;
    public static final int LONGEST_LINK = 500;
    public static final int LONGEST_WARRANTY = 240;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "product_seq")
    @SequenceGenerator(name = "product_seq", sequenceName = "product_seq")
    private Long id;
    private String sku;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    @Enumerated(EnumType.STRING)
    private Unit unit;
    @Enumerated(EnumType.STRING)
    @Column(name = "tax_class")
    private TaxClass taxClass;
    @Column(name = "category_id")
    private long categoryId;
    @Embedded
    private Names names;
    @Column(name = "text_he")
    private String hebrewText;
    @Column(name = "text_en")
    private String englishText;
    @Column(name = "manual_link")
    private String manualLink;
    @Column(name = "warranty_months")
    private int warrantyMonths;
    @Column(name = "active_from")
    private LocalDate activeFrom;
    @Column(name = "active_until")
    private LocalDate activeUntil;
    @Version
    private int version;

    /**
     * All that is told of a product, checked.
     *
     * @param hebrewText may be empty
     * @param manualLink http or https, or null
     * @param warrantyMonths 0 for none
     * @param activeUntil the first day on which it is not sold any more, or null
     */
    public record Facts(Kind kind, Unit unit, TaxClass taxClass, long categoryId, String hebrewName, String englishName, String hebrewText, String englishText, String manualLink, int warrantyMonths, LocalDate activeFrom, LocalDate activeUntil) {
        public Facts {
            given("kind", kind);
            given("unit", unit);
            given("taxClass", taxClass);
            hebrewName = name("hebrewName", hebrewName);
            englishName = name("englishName", englishName);
            hebrewText = text("hebrewText", hebrewText);
            englishText = text("englishText", englishText);
            manualLink = link(manualLink);
            if (warrantyMonths < 0 || warrantyMonths > LONGEST_WARRANTY) {
                throw new BusinessException("shared.field-range", "warrantyMonths", 0, LONGEST_WARRANTY);
            }
            given("activeFrom", activeFrom);
            if (activeUntil != null && !activeUntil.isAfter(activeFrom)) {
                throw new BusinessException("catalog.until-before-from", "activeUntil");
            }
        }

        private static void given(String field, Object value) {
            if (value == null) {
                throw new BusinessException("shared.field-missing", field);
            }
        }

        private static String name(String field, String name) {
            String flat = text(field, name);
            if (flat.isEmpty()) {
                throw new BusinessException("shared.field-missing", field);
            }
            if (flat.length() > LONGEST_NAME) {
                throw new BusinessException("shared.field-too-long", field, LONGEST_NAME);
            }
            return flat;
        }

        private static String text(String field, String text) {
            String kept = text == null ? "" : ShownText.storable(text).strip();
            if (kept.length() > LONGEST_TEXT) {
                throw new BusinessException("shared.field-too-long", field, LONGEST_TEXT);
            }
            return kept;
        }

        private static String link(String link) {
            String kept = link == null ? "" : link.strip();
            if (kept.isEmpty()) {
                return null;
            }
            if (kept.length() > LONGEST_LINK) {
                throw new BusinessException("shared.field-too-long", "manualLink", LONGEST_LINK);
            }
            try {
                URI address = new URI(kept);
                if (address.getHost() != null && address.getScheme() != null && Set.of("http", "https").contains(address.getScheme().toLowerCase(Locale.ROOT))) {
                    return kept;
                }
            } catch (URISyntaxException other) {
                throw new BusinessException("catalog.manual-link", "manualLink");
            }
            throw new BusinessException("catalog.manual-link", "manualLink");
        }
    }

    protected Product() {
    }

    public Product(String sku, Facts facts) {
        this.sku = sku(sku);
        become(facts);
    }

    /** As it is kept: capital letters. @throws BusinessException {@code catalog.sku} */
    public static String sku(String written) {
        String kept = written == null ? "" : written.strip().toUpperCase(Locale.ROOT);
        if (kept.isEmpty()) {
            throw new BusinessException("shared.field-missing", "sku");
        }
        if (!SKU.matcher(kept).matches()) {
            throw new BusinessException("catalog.sku", "sku");
        }
        return kept;
    }

    /** From now on it is this. */
    public void become(Facts facts) {
        kind = facts.kind();
        unit = facts.unit();
        taxClass = facts.taxClass();
        categoryId = facts.categoryId();
        names = new Names(facts.hebrewName(), facts.englishName());
        hebrewText = facts.hebrewText();
        englishText = facts.englishText();
        manualLink = facts.manualLink();
        warrantyMonths = facts.warrantyMonths();
        activeFrom = facts.activeFrom();
        activeUntil = facts.activeUntil();
    }

    public Facts facts() {
        return new Facts(kind, unit, taxClass, categoryId, names.hebrew(), names.english(), hebrewText, englishText, manualLink, warrantyMonths, activeFrom, activeUntil);
    }

    public boolean soldOn(LocalDate day) {
        return new Validity(activeFrom, activeUntil).holdsOn(day);
    }

    /** Services and what is digital are always there. */
    public boolean stocked() {
        return kind == Kind.GOODS;
    }

    public Long id() {
        return id;
    }

    public String sku() {
        return sku;
    }

    public Kind kind() {
        return kind;
    }

    public Unit unit() {
        return unit;
    }

    public TaxClass taxClass() {
        return taxClass;
    }

    public long categoryId() {
        return categoryId;
    }

    public String name(String language) {
        return names.in(language);
    }

    public String text(String language) {
        return "he".equals(language) ? hebrewText : englishText;
    }

    public Optional<String> manualLink() {
        return Optional.ofNullable(manualLink);
    }

    public int warrantyMonths() {
        return warrantyMonths;
    }

    public LocalDate activeFrom() {
        return activeFrom;
    }

    public Optional<LocalDate> activeUntil() {
        return Optional.ofNullable(activeUntil);
    }

    public int version() {
        return version;
    }
}
