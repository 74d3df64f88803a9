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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RouterTest {
    private static final Instant NOON = Instant.parse("2026-05-14T09:00:00Z");
    private static final int MOST = 1_000;
    private static final Duration TARGET = Duration.ofMinutes(5);
    private static final WorkWeight CALL = WorkWeight.primary(100);
    private static final WorkWeight CHAT = WorkWeight.primary(30);
    private static final WorkWeight LETTER = WorkWeight.interruptible(20);
    private static final Skill FAULT = new Skill("fault", Skill.Kind.SUBJECT);
    private static final Skill FIBRE = new Skill("fibre", Skill.Kind.SUBJECT);
    private static final Skill RUSSIAN = new Skill("ru", Skill.Kind.LANGUAGE);
    private static final long SALES = 1;
    private static final long SUPPORT = 2;

    private final LinesInMemory lines = new LinesInMemory();
    private final Map<Long, AgentAtWork> agents = new HashMap<>();
    private final Map<Long, AgentAtWork> summingUp = new HashMap<>();
    private final OfferedShares shares = new OfferedShares();
    private RoutingPolicy policy = RoutingPolicy.DEFAULT;

    private static Instant at(long seconds) {
        return NOON.plusSeconds(seconds);
    }

    private static AgentAtWork agent(long id, Map<Skill, Integer> skills) {
        return new AgentAtWork(id, new SkillProfile(skills), Capacity.FULL, NOON.minusSeconds(60));
    }

    private static WaitingItem item(long id, long queue, Channel channel, WorkWeight weight, Requirement requirement, Instant since, Duration target, Long preferred) {
        return new WaitingItem(id, queue, channel, weight, requirement, since, DueTime.of(since, target), target, preferred, Map.of());
    }

    private static WaitingItem item(long id, Channel channel, WorkWeight weight, Requirement requirement, Instant since, Duration target, Long preferred) {
        return item(id, SALES, channel, weight, requirement, since, target, preferred);
    }

    private static WaitingItem call(long id, Instant since, RequiredSkill... skills) {
        return item(id, Channel.PHONE, CALL, Requirement.of(skills), since, TARGET, null);
    }

    private static WaitingItem letter(long id, Instant since) {
        return item(id, Channel.EMAIL, LETTER, Requirement.NONE, since, TARGET, null);
    }

    private void atWork(AgentAtWork... present) {
        for (AgentAtWork agent : present) {
            agents.put(agent.id(), agent);
        }
    }

    private void queue(WaitingItem... items) {
        for (WaitingItem item : items) {
            lines.put(item);
        }
    }

    private Router router(Instant now) {
        return new Router(policy, shares, agents.values(), id -> Optional.ofNullable(summingUp.get(id)), now);
    }

    /** A round whose offers are all claimed. */
    private List<Decision> decide(Instant now) {
        List<Decision> offers = router(now).round(lines, Set.of(), MOST);
        offers.forEach(offer -> {
            lines.remove(offer.item().id());
            agents.computeIfPresent(offer.agentId(), (id, agent) -> agent.offered(offer.item().weight(), now));
            shares.offered(offer.item().channel(), now);
        });
        return offers;
    }

    /** Pairs of item and agent, as {@code item>agent}. */
    private List<String> offers(Instant now) {
        return decide(now).stream().map(offer -> offer.item().id() + ">" + offer.agentId()).toList();
    }

    private void free(long agentId, WorkWeight work) {
        agents.computeIfPresent(agentId, (id, agent) -> agent.released(work));
    }

    private void decline(WaitingItem item, long agentId, Instant now) {
        free(agentId, item.weight());
        lines.put(item.refusedBy(agentId, now.plus(policy.backOff())));
    }

    private static RoutingPolicy policy(int version, Map<Long, Relaxation> relaxations, FloorShare floor) {
        RoutingPolicy first = RoutingPolicy.DEFAULT;
        return new RoutingPolicy(version, first.relaxation(), relaxations, first.backOff(), first.preferredAtMost(), first.preferredShare(), first.suitSeconds(), floor);
    }

    @Test
    void whatIsDueFirstIsServedFirstWhateverItsChannel() {
        queue(item(1, Channel.CHAT, CALL, Requirement.NONE, at(0), Duration.ofMinutes(5), null), item(2, Channel.EMAIL, LETTER, Requirement.NONE, at(60), Duration.ofMinutes(2), null),
                item(3, Channel.FORM, LETTER, Requirement.NONE, at(30), Duration.ofMinutes(20), null));
        atWork(agent(7, Map.of()));
        // The letters are set aside for the caller; of the letters the one due later finds no unit left.
        assertThat(offers(at(61))).containsExactly("2>7", "1>7");
        free(7, CALL);
        assertThat(offers(at(90))).containsExactly("3>7");
    }

    @Test
    void amongEqualsWhoIsIdleLongestGetsTheWork() {
        atWork(agent(7, Map.of()), new AgentAtWork(8, SkillProfile.NONE, Capacity.FULL, NOON.minusSeconds(500)));
        queue(call(1, at(0)));
        Decision decision = decide(at(0)).get(0);
        assertThat(decision.agentId()).isEqualTo(8);
        assertThat(decision.why()).isEqualTo(Why.BEST_SCORE);
        assertThat(decision.candidates()).extracting(Decision.Candidate::agentId).containsExactly(8L, 7L);
        assertThat(decision.ruleVersion()).isEqualTo(1);
    }

    @Test
    void whoSuitsBetterIsPreferredToASlightlyLongerIdleOne() {
        AgentAtWork expert = agent(7, Map.of(FAULT, 5));
        AgentAtWork idler = new AgentAtWork(8, new SkillProfile(Map.of(FAULT, 2)), Capacity.FULL, NOON.minusSeconds(100));
        atWork(expert, idler);
        queue(call(1, at(0), atLeast(2, FAULT)));
        Decision decision = decide(at(0)).get(0);
        assertThat(decision.candidates()).containsExactly(new Decision.Candidate(7, 100, 60, 160), new Decision.Candidate(8, 40, 100, 140));
        assertThat(decision.agentId()).isEqualTo(7);
    }

    @Test
    void anItemNobodyCanTakeDoesNotHoldUpThoseBehindIt() {
        queue(call(1, at(0), atLeast(1, RUSSIAN)), call(2, at(1)));
        atWork(agent(7, Map.of(FAULT, 5)));
        assertThat(offers(at(5))).containsExactly("2>7");
        assertThat(lines.size()).isEqualTo(1);
    }

    @Test
    void aContactAsksLessTheLongerItWaits() {
        atWork(agent(7, Map.of(FAULT, 3)));
        queue(call(1, at(0), atLeast(4, FAULT), ifPossible(1, FIBRE)));
        assertThat(offers(at(0))).isEmpty();
        assertThat(offers(at(20))).isEmpty();
        Decision decision = decide(at(45)).get(0);
        assertThat(decision.agentId()).isEqualTo(7);
        assertThat(decision.step()).isEqualTo(2);
        assertThat(decision.dropped()).containsExactly("fibre");
        assertThat(decision.why()).isEqualTo(Why.ONLY_ONE);
        assertThat(decision.waited()).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void aLanguageIsWaitedForHoweverLong() {
        atWork(agent(7, Map.of(FAULT, 5)));
        queue(call(1, at(0), atLeast(2, RUSSIAN)));
        assertThat(offers(at(86_400))).isEmpty();
        atWork(agent(8, Map.of(RUSSIAN, 2)));
        assertThat(offers(at(86_400))).containsExactly("1>8");
    }

    @Test
    void anItemIsKeptForTheAgentWhoKnowsTheCustomerWhileHeSumsUpForABoundedTime() {
        atWork(agent(7, Map.of()));
        summingUp.put(8L, agent(8, Map.of()));
        queue(item(1, Channel.PHONE, CALL, Requirement.NONE, at(0), TARGET, 8L), call(2, at(10)));
        // A kept item does not hold up those behind it.
        assertThat(offers(at(10))).containsExactly("2>7");
        free(7, CALL);
        assertThat(offers(at(29))).isEmpty();
        Decision why = router(at(29)).explain(lines.find(1).orElseThrow());
        assertThat(why.kept()).isEqualTo(8);
        assertThat(why.refused()).isEqualTo(Map.of(Reason.KEPT_FOR_PREFERRED, 1));
        // Ten per cent of five minutes.
        assertThat(offers(at(30))).containsExactly("1>7");
    }

    @Test
    void thePreferredAgentGetsHisItemWhenHeIsFreeInTime() {
        atWork(agent(7, Map.of()));
        summingUp.put(8L, agent(8, Map.of()));
        queue(item(1, Channel.PHONE, CALL, Requirement.NONE, at(0), TARGET, 8L));
        assertThat(offers(at(0))).isEmpty();
        atWork(summingUp.remove(8L));
        assertThat(decide(at(12)).get(0).why()).isEqualTo(Why.PREFERRED);
    }

    @Test
    void aShortTargetShortensTheTimeAnItemIsKept() {
        atWork(agent(7, Map.of()));
        summingUp.put(8L, agent(8, Map.of()));
        queue(item(1, Channel.PHONE, CALL, Requirement.NONE, at(0), Duration.ofSeconds(50), 8L));
        assertThat(offers(at(4))).isEmpty();
        assertThat(offers(at(5))).containsExactly("1>7");
    }

    @Test
    void nothingIsKeptForAnAgentWhoIsNotThereOrHasHisHandsFull() {
        atWork(agent(7, Map.of()), new AgentAtWork(8, SkillProfile.NONE, Capacity.FULL.take(CALL), NOON));
        summingUp.put(9L, new AgentAtWork(9, SkillProfile.NONE, Capacity.FULL.take(CHAT).take(CHAT).take(CHAT), NOON));
        queue(item(1, Channel.CHAT, CHAT, Requirement.NONE, at(0), TARGET, 99L), item(2, Channel.CHAT, CHAT, Requirement.NONE, at(0), TARGET, 8L), item(3, Channel.CHAT, CHAT, Requirement.NONE, at(0), TARGET, 9L));
        assertThat(offers(at(0))).containsExactly("1>7", "2>7", "3>7");
    }

    @Test
    void whoDeclinedIsAskedAgainOnlyAfterTheBackOffAndOthersAtOnce() {
        atWork(new AgentAtWork(7, SkillProfile.NONE, Capacity.FULL, NOON.minusSeconds(900)));
        queue(call(1, at(0)));
        WaitingItem offered = decide(at(0)).get(0).item();
        decline(offered, 7, at(5));
        assertThat(offers(at(5))).isEmpty();
        atWork(agent(8, Map.of()));
        assertThat(offers(at(6))).containsExactly("1>8");
    }

    @Test
    void twoAgentsWhoDeclineInTurnAreBothLeftInPeace() {
        atWork(agent(7, Map.of()), agent(8, Map.of()));
        queue(call(1, at(0)));
        Decision first = decide(at(0)).get(0);
        decline(first.item(), first.agentId(), at(2));
        Decision second = decide(at(2)).get(0);
        assertThat(second.agentId()).isNotEqualTo(first.agentId());
        decline(second.item(), second.agentId(), at(4));
        assertThat(offers(at(4))).isEmpty();
        assertThat(offers(at(32))).containsExactly("1>" + first.agentId());
    }

    @Test
    void theOnlyAgentIsOfferedItAgainAfterTheBackOff() {
        atWork(agent(7, Map.of()));
        queue(call(1, at(0)));
        decline(decide(at(0)).get(0).item(), 7, at(5));
        assertThat(decide(at(34))).isEmpty();
        Decision again = decide(at(35)).get(0);
        assertThat(again.agentId()).isEqualTo(7);
        assertThat(again.why()).isEqualTo(Why.ONLY_ONE);
        assertThat(again.waited()).as("age kept").isEqualTo(Duration.ofSeconds(35));
    }

    @Test
    void aDeclinedItemDoesNotKeepItsAgentFromTheNextOne() {
        atWork(agent(7, Map.of()));
        queue(call(1, at(0)), call(2, at(1)));
        decline(decide(at(1)).get(0).item(), 7, at(5));
        assertThat(offers(at(5))).containsExactly("2>7");
    }

    @Test
    void whoHasLeftIsNotServed() {
        queue(call(1, at(0)));
        assertThat(lines.remove(1)).isPresent();
        assertThat(lines.remove(1)).isEmpty();
        atWork(agent(7, Map.of()));
        assertThat(offers(at(1))).isEmpty();
    }

    @Test
    void anItemQueuedTwiceIsOfferedOnce() {
        queue(call(1, at(0)), call(1, at(0)));
        atWork(agent(7, Map.of()), agent(8, Map.of()));
        assertThat(offers(at(0))).hasSize(1);
        assertThat(offers(at(1))).isEmpty();
    }

    @Test
    void aDecisionNamesWhoWasRefusedAndWhy() {
        atWork(agent(7, Map.of(FAULT, 1)), new AgentAtWork(8, new SkillProfile(Map.of(FAULT, 5)), Capacity.FULL.take(CHAT), NOON),
                agent(9, Map.of()));
        queue(call(1, at(0), atLeast(2, FAULT)));
        assertThat(offers(at(0))).isEmpty();
        Decision why = router(at(0)).explain(lines.find(1).orElseThrow());
        assertThat(why.why()).isEqualTo(Why.NOBODY);
        assertThat(why.refused()).isEqualTo(Map.of(Reason.SKILL_MISSING, 2, Reason.NO_CAPACITY, 1));
        assertThat(why.examples()).contains(new Decision.Refusal(7, Reason.SKILL_MISSING, Set.of("fault")), new Decision.Refusal(8, Reason.NO_CAPACITY, Set.of()));
    }

    @Test
    void newRulesApplyToWhatWaitsAlready() {
        atWork(agent(7, Map.of()));
        queue(call(1, at(0), atLeast(1, FAULT)));
        assertThat(offers(at(1))).isEmpty();
        Relaxation quick = new Relaxation(List.of(new Relaxation.Step(Duration.ZERO, 0, Relaxation.Keep.ALL), new Relaxation.Step(Duration.ofSeconds(2), 0, Relaxation.Keep.WHAT_NEVER_RELAXES)));
        policy = policy(2, Map.of(SALES, quick), RoutingPolicy.DEFAULT.floor());
        assertThat(decide(at(2)).get(0).ruleVersion()).isEqualTo(2);
    }

    @Test
    void dueTimeHoldsAcrossTheQueuesOfATeam() {
        queue(item(1, SALES, Channel.CHAT, CALL, Requirement.NONE, at(10), TARGET, null), item(2, SUPPORT, Channel.CHAT, CALL, Requirement.NONE, at(0), TARGET, null), item(3, SALES, Channel.CHAT, CALL, Requirement.NONE, at(5), TARGET, null));
        atWork(agent(7, Map.of()));
        assertThat(offers(at(20))).containsExactly("2>7");
        free(7, CALL);
        assertThat(offers(at(20))).containsExactly("3>7");
    }

    @Test
    void freshItemsThatAskForWhatNobodyHasHideNoOlderOneThatAsksLessByNow() {
        for (int id = 0; id < 300; id++) {
            queue(item(id, Channel.PHONE, CALL, Requirement.of(atLeast(3, FAULT)), at(90), Duration.ofSeconds(20), null));
        }
        queue(item(1_000, Channel.PHONE, CALL, Requirement.of(atLeast(3, FAULT)), at(0), TARGET, null));
        atWork(agent(7, Map.of()));
        assertThat(offers(at(100))).containsExactly("1000>7");
    }

    @Test
    void itemsJustDeclinedByTheOnlyAgentOrKeptHideNoneBehindThem() {
        atWork(agent(7, Map.of()));
        summingUp.put(8L, agent(8, Map.of()));
        for (int id = 0; id < 250; id++) {
            queue(call(id, at(0)).refusedBy(7, at(30)), item(500 + id, Channel.PHONE, CALL, Requirement.NONE, at(0), TARGET, 8L));
        }
        queue(call(1_000, at(1)));
        assertThat(offers(at(2))).containsExactly("1000>7");
    }

    @Test
    void whatOthersAreJustDealingWithIsLeftOut() {
        atWork(agent(7, Map.of()));
        queue(call(1, at(0)), call(2, at(1)), call(3, at(2)));
        assertThat(router(at(3)).round(lines, Set.of(1L, 2L), MOST)).extracting(offer -> offer.item().id()).containsExactly(3L);
    }

    @Test
    void whenTheExpertIsTakenTheOthersGetWhatAsksLess() {
        atWork(agent(7, Map.of(FAULT, 5)), agent(8, Map.of()));
        queue(item(1, Channel.PHONE, CALL, Requirement.of(atLeast(3, FAULT)), at(95), Duration.ofSeconds(20), null), item(2, Channel.PHONE, CALL, Requirement.of(atLeast(3, FAULT)), at(96), Duration.ofSeconds(20), null),
                item(3, Channel.PHONE, CALL, Requirement.of(atLeast(3, FAULT)), at(0), TARGET, null));
        assertThat(offers(at(100))).containsExactly("1>7", "3>8");
    }

    @Test
    void aRoundEndsAtItsMostOffers() {
        atWork(agent(7, Map.of()), agent(8, Map.of()), agent(9, Map.of()));
        queue(call(1, at(0)), call(2, at(1)), call(3, at(2)));
        assertThat(router(at(3)).round(lines, Set.of(), 2)).hasSize(2);
    }

    @Test
    void whatRemainsForAnItemIsToldAfterAllThatIsDueBefore() {
        atWork(agent(7, Map.of()));
        queue(call(1, at(0)), call(2, at(1)));
        Router round = router(at(3));
        assertThat(round.round(lines, Set.of(), MOST)).hasSize(1);
        assertThat(round.explain(lines.find(2).orElseThrow()).refused()).isEqualTo(Map.of(Reason.NO_CAPACITY, 1));
    }

    /** Calls are set to be due long before letters, one agent, everything late: due time alone would never serve a letter. */
    @Test
    void aLateChannelGetsItsFloorShareThoughAnotherIsAlwaysDueFirst() {
        assertThat(lettersAmong(400, FloorShare.each(0.05))).isBetween(19L, 20L);
    }

    @Test
    void withoutAFloorItGetsNothing() {
        assertThat(lettersAmong(400, FloorShare.NONE)).isZero();
    }

    @Test
    void aLargerFloorGivesMore() {
        assertThat(lettersAmong(400, new FloorShare(Map.of(Channel.EMAIL, 0.25), Duration.ofMinutes(15)))).isBetween(99L, 100L);
    }

    private long lettersAmong(int turns, FloorShare floor) {
        policy = policy(1, Map.of(), floor);
        for (int id = 0; id < turns; id++) {
            queue(item(id, Channel.CHAT, CALL, Requirement.NONE, NOON.minusSeconds(90_000), Duration.ofSeconds(20), null));
            queue(item(turns + id, Channel.EMAIL, CALL, Requirement.NONE, NOON.minusSeconds(89_000), Duration.ofHours(24), null));
        }
        List<Decision> offers = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            atWork(agent(7, Map.of()));
            offers.addAll(decide(NOON.plusSeconds(turn)));
        }
        assertThat(offers).hasSize(turns);
        return offers.stream().filter(offer -> offer.item().channel() == Channel.EMAIL).peek(offer -> assertThat(offer.floorShare()).isTrue()).count();
    }

    @Test
    void onlyWhatWasClaimedAndKeptCountsForTheFloor() {
        policy = policy(1, Map.of(), new FloorShare(Map.of(Channel.EMAIL, 0.5), Duration.ofMinutes(15)));
        queue(item(1, Channel.CHAT, CALL, Requirement.NONE, NOON.minusSeconds(90_000), Duration.ofSeconds(20), null), item(2, Channel.EMAIL, CALL, Requirement.NONE, NOON.minusSeconds(89_000), Duration.ofHours(24), null));
        atWork(agent(7, Map.of()));
        shares.offered(Channel.CHAT, at(0));
        shares.offered(Channel.CHAT, at(0));
        for (int round = 0; round < 3; round++) {
            assertThat(router(at(1)).round(lines, Set.of(), MOST)).as("decided, and never claimed").extracting(offer -> offer.item().id()).containsExactly(2L);
        }
        shares.offered(Channel.EMAIL, at(1));
        assertThat(router(at(2)).round(lines, Set.of(), MOST)).extracting(offer -> offer.item().id()).containsExactly(1L);
        shares.returned(Channel.EMAIL, at(1));
        assertThat(router(at(3)).round(lines, Set.of(), MOST)).as("declined").extracting(offer -> offer.item().id()).containsExactly(2L);
    }

    @Test
    void aChannelInTimeIsNotServedBeforeItsTurnBecauseOfItsFloor() {
        for (int id = 0; id < 100; id++) {
            queue(call(id, NOON.minusSeconds(600)));
        }
        queue(item(1_000, Channel.EMAIL, CALL, Requirement.NONE, NOON.minusSeconds(600), Duration.ofHours(24), null));
        for (int turn = 0; turn < 100; turn++) {
            atWork(agent(7, Map.of()));
            assertThat(decide(at(turn))).extracting(offer -> offer.item().channel()).containsExactly(Channel.PHONE);
        }
    }

    /** 200 agents, 50 queues of one team, 100,000 items: whoever becomes free is given the item due first of those he can serve, compared with a plain search. */
    @Test
    void anAgentWhoBecomesFreeGetsTheMostUrgentItemOfAHundredThousand() {
        policy = policy(1, LongStream.range(0, 50).boxed().collect(Collectors.toMap(queue -> queue, queue -> Relaxation.NEVER)), FloorShare.NONE);
        TreeSet<WaitingItem> waiting = new TreeSet<>(WaitingLines.MOST_URGENT_FIRST);
        for (long id = 0; id < 100_000; id++) {
            Instant since = at(id * 7919 % 100_003);
            Requirement level = Requirement.of(atLeast((int) (id / 50 % 5) + 1, FAULT));
            waiting.add(item(id, id % 50, Channel.values()[(int) (id % 3)], CALL, level, since, TARGET, null));
        }
        waiting.forEach(lines::put);
        assertThat(decide(at(100_003))).isEmpty();
        for (long id = 0; id < 200; id++) {
            AgentAtWork agent = agent(id, Map.of(FAULT, (int) (id / 50 % 5) + 1));
            atWork(agent);
            WaitingItem most = waiting.stream().filter(item -> item.requirement().metBy(agent.skills())).findFirst().orElseThrow();
            assertThat(offers(at(100_003))).containsExactly(most.id() + ">" + id);
            waiting.remove(most);
        }
        assertThat(lines.size()).isEqualTo(99_800);
    }
}
