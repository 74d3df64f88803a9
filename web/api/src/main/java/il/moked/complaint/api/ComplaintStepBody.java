// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.api;

import static il.moked.complaint.api.NewComplaint.REQUIRED;
import static il.moked.complaint.api.NewComplaint.TOO_LONG;

import il.moked.casework.ServiceCase;
import il.moked.casework.ejb.CaseHandling;
import il.moked.complaint.Complaint.Assessment;
import il.moked.complaint.Complaint.Decision;
import il.moked.complaint.Complaint.Degree;
import il.moked.complaint.Complaint.Remedy;
import il.moked.complaint.ComplaintStep;
import il.moked.complaint.ejb.ComplaintHandling;
import il.moked.complaint.ejb.ComplaintHandling.Letter;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A step of a complaint; which fields it needs depends on it.
 *
 * @param component of ASSESS: code @param causeId of CAUSE @param action of CAUSE: what is done so that it does not happen again @param text for the customer (ANSWER, DECIDE, RECOURSE), findings (INVESTIGATE), his or internal words otherwise
 * @param told whether the customer was told the text already, so that it is not sent @param ending of CLOSE: why the case is closed
 */
public record ComplaintStepBody(@NotNull(message = REQUIRED) Step step, Remedy remedy, Degree impact, Degree complexity, boolean safety, boolean immediate, @Size(max = 40, message = TOO_LONG) String component, Long causeId,
        @Size(max = 1000, message = TOO_LONG) String action, Decision decision, @Size(max = ComplaintStep.LONGEST_WORDS, message = TOO_LONG) String text, boolean told, ServiceCase.Cause ending) {
    public enum Step { SEEK, ACKNOWLEDGE, ASSESS, INVESTIGATE, CAUSE, ANSWER, DECIDE, ACCEPT, REFUSE, OMBUDSMAN, RECOURSE, CLOSE }

    /** @param seen version of the complaint */
    void take(ComplaintHandling complaints, CaseHandling cases, long id, int seen) {
        switch (step) {
            case SEEK -> complaints.seek(id, seen, remedy, text);
            case ACKNOWLEDGE -> complaints.acknowledge(id, seen);
            case ASSESS -> complaints.assess(id, seen, new Assessment(impact, safety, complexity, immediate, component), text);
            case INVESTIGATE -> complaints.investigate(id, seen, text);
            case CAUSE -> complaints.because(id, seen, causeId, action);
            case ANSWER -> complaints.answer(id, seen, remedy, new Letter(text, !told));
            case DECIDE -> complaints.decide(id, seen, decision, new Letter(text, !told));
            case ACCEPT -> complaints.accept(id, seen, true, text);
            case REFUSE -> complaints.accept(id, seen, false, text);
            case OMBUDSMAN -> complaints.takeToOmbudsman(id, seen, text);
            case RECOURSE -> complaints.showRecourse(id, seen, new Letter(text, !told));
            case CLOSE -> {
                complaints.expect(id, seen);
                cases.close(id, null, ending, text);
            }
        }
    }
}
