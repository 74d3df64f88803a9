// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.company.CompanyFault;
import il.moked.company.ejb.FaultKeeping;
import il.moked.company.ejb.FaultKeeping.FaultLine;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** admin/company-faults.xhtml: what companies choose from when something is wrong, and reports count by. */
@Named
@RequestScoped
public class CompanyFaultsView {
    /** Before the last one, which is for whoever finds nothing. */
    private static final int USUAL_PLACE = 50;

    @Inject
    FaultKeeping keeping;
    @Inject
    Screen screen;
    @Inject
    Entered entered;
    @Inject
    Doing doing;

    private List<FaultLine> faults;
    private FaultLine chosen;
    private boolean finished;

    public List<FaultLine> faults() {
        return faults = faults == null ? keeping.faults() : faults;
    }

    public boolean isEditing() {
        return !finished && (isNew() || entered.text("code") != null);
    }

    public boolean isNew() {
        return screen.says("new");
    }

    /** Null for a new one. */
    public FaultLine chosen() {
        return chosen = chosen == null && !isNew() ? keeping.fault(entered.text("code")) : chosen;
    }

    public int place() {
        return isNew() ? USUAL_PLACE : chosen().place();
    }

    public void save() {
        Object saved = doing.told("saved", () -> {
            CompanyFault.Terms terms = new CompanyFault.Terms(entered.text("hebrewName"), entered.text("englishName"), entered.needWhole("place", 1, CompanyFault.LAST_PLACE));
            if (isNew()) {
                keeping.add(entered.text("code"), terms);
            } else {
                keeping.change(entered.text("code"), (int) screen.number("version"), terms, screen.says("active"));
            }
            return true;
        });
        if (saved != null) {
            finished = true;
            screen.answer("go", "company-faults.xhtml");
        }
    }
}
