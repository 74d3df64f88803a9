// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.api;

import il.moked.casework.ServiceCase;
import il.moked.channel.Channel;
import il.moked.complaint.Complaint.Assessment;
import il.moked.complaint.Complaint.Decision;
import il.moked.complaint.Complaint.Remedy;
import il.moked.complaint.Complaint.Stage;
import il.moked.complaint.ComplaintStep;
import il.moked.complaint.ejb.ComplaintReading.ComplaintDetail;
import il.moked.complaint.ejb.ComplaintReading.Step;
import java.time.Instant;
import java.util.List;

/** One complaint with its steps. @param id of its case @param dueAt end of the time the law gives, exclusive @param component code @param cause code */
public record ComplaintBody(long id, String number, int version, long customerId, String subject, ServiceCase.State state, Stage stage, Channel channel, String sku, String component, Remedy remedySought, String remedyWords, Assessment assessment, Remedy remedyOffered,
        Decision decision, Boolean accepted, String cause, String correctiveAction, boolean ombudsman, String owner, String team, Instant receivedAt, Instant dueAt, Instant decidedAt, boolean overdue, List<StepLine> steps) {
    /** @param keeper who dealt with it then */
    public record StepLine(ComplaintStep.Kind kind, Instant at, String actor, String keeper, String detail, String words) {
        static StepLine of(Step step) {
            return new StepLine(step.kind(), step.at(), step.actor(), step.keeper(), step.detail(), step.words());
        }
    }

    static ComplaintBody of(ComplaintDetail detail) {
        return new ComplaintBody(detail.line().id(), detail.line().number(), detail.version(), detail.line().customerId(), detail.line().subject(), detail.line().state(), detail.stage(), detail.channel(), detail.sku().isEmpty() ? null : detail.sku(),
                detail.assessment() == null ? null : detail.assessment().component(), detail.remedySought(), detail.remedyWords(), detail.assessment(), detail.remedyOffered(), detail.decision(), detail.accepted(), detail.cause() == null ? null : detail.cause().code(),
                detail.correctiveAction(), detail.ombudsman(), detail.line().ownerName(), detail.line().teamCode(), detail.receivedAt(), detail.dueAt(), detail.decidedAt(), detail.overdue(), detail.steps().stream().map(StepLine::of).toList());
    }
}
