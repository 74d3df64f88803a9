// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.selfservice.PortalSession;
import il.moked.shared.NationalId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Persons the organisation knows sign in as customers; a company does so by its people. */
@ApplicationScoped
public class PortalCustomers implements PortalPeople {
    @Inject
    Customers customers;

    @Override
    public PortalSession.Kind kind() {
        return PortalSession.Kind.CUSTOMER;
    }

    @Override
    public List<Person> reachedBy(ContactPoint.Kind kind, String address) {
        return customers.reachedBy(kind, address).stream().filter(customer -> customer.kind() == Customer.Kind.PERSON).map(customer -> new Person(customer.id(), customer.id(), sure(customer, kind, address), customer.nationalId().map(NationalId::digits))).toList();
    }

    private static boolean sure(Customer customer, ContactPoint.Kind kind, String address) {
        return customer.contactPoints().stream().anyMatch(point -> point.kind() == kind && point.verified() && point.address().equals(address));
    }
}
