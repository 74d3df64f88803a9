// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.ejb;

import il.moked.casework.ejb.CaseTracking;
import il.moked.casework.ejb.CaseTracking.TrackedCase;
import il.moked.complaint.Complaint;
import il.moked.complaint.Complaint.Remedy;
import il.moked.complaint.Complaint.Stage;
import il.moked.complaint.ComplaintStep;
import il.moked.complaint.Complaints;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What somebody who knows the reference of a complaint by web form may see of it: its stage, by when the law has it decided, and what was written to him. */
@Stateless
@PermitAll
public class ComplaintTracking {
    @Inject
    CaseTracking cases;
    @Inject
    Complaints complaints;

    /** @param decideBy end of the time the law gives @param letters what he was told, oldest first */
    public record TrackedComplaint(Stage stage, Remedy sought, Instant decideBy, Instant decidedAt, boolean late, List<Letter> letters) {
    }

    public record Letter(ComplaintStep.Kind kind, String text, Instant at) {
    }

    /** Empty when no complaint came of it. */
    public Optional<TrackedComplaint> ofForm(String reference) {
        return cases.ofForm(reference).map(TrackedCase::caseId).flatMap(complaints::find).map(this::tracked);
    }

    private TrackedComplaint tracked(Complaint of) {
        List<Letter> letters = complaints.steps(of.caseId()).stream().filter(step -> step.kind().customerKnows() && step.kind() != ComplaintStep.Kind.REMEDY && step.words() != null)
                .map(step -> new Letter(step.kind(), step.words(), step.at())).toList();
        return new TrackedComplaint(of.stage(), of.remedySought().orElse(null), of.dueAt(), of.decidedAt().orElse(null), of.overdue(), letters);
    }
}
