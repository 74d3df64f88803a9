// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement.desk;

import il.moked.admin.desk.Doing;
import il.moked.agreement.Agreement;
import il.moked.agreement.Entitlement;
import il.moked.agreement.EntitlementPeriod;
import il.moked.agreement.ejb.AgreementImporting;
import il.moked.agreement.ejb.AgreementSetUp;
import il.moked.agreement.ejb.AgreementSetUp.Grant;
import il.moked.agreement.ejb.AgreementSetUp.Level;
import il.moked.agreement.ejb.AgreementSetUp.Template;
import il.moked.shared.CsvTable;
import il.moked.shared.desk.Screen;
import il.moked.shared.ui.ActiveLocale;
import il.moked.shared.ui.Problems;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** admin/agreements.xhtml: levels of service, the contracts that are sold, and files of contracts and products. */
@Named
@RequestScoped
public class AgreementSetUpView {
    private static final String PAGE = "agreements.xhtml";
    private static final int NEW = -1;

    @Inject
    AgreementSetUp setUp;
    @Inject
    AgreementImporting importing;
    @Inject
    Doing doing;
    @Inject
    Screen screen;
    @Inject
    ActiveLocale locale;

    private Level level;
    private Template template;
    private boolean finished;
    private CsvTable.Outcome outcome;

    public List<Level> levels() {
        return setUp.levels();
    }

    public List<Template> templates() {
        return setUp.templates();
    }

    public List<Agreement.Kind> kinds() {
        return List.of(Agreement.Kind.values());
    }

    public List<Entitlement.Kind> granted() {
        return List.of(Entitlement.Kind.values());
    }

    public List<EntitlementPeriod> periods() {
        return List.of(EntitlementPeriod.values());
    }

    /** What is edited: {@code level} or {@code template}, or null. */
    public String getEditing() {
        String what = screen.text("edit");
        return finished || what == null || !what.matches("level|template") ? null : what;
    }

    public boolean isNew() {
        return screen.text("code") == null || screen.text("code").isEmpty() || "true".equals(screen.text("new"));
    }

    public Level level() {
        if (level == null) {
            level = isNew() ? new Level("", "", "", null, null, null, null, null, true, NEW) : setUp.level(screen.text("code"));
        }
        return level;
    }

    public Template template() {
        if (template == null) {
            template = isNew() ? new Template("", "", "", Agreement.Kind.SERVICE, null, null, null, true, List.of(), NEW) : setUp.template(screen.text("code"));
        }
        return template;
    }

    /** One empty row, for what is added. */
    public List<Grant> blanks() {
        return List.of(new Grant(Entitlement.Kind.VISIT, EntitlementPeriod.YEAR, 1));
    }

    public void saveLevel() {
        saved(doing.told("saved", () -> level = setUp.saveLevel(screen.text("code"), (int) screen.number("seen"), screen.text("content"))));
    }

    public void saveTemplate() {
        saved(doing.told("saved", () -> template = setUp.saveTemplate(screen.text("code"), (int) screen.number("seen"), screen.text("content"))));
    }

    private void saved(Object done) {
        if (done != null) {
            finished = true;
            screen.answer("go", PAGE);
        }
    }

    /** What came of a file, null before. */
    public CsvTable.Outcome outcome() {
        return outcome;
    }

    /** Whether it was only tried. */
    public boolean isDry() {
        return screen.says("dry");
    }

    public int largest() {
        return AgreementImporting.LARGEST;
    }

    public void bringIn() {
        CsvTable.Outcome came = doing.quietly(() -> "products".equals(screen.text("what")) ? importing.products(screen.text("csv"), isDry()) : importing.contracts(screen.text("csv"), isDry()));
        if (came != null) {
            outcome = came;
            screen.redraw("import-outcome");
            screen.answer("done", true);
        }
    }

    public String why(CsvTable.Wrong wrong) {
        return Problems.text(wrong.why(), locale.getLocale());
    }
}
