// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.order.Purchase;
import il.moked.order.PurchaseImport;
import il.moked.order.Purchases;
import il.moked.shared.BusinessException;
import il.moked.shared.CsvTable;
import il.moked.shared.Money;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** Files of what was bought in an earlier system: handed in here, read in the background, looked at here. */
@Stateless
@RolesAllowed({Role.ADMINISTRATOR, Role.INTEGRATION})
public class PurchaseImporting {
    private static final int SHOWN = 20;
    private static final String SOURCE = "[a-z0-9-]{1,40}";

    @Inject
    Purchases purchases;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** How far a file is, and what came of it. @param total exact, as a decimal number, or null */
    public record Progress(long id, String source, String fileName, boolean trial, PurchaseImport.State state, int linesRead, int linesKnown, int invoices, int repeated, int returns, int withoutCustomer, String total, String currency, int wrong,
            java.time.Instant askedAt, java.time.Instant endedAt, List<PurchaseImport.Fault> faults) {
        static Progress of(PurchaseImport file, List<PurchaseImport.Fault> faults) {
            return new Progress(file.id(), file.source(), file.fileName(), file.trial(), file.state(), file.linesRead(), file.linesKnown(), file.invoices(), file.repeated(), file.returns(), file.withoutCustomer(),
                    file.total().map(sum -> sum.stripTrailingZeros().toPlainString()).orElse(null), file.currency(), file.wrong(), file.askedAt(), file.endedAt().orElse(null), faults);
        }

        /** Of a hundred. */
        public int percent() {
            return Math.min(100, 100 * linesRead / Math.max(1, linesKnown));
        }

        public boolean running() {
            return state == PurchaseImport.State.WAITING || state == PurchaseImport.State.RUNNING;
        }
    }

    /**
     * Hands a file in; it is read soon, whoever leaves.
     *
     * @param source name of the system it comes from; what was brought in from it before is left as it is
     * @param zone in which the file tells time
     * @param trial reads it and tells what would come of it
     * @throws BusinessException {@code order.source}, {@code order.zone}, {@code shared.currency-unknown}, {@code shared.csv-too-large}, {@code shared.required}
     */
    public long handIn(String source, String fileName, String currency, String zone, boolean trial, byte[] content) {
        if (source == null || !source.matches(SOURCE) || Purchase.OWN.equals(source)) {
            throw new BusinessException("order.source");
        }
        if (content == null || content.length == 0) {
            throw new BusinessException("shared.required");
        }
        if (content.length > CsvTable.LARGEST) {
            throw new BusinessException("shared.csv-too-large", CsvTable.LARGEST / 1024 / 1024);
        }
        String name = fileName == null || fileName.isBlank() ? source : fileName.substring(0, Math.min(fileName.length(), 200));
        PurchaseImport file = new PurchaseImport(source, name, Money.zero(currency).currency(), zone(zone), trial, content, currentUser.name(), clock.instant());
        purchases.add(file);
        events.tell(new PurchasesActed(file.id(), trial ? "order.purchases-tried" : "order.purchases-handed-in", source));
        return file.id();
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name == null || name.isBlank() ? "Asia/Jerusalem" : name);
        } catch (DateTimeException unknown) {
            throw new BusinessException("order.zone", name);
        }
    }

    public Progress of(long id) {
        PurchaseImport file = purchases.file(id);
        return Progress.of(file, purchases.faults(id));
    }

    /** The last ones, newest first, without what is wrong in them. */
    public List<Progress> latest() {
        return purchases.files(SHOWN).stream().map(file -> Progress.of(file, List.of())).toList();
    }
}
