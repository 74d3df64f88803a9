// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.desk;

import il.moked.casework.CaseFilter;
import il.moked.casework.CaseLine;
import il.moked.casework.CaseQuery;
import il.moked.casework.CaseQuery.Phase;
import il.moked.casework.CaseQuery.Whose;
import il.moked.casework.ServiceCase;
import il.moked.casework.ejb.CaseReading;
import il.moked.shared.BusinessException;
import il.moked.shared.OneOf;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** agent/cases.xhtml: the work list of cases. What it shows is in its address. */
@Named
@RequestScoped
public class CasesView {
    private static final int PAGE = 50;

    @Inject
    CaseReading reading;
    @Inject
    CaseWords words;
    @Inject
    Screen screen;

    private Page<CaseLine> page;
    private List<CaseFilter> saved;

    public boolean isSupervisor() {
        return FacesContext.getCurrentInstance().getExternalContext().isUserInRole("SUPERVISOR");
    }

    /** Mine, my team's, those I watch; everybody's for supervisors, with which they begin. */
    public Whose whose() {
        Whose wanted = one(Whose.class, "whose", isSupervisor() ? Whose.ALL : Whose.MINE);
        return wanted == Whose.ALL && !isSupervisor() ? Whose.MINE : wanted;
    }

    public Phase phase() {
        return one(Phase.class, "phase", Phase.LIVE);
    }

    /** Null for all. */
    public ServiceCase.Kind kind() {
        return one(ServiceCase.Kind.class, "kind", null);
    }

    /** Null for all. */
    public ServiceCase.Severity severity() {
        return one(ServiceCase.Severity.class, "severity", null);
    }

    public boolean isLate() {
        return screen.says("late");
    }

    private <E extends Enum<E>> E one(Class<E> type, String name, E otherwise) {
        String sent = screen.text(name);
        return OneOf.named(type, sent).orElse(otherwise);
    }

    public List<Whose> whoses() {
        return Arrays.stream(Whose.values()).filter(one -> one != Whose.ALL || isSupervisor()).toList();
    }

    public List<Phase> phases() {
        return Phase.WIDE;
    }

    /** The address of this list, with another choice of one thing. */
    public String with(String what, Object value) {
        return address(what.equals("whose") ? value : whose(), what.equals("phase") ? value : phase(), what.equals("kind") ? value : kind(), what.equals("severity") ? value : severity(), what.equals("late") ? Boolean.parseBoolean(String.valueOf(value)) : isLate());
    }

    /** What the next page and a drawing anew are asked with. */
    public String address() {
        return address(whose(), phase(), kind(), severity(), isLate());
    }

    public String address(CaseFilter filter) {
        CaseQuery query = filter.query();
        return address(query.whose(), query.phase(), query.kind(), query.severity(), query.lateOnly());
    }

    private static String address(Object whose, Object phase, Object kind, Object severity, boolean late) {
        return "whose=" + whose + "&phase=" + phase + (kind == null ? "" : "&kind=" + kind) + (severity == null ? "" : "&severity=" + severity) + (late ? "&late=true" : "");
    }

    public List<CaseLine> lines() {
        return page().rows();
    }

    public boolean isMore() {
        return page().more();
    }

    public CaseLine.Cursor next() {
        return lines().isEmpty() ? null : cursor(lines().get(lines().size() - 1));
    }

    private CaseLine.Cursor cursor(CaseLine line) {
        return phase().live() ? line.byDue() : line.byOpening();
    }

    private Page<CaseLine> page() {
        if (page == null) {
            page = reading.list(query(), after(), PAGE);
        }
        return page;
    }

    private CaseQuery query() {
        return new CaseQuery(whose(), phase(), kind(), severity(), isLate());
    }

    private CaseLine.Cursor after() {
        try {
            return screen.text("after-id") == null ? null : new CaseLine.Cursor(Instant.parse(screen.text("after-at")), screen.number("after-id"));
        } catch (DateTimeException | NullPointerException notOne) {
            throw new BusinessException("shared.bad-request");
        }
    }

    public List<CaseFilter> saved() {
        if (saved == null) {
            saved = reading.filters();
        }
        return saved;
    }

    public void save() {
        reading.save(screen.text("name"), query());
        screen.tell(words.text("filter.saved"));
        savedAgain();
    }

    public void forget() {
        reading.forget(screen.number("filter"));
        savedAgain();
    }

    private void savedAgain() {
        saved = null;
        screen.answer("done", true);
        screen.redraw("case-filters");
    }
}
