// SPDX-License-Identifier: Apache-2.0
package il.moked.company.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.Passwords;
import il.moked.company.Companies;
import il.moked.company.CompanyEntry;
import il.moked.company.CompanyUser;
import il.moked.company.Permission;
import il.moked.customer.Customers;
import il.moked.selfservice.PortalSession;
import il.moked.selfservice.Secret;
import il.moked.selfservice.ejb.PortalSigningIn;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/**
 * How somebody of a company comes in: by a link in a mail once, to choose a password; afterwards by a code and then that password,
 * in each session. A wrong password and one too many is one answer after the same work.
 */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
public class CompanySigningIn {
    @Inject
    Companies companies;
    @Inject
    Customers customers;
    @Inject
    PortalSigningIn sessions;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** Who is invited, and by which company. */
    public record Invitation(String name, String email, String company, String language) {
    }

    /** Whether the password was given in that session. */
    public boolean entered(long sessionId, long userId) {
        return companies.entry(sessionId).filter(entry -> entry.userId() == userId).isPresent();
    }

    /** After the code: his password. @return false when it was not right, or he is locked out: nobody is told which */
    public boolean enter(long sessionId, long userId, String password) {
        Instant now = clock.instant();
        CompanyUser user = companies.locked(userId);
        boolean right = Passwords.matches(password, user.passwordHash().orElse(null));
        if (!user.active() || user.lockedAt(now)) {
            return false;
        }
        if (!right) {
            user.signInFailed(now);
            events.tell(new CompanyActed("company.sign-in-failed", CompanyActed.USER, user.id(), user.customerId(), null));
            return false;
        }
        user.signedIn();
        if (companies.entry(sessionId).isEmpty()) {
            companies.add(new CompanyEntry(sessionId, user, now));
        }
        return true;
    }

    /** @throws NotFoundException {@code company.unknown-invitation}: there is none, it is over or was used */
    public Invitation invitation(String token) {
        CompanyUser user = invited(token);
        return new Invitation(user.name(), user.email(), customers.get(user.customerId()).displayName(), user.language());
    }

    /** @throws BusinessException {@code access.password-length} @throws NotFoundException {@code company.unknown-invitation} */
    public void join(String token, String password) {
        CompanyUser user = invited(token);
        user.joined(Passwords.hash(password), clock.instant());
        events.tell(new CompanyActed("company.user-joined", CompanyActed.USER, user.id(), user.customerId(), null));
        // whoever had the old password is not in any more
        sessions.endAll(PortalSession.Kind.COMPANY, user.id());
    }

    private CompanyUser invited(String token) {
        return companies.invitedLocked(new Secret(token).hash()).filter(user -> user.invitationHolds(clock.instant())).orElseThrow(() -> new NotFoundException("company.unknown-invitation"));
    }

    /** Who is signed in, and for which company. @param administrator whether he keeps its people @param opens whether he may open calls anywhere; so are the others */
    public record Person(long userId, String name, String company, boolean administrator, boolean opens, boolean sees, boolean seesAll, boolean reports, boolean invoices) {
    }

    /** @throws BusinessException {@code company.not-let-in} */
    public Person person(long userId) {
        CompanyUser user = companies.find(userId).filter(CompanyUser::active).orElseThrow(() -> new BusinessException("company.not-let-in"));
        return new Person(userId, user.name(), customers.get(user.customerId()).displayName(), user.administrator(), may(user, Permission.OPEN), may(user, Permission.SEE), user.reach(Permission.SEE).whole(),
                may(user, Permission.REPORTS), user.reach(Permission.INVOICES).whole());
    }

    private static boolean may(CompanyUser user, Permission permission) {
        return !user.reach(permission).none();
    }
}
