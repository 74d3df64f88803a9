// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.Administered;
import il.moked.catalog.CatalogEdition;
import il.moked.shared.CsvTable;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;

/**
 * A product manager brings in files of products, prices and stock: all of a file or, when one line is wrong, nothing. Tried
 * first, it is told what would become of each line, and nothing is changed.
 */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class CatalogImporting {
    @Inject
    ProductSheet productSheet;
    @Inject
    PriceSheet priceSheet;
    @Inject
    StockSheet stockSheet;
    @Inject
    CatalogEdition edition;
    @Inject
    DomainEvents events;

    /** What a file is of. */
    public enum Kind { PRODUCTS, PRICES, STOCK }

    /**
     * What came of it, or would.
     *
     * @param lines that were read, the heading not counted
     * @param created not there before @param changed otherwise than before @param same as they were
     * @param wrong the first {@link CsvTable#MOST_SHOWN}, by line; when there is one, nothing was brought in
     */
    public record Imported(boolean tried, int lines, int created, int changed, int same, List<CsvTable.Wrong> wrong, int wrongInAll) {
        static Imported wrong(boolean tried, CsvTable.Outcome outcome) {
            return new Imported(tried, outcome.lines(), 0, 0, 0, outcome.wrong(), outcome.wrongInAll());
        }

        public boolean good() {
            return wrongInAll == 0;
        }
    }

    /** Reads the whole file and says what would become of it. */
    public Imported tryOut(Kind kind, InputStream file) {
        return read(kind, file, true);
    }

    /** Brings it in, all of it or nothing. */
    public Imported bringIn(Kind kind, InputStream file) {
        Imported imported = read(kind, file, false);
        if (imported.good() && imported.created() + imported.changed() > 0) {
            if (kind != Kind.STOCK) {
                edition.next();
            }
            events.tell(new Administered("catalog.imported", "catalog", 1L, kind + ": " + imported.created() + " + " + imported.changed() + " / " + imported.lines()));
        }
        return imported;
    }

    private Imported read(Kind kind, InputStream file, boolean tried) {
        return switch (kind) {
            case PRODUCTS -> productSheet.read(file, tried);
            case PRICES -> priceSheet.read(file, tried);
            case STOCK -> stockSheet.read(file, tried);
        };
    }
}
