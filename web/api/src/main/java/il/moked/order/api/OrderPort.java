// SPDX-License-Identifier: Apache-2.0
package il.moked.order.api;

import il.moked.order.ReturnPolicy;
import il.moked.order.api.OrderMessages.CancelOrder;
import il.moked.order.api.OrderMessages.GetOrder;
import il.moked.order.api.OrderMessages.OrderResponse;
import il.moked.order.api.OrderMessages.PlaceOrder;
import il.moked.order.api.OrderMessages.ReturnOrder;
import il.moked.order.ejb.OrderReading;
import il.moked.order.ejb.Ordering;
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
import java.util.function.Supplier;

/** Orders by SOAP: the same activities, checks and codes as by REST. */
@WebService(name = "OrderPort", serviceName = "OrderService", portName = "OrderPort", targetNamespace = OrderMessages.NAMESPACE, wsdlLocation = "WEB-INF/wsdl/OrderService.wsdl")
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public class OrderPort {
    private static final String BODY = "body";
    private static final String RESPONSE = "OrderResponse";

    @Inject
    Checks checks;
    @Inject
    Ordering ordering;
    @Inject
    OrderReading reading;
    @Inject
    KeyedCalls keyed;
    @Inject
    SoapAnswers answers;

    @WebMethod(operationName = "PlaceOrder")
    @WebResult(name = RESPONSE, partName = BODY, targetNamespace = OrderMessages.NAMESPACE)
    public OrderResponse placeOrder(@WebParam(name = "PlaceOrder", partName = BODY, targetNamespace = OrderMessages.NAMESPACE) PlaceOrder message) throws ProblemFault {
        return answers.of(() -> once(message.requestKey, "SOAP PlaceOrder", message, () -> ordering.place(checks.valid(message.body()).order())));
    }

    @WebMethod(operationName = "GetOrder")
    @WebResult(name = RESPONSE, partName = BODY, targetNamespace = OrderMessages.NAMESPACE)
    public OrderResponse getOrder(@WebParam(name = "GetOrder", partName = BODY, targetNamespace = OrderMessages.NAMESPACE) GetOrder message) throws ProblemFault {
        return answers.of(() -> OrderResponse.of(reading.consult(message.number)));
    }

    @WebMethod(operationName = "CancelOrder")
    @WebResult(name = RESPONSE, partName = BODY, targetNamespace = OrderMessages.NAMESPACE)
    public OrderResponse cancelOrder(@WebParam(name = "CancelOrder", partName = BODY, targetNamespace = OrderMessages.NAMESPACE) CancelOrder message) throws ProblemFault {
        return answers.of(() -> once(message.requestKey, "SOAP CancelOrder", message, () -> {
            ordering.cancel(message.number, message.reason);
            return message.number;
        }));
    }

    @WebMethod(operationName = "ReturnOrder")
    @WebResult(name = RESPONSE, partName = BODY, targetNamespace = OrderMessages.NAMESPACE)
    public OrderResponse returnOrder(@WebParam(name = "ReturnOrder", partName = BODY, targetNamespace = OrderMessages.NAMESPACE) ReturnOrder message) throws ProblemFault {
        return answers.of(() -> once(message.requestKey, "SOAP ReturnOrder", message, () -> {
            OrdersResource.NewReturn valid = checks.valid(message.body());
            ordering.takeBack(message.number, valid.pieces(), ReturnPolicy.Ground.valueOf(valid.ground()), valid.reason());
            return message.number;
        }));
    }

    /** @param act gives the order's number, which is what is kept of it */
    private OrderResponse once(String key, String operation, Object message, Supplier<String> act) {
        StringWriter whole = new StringWriter();
        JAXB.marshal(message, whole);
        return OrderResponse.of(reading.get(keyed.once(key, operation, whole.toString(), act::get, number -> number, kept -> kept)));
    }
}
