// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement;

import il.moked.customer.Customer;
import il.moked.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Contracts of customers, what is left of them, and what they own. */
@ApplicationScoped
public class Agreements {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    // ---- contracts

    public void add(Agreement agreement) {
        entities.persist(agreement);
    }

    public Agreement get(long id) {
        return known(entities.find(Agreement.class, id));
    }

    public Agreement getLocked(long id) {
        return known(entities.find(Agreement.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static Agreement known(Agreement agreement) {
        if (agreement == null) {
            throw new NotFoundException("agreement.unknown");
        }
        return agreement;
    }

    public Optional<Agreement> findByNumber(String number) {
        return entities.createQuery("select a from Agreement a where a.number = :number", Agreement.class).setParameter("number", number).getResultStream().findFirst();
    }

    /** Those of the given numbers that exist, with their customers. */
    public Map<String, Agreement> numbered(Collection<String> numbers) {
        return numbers.isEmpty() ? Map.of() : entities.createQuery("select a from Agreement a where a.number in :numbers", Agreement.class).setParameter("numbers", numbers).getResultStream().collect(Collectors.toMap(Agreement::number, agreement -> agreement));
    }

    /** His contracts, the newest first, with what they entitle to: one query. */
    public List<Agreement> ofCustomer(long customerId, int most) {
        List<Long> ids = entities.createQuery("select a.id from Agreement a where a.customerId = :customer order by a.createdAt desc, a.id desc", Long.class).setParameter("customer", customerId).setMaxResults(most).getResultList();
        return ids.isEmpty() ? List.of() : entities.createQuery("select distinct a from Agreement a left join fetch a.entitlements left join fetch a.level where a.id in :ids order by a.createdAt desc, a.id desc", Agreement.class).setParameter("ids", ids).getResultList();
    }

    /** The calendar of his contract that holds on that day; of several, of the one that began last. Empty when none names one. */
    public Optional<String> calendarOf(long customerId, LocalDate day) {
        return entities.createQuery("""
                select l.calendarCode from Agreement a join a.level l where a.customerId = :customer and a.from <= :day and (a.until is null or a.until >= :day) and l.calendarCode is not null
                order by a.from desc, a.id desc""", String.class).setParameter("customer", customerId).setParameter("day", day).setMaxResults(1).getResultStream().findFirst();
    }

    /** Contracts one after the other, for a file. @param afterId id of the last of the page before, 0 for the first */
    public List<Agreement> page(long afterId, int size) {
        return entities.createQuery("select a from Agreement a left join fetch a.level where a.id > :after order by a.id", Agreement.class).setParameter("after", afterId).setMaxResults(size).getResultList();
    }

    /** Whose contracts these are, in one query. */
    public List<Customer> customers(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : entities.createQuery("select c from Customer c where c.id in :ids", Customer.class).setParameter("ids", ids).getResultList();
    }

    // ---- entitlements

    public Entitlement entitlement(long id) {
        Entitlement entitlement = entities.find(Entitlement.class, id);
        if (entitlement == null) {
            throw new NotFoundException("agreement.unknown-entitlement");
        }
        return entitlement;
    }

    public Optional<EntitlementUse> findUse(long entitlementId, String reference) {
        return reference == null ? Optional.empty() : entities.createQuery("select u from EntitlementUse u where u.entitlement.id = :entitlement and u.reference = :reference", EntitlementUse.class).setParameter("entitlement", entitlementId).setParameter("reference", reference)
                .getResultStream().findFirst();
    }

    public void add(EntitlementUse use) {
        entities.persist(use);
    }

    public EntitlementUse useLocked(long id) {
        EntitlementUse use = entities.find(EntitlementUse.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (use == null) {
            throw new NotFoundException("agreement.unknown-use");
        }
        return use;
    }

    /**
     * Takes so many of what is left, all or nothing: one statement decides, so two who take the last one at the same moment
     * do not both get it. A new period makes it whole first; a contract that does not hold on that day gives nothing.
     *
     * @param stretch the period in which today lies
     * @return whether there were so many
     */
    public boolean use(long entitlementId, int amount, LocalDate today, EntitlementPeriod.Stretch stretch) {
        String next = stretch.until() == null ? "" : ", period_from = :from, period_until = :until";
        Query update = entities.createNativeQuery("""
                update entitlement set used = case when period_until <= :today then cast(:amount as integer) else used + cast(:amount as integer) end""" + next + """
                 where id = :id and case when period_until <= :today then 0 else used end + cast(:amount as integer) <= quantity
                and exists (select 1 from agreement a where a.id = entitlement.agreement_id and a.valid_from <= :today and (a.valid_until is null or a.valid_until >= :today))""")
                .setParameter("amount", amount).setParameter("today", today).setParameter("id", entitlementId);
        if (stretch.until() != null) {
            update.setParameter("from", stretch.from()).setParameter("until", stretch.until());
        }
        return update.executeUpdate() == 1;
    }

    /** Puts so many back that were taken on that day; those of a period that is over are gone. */
    public void giveBack(long entitlementId, int amount, LocalDate takenOn) {
        entities.createNativeQuery("update entitlement set used = used - :amount where id = :id and period_from <= :day and used >= :amount").setParameter("amount", amount).setParameter("id", entitlementId).setParameter("day", takenOn).executeUpdate();
    }

    public void refresh(Entitlement entitlement) {
        entities.refresh(entitlement);
    }

    /** Contracts of a customer that hold on a day and promise times, the one that began last first. */
    public List<Agreement> holding(long customerId, LocalDate day) {
        return entities.createQuery("select a from Agreement a join fetch a.level where a.customerId = :customer and a.from <= :day and (a.until is null or a.until >= :day) order by a.from desc, a.id desc", Agreement.class)
                .setParameter("customer", customerId).setParameter("day", day).setMaxResults(10).getResultList();
    }

    // ---- products

    public void add(OwnedProduct product) {
        entities.persist(product);
    }

    /** Locked: somebody changes it. */
    public OwnedProduct product(long id) {
        return known(entities.find(OwnedProduct.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public OwnedProduct seen(long productId) {
        return known(entities.find(OwnedProduct.class, productId));
    }

    private static OwnedProduct known(OwnedProduct product) {
        if (product == null) {
            throw new NotFoundException("agreement.unknown-product");
        }
        return product;
    }

    /** What he has, the newest first. */
    public List<OwnedProduct> productsOf(long customerId, int most) {
        return entities.createQuery("select p from OwnedProduct p left join fetch p.agreement where p.customerId = :customer and p.goneOn is null order by p.createdAt desc, p.id desc", OwnedProduct.class).setParameter("customer", customerId).setMaxResults(most).getResultList();
    }

    /** Products one after the other, for a file. @param afterId 0 for the first page */
    public List<OwnedProduct> products(long afterId, int size) {
        return entities.createQuery("select p from OwnedProduct p left join fetch p.agreement where p.id > :after and p.goneOn is null order by p.id", OwnedProduct.class).setParameter("after", afterId).setMaxResults(size).getResultList();
    }

    /** Whether that number is there already. */
    public boolean known(String sku, String serial) {
        return serial != null && !entities.createQuery("select 1 from OwnedProduct p where p.sku = :sku and p.serial = :serial", Integer.class).setParameter("sku", sku).setParameter("serial", serial).getResultList().isEmpty();
    }

    /** Which of these numbers are there already, each written as sku, space, number. */
    public Set<String> known(Collection<String> serials) {
        return serials.isEmpty() ? Set.of() : Set.copyOf(entities.createQuery("select p.sku || ' ' || p.serial from OwnedProduct p where p.serial in :serials", String.class).setParameter("serials", serials).getResultList());
    }

    // ---- what is sold

    public void add(AgreementLevel level) {
        entities.persist(level);
    }

    public void add(AgreementTemplate template) {
        entities.persist(template);
    }

    public List<AgreementLevel> levels() {
        return entities.createQuery("select l from AgreementLevel l order by l.code", AgreementLevel.class).getResultList();
    }

    public Optional<AgreementLevel> findLevel(String code) {
        return entities.createQuery("select l from AgreementLevel l where l.code = :code", AgreementLevel.class).setParameter("code", code).getResultStream().findFirst();
    }

    public List<AgreementTemplate> templates() {
        return entities.createQuery("select distinct t from AgreementTemplate t left join fetch t.level left join fetch t.entitlements order by t.code", AgreementTemplate.class).getResultList();
    }

    public Optional<AgreementTemplate> findTemplate(String code) {
        return entities.createQuery("select t from AgreementTemplate t where t.code = :code", AgreementTemplate.class).setParameter("code", code).getResultStream().findFirst();
    }

    public void flush() {
        entities.flush();
    }
}
