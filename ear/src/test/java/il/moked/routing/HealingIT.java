// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.Rows;
import il.moked.agent.Presence;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccounts;
import il.moked.interaction.AsSystem;
import il.moked.interaction.Call;
import il.moked.interaction.Calls;
import il.moked.routing.WorkItem.State;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing is ever invisible: what each event would leave behind if it were lost is put into the tables, and the sweep makes up for it. */
@ArquillianTest
public class HealingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    OwnLine line;
    @Inject
    Rows rows;
    @Inject
    AsSystem system;
    @Inject
    Calls calls;
    @Inject
    ChannelAccounts accounts;
    @Inject
    il.moked.routing.ejb.Offers offers;
    @Inject
    il.moked.routing.ejb.Healing healing;

    private long owner;
    private long other;

    @BeforeEach
    void aLineOfItsOwn() {
        Awaitility.pollInSameThread();
        line.begin();
        owner = line.agent(1, Presence.AWAY);
        other = line.agent(2, Presence.AWAY);
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        line.end();
    }

    /** A row is made wrong as a lost event would leave it. */
    private interface Break {
        Callable<Boolean> make() throws Exception;
    }

    @Test
    void everyLostEventIsMadeUpFor() throws Exception {
        Map<String, Break> breaks = new LinkedHashMap<>();
        breaks.put("closed, and waits", () -> closed(line.waits(Channel.FORM, OwnLine.LETTER, Instant.now())));
        breaks.put("closed, and is put aside", () -> closed(aside(line.served(Channel.FORM, OwnLine.LETTER, owner, Instant.now(), false), owner)));
        breaks.put("closed, and is to be called tomorrow", () -> closed(scheduled(line.waits(Channel.PHONE, OwnLine.CALL, Instant.now()))));
        breaks.put("closed, and is served", () -> closed(line.served(Channel.FORM, OwnLine.LETTER, owner, Instant.now(), false)));
        breaks.put("written, and nothing waits", this::withoutItem);
        breaks.put("written, and is over", this::writtenWhenOver);
        breaks.put("written, and is put aside", this::writtenWhenAside);
        breaks.put("written, and is put aside with somebody who left", this::writtenWhenAsideWithNobody);
        breaks.put("taken, and waits", () -> taken(line.waits(Channel.FORM, OwnLine.LETTER, Instant.now())));
        breaks.put("taken, and is served by another", () -> taken(line.served(Channel.FORM, OwnLine.LETTER, other, Instant.now(), true)));
        breaks.put("given to the team, and is served", this::givenToTheTeam);
        breaks.put("offered to somebody who left", () -> offeredTo(Presence.OFFLINE, Instant.now().plusSeconds(600)));
        breaks.put("an offer that ended", () -> offeredTo(Presence.AVAILABLE, Instant.now().minusSeconds(1)));
        breaks.put("summing up without an end", this::summingUpForEver);
        breaks.put("a call that ended", this::callEnded);
        breaks.put("a caller who hung up", this::callerGone);
        Map<String, Callable<Boolean>> healed = new LinkedHashMap<>();
        for (Map.Entry<String, Break> one : breaks.entrySet()) {
            healed.put(one.getKey(), one.getValue().make());
        }
        Instant broken = Instant.now();
        for (Map.Entry<String, Callable<Boolean>> one : healed.entrySet()) {
            await(one.getKey()).atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(one.getValue());
        }
        assertThat(Duration.between(broken, Instant.now())).as("every five seconds at least").isLessThan(Duration.ofSeconds(15));
        assertThat(rows.count("select count(*) from agent a where a.team_id = (select team_id from agent where user_id = ?) and used_capacity + used_interruptible < 0", owner)).isZero();
    }

    private Callable<Boolean> closed(WorkItem item) throws Exception {
        rows.change("update interaction set state = 'CLOSED', closed_at = ? where id = ?", Instant.now(), item.interactionId());
        return () -> line.state(item) == State.DONE;
    }

    private WorkItem aside(WorkItem item, long agent) throws Exception {
        rows.change("update work_item set state = 'PARKED' where id = ?", item.id());
        rows.change("update agent set used_interruptible = used_interruptible - 20 where user_id = ?", agent);
        return item;
    }

    private WorkItem scheduled(WorkItem item) throws Exception {
        rows.change("update work_item set state = 'SCHEDULED', kind = 'CALLBACK', not_before = ? where id = ?", Instant.now().plusSeconds(86_400), item.id());
        return item;
    }

    private Callable<Boolean> withoutItem() throws Exception {
        WorkItem item = line.waits(Channel.FORM, OwnLine.LETTER, Instant.now());
        rows.change("delete from work_item where id = ?", item.id());
        return () -> line.state(item) != null;
    }

    private Callable<Boolean> writtenWhenOver() throws Exception {
        WorkItem item = line.waits(Channel.FORM, OwnLine.LETTER, Instant.now());
        rows.change("update work_item set state = 'DONE' where id = ?", item.id());
        return () -> line.state(item) != State.DONE;
    }

    private Callable<Boolean> writtenWhenAside() throws Exception {
        WorkItem item = aside(line.served(Channel.FORM, OwnLine.LETTER, owner, Instant.now(), true), owner);
        return () -> line.state(item) == State.ACCEPTED && line.item(item.interactionId()).agentId().filter(agent -> agent == owner).isPresent();
    }

    private Callable<Boolean> writtenWhenAsideWithNobody() throws Exception {
        long gone = line.agent(3, Presence.OFFLINE);
        WorkItem item = aside(line.served(Channel.FORM, OwnLine.LETTER, gone, Instant.now(), true), gone);
        return () -> line.state(item) != State.PARKED && rows.count("select count(*) from interaction where id = ? and owner_id is null", item.interactionId()) == 1;
    }

    private Callable<Boolean> taken(WorkItem item) throws Exception {
        rows.change("update interaction set owner_id = ? where id = ?", owner, item.interactionId());
        return () -> line.state(item) == State.ACCEPTED && line.item(item.interactionId()).agentId().filter(agent -> agent == owner).isPresent();
    }

    private Callable<Boolean> givenToTheTeam() throws Exception {
        WorkItem item = line.served(Channel.FORM, OwnLine.LETTER, owner, Instant.now(), true);
        rows.change("update interaction set owner_id = null where id = ?", item.interactionId());
        return () -> line.state(item) != State.ACCEPTED;
    }

    private Callable<Boolean> offeredTo(Presence presence, Instant until) throws Exception {
        long agent = line.agent(presence == Presence.OFFLINE ? 4 : 5, Presence.AWAY);
        WorkItem item = line.waits(Channel.PHONE, OwnLine.CALL, Instant.now());
        rows.change("update work_item set state = 'OFFERED', agent_id = ?, offered_at = ?, offer_expires_at = ? where id = ?", agent, Instant.now(), until, item.id());
        rows.change("update agent set used_capacity = 100, presence = ? where user_id = ?", presence.name(), agent);
        return () -> line.item(item.interactionId()).agentId().filter(still -> still == agent).isEmpty() && line.agent(agent).usedCapacity() == 0;
    }

    private Callable<Boolean> summingUpForEver() throws Exception {
        long agent = line.agent(6, Presence.AWAY);
        rows.change("update agent set presence = 'WRAP_UP', away_reason = null, wrap_up_of = 1 where user_id = ?", agent);
        return () -> line.agent(agent).presence() != Presence.WRAP_UP;
    }

    private Call call(long interaction, Instant ended, String extension) {
        return system.inTransaction(() -> {
            Instant queued = ended.minusSeconds(60);
            Call call = new Call(accounts.get("phone"), "lost-" + UUID.randomUUID(), interaction, Call.Direction.INBOUND, queued);
            call.from("0501112233", "*2700");
            call.queued(queued);
            if (extension != null) {
                call.answered(extension, queued.plusSeconds(5));
            }
            call.takePlaceInLine();
            call.ended(Call.EndedBy.CUSTOMER, ended);
            call.tellAnswer();
            call.tellOutcome();
            calls.add(call);
            return call;
        });
    }

    private Callable<Boolean> callEnded() throws Exception {
        long agent = line.agent(7, Presence.AVAILABLE);
        WorkItem item = line.served(Channel.PHONE, OwnLine.CALL, agent, Instant.now(), false);
        rows.change("update agent set since = ? where user_id = ?", Instant.now().minusSeconds(100), agent);
        call(item.interactionId(), Instant.now(), line.extension(7));
        return () -> line.agent(agent).presence() == Presence.WRAP_UP && line.agent(agent).wrapUpOf().filter(of -> of == item.interactionId()).isPresent();
    }

    private Callable<Boolean> callerGone() throws Exception {
        WorkItem item = line.waits(Channel.PHONE, OwnLine.CALL, Instant.now().minusSeconds(60));
        call(item.interactionId(), Instant.now(), null);
        return () -> line.item(item.interactionId()).kind() == WorkItem.Kind.CALLBACK || line.state(item) == State.ABANDONED;
    }

    @Test
    void whatWasBrokenLongAgoIsFoundToo() throws Exception {
        Instant longAgo = Instant.now().minus(Duration.ofDays(2));
        WorkItem over = line.waits(Channel.FORM, OwnLine.LETTER, longAgo);
        rows.change("update work_item set state = 'DONE' where id = ?", over.id());
        WorkItem closed = line.waits(Channel.FORM, OwnLine.LETTER, longAgo);
        rows.change("update interaction set state = 'CLOSED', closed_at = ? where id = ?", longAgo, closed.interactionId());
        system.run(() -> {
            Set<Long> found = healing.outOfStepAtAll();
            assertThat(found).contains(over.interactionId(), closed.interactionId());
            found.forEach(healing::catchUp);
        });
        assertThat(line.state(over)).isNotEqualTo(State.DONE);
        assertThat(line.item(over.interactionId()).waitingSince()).as("his age").isEqualTo(over.waitingSince());
        assertThat(line.state(closed)).isEqualTo(State.DONE);
        system.run(() -> assertThat(healing.catchUp(over.interactionId())).as("again").isFalse());
    }

    @Test
    void theOnlyAgentIsAskedAgainAfterAWhile() throws Exception {
        long only = line.agent(3, Presence.AVAILABLE);
        WorkItem item = line.waits(Channel.CHAT, OwnLine.CHAT, Instant.now());
        await().atMost(PATIENCE).until(() -> line.state(item) == State.OFFERED);
        As.run(line.name(3), () -> offers.decline(item.id()));
        assertThat(line.state(item)).isEqualTo(State.WAITING);
        // not before the time the rules give him
        await().during(Duration.ofSeconds(8)).atMost(Duration.ofSeconds(12)).until(() -> line.state(item) == State.WAITING);
        await().atMost(PATIENCE.plus(PATIENCE)).until(() -> line.state(item) == State.OFFERED);
        assertThat(line.item(item.interactionId()).agentId()).contains(only);
        assertThat(line.item(item.interactionId()).waitingSince()).isEqualTo(item.waitingSince());
    }
}
