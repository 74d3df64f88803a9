// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import il.moked.shared.Money;
import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The ledger of what was bought, and the files that bring it in. */
@ApplicationScoped
public class Purchases {
    private static final int ASKED_AT_ONCE = 500;
    private static final int FLUSHED_AT_ONCE = 200;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** One document of a customer's list. */
    public record Entry(long id, String source, String number, Purchase.Kind kind, Instant boughtAt, Money amount) {
        public boolean own() {
            return Purchase.OWN.equals(source);
        }

        public Cursor cursor() {
            return new Cursor(boughtAt, id);
        }
    }

    /** Where a page of a list ended. */
    public record Cursor(Instant at, long id) {
    }

    public void add(Purchase purchase) {
        entities.persist(purchase);
    }

    /** What was bought in that system under that name is this customer's. @return how many documents became his */
    public int belongTo(long customerId, String source, String name) {
        return entities.createQuery("update Purchase p set p.customerId = :customer where p.source = :source and p.externalCustomer = :name and (p.customerId is null or p.customerId <> :customer)")
                .setParameter("customer", customerId).setParameter("source", source).setParameter("name", name).executeUpdate();
    }

    /** All of them, and what they hold. @param documents one for each purchase, in the same order */
    public void addAll(List<Purchase> purchases, List<PurchaseDocument> documents) {
        for (int at = 0; at < purchases.size(); at++) {
            Purchase purchase = purchases.get(at);
            entities.persist(purchase);
            int place = 1;
            for (PurchaseDocument.Line line : documents.get(at).lines()) {
                entities.persist(new PurchaseLine(purchase, place++, line));
            }
            if (at % FLUSHED_AT_ONCE == FLUSHED_AT_ONCE - 1) {
                entities.flush();
                entities.clear();
            }
        }
        entities.flush();
        entities.clear();
    }

    /** Which of these numbers that source told before. */
    public Set<String> known(String source, Collection<String> numbers) {
        Set<String> known = new HashSet<>();
        List<String> all = new ArrayList<>(numbers);
        for (int from = 0; from < all.size(); from += ASKED_AT_ONCE) {
            known.addAll(entities.createQuery("select p.number from Purchase p where p.source = :source and p.number in :numbers", String.class)
                    .setParameter("source", source).setParameter("numbers", all.subList(from, Math.min(all.size(), from + ASKED_AT_ONCE))).getResultList());
        }
        return known;
    }

    /** What he bought, newest first. @param after null for the first page */
    public Page<Entry> ofCustomer(long customerId, Cursor after, int size) {
        String further = after == null ? "" : " and (p.boughtAt < :at or p.boughtAt = :at and p.id < :id)";
        var query = entities.createQuery("select p from Purchase p where p.customerId = :customer" + further + " order by p.boughtAt desc, p.id desc", Purchase.class).setParameter("customer", customerId).setMaxResults(size + 1);
        if (after != null) {
            query.setParameter("at", after.at()).setParameter("id", after.id());
        }
        return Page.of(query.getResultList().stream().map(purchase -> new Entry(purchase.id(), purchase.source(), purchase.number(), purchase.kind(), purchase.boughtAt(), purchase.amount())).toList(), size);
    }

    public void add(PurchaseImport file) {
        entities.persist(file);
    }

    public PurchaseImport file(long id) {
        return Optional.ofNullable(entities.find(PurchaseImport.class, id)).orElseThrow(() -> new NotFoundException("order.unknown-import"));
    }

    public PurchaseImport fileLocked(long id) {
        PurchaseImport file = file(id);
        entities.refresh(file, LockModeType.PESSIMISTIC_WRITE);
        return file;
    }

    /** Files nobody has begun, or whose reader died. */
    public List<Long> filesToRead(Instant now) {
        return entities.createQuery("select f.id from PurchaseImport f where f.state = :waiting or f.state = :running and f.leaseUntil < :now order by f.id", Long.class)
                .setParameter("waiting", PurchaseImport.State.WAITING).setParameter("running", PurchaseImport.State.RUNNING).setParameter("now", now).setMaxResults(5).getResultList();
    }

    /** The last files, newest first, without what is in them. */
    public List<PurchaseImport> files(int most) {
        return entities.createQuery("select f from PurchaseImport f order by f.id desc", PurchaseImport.class).setMaxResults(most).getResultList();
    }

    public void keepFaults(long importId, List<PurchaseImport.Fault> faults) {
        for (int at = 0; at < faults.size(); at++) {
            PurchaseImport.Fault fault = faults.get(at);
            entities.createNativeQuery("insert into purchase_import_error (import_id, number, line, code, arguments) values (?1, ?2, ?3, ?4, ?5)")
                    .setParameter(1, importId).setParameter(2, at + 1).setParameter(3, fault.line()).setParameter(4, fault.code()).setParameter(5, fault.written()).executeUpdate();
        }
    }

    public List<PurchaseImport.Fault> faults(long importId) {
        List<?> rows = entities.createNativeQuery("select line, code, arguments from purchase_import_error where import_id = ?1 order by number").setParameter(1, importId).getResultList();
        return rows.stream().map(row -> PurchaseImport.Fault.stored((Object[]) row)).toList();
    }
}
