// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.api;

import il.moked.branch.api.BranchAppointmentsResource.AppointmentBody;
import il.moked.branch.api.BranchAppointmentsResource.Time;
import il.moked.branch.api.BranchAppointmentsResource.Wanted;
import il.moked.branch.api.BranchTicketsResource.Coming;
import il.moked.branch.api.BranchTicketsResource.TicketBody;
import il.moked.branch.api.BranchesResource.BranchBody;
import il.moked.branch.api.BranchesResource.DayBody;
import il.moked.branch.api.BranchesResource.OpenFrom;
import il.moked.shared.BusinessException;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** The messages of the contract, {@code WEB-INF/wsdl/BranchService.wsdl}, as the binding wants them. They say nothing of their own. */
public final class BranchMessages {
    static final String NAMESPACE = "urn:moked:branch:1";

    private BranchMessages() {
    }

    static Instant moment(String field, String given) {
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
    @XmlType(name = "Branch", propOrder = {"code", "hebrewName", "englishName", "address", "hebrewTown", "englishTown", "latitude", "longitude", "phone", "timeZone", "segment", "open", "opens", "waiting", "minutes"})
    public static class BranchValue {
        String code;
        String hebrewName;
        String englishName;
        String address;
        String hebrewTown;
        String englishTown;
        double latitude;
        double longitude;
        String phone;
        String timeZone;
        List<String> segment;
        boolean open;
        String opens;
        int waiting;
        Integer minutes;

        static BranchValue of(BranchBody body) {
            BranchValue value = new BranchValue();
            value.code = body.code();
            value.hebrewName = body.hebrewName();
            value.englishName = body.englishName();
            value.address = body.address();
            value.hebrewTown = body.hebrewTown();
            value.englishTown = body.englishTown();
            value.latitude = body.latitude();
            value.longitude = body.longitude();
            value.phone = body.phone();
            value.timeZone = body.timeZone();
            value.segment = body.segments().stream().map(Enum::name).sorted().toList();
            value.open = body.open();
            value.opens = written(body.opens());
            value.waiting = body.waiting();
            value.minutes = body.minutes();
            return value;
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Span", propOrder = {"from", "to"})
    public static class Span {
        String from;
        String to;

        static Span of(OpenFrom span) {
            Span value = new Span();
            value.from = written(span.from());
            value.to = written(span.to());
            return value;
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Day", propOrder = {"date", "open"})
    public static class Day {
        String date;
        List<Span> open;

        static Day of(DayBody day) {
            Day value = new Day();
            value.date = written(day.date());
            value.open = day.open().stream().map(Span::of).toList();
            return value;
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Ticket", propOrder = {"id", "number", "reason", "state", "how", "already", "exceptional", "takenAt", "expectedAt", "arrivedAt", "appointmentAt", "counter", "before", "minutes"})
    public static class TicketValue {
        long id;
        String number;
        String reason;
        String state;
        String how;
        boolean already;
        boolean exceptional;
        String takenAt;
        String expectedAt;
        String arrivedAt;
        String appointmentAt;
        Integer counter;
        int before;
        Integer minutes;

        static TicketValue of(TicketBody body) {
            TicketValue value = new TicketValue();
            value.id = body.id();
            value.number = body.number();
            value.reason = body.reason();
            value.state = written(body.state());
            value.how = written(body.how());
            value.already = body.already();
            value.exceptional = body.exceptional();
            value.takenAt = written(body.takenAt());
            value.expectedAt = written(body.expectedAt());
            value.arrivedAt = written(body.arrivedAt());
            value.appointmentAt = written(body.appointmentAt());
            value.counter = body.counter();
            value.before = body.before();
            value.minutes = body.minutes();
            return value;
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "FreeTime", propOrder = {"at", "places"})
    public static class FreeTime {
        String at;
        int places;

        static FreeTime of(Time time) {
            FreeTime value = new FreeTime();
            value.at = written(time.at());
            value.places = time.places();
            return value;
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "FreeDay", propOrder = {"date", "time"})
    public static class FreeDay {
        String date;
        List<FreeTime> time;

        static FreeDay of(BranchAppointmentsResource.Day day) {
            FreeDay value = new FreeDay();
            value.date = written(day.date());
            value.time = day.times().stream().map(FreeTime::of).toList();
            return value;
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Appointment", propOrder = {"appointment", "version", "branch", "reason", "customerId", "at", "minutes", "state", "way", "bookedAt", "movedAt", "endedAt"})
    public static class AppointmentValue {
        String appointment;
        int version;
        String branch;
        String reason;
        long customerId;
        String at;
        int minutes;
        String state;
        String way;
        String bookedAt;
        String movedAt;
        String endedAt;

        static AppointmentValue of(AppointmentBody body) {
            AppointmentValue value = new AppointmentValue();
            value.appointment = body.appointment();
            value.version = body.version();
            value.branch = body.branch();
            value.reason = body.reason();
            value.customerId = body.customerId();
            value.at = written(body.at());
            value.minutes = body.minutes();
            value.state = written(body.state());
            value.way = written(body.way());
            value.bookedAt = written(body.bookedAt());
            value.movedAt = written(body.movedAt());
            value.endedAt = written(body.endedAt());
            return value;
        }
    }

    @XmlRootElement(name = "ListBranches")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "")
    public static class ListBranches {
    }

    @XmlRootElement(name = "GetHours")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"branch", "from", "days"})
    public static class GetHours {
        String branch;
        String from;
        Integer days;
    }

    @XmlRootElement(name = "CheckIn")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"requestKey", "branch", "customerId", "name", "telephone", "nationalId", "reason", "appointment", "expectedAt"})
    public static class CheckIn {
        String requestKey;
        String branch;
        Long customerId;
        String name;
        String telephone;
        String nationalId;
        String reason;
        String appointment;
        String expectedAt;

        Coming body() {
            return new Coming(customerId, name, telephone, nationalId, reason, appointment, moment("expectedAt", expectedAt));
        }
    }

    @XmlRootElement(name = "GetTicket")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"branch", "id"})
    public static class GetTicket {
        String branch;
        Long id;
    }

    @XmlRootElement(name = "LeaveBranch")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"branch", "id"})
    public static class LeaveBranch {
        String branch;
        Long id;
    }

    @XmlRootElement(name = "ListFreeAppointments")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"branch", "reason", "from", "days"})
    public static class ListFreeAppointments {
        String branch;
        String reason;
        String from;
        Integer days;
    }

