// SPDX-License-Identifier: Apache-2.0
package il.moked.company.ejb;

import il.moked.company.Companies;
import il.moked.company.CompanyUser;
import il.moked.customer.ContactPoint;
import il.moked.selfservice.PortalSession;
import il.moked.selfservice.ejb.PortalPeople;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** People of companies sign in by a code sent to their mail address or telephone, once they chose a password. */
@ApplicationScoped
public class CompanyPeople implements PortalPeople {
    @Inject
    Companies companies;

    @Override
    public PortalSession.Kind kind() {
        return PortalSession.Kind.COMPANY;
    }

    @Override
    public List<Person> reachedBy(ContactPoint.Kind kind, String address) {
        Stream<CompanyUser> users = kind == ContactPoint.Kind.EMAIL ? companies.withEmail(address).stream() : companies.withPhone(address).stream();
        return users.filter(user -> user.active() && user.passwordHash().isPresent()).map(user -> new Person(user.id(), user.customerId(), true, Optional.empty())).toList();
    }
}
