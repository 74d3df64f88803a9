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
import il.moked.customer.ejb.Registration.NewContactPoint;
import il.moked.customer.ejb.Registration.NewIdentifier;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.StaleVersionException;
import il.moked.shared.WrongFieldsException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of a customer and how he is reached is kept true. Whoever changes something says which version he saw.
 * Each act answers with the new version.
 */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION})
public class Keeping {
    @Inject
    Customers customers;
    @Inject
    Suspecting suspecting;
    @Inject
    Outsourcing outsourcing;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** @param warnings who is like him now; he is changed all the same */
    public record Changed(int version, List<DuplicateWarning> warnings) {
    }

    /** @param id of what was added */
    public record Added(long id, int version) {
    }

    /**
     * What is in the map is so from now on, or not known any more when it is blank; the rest stays.
     *
     * @throws StaleVersionException when somebody changed him since
     * @throws WrongFieldsException naming every field that is wrong
     * @throws BusinessException {@code customer.is-guest}; {@code customer.number-taken}; {@code customer.outsourced} for an identity number
     */
    public Changed change(long customerId, int version, Map<Particular, String> written) {
        if (written.containsKey(Particular.NATIONAL_ID)) {
            outsourcing.refuse();
        }
        Customer customer = forChange(customerId, version);
        if (customer.guest()) {
            throw new BusinessException("customer.is-guest");
        }
        Particulars before = customer.particulars();
        Particulars after = before.with(written, suspecting.today());
        Set<Particular> differences = after.differences(before);
        List<DuplicateWarning> warnings = differences.isEmpty() ? List.of()
                : suspecting.like(after, customer.identifiers().stream().map(Identifier::value).toList(), customer.contactPoints().stream().map(Keeping::written).toList(), customer.id());
        customer.change(after);
        customers.flush();
        events.tell(new CustomerChanged(customer.id(), "customer.changed", differences.stream().map(Particular::field).collect(Collectors.joining(", "))));
        return new Changed(customer.version(), warnings);
    }

    private Customer forChange(long customerId, int version) {
        Customer customer = customers.getForChange(customerId, version, clock.instant());
        outsourcing.check(customer.id());
        return customer;
    }

    private static ContactPoint.Written written(ContactPoint point) {
        return new ContactPoint.Written(point.kind(), point.address(), point.writtenAs(), null);
    }

    /** @throws WrongFieldsException {@code kind}, {@code address} or {@code label} @throws BusinessException {@code customer.reach-twice} */
    public Added addContactPoint(long customerId, int version, NewContactPoint written) {
        WrongFieldsException.Reading reading = new WrongFieldsException.Reading();
        ContactPoint.Written checked = ContactPoint.read(written.kind(), written.address(), written.label(), "", reading);
        reading.done();
        Customer customer = forChange(customerId, version);
        ContactPoint added = customer.reachableBy(checked, clock.instant());
        return new Added(told(customer, "customer.reach-added", checked.kind().name(), added::id), customer.version());
    }

    /** He is not reached there any more; what came from there before stays where it is. @throws NotFoundException {@code customer.unknown-reach}, also from those below */
    public int removeContactPoint(long customerId, int version, long pointId) {
        Customer customer = forChange(customerId, version);
        ContactPoint point = customer.contactPoint(pointId);
        customer.removeContactPoint(pointId, clock.instant());
        told(customer, "customer.reach-removed", point.kind().name(), point::id);
        return customer.version();
    }

    /** It was removed by mistake: he is reached there as before. */
    public int restoreContactPoint(long customerId, int version, long pointId) {
        Customer customer = forChange(customerId, version);
        ContactPoint point = customer.restoreContactPoint(pointId);
        told(customer, "customer.reach-restored", point.kind().name(), point::id);
        return customer.version();
    }

    /** @param label null: stays; blank: none @param verified true: somebody made sure that he is reached there @param preferred true: rather than at others of the kind @param usualCaller of all who share it he usually comes from there; null: stays */
    public record ContactPointChange(String label, boolean verified, boolean preferred, Boolean usualCaller) {
        public static final ContactPointChange VERIFIED = new ContactPointChange(null, true, false, null);
        public static final ContactPointChange PREFERRED = new ContactPointChange(null, false, true, null);

        public static ContactPointChange usualCaller(boolean usually) {
            return new ContactPointChange(null, false, false, usually);
        }

        private String detail() {
            return Stream.of(label == null ? null : "label", verified ? "verified" : null, preferred ? "preferred" : null, usualCaller == null ? null : usualCaller ? "usual-caller" : "no-usual-caller").filter(Objects::nonNull).collect(Collectors.joining(", "));
        }
    }

    /** @throws WrongFieldsException {@code label} */
    public int changeContactPoint(long customerId, int version, long pointId, ContactPointChange change) {
        Customer customer = forChange(customerId, version);
        ContactPoint point = customer.contactPoint(pointId);
        if (change.label() != null) {
            customer.callContactPoint(pointId, change.label());
        }
        if (change.verified()) {
            customer.verifyContactPoint(pointId, clock.instant());
        }
        if (change.preferred()) {
            customer.preferContactPoint(pointId);
        }
        if (change.usualCaller() != null) {
            customers.usuallyCalls(customer, point, change.usualCaller());
        }
        told(customer, "customer.reach-changed", point.kind() + " " + change.detail(), point::id);
        return customer.version();
    }

    /** @throws WrongFieldsException {@code kind}, {@code country} or {@code number} @throws BusinessException {@code customer.identifier-twice} */
    public Added addIdentifier(long customerId, int version, NewIdentifier written) {
        outsourcing.refuse();
        WrongFieldsException.Reading reading = new WrongFieldsException.Reading();
        Identifier.Value checked = Identifier.read(written.kind(), written.country(), written.number(), "", reading);
        reading.done();
        Customer customer = forChange(customerId, version);
        Identifier added = customer.identifiedBy(checked, clock.instant());
        return new Added(told(customer, "customer.identifier-added", checked.kind() + " " + checked.country(), added::id), customer.version());
    }

    /** @throws NotFoundException {@code customer.unknown-identifier} */
    public int removeIdentifier(long customerId, int version, long identifierId) {
        outsourcing.refuse();
        Customer customer = forChange(customerId, version);
        customer.removeIdentifier(identifierId);
        told(customer, "customer.identifier-removed", null, () -> identifierId);
        return customer.version();
    }

    private long told(Customer customer, String action, String detail, java.util.function.Supplier<Long> of) {
        customers.flush();
        events.tell(new CustomerChanged(customer.id(), action, detail == null ? "#" + of.get() : detail + " #" + of.get()));
        return of.get();
    }
}
