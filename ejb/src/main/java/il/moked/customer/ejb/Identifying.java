// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Identification;
import il.moked.shared.EmailAddress;
import il.moked.shared.NationalId;
import il.moked.shared.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds whose card a contact belongs on. Exactly one known customer with the address: his. Several: nobody is guessed;
 * the contact goes to a guest and an agent is asked. Nobody: the guest who wrote from there before, or a new one.
 */
@ApplicationScoped
public class Identifying {
    @Inject
    Customers customers;
    @Inject
    Segmentation segmentation;
    @Inject
    Clock clock;

    /** What a contact says of its sender; any part may be null. Nothing of it is proved but a handle that says so. @param signedIn the customer who was signed in at the portal when he wrote */
    public record Sender(String name, String email, String phone, String nationalId, Handle handle, Long signedIn) {
        public Sender(String name, String email, String phone, String nationalId, Handle handle) {
            this(name, email, phone, nationalId, handle, null);
        }

        public Sender(String name, String email, String phone, String nationalId) {
            this(name, email, phone, nationalId, null, null);
        }
    }

    /**
     * What a provider of messages calls somebody.
     *
     * @param proved by a secret we gave out after he had signed in; what a stranger's server says is not
     */
    public record Handle(ContactPoint.Kind kind, String address, boolean proved) {
        public Handle(ContactPoint.Kind kind, String address) {
            this(kind, address, false);
        }
    }

    /** The card, and how sure it is. */
    public record Identified(Customer customer, Identification how) {
    }

    public Identified identify(Sender sender, String language) {
        Identified identified = find(sender, language);
        segmentation.apply(identified.customer());
        return identified;
    }

    private Identified find(Sender sender, String language) {
        if (sender.signedIn() != null) {
            return new Identified(customers.get(sender.signedIn()), Identification.SIGNED_IN);
        }
        Optional<EmailAddress> email = EmailAddress.parse(sender.email());
        Optional<PhoneNumber> phone = PhoneNumber.parse(sender.phone());
        List<Customer> reached = new ArrayList<>();
        email.ifPresent(address -> reached.addAll(customers.reachedBy(ContactPoint.Kind.EMAIL, address.value())));
        if (known(reached).size() != 1) {
            phone.ifPresent(number -> reached.addAll(customers.reachedBy(ContactPoint.Kind.PHONE, number.value())));
        }
        Optional<Handle> handle = Optional.ofNullable(sender.handle());
        List<Customer> signedIn = handle.filter(Handle::proved).map(name -> known(customers.reachedBy(name.kind(), name.address()))).orElse(List.of());
        if (signedIn.size() == 1) {
            return new Identified(signedIn.get(0), Identification.SIGNED_IN);
        }
        if (known(reached).size() != 1) {
            handle.ifPresent(name -> reached.addAll(customers.reachedBy(name.kind(), name.address())));
        }
        List<Customer> known = known(reached);
        if (known.size() != 1) {
            Optional<Customer> byNationalId = NationalId.parse(sender.nationalId()).flatMap(customers::findByNationalId);
            if (byNationalId.isPresent() && (known.isEmpty() || known.contains(byNationalId.get()))) {
                return new Identified(byNationalId.get(), known.isEmpty() ? Identification.TYPED_ID : Identification.CONTACT_POINT);
            }
        }
        if (known.size() == 1) {
            return new Identified(known.get(0), Identification.CONTACT_POINT);
        }
        Customer guest = reached.stream().filter(Customer::guest).findFirst().orElseGet(() -> welcome(sender, email, phone, language));
        return new Identified(guest, known.isEmpty() ? Identification.UNKNOWN : Identification.AMBIGUOUS);
    }

    private static List<Customer> known(List<Customer> reached) {
        return reached.stream().filter(customer -> !customer.guest()).distinct().toList();
    }

    private Customer welcome(Sender sender, Optional<EmailAddress> email, Optional<PhoneNumber> phone, String language) {
        Instant now = clock.instant();
        String name = Optional.ofNullable(sender.name()).map(String::strip).filter(given -> !given.isEmpty())
                .or(() -> email.map(EmailAddress::value)).or(() -> phone.map(PhoneNumber::display)).orElse("?");
        Customer guest = Customer.guest(il.moked.shared.ShownText.line(name, 200), language, now);
        email.ifPresent(address -> guest.reachableBy(ContactPoint.Kind.EMAIL, address.value(), address.value(), false, now));
        phone.ifPresent(number -> guest.reachableBy(ContactPoint.Kind.PHONE, number.value(), sender.phone(), false, now));
        Optional.ofNullable(sender.handle()).ifPresent(handle -> guest.reachableBy(handle.kind(), handle.address(), handle.address(), false, now));
        customers.add(guest);
        return guest;
    }
}
