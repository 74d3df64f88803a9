// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import static il.moked.routing.RequiredSkill.atLeast;
import static il.moked.routing.RequiredSkill.ifPossible;

import il.moked.agent.Capacity;
import il.moked.agent.CapacityWeights;
import il.moked.agent.Skill;
import il.moked.agent.SkillProfile;
import il.moked.agent.WorkWeight;
import il.moked.channel.Channel;
import il.moked.customer.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One day of a service centre, event by event: customers come, wait, give up; agents accept, decline, miss, take breaks.
 * What happens is drawn from a seed, so a day can be repeated; time jumps, nobody sleeps. The work items and the agents'
 * desks here are what the tables are in the running service, and the router is asked as there: a notice that something
 * waits or somebody is free leads to a round of that team over what is there, a sweep to one of each team every five
 * seconds, and every offer is claimed. Notices may be lost on purpose, and rounds may decide on what they read a moment ago,
 * as other nodes do.
 */
final class RouterDay {
    /**
     * @param contactsPerMinute mean of the arrivals
     * @param lost share of notices to the router that get lost, 0 to 1
     * @param lag between what a round reads and its claims
     */
    record Plan(long seed, int agents, double contactsPerMinute, Duration length, double lost, Duration lag, RoutingPolicy policy) {
    }

    /** What the day came to; equal for equal plans. */
    record Report(int came, Map<Channel, ServiceCounts> counts, Equality equality, long offers, long declined, long missed, long refusedClaims, int leftWaiting, Set<String> faults) {
        ServiceCounts all() {
            return counts.values().stream().reduce(ServiceCounts.NONE, ServiceCounts::plus);
        }
    }

    /** CHAT plays the telephone: it takes the whole agent. FORM plays the chat. */
    static final CapacityWeights WEIGHTS = CapacityWeights.DEFAULT.with(Channel.CHAT, WorkWeight.primary(100)).with(Channel.FORM, WorkWeight.primary(30)).with(Channel.EMAIL, WorkWeight.interruptible(20));
    static final Map<Channel, Duration> TARGETS = Map.of(Channel.CHAT, Duration.ofSeconds(60), Channel.FORM, Duration.ofMinutes(3), Channel.EMAIL, Duration.ofMinutes(30));
    private static final Map<Channel, Duration> HANDLING = Map.of(Channel.CHAT, Duration.ofMinutes(3), Channel.FORM, Duration.ofMinutes(5), Channel.EMAIL, Duration.ofMinutes(7));
    private static final Map<Channel, Duration> PATIENCE = Map.of(Channel.CHAT, Duration.ofMinutes(5), Channel.FORM, Duration.ofMinutes(15));
    private static final Duration OFFER = Duration.ofSeconds(20);
    private static final Duration SWEEP = Duration.ofSeconds(5);
    private static final Duration NIGHT = Duration.ofHours(12);
    private static final Instant MORNING = Instant.parse("2026-05-14T05:00:00Z");
    private static final int TEAMS = 3;
    private static final int QUEUES = 6;
    private static final int MOST_OFFERS = 100;
    private static final List<Skill> SUBJECTS = List.of(subject("fault"), subject("bill"), subject("sale"), subject("termination"), subject("fibre"), subject("mobile"));
    private static final List<Skill> LANGUAGES = List.of(language("he"), language("ar"), language("ru"), language("en"));
    private static final Skill ADVISER = new Skill("pension-adviser", Skill.Kind.AUTHORISATION);

    private record Event(Instant at, long number, Runnable what) {
    }

    private static final class Desk {
        private final AgentAtWork start;
        private final Team team;
        private final Set<Long> offered = new HashSet<>();
        private Capacity capacity = Capacity.FULL;
        private Instant idleSince;
        private boolean available = true;

        Desk(AgentAtWork start, Team team) {
            this.start = start;
            this.team = team;
            this.idleSince = start.idleSince();
        }

        AgentAtWork now() {
            return new AgentAtWork(start.id(), start.skills(), capacity, idleSince);
        }
    }

    private static final class Team {
        private final LinesInMemory lines = new LinesInMemory();
        private final List<Desk> desks = new ArrayList<>();
        private final OfferedShares shares = new OfferedShares();
        private boolean asked;
    }

    private static final class Contact {
        private final WorkItem item;
        private final WorkWeight weight;
        private WaitingItem asWaiting;
        private boolean left;
        private long offer;
        private Instant offeredAt;
        private int served;

        Contact(WorkItem item, WaitingItem asWaiting) {
            this.item = item;
            this.weight = asWaiting.weight();
            this.asWaiting = asWaiting;
        }
    }

