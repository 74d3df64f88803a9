// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.api;

import il.moked.dispatch.api.VisitMessages.BookVisit;
import il.moked.dispatch.api.VisitMessages.CancelVisit;
import il.moked.dispatch.api.VisitMessages.GetVisit;
import il.moked.dispatch.api.VisitMessages.ListVisits;
import il.moked.dispatch.api.VisitMessages.OfferWindows;
import il.moked.dispatch.api.VisitMessages.PlanDay;
import il.moked.dispatch.api.VisitMessages.PlanResponse;
import il.moked.dispatch.api.VisitMessages.VisitResponse;
import il.moked.dispatch.api.VisitMessages.VisitsResponse;
import il.moked.dispatch.api.VisitMessages.WindowsResponse;
import il.moked.dispatch.api.VisitsResource.Asking;
import il.moked.dispatch.ejb.Booking;
import il.moked.dispatch.ejb.DayPlanning;
import il.moked.dispatch.ejb.VisitReading;
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
import java.time.LocalDate;

/** Visits by SOAP: the same activities, checks and codes as by REST. */
@WebService(name = "VisitPort", serviceName = "VisitService", portName = "VisitPort", targetNamespace = VisitMessages.NAMESPACE, wsdlLocation = "WEB-INF/wsdl/VisitService.wsdl")
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public class VisitPort {
    private static final String BODY = "body";
    private static final String ONE = "VisitResponse";

    @Inject
    Checks checks;
    @Inject
    Booking booking;
    @Inject
    DayPlanning planning;
    @Inject
    VisitReading reading;
    @Inject
    KeyedCalls keyed;
    @Inject
    SoapAnswers answers;

    /** The wished window when somebody is free then, others, and what stands against the wish. */
    @WebMethod(operationName = "OfferWindows")
    @WebResult(name = "WindowsResponse", partName = BODY, targetNamespace = VisitMessages.NAMESPACE)
    public WindowsResponse offerWindows(@WebParam(name = "OfferWindows", partName = BODY, targetNamespace = VisitMessages.NAMESPACE) OfferWindows message) throws ProblemFault {
        return answers.of(() -> {
            Asking valid = checks.valid(message.body());
            return WindowsResponse.of(booking.offers(valid.wanted(), valid.from()));
        });
    }

    @WebMethod(operationName = "BookVisit")
    @WebResult(name = ONE, partName = BODY, targetNamespace = VisitMessages.NAMESPACE)
    public VisitResponse bookVisit(@WebParam(name = "BookVisit", partName = BODY, targetNamespace = VisitMessages.NAMESPACE) BookVisit message) throws ProblemFault {
        return answers.of(() -> VisitResponse.of(reading.get(once(message))));
    }

    @WebMethod(operationName = "GetVisit")
    @WebResult(name = ONE, partName = BODY, targetNamespace = VisitMessages.NAMESPACE)
    public VisitResponse getVisit(@WebParam(name = "GetVisit", partName = BODY, targetNamespace = VisitMessages.NAMESPACE) GetVisit message) throws ProblemFault {
        return answers.of(() -> VisitResponse.of(reading.get(said("id", message.id))));
    }

    /** Of one day, or of one case. */
    @WebMethod(operationName = "ListVisits")
    @WebResult(name = "VisitsResponse", partName = BODY, targetNamespace = VisitMessages.NAMESPACE)
    public VisitsResponse listVisits(@WebParam(name = "ListVisits", partName = BODY, targetNamespace = VisitMessages.NAMESPACE) ListVisits message) throws ProblemFault {
        return answers.of(() -> VisitsResponse.of(message.caseId == null ? reading.board(VisitsResource.day(message.day)).visits() : reading.ofCase(message.caseId)));
    }

    @WebMethod(operationName = "CancelVisit")
    @WebResult(name = ONE, partName = BODY, targetNamespace = VisitMessages.NAMESPACE)
    public VisitResponse cancelVisit(@WebParam(name = "CancelVisit", partName = BODY, targetNamespace = VisitMessages.NAMESPACE) CancelVisit message) throws ProblemFault {
        return answers.of(() -> {
            booking.cancel(said("id", message.id), said("version", message.version));
            return VisitResponse.of(reading.get(message.id));
        });
    }

    /** Answers when it is planned, within the time an operator gives it. */
    @WebMethod(operationName = "PlanDay")
    @WebResult(name = "PlanResponse", partName = BODY, targetNamespace = VisitMessages.NAMESPACE)
    public PlanResponse planDay(@WebParam(name = "PlanDay", partName = BODY, targetNamespace = VisitMessages.NAMESPACE) PlanDay message) throws ProblemFault {
        return answers.of(() -> {
            LocalDate day = VisitsResource.day(message.day);
            boolean done = planning.plan(day);
            return PlanResponse.of(done, reading.board(day));
        });
    }

    /** @return id of the visit, which is what is kept under the key */
    private long once(BookVisit message) {
        StringWriter whole = new StringWriter();
        JAXB.marshal(message, whole);
        return keyed.once(message.requestKey, "SOAP BookVisit", whole.toString(), () -> {
            Asking valid = checks.valid(message.body()).inWindow();
            return booking.book(valid.wanted(), valid.from(), valid.to());
        }, String::valueOf, Long::valueOf);
    }

    private static <T> T said(String field, T value) {
        if (value == null) {
            throw new BusinessException("shared.field-missing", field);
        }
        return value;
    }
}
