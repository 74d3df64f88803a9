// SPDX-License-Identifier: Apache-2.0
package il.moked.bench.branch;

import at.favre.lib.crypto.bcrypt.BCrypt;
import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.agent.Agent;
import il.moked.agent.Agents;
import il.moked.branch.Branch;
import il.moked.branch.Branches;
import il.moked.branch.Counter;
import il.moked.branch.VisitReason;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.dispatch.Technicians;
import il.moked.routing.WorkItems;
import il.moked.routing.WorkQueue;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Set;

/** Makes a branch with a greeter, clerks at counters, and customers who will come. Their passwords are hashed cheaply: signing in is not what is measured. */
@Stateless
@PermitAll
public class BranchFounding {
    static final String PASSWORD = "moked-demo-2026";
    static final String REASON = "bench";
    private static final int CHEAP = 4;
    private static final int MINUTES = 8;

    @Inject
    StaffUsers users;
    @Inject
    Agents agents;
    @Inject
    Branches branches;
    @Inject
    ChannelAccounts accounts;
    @Inject
    WorkItems workItems;
    @Inject
    Technicians technicians;
    @Inject
    Customers customers;
    @Inject
    Clock clock;
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public void found(int number, int counters, int visitors) {
        String hash = BCrypt.withDefaults().hashToString(CHEAP, PASSWORD.toCharArray());
        String code = code(number);
        Team team = new Team(code, code, code);
        users.add(team);
        WorkQueue queue = new WorkQueue(code, code, code, team);
        queue.openBy("always");
        workItems.add(queue);
        ChannelAccount account = new ChannelAccount(code, Channel.BRANCH, code, code, null, "he", queue.id());
        accounts.add(account);
        Branch branch = new Branch(code, new Branch.Facts(code, code, code, technicians.locality("haifa"), null, null, "always", Set.of(Segment.values()), false), team.id(), queue.id(), account.id());
        branches.add(branch);
        if (branches.findReason(REASON).isEmpty()) {
            branches.add(new VisitReason(REASON, null, new VisitReason.Terms("מדידה", "Bench", null, "B", MINUTES, 1)));
        }
        person(greeter(number), hash, team, Set.of(Role.AGENT, Role.SUPERVISOR));
        for (int counter = 1; counter <= counters; counter++) {
            person(clerk(number, counter), hash, team, Set.of(Role.AGENT));
            branches.add(new Counter(branch, counter, "service"));
        }
        for (int visitor = 0; visitor < visitors; visitor++) {
            customers.add(Customer.person("מבקר" + visitor, code, null, visitor % 10 == 0 ? Segment.VIP : Segment.PRIVATE, "he", clock.instant()));
            if (visitor % 100 == 99) {
                entities.flush();
                entities.clear();
            }
        }
    }

    private void person(String name, String hash, Team team, Set<String> roles) {
        StaffUser user = new StaffUser(name, name, name, hash, team, roles);
        users.add(user);
        agents.add(new Agent(user, team, clock.instant()));
    }

    static String code(int branch) {
        return "bench-" + branch;
    }

    static String greeter(int branch) {
        return "bench-greeter-" + branch;
    }

    static String clerk(int branch, int counter) {
        return "bench-clerk-" + branch + "-" + counter;
    }
}
