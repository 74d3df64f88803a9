// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.api;

import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.DuplicateWarning;
import il.moked.customer.Particular;
import il.moked.customer.ejb.IdentityReading.Identity;
import il.moked.customer.ejb.Registration.NewContactPoint;
import il.moked.customer.ejb.Registration.NewCustomer;
import il.moked.customer.ejb.Registration.NewIdentifier;
import il.moked.shared.OneOf;
import il.moked.shared.WrongFieldsException;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The messages of the contract, {@code WEB-INF/wsdl/CustomerService.wsdl}, as the binding wants them. They say nothing of their own. */
public final class CustomerMessages {
    static final String NAMESPACE = "urn:moked:customer:1";

    private CustomerMessages() {
    }

    @XmlRootElement(name = "FindCustomers")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"email", "phone", "nationalId"})
    public static class FindCustomers {
        String email;
        String phone;
        String nationalId;
    }

    @XmlRootElement(name = "FindCustomersResponse")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = "customer")
    public static class FindCustomersResponse {
        List<CustomerDetail> customer = new ArrayList<>();

        static FindCustomersResponse of(List<Identity> found) {
            FindCustomersResponse response = new FindCustomersResponse();
            response.customer = found.stream().map(CustomerDetail::of).toList();
            return response;
        }
    }

    @XmlRootElement(name = "GetCustomer")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = "id")
    public static class GetCustomer {
        long id;
    }

    @XmlRootElement(name = "GetCustomerResponse")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = "customer")
    public static class GetCustomerResponse {
        CustomerDetail customer;

        static GetCustomerResponse of(Identity identity) {
            GetCustomerResponse response = new GetCustomerResponse();
            response.customer = CustomerDetail.of(identity);
            return response;
        }
    }

    @XmlRootElement(name = "RegisterCustomer")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"requestKey", "kind", "particular", "contactPoint", "identifier", "despiteDuplicates"})
    public static class RegisterCustomer {
        String requestKey;
        String kind;
        List<ParticularValue> particular = new ArrayList<>();
        List<WrittenContactPoint> contactPoint = new ArrayList<>();
        List<WrittenIdentifier> identifier = new ArrayList<>();
        Boolean despiteDuplicates;

        boolean despite() {
            return Boolean.TRUE.equals(despiteDuplicates);
        }

        NewCustomer customer() {
            return new NewCustomer(one("kind", kind, Customer.Kind.class), particulars(particular), identifier.stream().map(WrittenIdentifier::written).toList(), contactPoint.stream().map(WrittenContactPoint::written).toList());
        }
    }

    @XmlRootElement(name = "RegisterCustomerResponse")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = "customer")
    public static class RegisterCustomerResponse {
        CustomerDetail customer;

        static RegisterCustomerResponse of(Identity identity) {
            RegisterCustomerResponse response = new RegisterCustomerResponse();
            response.customer = CustomerDetail.of(identity);
            return response;
        }
    }

    @XmlRootElement(name = "ChangeCustomer")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"id", "version", "particular"})
    public static class ChangeCustomer {
        long id;
        int version;
        List<ParticularValue> particular = new ArrayList<>();

        Map<Particular, String> changes() {
            return particulars(particular);
        }
    }

    @XmlRootElement(name = "ChangeCustomerResponse")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"customer", "duplicate"})
    public static class ChangeCustomerResponse {
        CustomerDetail customer;
        List<DuplicateDetail> duplicate = new ArrayList<>();

        static ChangeCustomerResponse of(Identity identity, List<DuplicateWarning> warnings) {
            ChangeCustomerResponse response = new ChangeCustomerResponse();
            response.customer = CustomerDetail.of(identity);
            response.duplicate = warnings.stream().map(DuplicateDetail::of).toList();
            return response;
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Particular", propOrder = {"name", "value"})
    public static class ParticularValue {
        String name;
        String value;

        static ParticularValue of(Particular which, String written) {
            ParticularValue detail = new ParticularValue();
            detail.name = which.field();
            detail.value = written;
            return detail;
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "NewContactPoint", propOrder = {"kind", "address", "label"})
    public static class WrittenContactPoint {
        String kind;
        String address;
        String label;

        NewContactPoint written() {
            return new NewContactPoint(one("contactPoint.kind", kind, ContactPoint.Kind.class), address, label);
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "NewIdentifier", propOrder = {"kind", "country", "number"})
    public static class WrittenIdentifier {
        String kind;
        String country;
        String number;

        NewIdentifier written() {
            return new NewIdentifier(one("identifier.kind", kind, il.moked.customer.Identifier.Kind.class), country, number);
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Customer", propOrder = {"id", "version", "kind", "displayName", "segment", "maskedNationalId", "createdAt", "particular", "contactPoint", "identifier"})
    public static class CustomerDetail {
        long id;
        int version;
        String kind;
        String displayName;
        String segment;
        String maskedNationalId;
        String createdAt;
        List<ParticularValue> particular = new ArrayList<>();
        List<ContactPointDetail> contactPoint = new ArrayList<>();
        List<IdentifierDetail> identifier = new ArrayList<>();

        static CustomerDetail of(Identity identity) {
            CustomerDetail detail = new CustomerDetail();
            detail.id = identity.id();
            detail.version = identity.version();
            detail.kind = identity.kind().name();
            detail.displayName = identity.name();
            detail.segment = identity.segment().name();
            detail.maskedNationalId = identity.maskedNationalId();
            detail.createdAt = identity.createdAt().toString();
            detail.particular = identity.particulars().entrySet().stream().map(one -> ParticularValue.of(one.getKey(), one.getValue())).toList();
            detail.contactPoint = identity.contactPoints().stream().map(ContactPointDetail::of).toList();
            detail.identifier = identity.identifiers().stream().map(IdentifierDetail::of).toList();
            return detail;
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "ContactPoint", propOrder = {"id", "kind", "address", "label", "verified", "preferred", "usualCaller"})
    public static class ContactPointDetail {
        long id;
        String kind;
        String address;
        String label;
        boolean verified;
        boolean preferred;
        boolean usualCaller;

        static ContactPointDetail of(il.moked.customer.ejb.IdentityReading.Reach reach) {
            ContactPointDetail detail = new ContactPointDetail();
            detail.id = reach.id();
            detail.kind = reach.kind().name();
            detail.address = reach.address();
            detail.label = reach.label();
            detail.verified = reach.verified();
            detail.preferred = reach.preferred();
            detail.usualCaller = reach.usualCaller();
            return detail;
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Identifier", propOrder = {"id", "kind", "country", "masked"})
    public static class IdentifierDetail {
        long id;
        String kind;
        String country;
        String masked;

        static IdentifierDetail of(il.moked.customer.ejb.IdentityReading.Number number) {
            IdentifierDetail detail = new IdentifierDetail();
            detail.id = number.id();
            detail.kind = number.kind().name();
            detail.country = number.country();
            detail.masked = number.masked();
            return detail;
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Duplicate", propOrder = {"customerId", "name", "certain"})
    public static class DuplicateDetail {
        long customerId;
        String name;
        boolean certain;

        static DuplicateDetail of(DuplicateWarning warning) {
            DuplicateDetail detail = new DuplicateDetail();
            detail.customerId = warning.customerId();
            detail.name = warning.name();
            detail.certain = warning.certain();
            return detail;
        }
    }

    @XmlRootElement(name = "Duplicates")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = "duplicate")
    public static class Duplicates {
        List<DuplicateDetail> duplicate = new ArrayList<>();

        static Duplicates of(List<DuplicateWarning> warnings) {
            Duplicates duplicates = new Duplicates();
            duplicates.duplicate = warnings.stream().map(DuplicateDetail::of).toList();
            return duplicates;
        }
    }

    private static <E extends Enum<E>> E one(String field, String written, Class<E> type) {
        return OneOf.named(type, written).orElseThrow(() -> new WrongFieldsException(field, written == null ? "shared.required" : "shared.choice"));
    }

    private static Map<Particular, String> particulars(List<ParticularValue> written) {
        Map<Particular, String> values = new EnumMap<>(Particular.class);
        for (ParticularValue value : written) {
            Particular which = Particular.named(value.name).orElseThrow(() -> new WrongFieldsException(String.valueOf(value.name), "shared.field-unknown", String.valueOf(value.name)));
            values.put(which, value.value);
        }
        return values;
    }
}
