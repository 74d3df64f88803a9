// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.access.Role;
import il.moked.customer.ExternalCustomers;
import il.moked.order.Purchase;
import il.moked.order.PurchaseDocument;
import il.moked.order.PurchaseImport;
import il.moked.order.PurchaseImport.Fault;
import il.moked.order.PurchaseSheet;
import il.moked.order.Purchases;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a file of purchases: all of it or, when a line is wrong, nothing. That is one transaction, longer than others may be. */
@Stateless
@RolesAllowed(Role.SYSTEM)
@TransactionManagement(TransactionManagementType.BEAN)
public class PurchaseReading {
    /** Of the largest file on a busy machine; less than {@link PurchaseImport} is kept for whoever reads it. */
    private static final int MOST_SECONDS = 600;

    @Resource
    UserTransaction transaction;
    @Inject
    Purchases purchases;
    @Inject
    ExternalCustomers external;
    @Inject
    PurchaseProgress progress;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    public List<Long> waiting() {
        return purchases.filesToRead(clock.instant());
    }

    /** One that was begun by {@link PurchaseProgress#begin}. @throws EJBException when it could not be kept; then nothing of it is */
    public void read(long id) {
        try {
            transaction.setTransactionTimeout(MOST_SECONDS);
            transaction.begin();
            boolean whole = false;
            try {
                bringIn(id);
                whole = true;
            } finally {
                if (!whole) {
                    transaction.rollback();
                }
            }
            transaction.commit();
        } catch (NotSupportedException | SystemException | RollbackException | HeuristicMixedException | HeuristicRollbackException notKept) {
            throw new EJBException(notKept);
        }
    }

    private void bringIn(long id) {
        PurchaseImport file = purchases.file(id);
        PurchaseSheet.Read read = PurchaseSheet.read(new ByteArrayInputStream(file.content()), file.zone(), lines -> progress.reached(id, lines));
        if (!read.outcome().good()) {
            PurchaseImport refused = purchases.fileLocked(id);
            refused.refused(read.outcome().lines(), read.outcome().wrongInAll(), clock.instant());
            purchases.keepFaults(id, read.outcome().wrong().stream().map(Fault::of).toList());
            events.tell(new PurchasesActed(id, "order.purchases-refused", Integer.toString(read.outcome().wrongInAll())));
            return;
        }
        List<PurchaseDocument> documents = new ArrayList<>(read.documents());
        Set<String> known = purchases.known(file.source(), documents.stream().map(PurchaseDocument::number).toList());
        documents.removeIf(document -> known.contains(document.number()));
        Map<String, Long> customers = external.of(file.source(), documents.stream().map(PurchaseDocument::customer).filter(Objects::nonNull).collect(Collectors.toSet()));
        List<Purchase> bought = documents.stream().map(document -> new Purchase(file.source(), document, document.customer() == null ? null : customers.get(document.customer()), file.currency(), id)).toList();
        int returns = (int) bought.stream().filter(purchase -> purchase.kind() == Purchase.Kind.RETURN).count();
        int nobody = (int) bought.stream().filter(purchase -> purchase.customerId().isEmpty()).count();
        BigDecimal total = documents.stream().map(PurchaseDocument::exactAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!file.trial()) {
            purchases.addAll(bought, documents);
            new HashSet<>(customers.values()).forEach(customer -> events.tell(new Purchased(customer)));
        }
        purchases.fileLocked(id).done(read.outcome().lines(), bought.size(), known.size(), returns, nobody, total, clock.instant());
        events.tell(new PurchasesActed(id, file.trial() ? "order.purchases-trial-read" : "order.purchases-read", bought.size() + "/" + known.size()));
    }
}
