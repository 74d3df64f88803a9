// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.customer.CustomerFactsCsv;
import il.moked.customer.ejb.FactImporting;
import il.moked.shared.CsvTable;
import il.moked.shared.desk.Screen;
import il.moked.shared.ui.ActiveLocale;
import il.moked.shared.ui.Problems;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** admin/facts.xhtml: a sheet of what is known of customers. What was entered stays when a line is wrong. */
@Named
@RequestScoped
public class FactsView {
    /** More than these nobody mends before he tries again. */
    private static final int SHOWN = 100;

    @Inject
    FactImporting importing;
    @Inject
    Screen screen;
    @Inject
    ActiveLocale locale;

    private FactImporting.Imported imported;

    /** What came of it, null before. */
    public FactImporting.Imported imported() {
        return imported;
    }

    public List<CsvTable.Wrong> wrong() {
        return imported.wrong().stream().limit(SHOWN).toList();
    }

    public int longest() {
        return CustomerFactsCsv.LONGEST;
    }

    public void bringIn() {
        imported = importing.bringIn(screen.text("csv"));
        screen.redraw("facts-outcome");
        screen.answer("done", true);
    }

    public String why(CsvTable.Wrong wrong) {
        return Problems.text(wrong.why(), locale.getLocale());
    }
}
