// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.customer.AuthorisedPerson;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Household;
import il.moked.customer.HouseholdMember;
import il.moked.customer.Relations;
import il.moked.shared.BusinessException;
import il.moked.shared.DayText;
import il.moked.shared.NotFoundException;
import il.moked.shared.StaleVersionException;
import il.moked.shared.WrongFieldsException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Customers are tied to each other: who lives together, which company belongs to which, who acts for a company. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION})
public class Relating {
    @Inject
    Customers customers;
    @Inject
    Relations relations;
    @Inject
    Suspecting suspecting;
    @Inject
    Outsourcing outsourcing;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /**
     * Another person lives with this one: in his household, the first one when he has several, or in a new one called by his family name.
     *
     * @param part what the other is there
     * @return id of the household
     * @throws BusinessException {@code customer.not-a-person}, {@code customer.self}, {@code customer.household-twice}, {@code customer.household-full}
     */
    public long livesWith(long customerId, long otherId, HouseholdMember.Part part) {
        outsourcing.refuse();
        Instant now = clock.instant();
        // of two that are tied at once in both directions one waits
        Customer first = customers.getLocked(Math.min(customerId, otherId));
        Customer second = customers.getLocked(Math.max(customerId, otherId));
        Customer person = customerId < otherId ? first : second;
        Customer other = person == first ? second : first;
        if (first.id().equals(second.id())) {
            throw new BusinessException("customer.self");
        }
        if (part == null) {
            throw new WrongFieldsException("part", "shared.required");
        }
        List<HouseholdMember> his = relations.householdsOf(person.id());
        Household household = his.isEmpty() ? open(person, now) : relations.householdLocked(his.get(0).household().id());
        household.admit(other, part, now);
        events.tell(new CustomerChanged(person.id(), "customer.household-joined", "#" + other.id()));
        events.tell(new CustomerChanged(other.id(), "customer.household-joined", "#" + person.id()));
        return household.id();
    }

    private Household open(Customer person, Instant now) {
        Household household = new Household(Optional.ofNullable(person.particulars().lastName()).orElse(person.displayName()), now);
        household.admit(person, HouseholdMember.Part.ADULT, now);
        relations.add(household);
        return household;
    }

    /** @throws NotFoundException {@code customer.unknown-relation} when he does not live there */
    public void leavesHousehold(long customerId, long householdId) {
        outsourcing.refuse();
        Customer person = customers.get(customerId);
        relations.householdLocked(householdId).leaves(person.id(), clock.instant());
        events.tell(new CustomerChanged(person.id(), "customer.household-left", "#" + householdId));
    }

    /**
     * Says to which company this one belongs. Two who would close a circle at the same moment from both ends wait for each other; one of them is refused as busy.
     *
     * @param version of the company that the caller saw
     * @param parentId null: to none
     * @return its version now
     * @throws StaleVersionException when somebody changed it since
     * @throws BusinessException {@code customer.not-a-company}, {@code customer.company-circle}
     */
    public int belongsTo(long companyId, int version, Long parentId) {
        outsourcing.refuse();
        Customer company = customers.getForChange(companyId, version, clock.instant());
        Customer parent = parentId == null ? null : customers.get(parentId);
        Set<Long> held = new HashSet<>(Set.of(company.id()));
        for (Customer up = parent; up != null && held.add(up.id()); up = up.parent().orElse(null)) {
            customers.getLocked(up.id());
        }
        company.ownedBy(parent);
        customers.flush();
        events.tell(new CustomerChanged(company.id(), "customer.parent-set", parent == null ? null : "#" + parent.id()));
        return company.version();
    }

    /** @param role as written; null is refused @param from first day as written; blank: today @param until last day as written; blank: until it is ended */
    public record NewAuthorisation(Long personId, AuthorisedPerson.Role role, String from, String until) {
    }

    /**
     * @return its id
     * @throws WrongFieldsException naming every field that is wrong
     * @throws BusinessException {@code customer.not-a-company}, {@code customer.not-a-person}
     */
    public long authorise(long companyId, NewAuthorisation written) {
        outsourcing.refuse();
        WrongFieldsException.Reading reading = new WrongFieldsException.Reading();
        LocalDate from = reading.read("from", written.from(), "customer.day", DayText::read);
        LocalDate until = reading.read("until", written.until(), "customer.day", DayText::read);
        reading.require("personId", written.personId());
        reading.require("role", written.role());
        reading.done();
        Customer company = customers.get(companyId);
        Customer person = customers.get(written.personId());
        AuthorisedPerson authorised = new AuthorisedPerson(company, person, written.role(), from == null ? suspecting.today() : from, until, currentUser.name(), clock.instant());
        relations.add(authorised);
        events.tell(new CustomerChanged(company.id(), "customer.person-authorised", written.role() + " #" + person.id()));
        return authorised.id();
    }

    /** @param until last day on which he may act, as written; blank: yesterday was the last @throws NotFoundException {@code customer.unknown-relation} @throws WrongFieldsException {@code until} */
    public void endAuthorisation(long companyId, long authorisationId, String until) {
        outsourcing.refuse();
        WrongFieldsException.Reading reading = new WrongFieldsException.Reading();
        LocalDate last = reading.read("until", until, "customer.day", DayText::read);
        reading.done();
        Customer company = customers.get(companyId);
        AuthorisedPerson authorised = relations.authorised(company.id(), authorisationId);
        LocalDate yesterday = suspecting.today().minusDays(1);
        authorised.endAfter(last != null ? last : yesterday.isBefore(authorised.from()) ? authorised.from() : yesterday);
        events.tell(new CustomerChanged(company.id(), "customer.authorisation-ended", authorised.role() + " #" + authorised.person().id()));
    }
}
