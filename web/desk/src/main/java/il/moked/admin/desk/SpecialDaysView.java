// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.branch.ejb.BranchManaging;
import il.moked.branch.ejb.SpecialDayKeeping;
import il.moked.branch.ejb.SpecialDayKeeping.SpecialDayLine;
import il.moked.shared.NotFoundException;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** WEB-INF/parts/branch/special-days.xhtml: days of a branch that are not as usual, for administrators and for its manager. */
@Named
@RequestScoped
public class SpecialDaysView {
    @Inject
    SpecialDayKeeping keeping;
    @Inject
    BranchManaging managing;
    @Inject
    Screen screen;
    @Inject
    Entered entered;
    @Inject
    Doing doing;

    private List<SpecialDayLine> days;

    public long branchId() {
        return screen.number("branch-id");
    }

    public String branchName() {
        return managing.mine().stream().filter(one -> one.id() == branchId()).findFirst().orElseThrow(() -> new NotFoundException("branch.unknown")).name(screen.language());
    }

    public List<SpecialDayLine> days() {
        return days = days == null ? keeping.days(branchId()) : days;
    }

    public void set() {
        doing.told("saved", () -> {
            keeping.set(branchId(), entered.needDay("day"), entered.text("hours"), entered.text("hebrewName"), entered.text("englishName"));
            return true;
        });
        days = null;
    }

    public void remove() {
        doing.told("saved", () -> {
            keeping.remove(screen.number("special"), (int) screen.number("version"));
            return true;
        });
        days = null;
    }
}
