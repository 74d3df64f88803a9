// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.Role;
import il.moked.customer.AuthorisedPerson;
import il.moked.customer.ContactPoint;
import il.moked.customer.Consents;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Household;
import il.moked.customer.HouseholdMember;
import il.moked.customer.Identifier;
import il.moked.customer.Particular;
import il.moked.customer.Particulars;
import il.moked.customer.Relations;
import il.moked.customer.Segment;
import il.moked.customer.ejb.Consenting.ConsentLine;
import il.moked.shared.CompanyNumber;
import il.moked.shared.EmailAddress;
import il.moked.shared.NationalId;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who a customer is, how he is reached, to whom he belongs and what he allows. Identity numbers are masked for everybody. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION})
public class IdentityReading {
    @Inject
    Customers customers;
    @Inject
    Relations relations;
    @Inject
    Consents consents;
    @Inject
    Suspecting suspecting;
    @Inject
    Outsourcing outsourcing;
    @Inject
    DomainEvents events;

    /**
     * The customer himself.
     *
     * @param particulars what is known, as written in forms, but for the identity number; what is not known is not in it
     * @param maskedNationalId its last three digits, or null
     */
    public record Identity(long id, int version, Customer.Kind kind, String name, Segment segment, String language, Map<Particular, String> particulars, String addressLine, LocalDate birthDate, String maskedNationalId, Instant createdAt, List<Reach> contactPoints,
            List<Number> identifiers) {
        public boolean guest() {
            return kind == Customer.Kind.GUEST;
        }

        public boolean company() {
            return kind == Customer.Kind.COMPANY;
        }

        static Identity of(Customer customer) {
            Particulars known = customer.particulars();
            Map<Particular, String> particulars = new EnumMap<>(Particular.class);
            Stream.of(Particular.values()).filter(one -> one != Particular.NATIONAL_ID && one.of(customer.kind()) && !known.written(one).isEmpty()).forEach(one -> particulars.put(one, known.written(one)));
            return new Identity(customer.id(), customer.version(), customer.kind(), customer.displayName(), customer.segment(), customer.language(), particulars, customer.address().line(), known.birthDate(), customer.nationalId().map(NationalId::masked).orElse(null),
                    customer.createdAt(), customer.contactPoints().stream().map(Reach::of).toList(), customer.identifiers().stream().map(Number::of).toList());
        }
    }

    /** @param address as compared @param shown as people write it @param label what he calls it, or null */
    public record Reach(long id, ContactPoint.Kind kind, String address, String shown, String label, boolean verified, boolean preferred, boolean usualCaller) {
        static Reach of(ContactPoint point) {
            return new Reach(point.id(), point.kind(), point.address(), point.shown(), point.label().orElse(null), point.verified(), point.preferred(), point.usualCaller());
        }
    }

    /** A number of another state. @param masked but for its end when it is a passport */
    public record Number(long id, Identifier.Kind kind, String country, String masked) {
        static Number of(Identifier identifier) {
            return new Number(identifier.id(), identifier.value().kind(), identifier.value().country(), identifier.value().masked());
        }
    }

    /** Somebody else, by name. */
    public record Other(long id, Customer.Kind kind, String name) {
        static Other of(Customer customer) {
            return new Other(customer.id(), customer.kind(), customer.displayName());
        }
    }

    /** To whom he belongs. @param above from the topmost company down to the parent @param more whether there are more daughters, authorised persons or companies than are here */
    public record Ties(List<Home> households, List<Other> above, List<Other> daughters, List<Authorised> authorised, List<Authorised> actsFor, boolean more) {
    }

    /** A household and who lives there beside him. */
    public record Home(long id, String name, HouseholdMember.Part part, List<Housemate> others) {
    }

    public record Housemate(Other person, HouseholdMember.Part part) {
    }

    /** @param other the person, or the company when the person is asked about @param now whether he may act today @param until null: until it is ended */
    public record Authorised(long id, Other other, AuthorisedPerson.Role role, LocalDate from, LocalDate until, boolean now) {
    }

    /** For a place beside the card, whose opening is in the audit. */
    public Identity of(long customerId) {
        return Identity.of(seen(customerId));
    }

    private Customer seen(long customerId) {
        Customer customer = customers.get(customerId);
        outsourcing.check(customer.id());
        return customer;
    }

    /** For another system; written to the audit. */
    public Identity consult(long customerId) {
        Customer customer = seen(customerId);
        events.tell(new CustomerRead(customer.id(), "customer.consulted", null));
        return Identity.of(customer);
    }

    /** Those with exactly this address, known ones first; written to the audit, as the two below. */
    public List<Identity> withEmail(String email) {
        return EmailAddress.parse(email).map(address -> customers.reachedBy(ContactPoint.Kind.EMAIL, address.value())).orElse(List.of()).stream().map(customer -> consult(customer.id())).toList();
    }

