// SPDX-License-Identifier: Apache-2.0
package il.moked.demo.ejb;

import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.shared.NationalId;
import il.moked.shared.NotFoundException;
import il.moked.shared.PhoneNumber;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The made-up customers a newcomer may play in the channel lab. */
@Stateless
@PermitAll
public class DemoCustomers {
    /** The list stays one that can be chosen from at a glance. */
    public static final int MOST = 12;

    @Inject
    Customers customers;
    @Inject
    DemoProfile profile;

    /** @param phone as people write it; null when he has none @param nationalId that a menu may ask for; null of a company */
    public record DemoCustomer(String name, String email, String phone, String nationalId) {
    }

    /** @throws NotFoundException {@code demo.unknown} unless this is a demo installation */
    public List<DemoCustomer> list() {
        if (!profile.active()) {
            throw new NotFoundException("demo.unknown");
        }
        return customers.withVerifiedEmail(MOST).stream().map(DemoCustomers::shown).toList();
    }

    private static DemoCustomer shown(Customer customer) {
        String phone = point(customer, ContactPoint.Kind.PHONE).flatMap(PhoneNumber::parse).map(PhoneNumber::display).orElse(null);
        return new DemoCustomer(customer.displayName(), point(customer, ContactPoint.Kind.EMAIL).orElseThrow(), phone, customer.nationalId().map(NationalId::digits).orElse(null));
    }

    private static Optional<String> point(Customer customer, ContactPoint.Kind kind) {
        return customer.contactPoints().stream().filter(point -> point.kind() == kind).sorted((one, other) -> Boolean.compare(other.verified(), one.verified())).map(ContactPoint::address).findFirst();
    }
}
