// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.Role;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.DuplicateWarning;
import il.moked.customer.Identifier;
import il.moked.customer.Particular;
import il.moked.customer.Particulars;
import il.moked.shared.BusinessException;
import il.moked.shared.WrongFieldsException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A person or company becomes known: a new one, or a guest of whom it is known now who he is. Whoever looks like somebody known already is not registered before a person has said that he is another. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION})
public class Registration {
    /** More at once are no registration but an import. */
    private static final int MOST_AT_ONCE = 20;

    @Inject
    Customers customers;
    @Inject
    Suspecting suspecting;
    @Inject
    Outsourcing outsourcing;
    @Inject
    Segmentation segmentation;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** @param kind null is refused @param particulars as written @param identifiers may be empty @param contactPoints may be empty */
    public record NewCustomer(Customer.Kind kind, Map<Particular, String> particulars, List<NewIdentifier> identifiers, List<NewContactPoint> contactPoints) {
    }

    /** As written. */
    public record NewIdentifier(Identifier.Kind kind, String country, String number) {
    }

    /** As written. @param label what he calls it, or null */
    public record NewContactPoint(ContactPoint.Kind kind, String address, String label) {
    }

    /** What became of it. */
    public sealed interface Outcome permits Registered, Suspected {
    }

    public record Registered(long customerId, int version) implements Outcome {
    }

    /** Nothing was kept: these may be the same. */
    public record Suspected(List<DuplicateWarning> warnings) implements Outcome {
    }

    private record Checked(Particulars particulars, List<Identifier.Value> identifiers, List<ContactPoint.Written> contactPoints) {
    }

    /**
     * @param despite whether a person looked at who is like him, and he is none of them
     * @throws WrongFieldsException naming every field that is wrong
     * @throws BusinessException {@code customer.number-taken}: whoever has the same national ID or company number is he
     */
    public Outcome register(NewCustomer written, boolean despite) {
        Checked checked = check(written);
        List<DuplicateWarning> warnings = suspecting.like(checked.particulars(), checked.identifiers(), checked.contactPoints(), null);
        if (!warnings.isEmpty() && !despite) {
            return new Suspected(warnings);
        }
        Customer customer = Customer.registered(checked.particulars(), clock.instant());
        return keep(customer, checked, false);
    }

    /**
     * The guest keeps his id, his conversations and the addresses he came from.
     *
     * @param version of the guest that the caller saw
     * @throws BusinessException as {@link #register}; {@code customer.not-a-guest}
     */
    public Outcome registerGuest(long guestId, int version, NewCustomer written, boolean despite) {
        Checked checked = check(written);
        Customer guest = customers.get(guestId);
        outsourcing.check(guest.id());
        List<ContactPoint.Written> reached = Stream.concat(guest.contactPoints().stream().map(point -> new ContactPoint.Written(point.kind(), point.address(), point.writtenAs(), null)), checked.contactPoints().stream()).distinct().toList();
        List<DuplicateWarning> warnings = suspecting.like(checked.particulars(), checked.identifiers(), reached, guest.id());
        if (!warnings.isEmpty() && !despite) {
            return new Suspected(warnings);
        }
        Customer customer = customers.getForChange(guestId, version, clock.instant());
        customer.register(checked.particulars());
        return keep(customer, checked, true);
    }

    private Registered keep(Customer customer, Checked checked, boolean wasGuest) {
        Instant now = clock.instant();
        checked.identifiers().forEach(identifier -> customer.identifiedBy(identifier, now));
        checked.contactPoints().stream().filter(written -> customer.contactPoints().stream().noneMatch(point -> point.kind() == written.kind() && point.address().equals(written.address()))).forEach(written -> customer.reachableBy(written, now));
        if (!wasGuest) {
            customers.add(customer);
        }
        segmentation.apply(customer);
        customers.flush();
        events.tell(new CustomerRegistered(customer.id(), wasGuest));
        return new Registered(customer.id(), customer.version());
    }

    private Checked check(NewCustomer written) {
        WrongFieldsException.Reading reading = new WrongFieldsException.Reading();
        if (written.kind() != Customer.Kind.PERSON && written.kind() != Customer.Kind.COMPANY) {
            throw new WrongFieldsException("kind", written.kind() == null ? "shared.required" : "shared.choice");
        }
        Particulars particulars = Particulars.none(written.kind(), "he").read(written.particulars(), suspecting.today(), reading);
        if (written.identifiers().size() > MOST_AT_ONCE) {
            reading.refuse("identifiers", "shared.field-too-many", "identifiers", MOST_AT_ONCE);
        }
        if (written.contactPoints().size() > MOST_AT_ONCE) {
            reading.refuse("contactPoints", "shared.field-too-many", "contactPoints", MOST_AT_ONCE);
        }
        List<Identifier.Value> identifiers = new ArrayList<>();
        for (NewIdentifier identifier : written.identifiers().stream().limit(MOST_AT_ONCE).toList()) {
            identifiers.add(Identifier.read(identifier.kind(), identifier.country(), identifier.number(), "identifiers[" + identifiers.size() + "].", reading));
        }
        List<ContactPoint.Written> contactPoints = new ArrayList<>();
        for (NewContactPoint point : written.contactPoints().stream().limit(MOST_AT_ONCE).toList()) {
            contactPoints.add(ContactPoint.read(point.kind(), point.address(), point.label(), "contactPoints[" + contactPoints.size() + "].", reading));
        }
        reading.done();
        if (identifiers.stream().distinct().count() < identifiers.size()) {
            throw new BusinessException("customer.identifier-twice");
        }
        return new Checked(particulars, identifiers, contactPoints);
    }
}
