// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.desk;

import il.moked.casework.ServiceCase.Cause;
import il.moked.casework.ServiceCase.Severity;
import il.moked.casework.ServiceCase.State;
import il.moked.casework.ejb.BulkHandling;
import il.moked.casework.ejb.BulkHandling.Chosen;
import il.moked.casework.ejb.BulkHandling.Outcome;
import il.moked.casework.ejb.CaseAct;
import il.moked.shared.BusinessException;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** The same for many cases of the list: what would become of each is shown before it is done. */
@Named
@RequestScoped
public class CaseBulkView {
    @Inject
    BulkHandling bulk;
    @Inject
    CaseActs acts;
    @Inject
    CaseWords words;
    @Inject
    Screen screen;

    private List<Outcome> outcomes;

    /** What every case may become by itself: closing is asked for apart. */
    public List<State> states() {
        return List.of(State.OPEN, State.WAITING_CUSTOMER, State.WAITING_THIRD_PARTY, State.APPOINTMENT, State.SOLVED, State.REOPENED);
    }

    public boolean isAsked() {
        return screen.text("bulk-act") != null && !screen.text("bulk-act").isEmpty();
    }

    /** Of the preview that was asked for. */
    public List<Outcome> refused() {
        return preview().stream().filter(outcome -> !outcome.done()).toList();
    }

    public long possible() {
        return preview().stream().filter(Outcome::done).count();
    }

    public String summary() {
        return words.text("bulk.summary", possible(), preview().size());
    }

    public String why(Outcome outcome) {
        return words.refusal(outcome.refusal());
    }

    private List<Outcome> preview() {
        if (outcomes == null) {
            outcomes = bulk.preview(chosen(), act());
        }
        return outcomes;
    }

    public void carryOut() {
        List<Outcome> all = bulk.carryOut(chosen(), act());
        long done = all.stream().filter(Outcome::done).count();
        screen.tell(words.text("bulk.done", done, all.size()));
        screen.answer("done", true);
        screen.redraw("case-rows");
    }

    private CaseAct act() {
        return switch (screen.text("bulk-act")) {
            case "take" -> new CaseAct.Take();
            case "assign" -> new CaseAct.Assign(acts.keeper());
            case "become" -> new CaseAct.Become(CaseActs.one(State.class, screen.text("state")));
            case "severity" -> new CaseAct.Severe(CaseActs.one(Severity.class, screen.text("severity-to")));
            case "close" -> new CaseAct.Close(CaseActs.one(Cause.class, screen.text("cause")), screen.text("note"));
            default -> throw new BusinessException("shared.bad-request");
        };
    }

    /** Sent as {@code id:version,id:version}. */
    private List<Chosen> chosen() {
        String sent = screen.text("chosen");
        if (sent == null || !sent.matches("[0-9]{1,18}:[0-9]{1,9}(,[0-9]{1,18}:[0-9]{1,9}){0,499}")) {
            throw new BusinessException("shared.bad-request");
        }
        return Arrays.stream(sent.split(",")).map(pair -> pair.split(":")).map(pair -> new Chosen(Long.parseLong(pair[0]), Integer.parseInt(pair[1]))).toList();
    }
}
