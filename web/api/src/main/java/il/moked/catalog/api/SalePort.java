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
    @Inject
    SoapAnswers answers;

    @WebMethod(operationName = "GetPrices")
    @WebResult(name = "GetPricesResponse", partName = BODY, targetNamespace = SaleMessages.NAMESPACE)
    public GetPricesResponse getPrices(@WebParam(name = "GetPrices", partName = BODY, targetNamespace = SaleMessages.NAMESPACE) GetPrices message) throws ProblemFault {
        return answers.of(() -> GetPricesResponse.of(pricing.price(message.basket())));
    }

    @WebMethod(operationName = "GetStock")
    @WebResult(name = "GetStockResponse", partName = BODY, targetNamespace = SaleMessages.NAMESPACE)
    public GetStockResponse getStock(@WebParam(name = "GetStock", partName = BODY, targetNamespace = SaleMessages.NAMESPACE) GetStock message) throws ProblemFault {
        return answers.of(() -> GetStockResponse.of(availability.of(message.sku)));
    }

    @WebMethod(operationName = "OfferQuote")
    @WebResult(name = "QuoteResponse", partName = BODY, targetNamespace = SaleMessages.NAMESPACE)
    public QuoteResponse offerQuote(@WebParam(name = "OfferQuote", partName = BODY, targetNamespace = SaleMessages.NAMESPACE) OfferQuote message) throws ProblemFault {
        StringWriter whole = new StringWriter();
        JAXB.marshal(message, whole);
        String number = answers.of(() -> keyed.once(message.requestKey, "SOAP OfferQuote", whole.toString(), () -> quoting.offer(message.basket(), message.occasion()).number(), given -> given, kept -> kept));
        return answers.of(() -> QuoteResponse.of(quoting.get(number)));
    }

    @WebMethod(operationName = "GetQuote")
    @WebResult(name = "QuoteResponse", partName = BODY, targetNamespace = SaleMessages.NAMESPACE)
    public QuoteResponse getQuote(@WebParam(name = "GetQuote", partName = BODY, targetNamespace = SaleMessages.NAMESPACE) GetQuote message) throws ProblemFault {
        return answers.of(() -> QuoteResponse.of(quoting.get(message.number)));
    }

    @WebMethod(operationName = "AcceptQuote")
    @WebResult(name = "QuoteResponse", partName = BODY, targetNamespace = SaleMessages.NAMESPACE)
    public QuoteResponse acceptQuote(@WebParam(name = "AcceptQuote", partName = BODY, targetNamespace = SaleMessages.NAMESPACE) AcceptQuote message) throws ProblemFault {
        return answers.of(() -> QuoteResponse.of(quoting.accept(message.number, SaleMessages.channel(message.channel))));
    }
}
