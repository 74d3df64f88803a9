// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** One thing that is known of a customer himself. Its field name is the one of the forms and of the back-office interface. */
public enum Particular {
    FIRST_NAME("firstName", Customer.Kind.PERSON),
    LAST_NAME("lastName", Customer.Kind.PERSON),
    NATIONAL_ID("nationalId", Customer.Kind.PERSON),
    BIRTH_DATE("birthDate", Customer.Kind.PERSON),
    NAME("name", Customer.Kind.COMPANY),
    COMPANY_NUMBER("companyNumber", Customer.Kind.COMPANY),
    STREET("street", Customer.Kind.PERSON, Customer.Kind.COMPANY),
    HOUSE("house", Customer.Kind.PERSON, Customer.Kind.COMPANY),
    CITY("city", Customer.Kind.PERSON, Customer.Kind.COMPANY),
    POSTCODE("postcode", Customer.Kind.PERSON, Customer.Kind.COMPANY),
    LANGUAGE("language", Customer.Kind.PERSON, Customer.Kind.COMPANY);

    private final String field;
    private final Set<Customer.Kind> kinds;

    Particular(String field, Customer.Kind first, Customer.Kind... others) {
        this.field = field;
        this.kinds = EnumSet.of(first, others);
    }

    public String field() {
        return field;
    }

    public boolean of(Customer.Kind kind) {
        return kinds.contains(kind);
    }

    public static Optional<Particular> named(String field) {
        return Arrays.stream(values()).filter(one -> one.field.equals(field)).findFirst();
    }
}
