// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.dispatch.GeoPoint;
import il.moked.dispatch.Locality;
import il.moked.dispatch.ejb.TechnicianKeeping;
import il.moked.dispatch.ejb.TownKeeping.TownLine;
import il.moked.dispatch.ejb.TownKeeping;
import il.moked.dispatch.ejb.TownSheet;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** admin/towns.xhtml: where towns lie and whose territory they are in; one by one, or many from a file ({@link TownUpload}). */
@Named
@RequestScoped
public class TownsView {
    private static final int PAGE = 50;

    @Inject
    TechnicianKeeping technicianKeeping;
    @Inject
    TownKeeping townKeeping;
    @Inject
    Screen screen;
    @Inject
    Entered entered;
    @Inject
    Doing doing;

    private Page<TownLine> page;
    private TownLine chosen;
    private boolean finished;

    // ---- the list

    public List<TownLine> rows() {
        return page().rows();
    }

    public boolean isMore() {
        return page().more();
    }

    public String next() {
        return rows().isEmpty() ? null : rows().get(rows().size() - 1).code();
    }

    private Page<TownLine> page() {
        return page = page == null ? townKeeping.towns(typed(), screen.text("after"), PAGE) : page;
    }

    public String typed() {
        return screen.text("q") == null ? "" : screen.text("q");
    }

    /** Those there are, to choose from. */
    public List<String> territories() {
        return technicianKeeping.territories();
    }

    // ---- a file

    public boolean isImporting() {
        return screen.says("import");
    }

    public String columns() {
        return String.join(", ", TownSheet.COLUMNS);
    }

    // ---- one town

    public boolean isEditing() {
        return !finished && (isNew() || entered.text("code") != null);
    }

    public boolean isNew() {
        return screen.says("new");
    }

    /** Null for a new one. */
    public TownLine chosen() {
        return chosen = chosen == null && !isNew() ? townKeeping.town(entered.text("code")) : chosen;
    }

    public void save() {
        Object saved = doing.told("saved", () -> {
            Locality.Facts facts = new Locality.Facts(entered.text("hebrewName"), entered.text("englishName"), entered.text("territory"), GeoPoint.read(entered.text("latitude"), entered.text("longitude")));
            if (isNew()) {
                townKeeping.addTown(entered.text("code"), facts);
            } else {
                townKeeping.changeTown(entered.text("code"), (int) screen.number("version"), facts);
            }
            return true;
        });
        if (saved != null) {
            finished = true;
            screen.answer("go", "towns.xhtml");
        }
    }
}