    private final Plan plan;
    private final Random random;
    /** Apart, so that a day with lost notices has the same customers. */
    private final Random losses;
    private final SimulatedClock clock = new SimulatedClock(MORNING);
    private final List<Team> teams = Stream.generate(Team::new).limit(TEAMS).toList();
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::number));
    private final Map<Long, Desk> desks = new HashMap<>();
    private final Map<Long, Contact> contacts = new HashMap<>();
    private final Set<Long> open = new HashSet<>();
    private final Map<Channel, ServiceCounts> counts = new EnumMap<>(Channel.class);
    private final Set<String> faults = new HashSet<>();
    private long eventNumber;
    private long offers;
    private long declined;
    private long missed;
    private long refusedClaims;

    private RouterDay(Plan plan) {
        this.plan = plan;
        this.random = new Random(plan.seed());
        this.losses = new Random(plan.seed() + 1);
    }

    static Report run(Plan plan) {
        RouterDay day = new RouterDay(plan);
        day.hire();
        day.in(day.exponential(Duration.ofMinutes(1), plan.contactsPerMinute()), day::arrive);
        day.in(SWEEP, day::sweep);
        day.live();
        return day.report();
    }

    private void live() {
        Instant end = MORNING.plus(plan.length()).plus(NIGHT);
        while (!events.isEmpty() && !events.peek().at().isAfter(end) && (arriving() || !open.isEmpty())) {
            clock.jumpTo(events.peek().at());
            events.poll().what().run();
            teams.stream().filter(team -> team.asked).forEach(this::round);
        }
    }

    private boolean arriving() {
        return clock.instant().isBefore(MORNING.plus(plan.length()));
    }

    private void round(Team team) {
        team.asked = false;
        List<AgentAtWork> free = team.desks.stream().filter(desk -> desk.available && desk.capacity.hasRoom()).map(Desk::now).toList();
        if (team.lines.size() == 0 || free.isEmpty()) {
            return;
        }
        List<Decision> decisions = new Router(plan.policy(), team.shares, free, agent -> Optional.empty(), now()).round(team.lines, Set.of(), MOST_OFFERS);
        if (plan.lag().isZero()) {
            decisions.forEach(this::claim);
        } else {
            in(plan.lag(), () -> decisions.forEach(this::claim));
        }
        team.asked = plan.lag().isZero() && decisions.size() == MOST_OFFERS;
    }

    /** In the real world a conditional update of item and agent in one transaction. */
    private void claim(Decision decision) {
        Contact contact = contacts.get(decision.item().id());
        Desk desk = desks.get(decision.agentId());
        if (contact.left || contact.item.state() != WorkItem.State.WAITING || !contact.asWaiting.equals(decision.item()) || !desk.available || !desk.capacity.fits(contact.weight)) {
            refusedClaims++;
            desk.team.asked = true;
            return;
        }
        check(decision, contact, desk);
        offers++;
        desk.team.lines.remove(decision.item().id());
        desk.team.shares.offered(decision.item().channel(), now());
        contact.offeredAt = now();
        contact.item.offerTo(desk.start.id(), now(), OFFER);
        desk.offered.add(decision.item().id());
        desk.capacity = desk.capacity.take(contact.weight);
        desk.idleSince = now();
        contact.offer = offers;
        answerTo(contact, desk, offers);
    }

    private void check(Decision decision, Contact contact, Desk desk) {
        SkillProfile skills = desk.start.skills();
        boolean allowed = contact.asWaiting.requirement().skills().stream().filter(required -> !required.skill().relaxes()).allMatch(required -> required.metBy(skills));
        if (!allowed) {
            faults.add("wrong language or no licence");
        }
        if (desk.team != teamOf(contact.item.queueId())) {
            faults.add("not his team");
        }
        if (!decision.candidates().stream().anyMatch(candidate -> candidate.agentId() == desk.start.id())) {
            faults.add("chosen without being a candidate");
        }
        if (!contact.asWaiting.mayGoTo(desk.start.id(), now())) {
            faults.add("asked again too soon");
        }
    }

    private void answerTo(Contact contact, Desk desk, long offer) {
        double luck = random.nextDouble();
        if (luck < 0.02) {
            in(OFFER, () -> whileOffered(contact, offer, () -> miss(contact, desk)));
        } else if (luck < 0.05) {
            in(Duration.ofSeconds(3), () -> whileOffered(contact, offer, () -> decline(contact, desk)));
        } else {
            in(Duration.ofSeconds(1 + random.nextInt(7)), () -> whileOffered(contact, offer, () -> accept(contact, desk)));
        }
    }

    /** An offer may have ended before the agent moved. */
    private void whileOffered(Contact contact, long offer, Runnable what) {
        if (contact.item.state() == WorkItem.State.OFFERED && contact.offer == offer) {
            what.run();
        }
    }

    private void accept(Contact contact, Desk desk) {
        desk.offered.remove(contact.asWaiting.id());
        contact.item.accept(desk.start.id(), now());
        contact.served++;
        Channel channel = contact.asWaiting.channel();
        counts.merge(channel, ServiceCounts.NONE.withAnswered(waited(contact), TARGETS.get(channel)), ServiceCounts::plus);
        in(exponential(HANDLING.get(channel), 1), () -> finish(contact, desk));
    }

    private void finish(Contact contact, Desk desk) {
        contact.item.done();
        open.remove(contact.asWaiting.id());
        release(contact, desk);
    }

    private void decline(Contact contact, Desk desk) {
        declined++;
        backToLine(contact, desk);
    }

    private void miss(Contact contact, Desk desk) {
        missed++;
        backToLine(contact, desk);
        away(desk, Duration.ofMinutes(1));
    }

    private void backToLine(Contact contact, Desk desk) {
        desk.offered.remove(contact.asWaiting.id());
        contact.item.returnToLine(now());
        desk.team.shares.returned(contact.asWaiting.channel(), contact.offeredAt);
        waits(contact);
        release(contact, desk);
    }

    private void release(Contact contact, Desk desk) {
        desk.capacity = desk.capacity.release(contact.weight);
        notice(desk.team);
    }

    private void waits(Contact contact) {
        WaitingItem item = contact.asWaiting;
        contact.asWaiting = new WaitingItem(item.id(), item.queueId(), item.channel(), item.weight(), item.requirement(), item.waitingSince(), item.dueAt(), item.target(), item.preferredAgentId(),
                contact.item.declines().until(plan.policy().backOff()));
        Team team = teamOf(item.queueId());
        team.lines.put(contact.asWaiting);
        notice(team);
    }

    private Team teamOf(long queue) {
        return teams.get((int) queue % TEAMS);
    }

    /** Who goes gives back what he has not accepted, and ends what he has. */
    private void away(Desk desk, Duration pause) {
        desk.available = false;
        for (long id : List.copyOf(desk.offered)) {
            Contact contact = contacts.get(id);
            desk.offered.remove(id);
            desk.capacity = desk.capacity.release(contact.weight);
            contact.item.withdraw();
            desk.team.shares.returned(contact.asWaiting.channel(), contact.offeredAt);
            waits(contact);
        }
        in(pause, () -> {
            desk.available = true;
            notice(desk.team);
        });
    }

    private void breaks(Desk desk) {
        if (arriving()) {
            if (desk.available) {
                away(desk, Duration.ofMinutes(10));
            }
            in(exponential(Duration.ofHours(2), 1), () -> breaks(desk));
        }
    }

    private void notice(Team team) {
        team.asked |= plan.lost() == 0 || losses.nextDouble() >= plan.lost();
    }

    /** Asks for a round of every team, whatever was lost. */
    private void sweep() {
        teams.forEach(team -> team.asked = true);
        in(SWEEP, this::sweep);
    }

    private void arrive() {
        long id = contacts.size() + 1L;
        Channel channel = draw();
        Duration target = TARGETS.get(channel);
        WorkWeight weight = WEIGHTS.of(channel);
        Requirement asked = requirement();
        WorkItem item = new WorkItem(id, null, Segment.PRIVATE, null, new Placement(new WorkLine(random.nextInt(QUEUES), channel, weight, asked), 1, target, null), now());
        Long preferred = random.nextInt(5) == 0 ? (Long) (long) random.nextInt(plan.agents()) : null;
        WaitingItem waiting = new WaitingItem(id, item.queueId(), channel, weight, asked, now(), item.dueAt(), target, preferred, Map.of());
        Contact contact = new Contact(item, waiting);
        contacts.put(id, contact);
        open.add(id);
        waits(contact);
        if (PATIENCE.containsKey(channel)) {
            in(exponential(PATIENCE.get(channel), 1), () -> giveUp(contact));
        }
        Duration next = exponential(Duration.ofMinutes(1), plan.contactsPerMinute());
        if (now().plus(next).isBefore(MORNING.plus(plan.length()))) {
            in(next, this::arrive);
        }
    }

    private Channel draw() {
        int luck = random.nextInt(10);
        return luck < 4 ? Channel.CHAT : luck < 7 ? Channel.FORM : Channel.EMAIL;
    }

    private Requirement requirement() {
        List<RequiredSkill> skills = new ArrayList<>();
        int first = random.nextInt(SUBJECTS.size());
        skills.add(atLeast(1 + random.nextInt(4), SUBJECTS.get(first)));
        if (random.nextInt(3) == 0) {
            skills.add(ifPossible(1 + random.nextInt(3), SUBJECTS.get((first + 1) % SUBJECTS.size())));
        }
        skills.add(atLeast(3, LANGUAGES.get(random.nextInt(10) < 7 ? 0 : 1 + random.nextInt(3))));
        if (random.nextInt(20) == 0) {
            skills.add(atLeast(1, ADVISER));
        }
        return new Requirement(skills);
    }

    private void giveUp(Contact contact) {
        WorkItem.State state = contact.item.state();
        if (contact.left || state != WorkItem.State.WAITING && state != WorkItem.State.OFFERED) {
            return;
        }
        contact.left = true;
        Channel channel = contact.asWaiting.channel();
        counts.merge(channel, ServiceCounts.NONE.withAbandoned(waited(contact), TARGETS.get(channel), ServiceCounts.SHORT), ServiceCounts::plus);
        open.remove(contact.asWaiting.id());
        if (state == WorkItem.State.OFFERED) {
            Desk desk = desks.get(contact.item.agentId().orElseThrow());
            desk.offered.remove(contact.asWaiting.id());
            contact.item.done();
            release(contact, desk);
        } else {
            contact.item.done();
            teamOf(contact.item.queueId()).lines.remove(contact.asWaiting.id());
        }
    }

    private void hire() {
        for (long id = 0; id < plan.agents() + TEAMS; id++) {
            // One of each team can do everything, so that nobody asks for what no one has.
            boolean expert = id >= plan.agents();
            Desk desk = new Desk(new AgentAtWork(id, expert ? everything() : profile(), Capacity.FULL, MORNING), teamOf(id));
            desks.put(id, desk);
            desk.team.desks.add(desk);
            in(exponential(Duration.ofHours(2), 1), () -> breaks(desk));
        }
    }

    private SkillProfile profile() {
        Map<Skill, Integer> levels = new HashMap<>();
        for (int skill = 0; skill < 4; skill++) {
            levels.put(SUBJECTS.get(random.nextInt(SUBJECTS.size())), 1 + random.nextInt(5));
        }
        levels.put(LANGUAGES.get(0), 5);
        levels.put(LANGUAGES.get(1 + random.nextInt(3)), 2 + random.nextInt(4));
        if (random.nextInt(5) == 0) {
            levels.put(ADVISER, 1);
        }
        return new SkillProfile(levels);
    }

    private static SkillProfile everything() {
        Map<Skill, Integer> levels = new HashMap<>();
        SUBJECTS.forEach(skill -> levels.put(skill, 5));
        LANGUAGES.forEach(skill -> levels.put(skill, 5));
        levels.put(ADVISER, 5);
        return new SkillProfile(levels);
    }

    private Report report() {
        contacts.values().stream().filter(contact -> contact.served > 1).findFirst().ifPresent(contact -> faults.add("served twice"));
        contacts.values().stream().filter(contact -> contact.left && contact.served > 0).findFirst().ifPresent(contact -> faults.add("served and left"));
        desks.values().stream().filter(desk -> !desk.capacity.equals(Capacity.FULL)).findFirst().ifPresent(desk -> faults.add("units taken after the last contact"));
        Equality equality = Equality.of(counts.values().stream().map(channel -> ServiceLevelFormula.DEFAULT.of(channel).orElseThrow()).toList(), Equality.Limits.DEFAULT);
        return new Report(contacts.size(), Map.copyOf(counts), equality, offers, declined, missed, refusedClaims, open.size(), Set.copyOf(faults));
    }

    private Duration waited(Contact contact) {
        return Duration.between(contact.item.waitingSince(), now());
    }

    private Instant now() {
        return clock.instant();
    }

    private void in(Duration after, Runnable what) {
        events.add(new Event(now().plus(after), eventNumber++, what));
    }

    /** @param perUnit how many in a mean */
    private Duration exponential(Duration mean, double perUnit) {
        return Duration.ofMillis(Math.round(-mean.toMillis() / perUnit * StrictMath.log(1 - random.nextDouble())));
    }

    private static Skill subject(String code) {
        return new Skill(code, Skill.Kind.SUBJECT);
    }

    private static Skill language(String code) {
        return new Skill(code, Skill.Kind.LANGUAGE);
    }
}
