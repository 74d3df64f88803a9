// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import jakarta.persistence.*;
import java.time.Instant;

/** An address a customer can be reached by: kept as compared (E.164, lower case) and as it was written. One address may belong to several customers. */
@Entity
@Table(name = "contact_point")
public class ContactPoint {
    /** Beside mail and telephone the names a customer has with providers of messages; a WhatsApp name is his telephone number, unless he hides that. */
    public enum Kind { EMAIL, PHONE, WHATSAPP, MESSENGER, INSTAGRAM, TELEGRAM, X, APP }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "contact_point_seq")
    @SequenceGenerator(name = "contact_point_seq", sequenceName = "contact_point_seq")
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "customer_id")
    private Customer customer;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    private String address;
    @Column(name = "written_as")
    private String writtenAs;
    private boolean verified;
    @Column(name = "created_at")
    private Instant createdAt;

    protected ContactPoint() {
    }

    ContactPoint(Customer customer, Kind kind, String address, String writtenAs, boolean verified, Instant now) {
        this.customer = customer;
        this.kind = kind;
        this.address = address;
        this.writtenAs = writtenAs;
        this.verified = verified;
        this.createdAt = now;
    }

    public Kind kind() {
        return kind;
    }

    public String address() {
        return address;
    }

    public String writtenAs() {
        return writtenAs;
    }

    public boolean verified() {
        return verified;
    }
}
