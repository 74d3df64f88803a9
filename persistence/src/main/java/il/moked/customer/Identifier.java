// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.shared.WrongFieldsException;
import jakarta.persistence.*;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A number some state gave a customer, of which he may have several: passports, registrations abroad. The Israeli
 * identity number and company number, of which there is one, are in the customer's own row and nowhere else.
 */
@Entity
@Table(name = "customer_identifier")
public class Identifier {
    public enum Kind { PASSPORT, FOREIGN_COMPANY }

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final String NUMBER = "[A-Z0-9]{4,40}";
    private static final int SHOWN = 3;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer_identifier_seq")
    @SequenceGenerator(name = "customer_identifier_seq", sequenceName = "customer_identifier_seq")
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "customer_id")
    private Customer customer;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    private String country;
    private String number;
    @Column(name = "created_at")
    private Instant createdAt;

    /** What makes it the one it is. @param country ISO 3166, two capital letters @param number capital letters and digits only */
    public record Value(Kind kind, String country, String number) {
        /** For screens: a passport but for its last three characters; a registration is public. */
        public String masked() {
            return kind == Kind.PASSPORT ? "•".repeat(number.length() - SHOWN) + number.substring(number.length() - SHOWN) : number;
        }
    }

    protected Identifier() {
    }

    Identifier(Customer customer, Value value, Instant now) {
        this.customer = customer;
        this.kind = value.kind();
        this.country = value.country();
        this.number = value.number();
        this.createdAt = now;
    }

    /** @param at where it was filled in, such as {@code identifiers[0].}; what is wrong is collected */
    public static Value read(Kind kind, String country, String number, String at, WrongFieldsException.Reading reading) {
        String where = reading.read(at + "country", country, "customer.country", text -> Optional.of(text.toUpperCase(Locale.ROOT)).filter(COUNTRIES::contains));
        String which = reading.read(at + "number", number, "customer.identifier-number", text -> Optional.of(text.toUpperCase(Locale.ROOT).replace(" ", "").replace("-", "")).filter(bare -> bare.matches(NUMBER)));
        reading.require(at + "kind", kind);
        reading.require(at + "country", where);
        reading.require(at + "number", which);
        return new Value(kind, where, which);
    }

    public Long id() {
        return id;
    }

    public Value value() {
        return new Value(kind, country, number);
    }
}
