// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.ejb;

import il.moked.access.Role;
import il.moked.casework.CaseLine;
import il.moked.casework.ejb.CaseReading;
import il.moked.casework.ejb.CasesRead;
import il.moked.channel.Channel;
import il.moked.complaint.Complaint;
import il.moked.complaint.Complaint.Assessment;
import il.moked.complaint.Complaint.Decision;
import il.moked.complaint.Complaint.Remedy;
import il.moked.complaint.Complaint.Stage;
import il.moked.complaint.ComplaintCause;
import il.moked.complaint.ComplaintLine;
import il.moked.complaint.ComplaintStep;
import il.moked.complaint.Complaints;
import il.moked.shared.Page;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Complaints as they are: one with its steps, and lists for those who watch over them. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.OMBUDSMAN, Role.INTEGRATION})
public class ComplaintReading {
    private static final int MOST_A_PAGE = 100;

    @Inject
    Complaints complaints;
    @Inject
    CaseReading cases;
    @Inject
    DomainEvents events;
    @Resource
    SessionContext context;

    /** @param keeper user name or code of a team @param words internal unless {@link ComplaintStep.Kind#customerKnows()} */
    public record Step(ComplaintStep.Kind kind, Instant at, String actor, String keeper, String detail, String words) {
    }

    public record CauseLine(long id, String component, String code, String hebrewComponent, String englishComponent, String hebrewName, String englishName) {
        static CauseLine of(ComplaintCause cause) {
            return new CauseLine(cause.id(), cause.component(), cause.code(), cause.component("he"), cause.component("en"), cause.name("he"), cause.name("en"));
        }

        public String component(String language) {
            return "he".equals(language) ? hebrewComponent : englishComponent;
        }

        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** @param assessment null before @param accepted null while he has not said @param dueAt end of the time the law gives @param steps oldest first @param causes that it may have */
    public record ComplaintDetail(CaseLine line, int version, Stage stage, boolean live, Channel channel, String sku, Remedy remedySought, String remedyWords, Assessment assessment, Remedy remedyOffered, Decision decision, Boolean accepted, CauseLine cause, String correctiveAction,
            boolean ombudsman, Instant receivedAt, Instant dueAt, Instant decidedAt, Instant recourseToldAt, boolean overdue, List<Step> steps, List<CauseLine> causes) {
    }

    /** @throws il.moked.shared.NotFoundException {@code complaint.unknown}: the case is no complaint */
    public ComplaintDetail get(long caseId) {
        CaseLine line = cases.line(caseId);
        Complaint found = complaints.get(caseId);
        looked(caseId, line.customerId());
        return new ComplaintDetail(line, found.version(), found.stage(), found.live(), found.channel().orElse(null), found.sku(), found.remedySought().orElse(null), found.remedyWords().orElse(null), found.assessment().orElse(null), found.remedyOffered().orElse(null),
                found.decision().orElse(null), found.accepted().orElse(null), found.cause().map(CauseLine::of).orElse(null), found.correctiveAction().orElse(null), found.ombudsman(), found.receivedAt(), found.dueAt(), found.decidedAt().orElse(null),
                found.recourseToldAt().orElse(null), found.overdue(),
                complaints.steps(caseId).stream().map(step -> new Step(step.kind(), step.at(), step.actor(), step.keeper(), step.detail(), step.words())).toList(),
                complaints.causes().stream().filter(cause -> cause.fits(found.sku())).map(CauseLine::of).toList());
    }

    /** All that are in use. */
    public List<CauseLine> causes() {
        return complaints.causes().stream().map(CauseLine::of).toList();
    }

    /** Those that are no longer in use too: old complaints have them. */
    public List<CauseLine> allCauses() {
        return complaints.allCauses().stream().map(CauseLine::of).toList();
    }

    /** Live ones of everybody, those first whose time is over first. @param ombudsman only those that were taken to him @param after null for the first page */
    @RolesAllowed({Role.SUPERVISOR, Role.OMBUDSMAN, Role.INTEGRATION})
    public Page<ComplaintLine> live(boolean ombudsman, ComplaintLine.Cursor after, int size) {
        looked(null, null);
        return complaints.live(ombudsman, after, Math.max(1, Math.min(size, MOST_A_PAGE)));
    }

    /** Each look of another system is written to the audit. */
    private void looked(Long caseId, Long customerId) {
        if (context.isCallerInRole(Role.INTEGRATION)) {
            events.tell(new CasesRead(caseId, customerId));
        }
    }
}
