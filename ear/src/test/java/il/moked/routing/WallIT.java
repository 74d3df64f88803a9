// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.access.StaffUsers;
import il.moked.agent.AwayReason;
import il.moked.agent.Presence;
import il.moked.agent.ejb.Attendance;
import il.moked.agent.ejb.Supervising;
import il.moked.channel.Channel;
import il.moked.channel.ejb.Reception;
import il.moked.customer.Segment;
import il.moked.interaction.AsSystem;
import il.moked.interaction.FormSubmission;
import il.moked.interaction.Interactions;
import il.moked.interaction.InteractionLine;
import il.moked.interaction.Reference;
import il.moked.interaction.ejb.Conversation;
import il.moked.interaction.ejb.ConversationReading;
import il.moked.routing.ejb.CountFolding;
import il.moked.routing.ejb.Explaining;
import il.moked.routing.ejb.LineControl;
import il.moked.routing.ejb.Measuring;
import il.moked.routing.ejb.Offers;
import il.moked.routing.ejb.Wall;
import il.moked.routing.ejb.WallReading;
import il.moked.routing.ejb.WorkAbandoned;
import il.moked.routing.ejb.WorkFinished;
import il.moked.routing.ejb.WorkServed;
import il.moked.routing.ejb.WorkWaiting;
import il.moked.shared.BusinessException;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the wall counts, in the real server: every number from what happened, none lost, none twice. */
@ArquillianTest
public class WallIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration T = Duration.ofSeconds(20);
    /** Items of these tests are in no table of work; their numbers are far from those that are. */
    private static final AtomicLong ITEMS = new AtomicLong(4_000_000_000L + System.nanoTime() % 1_000_000_000L * 1000);

    @Inject
    Measuring measuring;
    @Inject
    LineCounts counts;
    @Inject
    CountFolding folding;
    @Inject
    WallReading reading;
    @Inject
    LineControl control;
    @Inject
    Supervising supervising;
    @Inject
    Explaining explaining;
    @Inject
    WorkItems workItems;
    @Inject
    StaffUsers users;
    @Inject
    AsSystem system;
    @Inject
    Reception reception;
    @Inject
    Attendance attendance;
    @Inject
    Offers offers;
    @Inject
    ConversationReading conversations;
    @Inject
    Conversation conversation;
    @Inject
    Clock clock;
    @Inject
    Interactions interactions;
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    private String queue;
    private long queueId;
    private final List<Long> items = new ArrayList<>();

    @BeforeEach
    void aQueueOfItsOwn() {
        Awaitility.pollInSameThread();
        queue = newQueue();
        queueId = idOf(queue);
    }

    private String newQueue() {
        String code = "it-" + UUID.randomUUID().toString().substring(0, 8);
        system.inTransaction(() -> {
            workItems.add(new WorkQueue(code, "תור " + code, "Queue " + code, users.findTeam("business").orElseThrow()));
            return null;
        });
        return code;
    }

    private long idOf(String code) {
        return system.inTransaction(() -> workItems.queues().stream().filter(known -> known.code().equals(code)).findFirst().orElseThrow().id());
    }

    private Wall.Line line(String code) throws Exception {
        return As.user("michal", reading::now).lines().stream().filter(line -> line.code().equals(code)).findFirst().orElseThrow();
    }

    private long waits(Channel channel, Instant since, Instant at) {
        long item = ITEMS.incrementAndGet();
        items.add(item);
        measuring.waiting(new WorkWaiting(item, null, queueId, channel, Segment.PRIVATE, T, since, at));
        return item;
    }

    private void served(Channel channel, Duration wait) {
        Instant now = clock.instant();
        long item = waits(channel, now.minus(wait), now);
        measuring.served(new WorkServed(item, null, queueId, channel, Segment.PRIVATE, T, now.minus(wait), 1, now));
    }

    private void left(Channel channel, Duration wait) {
        Instant now = clock.instant();
        long item = waits(channel, now.minus(wait), now);
        measuring.abandoned(new WorkAbandoned(item, null, queueId, channel, Segment.PRIVATE, T, now.minus(wait), now));
    }

    /** In transactions of twenty contacts. */
    private void many(int times, Runnable contact) {
        for (int done = 0; done < times; done += 20) {
            int these = Math.min(20, times - done);
            system.inTransaction(() -> {
                for (int time = 0; time < these; time++) {
                    contact.run();
                }
                return null;
            });
        }
    }

    private void foldAll() {
        system.run(() -> {
            while (folding.fold()) {
                // there may be more
            }
        });
    }

    @Test
    void theFiguresOfThePublishedExampleComeOutBeforeAndAfterFolding() throws Exception {
        // field-study d.2: AN 1000, AB 60, AN≤T 860, AB≤T 20, AB>T 40, s 10
        many(860, () -> served(Channel.PHONE, Duration.ofSeconds(10)));
        many(140, () -> served(Channel.PHONE, Duration.ofSeconds(50)));
        many(10, () -> left(Channel.PHONE, Duration.ofSeconds(4)));
        many(10, () -> left(Channel.PHONE, Duration.ofSeconds(20)));
        many(40, () -> left(Channel.PHONE, Duration.ofSeconds(90)));
        for (String when : List.of("before", "after")) {
            Wall.Line line = line(queue);
            ServiceCounts service = line.all().sums().service();
            assertThat(List.of(service.answered(), service.abandoned(), service.answeredInTime(), service.abandonedInTime(), service.abandonedLate(), service.shortAbandons())).as(when).containsExactly(1000L, 60L, 860L, 20L, 40L, 10L);
            assertThat(List.of(ServiceLevelFormula.values())).extracting(formula -> String.format(Locale.ROOT, "%.1f", 100 * formula.of(service).getAsDouble())).as(when).containsExactly("83.0", "86.0", "81.1", "82.7", "82.1", "81.9");
            assertThat(line.goal().formula()).isEqualTo(ServiceLevelFormula.F6);
            assertThat(line.level().getAsDouble()).isEqualTo(860.0 / 1050);
            assertThat(service.averageSpeedOfAnswer()).contains(Duration.ofMillis(15_600));
            assertThat(line.all().waiting()).isZero();
            assertThat(line.all().sums()).as("recomputed from the waits written down").isEqualTo(recomputed());
            foldAll();
        }
    }

    private LineSums recomputed() {
        return system.inTransaction(() -> items.stream().flatMap(item -> counts.recordsOf(item).stream()).map(WallIT::sums).reduce(LineSums.NONE, LineSums::plus));
    }

    private static LineSums sums(LineRecord record) {
        LineSums sums = LineSums.OFFERED;
        if (record.servedAt().isPresent()) {
            sums = sums.plus(LineSums.answered(Duration.between(record.waitingSince(), record.servedAt().get()), record.target()));
        }
        if (record.abandonedAt().isPresent()) {
            sums = sums.plus(LineSums.abandoned(Duration.between(record.waitingSince(), record.abandonedAt().get()), record.target()));
        }
        if (record.movedAt().isPresent()) {
            sums = sums.plus(LineSums.MOVED);
        }
        return record.finishedAt().isPresent() ? sums.plus(LineSums.finished(Duration.between(record.servedAt().orElseThrow(), record.finishedAt().get()))) : sums;
    }

    @Test
    void foldingWhileOthersCountLosesNothingAndCountsNothingTwice() throws Exception {
        int threads = 4;
        int each = 60;
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(threads + 2);
        try {
            List<Future<?>> folders = new ArrayList<>();
            for (int folder = 0; folder < 2; folder++) {
                folders.add(pool.submit(() -> {
                    while (!over.get()) {
                        system.run(folding::fold);
                    }
                }));
            }
            List<Future<Void>> counters = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                counters.add(pool.submit((Callable<Void>) () -> {
                    for (int time = 0; time < each; time++) {
                        system.inTransaction(() -> {
                            Instant now = clock.instant();
                            long item = ITEMS.incrementAndGet();
                            measuring.waiting(new WorkWaiting(item, null, queueId, Channel.CHAT, Segment.VIP, T, now, now));
                            measuring.served(new WorkServed(item, null, queueId, Channel.CHAT, Segment.VIP, T, now, 1, now));
                            return null;
                        });
                    }
                    return null;
                }));
            }
            long last = 0;
            while (counters.stream().anyMatch(counter -> !counter.isDone())) {
                LineSums seen = line(queue).all().sums();
                assertThat(seen.answered()).as("never less than before, nor more than there are").isBetween(last, (long) threads * each);
                assertThat(seen.offered()).isEqualTo(seen.answered());
                last = seen.answered();
            }
            for (Future<Void> counter : counters) {
                counter.get();
            }
            assertThat(line(queue).all().sums().answered()).isEqualTo(threads * each);
            over.set(true);
            for (Future<?> folder : folders) {
                folder.get();
            }
        } finally {
            over.set(true);
            pool.shutdownNow();
        }
        foldAll();
        assertThat(line(queue).all().sums().answered()).isEqualTo(threads * each);
        assertThat(line(queue).all().waiting()).isZero();
    }

    @Test
    void whoWaitsAndHowLongIsKnownByChannelAndATransferHidesNoDelay() throws Exception {
        Instant now = clock.instant();
        String other = newQueue();
        long otherId = idOf(other);
        long oldest = system.inTransaction(() -> {
            waits(Channel.EMAIL, now.minusSeconds(5), now);
            waits(Channel.PHONE, now.minusSeconds(7), now);
            return waits(Channel.PHONE, now.minusSeconds(60), now);
        });
        system.inTransaction(() -> {
            // an offer was declined: the same wait goes on
            measuring.waiting(new WorkWaiting(oldest, null, queueId, Channel.PHONE, Segment.PRIVATE, T, now.minusSeconds(60), now));
            return null;
        });
        Wall.Line line = line(queue);
        assertThat(line.all().waiting()).isEqualTo(3);
        assertThat(line.of(Channel.PHONE).waiting()).isEqualTo(2);
        assertThat(line.of(Channel.PHONE).longest().since()).isEqualTo(now.minusSeconds(60));
        assertThat(line.of(Channel.PHONE).late(now)).isTrue();
        assertThat(line.of(Channel.EMAIL).late(now)).isFalse();
        assertThat(line.all().sums().offered()).isEqualTo(3);
        system.inTransaction(() -> {
            measuring.waiting(new WorkWaiting(oldest, null, otherId, Channel.PHONE, Segment.PRIVATE, T, now.minusSeconds(60), now));
            measuring.served(new WorkServed(oldest, null, otherId, Channel.PHONE, Segment.PRIVATE, T, now.minusSeconds(60), 1, now));
            measuring.served(new WorkServed(oldest, null, otherId, Channel.PHONE, Segment.PRIVATE, T, now.minusSeconds(60), 2, now));
            measuring.finished(new WorkFinished(oldest, null, otherId, Channel.PHONE, Segment.PRIVATE, T, now.minusSeconds(60), 1, now, now.plusSeconds(90)));
            return null;
        });
        foldAll();
        assertThat(line(queue).all().waiting()).isEqualTo(2);
        assertThat(line(queue).all().sums().moved()).isEqualTo(1);
        assertThat(line(queue).of(Channel.PHONE).longest().since()).isEqualTo(now.minusSeconds(7));
        LineSums sums = line(other).all().sums();
        assertThat(sums.answered()).as("a colleague who goes on answers nobody anew").isEqualTo(1);
        assertThat(sums.answeredInTime()).isZero();
        assertThat(sums.waitOfAnswered()).isEqualTo(60_000);
        assertThat(sums.averageHandling()).contains(Duration.ofSeconds(90));
    }

    @Test
    void aWaitWhoseEndWasMissedIsPutRight() throws Exception {
        Instant hourAgo = clock.instant().minus(Duration.ofHours(1));
        system.inTransaction(() -> waits(Channel.SMS, hourAgo, hourAgo));
        system.run(() -> {
            while (folding.endOwnerless()) {
                // others may lead their lines now
            }
        });
        Wall.Line line = line(queue);
        assertThat(line.all().waiting()).isZero();
        assertThat(line.all().longest()).isNull();
    }

    private void findOverdue() {
        system.run(() -> {
            while (folding.findOverdue()) {
                // there may be more
            }
        });
    }

    /** Nobody answers a letter, while callers are answered at once. */
    @Test
    void aChannelThatNobodyServesTurnsTheLightRed() throws Exception {
        many(200, () -> served(Channel.PHONE, Duration.ofSeconds(1)));
        List<Long> letters = new ArrayList<>();
        Instant since = clock.instant().minusSeconds(90);
        // they came to this line just now: what nobody owns is cleared away after a while
        many(120, () -> letters.add(waits(Channel.POST, since, clock.instant())));
        long young = system.inTransaction(() -> waits(Channel.POST, clock.instant(), clock.instant()));
        findOverdue();
        for (String when : List.of("before folding", "after")) {
            Wall wall = As.user("michal", reading::now);
            assertThat(line(queue).of(Channel.POST).overdue()).as(when).isEqualTo(120);
            assertThat(line(queue).of(Channel.POST).waiting()).as(when).isEqualTo(121);
            ChannelStanding post = wall.fairness().channels().stream().filter(one -> one.channel() == Channel.POST).findFirst().orElseThrow();
            assertThat(post.attainment().orElseThrow()).as(when).isLessThan(0.2);
            assertThat(post.oldest()).as("90 seconds of 20").isGreaterThanOrEqualTo(4.5);
            assertThat(post.starving()).isEqualTo(post.answeredLately() == 0);
            assertThat(wall.fairness().light()).as(when).isEqualTo(Equality.Light.RED);
            foldAll();
        }
        findOverdue();
        assertThat(line(queue).of(Channel.POST).overdue()).as("counted once").isEqualTo(120);
        many(letters.size(), () -> {
            Instant now = clock.instant();
            measuring.served(new WorkServed(letters.remove(0), null, queueId, Channel.POST, Segment.PRIVATE, T, since, 1, now));
        });
        assertThat(line(queue).of(Channel.POST).overdue()).isZero();
        foldAll();
        assertThat(line(queue).of(Channel.POST).overdue()).isZero();
        assertThat(line(queue).of(Channel.POST).sums().answeredInTime()).isZero();
        assertThat(line(queue).of(Channel.POST).sums().waitByTarget().orElseThrow()).isGreaterThan(4.4);
        system.inTransaction(() -> {
            measuring.served(new WorkServed(young, null, queueId, Channel.POST, Segment.PRIVATE, T, clock.instant(), 1, clock.instant()));
            return null;
        });
    }

    /** Found late and served at the same moment, by several: whoever is first decides, and the sum is right. */
    @Test
    void whoIsServedWhileHeIsFoundOverdueIsOverdueNoLonger() throws Exception {
        Instant since = clock.instant().minusSeconds(60);
        List<Long> waiting = java.util.Collections.synchronizedList(new ArrayList<>());
        many(200, () -> waiting.add(waits(Channel.FAX, since, since)));
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            AtomicBoolean over = new AtomicBoolean();
            Future<?> finder = pool.submit(() -> {
                while (!over.get()) {
                    findOverdue();
                    system.run(folding::fold);
                }
            });
            List<Future<Void>> servers = new ArrayList<>();
            for (int half = 0; half < 2; half++) {
                List<Long> mine = List.copyOf(waiting.subList(half * 100, half * 100 + 100));
                servers.add(pool.submit((Callable<Void>) () -> {
                    for (long item : mine) {
                        system.inTransaction(() -> {
                            measuring.served(new WorkServed(item, null, queueId, Channel.FAX, Segment.PRIVATE, T, since, 1, clock.instant()));
                            return null;
                        });
                    }
                    return null;
                }));
            }
            for (Future<Void> server : servers) {
                server.get();
            }
            over.set(true);
            finder.get();
        } finally {
            pool.shutdownNow();
        }
        foldAll();
        assertThat(line(queue).of(Channel.FAX).overdue()).isZero();
        assertThat(line(queue).of(Channel.FAX).waiting()).isZero();
        assertThat(line(queue).of(Channel.FAX).sums().answered()).isEqualTo(200);
    }

    @Test
    void aWaitNobodyCountedIsFoundAtTheItemAndCountedOnce() throws Exception {
        String topic = "uncounted " + UUID.randomUUID();
        String reference = Reference.next();
        assertThat(reception.receive("form", reference, "customer09@example.co.il", new FormSubmission(reference, "Test", "customer09@example.co.il", null, null, topic, "text", "he", List.of()).bytes())).isTrue();
        WorkItem item = await().atMost(PATIENCE).until(() -> system.inTransaction(() -> interactions.findByReference(reference).flatMap(found -> workItems.look(found.id())).orElse(null)), java.util.Objects::nonNull);
        assertThat(item.countedIn()).contains(item.queueId());
        // the event was missed
        system.inTransaction(() -> entities.createQuery("delete from LineRecord r where r.workItemId = :item").setParameter("item", item.id()).executeUpdate());
        system.inTransaction(() -> entities.createNativeQuery("update work_item set counted_in = null where id = ?1").setParameter(1, item.id()).executeUpdate());
        assertThat(miscounted()).contains(item.id());
        reconcile();
        assertThat(miscounted()).doesNotContain(item.id());
        assertThat(records(item.id())).hasSize(1).allMatch(LineRecord::waits);
        // only the mark was lost
        system.inTransaction(() -> entities.createNativeQuery("update work_item set counted_in = null where id = ?1").setParameter(1, item.id()).executeUpdate());
        reconcile();
        assertThat(records(item.id())).hasSize(1);
        // it was served, and nobody said so
        system.inTransaction(() -> entities.createNativeQuery("update work_item set state = 'DONE', version = version + 1 where id = ?1").setParameter(1, item.id()).executeUpdate());
        reconcile();
        assertThat(records(item.id())).hasSize(1).noneMatch(LineRecord::waits);
        assertThat(miscounted()).doesNotContain(item.id());
    }

    private List<LineRecord> records(long item) {
        return system.inTransaction(() -> counts.recordsOf(item));
    }

    private void reconcile() {
        system.run(() -> {
            while (folding.reconcile()) {
                // there may be more
            }
        });
    }

    private List<Long> miscounted() {
        return system.inTransaction(() -> ((List<?>) entities.createNativeQuery("select id from miscounted_item").getResultList()).stream().map(id -> ((Number) id).longValue()).toList());
    }

    @Test
    void waitsAndForecastsLongOverAreForgottenAndTheirCountsStay() throws Exception {
        Instant longAgo = clock.instant().minus(Duration.ofDays(500));
        long over = system.inTransaction(() -> {
            long item = waits(Channel.SMS, longAgo, longAgo);
            measuring.served(new WorkServed(item, null, queueId, Channel.SMS, Segment.PRIVATE, T, longAgo, 1, longAgo.plusSeconds(5)));
            return item;
        });
        long still = system.inTransaction(() -> waits(Channel.SMS, longAgo, longAgo));
        long lately = system.inTransaction(() -> {
            Instant now = clock.instant();
            long item = waits(Channel.SMS, now, now);
            measuring.served(new WorkServed(item, null, queueId, Channel.SMS, Segment.PRIVATE, T, now, 1, now));
            return item;
        });
        system.inTransaction(() -> {
            for (Instant made : List.of(longAgo, clock.instant())) {
                entities.createNativeQuery("insert into wait_forecast (id, work_item_id, queue_id, channel, made_at, before_count) values (nextval('wait_forecast_seq'), ?1, ?2, 'SMS', ?3, 1)")
                        .setParameter(1, lately).setParameter(2, queueId).setParameter(3, made).executeUpdate();
            }
            return null;
        });
        system.run(() -> {
            java.util.Optional<Long> after = java.util.Optional.of(0L);
            while (after.isPresent()) {
                after = folding.forgetWaits(after.get());
            }
            while (folding.forgetForecasts()) {
                // there may be more
            }
        });
        assertThat(records(over)).isEmpty();
        assertThat(records(still)).hasSize(1);
        assertThat(records(lately)).hasSize(1);
        assertThat(system.inTransaction(() -> entities.createQuery("select count(f) from WaitForecast f where f.workItemId = :item", Long.class).setParameter("item", lately).getSingleResult())).isEqualTo(1);
        assertThat(system.inTransaction(() -> counts.between(longAgo.minusSeconds(900), longAgo.plusSeconds(900), queueId))).as("what was counted of them").isNotEmpty();
        system.inTransaction(() -> {
            measuring.served(new WorkServed(still, null, queueId, Channel.SMS, Segment.PRIVATE, T, longAgo, 1, clock.instant()));
            return null;
        });
    }

    @Test
    void anotherFormulaIsChosenForOneQueueAsANewVersionOfTheRules() throws Exception {
        many(20, () -> served(Channel.EMAIL, Duration.ofSeconds(1)));
        many(5, () -> left(Channel.EMAIL, Duration.ofSeconds(2)));
        assertThat(line(queue).level().getAsDouble()).as("short abandons do not count by F6").isEqualTo(1);
        As.run("michal", () -> control.measureBy(queueId, ServiceLevelFormula.F3));
        assertThat(line(queue).goal().formula()).isEqualTo(ServiceLevelFormula.F3);
        assertThat(line(queue).level().getAsDouble()).isEqualTo(0.8);
        As.run("michal", () -> {
            control.aimAt(queueId, 90);
            Equality.Limits before = control.limits();
            assertThatThrownBy(() -> control.warnAt(0.8, 0.1, 0.9, 0.2)).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo("routing.limits-wrong"));
            assertThat(control.limits()).isEqualTo(before);
            Duration target = control.targets().get(Segment.VIP);
            control.serveWithin(Segment.VIP, target.plusSeconds(1));
            assertThat(control.targets()).containsEntry(Segment.VIP, target.plusSeconds(1));
            control.serveWithin(Segment.VIP, target);
        });
        assertThat(line(queue).light()).as("exactly ten points below the goal").isEqualTo(Equality.Light.AMBER);
    }

    @Test
    void onlyASupervisorWatchesAndChanges() throws Exception {
        As.run("dana", () -> {
            assertThatThrownBy(reading::now).isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> control.aimAt(queueId, 50)).isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> supervising.available(1)).isInstanceOf(EJBAccessException.class);
        });
        assertThat(As.user("crm", reading::now).lines()).isNotEmpty();
    }

    /** What others left in that line is dealt with first. */
    private java.util.Optional<WorkItems.Offer> offeredBehindOthers(String topic) {
        for (WorkItems.Offer other : offers.mine()) {
            if (!other.subject().equals(topic)) {
                conversation.close(offers.accept(other.workItemId()), "ANSWERED", null);
            }
        }
        attendance.available();
        return offers.mine().stream().filter(mine -> mine.subject().equals(topic)).findFirst();
    }

    @Test
    void aSupervisorTakesAnOfferBackAndSeesWhyItWasMade() throws Exception {
        As.run("dana", () -> {
            // with what earlier tests left in her hands she has no room for more
            for (InteractionLine line : conversations.mine()) {
                conversation.close(line.id(), "ANSWERED", null);
            }
            attendance.available();
        });
        String topic = "taken back " + UUID.randomUUID();
        String reference = Reference.next();
        assertThat(reception.receive("form", reference, "customer07@example.co.il", new FormSubmission(reference, "Test", "customer07@example.co.il", null, null, topic, "text", "he", List.of()).bytes())).isTrue();
        WorkItems.Offer offer = As.user("dana", () -> await().atMost(PATIENCE.multipliedBy(3)).ignoreExceptionsInstanceOf(BusinessException.class).until(() -> offeredBehindOthers(topic), java.util.Optional::isPresent).orElseThrow());
        Floor.Person dana = person("dana");
        assertThat(dana.state()).isEqualTo(AgentState.ON_OFFER);
        assertThat(dana.held()).anyMatch(work -> work.offered() && work.subject().equals(topic));
        As.run("michal", () -> {
            List<Decision> why = explaining.decisionsOf(offer.workItemId());
            assertThat(why).isNotEmpty();
            assertThat(why.get(0).agentId()).isEqualTo(dana.id());
            control.takeBack(offer.workItemId());
            assertThatThrownBy(() -> control.listenIn(offer.workItemId())).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo("routing.not-a-call"));
            supervising.away(dana.id(), AwayReason.MEETING);
            assertThat(reading.waits(offer.workItemId())).hasSize(1).allMatch(wait -> wait.servedAt() == null);
            conversation.takeOver(offer.interactionId());
            conversation.close(offer.interactionId(), "ANSWERED", null);
            assertThat(reading.waits(offer.workItemId())).hasSize(1).allMatch(wait -> wait.servedAt() != null && wait.finishedAt() != null);
        });
        assertThat(As.user("dana", () -> offers.mine().stream().noneMatch(mine -> mine.subject().equals(topic)))).isTrue();
        assertThat(person("dana").presence()).isEqualTo(Presence.AWAY);
        As.run("dana", attendance::offline);
    }

    @Test
    void aSupervisorMovesAnAgentToAnotherTeamAndBack() throws Exception {
        Floor.Person yossi = person("yossi");
        long business = system.inTransaction(() -> users.findTeam("business").orElseThrow().id());
        As.run("michal", () -> supervising.moveTo(yossi.id(), business));
        assertThat(person("yossi").teamId()).isEqualTo(business);
        As.run("michal", () -> supervising.moveTo(yossi.id(), yossi.teamId()));
        assertThat(person("yossi").teamId()).isEqualTo(yossi.teamId());
    }

    private Floor.Person person(String userName) throws Exception {
        return As.user("michal", reading::people).stream().filter(person -> person.userName().equals(userName)).findFirst().orElseThrow();
    }
}