    /** Those with exactly this number, however it is written, known ones first. */
    public List<Identity> withPhone(String phone) {
        return PhoneNumber.parse(phone).map(number -> customers.reachedBy(ContactPoint.Kind.PHONE, number.value())).orElse(List.of()).stream().map(customer -> consult(customer.id())).toList();
    }

    /** None or one. */
    public List<Identity> withNationalId(String nationalId) {
        return NationalId.parse(nationalId).flatMap(customers::findByNationalId).stream().map(customer -> consult(customer.id())).toList();
    }

    /** As {@link #of}. */
    public Ties tiesOf(long customerId) {
        return ties(seen(customerId));
    }

    /** As {@link #consult}. */
    public Ties consultTies(long customerId) {
        Customer customer = seen(customerId);
        events.tell(new CustomerRead(customer.id(), "customer.consulted", "relations"));
        return ties(customer);
    }

    private Ties ties(Customer customer) {
        if (customer.kind() != Customer.Kind.COMPANY) {
            List<AuthorisedPerson> actsFor = relations.actsFor(customer.id(), suspecting.today());
            return new Ties(homes(customer), List.of(), List.of(), List.of(), actsFor.stream().limit(Relations.MOST_SHOWN).map(one -> authorised(one, one.company())).toList(),
                    actsFor.size() > Relations.MOST_SHOWN);
        }
        List<Customer> daughters = relations.daughters(customer.id());
        List<AuthorisedPerson> authorised = relations.authorisedFor(customer.id(), suspecting.today());
        return new Ties(List.of(), above(customer), daughters.stream().limit(Relations.MOST_SHOWN).map(Other::of).toList(), authorised.stream().limit(Relations.MOST_SHOWN).map(one -> authorised(one, one.person())).toList(), List.of(),
                daughters.size() > Relations.MOST_SHOWN || authorised.size() > Relations.MOST_SHOWN);
    }

    private List<Home> homes(Customer customer) {
        Map<Household, List<HouseholdMember>> homes = relations.householdsOf(customer.id()).stream().collect(Collectors.groupingBy(HouseholdMember::household, LinkedHashMap::new, Collectors.toList()));
        return homes.entrySet().stream().map(home -> home(home.getKey(), home.getValue(), customer)).toList();
    }

    private static Home home(Household household, List<HouseholdMember> members, Customer of) {
        HouseholdMember.Part part = members.stream().filter(member -> member.person().id().equals(of.id())).map(HouseholdMember::part).findFirst().orElse(HouseholdMember.Part.OTHER);
        return new Home(household.id(), household.name(), part, HouseholdMember.once(members.stream()).filter(member -> !member.person().id().equals(of.id())).map(member -> new Housemate(Other.of(member.person()), member.part())).toList());
    }

    /** A circle that came about by joining two cards ends where it began. */
    private static List<Other> above(Customer company) {
        Map<Long, Customer> seen = new LinkedHashMap<>();
        for (Customer up = company.parent().orElse(null); up != null && !up.id().equals(company.id()) && seen.putIfAbsent(up.id(), up) == null; up = up.parent().orElse(null)) {
            // seen keeps the way up
        }
        List<Other> above = new ArrayList<>();
        seen.values().forEach(up -> above.add(0, Other.of(up)));
        return above;
    }

    private Authorised authorised(AuthorisedPerson one, Customer other) {
        return new Authorised(one.id(), Other.of(other), one.role(), one.from(), one.until().orElse(null), one.on(suspecting.today()));
    }

    /** For every channel and purpose of which he ever spoke what he said last. As {@link #of}. */
    public List<ConsentLine> consentsOf(long customerId) {
        return consents.latest(seen(customerId).id()).stream().map(ConsentLine::of).toList();
    }

    /** Whether whoever asks may see numbers whole. */
    public boolean mayReveal() {
        return !outsourcing.outsourced();
    }

    /**
     * Who is known by exactly this: a national ID, company number, telephone number or e-mail address, to be tied to somebody. Known customers only.
     *
     * @throws il.moked.shared.BusinessException {@code customer.outsourced}
     */
    public List<Other> lookUp(String written) {
        outsourcing.refuse();
        Map<Long, Customer> found = new LinkedHashMap<>();
        NationalId.parse(written).flatMap(customers::findByNationalId).ifPresent(one -> found.put(one.id(), one));
        CompanyNumber.parse(written).ifPresent(number -> put(found, customers.idsOf(List.of(number.digits())).values().stream().map(customers::get).toList()));
        PhoneNumber.parse(written).ifPresent(number -> put(found, customers.reachedBy(ContactPoint.Kind.PHONE, number.value())));
        EmailAddress.parse(written).ifPresent(address -> put(found, customers.reachedBy(ContactPoint.Kind.EMAIL, address.value())));
        found.keySet().forEach(id -> events.tell(new CustomerRead(id, "customer.looked-up", null)));
        return found.values().stream().map(Other::of).toList();
    }

    private static void put(Map<Long, Customer> found, Collection<Customer> more) {
        more.stream().filter(one -> !one.guest()).forEach(one -> found.put(one.id(), one));
    }
}
