// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.api;

import il.moked.card.ejb.Consulting;
import il.moked.interaction.api.InteractionMessages.GetInteraction;
import il.moked.interaction.api.InteractionMessages.GetInteractionResponse;
import il.moked.interaction.api.InteractionMessages.SubmitContact;
import il.moked.interaction.api.InteractionMessages.SubmitContactResponse;
import il.moked.interaction.ejb.Submitting;
import il.moked.shared.api.Checks;
import il.moked.shared.api.Refusal;
import il.moked.shared.api.Words;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.xml.ws.WebServiceContext;
import jakarta.xml.ws.handler.MessageContext;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

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
    @Resource
    WebServiceContext call;

    @WebMethod(operationName = "SubmitContact")
    @WebResult(name = "SubmitContactResponse", partName = BODY, targetNamespace = InteractionMessages.NAMESPACE)
    public SubmitContactResponse submitContact(@WebParam(name = "SubmitContact", partName = BODY, targetNamespace = InteractionMessages.NAMESPACE) SubmitContact message) throws ProblemFault {
        return answer(() -> SubmitContactResponse.of(submitting.submit(checks.valid(message.contact()).submission())));
    }

    @WebMethod(operationName = "GetInteraction")
    @WebResult(name = "GetInteractionResponse", partName = BODY, targetNamespace = InteractionMessages.NAMESPACE)
    public GetInteractionResponse getInteraction(@WebParam(name = "GetInteraction", partName = BODY, targetNamespace = InteractionMessages.NAMESPACE) GetInteraction message) throws ProblemFault {
        return answer(() -> GetInteractionResponse.of(consulting.interaction(message.reference)));
    }

    private <T> T answer(Supplier<T> act) throws ProblemFault {
        try {
            return act.get();
        } catch (RuntimeException failure) {
            throw new ProblemFault(Refusal.of(failure, language()));
        }
    }

    private Locale language() {
        return Words.language(call.getMessageContext().get(MessageContext.SERVLET_REQUEST) instanceof HttpServletRequest request ? Collections.list(request.getLocales()) : List.of());
    }
}
