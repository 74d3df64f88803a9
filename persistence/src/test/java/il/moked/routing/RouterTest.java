// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import static il.moked.routing.RequiredSkill.atLeast;
import static il.moked.routing.RequiredSkill.ifPossible;
import static org.assertj.core.api.Assertions.assertThat;

import il.moked.agent.Capacity;
import il.moked.agent.Skill;
import il.moked.agent.SkillProfile;
import il.moked.agent.WorkWeight;
import il.moked.channel.Channel;
import il.moked.routing.Decision.Reason;
import il.moked.routing.Decision.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RouterTest {
    private static final Instant NOON = Instant.parse("2026-05-14T09:00:00Z");
    private static final Duration TARGET = Duration.ofMinutes(5);
    private static final WorkWeight CALL = WorkWeight.primary(100);
    private static final WorkWeight CHAT = WorkWeight.primary(30);
    private static final WorkWeight LETTER = WorkWeight.interruptible(20);
    private static final Skill FAULT = new Skill("fault", Skill.Kind.SUBJECT);
    private static final Skill FIBRE = new Skill("fibre", Skill.Kind.SUBJECT);
    private static final Skill RUSSIAN = new Skill("ru", Skill.Kind.LANGUAGE);
    private static final long SALES = 1;
    private static final long SUPPORT = 2;

    private final Router router = new Router(RoutingPolicy.DEFAULT);

    private static Instant at(long seconds) {
        return NOON.plusSeconds(seconds);
    }

    private static AgentAtWork agent(long id, Map<Skill, Integer> skills, long... queues) {
        return new AgentAtWork(id, Set.copyOf(LongStream.of(queues).boxed().toList()), new SkillProfile(skills), Capacity.FULL, NOON.minusSeconds(60));
    }

    private static WaitingItem item(long id, Channel channel, WorkWeight weight, Requirement requirement, Instant since, Duration target, Long preferred) {
        return new WaitingItem(id, SALES, channel, weight, requirement, since, DueTime.of(since, target), target, preferred, Map.of());
    }

    private static WaitingItem call(long id, Instant since, RequiredSkill... skills) {
        return item(id, Channel.CHAT, CALL, Requirement.of(skills), since, TARGET, null);
    }

    private static WaitingItem letter(long id, Instant since) {
        return item(id, Channel.EMAIL, LETTER, Requirement.NONE, since, TARGET, null);
    }

    private void atWork(AgentAtWork... agents) {
        for (AgentAtWork agent : agents) {
            router.atWork(agent, NOON);
        }
    }

    private void queue(WaitingItem... items) {
        for (WaitingItem item : items) {
            router.queue(item, item.waitingSince());
        }
    }

    /** Pairs of item and agent, as {@code item>agent}. */
    private List<String> offers(Instant now) {
        return router.decide(now).stream().map(offer -> offer.item().id() + ">" + offer.agentId()).toList();
    }

    private void free(long agentId, WorkWeight work, Instant now) {
        router.atWork(router.agent(agentId).orElseThrow().released(work), now);
    }

    @Test
    void whatIsDueFirstIsServedFirstWhateverItsChannel() {
        queue(item(1, Channel.CHAT, CALL, Requirement.NONE, at(0), Duration.ofMinutes(5), null), item(2, Channel.EMAIL, LETTER, Requirement.NONE, at(60), Duration.ofMinutes(2), null),
                item(3, Channel.FORM, LETTER, Requirement.NONE, at(30), Duration.ofMinutes(20), null));
        atWork(agent(7, Map.of(), SALES));
        // The letters are set aside for the caller; of the letters the one due later finds no unit left.
        assertThat(offers(at(61))).containsExactly("2>7", "1>7");
        free(7, CALL, at(90));
        assertThat(offers(at(90))).containsExactly("3>7");
    }

    @Test
    void amongEqualsWhoIsIdleLongestGetsTheWork() {
        atWork(agent(7, Map.of(), SALES), new AgentAtWork(8, Set.of(SALES), SkillProfile.NONE, Capacity.FULL, NOON.minusSeconds(500)), agent(9, Map.of(), SUPPORT));
        queue(call(1, at(0)));
        Decision decision = router.decide(at(0)).get(0);
        assertThat(decision.agentId()).isEqualTo(8);
        assertThat(decision.why()).isEqualTo(Why.BEST_SCORE);
        assertThat(decision.candidates()).extracting(Decision.Candidate::agentId).containsExactly(8L, 7L);
        assertThat(decision.ruleVersion()).isEqualTo(1);
    }

    @Test
    void whoSuitsBetterIsPreferredToASlightlyLongerIdleOne() {
        AgentAtWork expert = agent(7, Map.of(FAULT, 5), SALES);
        AgentAtWork idler = new AgentAtWork(8, Set.of(SALES), new SkillProfile(Map.of(FAULT, 2)), Capacity.FULL, NOON.minusSeconds(100));
        atWork(expert, idler);
        queue(call(1, at(0), atLeast(2, FAULT)));
        Decision decision = router.decide(at(0)).get(0);
        assertThat(decision.candidates()).containsExactly(new Decision.Candidate(7, 100, 60, 160), new Decision.Candidate(8, 40, 100, 140));
        assertThat(decision.agentId()).isEqualTo(7);
    }

    @Test
    void anItemNobodyCanTakeDoesNotHoldUpThoseBehindIt() {
        queue(call(1, at(0), atLeast(1, RUSSIAN)), call(2, at(1)));
        atWork(agent(7, Map.of(FAULT, 5), SALES));
        assertThat(offers(at(5))).containsExactly("2>7");
        assertThat(router.waiting()).isEqualTo(1);
    }

    @Test
    void aContactAsksLessTheLongerItWaits() {
        atWork(agent(7, Map.of(FAULT, 3), SALES));
        queue(call(1, at(0), atLeast(4, FAULT), ifPossible(1, FIBRE)));
        assertThat(offers(at(0))).isEmpty();
        assertThat(router.nextChange()).contains(at(20));
        assertThat(offers(at(20))).isEmpty();
        assertThat(router.nextChange()).contains(at(45));
        Decision decision = router.decide(at(45)).get(0);
        assertThat(decision.agentId()).isEqualTo(7);
        assertThat(decision.step()).isEqualTo(2);
        assertThat(decision.dropped()).containsExactly("fibre");
        assertThat(decision.why()).isEqualTo(Why.ONLY_ONE);
        assertThat(decision.waited()).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void aLanguageIsWaitedForHoweverLong() {
        atWork(agent(7, Map.of(FAULT, 5), SALES));
        queue(call(1, at(0), atLeast(2, RUSSIAN)));
        assertThat(offers(at(86_400))).isEmpty();
        router.atWork(agent(8, Map.of(RUSSIAN, 2), SALES), at(86_400));
        assertThat(offers(at(86_400))).containsExactly("1>8");
    }

    @Test
    void anItemIsKeptForTheAgentWhoKnowsTheCustomerForABoundedTime() {
        atWork(agent(7, Map.of(), SALES), new AgentAtWork(8, Set.of(SALES), SkillProfile.NONE, Capacity.FULL.take(CALL), NOON));
        queue(item(1, Channel.CHAT, CALL, Requirement.NONE, at(0), TARGET, 8L), call(2, at(10)));
        // A kept item does not hold up those behind it.
        assertThat(offers(at(10))).containsExactly("2>7");
        free(7, CALL, at(29));
        assertThat(offers(at(29))).isEmpty();
        // Ten per cent of five minutes.
        assertThat(offers(at(30))).containsExactly("1>7");
    }

    @Test
    void thePreferredAgentGetsHisItemWhenHeIsFreeInTime() {
        atWork(agent(7, Map.of(), SALES), new AgentAtWork(8, Set.of(SALES), SkillProfile.NONE, Capacity.FULL.take(CALL), NOON));
        queue(item(1, Channel.CHAT, CALL, Requirement.NONE, at(0), TARGET, 8L));
        assertThat(offers(at(0))).isEmpty();
        free(8, CALL, at(12));
        assertThat(router.decide(at(12)).get(0).why()).isEqualTo(Why.PREFERRED);
    }

    @Test
    void aShortTargetShortensTheTimeAnItemIsKept() {
        atWork(agent(7, Map.of(), SALES), new AgentAtWork(8, Set.of(SALES), SkillProfile.NONE, Capacity.FULL.take(CALL), NOON));
        queue(item(1, Channel.CHAT, CALL, Requirement.NONE, at(0), Duration.ofSeconds(50), 8L));
        assertThat(offers(at(4))).isEmpty();
        assertThat(offers(at(5))).containsExactly("1>7");
    }

    @Test
    void nothingIsKeptForAnAgentWhoIsNotThereOrLeaves() {
        atWork(agent(7, Map.of(), SALES), new AgentAtWork(8, Set.of(SALES), SkillProfile.NONE, Capacity.FULL.take(CALL), NOON));
        queue(item(1, Channel.CHAT, CHAT, Requirement.NONE, at(0), TARGET, 99L), item(2, Channel.CHAT, CHAT, Requirement.NONE, at(0), TARGET, 8L));
        assertThat(offers(at(0))).containsExactly("1>7");
        router.gone(8, at(1));
        assertThat(offers(at(1))).containsExactly("2>7");
    }

    @Test
    void whoDeclinedIsAskedAgainOnlyAfterTheBackOffAndOthersAtOnce() {
        atWork(new AgentAtWork(7, Set.of(SALES), SkillProfile.NONE, Capacity.FULL, NOON.minusSeconds(900)));
        queue(call(1, at(0)));
        WaitingItem offered = router.decide(at(0)).get(0).item();
        decline(offered, 7, at(5));
        assertThat(offers(at(5))).isEmpty();
        router.atWork(agent(8, Map.of(), SALES), at(6));
        assertThat(offers(at(6))).containsExactly("1>8");
    }

    @Test
    void twoAgentsWhoDeclineInTurnAreBothLeftInPeace() {
        atWork(agent(7, Map.of(), SALES), agent(8, Map.of(), SALES));
        queue(call(1, at(0)));
        Decision first = router.decide(at(0)).get(0);
        decline(first.item(), first.agentId(), at(2));
        Decision second = router.decide(at(2)).get(0);
        assertThat(second.agentId()).isNotEqualTo(first.agentId());
        decline(second.item(), second.agentId(), at(4));
        assertThat(offers(at(4))).isEmpty();
        assertThat(offers(at(32))).containsExactly("1>" + first.agentId());
    }

    @Test
    void theOnlyAgentIsOfferedItAgainAfterTheBackOff() {
        atWork(agent(7, Map.of(), SALES));
        queue(call(1, at(0)));
        decline(router.decide(at(0)).get(0).item(), 7, at(5));
        assertThat(router.decide(at(34))).isEmpty();
        Decision again = router.decide(at(35)).get(0);
        assertThat(again.agentId()).isEqualTo(7);
        assertThat(again.why()).isEqualTo(Why.ONLY_ONE);
        assertThat(again.waited()).as("age kept").isEqualTo(Duration.ofSeconds(35));
    }

    @Test
    void aDeclinedItemDoesNotKeepItsAgentFromTheNextOne() {
        atWork(agent(7, Map.of(), SALES));
        queue(call(1, at(0)), call(2, at(1)));
        decline(router.decide(at(1)).get(0).item(), 7, at(5));
        assertThat(offers(at(5))).containsExactly("2>7");
    }

    private void decline(WaitingItem item, long agentId, Instant now) {
        free(agentId, item.weight(), now);
        router.refused(item, agentId, now);
    }

    @Test
    void whoHasLeftIsNotServed() {
        queue(call(1, at(0)));
        assertThat(router.remove(1)).isPresent();
        assertThat(router.remove(1)).isEmpty();
        atWork(agent(7, Map.of(), SALES));
        assertThat(offers(at(1))).isEmpty();
    }

    @Test
    void anItemQueuedTwiceIsOfferedOnce() {
        queue(call(1, at(0)), call(1, at(0)));
        atWork(agent(7, Map.of(), SALES), agent(8, Map.of(), SALES));
        assertThat(offers(at(0))).hasSize(1);
        assertThat(router.sweep(at(1))).isEmpty();
    }

    @Test
    void aDecisionNamesWhoWasRefusedAndWhy() {
        atWork(agent(6, Map.of(FAULT, 5), SUPPORT), agent(7, Map.of(FAULT, 1), SALES), new AgentAtWork(8, Set.of(SALES), new SkillProfile(Map.of(FAULT, 5)), Capacity.FULL.take(CHAT), NOON),
                agent(9, Map.of(), SALES));
        queue(call(1, at(0), atLeast(2, FAULT)));
        assertThat(offers(at(0))).isEmpty();
        Decision why = router.explain(1, at(0)).orElseThrow();
        assertThat(why.why()).isEqualTo(Why.NOBODY);
        assertThat(why.refused()).isEqualTo(Map.of(Reason.OTHER_QUEUE, 1, Reason.SKILL_MISSING, 2, Reason.NO_CAPACITY, 1));
        assertThat(why.examples()).contains(new Decision.Refusal(7, Reason.SKILL_MISSING, Set.of("fault")), new Decision.Refusal(8, Reason.NO_CAPACITY, Set.of()));
        assertThat(router.explain(2, at(0))).isEmpty();
    }

    @Test
    void newRulesApplyToWhatWaitsAlready() {
        atWork(agent(7, Map.of(), SALES));
        queue(call(1, at(0), atLeast(1, FAULT)));
        assertThat(offers(at(1))).isEmpty();
        Relaxation quick = new Relaxation(List.of(new Relaxation.Step(Duration.ZERO, 0, Relaxation.Keep.ALL), new Relaxation.Step(Duration.ofSeconds(2), 0, Relaxation.Keep.WHAT_NEVER_RELAXES)));
        RoutingPolicy first = RoutingPolicy.DEFAULT;
        router.follow(new RoutingPolicy(2, first.relaxation(), Map.of(SALES, quick), first.backOff(), first.preferredAtMost(), first.preferredShare(), first.suitSeconds(), first.floor()), at(2));
        assertThat(router.decide(at(2)).get(0).ruleVersion()).isEqualTo(2);
    }

    /** Calls are set to be due long before letters, one agent, everything late: due time alone would never serve a letter. */
    @Test
    void aLateChannelGetsItsFloorShareThoughAnotherIsAlwaysDueFirst() {
        assertThat(lettersAmong(400, FloorShare.NONE)).isZero();
        assertThat(lettersAmong(400, FloorShare.each(0.05))).isBetween(19L, 20L);
        assertThat(lettersAmong(400, new FloorShare(Map.of(Channel.EMAIL, 0.25), Duration.ofMinutes(15)))).isBetween(99L, 100L);
    }

    private static long lettersAmong(int turns, FloorShare floor) {
        RoutingPolicy first = RoutingPolicy.DEFAULT;
        Router router = new Router(new RoutingPolicy(1, first.relaxation(), Map.of(), first.backOff(), first.preferredAtMost(), first.preferredShare(), first.suitSeconds(), floor));
        WorkWeight whole = WorkWeight.primary(100);
        for (int id = 0; id < turns; id++) {
            router.queue(item(id, Channel.CHAT, whole, Requirement.NONE, NOON.minusSeconds(90_000), Duration.ofSeconds(20), null), NOON);
            router.queue(item(turns + id, Channel.EMAIL, whole, Requirement.NONE, NOON.minusSeconds(89_000), Duration.ofHours(24), null), NOON);
        }
        List<Decision> offers = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            Instant now = NOON.plusSeconds(turn);
            router.atWork(agent(7, Map.of(), SALES), now);
            offers.addAll(router.decide(now));
        }
        assertThat(offers).hasSize(turns);
        return offers.stream().filter(offer -> offer.item().channel() == Channel.EMAIL).peek(offer -> assertThat(offer.floorShare()).isTrue()).count();
    }

    @Test
    void aChannelInTimeIsNotServedBeforeItsTurnBecauseOfItsFloor() {
        for (int id = 0; id < 100; id++) {
            router.queue(call(id, NOON.minusSeconds(600)), NOON);
        }
        router.queue(item(1_000, Channel.EMAIL, CALL, Requirement.NONE, NOON.minusSeconds(600), Duration.ofHours(24), null), NOON);
        for (int turn = 0; turn < 100; turn++) {
            router.atWork(agent(7, Map.of(), SALES), at(turn));
            assertThat(router.decide(at(turn))).extracting(offer -> offer.item().channel()).containsExactly(Channel.CHAT);
        }
    }

    /** 1,000 agents, 50 queues, 100,000 items: whoever becomes free is given the item due first of those he can serve, compared with a plain search. */
    @Test
    void anAgentWhoBecomesFreeGetsTheMostUrgentItemOfAHundredThousand() {
        RoutingPolicy first = RoutingPolicy.DEFAULT;
        Router large = new Router(new RoutingPolicy(1, Relaxation.NEVER, Map.of(), first.backOff(), first.preferredAtMost(), first.preferredShare(), first.suitSeconds(), FloorShare.NONE));
        Map<Long, TreeSet<WaitingItem>> waiting = new HashMap<>();
        for (long id = 0; id < 100_000; id++) {
            Instant since = at(id * 7919 % 100_003);
            Requirement level = Requirement.of(atLeast((int) (id / 50 % 5) + 1, FAULT));
            WaitingItem item = new WaitingItem(id, id % 50, Channel.values()[(int) (id % 3)], CALL, level, since, DueTime.of(since, TARGET), TARGET, null, Map.of());
            waiting.computeIfAbsent(item.queueId(), queue -> new TreeSet<>(WaitingLines.MOST_URGENT_FIRST)).add(item);
            large.queue(item, at(100_003));
        }
        assertThat(large.decide(at(100_003))).isEmpty();
        for (long id = 0; id < 1_000; id++) {
            AgentAtWork agent = agent(id, Map.of(FAULT, (int) (id / 50 % 5) + 1), id % 50, (id + 1) % 50);
            large.atWork(agent, at(100_003));
            WaitingItem most = agent.queues().stream().flatMap(queue -> waiting.get(queue).stream().filter(item -> item.requirement().metBy(agent.skills())).limit(1)).min(WaitingLines.MOST_URGENT_FIRST).orElseThrow();
            assertThat(large.decide(at(100_003))).extracting(offer -> offer.item().id() + ">" + offer.agentId()).containsExactly(most.id() + ">" + id);
            waiting.get(most.queueId()).remove(most);
        }
        assertThat(large.waiting()).isEqualTo(99_000);
    }
}
