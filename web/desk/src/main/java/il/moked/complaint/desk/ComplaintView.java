// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.desk;

import il.moked.access.Role;
import il.moked.complaint.Complaint.Decision;
import il.moked.complaint.Complaint.Degree;
import il.moked.complaint.Complaint.Remedy;
import il.moked.complaint.Complaint.Stage;
import il.moked.complaint.ComplaintStep;
import il.moked.complaint.ComplaintStep.Kind;
import il.moked.complaint.ejb.ComplaintReading;
import il.moked.complaint.ejb.ComplaintReading.CauseLine;
import il.moked.complaint.ejb.ComplaintReading.ComplaintDetail;
import il.moked.complaint.ejb.ComplaintReading.Step;
import il.moked.shared.NotFoundException;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** WEB-INF/parts/complaint/complaint.xhtml: the stages of a complaint on the page of its case, and what is to be done next. */
@Named
@RequestScoped
public class ComplaintView {
    private static final Map<Stage, Kind> STEP_OF = Map.of(Stage.RECEIVED, Kind.RECEIVED, Stage.ACKNOWLEDGED, Kind.ACKNOWLEDGED, Stage.ASSESSED, Kind.ASSESSED, Stage.INVESTIGATED, Kind.INVESTIGATED, Stage.ANSWERED, Kind.ANSWERED, Stage.DECIDED, Kind.DECIDED,
            Stage.RECOURSE, Kind.REFUSED, Stage.CLOSED, Kind.CLOSED);

    @Inject
    ComplaintReading reading;
    @Inject
    Screen screen;

    private ComplaintDetail detail;

    /** One stage of the way. @param looks {@code done}, {@code now} or {@code ahead} @param step null while it is ahead */
    public record StageLine(Stage stage, String looks, Step step) {
    }

    public ComplaintDetail detail() {
        if (detail == null) {
            detail = reading.get(screen.number("id"));
        }
        return detail;
    }

    /** Whether the case has stages: each that was opened as a complaint has. */
    public boolean isKnown() {
        try {
            return detail() != null;
        } catch (NotFoundException none) {
            return false;
        }
    }

    void again() {
        detail = null;
    }

    /** In their order; recourse only where it came to it. */
    public List<StageLine> stages() {
        Stage reached = detail().stage();
        return Arrays.stream(Stage.values()).filter(stage -> stage != Stage.RECOURSE || reached == Stage.RECOURSE)
                .map(stage -> new StageLine(stage, stage == reached ? "now" : stage.ordinal() < reached.ordinal() ? "done" : "ahead", stage.ordinal() > reached.ordinal() ? null : last(STEP_OF.get(stage)))).toList();
    }

    private Step last(Kind kind) {
        return detail().steps().stream().filter(step -> step.kind() == kind).reduce((earlier, later) -> later).orElse(null);
    }

    /** Newest first. */
    public List<Step> steps() {
        List<Step> steps = detail().steps().stream().filter(step -> step.words() != null || step.kind() == Kind.ACCEPTED || step.kind() == Kind.REFUSED || step.kind() == Kind.OMBUDSMAN || step.kind() == Kind.WARNED || step.kind() == Kind.OVERDUE).collect(Collectors.toList());
        Collections.reverse(steps);
        return steps;
    }

    /** Form of what is to be done next: nothing when it is over, or when it is up to the ombudsman. */
    public String next() {
        ComplaintDetail at = detail();
        if (!at.live()) {
            return "";
        }
        return switch (at.stage()) {
            case RECEIVED -> "acknowledge";
            case ACKNOWLEDGED -> "assess";
            case ASSESSED -> "investigate";
            case INVESTIGATED -> "answer";
            case ANSWERED -> at.ombudsman() && !isOmbudsman() ? "ombudsman" : "decide";
            case DECIDED -> at.accepted() == null ? "accept" : closing();
            case RECOURSE -> at.ombudsman() && at.recourseToldAt() == null ? isOmbudsman() ? "decide" : "ombudsman" : at.recourseToldAt() == null ? "recourse" : closing();
            case CLOSED -> "";
        };
    }

    private String closing() {
        return detail().cause() == null || detail().correctiveAction() == null ? "because" : "close";
    }

    /** The cause may be written down as soon as it is assessed; when nothing else is to be done it is the next act itself. */
    public boolean isCauseAsked() {
        return detail().live() && detail().stage().ordinal() >= Stage.ASSESSED.ordinal() && !next().equals("because");
    }

    public boolean isRecourseAsked() {
        return detail().live() && detail().stage() == Stage.RECOURSE && detail().recourseToldAt() == null && !next().equals("recourse");
    }

    /** Evidence files are for supervisors and the ombudsman. */
    public boolean isEvidenceKept() {
        return isOmbudsman() || FacesContext.getCurrentInstance().getExternalContext().isUserInRole(Role.SUPERVISOR);
    }

    public boolean isOmbudsman() {
        return FacesContext.getCurrentInstance().getExternalContext().isUserInRole(Role.OMBUDSMAN);
    }

    public List<CauseLine> components() {
        return List.copyOf(detail().causes().stream().collect(Collectors.toMap(CauseLine::component, cause -> cause, (one, other) -> one, LinkedHashMap::new)).values());
    }

    /** Name of its cause when that is no longer in the list: it may keep it. */
    public String retiredCause() {
        CauseLine cause = detail().cause();
        return cause == null || detail().causes().contains(cause) ? "" : cause.component(screen.language()) + " · " + cause.name(screen.language());
    }

    public Remedy[] remedies() {
        return Remedy.values();
    }

    public Degree[] degrees() {
        return Degree.values();
    }

    public Decision[] decisions() {
        return Decision.values();
    }

    public int longestWords() {
        return ComplaintStep.LONGEST_WORDS;
    }
}
