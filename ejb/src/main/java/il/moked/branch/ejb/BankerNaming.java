// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.ejb.CurrentUser;
import il.moked.branch.Bankers;
import il.moked.branch.Branch;
import il.moked.branch.Branches;
import il.moked.branch.Counter;
import il.moked.branch.RelationshipBanker;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who is whose relationship banker: everybody who serves a customer sees it, supervisors name him. When that customer comes to a branch where his banker sits at a counter he is led there. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMINISTRATOR})
public class BankerNaming {
    @Inject
    Bankers bankers;
    @Inject
    Branches branches;
    @Inject
    Customers customers;
    @Inject
    StaffUsers users;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** @param version of the naming @param hebrewBranch and @param englishBranch where he works, null when he works at no branch any more @param counter where he sits now, null when he sits nowhere */
    public record BankerLine(long userId, int version, String userName, String hebrewName, String englishName, String hebrewBranch, String englishBranch, Integer counter) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }

        public String branch(String language) {
            return "he".equals(language) ? hebrewBranch : englishBranch;
        }
    }

    /** Empty when he has none. */
    public Optional<BankerLine> of(long customerId) {
        return bankers.of(customerId).map(named -> line(named.banker(), named.version()));
    }

    /** Businesses have bankers. */
    public boolean mayHave(long customerId) {
        return customers.get(customerId).segment().business();
    }

    private BankerLine line(StaffUser banker, int version) {
        Branch branch = banker.team().flatMap(team -> branches.ofTeam(team.id())).orElse(null);
        return new BankerLine(banker.id(), version, banker.userName(), banker.name("he"), banker.name("en"), branch == null ? null : branch.name("he"), branch == null ? null : branch.name("en"), branches.counterOf(banker.id()).map(Counter::number).orElse(null));
    }

    /** Who can be named: everybody who works at a branch. */
    @RolesAllowed({Role.SUPERVISOR, Role.ADMINISTRATOR})
    public List<BankerLine> choices() {
        Map<Long, Branch> teams = branches.open().stream().collect(Collectors.toMap(Branch::teamId, Function.identity()));
        return users.everybody().stream().filter(StaffUser::active).flatMap(user -> user.team().map(team -> teams.get(team.id())).map(branch -> choice(user, branch)).stream()).sorted(Comparator.comparing(BankerLine::hebrewBranch).thenComparing(BankerLine::hebrewName)).toList();
    }

    private static BankerLine choice(StaffUser user, Branch branch) {
        return new BankerLine(user.id(), 0, user.userName(), user.name("he"), user.name("en"), branch.name("he"), branch.name("en"), null);
    }

    /** @param userName null: he has none any more @throws BusinessException {@code branch.banker} when he is not active, or works at no branch */
    @RolesAllowed({Role.SUPERVISOR, Role.ADMINISTRATOR})
    public void name(long customerId, String userName) {
        Customer customer = customers.getLocked(customerId);
        Optional<RelationshipBanker> known = bankers.of(customerId);
        if (userName == null || userName.isBlank()) {
            known.ifPresent(bankers::remove);
        } else {
            StaffUser banker = users.findByName(userName.strip()).filter(StaffUser::active).filter(user -> user.team().flatMap(team -> branches.ofTeam(team.id())).isPresent()).orElseThrow(() -> new BusinessException("branch.banker", "banker"));
            known.ifPresentOrElse(named -> named.become(banker, currentUser.name(), clock.instant()), () -> bankers.add(new RelationshipBanker(customer, banker, currentUser.name(), clock.instant())));
        }
        bankers.flush();
        events.tell(new BankerNamed(customerId, userName == null || userName.isBlank() ? null : userName.strip()));
    }
}
