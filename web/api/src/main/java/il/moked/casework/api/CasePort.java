// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.api;

import il.moked.casework.CaseLine;
import il.moked.casework.ServiceCase.About;
import il.moked.casework.ServiceCase.State;
import il.moked.casework.api.CaseMessages.CaseResponse;
import il.moked.casework.api.CaseMessages.CaseValue;
import il.moked.casework.api.CaseMessages.CasesResponse;
import il.moked.casework.api.CaseMessages.ChangeCase;
import il.moked.casework.api.CaseMessages.GetCase;
import il.moked.casework.api.CaseMessages.ListCases;
import il.moked.casework.api.CaseMessages.OpenCase;
import il.moked.casework.api.CasesResource.Change;
import il.moked.casework.api.CasesResource.Opening;
import il.moked.casework.ejb.CaseHandling;
import il.moked.casework.ejb.CaseHandling.NewCase;
import il.moked.casework.ejb.CaseReading;
import il.moked.interaction.InteractionLine;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import il.moked.shared.api.Checks;
import il.moked.shared.api.KeyedCalls;
import il.moked.shared.api.Place;
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
import java.util.function.LongSupplier;

/** Cases by SOAP: the same activities, checks and codes as by REST. */
@WebService(name = "CasePort", serviceName = "CaseService", portName = "CasePort", targetNamespace = CaseMessages.NAMESPACE, wsdlLocation = "WEB-INF/wsdl/CaseService.wsdl")
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public class CasePort {
    private static final String BODY = "body";
    private static final String ONE = "CaseResponse";
    private static final int USUAL_SIZE = 20;

    @Inject
    Checks checks;
    @Inject
    CaseHandling handling;
    @Inject
    CaseReading reading;
    @Inject
    KeyedCalls keyed;
    @Inject
    SoapAnswers answers;

    @WebMethod(operationName = "OpenCase")
    @WebResult(name = ONE, partName = BODY, targetNamespace = CaseMessages.NAMESPACE)
    public CaseResponse openCase(@WebParam(name = "OpenCase", partName = BODY, targetNamespace = CaseMessages.NAMESPACE) OpenCase message) throws ProblemFault {
        return answers.of(() -> once(message.requestKey, "SOAP OpenCase", message, () -> {
            Opening valid = checks.valid(message.body());
            return handling.open(new NewCase(valid.customerId(), new About(valid.kind(), valid.severity(), valid.subject(), valid.description(), valid.sku(), null), null, valid.team()));
        }));
    }

    @WebMethod(operationName = "GetCase")
    @WebResult(name = ONE, partName = BODY, targetNamespace = CaseMessages.NAMESPACE)
    public CaseResponse getCase(@WebParam(name = "GetCase", partName = BODY, targetNamespace = CaseMessages.NAMESPACE) GetCase message) throws ProblemFault {
        return answers.of(() -> CaseResponse.of(reading.get(reading.numbered(message.number).id())));
    }

    /** Newest first; the cursor of a page asks for the next, and is absent on the last. */
    @WebMethod(operationName = "ListCases")
    @WebResult(name = "CasesResponse", partName = BODY, targetNamespace = CaseMessages.NAMESPACE)
    public CasesResponse listCases(@WebParam(name = "ListCases", partName = BODY, targetNamespace = CaseMessages.NAMESPACE) ListCases message) throws ProblemFault {
        return answers.of(() -> {
            if (message.customerId == null) {
                throw new BusinessException("shared.field-missing", "customerId");
            }
            InteractionLine.Cursor place = Place.read(message.cursor);
            Page<CaseLine> page = reading.ofCustomer(message.customerId, place == null ? null : new CaseLine.Cursor(place.lastMessageAt(), place.id()), message.size == null ? USUAL_SIZE : message.size);
            CasesResponse response = new CasesResponse();
            response.line = page.rows().stream().map(CaseValue::of).toList();
            if (page.more()) {
                CaseLine.Cursor next = page.rows().get(page.rows().size() - 1).byOpening();
                response.cursor = Place.written(new InteractionLine.Cursor(next.at(), next.id()));
            }
            return response;
        });
    }

    /** Closing needs a cause. */
    @WebMethod(operationName = "ChangeCase")
    @WebResult(name = ONE, partName = BODY, targetNamespace = CaseMessages.NAMESPACE)
    public CaseResponse changeCase(@WebParam(name = "ChangeCase", partName = BODY, targetNamespace = CaseMessages.NAMESPACE) ChangeCase message) throws ProblemFault {
        return answers.of(() -> once(message.requestKey, "SOAP ChangeCase", message, () -> {
            Change valid = checks.valid(message.body());
            long id = reading.numbered(message.number).id();
            if (valid.state() == State.CLOSED) {
                handling.close(id, message.version, valid.cause(), valid.note());
            } else {
                handling.become(id, message.version, valid.state());
            }
            return id;
        }));
    }

    /** @param act gives the case's id, which is what is kept of it */
    private CaseResponse once(String key, String operation, Object message, LongSupplier act) {
        StringWriter whole = new StringWriter();
        JAXB.marshal(message, whole);
        return CaseResponse.of(reading.get(keyed.once(key, operation, whole.toString(), act::getAsLong, String::valueOf, Long::valueOf)));
    }
}
