// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;

/** How customers belong together: households, companies of companies, people who act for companies. */
@ApplicationScoped
public class Relations {
    /** A card shows so many of a kind and says that there are more. */
    public static final int MOST_SHOWN = 50;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public void add(Household household) {
        entities.persist(household);
    }

    public void add(AuthorisedPerson authorised) {
        entities.persist(authorised);
    }

    /** For changing who lives there: whoever does the same waits. @throws NotFoundException {@code customer.unknown-relation} */
    public Household householdLocked(long id) {
        Household household = entities.find(Household.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (household == null) {
            throw new NotFoundException("customer.unknown-relation");
        }
        return household;
    }

    /** Where he lives now: everybody who lives there, himself among them, by household. */
    public List<HouseholdMember> householdsOf(long customerId) {
        return entities.createQuery("""
                select m from HouseholdMember m join fetch m.household join fetch m.person
                where m.leftAt is null and m.household.id in (select his.household.id from HouseholdMember his where his.person.id = :customer and his.leftAt is null) order by m.household.id, m.id""", HouseholdMember.class)
                .setParameter("customer", customerId).setMaxResults(MOST_SHOWN * Household.MOST_MEMBERS).getResultList();
    }

    /** The companies that belong to this one directly, by name; one more than is shown when there are more. */
    public List<Customer> daughters(long companyId) {
        return entities.createQuery("select c from Customer c where c.parent.id = :company and c.joinedInto is null and c.id <> :company order by c.displayName, c.id", Customer.class).setParameter("company", companyId).setMaxResults(MOST_SHOWN + 1).getResultList();
    }

    /** Who acts for the company: those who may today or will, before those whose time is over; one more than is shown when there are more. */
    public List<AuthorisedPerson> authorisedFor(long companyId, LocalDate today) {
        return entities.createQuery("select a from AuthorisedPerson a join fetch a.person where a.company.id = :company order by case when a.until is null or a.until >= :today then 0 else 1 end, a.from, a.id", AuthorisedPerson.class)
                .setParameter("company", companyId).setParameter("today", today).setMaxResults(MOST_SHOWN + 1).getResultList();
    }

    /** For whom the person acts, in the same order. */
    public List<AuthorisedPerson> actsFor(long personId, LocalDate today) {
        return entities.createQuery("select a from AuthorisedPerson a join fetch a.company where a.person.id = :person order by case when a.until is null or a.until >= :today then 0 else 1 end, a.from, a.id", AuthorisedPerson.class)
                .setParameter("person", personId).setParameter("today", today).setMaxResults(MOST_SHOWN + 1).getResultList();
    }

    /** @throws NotFoundException {@code customer.unknown-relation} also when it is another company's */
    public AuthorisedPerson authorised(long companyId, long id) {
        AuthorisedPerson authorised = entities.find(AuthorisedPerson.class, id);
        if (authorised == null || authorised.company().id() != companyId) {
            throw new NotFoundException("customer.unknown-relation");
        }
        return authorised;
    }
}
