// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.api;

import static il.moked.branch.api.BranchMessages.moment;

import il.moked.branch.api.BranchAppointmentsResource.AppointmentBody;
import il.moked.branch.api.BranchAppointmentsResource.Wanted;
import il.moked.branch.api.BranchMessages.AppointmentResponse;
import il.moked.branch.api.BranchMessages.BookAppointment;
import il.moked.branch.api.BranchMessages.BranchesResponse;
import il.moked.branch.api.BranchMessages.CancelAppointment;
import il.moked.branch.api.BranchMessages.CheckIn;
import il.moked.branch.api.BranchMessages.FreeResponse;
import il.moked.branch.api.BranchMessages.GetAppointment;
import il.moked.branch.api.BranchMessages.GetHours;
import il.moked.branch.api.BranchMessages.GetTicket;
import il.moked.branch.api.BranchMessages.HoursResponse;
import il.moked.branch.api.BranchMessages.LeaveBranch;
import il.moked.branch.api.BranchMessages.ListBranches;
import il.moked.branch.api.BranchMessages.ListFreeAppointments;
import il.moked.branch.api.BranchMessages.MoveAppointment;
import il.moked.branch.api.BranchMessages.TicketResponse;
import il.moked.branch.api.BranchTicketsResource.Coming;
import il.moked.branch.api.BranchTicketsResource.TicketBody;
import il.moked.branch.api.BranchesResource.BranchBody;
import il.moked.branch.api.BranchesResource.DayBody;
import il.moked.branch.ejb.AppointmentBooking;
import il.moked.branch.ejb.AppointmentReading;
import il.moked.branch.ejb.BranchGuide;
import il.moked.branch.ejb.BranchTickets;
import il.moked.shared.BusinessException;
import il.moked.shared.api.Checks;
import il.moked.shared.api.KeyedCalls;
import il.moked.shared.api.ProblemFault;
import il.moked.shared.api.SoapAnswers;
import jakarta.inject.Inject;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;
import jakarta.xml.bind.JAXB;
import java.io.StringWriter;

