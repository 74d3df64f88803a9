// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.catalog.ejb.CatalogImporting.Imported;
import il.moked.shared.BusinessException;
import il.moked.shared.CsvTable;
import il.moked.shared.ui.ActiveLocale;
import il.moked.shared.ui.Problems;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What came of the file that was sent ({@link CsvUpload}), on the page it was sent from. */
@Named
@RequestScoped
public class ImportOutcome {
    @Inject
    ActiveLocale locale;
    @Inject
    Words words;

    private Imported imported;
    private String refused;

    /** What came of it, null before. */
    public Imported imported() {
        return imported;
    }

    void show(Imported outcome) {
        imported = outcome;
    }

    /** Why the file was not read at all, null when it was. */
    public String refused() {
        return refused;
    }

    void refuse(BusinessException refusal) {
        refused = Problems.text(refusal, locale.getLocale());
    }

    /** The column in the words of the form, or nothing. */
    public String column(CsvTable.Wrong wrong) {
        return wrong.column() == null ? "" : wrong.column();
    }

    /** With the column named as forms name it. */
    public String why(CsvTable.Wrong wrong) {
        Object[] arguments = wrong.why().arguments().toArray();
        if (wrong.column() != null && arguments.length > 0 && wrong.column().equals(arguments[0])) {
            arguments[0] = words.field(wrong.column());
        }
        return Problems.text(new BusinessException(wrong.why().code(), arguments), locale.getLocale());
    }
}
