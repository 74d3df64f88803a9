// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.Rows;
import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.agent.Agent;
import il.moked.agent.Agents;
import il.moked.agent.Presence;
import il.moked.agent.WorkWeight;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Identification;
import il.moked.customer.Segment;
import il.moked.interaction.AsSystem;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Reference;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A team, its line, its agents and its telephone account, of one test alone; and the rows behind them. */
@Dependent
public class OwnLine {
    static final WorkWeight LETTER = WorkWeight.interruptible(20);
    static final WorkWeight CHAT = WorkWeight.primary(30);
    static final WorkWeight CALL = WorkWeight.primary(100);

    @Inject
    AsSystem system;
    @Inject
    StaffUsers users;
    @Inject
    Agents agents;
    @Inject
    Customers customers;
    @Inject
    Interactions interactions;
    @Inject
    ChannelAccounts accounts;
    @Inject
    WorkItems workItems;
    @Inject
    WorkLines lines;
    @Inject
    Rows rows;

    final String mark = UUID.randomUUID().toString().substring(0, 8);
    private Team team;
    private long queue;

    public OwnLine begin() {
        queue = system.inTransaction(() -> {
            team = new Team("t-" + mark, "צוות", "Team");
            users.add(team);
            WorkQueue line = new WorkQueue("q-" + mark, "תור", "Line", team);
            workItems.add(line);
            return line.id();
        });
        return this;
    }

    public void end() throws SQLException {
        rows.change("update agent set presence = 'OFFLINE', used_capacity = 0, used_interruptible = 0 where team_id = ?", team.id());
        rows.change("update work_item set state = 'DONE' where queue_id = ?", queue);
        rows.change("update interaction set state = 'CLOSED', closed_at = ?, owner_id = null where team_id = ?", Instant.now(), team.id());
        rows.change("update channel_account set enabled = false where queue_id = ?", queue);
    }

    public long queue() {
        return queue;
    }

    /** An agent who can sign in as {@link #name}. */
    public long agent(int number, Presence presence) {
        return system.inTransaction(() -> {
            StaffUser user = new StaffUser(name(number), "סוכן", "Agent", users.findByName("dana").orElseThrow().passwordHash(), team, Set.of(Role.AGENT));
            users.add(user);
            Agent agent = new Agent(user, team, Instant.now());
            agent.sitsAt(extension(number));
            if (presence == Presence.AVAILABLE) {
                agent.available(Instant.now());
            } else if (presence == Presence.AWAY) {
                agent.away(null, Instant.now());
            }
            agents.add(agent);
            return user.id();
        });
    }

    public String name(int number) {
        return "it-" + mark + "-" + number;
    }

    String extension(int number) {
        return "x-" + mark + "-" + number;
    }

    /** A telephone account that leads to this line. */
    String phone(Map<String, String> settings) {
        String code = "p-" + mark;
        system.inTransaction(() -> {
            accounts.add(new ChannelAccount(code, Channel.PHONE, "טלפון", "Telephone", "*1", "en", queue).with(settings));
            return null;
        });
        return code;
    }

    /** Waits without anybody having been told. */
    WorkItem waits(Channel channel, WorkWeight weight, Instant at) {
        // as precise as what is stored
        Instant since = at.truncatedTo(ChronoUnit.MILLIS);
        return system.inTransaction(() -> {
            Customer guest = Customer.guest("Test", "en", since);
            customers.add(guest);
            Interaction interaction = new Interaction(Reference.next(), guest, Identification.UNKNOWN, accounts.get("form"), team.id(), "test", null, "en", since);
            interaction.received("text", since);
            interactions.add(interaction);
            interactions.flush();
            WorkLine line = new WorkLine(queue, channel, weight, Requirement.NONE);
            WorkItem item = new WorkItem(interaction.id(), guest.id(), Segment.PRIVATE, null, new Placement(line, lines.idOf(line), Duration.ofMinutes(5), null), since);
            workItems.add(item);
            return item;
        });
    }

    /** The same in the hands of an agent, whose customer has his answer unless he waits. */
    WorkItem served(Channel channel, WorkWeight weight, long agent, Instant since, boolean customerWaits) {
        WorkItem waiting = waits(channel, weight, since);
        return system.inTransaction(() -> {
            WorkItem item = workItems.getLocked(waiting.id());
            item.takenBy(agent, since);
            agents.take(agent, weight);
            Interaction interaction = interactions.getLocked(item.interactionId());
            interaction.ownedBy(users.get(agent));
            if (!customerWaits) {
                interaction.answered("answer", since);
            }
            return item;
        });
    }

    WorkItem item(long interactionId) {
        return system.inTransaction(() -> workItems.look(interactionId).orElse(null));
    }

    WorkItem.State state(WorkItem item) {
        WorkItem now = item(item.interactionId());
        return now == null ? null : now.state();
    }

    Agent agent(long id) {
        return system.inTransaction(() -> agents.find(id).orElseThrow());
    }

    /** His browser is gone, and has been for an hour. */
    void browserDies(long agent) throws SQLException {
        Instant then = Instant.now().minusSeconds(3600);
        if (rows.change("update agent_seen set seen_at = ? where user_id = ?", then, agent) == 0) {
            rows.change("insert into agent_seen (user_id, seen_at) values (?, ?)", agent, then);
        }
    }
}
