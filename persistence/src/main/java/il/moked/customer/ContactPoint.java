// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.shared.EmailAddress;
import il.moked.shared.PhoneNumber;
import il.moked.shared.WrongFieldsException;
import jakarta.persistence.*;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An address a customer can be reached by: kept as compared (E.164, lower case) and as it was written. One address may
 * belong to several customers. What is removed stays, so that what came from there keeps its meaning; it is found and
 * shown no more, until it is given again.
 */
@Entity
@Table(name = "contact_point")
public class ContactPoint {
    /** Beside mail and telephone the names a customer has with providers of messages; a WhatsApp name is his telephone number, unless he hides that. */
    public enum Kind { EMAIL, PHONE, WHATSAPP, MESSENGER, INSTAGRAM, TELEGRAM, X, APP }

    /** What a person can write down; the others are learned from providers. */
    public static final Set<Kind> WRITTEN = Set.of(Kind.EMAIL, Kind.PHONE);
    private static final int LONGEST_LABEL = 60;

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
    private String label;
    private boolean verified;
    @Column(name = "verified_at")
    private Instant verifiedAt;
    private boolean preferred;
    @Column(name = "usual_caller")
    private boolean usualCaller;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "removed_at")
    private Instant removedAt;

    /** An address somebody wrote down, checked. @param address as compared @param label what he calls it, or null */
    public record Written(Kind kind, String address, String writtenAs, String label) {
    }

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

    /** @param at where it was filled in, such as {@code contactPoints[0].}; what is wrong is collected */
    public static Written read(Kind kind, String address, String label, String at, WrongFieldsException.Reading reading) {
        reading.require(at + "kind", kind);
        if (kind != null && !WRITTEN.contains(kind)) {
            reading.refuse(at + "kind", "customer.reach-kind");
        }
        String compared = kind == Kind.EMAIL ? reading.read(at + "address", address, "shared.email", text -> EmailAddress.parse(text).map(EmailAddress::value))
                : reading.read(at + "address", address, "shared.phone", text -> PhoneNumber.parse(text).map(PhoneNumber::value).filter(number -> number.startsWith("+")));
        reading.require(at + "address", compared);
        return new Written(kind, compared, address == null ? null : address.strip(), label(label, at, reading));
    }

    private static String label(String label, String at, WrongFieldsException.Reading reading) {
        return reading.line(at + "label", label, LONGEST_LABEL);
    }

    boolean is(Kind ofKind, String at) {
        return kind == ofKind && address.equals(at);
    }

    /** He gives it again: what was removed is his once more, and proved only if it is now. */
    void given(String as, boolean proved, Instant now) {
        if (removedAt != null) {
            removedAt = null;
            verified = false;
            verifiedAt = null;
            writtenAs = as;
            createdAt = now;
        }
        verified |= proved;
    }

    void remove(Instant now) {
        removedAt = now;
        preferred = false;
        usualCaller = false;
    }

    void restore() {
        removedAt = null;
    }

    void verify(Instant now) {
        verified = true;
        verifiedAt = now;
    }

    void prefer(boolean rather) {
        preferred = rather;
    }

    void callsUsually(boolean usually) {
        usualCaller = usually;
    }

    /** @throws WrongFieldsException {@code label} too long */
    void call(String name) {
        WrongFieldsException.Reading reading = new WrongFieldsException.Reading();
        String read = label(name, "", reading);
        reading.done();
        label = read;
    }

    public Long id() {
        return id;
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

    /** As people write it. */
    public String shown() {
        return kind == Kind.PHONE ? new PhoneNumber(address).display() : address;
    }

    public Optional<String> label() {
        return Optional.ofNullable(label);
    }

    public boolean verified() {
        return verified;
    }

    /** When a person made sure of it; empty when it was never proved, or was from the beginning. */
    public Optional<Instant> verifiedAt() {
        return Optional.ofNullable(verifiedAt);
    }

    /** Among those of its kind the one he wants to be reached by. */
    public boolean preferred() {
        return preferred;
    }

    /** Of all who share this address the one who usually comes from it. A hint for whoever asks; nobody is recognised by it. */
    public boolean usualCaller() {
        return usualCaller;
    }

    public boolean removed() {
        return removedAt != null;
    }
}