    @XmlRootElement(name = "BookAppointment")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"requestKey", "branch", "reason", "at", "customerId", "name", "telephone", "email"})
    public static class BookAppointment {
        String requestKey;
        String branch;
        String reason;
        String at;
        Long customerId;
        String name;
        String telephone;
        String email;

        Wanted body() {
            return new Wanted(reason, moment("at", at), customerId, name, telephone, email);
        }
    }

    @XmlRootElement(name = "GetAppointment")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"branch", "appointment"})
    public static class GetAppointment {
        String branch;
        String appointment;
    }

    @XmlRootElement(name = "MoveAppointment")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"branch", "appointment", "version", "at"})
    public static class MoveAppointment {
        String branch;
        String appointment;
        Integer version;
        String at;
    }

    @XmlRootElement(name = "CancelAppointment")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"branch", "appointment", "version"})
    public static class CancelAppointment {
        String branch;
        String appointment;
        Integer version;
    }

    @XmlRootElement(name = "BranchesResponse")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = "branch")
    public static class BranchesResponse {
        List<BranchValue> branch;

        static BranchesResponse of(List<BranchBody> all) {
            BranchesResponse response = new BranchesResponse();
            response.branch = all.stream().map(BranchValue::of).toList();
            return response;
        }
    }

    @XmlRootElement(name = "HoursResponse")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = "day")
    public static class HoursResponse {
        List<Day> day;

        static HoursResponse of(List<DayBody> all) {
            HoursResponse response = new HoursResponse();
            response.day = all.stream().map(Day::of).toList();
            return response;
        }
    }

    @XmlRootElement(name = "TicketResponse")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = "ticket")
    public static class TicketResponse {
        TicketValue ticket;

        static TicketResponse of(TicketBody body) {
            TicketResponse response = new TicketResponse();
            response.ticket = TicketValue.of(body);
            return response;
        }
    }

    @XmlRootElement(name = "FreeResponse")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = "day")
    public static class FreeResponse {
        List<FreeDay> day;

        static FreeResponse of(List<BranchAppointmentsResource.Day> all) {
            FreeResponse response = new FreeResponse();
            response.day = all.stream().map(FreeDay::of).toList();
            return response;
        }
    }

    @XmlRootElement(name = "AppointmentResponse")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = "appointment")
    public static class AppointmentResponse {
        AppointmentValue appointment;

        static AppointmentResponse of(AppointmentBody body) {
            AppointmentResponse response = new AppointmentResponse();
            response.appointment = AppointmentValue.of(body);
            return response;
        }
    }
}
