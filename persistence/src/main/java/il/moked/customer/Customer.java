// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.shared.BusinessException;
import il.moked.shared.CompanyNumber;
import il.moked.shared.NationalId;
import il.moked.shared.NotFoundException;
import il.moked.shared.PhoneNumber;
import il.moked.shared.SearchAnalysis;
import jakarta.persistence.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.search.mapper.pojo.bridge.mapping.annotation.TypeBinderRef;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.TypeBinding;

/**
 * A person or company the organisation serves, or a guest: somebody who made contact and is not known yet. A guest is
 * joined into a known customer when an agent knows who it is; he keeps pointing there, so old references still work. Or
 * he becomes a known customer himself, when what is known of him is filled in.
 */
@Entity
@Indexed(index = CustomerDocument.INDEX)
@TypeBinding(binder = @TypeBinderRef(type = CustomerDocument.class))
@Table(name = "customer")
public class Customer {
    public enum Kind { PERSON, COMPANY, GUEST }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer_seq")
    @SequenceGenerator(name = "customer_seq", sequenceName = "customer_seq")
    @DocumentId
    private Long id;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    @Column(name = "first_name")
    private String firstName;
    @Column(name = "last_name")
    private String lastName;
    @Column(name = "display_name")
    @FullTextField(analyzer = SearchAnalysis.HEBREW)
    private String displayName;
    @Column(name = "national_id")
    private String nationalId;
    @Column(name = "company_number")
    private String companyNumber;
    @Enumerated(EnumType.STRING)
    private Segment segment;
    @Column(name = "birth_date")
    private LocalDate birthDate;
    @Embedded
    private PostalAddress address;
    private String language;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_id")
    private Customer parent;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "joined_into_id")
    private Customer joinedInto;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "changed_at")
    private Instant changedAt;
    @OneToMany(mappedBy = "customer", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<ContactPoint> contactPoints = new ArrayList<>();
    @OneToMany(mappedBy = "customer", cascade = CascadeType.PERSIST, orphanRemoval = true)
    @OrderBy("id")
    private List<Identifier> identifiers = new ArrayList<>();
    @Version
    private int version;

    protected Customer() {
    }

    private Customer(Kind kind, String displayName, Segment segment, String language, Instant now) {
        this.kind = kind;
        this.displayName = displayName;
        this.segment = segment;
        this.language = language;
        this.createdAt = now;
    }

    public static Customer person(String firstName, String lastName, NationalId nationalId, Segment segment, String language, Instant now) {
        Customer person = new Customer(Kind.PERSON, firstName + " " + lastName, segment, language, now);
        person.firstName = firstName;
        person.lastName = lastName;
        person.nationalId = nationalId == null ? null : nationalId.digits();
        return person;
    }

    public static Customer company(String name, String companyNumber, String language, Instant now) {
        Customer company = new Customer(Kind.COMPANY, name, Segment.SMALL_BUSINESS, language, now);
        company.companyNumber = companyNumber;
        return company;
    }

    public static Customer guest(String name, String language, Instant now) {
        return new Customer(Kind.GUEST, name, Segment.PRIVATE, language, now);
    }

    /** A new person or company, whose particulars were checked. */
    public static Customer registered(Particulars particulars, Instant now) {
        Customer customer = guest(particulars.displayName(), particulars.language(), now);
        customer.register(particulars);
        return customer;
    }

    /** A guest of whom it is known now who he is, and who was not known before. @throws BusinessException {@code customer.not-a-guest} */
    public void register(Particulars particulars) {
        if (kind != Kind.GUEST || joinedInto != null) {
            throw new BusinessException("customer.not-a-guest");
        }
        kind = particulars.kind();
        segment = kind == Kind.COMPANY ? Segment.SMALL_BUSINESS : Segment.PRIVATE;
        set(particulars);
    }

    /** @throws BusinessException {@code customer.is-guest}: nobody knows yet who he is */
    public void change(Particulars particulars) {
        known();
        set(particulars);
    }

    private void set(Particulars particulars) {
        firstName = particulars.firstName();
        lastName = particulars.lastName();
        displayName = particulars.displayName();
        nationalId = particulars.nationalId() == null ? null : particulars.nationalId().digits();
        companyNumber = particulars.companyNumber() == null ? null : particulars.companyNumber().digits();
        birthDate = particulars.birthDate();
        address = particulars.address().unknown() ? null : particulars.address();
        language = particulars.language();
    }

    /** Something of his card is changed, if only a contact point: he is of a new version. */
    void changed(Instant now) {
        changedAt = now;
    }

    private void known() {
        if (kind == Kind.GUEST) {
            throw new BusinessException("customer.is-guest");
        }
    }

    /** Of a guest nothing but how he is addressed. */
    public Particulars particulars() {
        return new Particulars(kind, firstName, lastName, kind == Kind.PERSON ? null : displayName, nationalId().orElse(null), CompanyNumber.parse(companyNumber).orElse(null), birthDate, address(), language);
    }

    /** An address he has already, or had, is not added again. */
    public ContactPoint reachableBy(ContactPoint.Kind contactKind, String at, String writtenAs, boolean verified, Instant now) {
        for (ContactPoint point : contactPoints) {
            if (point.is(contactKind, at)) {
                point.given(writtenAs, verified, now);
                return point;
            }
        }
        ContactPoint point = new ContactPoint(this, contactKind, at, writtenAs, verified, now);
        contactPoints.add(point);
        return point;
    }

    /** What a person wrote down; not proved. @throws BusinessException {@code customer.reach-twice} */
    public ContactPoint reachableBy(ContactPoint.Written written, Instant now) {
        if (contactPoints().stream().anyMatch(point -> point.is(written.kind(), written.address()))) {
            throw new BusinessException("customer.reach-twice");
        }
        ContactPoint point = reachableBy(written.kind(), written.address(), written.writtenAs(), false, now);
        point.call(written.label());
        return point;
    }

    /** @throws NotFoundException {@code customer.unknown-reach} also when it was removed */
    public ContactPoint contactPoint(long pointId) {
        return contactPoints().stream().filter(point -> point.id() == pointId).findFirst().orElseThrow(() -> new NotFoundException("customer.unknown-reach"));
    }

    public void removeContactPoint(long pointId, Instant now) {
        contactPoint(pointId).remove(now);
    }

    /** What was removed is as it was, but that he prefers it. @throws NotFoundException {@code customer.unknown-reach} when it was not removed */
    public ContactPoint restoreContactPoint(long pointId) {
        ContactPoint removed = contactPoints.stream().filter(point -> point.removed() && point.id() == pointId).findFirst().orElseThrow(() -> new NotFoundException("customer.unknown-reach"));
        removed.restore();
        return removed;
    }

    /** A person made sure that he is reached there. */
    public void verifyContactPoint(long pointId, Instant now) {
        contactPoint(pointId).verify(now);
    }

    /** He wants to be reached there rather than at others of the same kind. */
    public void preferContactPoint(long pointId) {
        ContactPoint chosen = contactPoint(pointId);
        contactPoints.stream().filter(point -> point.kind() == chosen.kind()).forEach(point -> point.prefer(point == chosen));
    }

    public void callContactPoint(long pointId, String label) {
        contactPoint(pointId).call(label);
    }

    /** @throws BusinessException {@code customer.identifier-twice} */
    public Identifier identifiedBy(Identifier.Value value, Instant now) {
        known();
        if (identifiers.stream().anyMatch(known -> known.value().equals(value))) {
            throw new BusinessException("customer.identifier-twice");
        }
        Identifier identifier = new Identifier(this, value, now);
        identifiers.add(identifier);
        return identifier;
    }

    /** @throws NotFoundException {@code customer.unknown-identifier} */
    public void removeIdentifier(long identifierId) {
        if (!identifiers.removeIf(identifier -> identifier.id() == identifierId)) {
            throw new NotFoundException("customer.unknown-identifier");
        }
    }

    /**
     * Says to which company this one belongs, or that it belongs to none.
     *
     * @param company null for none
     * @throws BusinessException {@code customer.not-a-company}; {@code customer.company-circle} when it would belong to itself, over however many others
     */
    public void ownedBy(Customer company) {
        if (kind != Kind.COMPANY || company != null && company.kind() != Kind.COMPANY) {
            throw new BusinessException("customer.not-a-company");
        }
        Set<Long> above = new HashSet<>();
        for (Customer up = company; up != null && above.add(up.id()); up = up.parent().orElse(null)) {
            if (up.id().equals(id)) {
                throw new BusinessException("customer.company-circle");
            }
        }
        parent = company;
    }

    /**
     * He is that customer: from now on he points there. His rows follow in {@link Merges}.
     *
     * @throws BusinessException {@code customer.merge-self}; {@code customer.merged-already} when he or the other was merged before; {@code customer.join-into-guest}; {@code customer.merge-kinds} when the one is a person
     *     and the other a company; {@code customer.merge-company-above} when the one belongs to the other, over however many others
     */
    void mergeInto(Customer kept) {
        // by its methods only: what the other is given as may be a stand-in of Hibernate, whose own fields are empty
        if (this == kept || id != null && id.equals(kept.id())) {
            throw new BusinessException("customer.merge-self");
        }
        if (joinedInto != null || kept.merged()) {
            throw new BusinessException("customer.merged-already");
        }
        if (kept.guest()) {
            throw new BusinessException("customer.join-into-guest");
        }
        if (kind != Kind.GUEST && kind != kept.kind()) {
            throw new BusinessException("customer.merge-kinds");
        }
        if (isUnder(kept) || kept.isUnder(this)) {
            throw new BusinessException("customer.merge-company-above");
        }
        joinedInto = kept;
    }

    void splitFrom() {
        joinedInto = null;
    }

    boolean isUnder(Customer company) {
        Set<Long> above = new HashSet<>();
        for (Customer up = ownParent(); up != null && above.add(up.id()); up = up.ownParent()) {
            if (up.id().equals(company.id())) {
                return true;
            }
        }
        return false;
    }

    /** As it was said, wherever that company was merged into since. */
    Customer ownParent() {
        return parent;
    }

    /** As it is kept where a merge is noted; null when there is none. */
    public String written(Surviving field) {
        return switch (field) {
            case FIRST_NAME -> firstName;
            case LAST_NAME -> lastName;
            case NAME -> kind == Kind.COMPANY ? displayName : null;
            case NATIONAL_ID -> nationalId;
            case COMPANY_NUMBER -> companyNumber;
            case BIRTH_DATE -> birthDate == null ? null : birthDate.toString();
            case ADDRESS -> address().unknown() ? null : address.written();
            case PARENT -> parent == null ? null : parent.id().toString();
            case LANGUAGE -> language;
            case SEGMENT -> segment.name();
        };
    }

    /** @param value as {@link #written} writes it @param company of {@link Surviving#PARENT} */
    void write(Surviving field, String value, Customer company) {
        switch (field) {
            case FIRST_NAME -> firstName = value;
            case LAST_NAME -> lastName = value;
            case NAME -> displayName = value;
            case NATIONAL_ID -> nationalId = value;
            case COMPANY_NUMBER -> companyNumber = value;
            case BIRTH_DATE -> birthDate = value == null ? null : LocalDate.parse(value);
            case ADDRESS -> address = value == null ? null : PostalAddress.read(value);
            case PARENT -> parent = company;
            case LANGUAGE -> language = value;
            case SEGMENT -> segment = Segment.valueOf(value);
        }
        if (kind == Kind.PERSON) {
            displayName = firstName + " " + lastName;
        }
    }

    /** By the rules, or by a person. */
    public void belongsTo(Segment of) {
        segment = of;
    }

    /** Whether he was merged into another. */
    public boolean merged() {
        return joinedInto != null;
    }

    public Customer current() {
        return joinedInto == null ? this : joinedInto.current();
    }

    public Long id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public boolean guest() {
        return kind == Kind.GUEST;
    }

    public String displayName() {
        return displayName;
    }

    public Optional<NationalId> nationalId() {
        return NationalId.parse(nationalId);
    }

    public Optional<String> companyNumber() {
        return Optional.ofNullable(companyNumber);
    }

    public Optional<LocalDate> birthDate() {
        return Optional.ofNullable(birthDate);
    }

    public PostalAddress address() {
        return address == null ? PostalAddress.UNKNOWN : address;
    }

    /** The company this company belongs to. */
    public Optional<Customer> parent() {
        return Optional.ofNullable(parent).map(Customer::current);
    }

    public Segment segment() {
        return segment;
    }

    public String language() {
        return language;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** By which he is reached now. */
    public List<ContactPoint> contactPoints() {
        return contactPoints.stream().filter(point -> !point.removed()).toList();
    }

    /** Where he can be written to, what is proved first: text messages go to mobile telephones only. */
    public List<String> reached(ContactPoint.Kind kind) {
        return contactPoints().stream().filter(point -> point.kind() == kind && (kind != ContactPoint.Kind.PHONE || new PhoneNumber(point.address()).mobile()))
                .sorted((one, other) -> Boolean.compare(other.verified(), one.verified())).map(ContactPoint::address).toList();
    }

    public List<Identifier> identifiers() {
        return List.copyOf(identifiers);
    }

    /** Counts the changes: who changes says which one he saw. */
    public int version() {
        return version;
    }
}
