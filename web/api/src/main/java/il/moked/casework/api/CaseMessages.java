// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.api;

import il.moked.casework.CaseLine;
import il.moked.casework.ServiceCase;
import il.moked.casework.api.CasesResource.Change;
import il.moked.casework.api.CasesResource.Opening;
import il.moked.casework.ejb.CaseReading.CaseDetail;
import il.moked.casework.ejb.CaseReading.ClockLine;
import il.moked.shared.BusinessException;
import il.moked.shared.OneOf;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;

/** The messages of the contract, {@code WEB-INF/wsdl/CaseService.wsdl}, as the binding wants them. They say nothing of their own. */
public final class CaseMessages {
    static final String NAMESPACE = "urn:moked:case:1";

    private CaseMessages() {
    }

    private static <E extends Enum<E>> E member(Class<E> type, String name) {
        if (name == null) {
            return null;
        }
        return OneOf.named(type, name).orElseThrow(() -> new BusinessException("shared.choice"));
    }

    @XmlRootElement(name = "OpenCase")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"requestKey", "customerId", "kind", "severity", "subject", "description", "sku", "team"})
    public static class OpenCase {
        String requestKey;
        Long customerId;
        String kind;
        String severity;
        String subject;
        String description;
        String sku;
        String team;

        Opening body() {
            return new Opening(customerId, member(ServiceCase.Kind.class, kind), member(ServiceCase.Severity.class, severity), subject, description, sku, team);
        }
    }

    @XmlRootElement(name = "GetCase")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = "number")
    public static class GetCase {
        String number;
    }

    @XmlRootElement(name = "ListCases")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"customerId", "cursor", "size"})
    public static class ListCases {
        Long customerId;
        String cursor;
        Integer size;
    }

    @XmlRootElement(name = "ChangeCase")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"requestKey", "number", "version", "state", "cause", "note"})
    public static class ChangeCase {
        String requestKey;
        String number;
        Integer version;
        String state;
        String cause;
        String note;

        Change body() {
            return new Change(member(ServiceCase.State.class, state), member(ServiceCase.Cause.class, cause), note);
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Clock", propOrder = {"metric", "run", "status", "startedAt", "target", "taken", "dueAt", "breachedAt", "endedAt"})
    public static class Clock {
        String metric;
        int run;
        String status;
        String startedAt;
        long target;
        long taken;
        String dueAt;
        String breachedAt;
        String endedAt;

        static Clock of(ClockLine line) {
            Clock clock = new Clock();
            clock.metric = line.metric().name();
            clock.run = line.run();
            clock.status = line.status().name();
            clock.startedAt = written(line.startedAt());
            clock.target = line.target().toSeconds();
            clock.taken = line.taken().toSeconds();
            clock.dueAt = written(line.due());
            clock.breachedAt = written(line.breachedAt());
            clock.endedAt = written(line.endedAt());
            return clock;
        }
    }

    private static String written(Object moment) {
        return moment == null ? null : moment.toString();
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Case", propOrder = {"number", "version", "customerId", "kind", "severity", "subject", "state", "cause", "owner", "team", "dueAt", "late", "openedAt", "closedAt"})
    public static class CaseValue {
        String number;
        int version;
        long customerId;
        String kind;
        String severity;
        String subject;
        String state;
        String cause;
        String owner;
        String team;
        String dueAt;
        boolean late;
        String openedAt;
        String closedAt;

        static CaseValue of(CaseLine line) {
            CaseValue value = new CaseValue();
            value.number = line.number();
            value.version = line.version();
            value.customerId = line.customerId();
            value.kind = line.kind().name();
            value.severity = line.severity().name();
            value.subject = line.subject();
            value.state = line.state().name();
            value.cause = line.cause() == null ? null : line.cause().name();
            value.owner = line.ownerName();
            value.team = line.teamCode();
            value.dueAt = line.due().map(CaseMessages::written).orElse(null);
            value.late = line.breached();
            value.openedAt = written(line.openedAt());
            value.closedAt = written(line.closedAt());
            return value;
        }
    }

    @XmlRootElement(name = "CaseResponse")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"line", "description", "clock"})
    public static class CaseResponse {
        @jakarta.xml.bind.annotation.XmlElement(name = "case")
        CaseValue line;
        String description;
        List<Clock> clock;

        static CaseResponse of(CaseDetail detail) {
            CaseResponse response = new CaseResponse();
            response.line = CaseValue.of(detail.line());
            response.description = detail.description();
            response.clock = detail.clocks().stream().map(Clock::of).toList();
            return response;
        }
    }

    @XmlRootElement(name = "CasesResponse")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"line", "cursor"})
    public static class CasesResponse {
        @jakarta.xml.bind.annotation.XmlElement(name = "case")
        List<CaseValue> line;
        String cursor;
    }
}
