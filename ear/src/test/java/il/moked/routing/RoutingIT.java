// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.EachDatabase;
import il.moked.Rows;
import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.agent.Agent;
import il.moked.agent.Agents;
import il.moked.agent.AwayReason;
import il.moked.agent.Skill;
import il.moked.agent.WorkWeight;
import il.moked.agent.ejb.Attendance;
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
import il.moked.interaction.ejb.CallAbandoned;
import il.moked.interaction.ejb.HandedToTeam;
import il.moked.interaction.ejb.MessageReceived;
import il.moked.routing.RoutingRules.LineRule;
import il.moked.routing.WorkItem.State;
import il.moked.routing.ejb.Assignment;
import il.moked.routing.ejb.Explaining;
import il.moked.routing.ejb.LineChoice;
import il.moked.routing.ejb.Offers;
import il.moked.shared.BusinessException;
import il.moked.shared.DomainEvent;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is offered what, decided over the real tables, in a line that belongs to each test alone. */
@EachDatabase
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
    @Inject
    LineChoice choice;
    @Inject
    RuleVersions versions;
    @Inject
    Offers offers;
    @Inject
    Attendance attendance;
    @Inject
    DomainEvents events;
    @Resource(lookup = "java:jboss/datasources/MokedDS")
    DataSource database;
    @Inject
    Rows rows;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private Team team;
    private long queue;

    @BeforeEach
    void aLineOfItsOwn() {
        queue = system.inTransaction(() -> {
            team = new Team("t-" + mark, "צוות", "Team");
            users.add(team);
            return queueOf("q-" + mark);
        });
    }

    private long queueOf(String code) {
        WorkQueue line = new WorkQueue(code, "תור", "Line", team);
        workItems.add(line);
        return line.id();
    }

    @AfterEach
    void nothingIsLeftWaiting() throws SQLException {
        rows.change("update agent set presence = 'OFFLINE', used_capacity = 0, used_interruptible = 0 where team_id = ?", team.id());
        rows.change("update work_item set state = 'DONE' where queue_id in (select id from work_queue where team_id = ?)", team.id());
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
        if (rows.count("select count(*) from skill where code = ?", skill.code()) == 0) {
            rows.change("insert into skill (id, code, kind, name_he, name_en) values (nextval('skill_seq'), ?, ?, 'x', 'x')", skill.code(), skill.kind().name());
        }
        rows.change("insert into agent_skill (agent_id, skill_id, level) select ?, id, ? from skill where code = ?", agent, level, skill.code());
    }

    private long waits(Channel channel, WorkWeight weight, Requirement asked, Instant since) {
        return waits(queue, channel, weight, asked, since, Duration.ofMinutes(5));
    }

    private long waits(long queueId, Channel channel, WorkWeight weight, Requirement asked, Instant since, Duration target) {
        return system.inTransaction(() -> {
            Customer guest = Customer.guest("Test", "en", since);
            customers.add(guest);
            Interaction interaction = new Interaction(Reference.next(), guest, Identification.UNKNOWN, accounts.get("form"), team.id(), "test", null, "en", since);
            interactions.add(interaction);
            interactions.flush();
            WorkLine line = new WorkLine(queueId, channel, weight, asked);
            WorkItem item = new WorkItem(interaction.id(), guest.id(), Segment.PRIVATE, null, new Placement(line, lines.idOf(line), target, null), since);
            workItems.add(item);
            return item.id();
        });
    }

    private void assign() {
        system.run(() -> assignment.assign(team.id()));
    }

    /** The server's own sweep may have the agent in hand just now: whoever decides passes over what is locked, and looks again. */
    private void assignTo(long item, long agent) {
        await().pollInSameThread().atMost(PATIENCE).untilAsserted(() -> {
            assign();
            assertThat(item(item).agentId()).contains(agent);
        });
    }

    private WorkItem item(long id) {
        return system.inTransaction(() -> workItems.find(id).orElseThrow());
    }

    /** The server's own sweep offers nothing that waits here until the connection lets go. */
    private Connection heldLine() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement locking = connection.prepareStatement("select id from work_item where queue_id = ? for update")) {
            locking.setLong(1, queue);
            locking.executeQuery().close();
        }
        return connection;
    }

    @Test
    void whoHasTheSkillGetsItAndTheReasonIsKept() throws Exception {
        long knowing = agent(1);
        long learning = agent(2);
        knows(knowing, FAULT, 4);
        knows(learning, FAULT, 1);
        long item = waits(Channel.CHAT, CHAT, Requirement.of(RequiredSkill.atLeast(3, FAULT)), Instant.now());
        assignTo(item, knowing);
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
        assignTo(fault, learning);
        assertThat(item(russian).state()).isEqualTo(State.WAITING);
        Decision now = As.user("michal", () -> explaining.now(russian)).orElseThrow();
        assertThat(now.why()).isEqualTo(Decision.Why.NOBODY);
        assertThat(now.refused()).containsEntry(Decision.Reason.SKILL_MISSING, 1);
    }

    @Test
    void aCallComesBesideLettersButNotBesideAChat() {
        long first = agent(1);
        long letter = waits(Channel.EMAIL, LETTER, Requirement.NONE, Instant.now());
        assignTo(letter, first);
        long call = waits(Channel.PHONE, CALL, Requirement.NONE, Instant.now());
        assignTo(call, first);
        long chat = waits(Channel.CHAT, CHAT, Requirement.NONE, Instant.now());
        long another = waits(Channel.EMAIL, LETTER, Requirement.NONE, Instant.now());
        assign();
        assertThat(item(chat).state()).isEqualTo(State.WAITING);
        assertThat(item(another).state()).isEqualTo(State.WAITING);
    }

    /** Whoever takes a chat over while the router offers it finds it as it is then. */
    @Test
    void seeingWhereACustomerIsHidesNothingThatHappensMeanwhile() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        long item = waits(Channel.CHAT, CHAT, Requirement.NONE, now);
        WorkItem waiting = item(item);
        system.inTransaction(() -> {
            assertThat(workItems.liveOf(waiting.customerId())).extracting(WorkItems.LiveContact::interactionId).containsExactly(waiting.interactionId());
            system.inTransaction(() -> keptPlace(workItems.getLocked(item), now.minusSeconds(1)));
            return keptPlace(workItems.findFor(waiting.interactionId()).orElseThrow(), now.minusSeconds(2));
        });
        assertThat(item(item).waitingSince()).isEqualTo(now.minusSeconds(2));
    }

    private static WorkItem keptPlace(WorkItem item, Instant since) {
        item.keepPlace(since, item.dueAt());
        return item;
    }

    @Test
    void theLineIsServedByDueTimeWhateverTheChannel() {
        Instant now = Instant.now();
        long late = waits(Channel.PHONE, CALL, Requirement.NONE, now);
        long early = waits(Channel.SMS, CALL, Requirement.NONE, now.minusSeconds(10));
        long agent = agent(1);
        assignTo(early, agent);
        assertThat(item(late).state()).isEqualTo(State.WAITING);
    }

    @Test
    void severalDecidersNeverOfferOneItemTwiceNorFillAnAgentBeyondHisUnits() throws Exception {
        List<Long> staff = IntStream.range(0, 8).mapToObj(this::agent).toList();
        List<Long> items = new ArrayList<>();
        long other = system.inTransaction(() -> queueOf("o-" + mark));
        for (int number = 0; number < 60; number++) {
            items.add(waits(number % 2 == 0 ? queue : other, Channel.EMAIL, LETTER, Requirement.NONE, Instant.now().minusSeconds(number), Duration.ofMinutes(5)));
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
        await().pollInSameThread().atMost(PATIENCE).untilAsserted(() -> {
            assign();
            assertThat(rows.count("select count(*) from work_item w join work_queue q on q.id = w.queue_id where q.team_id = ? and w.state = 'OFFERED'", team.id())).as("five letters each").isEqualTo(40);
        });
        assertThat(rows.count("select count(*) from routing_decision d join work_item w on w.id = d.work_item_id join work_queue q on q.id = w.queue_id where q.team_id = ?", team.id())).as("offered once").isEqualTo(40);
        for (long agent : staff) {
            assertThat(rows.count("select used_interruptible from agent where user_id = ?", agent)).isEqualTo(100);
        }
    }

    @Test
    void whatALostEventLeftBehindIsMendedByTheSweep() throws Exception {
        long agent = agent(1);
        long item = waits(Channel.EMAIL, LETTER, Requirement.NONE, Instant.now());
        // nobody was told that it waits
        await().atMost(PATIENCE).until(() -> item(item).state() == State.OFFERED);
        // he left, and nobody took the offer back
        rows.change("update agent set presence = 'OFFLINE' where user_id = ?", agent);
        await().atMost(PATIENCE).until(() -> item(item).state() == State.WAITING);
        assertThat(rows.count("select used_capacity + used_interruptible from agent where user_id = ?", agent)).isZero();
        // his units were counted wrong, and he seems full
        rows.change("update agent set presence = 'AVAILABLE', used_capacity = 77, used_interruptible = 60 where user_id = ?", agent);
        await().atMost(PATIENCE).until(() -> item(item).state() == State.OFFERED);
        await().atMost(PATIENCE).until(() -> rows.count("select used_capacity * 1000 + used_interruptible from agent where user_id = ?", agent) == 20);
        // its conversation was closed, and the work goes on
        rows.change("update interaction set state = 'CLOSED' where id = ?", item(item).interactionId());
        await().atMost(PATIENCE).until(() -> item(item).state() == State.DONE);
        assertThat(rows.count("select used_capacity + used_interruptible from agent where user_id = ?", agent)).isZero();
    }

    @Test
    void aCallbackBeginsToWaitAtTheMomentTheCustomerPicked() throws Exception {
        long agent = agent(1);
        long item = waits(Channel.PHONE, CALL, Requirement.NONE, Instant.now().minusSeconds(30));
        system.inTransaction(() -> {
            WorkLine calls = new WorkLine(queue, Channel.PHONE, CALL, Requirement.NONE);
            workItems.getLocked(item).callBack("+972501234567", new Placement(calls, lines.idOf(calls), Duration.ofMinutes(5), null), Instant.now().plusSeconds(3600), Instant.now());
            return null;
        });
        assign();
        assertThat(item(item).state()).isEqualTo(State.SCHEDULED);
        rows.change("update work_item set not_before = ? where id = ?", java.time.OffsetDateTime.now().minusSeconds(1), item);
        await().atMost(PATIENCE).until(() -> item(item).agentId().isPresent());
        assertThat(item(item).agentId()).contains(agent);
        assertThat(item(item).kind()).isEqualTo(WorkItem.Kind.CALLBACK);
    }

    @Test
    void dueTimeHoldsAcrossTheQueuesOfATeam() {
        long other = system.inTransaction(() -> queueOf("o-" + mark));
        Instant now = Instant.now();
        List<Long> inOrder = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            inOrder.add(waits(number % 2 == 0 ? queue : other, Channel.EMAIL, LETTER, Requirement.NONE, now.minusSeconds(100 - number), Duration.ofMinutes(5)));
        }
        long agent = agent(1);
        inOrder.subList(0, 5).forEach(item -> assignTo(item, agent));
        assertThat(item(inOrder.get(5)).state()).isEqualTo(State.WAITING);
    }

    @Test
    void aLateChannelBehindThirtyItemsOfAnotherGetsItsFloorShare() throws Exception {
        Instant now = Instant.now();
        for (int number = 0; number < 25; number++) {
            waits(queue, Channel.EMAIL, LETTER, Requirement.NONE, now.minusSeconds(900), Duration.ofSeconds(30));
        }
        IntStream.range(0, 5).forEach(this::agent);
        assign();
        for (int number = 0; number < 30; number++) {
            waits(queue, Channel.EMAIL, LETTER, Requirement.NONE, now.minusSeconds(800), Duration.ofSeconds(30));
        }
        long form = waits(queue, Channel.FORM, LETTER, Requirement.NONE, now.minusSeconds(100), Duration.ofSeconds(60));
        long agent = agent(6);
        assignTo(form, agent);
        Decision decision = As.user("michal", () -> explaining.decisionsOf(form)).get(0);
        assertThat(decision.floorShare()).isTrue();
    }

    @Test
    void thirtyFreshItemsWithAnUnmetAskHideNoOlderOneThatMayBeServed() throws Exception {
        Instant now = Instant.now();
        Requirement fault = Requirement.of(RequiredSkill.atLeast(3, FAULT));
        List<Long> fresh = new ArrayList<>();
        for (int number = 0; number < 30; number++) {
            fresh.add(waits(queue, Channel.PHONE, CALL, fault, now.minusSeconds(5), Duration.ofSeconds(20)));
        }
        long old = waits(queue, Channel.PHONE, CALL, fault, now.minusSeconds(100), Duration.ofMinutes(5));
        Decision nobody = As.user("michal", () -> explaining.now(old)).orElseThrow();
        assertThat(nobody.why()).isEqualTo(Decision.Why.NOBODY);
        long agent;
        try (Connection held = heldLine()) {
            agent = agent(1);
            assertThat(As.user("michal", () -> explaining.now(old)).orElseThrow().agentId()).isEqualTo(agent);
            assertThat(As.user("michal", () -> explaining.now(fresh.get(0))).orElseThrow().refused()).containsEntry(Decision.Reason.SKILL_MISSING, 1);
            held.rollback();
        }
        assignTo(old, agent);
        assertThat(rows.count("select count(*) from work_item where queue_id = ? and state = 'OFFERED'", queue)).isEqualTo(1);
        Decision taken = As.user("michal", () -> explaining.now(fresh.get(0))).orElseThrow();
        assertThat(taken.somebody()).isFalse();
    }

    @Test
    void whatItsOnlyAgentHasJustDeclinedHidesNothing() throws Exception {
        long agent = agent(1);
        for (int number = 0; number < 40; number++) {
            long declined = waits(Channel.PHONE, CALL, Requirement.NONE, Instant.now().minusSeconds(60));
            rows.change("update work_item set declined_by = ? where id = ?", agent + "@" + Instant.now().toEpochMilli(), declined);
        }
        long next = waits(Channel.PHONE, CALL, Requirement.NONE, Instant.now());
        assignTo(next, agent);
    }

    @Test
    void anItemIsKeptForWhoKnowsTheCustomerOnlyWhileHeSumsUp() throws Exception {
        long knowing = agent(1);
        long other = agent(2);
        rows.change("update agent set used_capacity = 100 where user_id = ?", knowing);
        long kept = waits(Channel.PHONE, CALL, Requirement.NONE, Instant.now());
        rows.change("update work_item set preferred_agent_id = ? where id = ?", knowing, kept);
        rows.change("update agent set presence = 'WRAP_UP', used_capacity = 0, wrap_up_until = ?, wrap_up_of = ? where user_id = ?", java.time.OffsetDateTime.now().plusSeconds(600), item(kept).interactionId(), knowing);
        assign();
        assertThat(item(kept).state()).isEqualTo(State.WAITING);
        rows.change("update agent set presence = 'AVAILABLE', used_capacity = 100, wrap_up_until = null, wrap_up_of = null where user_id = ?", knowing);
        // who has his hands full is not waited for
        assignTo(kept, other);
    }

    @Test
    void whatSomebodyElseHoldsIsLeftToHimAndNotWaitedFor() throws Exception {
        long agent = agent(1);
        long held = waits(Channel.PHONE, CALL, Requirement.NONE, Instant.now().minusSeconds(10));
        long next = waits(Channel.PHONE, CALL, Requirement.NONE, Instant.now());
        system.inTransaction(() -> {
            workItems.getLocked(held);
            inAnotherThread(() -> {
                assertThat(assignmentLooksAgain()).as("there is reason to look again").isTrue();
                assertThat(item(next).agentId()).contains(agent);
                return null;
            });
            return null;
        });
        assertThat(item(held).state()).isEqualTo(State.WAITING);
    }

    private boolean assignmentLooksAgain() {
        boolean[] again = new boolean[1];
        system.run(() -> again[0] = assignment.assign(team.id()));
        return again[0];
    }

    private static <T> T inAnotherThread(Callable<T> step) {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            return thread.submit(step).get(20, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void whoIsCalledBackAboutATerminationNeedsTheLicenceStill() throws Exception {
        Skill licence = new Skill("licence-" + mark, Skill.Kind.AUTHORISATION);
        knows(agent(1), licence, 1);
        Team second = system.inTransaction(() -> {
            Team other = new Team("s-" + mark, "צוות", "Team");
            users.add(other);
            workItems.add(new WorkQueue("s-" + mark, "תור", "Line", other));
            return other;
        });
        rules(rules -> rules.add(0, new LineRule("it-" + mark, Set.of(Channel.PHONE), null, Set.of(), "termination-" + mark, null, "q-" + mark, List.of(RequiredSkill.atLeast(1, licence)))));
        try {
            long item = await().atMost(PATIENCE).until(() -> called("termination-" + mark), id -> item(id).requirement().text().contains(licence.code()));
            long interaction = item(item).interactionId();
            system.inTransaction(() -> {
                interactions.getLocked(interaction);
                events.tell(new CallAbandoned(interaction, 0, queue, 0, Segment.PRIVATE, "+972501234567", Duration.ofSeconds(30), "termination-" + mark, Instant.now().minusSeconds(60), Instant.now()));
                return null;
            });
            assertThat(item(item).kind()).isEqualTo(WorkItem.Kind.CALLBACK);
            assertThat(item(item).requirement().text()).isEqualTo("AUTHORISATION:" + licence.code() + ">=1");
            rows.change("update work_item set state = 'SCHEDULED', asked = ?, not_before = ? where id = ?", "AUTHORISATION:" + licence.code() + ">=1", java.time.OffsetDateTime.now().minusSeconds(1), item);
            await().atMost(PATIENCE).until(() -> item(item).state() != State.SCHEDULED);
            assertThat(item(item).requirement().text()).as("from the moment he picked").isEqualTo("AUTHORISATION:" + licence.code() + ">=1");
            system.inTransaction(() -> {
                interactions.getLocked(interaction);
                events.tell(new HandedToTeam(interaction, null, second.id(), Segment.PRIVATE, Instant.now().minusSeconds(60)));
                return null;
            });
            assertThat(workItemTeam(item)).isEqualTo(second.id());
            assertThat(item(item).requirement().text()).as("in another team").isEqualTo("AUTHORISATION:" + licence.code() + ">=1");
        } finally {
            rules(rules -> rules.removeIf(rule -> rule.name().equals("it-" + mark)));
            rows.change("update work_item set state = 'DONE' where queue_id in (select id from work_queue where team_id = ?)", second.id());
        }
    }

    private long workItemTeam(long item) throws SQLException {
        return rows.count("select q.team_id from work_item w join work_queue q on q.id = w.queue_id where w.id = ?", item);
    }

    /** A call about that, placed by the rules. */
    private long called(String subject) {
        long placed = waits(Channel.PHONE, CALL, Requirement.NONE, Instant.now());
        return system.inTransaction(() -> {
            WorkItem item = workItems.getLocked(placed);
            Interaction interaction = interactions.get(item.interactionId());
            Placement where = choice.place(new LineChoice.Wanted(Channel.PHONE, interaction.accountId(), queue, Segment.PRIVATE, "en", subject, Instant.now()));
            item.done();
            WorkItem about = new WorkItem(second(interaction), interaction.customer().id(), Segment.PRIVATE, subject, where, Instant.now());
            workItems.add(about);
            return about.id();
        });
    }

    /** Another conversation of the same customer. */
    private long second(Interaction first) {
        Interaction interaction = new Interaction(Reference.next(), first.customer(), Identification.UNKNOWN, accounts.get("form"), team.id(), "test", null, "en", Instant.now());
        interactions.add(interaction);
        interactions.flush();
        return interaction.id();
    }

    private void rules(Consumer<List<LineRule>> change) {
        system.inTransaction(() -> {
            RuleVersion before = versions.activeLocked(RuleVersion.Kind.ROUTING).orElseThrow();
            RoutingRules rules = RoutingRulesText.read(before.number(), before.content());
            List<LineRule> lineRules = new ArrayList<>(rules.lines());
            change.accept(lineRules);
            RoutingRules changed = new RoutingRules(rules.version(), lineRules, rules.targets(), rules.formulas(), rules.relaxation(), rules.relaxations(), rules.weights(), rules.floor(), rules.fairness(), rules.timing(), rules.hours());
            RuleVersion now = new RuleVersion(RuleVersion.Kind.ROUTING, versions.next(RuleVersion.Kind.ROUTING), before.number(), RoutingRulesText.write(changed), "test", "test", Instant.now());
            versions.add(now);
            before.retire();
            versions.flush();
            now.activate("test", Instant.now());
            versions.flush();
            return null;
        });
    }

    @Test
    void acceptingWhileTheCustomerWritesOrHangsUpEndsWithOneAgentOrNoneAndNoDeadlock() throws Exception {
        long dana = rows.count("select id from staff_user where user_name = 'dana'");
        long home = rows.count("select team_id from agent where user_id = ?", dana);
        rows.change("update agent set team_id = ?, used_capacity = 0, used_interruptible = 0 where user_id = ?", team.id(), dana);
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Long> items = new ArrayList<>();
        try {
            for (int number = 0; number < 30; number++) {
                long item = waits(Channel.PHONE, CALL, Requirement.NONE, Instant.now());
                items.add(item);
                rows.change("update agent set presence = 'AVAILABLE' where user_id = ?", dana);
                system.inTransaction(() -> {
                    workItems.getLocked(item).offerTo(dana, Instant.now(), Duration.ofMinutes(5));
                    agents.take(dana, CALL);
                    return null;
                });
                race(threads, item);
            }
        } finally {
            threads.shutdownNow();
            rows.change("update agent set presence = 'OFFLINE', team_id = ? where user_id = ?", home, dana);
        }
        await().atMost(PATIENCE).until(() -> rows.count("select count(*) from work_item where agent_id = ? and state = 'OFFERED'", dana) == 0);
        int accepted = 0;
        for (long id : items) {
            WorkItem item = item(id);
            Long owner = system.inTransaction(() -> interactions.get(item.interactionId()).owner().map(StaffUser::id).orElse(null));
            if (item.state() == State.ACCEPTED) {
                accepted++;
                assertThat(item.agentId()).contains(dana);
                assertThat(owner).isEqualTo(dana);
            } else {
                assertThat(item.agentId()).isEmpty();
                assertThat(owner).isNull();
            }
        }
        assertThat(rows.count("select used_capacity from agent where user_id = ?", dana)).isEqualTo(100L * accepted);
        rows.change("update work_item set state = 'DONE' where agent_id = ? and queue_id = ?", dana, queue);
        rows.change("update agent set used_capacity = 0 where user_id = ?", dana);
    }

    private void race(ExecutorService threads, long item) throws Exception {
        long interaction = item(item).interactionId();
        List<Callable<Void>> steps = List.of(() -> {
            try {
                As.run("dana", () -> offers.accept(item));
            } catch (BusinessException late) {
                assertThat(late.code()).isEqualTo("routing.not-offered");
            }
            return null;
        }, () -> tell(interaction, locked -> new MessageReceived(interaction, null, false, locked.accountId(), queue, Channel.PHONE, Segment.PRIVATE, locked.customer().id(), "en", null, null, null, Instant.now())),
                () -> tell(interaction, locked -> new CallAbandoned(interaction, 0, queue, locked.customer().id(), Segment.PRIVATE, "+972501234567", Duration.ofSeconds(30), null, Instant.now(), Instant.now())), () -> {
                    As.run("dana", () -> attendance.away(AwayReason.BREAK));
                    return null;
                }, () -> {
                    system.run(assignment::expireOffers);
                    return null;
                });
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Void>> running = new ArrayList<>();
        steps.forEach(step -> running.add(threads.submit(() -> {
            start.await();
            return step.call();
        })));
        start.countDown();
        for (Future<Void> each : running) {
            each.get(30, TimeUnit.SECONDS);
        }
    }

    /** As whoever takes in what arrived: the conversation is locked first. */
    private Void tell(long interaction, Function<Interaction, DomainEvent> event) {
        return system.inTransaction(() -> {
            events.tell(event.apply(interactions.getLocked(interaction)));
            return null;
        });
    }
}
