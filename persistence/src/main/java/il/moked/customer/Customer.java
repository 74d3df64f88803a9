// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.shared.NationalId;
import il.moked.shared.SearchAnalysis;
import jakarta.persistence.*;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.search.mapper.pojo.bridge.mapping.annotation.TypeBinderRef;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.TypeBinding;

/**
 * A person or company the organisation serves, or a guest: somebody who made contact and is not known yet. A guest is
 * joined into a known customer when an agent knows who it is; he keeps pointing there, so old references still work.
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
    private String language;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "joined_into_id")
    private Customer joinedInto;
    @Column(name = "created_at")
    private Instant createdAt;
    @OneToMany(mappedBy = "customer", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<ContactPoint> contactPoints = new ArrayList<>();
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

    public ContactPoint reachableBy(ContactPoint.Kind contactKind, String address, String writtenAs, boolean verified, Instant now) {
        ContactPoint point = new ContactPoint(this, contactKind, address, writtenAs, verified, now);
        contactPoints.add(point);
        return point;
    }

    /** A guest proved to be that customer. His contact points become the customer's, unless the customer has them already. */
    public void joinInto(Customer known, Instant now) {
        if (kind != Kind.GUEST || joinedInto != null) {
            throw new il.moked.shared.BusinessException("customer.not-a-guest");
        }
        if (known.kind == Kind.GUEST) {
            throw new il.moked.shared.BusinessException("customer.join-into-guest");
        }
        joinedInto = known;
        for (ContactPoint point : contactPoints) {
            boolean has = known.contactPoints.stream().anyMatch(own -> own.kind() == point.kind() && own.address().equals(point.address()));
            if (!has) {
                known.reachableBy(point.kind(), point.address(), point.writtenAs(), false, now);
            }
        }
    }

    /** By the rules, or by a person. */
    public void belongsTo(Segment of) {
        segment = of;
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

    public Segment segment() {
        return segment;
    }

    public String language() {
        return language;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public List<ContactPoint> contactPoints() {
        return List.copyOf(contactPoints);
    }
}
