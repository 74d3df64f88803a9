// SPDX-License-Identifier: Apache-2.0
package il.moked.company.ejb;

import il.moked.company.Companies;
import il.moked.company.CompanyGrant;
import il.moked.company.CompanyUser;
import il.moked.company.CompanyUser.Person;
import il.moked.customer.Customers;
import il.moked.selfservice.Secret;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.PortalAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;

/** Sends somebody of a company the link by which he chooses a password. In the transaction of whoever calls, who checked that the caller may. */
@ApplicationScoped
class Inviting {
    static final String PATH = "/business/join/";

    @Inject
    Companies companies;
    @Inject
    Customers customers;
    @Inject
    CompanyMail mail;
    @Inject
    PortalAddress portal;
    @Inject
    Clock clock;

    /** @param by who invites him, for the record @throws BusinessException {@code company.email-taken}, {@code company.many}, {@code company.no-address} */
    CompanyUser invite(long customerId, Person person, Set<CompanyGrant> grants, String by) {
        if (companies.withEmail(person.email()).isPresent()) {
            throw new BusinessException("company.email-taken", "email");
        }
        if (companies.users(customerId).size() >= Companies.MOST_USERS) {
            throw new BusinessException("company.many", Companies.MOST_USERS);
        }
        CompanyUser user = new CompanyUser(customerId, person, grants, by, clock.instant());
        companies.add(user);
        again(user);
        return user;
    }

    /** A new link. @throws BusinessException {@code company.no-address}, {@code company.not-sent} */
    void again(CompanyUser user) {
        Secret secret = Secret.next();
        user.invited(secret.hash(), clock.instant());
        String link = portal.page(PATH + secret.shown()).orElseThrow(() -> new BusinessException("company.no-address"));
        CompanyWords words = new CompanyWords(user.language());
        String company = customers.get(user.customerId()).displayName();
        if (!mail.sendSecretly(user, words.text("invitation.subject", company), words.text("invitation.kept", company), words.text("invitation", user.name(), company, link, CompanyUser.INVITATION.toDays()))) {
            throw new BusinessException("company.not-sent");
        }
    }
}
