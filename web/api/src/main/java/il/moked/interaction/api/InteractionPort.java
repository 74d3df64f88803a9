// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.api;

import il.moked.card.ejb.Consulting;
import il.moked.interaction.api.InteractionMessages.GetInteraction;
import il.moked.interaction.api.InteractionMessages.GetInteractionResponse;
import il.moked.interaction.api.InteractionMessages.SubmitContact;
import il.moked.interaction.api.InteractionMessages.SubmitContactResponse;
import il.moked.interaction.ejb.Submitting;
import il.moked.shared.api.Checks;
import il.moked.shared.api.ProblemFault;
import il.moked.shared.api.SoapAnswers;
import jakarta.inject.Inject;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;

/** Contacts and conversations by SOAP: the same activities, checks and codes as by REST. */
@WebService(name = "InteractionPort", serviceName = "InteractionService", portName = "InteractionPort", targetNamespace = InteractionMessages.NAMESPACE, wsdlLocation = "WEB-INF/wsdl/InteractionService.wsdl")
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public class InteractionPort {
    private static final String BODY = "body";

    @Inject
    Checks checks;
    @Inject
    Submitting submitting;
    @Inject
    Consulting consulting;
    @Inject
    SoapAnswers answers;

    @WebMethod(operationName = "SubmitContact")
    @WebResult(name = "SubmitContactResponse", partName = BODY, targetNamespace = InteractionMessages.NAMESPACE)
    public SubmitContactResponse submitContact(@WebParam(name = "SubmitContact", partName = BODY, targetNamespace = InteractionMessages.NAMESPACE) SubmitContact message) throws ProblemFault {
        return answers.of(() -> SubmitContactResponse.of(submitting.submit(checks.valid(message.contact()).submission())));
    }

    @WebMethod(operationName = "GetInteraction")
    @WebResult(name = "GetInteractionResponse", partName = BODY, targetNamespace = InteractionMessages.NAMESPACE)
    public GetInteractionResponse getInteraction(@WebParam(name = "GetInteraction", partName = BODY, targetNamespace = InteractionMessages.NAMESPACE) GetInteraction message) throws ProblemFault {
        return answers.of(() -> GetInteractionResponse.of(consulting.interaction(message.reference)));
    }
}
