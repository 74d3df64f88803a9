// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import il.moked.MokedArchive;
import il.moked.As;
import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.agent.Agent;
import il.moked.agent.Agents;
import il.moked.agent.Skill;
import il.moked.agent.WorkWeight;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccounts;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Identification;
import il.moked.customer.Segment;
import il.moked.interaction.AsSystem;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Reference;
import il.moked.routing.WorkItem.State;
import il.moked.routing.ejb.Assignment;
import il.moked.routing.ejb.Explaining;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is offered what, decided over the real tables, in a line that belongs to each test alone. */
@ArquillianTest
public class RoutingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Skill FAULT = new Skill("fault-it", Skill.Kind.SUBJECT);
    private static final WorkWeight LETTER = WorkWeight.interruptible(20);
    private static final WorkWeight CHAT = WorkWeight.primary(30);
    private static final WorkWeight CALL = WorkWeight.primary(100);

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
    Assignment assignment;
    @Inject
    Explaining explaining;
    @Resource(lookup = "java:jboss/datasources/MokedDS")
    DataSource database;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private Team team;
    private long queue;

    @Deployment
    static EnterpriseArchive ear() {
        return MokedArchive.with(RoutingIT.class, AsSystem.class);
    }

    @BeforeEach
    void aLineOfItsOwn() {
        queue = system.inTransaction(() -> {
            team = new Team("t-" + mark, "צוות", "Team");
            users.add(team);
            WorkQueue line = new WorkQueue("q-" + mark, "תור", "Line", team);
            workItems.add(line);
            return line.id();
        });
    }

    @AfterEach
    void nothingIsLeftWaiting() throws SQLException {
        change("update agent set presence = 'OFFLINE', used_capacity = 0, used_interruptible = 0 where team_id = ?", team.id());
        change("update work_item set state = 'DONE' where queue_id = ?", queue);
    }

    private long agent(int number) {
        return system.inTransaction(() -> {
            StaffUser user = new StaffUser("it-" + mark + "-" + number, "סוכן", "Agent", "x", team, Set.of(Role.AGENT));
            users.add(user);
            Agent agent = new Agent(user, team, Instant.now());
            agent.available(Instant.now());
            agents.add(agent);
            return user.id();
        });
    }

    private void knows(long agent, Skill skill, int level) throws SQLException {
        if (count("select count(*) from skill where code = ?", skill.code()) == 0) {
            change("insert into skill (id, code, kind, name_he, name_en) values (nextval('skill_seq'), ?, ?, 'x', 'x')", skill.code(), skill.kind().name());
        }
        change("insert into agent_skill (agent_id, skill_id, level) select ?, id, ? from skill where code = ?", agent, level, skill.code());
    }

    private long waits(Channel channel, WorkWeight weight, Requirement asked, Instant since) {
        return system.inTransaction(() -> {
            Customer guest = Customer.guest("Test", "en", since);
            customers.add(guest);
            Interaction interaction = new Interaction(Reference.next(), guest, Identification.UNKNOWN, accounts.get("form"), team.id(), "test", null, "en", since);
            interactions.add(interaction);
            interactions.flush();
            WorkLine line = new WorkLine(queue, weight, asked);
            WorkItem item = new WorkItem(interaction.id(), guest.id(), channel, Segment.PRIVATE, null, new Placement(line, lines.idOf(line), Duration.ofMinutes(5), null), since);
            workItems.add(item);
            return item.id();
        });
    }

    private void assign() {
        system.run(() -> {
            while (assignment.assign(queue)) {
                // until nothing more can be offered
            }
        });
    }

    private WorkItem item(long id) {
        return system.inTransaction(() -> workItems.find(id).orElseThrow());
    }

    private int change(String statement, Object... values) throws SQLException {
        try (Connection connection = database.getConnection(); PreparedStatement prepared = connection.prepareStatement(statement)) {
            set(prepared, values);
            return prepared.executeUpdate();
        }
    }

    private long count(String query, Object... values) throws SQLException {
        try (Connection connection = database.getConnection(); PreparedStatement prepared = connection.prepareStatement(query)) {
            set(prepared, values);
            try (ResultSet rows = prepared.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static void set(PreparedStatement prepared, Object... values) throws SQLException {
        for (int at = 0; at < values.length; at++) {
            prepared.setObject(at + 1, values[at]);
        }
    }

    @Test
    void whoHasTheSkillGetsItAndTheReasonIsKept() throws Exception {
        long knowing = agent(1);
        long learning = agent(2);
        knows(knowing, FAULT, 4);
        knows(learning, FAULT, 1);
        long item = waits(Channel.CHAT, CHAT, Requirement.of(RequiredSkill.atLeast(3, FAULT)), Instant.now());
        assign();
        assertThat(item(item).agentId()).contains(knowing);
        Decision decision = As.user("michal", () -> explaining.decisionsOf(item)).get(0);
        assertThat(decision.agentId()).isEqualTo(knowing);
        assertThat(decision.why()).isEqualTo(Decision.Why.ONLY_ONE);
        assertThat(decision.item().requirement().text()).isEqualTo("SUBJECT:fault-it>=3");
    }

    @Test
    void whoWaitedLongEnoughAsksLessAndNeverLessThanALanguage() throws Exception {
        long learning = agent(1);
        knows(learning, FAULT, 1);
        Instant longAgo = Instant.now().minusSeconds(100);
        long fault = waits(Channel.FORM, LETTER, Requirement.of(RequiredSkill.atLeast(5, FAULT)), longAgo);
        long russian = waits(Channel.FORM, LETTER, Requirement.of(RequiredSkill.atLeast(1, new Skill("ru-it", Skill.Kind.LANGUAGE))), longAgo);
        assign();
        assertThat(item(fault).agentId()).contains(learning);
        assertThat(item(russian).state()).isEqualTo(State.WAITING);
        Decision now = As.user("michal", () -> explaining.now(russian)).orElseThrow();
        assertThat(now.why()).isEqualTo(Decision.Why.NOBODY);
        assertThat(now.refused()).containsEntry(Decision.Reason.SKILL_MISSING, 1);
    }

    @Test
    void aCallComesBesideLettersButNotBesideAChat() {
        long first = agent(1);
        long letter = waits(Channel.EMAIL, LETTER, Requirement.NONE, Instant.now());
        assign();
        assertThat(item(letter).agentId()).contains(first);
        long call = waits(Channel.PHONE, CALL, Requirement.NONE, Instant.now());
        assign();
        assertThat(item(call).agentId()).contains(first);
        long chat = waits(Channel.CHAT, CHAT, Requirement.NONE, Instant.now());
        long another = waits(Channel.EMAIL, LETTER, Requirement.NONE, Instant.now());
        assign();
        assertThat(item(chat).state()).isEqualTo(State.WAITING);
        assertThat(item(another).state()).isEqualTo(State.WAITING);
    }

    @Test
    void theLineIsServedByDueTimeWhateverTheChannel() {
        Instant now = Instant.now();
        long late = waits(Channel.PHONE, CALL, Requirement.NONE, now);
        long early = waits(Channel.SMS, CALL, Requirement.NONE, now.minusSeconds(10));
        long agent = agent(1);
        assign();
        assertThat(item(early).agentId()).contains(agent);
        assertThat(item(late).state()).isEqualTo(State.WAITING);
    }

    @Test
    void severalDecidersNeverOfferOneItemTwiceNorFillAnAgentBeyondHisUnits() throws Exception {
        List<Long> staff = IntStream.range(0, 8).mapToObj(this::agent).toList();
        List<Long> items = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            items.add(waits(Channel.EMAIL, LETTER, Requirement.NONE, Instant.now().minusSeconds(number)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<?>> deciders = new ArrayList<>();
            for (int decider = 0; decider < 4; decider++) {
                deciders.add(threads.submit((Callable<Void>) () -> {
                    start.await();
                    assign();
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> decider : deciders) {
                decider.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assign();
        assertThat(count("select count(*) from work_item where queue_id = ? and state = 'OFFERED'", queue)).as("five letters each").isEqualTo(40);
        assertThat(count("select count(*) from routing_decision d join work_item w on w.id = d.work_item_id where w.queue_id = ?", queue)).as("offered once").isEqualTo(40);
        for (long agent : staff) {
            assertThat(count("select used_interruptible from agent where user_id = ?", agent)).isEqualTo(100);
        }
    }

    @Test
    void whatALostEventLeftBehindIsMendedByTheSweep() throws Exception {
        long agent = agent(1);
        long item = waits(Channel.EMAIL, LETTER, Requirement.NONE, Instant.now());
        // nobody was told that it waits
        await().atMost(PATIENCE).until(() -> item(item).state() == State.OFFERED);
        // he left, and nobody took the offer back
        change("update agent set presence = 'OFFLINE' where user_id = ?", agent);
        await().atMost(PATIENCE).until(() -> item(item).state() == State.WAITING);
        assertThat(count("select used_capacity + used_interruptible from agent where user_id = ?", agent)).isZero();
        // his units were counted wrong, and he seems full
        change("update agent set presence = 'AVAILABLE', used_capacity = 77, used_interruptible = 60 where user_id = ?", agent);
        await().atMost(PATIENCE).until(() -> item(item).state() == State.OFFERED);
        await().atMost(PATIENCE).until(() -> count("select used_capacity * 1000 + used_interruptible from agent where user_id = ?", agent) == 20);
        // its conversation was closed, and the work goes on
        change("update interaction set state = 'CLOSED' where id = ?", item(item).interactionId());
        await().atMost(PATIENCE).until(() -> item(item).state() == State.DONE);
        assertThat(count("select used_capacity + used_interruptible from agent where user_id = ?", agent)).isZero();
    }

    @Test
    void aCallbackBeginsToWaitAtTheMomentTheCustomerPicked() throws Exception {
        long agent = agent(1);
        long item = waits(Channel.PHONE, CALL, Requirement.NONE, Instant.now().minusSeconds(30));
        system.inTransaction(() -> {
            WorkLine calls = new WorkLine(queue, CALL, Requirement.NONE);
            workItems.getLocked(item).callBack("+972501234567", new Placement(calls, lines.idOf(calls), Duration.ofMinutes(5), null), Instant.now().plusSeconds(3600), Instant.now());
            return null;
        });
        assign();
        assertThat(item(item).state()).isEqualTo(State.SCHEDULED);
        change("update work_item set not_before = ? where id = ?", java.time.OffsetDateTime.now().minusSeconds(1), item);
        await().atMost(PATIENCE).until(() -> item(item).agentId().isPresent());
        assertThat(item(item).agentId()).contains(agent);
        assertThat(item(item).kind()).isEqualTo(WorkItem.Kind.CALLBACK);
    }
}
