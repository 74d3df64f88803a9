// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.complaint.ejb.CauseKeeping;
import il.moked.complaint.ejb.CauseKeeping.Cause;
import il.moked.shared.NotFoundException;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** admin/complaint-causes.xhtml: why complaints may have come. */
@Named
@RequestScoped
public class ComplaintCausesView {
    @Inject
    CauseKeeping keeping;
    @Inject
    Screen screen;
    @Inject
    Doing doing;

    private List<Cause> causes;
    private boolean finished;

    public List<Cause> causes() {
        return causes = causes == null ? keeping.list() : causes;
    }

    /** One cause of each component, for its code and name. */
    public Collection<Cause> components() {
        return causes().stream().collect(Collectors.toMap(Cause::component, Function.identity(), (one, other) -> one, LinkedHashMap::new)).values();
    }

    public boolean isEditing() {
        return !finished && screen.text("cause-id") != null && !screen.text("cause-id").isEmpty();
    }

    public boolean isNew() {
        return "new".equals(screen.text("cause-id"));
    }

    public Cause chosen() {
        return isNew() ? new Cause(0, 0, "", "", "", new CauseKeeping.Named("", "", "", "", true)) : causes().stream().filter(cause -> cause.id() == screen.number("cause-id")).findFirst().orElseThrow(() -> new NotFoundException("complaint.cause"));
    }

    public void save() {
        Boolean saved = doing.told("saved", () -> {
            if (isNew()) {
                boolean known = screen.text("known") != null && !screen.text("known").isEmpty();
                keeping.create(screen.text("sku"), known ? screen.text("known") : screen.text("component"), screen.text("code"), named(!known, true));
            } else {
                keeping.change(screen.number("cause-id"), (int) screen.number("version"), named(true, screen.says("active")));
            }
            causes = null;
            return true;
        });
        if (saved != null) {
            finished = true;
            screen.answer("go", "complaint-causes.xhtml");
        }
    }

    private CauseKeeping.Named named(boolean withComponent, boolean active) {
        return new CauseKeeping.Named(withComponent ? screen.text("hebrewComponent") : null, withComponent ? screen.text("englishComponent") : null, screen.text("hebrewName"), screen.text("englishName"), active);
    }

    /** Back to what the chosen cause was in an older version. */
    public void restore() {
        doing.told("restored", () -> {
            keeping.restore(screen.number("cause-id"), chosen().version(), (int) screen.number("id"));
            causes = null;
            return true;
        });
    }
}
