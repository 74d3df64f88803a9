// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.selfservice.FormTemplate;
import il.moked.selfservice.desk.LinkWords;
import il.moked.selfservice.ejb.FormKeeping;
import il.moked.selfservice.ejb.FormKeeping.Sheet;
import il.moked.selfservice.ejb.LinkReading;
import il.moked.selfservice.ejb.LinkReading.Chain;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;

/** admin/forms.xhtml: forms that customers sign, and whether all that was signed is as it was. */
@Named
@RequestScoped
public class FormsView {
    private static final int TOLD = 10;

    @Inject
    FormKeeping keeping;
    @Inject
    LinkReading reading;
    @Inject
    LinkWords linkWords;
    @Inject
    Screen screen;
    @Inject
    Doing doing;

    private List<Sheet> lines;
    private Sheet chosen;
    private boolean finished;

    public List<Sheet> lines() {
        return lines = lines == null ? keeping.list() : lines;
    }

    public boolean isEditing() {
        return !finished && screen.text("form") != null && !screen.text("form").isEmpty();
    }

    public boolean isNew() {
        return "new".equals(screen.text("form"));
    }

    public Sheet chosen() {
        if (chosen == null) {
            chosen = isNew() ? new Sheet(0, "", 0, "", "", "", "", true, "", null) : keeping.get(screen.text("form"));
        }
        return chosen;
    }

    public void save() {
        Object saved = doing.told("saved", () -> {
            FormTemplate.Written written = new FormTemplate.Written(screen.text("hebrewName"), screen.text("englishName"), screen.text("hebrewText"), screen.text("englishText"), screen.says("active"));
            if (isNew()) {
                keeping.create(screen.text("code"), written);
            } else {
                keeping.change(screen.text("form"), (int) screen.number("edition"), written);
            }
            chosen = null;
            lines = null;
            return true;
        });
        if (saved != null) {
            finished = true;
            screen.answer("go", "forms.xhtml");
        }
    }

    /** All that was ever signed. */
    public void check() {
        Chain chain = reading.checkAll();
        screen.tell(chain.wrong().isEmpty() ? linkWords.text("admin.forms.check.clean", Long.toString(chain.forms()))
                : linkWords.text("admin.forms.check.found", chain.wrong().stream().limit(TOLD).map(one -> one.number() + " (" + one.different().stream().map(how -> linkWords.text("difference." + how)).collect(Collectors.joining(", ")) + ")").collect(Collectors.joining(" · "))));
        screen.answer("done", true);
    }
}
