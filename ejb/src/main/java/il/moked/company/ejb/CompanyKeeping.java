// SPDX-License-Identifier: Apache-2.0
package il.moked.company.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.agreement.Agreement;
import il.moked.agreement.Agreements;
import il.moked.company.Companies;
import il.moked.company.CompanyGrant;
import il.moked.company.CompanySite;
import il.moked.company.CompanyUser;
import il.moked.company.CompanyUser.Person;
import il.moked.company.Permission;
import il.moked.company.ejb.CompanyAdministering.SiteLine;
import il.moked.company.ejb.CompanyAdministering.UserLine;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.ejb.Outsourcing;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** What staff see and set up of a company's portal: whoever serves it sees its sites and people; supervisors let its first administrator in and say what a contract costs. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMINISTRATOR})
public class CompanyKeeping {
    private static final int MOST_AGREEMENTS = 20;

    @Inject
    Companies companies;
    @Inject
    Customers customers;
    @Inject
    Agreements agreements;
    @Inject
    SiteKeeping sites;
    @Inject
    Inviting inviting;
    @Inject
    Outsourcing outsourcing;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;

    /** @param fee a month, or null @param credits whether its level gives anything back for times that are not kept */
    public record FeeLine(long id, int version, String number, BigDecimal fee, boolean credits) {
    }

    /** @param fees of its contracts */
    public record CompanyCard(List<SiteLine> sites, List<UserLine> users, List<FeeLine> fees) {
    }

    /** Whether a customer can have a portal of its own. */
    public boolean company(long customerId) {
        return customers.get(customerId).kind() == Customer.Kind.COMPANY;
    }

    public CompanyCard of(long customerId) {
        long id = checked(customerId);
        return new CompanyCard(sites.of(id), companies.users(id).stream().map(user -> CompanyAdministering.line(user, 0)).toList(),
                agreements.ofCustomer(id, MOST_AGREEMENTS).stream().map(each -> new FeeLine(each.id(), each.version(), each.number(), each.monthlyFee().orElse(null), each.level().flatMap(level -> level.credit()).isPresent())).toList());
    }

    private long checked(long customerId) {
        Customer customer = customers.get(customerId);
        outsourcing.check(customer.id());
        if (customer.kind() != Customer.Kind.COMPANY) {
            throw new BusinessException("customer.not-a-company");
        }
        return customer.id();
    }

    /** An administrator of the company: he invites the others. */
    @RolesAllowed({Role.SUPERVISOR, Role.ADMINISTRATOR})
    public long invite(long customerId, Person person) {
        CompanyUser user = inviting.invite(checked(customerId), person, Set.of(CompanyGrant.everywhere(Permission.ADMINISTER)), currentUser.name());
        events.tell(new CompanyActed("company.user-invited", CompanyActed.USER, user.id(), user.customerId(), null));
        return user.id();
    }

    /** A new link. */
    @RolesAllowed({Role.SUPERVISOR, Role.ADMINISTRATOR})
    public void inviteAgain(long customerId, long userId) {
        CompanyUser user = companies.userLocked(checked(customerId), userId);
        inviting.again(user);
        events.tell(new CompanyActed("company.user-invited-again", CompanyActed.USER, user.id(), user.customerId(), null));
    }

    @RolesAllowed({Role.SUPERVISOR, Role.ADMINISTRATOR})
    public long addSite(long customerId, CompanySite.Facts facts) {
        return sites.save(checked(customerId), null, 0, facts, true, null);
    }

    /** @param monthly null when it is not known @throws NotFoundException {@code agreement.unknown} also when it is another's */
    @RolesAllowed({Role.SUPERVISOR, Role.ADMINISTRATOR})
    public void costs(long customerId, long agreementId, BigDecimal monthly) {
        long id = checked(customerId);
        Agreement agreement = agreements.getLocked(agreementId);
        if (agreement.customerId() != id) {
            throw new NotFoundException("agreement.unknown");
        }
        agreement.costs(monthly);
        events.tell(new CompanyActed("company.fee-set", "agreement", agreementId, id, monthly == null ? null : monthly.toPlainString()));
    }
}
