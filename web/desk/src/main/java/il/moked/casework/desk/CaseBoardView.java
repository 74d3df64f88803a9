// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.desk;

import il.moked.casework.CaseLine;
import il.moked.casework.CaseQuery;
import il.moked.casework.CaseQuery.Phase;
import il.moked.casework.ServiceCase.State;
import il.moked.casework.ejb.CaseHandling;
import il.moked.casework.ejb.CaseReading;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** agent/case-board.xhtml: cases by how far they are, to be moved from one column to another. Which ones is in its address, as in their list. */
@Named
@RequestScoped
public class CaseBoardView {
    private static final int COLUMN = 25;

    @Inject
    CaseReading reading;
    @Inject
    CaseHandling handling;
    @Inject
    CasesView list;
    @Inject
    CaseWords words;
    @Inject
    Screen screen;

    private List<Column> columns;

    /** @param more whether there are others than these, which the list shows */
    public record Column(Phase phase, List<CaseLine> lines, boolean more) {
        /** What a case becomes that is moved here; null where it cannot be moved. */
        public State becomes() {
            return phase == Phase.NEW ? null : State.valueOf(phase.name());
        }
    }

    /** Due first in each; of the solved ones the newest. */
    public List<Column> columns() {
        if (columns == null) {
            columns = Phase.COLUMNS.stream().map(this::column).toList();
        }
        return columns;
    }

    private Column column(Phase phase) {
        Page<CaseLine> page = reading.list(new CaseQuery(list.whose(), phase, list.kind(), list.severity(), list.isLate()), null, COLUMN);
        return new Column(phase, page.rows(), page.more());
    }

    /** Where it may go from where it is. */
    public List<State> next(CaseLine line) {
        return line.mergedInto() != null ? List.of() : line.state().next().stream().filter(state -> state != State.CLOSED).toList();
    }

    public void move() {
        State wanted = CaseActs.one(State.class, screen.text("state"));
        CaseLine line = reading.line(screen.number("id"));
        // solved or closed, it does not go on but begins again
        State next = wanted == State.OPEN && !line.state().live() ? State.REOPENED : wanted;
        handling.become(line.id(), (int) screen.number("version"), next);
        screen.tell(words.text("became", words.text("state." + next)));
        screen.answer("done", true);
        screen.redraw("case-board");
    }
}
