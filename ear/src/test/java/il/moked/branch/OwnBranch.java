// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import il.moked.As;
import il.moked.Rows;
import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.agent.Agent;
import il.moked.agent.Agents;
import il.moked.branch.Arrival.How;
import il.moked.branch.ejb.CounterWork;
import il.moked.branch.ejb.Greeting;
import il.moked.branch.ejb.Greeting.CheckedIn;
import il.moked.branch.ejb.Greeting.Visitor;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.customer.Customer;
import il.moked.customer.CustomerFacts.Fact;
import il.moked.customer.Customers;
import il.moked.customer.KnownFacts;
import il.moked.customer.Segment;
import il.moked.dispatch.Technicians;
import il.moked.interaction.AsSystem;
import il.moked.routing.WorkItems;
import il.moked.routing.WorkQueue;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A branch that belongs to one test alone: a greeter, clerks with counters, a reason; open day and night. */
@Dependent
public class OwnBranch {
    @Inject
    AsSystem system;
    @Inject
    StaffUsers users;
    @Inject
    Agents agents;
    @Inject
    Customers customers;
    @Inject
    KnownFacts facts;
    @Inject
    ChannelAccounts accounts;
    @Inject
    WorkItems workItems;
    @Inject
    Branches branches;
    @Inject
    Technicians technicians;
    @Inject
    Greeting greeting;
    @Inject
    CounterWork counters;
    @Inject
    Rows rows;

    public final String mark = UUID.randomUUID().toString().substring(0, 8);
    final String greeter = "greeter-" + mark;
    public final String reason = "reason-" + mark;
    private Team team;
    private long id;
    private long reasonId;

    public OwnBranch begin(Segment... segments) {
        system.inTransaction(() -> {
            team = new Team("t-" + mark, "סניף", "Branch");
            users.add(team);
            WorkQueue queue = new WorkQueue("q-" + mark, "סניף", "Branch", team);
            queue.openBy("always");
            workItems.add(queue);
            ChannelAccount account = new ChannelAccount("b-" + mark, Channel.BRANCH, "סניף", "Branch", null, "he", queue.id());
            accounts.add(account);
            Branch branch = new Branch("b-" + mark, new Branch.Facts("סניף " + mark, "Branch " + mark, "הרצל 1", technicians.locality("haifa"), null, null, "always", Set.of(segments.length == 0 ? Segment.values() : segments), false), team.id(), queue.id(), account.id());
            branches.add(branch);
            VisitReason why = new VisitReason(reason, branch, new VisitReason.Terms("בירור", "Question", null, "Q", 5, 1));
            branches.add(why);
            branches.flush();
            id = branch.id();
            reasonId = why.id();
            person(greeter, Role.AGENT, Role.SUPERVISOR);
            return null;
        });
        return this;
    }

    public void end() throws SQLException {
        rows.change("update branch_counter set clerk_id = null where branch_id = ?", id);
        rows.change("update branch set active = false where id = ?", id);
        rows.change("update work_item set state = 'DONE' where queue_id in (select id from work_queue where team_id = ?)", team.id());
        rows.change("update interaction set state = 'CLOSED', closed_at = ?, waiting_since = null where team_id = ?", Instant.now(), team.id());
        rows.change("update agent set presence = 'OFFLINE', used_capacity = 0, used_interruptible = 0 where team_id = ?", team.id());
    }

    long id() {
        return id;
    }

    public Branch branch() {
        return branches.get(id);
    }

    public VisitReason why() {
        return branches.reason(reasonId);
    }

    private StaffUser person(String name, String... roles) {
        StaffUser user = new StaffUser(name, "עובד", "Clerk", users.findByName("dana").orElseThrow().passwordHash(), team, Set.of(roles));
        users.add(user);
        agents.add(new Agent(user, team, Instant.now()));
        return user;
    }

    /** A clerk who sits at the counter of that number. @return his name */
    String clerk(int number) throws Exception {
        String name = "clerk-" + mark + "-" + number;
        long counter = system.inTransaction(() -> {
            person(name, Role.AGENT);
            Counter added = new Counter(branches.get(id), number, "service");
            branches.add(added);
            branches.flush();
            return added.id();
        });
        As.run(name, () -> counters.open(counter));
        return name;
    }

    /** Called as often as must be, and not there. */
    void noShow(String clerk, long arrival) throws Exception {
        As.run(clerk, () -> {
            while (counters.mine().orElseThrow().visit().calls() < counters.callsBefore()) {
                counters.callAgain(arrival);
            }
            counters.noShow(arrival);
        });
    }

    long customer(Segment segment) {
        return system.inTransaction(() -> {
            Customer customer = segment.business() ? Customer.company("חברה " + mark, null, "he", Instant.now()) : Customer.person("לקוח", "סניף " + mark, null, segment, "he", Instant.now());
            customers.add(customer);
            customers.flush();
            if (segment == Segment.VIP) {
                facts.set(customer.id(), Fact.MARKED, 1);
            }
            if (segment == Segment.LARGE_BUSINESS) {
                facts.set(customer.id(), Fact.EMPLOYEES, 500);
            }
            return customer.id();
        });
    }

    Visitor visitor(Long customer, String key) {
        return new Visitor(customer, null, null, null, reason, null, How.GREETER, key);
    }

    CheckedIn comes(long customer) throws Exception {
        return As.user(greeter, () -> greeting.checkIn(id, visitor(customer, null)));
    }

    String state(long arrival) throws SQLException {
        return rows.text("select state from arrival where id = ?", arrival);
    }
}
