// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement;

import il.moked.shared.Names;
import jakarta.persistence.*;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A contract as it is sold: agreements are made of it. */
@Entity
@Table(name = "agreement_template")
public class AgreementTemplate {
    /** Of each kind, one. */
    @Embeddable
    public static class Granted {
        @Enumerated(EnumType.STRING)
        private Entitlement.Kind kind;
        @Enumerated(EnumType.STRING)
        private EntitlementPeriod period;
        private int quantity;

        protected Granted() {
        }

        public Granted(Entitlement.Kind kind, EntitlementPeriod period, int quantity) {
            this.kind = kind;
            this.period = period;
            this.quantity = quantity;
        }

        public Entitlement.Kind kind() {
            return kind;
        }

        public EntitlementPeriod period() {
            return period;
        }

        public int quantity() {
            return quantity;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Granted granted && kind == granted.kind && period == granted.period && quantity == granted.quantity;
        }

        @Override
        public int hashCode() {
            return Objects.hash(kind, period, quantity);
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "agreement_template_seq")
    @SequenceGenerator(name = "agreement_template_seq", sequenceName = "agreement_template_seq")
    private Long id;
    private String code;
    @Embedded
    private Names names;
    @Enumerated(EnumType.STRING)
    private Agreement.Kind kind;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "level_id")
    private AgreementLevel level;
    private Integer months;
    @Column(name = "price_list")
    private String priceList;
    private boolean active = true;
    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "agreement_template_entitlement", joinColumns = @JoinColumn(name = "template_id"))
    private Set<Granted> entitlements = new LinkedHashSet<>();
    @Version
    private int version;

    protected AgreementTemplate() {
    }

    public AgreementTemplate(String code) {
        this.code = code;
    }

    public AgreementTemplate named(String hebrew, String english) {
        names = new Names(hebrew, english);
        return this;
    }

    /** @param at level, null for none @param forMonths null for without an end @param prices code of a price list, null for the usual one */
    public AgreementTemplate selling(Agreement.Kind what, AgreementLevel at, Integer forMonths, String prices) {
        kind = what;
        level = at;
        months = forMonths;
        priceList = prices;
        return this;
    }

    public AgreementTemplate granting(List<Granted> all) {
        entitlements.retainAll(all);
        entitlements.addAll(all);
        return this;
    }

    public void offered(boolean still) {
        active = still;
    }

    public Long id() {
        return id;
    }

    public String code() {
        return code;
    }

    Names names() {
        return names;
    }

    public String name(String language) {
        return names.in(language);
    }

    public Agreement.Kind kind() {
        return kind;
    }

    public Optional<AgreementLevel> level() {
        return Optional.ofNullable(level);
    }

    public Optional<Integer> months() {
        return Optional.ofNullable(months);
    }

    public Optional<String> priceList() {
        return Optional.ofNullable(priceList);
    }

    public boolean active() {
        return active;
    }

    public List<Granted> entitlements() {
        return entitlements.stream().sorted(Comparator.comparing(Granted::kind)).toList();
    }

    public int version() {
        return version;
    }
}
