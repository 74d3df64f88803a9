// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.desk;

import il.moked.casework.ServiceCase.State;
import il.moked.casework.ejb.CaseDrafting;
import il.moked.casework.ejb.CaseReading;
import il.moked.casework.ejb.CaseReading.CaseDetail;
import il.moked.casework.ejb.CaseReading.Step;
import il.moked.shared.BusinessException;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** agent/case.xhtml: one case with its clocks, what was said, noted and done. */
@Named
@RequestScoped
public class CaseView {
    @Inject
    CaseReading reading;
    @Inject
    CaseDrafting drafting;
    @Inject
    Screen screen;

    private CaseDetail detail;
    private boolean looked;

    /** Null when there is none that the caller may see. */
    public CaseDetail detail() {
        if (!looked) {
            looked = true;
            try {
                detail = reading.get(screen.number("id"));
            } catch (BusinessException unknownOrNotHis) {
                detail = null;
            }
        }
        return detail;
    }

    /** It was changed: what was read of it is read again. */
    public void again() {
        looked = false;
        detail = null;
    }

    /** What the caller began to write here. */
    public String getDraft() {
        return drafting.of(detail().line().id());
    }

    /** Newest first. */
    public List<Step> steps() {
        List<Step> newest = new ArrayList<>(detail().steps());
        Collections.reverse(newest);
        return newest;
    }

    /** What it may become by a button of its own; closing asks for a cause. */
    public List<State> next() {
        return detail().next().stream().filter(state -> state != State.CLOSED).toList();
    }

    public boolean isClosable() {
        return detail().next().contains(State.CLOSED);
    }
}
