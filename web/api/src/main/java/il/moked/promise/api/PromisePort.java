// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.api;

import il.moked.interaction.InteractionLine;
import il.moked.promise.PromiseLine;
import il.moked.promise.api.PromiseMessages.CancelPromise;
import il.moked.promise.api.PromiseMessages.GetPromise;
import il.moked.promise.api.PromiseMessages.GivePromise;
import il.moked.promise.api.PromiseMessages.KeepPromise;
import il.moked.promise.api.PromiseMessages.ListPromises;
import il.moked.promise.api.PromiseMessages.ListPromisesResponse;
import il.moked.promise.api.PromiseMessages.PromiseResponse;
import il.moked.promise.api.PromiseMessages.PromiseState;
import il.moked.promise.api.PromiseMessages.ReschedulePromise;
import il.moked.promise.ejb.PromiseReading;
import il.moked.promise.ejb.Promising;
import il.moked.shared.Page;
import il.moked.shared.api.Checks;
import il.moked.shared.api.Place;
import il.moked.shared.api.ProblemFault;
import il.moked.shared.api.SoapAnswers;
import jakarta.inject.Inject;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;

/** What customers were promised by SOAP: the same activities, checks and codes as by REST. */
@WebService(name = "PromisePort", serviceName = "PromiseService", portName = "PromisePort", targetNamespace = PromiseMessages.NAMESPACE, wsdlLocation = "WEB-INF/wsdl/PromiseService.wsdl")
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public class PromisePort {
    private static final String BODY = "body";
    private static final int PAGE = 20;

    @Inject
    Checks checks;
    @Inject
    Promising promising;
    @Inject
    PromiseReading reading;
    @Inject
    SoapAnswers answers;

    @WebMethod(operationName = "GivePromise")
    @WebResult(name = "PromiseResponse", partName = BODY, targetNamespace = PromiseMessages.NAMESPACE)
    public PromiseResponse givePromise(@WebParam(name = "GivePromise", partName = BODY, targetNamespace = PromiseMessages.NAMESPACE) GivePromise message) throws ProblemFault {
        return answers.of(() -> now(promising.give(checks.valid(message.promise()).to(message.customerId)).id()));
    }

    @WebMethod(operationName = "GetPromise")
    @WebResult(name = "PromiseResponse", partName = BODY, targetNamespace = PromiseMessages.NAMESPACE)
    public PromiseResponse getPromise(@WebParam(name = "GetPromise", partName = BODY, targetNamespace = PromiseMessages.NAMESPACE) GetPromise message) throws ProblemFault {
        return answers.of(() -> now(message.id));
    }

    @WebMethod(operationName = "KeepPromise")
    @WebResult(name = "PromiseResponse", partName = BODY, targetNamespace = PromiseMessages.NAMESPACE)
    public PromiseResponse keepPromise(@WebParam(name = "KeepPromise", partName = BODY, targetNamespace = PromiseMessages.NAMESPACE) KeepPromise message) throws ProblemFault {
        return answers.of(() -> {
            Kept kept = checks.valid(new Kept(message.proof, message.what));
            promising.keep(message.id, message.version, kept.by(), kept.what());
            return now(message.id);
        });
    }

    @WebMethod(operationName = "CancelPromise")
    @WebResult(name = "PromiseResponse", partName = BODY, targetNamespace = PromiseMessages.NAMESPACE)
    public PromiseResponse cancelPromise(@WebParam(name = "CancelPromise", partName = BODY, targetNamespace = PromiseMessages.NAMESPACE) CancelPromise message) throws ProblemFault {
        return answers.of(() -> {
            promising.cancel(message.id, message.version, checks.valid(new Cancelled(message.why)).why());
            return now(message.id);
        });
    }

    @WebMethod(operationName = "ReschedulePromise")
    @WebResult(name = "PromiseResponse", partName = BODY, targetNamespace = PromiseMessages.NAMESPACE)
    public PromiseResponse reschedulePromise(@WebParam(name = "ReschedulePromise", partName = BODY, targetNamespace = PromiseMessages.NAMESPACE) ReschedulePromise message) throws ProblemFault {
        return answers.of(() -> {
            Rescheduled rescheduled = checks.valid(new Rescheduled(message.due, message.dueAt, message.why));
            promising.reschedule(message.id, message.version, rescheduled.until(), rescheduled.why());
            return now(message.id);
        });
    }

    @WebMethod(operationName = "ListPromises")
    @WebResult(name = "ListPromisesResponse", partName = BODY, targetNamespace = PromiseMessages.NAMESPACE)
    public ListPromisesResponse listPromises(@WebParam(name = "ListPromises", partName = BODY, targetNamespace = PromiseMessages.NAMESPACE) ListPromises message) throws ProblemFault {
        return answers.of(() -> {
            InteractionLine.Cursor place = Place.read(message.cursor);
            Page<PromiseLine> page = reading.pageOf(message.customerId, place == null ? null : new PromiseLine.Cursor(place.lastMessageAt(), place.id()), message.size == null ? PAGE : message.size);
            PromiseLine last = page.more() ? page.rows().get(page.rows().size() - 1) : null;
            return ListPromisesResponse.of(page.rows().stream().map(PromisePort::state).toList(), last == null ? null : Place.written(new InteractionLine.Cursor(last.givenAt(), last.id())));
        });
    }

    private PromiseResponse now(long id) {
        return PromiseResponse.of(state(reading.get(id)));
    }

    private static PromiseState state(PromiseLine line) {
        return PromiseState.of(PromiseDetail.of(line), line.version());
    }
}
