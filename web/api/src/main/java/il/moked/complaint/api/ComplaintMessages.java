// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.api;

import il.moked.casework.ServiceCase;
import il.moked.complaint.Complaint.Decision;
import il.moked.complaint.Complaint.Degree;
import il.moked.complaint.Complaint.Remedy;
import il.moked.complaint.ejb.ComplaintReading.ComplaintDetail;
import il.moked.complaint.ejb.ComplaintReading.Step;
import il.moked.shared.BusinessException;
import il.moked.shared.OneOf;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The messages of the contract, {@code WEB-INF/wsdl/ComplaintService.wsdl}, as the binding wants them. They say nothing of their own. */
public final class ComplaintMessages {
    static final String NAMESPACE = "urn:moked:complaint:1";

    private ComplaintMessages() {
    }

    private static <E extends Enum<E>> E one(Class<E> type, String field, String given) {
        return given == null ? null : OneOf.named(type, given).orElseThrow(() -> new BusinessException("shared.field-unknown-value", field, given));
    }

    private static String name(Enum<?> member) {
        return member == null ? null : member.name();
    }

    private static String written(Instant at) {
        return at == null ? null : at.toString();
    }

    @XmlRootElement(name = "RaiseComplaint")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"requestKey", "customerId", "subject", "description", "sku", "severity", "team", "remedy", "remedyWords"})
    public static class RaiseComplaint {
        String requestKey;
        Long customerId;
        String subject;
        String description;
        String sku;
        String severity;
        String team;
        String remedy;
        String remedyWords;

        NewComplaint body() {
            return new NewComplaint(customerId, subject, description, sku, one(ServiceCase.Severity.class, "severity", severity), team, one(Remedy.class, "remedy", remedy), remedyWords);
        }
    }

    @XmlRootElement(name = "GetComplaint")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = "id")
    public static class GetComplaint {
        long id;
    }

    @XmlRootElement(name = "TakeComplaintStep")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"id", "version", "step", "remedy", "impact", "complexity", "safety", "immediate", "component", "causeId", "action", "decision", "text", "told", "ending"})
    public static class TakeComplaintStep {
        long id;
        int version;
        String step;
        String remedy;
        String impact;
        String complexity;
        boolean safety;
        boolean immediate;
        String component;
        Long causeId;
        String action;
        String decision;
        String text;
        boolean told;
        String ending;

        ComplaintStepBody body() {
            return new ComplaintStepBody(one(ComplaintStepBody.Step.class, "step", step), one(Remedy.class, "remedy", remedy), one(Degree.class, "impact", impact), one(Degree.class, "complexity", complexity), safety, immediate, component, causeId, action,
                    one(Decision.class, "decision", decision), text, told, one(ServiceCase.Cause.class, "ending", ending));
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Step", propOrder = {"kind", "at", "actor", "keeper", "detail", "words"})
    public static class StepValue {
        String kind;
        String at;
        String actor;
        String keeper;
        String detail;
        String words;

        static StepValue of(Step taken) {
            StepValue step = new StepValue();
            step.kind = taken.kind().name();
            step.at = written(taken.at());
            step.actor = taken.actor();
            step.keeper = taken.keeper();
            step.detail = taken.detail();
            step.words = taken.words();
            return step;
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Complaint", propOrder = {"id", "number", "version", "customerId", "subject", "state", "stage", "remedySought", "decision", "accepted", "cause", "correctiveAction", "ombudsman", "receivedAt", "dueAt", "decidedAt", "overdue", "step"})
    public static class ComplaintValue {
        long id;
        String number;
        int version;
        long customerId;
        String subject;
        String state;
        String stage;
        String remedySought;
        String decision;
        Boolean accepted;
        String cause;
        String correctiveAction;
        boolean ombudsman;
        String receivedAt;
        String dueAt;
        String decidedAt;
        boolean overdue;
        List<StepValue> step = new ArrayList<>();

        static ComplaintValue of(ComplaintDetail detail) {
            ComplaintValue value = new ComplaintValue();
            value.id = detail.line().id();
            value.number = detail.line().number();
            value.version = detail.version();
            value.customerId = detail.line().customerId();
            value.subject = detail.line().subject();
            value.state = detail.line().state().name();
            value.stage = detail.stage().name();
            value.remedySought = name(detail.remedySought());
            value.decision = name(detail.decision());
            value.accepted = detail.accepted();
            value.cause = detail.cause() == null ? null : detail.cause().code();
            value.correctiveAction = detail.correctiveAction();
            value.ombudsman = detail.ombudsman();
            value.receivedAt = written(detail.receivedAt());
            value.dueAt = written(detail.dueAt());
            value.decidedAt = written(detail.decidedAt());
            value.overdue = detail.overdue();
            detail.steps().forEach(step -> value.step.add(StepValue.of(step)));
            return value;
        }
    }

    @XmlRootElement(name = "ComplaintResponse")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = "complaint")
    public static class ComplaintResponse {
        ComplaintValue complaint;

        static ComplaintResponse of(ComplaintDetail detail) {
            ComplaintResponse response = new ComplaintResponse();
            response.complaint = ComplaintValue.of(detail);
            return response;
        }
    }
}