/** Branches by SOAP: the same activities, checks and codes as by REST. */
@WebService(name = "BranchPort", serviceName = "BranchService", portName = "BranchPort", targetNamespace = BranchMessages.NAMESPACE, wsdlLocation = "WEB-INF/wsdl/BranchService.wsdl")
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public class BranchPort {
    private static final String BODY = "body";
    private static final String TICKET = "TicketResponse";
    private static final String APPOINTMENT = "AppointmentResponse";

    @Inject
    Checks checks;
    @Inject
    BranchGuide guide;
    @Inject
    BranchTickets tickets;
    @Inject
    AppointmentBooking booking;
    @Inject
    AppointmentReading reading;
    @Inject
    KeyedCalls keyed;
    @Inject
    SoapAnswers answers;

    @WebMethod(operationName = "ListBranches")
    @WebResult(name = "BranchesResponse", partName = BODY, targetNamespace = BranchMessages.NAMESPACE)
    public BranchesResponse listBranches(@WebParam(name = "ListBranches", partName = BODY, targetNamespace = BranchMessages.NAMESPACE) ListBranches message) throws ProblemFault {
        return answers.of(() -> BranchesResponse.of(guide.places().stream().map(BranchBody::of).toList()));
    }

    @WebMethod(operationName = "GetHours")
    @WebResult(name = "HoursResponse", partName = BODY, targetNamespace = BranchMessages.NAMESPACE)
    public HoursResponse getHours(@WebParam(name = "GetHours", partName = BODY, targetNamespace = BranchMessages.NAMESPACE) GetHours message) throws ProblemFault {
        return answers.of(() -> HoursResponse.of(guide.hours(said("branch", message.branch), BranchesResource.date("from", message.from), BranchesResource.days(message.days == null ? BranchGuide.DAYS : message.days, BranchGuide.MOST_DAYS)).stream().map(DayBody::of).toList()));
    }

    @WebMethod(operationName = "CheckIn")
    @WebResult(name = TICKET, partName = BODY, targetNamespace = BranchMessages.NAMESPACE)
    public TicketResponse checkIn(@WebParam(name = "CheckIn", partName = BODY, targetNamespace = BranchMessages.NAMESPACE) CheckIn message) throws ProblemFault {
        return answers.of(() -> TicketResponse.of(checkedIn(message)));
    }

    @WebMethod(operationName = "GetTicket")
    @WebResult(name = TICKET, partName = BODY, targetNamespace = BranchMessages.NAMESPACE)
    public TicketResponse getTicket(@WebParam(name = "GetTicket", partName = BODY, targetNamespace = BranchMessages.NAMESPACE) GetTicket message) throws ProblemFault {
        return answers.of(() -> TicketResponse.of(TicketBody.of(tickets.get(said("branch", message.branch), said("id", message.id)))));
    }

    @WebMethod(operationName = "LeaveBranch")
    @WebResult(name = TICKET, partName = BODY, targetNamespace = BranchMessages.NAMESPACE)
    public TicketResponse leaveBranch(@WebParam(name = "LeaveBranch", partName = BODY, targetNamespace = BranchMessages.NAMESPACE) LeaveBranch message) throws ProblemFault {
        return answers.of(() -> TicketResponse.of(TicketBody.of(tickets.leave(said("branch", message.branch), said("id", message.id)))));
    }

    @WebMethod(operationName = "ListFreeAppointments")
    @WebResult(name = "FreeResponse", partName = BODY, targetNamespace = BranchMessages.NAMESPACE)
    public FreeResponse listFreeAppointments(@WebParam(name = "ListFreeAppointments", partName = BODY, targetNamespace = BranchMessages.NAMESPACE) ListFreeAppointments message) throws ProblemFault {
        return answers.of(() -> FreeResponse.of(booking.free(said("branch", message.branch), said("reason", message.reason), BranchesResource.date("from", message.from), BranchesResource.days(message.days == null ? BranchAppointmentsResource.DAYS : message.days, BranchAppointmentsResource.MOST_DAYS)).stream().map(BranchAppointmentsResource.Day::of).toList()));
    }

    @WebMethod(operationName = "BookAppointment")
    @WebResult(name = APPOINTMENT, partName = BODY, targetNamespace = BranchMessages.NAMESPACE)
    public AppointmentResponse bookAppointment(@WebParam(name = "BookAppointment", partName = BODY, targetNamespace = BranchMessages.NAMESPACE) BookAppointment message) throws ProblemFault {
        return answers.of(() -> AppointmentResponse.of(now(message.branch, booked(message))));
    }

    @WebMethod(operationName = "GetAppointment")
    @WebResult(name = APPOINTMENT, partName = BODY, targetNamespace = BranchMessages.NAMESPACE)
    public AppointmentResponse getAppointment(@WebParam(name = "GetAppointment", partName = BODY, targetNamespace = BranchMessages.NAMESPACE) GetAppointment message) throws ProblemFault {
        return answers.of(() -> AppointmentResponse.of(now(message.branch, message.appointment)));
    }

    @WebMethod(operationName = "MoveAppointment")
    @WebResult(name = APPOINTMENT, partName = BODY, targetNamespace = BranchMessages.NAMESPACE)
    public AppointmentResponse moveAppointment(@WebParam(name = "MoveAppointment", partName = BODY, targetNamespace = BranchMessages.NAMESPACE) MoveAppointment message) throws ProblemFault {
        return answers.of(() -> {
            booking.move(id(message.branch, message.appointment), said("version", message.version), moment("at", said("at", message.at)));
            return AppointmentResponse.of(now(message.branch, message.appointment));
        });
    }

    @WebMethod(operationName = "CancelAppointment")
    @WebResult(name = APPOINTMENT, partName = BODY, targetNamespace = BranchMessages.NAMESPACE)
    public AppointmentResponse cancelAppointment(@WebParam(name = "CancelAppointment", partName = BODY, targetNamespace = BranchMessages.NAMESPACE) CancelAppointment message) throws ProblemFault {
        return answers.of(() -> {
            booking.cancel(id(message.branch, message.appointment), said("version", message.version));
            return AppointmentResponse.of(now(message.branch, message.appointment));
        });
    }

    /** Sent again he has the same number; what is kept under the key is its id. */
    private TicketBody checkedIn(CheckIn message) {
        Coming valid = checks.valid(message.body());
        String branch = said("branch", message.branch);
        return keyed.once(message.requestKey, "SOAP CheckIn", whole(message), () -> TicketBody.of(tickets.checkIn(branch, valid.visitor(), valid.expectedAt())), body -> Long.toString(body.id()), id -> TicketBody.of(tickets.get(branch, Long.parseLong(id))));
    }

    /** @return its code, which is what is kept under the key */
    private String booked(BookAppointment message) {
        String branch = said("branch", message.branch);
        return keyed.once(message.requestKey, "SOAP BookAppointment", whole(message), () -> {
            Wanted valid = checks.valid(message.body());
            return booking.book(valid.at(branch)).code();
        }, code -> code, code -> code);
    }

    private static String whole(Object message) {
        StringWriter whole = new StringWriter();
        JAXB.marshal(message, whole);
        return whole.toString();
    }

    private AppointmentBody now(String branch, String appointment) {
        return AppointmentBody.of(reading.get(said("branch", branch), said("appointment", appointment)));
    }

    private long id(String branch, String appointment) {
        return reading.get(said("branch", branch), said("appointment", appointment)).id();
    }

    private static <T> T said(String field, T value) {
        if (value == null) {
            throw new BusinessException("shared.field-missing", field);
        }
        return value;
    }
}
