// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.api;

import il.moked.customer.api.CustomerMessages.ChangeCustomer;
import il.moked.customer.api.CustomerMessages.ChangeCustomerResponse;
import il.moked.customer.api.CustomerMessages.FindCustomers;
import il.moked.customer.api.CustomerMessages.FindCustomersResponse;
import il.moked.customer.api.CustomerMessages.GetCustomer;
import il.moked.customer.api.CustomerMessages.GetCustomerResponse;
import il.moked.customer.api.CustomerMessages.RegisterCustomer;
import il.moked.customer.api.CustomerMessages.RegisterCustomerResponse;
import il.moked.customer.ejb.IdentityReading;
import il.moked.customer.ejb.Keeping;
import il.moked.customer.ejb.Registration;
import il.moked.customer.ejb.Registration.Outcome;
import il.moked.customer.ejb.Registration.Registered;
import il.moked.customer.ejb.Registration.Suspected;
import il.moked.shared.BusinessException;
import il.moked.shared.api.KeyedCalls;
import il.moked.shared.api.ProblemFault;
import il.moked.shared.api.SoapAnswers;
import il.moked.shared.api.Words;
import jakarta.inject.Inject;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;
import jakarta.xml.bind.JAXB;
import java.io.StringWriter;
import java.util.Objects;
import java.util.stream.Stream;

/** Customers by SOAP: the same activities, checks and codes as by REST. */
@WebService(name = "CustomerPort", serviceName = "CustomerService", portName = "CustomerPort", targetNamespace = CustomerMessages.NAMESPACE, wsdlLocation = "WEB-INF/wsdl/CustomerService.wsdl")
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public class CustomerPort {
    private static final String BODY = "body";

    @Inject
    IdentityReading reading;
    @Inject
    Registration registration;
    @Inject
    Keeping keeping;
    @Inject
    KeyedCalls keyed;
    @Inject
    SoapAnswers answers;

    @WebMethod(operationName = "FindCustomers")
    @WebResult(name = "FindCustomersResponse", partName = BODY, targetNamespace = CustomerMessages.NAMESPACE)
    public FindCustomersResponse findCustomers(@WebParam(name = "FindCustomers", partName = BODY, targetNamespace = CustomerMessages.NAMESPACE) FindCustomers message) throws ProblemFault {
        return answers.of(() -> {
            if (Stream.of(message.email, message.phone, message.nationalId).filter(Objects::nonNull).count() != 1) {
                throw new BusinessException("shared.bad-request");
            }
            return FindCustomersResponse.of(message.email != null ? reading.withEmail(message.email) : message.phone != null ? reading.withPhone(message.phone) : reading.withNationalId(message.nationalId));
        });
    }

    @WebMethod(operationName = "GetCustomer")
    @WebResult(name = "GetCustomerResponse", partName = BODY, targetNamespace = CustomerMessages.NAMESPACE)
    public GetCustomerResponse getCustomer(@WebParam(name = "GetCustomer", partName = BODY, targetNamespace = CustomerMessages.NAMESPACE) GetCustomer message) throws ProblemFault {
        return answers.of(() -> GetCustomerResponse.of(reading.consult(message.id)));
    }

    /** @throws DuplicatesFault when others may be the same */
    @WebMethod(operationName = "RegisterCustomer")
    @WebResult(name = "RegisterCustomerResponse", partName = BODY, targetNamespace = CustomerMessages.NAMESPACE)
    public RegisterCustomerResponse registerCustomer(@WebParam(name = "RegisterCustomer", partName = BODY, targetNamespace = CustomerMessages.NAMESPACE) RegisterCustomer message) throws ProblemFault, DuplicatesFault {
        StringWriter whole = new StringWriter();
        JAXB.marshal(message, whole);
        Outcome outcome = answers.of(() -> keyed.once(message.requestKey, "SOAP RegisterCustomer", whole.toString(), () -> registration.register(message.customer(), message.despite()),
                done -> done instanceof Registered registered ? registered.customerId() + " " + registered.version() : null, CustomerPort::registered));
        if (outcome instanceof Suspected suspected) {
            throw new DuplicatesFault(Words.text("customer.duplicates", answers.language()), suspected.warnings());
        }
        return answers.of(() -> RegisterCustomerResponse.of(reading.of(((Registered) outcome).customerId())));
    }

    private static Outcome registered(String kept) {
        String[] parts = kept.split(" ");
        return new Registered(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
    }

    @WebMethod(operationName = "ChangeCustomer")
    @WebResult(name = "ChangeCustomerResponse", partName = BODY, targetNamespace = CustomerMessages.NAMESPACE)
    public ChangeCustomerResponse changeCustomer(@WebParam(name = "ChangeCustomer", partName = BODY, targetNamespace = CustomerMessages.NAMESPACE) ChangeCustomer message) throws ProblemFault {
        return answers.of(() -> {
            Keeping.Changed changed = keeping.change(message.id, message.version, message.changes());
            return ChangeCustomerResponse.of(reading.of(message.id), changed.warnings());
        });
    }
}
