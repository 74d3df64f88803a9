// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.api;

import il.moked.casework.ejb.CaseHandling;
import il.moked.complaint.api.ComplaintMessages.ComplaintResponse;
import il.moked.complaint.api.ComplaintMessages.GetComplaint;
import il.moked.complaint.api.ComplaintMessages.RaiseComplaint;
import il.moked.complaint.api.ComplaintMessages.TakeComplaintStep;
import il.moked.complaint.ejb.ComplaintHandling;
import il.moked.complaint.ejb.ComplaintReading;
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

/** Complaints by SOAP: the same activities, checks and codes as by REST. */
@WebService(name = "ComplaintPort", serviceName = "ComplaintService", portName = "ComplaintPort", targetNamespace = ComplaintMessages.NAMESPACE, wsdlLocation = "WEB-INF/wsdl/ComplaintService.wsdl")
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public class ComplaintPort {
    private static final String BODY = "body";
    private static final String RESPONSE = "ComplaintResponse";

    @Inject
    Checks checks;
    @Inject
    CaseHandling cases;
    @Inject
    ComplaintHandling handling;
    @Inject
    ComplaintReading reading;
    @Inject
    KeyedCalls keyed;
    @Inject
    SoapAnswers answers;

    @WebMethod(operationName = "RaiseComplaint")
    @WebResult(name = RESPONSE, partName = BODY, targetNamespace = ComplaintMessages.NAMESPACE)
    public ComplaintResponse raiseComplaint(@WebParam(name = "RaiseComplaint", partName = BODY, targetNamespace = ComplaintMessages.NAMESPACE) RaiseComplaint message) throws ProblemFault {
        return answers.of(() -> {
            StringWriter whole = new StringWriter();
            JAXB.marshal(message, whole);
            long id = keyed.once(message.requestKey, "SOAP RaiseComplaint", whole.toString(), () -> checks.valid(message.body()).raise(cases, handling), made -> Long.toString(made), Long::valueOf);
            return ComplaintResponse.of(reading.get(id));
        });
    }

    @WebMethod(operationName = "GetComplaint")
    @WebResult(name = RESPONSE, partName = BODY, targetNamespace = ComplaintMessages.NAMESPACE)
    public ComplaintResponse getComplaint(@WebParam(name = "GetComplaint", partName = BODY, targetNamespace = ComplaintMessages.NAMESPACE) GetComplaint message) throws ProblemFault {
        return answers.of(() -> ComplaintResponse.of(reading.get(message.id)));
    }

    @WebMethod(operationName = "TakeComplaintStep")
    @WebResult(name = RESPONSE, partName = BODY, targetNamespace = ComplaintMessages.NAMESPACE)
    public ComplaintResponse takeComplaintStep(@WebParam(name = "TakeComplaintStep", partName = BODY, targetNamespace = ComplaintMessages.NAMESPACE) TakeComplaintStep message) throws ProblemFault {
        return answers.of(() -> {
            checks.valid(message.body()).take(handling, cases, message.id, message.version);
            return ComplaintResponse.of(reading.get(message.id));
        });
    }
}
