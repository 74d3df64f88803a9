// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.api;

import il.moked.catalog.api.SaleMessages.AcceptQuote;
import il.moked.catalog.api.SaleMessages.GetPrices;
import il.moked.catalog.api.SaleMessages.GetPricesResponse;
import il.moked.catalog.api.SaleMessages.GetQuote;
import il.moked.catalog.api.SaleMessages.GetStock;
import il.moked.catalog.api.SaleMessages.GetStockResponse;
import il.moked.catalog.api.SaleMessages.OfferQuote;
import il.moked.catalog.api.SaleMessages.QuoteResponse;
import il.moked.catalog.ejb.Availability;
import il.moked.catalog.ejb.Pricing;
import il.moked.catalog.ejb.Quoting;
import il.moked.shared.api.KeyedCalls;
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
import jakarta.xml.bind.JAXB;
import jakarta.xml.ws.WebServiceContext;
import jakarta.xml.ws.handler.MessageContext;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Prices, stock and quotes by SOAP: the same activities, checks and codes as by REST. */
@WebService(name = "SalePort", serviceName = "SaleService", portName = "SalePort", targetNamespace = SaleMessages.NAMESPACE, wsdlLocation = "WEB-INF/wsdl/SaleService.wsdl")
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public class SalePort {
    private static final String BODY = "body";

    @Inject
    Pricing pricing;
    @Inject
    Availability availability;
    @Inject
    Quoting quoting;
    @Inject
    KeyedCalls keyed;
    @Resource
    WebServiceContext call;

    @WebMethod(operationName = "GetPrices")
    @WebResult(name = "GetPricesResponse", partName = BODY, targetNamespace = SaleMessages.NAMESPACE)
    public GetPricesResponse getPrices(@WebParam(name = "GetPrices", partName = BODY, targetNamespace = SaleMessages.NAMESPACE) GetPrices message) throws SaleFault {
        return answer(() -> GetPricesResponse.of(pricing.price(message.basket())));
    }

    @WebMethod(operationName = "GetStock")
    @WebResult(name = "GetStockResponse", partName = BODY, targetNamespace = SaleMessages.NAMESPACE)
    public GetStockResponse getStock(@WebParam(name = "GetStock", partName = BODY, targetNamespace = SaleMessages.NAMESPACE) GetStock message) throws SaleFault {
        return answer(() -> GetStockResponse.of(availability.of(message.sku)));
    }

    @WebMethod(operationName = "OfferQuote")
    @WebResult(name = "QuoteResponse", partName = BODY, targetNamespace = SaleMessages.NAMESPACE)
    public QuoteResponse offerQuote(@WebParam(name = "OfferQuote", partName = BODY, targetNamespace = SaleMessages.NAMESPACE) OfferQuote message) throws SaleFault {
        StringWriter whole = new StringWriter();
        JAXB.marshal(message, whole);
        String number = answer(() -> keyed.once(message.requestKey, "SOAP OfferQuote", whole.toString(), () -> quoting.offer(message.basket(), message.occasion()).number(), given -> given, kept -> kept));
        return answer(() -> QuoteResponse.of(quoting.get(number)));
    }

    @WebMethod(operationName = "GetQuote")
    @WebResult(name = "QuoteResponse", partName = BODY, targetNamespace = SaleMessages.NAMESPACE)
    public QuoteResponse getQuote(@WebParam(name = "GetQuote", partName = BODY, targetNamespace = SaleMessages.NAMESPACE) GetQuote message) throws SaleFault {
        return answer(() -> QuoteResponse.of(quoting.get(message.number)));
    }

    @WebMethod(operationName = "AcceptQuote")
    @WebResult(name = "QuoteResponse", partName = BODY, targetNamespace = SaleMessages.NAMESPACE)
    public QuoteResponse acceptQuote(@WebParam(name = "AcceptQuote", partName = BODY, targetNamespace = SaleMessages.NAMESPACE) AcceptQuote message) throws SaleFault {
        return answer(() -> QuoteResponse.of(quoting.accept(message.number, SaleMessages.channel(message.channel))));
    }

    private <T> T answer(Supplier<T> act) throws SaleFault {
        try {
            return act.get();
        } catch (RuntimeException failure) {
            throw new SaleFault(Refusal.of(failure, language()));
        }
    }

    private Locale language() {
        return Words.language(call.getMessageContext().get(MessageContext.SERVLET_REQUEST) instanceof HttpServletRequest request ? Collections.list(request.getLocales()) : List.of());
    }
}
