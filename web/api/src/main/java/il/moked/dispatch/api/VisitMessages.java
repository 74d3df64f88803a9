// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.api;

import il.moked.dispatch.api.VisitsResource.Asking;
import il.moked.dispatch.ejb.Booking.Offer;
import il.moked.dispatch.ejb.Booking.Offers;
import il.moked.dispatch.ejb.VisitReading.Board;
import il.moked.dispatch.ejb.VisitReading.Run;
import il.moked.dispatch.ejb.VisitReading.VisitLine;
import il.moked.shared.BusinessException;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;

/** The messages of the contract, {@code WEB-INF/wsdl/VisitService.wsdl}, as the binding wants them. They say nothing of their own. */
public final class VisitMessages {
    static final String NAMESPACE = "urn:moked:visit:1";

    private VisitMessages() {
    }

    private static Instant moment(String field, String given) {
        try {
            return given == null ? null : OffsetDateTime.parse(given).toInstant();
        } catch (DateTimeException notOne) {
            throw new BusinessException("shared.field-malformed", field);
        }
    }

    private static String written(Object value) {
        return value == null ? null : value.toString();
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Part", propOrder = {"sku", "quantity"})
    public static class Part {
        String sku;
        int quantity;
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Wanted", propOrder = {"caseId", "kind", "locality", "address", "directions", "latitude", "longitude", "part", "priority", "preferredTechnician"})
    public static class Wanted {
        Long caseId;
        String kind;
        String locality;
        String address;
        String directions;
        Double latitude;
        Double longitude;
        List<Part> part;
        int priority;
        Long preferredTechnician;

        Asking between(Instant from, Instant to) {
            return new Asking(caseId, kind, locality, address, directions, latitude, longitude, part == null ? null : part.stream().collect(Collectors.toMap(one -> one.sku, one -> one.quantity, Integer::sum)), priority, preferredTechnician, from, to);
        }
    }

    @XmlRootElement(name = "OfferWindows")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"wanted", "from"})
    public static class OfferWindows {
        Wanted wanted = new Wanted();
        String from;

        Asking body() {
            return wanted.between(moment("from", from), null);
        }
    }

    @XmlRootElement(name = "BookVisit")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"requestKey", "wanted", "from", "to"})
    public static class BookVisit {
        String requestKey;
        Wanted wanted = new Wanted();
        String from;
        String to;

        Asking body() {
            return wanted.between(moment("from", from), moment("to", to));
        }
    }

    @XmlRootElement(name = "GetVisit")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = "id")
    public static class GetVisit {
        Long id;
    }

    @XmlRootElement(name = "ListVisits")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"day", "caseId"})
    public static class ListVisits {
        String day;
        Long caseId;
    }

    @XmlRootElement(name = "CancelVisit")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"id", "version"})
    public static class CancelVisit {
        Long id;
        Integer version;
    }

    @XmlRootElement(name = "PlanDay")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = "day")
    public static class PlanDay {
        String day;
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Window", propOrder = {"from", "to", "technician", "minutes", "otherTerritory"})
    public static class Window {
        String from;
        String to;
        long technician;
        long minutes;
        boolean otherTerritory;

        static Window of(Offer offer) {
            Window value = new Window();
            value.from = written(offer.from());
            value.to = written(offer.to());
            value.technician = offer.technicianId();
            value.minutes = offer.minutes();
            value.otherTerritory = offer.otherTerritory();
            return value;
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Visit", propOrder = {"id", "number", "version", "caseId", "customerId", "address", "day", "from", "to", "technician", "expectedAt", "state", "cause", "arrivedAt", "endedAt", "compensation", "atRisk", "conflict"})
    public static class VisitValue {
        long id;
        String number;
        int version;
        long caseId;
        long customerId;
        String address;
        String day;
        String from;
        String to;
        Long technician;
        String expectedAt;
        String state;
        String cause;
        String arrivedAt;
        String endedAt;
        int compensation;
        int atRisk;
        List<String> conflict;

        static VisitValue of(VisitLine line) {
            VisitValue value = new VisitValue();
            value.id = line.id();
            value.number = line.number();
            value.version = line.version();
            value.caseId = line.caseId();
            value.customerId = line.customerId();
            value.address = line.address();
            value.day = written(line.day());
            value.from = written(line.from());
            value.to = written(line.to());
            value.technician = line.technicianId();
            value.expectedAt = written(line.plannedAt());
            value.state = line.state().name();
            value.cause = written(line.cause());
            value.arrivedAt = written(line.arrivedAt());
            value.endedAt = written(line.endedAt());
            value.compensation = line.compensation();
            value.atRisk = line.atRisk();
            value.conflict = line.conflicts().stream().map(Enum::name).toList();
            return value;
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "PlanRun", propOrder = {"state", "by", "startedAt", "endedAt", "planned", "leftOut", "moved", "drivingMinutes", "outOfTime"})
    public static class PlanRun {
        String state;
        String by;
        String startedAt;
        String endedAt;
        int planned;
        int leftOut;
        int moved;
        int drivingMinutes;
        boolean outOfTime;

        static PlanRun of(Run run) {
            PlanRun value = new PlanRun();
            value.state = run.state().name();
            value.by = run.by();
            value.startedAt = written(run.startedAt());
            value.endedAt = written(run.endedAt());
            value.planned = run.planned();
            value.leftOut = run.leftOut();
            value.moved = run.moved();
            value.drivingMinutes = run.drivingMinutes();
            value.outOfTime = run.outOfTime();
            return value;
        }
    }

    @XmlRootElement(name = "WindowsResponse")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"wished", "other", "lack"})
    public static class WindowsResponse {
        Window wished;
        List<Window> other;
        String lack;

        static WindowsResponse of(Offers offers) {
            WindowsResponse response = new WindowsResponse();
            response.wished = offers.wished() == null ? null : Window.of(offers.wished());
            response.other = offers.others().stream().map(Window::of).toList();
            response.lack = offers.lack().name();
            return response;
        }
    }

    @XmlRootElement(name = "VisitResponse")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = "visit")
    public static class VisitResponse {
        VisitValue visit;

        static VisitResponse of(VisitLine line) {
            VisitResponse response = new VisitResponse();
            response.visit = VisitValue.of(line);
            return response;
        }
    }

    @XmlRootElement(name = "VisitsResponse")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = "visit")
    public static class VisitsResponse {
        List<VisitValue> visit;

        static VisitsResponse of(List<VisitLine> lines) {
            VisitsResponse response = new VisitsResponse();
            response.visit = lines.stream().map(VisitValue::of).toList();
            return response;
        }
    }

    @XmlRootElement(name = "PlanResponse")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"done", "unplanned", "run"})
    public static class PlanResponse {
        boolean done;
        int unplanned;
        PlanRun run;

        static PlanResponse of(boolean done, Board board) {
            PlanResponse response = new PlanResponse();
            response.done = done;
            response.unplanned = board.unplanned().size();
            response.run = board.run() == null ? null : PlanRun.of(board.run());
            return response;
        }
    }
}
