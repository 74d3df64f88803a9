// SPDX-License-Identifier: Apache-2.0
package il.moked.company.ejb;

import il.moked.access.Role;
import il.moked.branch.Branches;
import il.moked.company.Companies;
import il.moked.company.CompanyGrant;
import il.moked.company.CompanyKey;
import il.moked.company.CompanySite;
import il.moked.company.CompanyUser;
import il.moked.company.CompanyUser.Person;
import il.moked.company.Permission;
import il.moked.selfservice.PortalSession;
import il.moked.selfservice.Secret;
import il.moked.selfservice.ejb.PortalSigningIn;
import il.moked.shared.BusinessException;
import il.moked.shared.Names;
import il.moked.shared.NotFoundException;
import il.moked.shared.ShownText;
import il.moked.shared.StaleVersionException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A company's administrator keeps its sites, its people and the keys of its programs; of another company he knows nothing. */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
public class CompanyAdministering {
    private static final String PREFIX = "mk_";

    @Inject
    CompanyAccess access;
    @Inject
    Companies companies;
    @Inject
    Branches branches;
    @Inject
    SiteKeeping keeping;
    @Inject
    Inviting inviting;
    @Inject
    PortalSigningIn sessions;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** @param branch which branch serves it, null for none */
    public record SiteLine(long id, int version, String name, String address, Long branchId, Names branch, String number, boolean active) {
    }

    /** @param joined whether he chose a password already @param me whether he is who asks */
    public record UserLine(long id, int version, String name, String email, String phone, String language, boolean active, boolean joined, boolean administrator, Set<CompanyGrant> grants, boolean me) {
        public boolean may(long siteId, Permission permission) {
            return grants.contains(new CompanyGrant(siteId, permission));
        }
    }

    public record BranchChoice(long id, Names names) {
    }

    /** @param usedOn null when it was never used @param revokedAt null while it is good */
    public record KeyLine(long id, String name, String ending, String user, Instant createdAt, LocalDate usedOn, Instant revokedAt) {
        public boolean good() {
            return revokedAt == null;
        }
    }

    /** @param secret shown this once */
    public record NewKey(long id, String secret) {
    }

    private CompanyUser administrator(long userId) {
        return access.everywhere(userId, Permission.ADMINISTER);
    }

    // ---- sites

    public List<SiteLine> sites(long userId) {
        return keeping.of(administrator(userId).customerId());
    }

    public List<BranchChoice> branches(long userId) {
        administrator(userId);
        return branches.open().stream().map(branch -> new BranchChoice(branch.id(), SiteKeeping.names(branch))).toList();
    }

    /** @param siteId null for a new one @param seen version that was looked at @throws BusinessException {@code company.number-taken}, {@code company.branch}, {@code company.many}, {@link StaleVersionException} */
    public long saveSite(long userId, Long siteId, int seen, CompanySite.Facts facts, boolean active) {
        CompanyUser user = administrator(userId);
        return keeping.save(user.customerId(), siteId, seen, facts, active, CompanyAccess.who(user));
    }

    // ---- people

    public List<UserLine> users(long userId) {
        CompanyUser user = administrator(userId);
        return companies.users(user.customerId()).stream().map(each -> line(each, userId)).toList();
    }

    static UserLine line(CompanyUser user, long me) {
        return new UserLine(user.id(), user.version(), user.name(), user.email(), user.phone().orElse(null), user.language(), user.active(), user.joinedAt().isPresent(), user.administrator(), user.grants(), user.id() == me);
    }

    /** @throws BusinessException {@code company.email-taken}, {@code company.no-grant}, {@code shared.field-…} with the field */
    public long invite(long userId, Person person, Set<CompanyGrant> grants) {
        CompanyUser user = administrator(userId);
        CompanyUser invited = inviting.invite(user.customerId(), person, known(user.customerId(), grants), CompanyAccess.who(user));
        tell("company.user-invited", invited, user);
        return invited.id();
    }

    /** A new link for who did not follow the last, or forgot his password. */
    public void inviteAgain(long userId, long otherId) {
        CompanyUser user = administrator(userId);
        CompanyUser other = companies.userLocked(user.customerId(), otherId);
        if (!other.active()) {
            throw new BusinessException("company.not-let-in");
        }
        inviting.again(other);
        tell("company.user-invited-again", other, user);
    }

    /** @param seen version that was looked at @throws BusinessException {@code company.last-administrator}, {@link StaleVersionException} */
    public void change(long userId, long otherId, int seen, Person person, Set<CompanyGrant> grants, boolean active) {
        CompanyUser user = administrator(userId);
        CompanyUser other = companies.userLocked(user.customerId(), otherId);
        other.expect(seen);
        other.is(person);
        other.may(known(user.customerId(), grants));
        other.letIn(active);
        companies.flush();
        if (companies.users(user.customerId()).stream().noneMatch(each -> each.active() && each.administrator())) {
            throw new BusinessException("company.last-administrator");
        }
        if (!active) {
            sessions.endAll(PortalSession.Kind.COMPANY, otherId);
        }
        tell("company.user-changed", other, user);
    }

    /** What is granted is granted at sites of this company; who administers does so in the whole of it. */
    private Set<CompanyGrant> known(long customerId, Set<CompanyGrant> grants) {
        Set<Long> sites = companies.sites(customerId).stream().map(CompanySite::id).collect(Collectors.toSet());
        if (grants.stream().anyMatch(grant -> !grant.whole() && (!sites.contains(grant.siteId()) || grant.may() == Permission.ADMINISTER))) {
            throw new NotFoundException("company.unknown-site");
        }
        return grants;
    }

    private void tell(String action, CompanyUser about, CompanyUser by) {
        events.tell(new CompanyActed(action, CompanyActed.USER, about.id(), about.customerId(), CompanyAccess.who(by)));
    }

    // ---- keys

    public List<KeyLine> keys(long userId) {
        return companies.keys(administrator(userId).customerId()).stream().map(key -> new KeyLine(key.id(), key.name(), key.ending(), key.user().name(), key.createdAt(), key.usedOn().orElse(null), key.revokedAt().orElse(null))).toList();
    }

    /** It may do what the administrator may. @throws BusinessException {@code shared.field-missing}, {@code shared.field-too-long}, {@code company.many} */
    public NewKey newKey(long userId, String name) {
        CompanyUser user = administrator(userId);
        if (name == null || name.isBlank()) {
            throw new BusinessException("shared.field-missing", "name");
        }
        if (name.strip().length() > CompanyKey.LONGEST_NAME) {
            throw new BusinessException("shared.field-too-long", "name", CompanyKey.LONGEST_NAME);
        }
        if (companies.keys(user.customerId()).stream().filter(key -> key.revokedAt().isEmpty()).count() >= Companies.MOST_KEYS) {
            throw new BusinessException("company.many", Companies.MOST_KEYS);
        }
        Secret secret = new Secret(PREFIX + Secret.next().shown());
        CompanyKey key = new CompanyKey(user, ShownText.line(name.strip(), CompanyKey.LONGEST_NAME), secret.shown(), secret.hash(), clock.instant());
        companies.add(key);
        events.tell(new CompanyActed("company.key-made", CompanyActed.KEY, key.id(), user.customerId(), CompanyAccess.who(user)));
        return new NewKey(key.id(), secret.shown());
    }

    /** It is good no more. */
    public void revoke(long userId, long keyId) {
        CompanyUser user = administrator(userId);
        companies.key(user.customerId(), keyId).revoked(clock.instant());
        events.tell(new CompanyActed("company.key-revoked", CompanyActed.KEY, keyId, user.customerId(), CompanyAccess.who(user)));
    }
}
