// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.shared.BusinessException;
import il.moked.shared.WrongFieldsException;
import jakarta.persistence.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A person who may act for a company, as what, and in which days. A person may act for many companies. */
@Entity
@Table(name = "authorised_person")
public class AuthorisedPerson {
    /** As what he acts. */
    public enum Role { OWNER, DIRECTOR, SIGNATORY, BOOKKEEPER, LAWYER, CONTACT }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "authorised_person_seq")
    @SequenceGenerator(name = "authorised_person_seq", sequenceName = "authorised_person_seq")
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "customer_id")
    private Customer company;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "person_id")
    private Customer person;
    @Enumerated(EnumType.STRING)
    private Role role;
    @Column(name = "valid_from")
    private LocalDate from;
    @Column(name = "valid_until")
    private LocalDate until;
    @Column(name = "recorded_by")
    private String recordedBy;
    @Column(name = "recorded_at")
    private Instant recordedAt;
    @Version
    private int version;

    protected AuthorisedPerson() {
    }

    /**
     * @param from first day
     * @param until last day; null: until it is ended
     * @throws BusinessException {@code customer.not-a-company} or {@code customer.not-a-person}
     * @throws WrongFieldsException {@code until} lies before {@code from}
     */
    public AuthorisedPerson(Customer company, Customer person, Role role, LocalDate from, LocalDate until, String recordedBy, Instant now) {
        if (company.kind() != Customer.Kind.COMPANY) {
            throw new BusinessException("customer.not-a-company");
        }
        if (person.kind() != Customer.Kind.PERSON) {
            throw new BusinessException("customer.not-a-person");
        }
        this.company = company;
        this.person = person;
        this.role = role;
        this.from = from;
        this.recordedBy = recordedBy;
        this.recordedAt = now;
        endAfter(until);
    }

    /** @param last day on which he may still act; null: not known @throws WrongFieldsException {@code until} lies before the first day */
    public void endAfter(LocalDate last) {
        if (last != null && last.isBefore(from)) {
            throw new WrongFieldsException("until", "customer.until-before-from");
        }
        until = last;
    }

    /** Whether he may act on that day. */
    public boolean on(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    public Long id() {
        return id;
    }

    public Customer company() {
        return company.current();
    }

    public Customer person() {
        return person.current();
    }

    public Role role() {
        return role;
    }

    public LocalDate from() {
        return from;
    }

    public Optional<LocalDate> until() {
        return Optional.ofNullable(until);
    }
}
