// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.dispatch.VisitKind;
import il.moked.dispatch.ejb.VisitKindKeeping.KindLine;
import il.moked.dispatch.ejb.VisitKindKeeping;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** admin/visit-kinds.xhtml: what is done on visits, how long it takes, and what it needs. */
@Named
@RequestScoped
public class VisitKindsView {
    private static final int USUAL_MINUTES = 45;

    @Inject
    VisitKindKeeping kindKeeping;
    @Inject
    Screen screen;
    @Inject
    Entered entered;
    @Inject
    Doing doing;

    private List<KindLine> kinds;
    private KindLine chosen;
    private boolean finished;

    public List<KindLine> kinds() {
        return kinds = kinds == null ? kindKeeping.kinds() : kinds;
    }

    public boolean isEditing() {
        return !finished && (isNew() || entered.text("code") != null);
    }

    public boolean isNew() {
        return screen.says("new");
    }

    /** Null for a new one. */
    public KindLine chosen() {
        return chosen = chosen == null && !isNew() ? kindKeeping.kind(entered.text("code")) : chosen;
    }

    public int minutes() {
        return isNew() ? USUAL_MINUTES : chosen().terms().minutes();
    }

    public String tools() {
        return isNew() ? "" : String.join(", ", chosen().terms().tools());
    }

    public void save() {
        Object saved = doing.told("saved", () -> {
            VisitKind.Terms terms = new VisitKind.Terms(entered.text("hebrewName"), entered.text("englishName"), entered.needWhole("minutes", VisitKind.SHORTEST, VisitKind.LONGEST), entered.text("skill"), entered.text("certificate"), entered.codes("tools"));
            if (isNew()) {
                kindKeeping.addKind(entered.text("code"), terms);
            } else {
                kindKeeping.changeKind(entered.text("code"), (int) screen.number("version"), terms, screen.says("active"));
            }
            return true;
        });
        if (saved != null) {
            finished = true;
            screen.answer("go", "visit-kinds.xhtml");
        }
    }
}
