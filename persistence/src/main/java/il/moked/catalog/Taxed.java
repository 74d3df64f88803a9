// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import il.moked.shared.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** An amount without tax, the tax, and the amount with it. They always add up: {@code net + vat = gross}. */
public record Taxed(Money net, Money vat, Money gross) {
    public Taxed minus(Taxed other) {
        return new Taxed(net.minus(other.net), vat.minus(other.vat), gross.minus(other.gross));
    }

    /** As it is stored, in the smallest units of a currency that stands beside it. */
    @Embeddable
    public record Minor(@Column(name = "net_minor") long net, @Column(name = "vat_minor") long vat, @Column(name = "gross_minor") long gross) {
        public static final Minor NONE = new Minor(0, 0, 0);

        public static Minor of(Taxed taxed) {
            return new Minor(taxed.net.minor(), taxed.vat.minor(), taxed.gross.minor());
        }

        public Minor plus(Minor other) {
            return new Minor(net + other.net, vat + other.vat, gross + other.gross);
        }

        public Taxed in(String currency) {
            return new Taxed(new Money(net, currency), new Money(vat, currency), new Money(gross, currency));
        }
    }
}
