// SPDX-License-Identifier: Apache-2.0
package il.moked.bench.branch;

import il.moked.branch.Arrival.How;
import il.moked.branch.ArrivalLine;
import il.moked.branch.Branches;
import il.moked.branch.ejb.CounterWork;
import il.moked.branch.ejb.Greeting;
import il.moked.branch.ejb.Greeting.Visitor;
import il.moked.interaction.ejb.Conversation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;
import org.wildfly.security.evidence.PasswordGuessEvidence;

/** A day at many branches, faster than life: people come as they are told, each counter calls the next as soon as it is free, and serves him as long as such things last. */
@ApplicationScoped
public class BranchDayPlay {
    private static final int WORKERS = 8;
    private static final double SERVICE_SECONDS = 480;
    private static final int LONGEST_MINUTES = 30;

    @Inject
    Greeting greeting;
    @Inject
    CounterWork counters;
    @Inject
    Conversation conversation;
    @Inject
    Branches branches;
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    private final Map<String, SecurityIdentity> people = new ConcurrentHashMap<>();

    private SecurityIdentity person(String name) {
        return people.computeIfAbsent(name, asked -> {
            try {
                return SecurityDomain.getCurrent().authenticate(asked, new PasswordGuessEvidence(BranchFounding.PASSWORD.toCharArray()));
            } catch (Exception refused) {
                throw new IllegalStateException(refused);
            }
        });
    }

    private <T> T as(String name, Callable<T> step) {
        try {
            return person(name).runAs(step);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    public void takeSeats(int many) {
        for (int branch = 0; branch < many; branch++) {
            int number = branch;
            branches.counters(branches.named(BranchFounding.code(number)).id()).forEach(counter -> as(BranchFounding.clerk(number, counter.number()), () -> {
                counters.open(counter.id());
                return null;
            }));
            person(BranchFounding.greeter(number));
        }
    }

    /** One branch while the day is played. */
    private final class Place {
        private final int number;
        private final long id;
        private final Deque<Integer> idle = new ArrayDeque<>();
        private final Deque<Long> toCome = new ArrayDeque<>();

        Place(int number, int seats) {
            this.number = number;
            id = branches.named(BranchFounding.code(number)).id();
            for (int seat = 1; seat <= seats; seat++) {
                idle.add(seat);
            }
            for (Object customer : entities.createNativeQuery("select id from customer where last_name = ?1 order by id").setParameter(1, BranchFounding.code(number)).getResultList()) {
                toCome.add(((Number) customer).longValue());
            }
        }

        synchronized Integer free() {
            return idle.poll();
        }

        synchronized void rests(int seat) {
            idle.add(seat);
        }

        synchronized long next() {
            long customer = toCome.remove();
            toCome.add(customer);
            return customer;
        }
    }

    /**
     * @param offsets seconds of the day at which somebody comes to each branch
     * @return nanoseconds of each step, and of the first branch when each came ({@code door}: conversation, moment)
     */
    public Map<String, Queue<Long>> play(long[] offsets, int many, int seats, double speed) throws InterruptedException {
        String reason = (String) entities.createNativeQuery("select code from wrap_up_reason where active = true order by position fetch first 1 rows only").getSingleResult();
        Map<String, Queue<Long>> took = new TreeMap<>();
        for (String step : List.of("check-in", "call", "begin", "close", "door", "failed")) {
            took.put(step, new ConcurrentLinkedQueue<>());
        }
        List<Place> places = new ArrayList<>();
        for (int branch = 0; branch < many; branch++) {
            places.add(new Place(branch, seats));
        }
        CountDownLatch ended = new CountDownLatch(offsets.length * many);
        ScheduledThreadPoolExecutor workers = new ScheduledThreadPoolExecutor(WORKERS);
        Random random = new Random(5787);
        try {
            for (Place place : places) {
                // no two branches at the same second
                long shift = random.nextInt(600);
                for (long offset : offsets) {
                    workers.schedule(() -> comes(place, took, workers, ended, speed, reason), (long) ((offset - offsets[0] + shift) / speed * 1e9), TimeUnit.NANOSECONDS);
                }
            }
            ended.await(30, TimeUnit.MINUTES);
        } finally {
            workers.shutdownNow();
        }
        return took;
    }

    private void comes(Place place, Map<String, Queue<Long>> took, ScheduledThreadPoolExecutor workers, CountDownLatch ended, double speed, String reason) {
        try {
            long customer = place.next();
            long began = System.nanoTime();
            ArrivalLine visit = as(BranchFounding.greeter(place.number), () -> greeting.checkIn(place.id, new Visitor(customer, null, null, null, BranchFounding.REASON, null, How.GREETER, null))).visit();
            took.get("check-in").add(System.nanoTime() - began);
            if (place.number == 0) {
                synchronized (took) {
                    took.get("door").add(visit.interactionId());
                    took.get("door").add(began);
                }
            }
            Integer seat = place.free();
            if (seat != null) {
                calls(place, seat, took, workers, ended, speed, reason);
            }
        } catch (RuntimeException failure) {
            took.get("failed").add(0L);
            ended.countDown();
        }
    }

    private void calls(Place place, int seat, Map<String, Queue<Long>> took, ScheduledThreadPoolExecutor workers, CountDownLatch ended, double speed, String reason) {
        String clerk = BranchFounding.clerk(place.number, seat);
        long began = System.nanoTime();
        ArrivalLine visit = as(clerk, () -> counters.callNext()).orElse(null);
        if (visit == null) {
            place.rests(seat);
            return;
        }
        long called = System.nanoTime();
        took.get("call").add(called - began);
        as(clerk, () -> counters.begin(visit.id()));
        took.get("begin").add(System.nanoTime() - called);
        double seconds = Math.min(LONGEST_MINUTES * 60.0, -Math.log(1 - java.util.concurrent.ThreadLocalRandom.current().nextDouble()) * SERVICE_SECONDS);
        workers.schedule(() -> ends(place, seat, visit, took, workers, ended, speed, reason), (long) (seconds / speed * 1e9), TimeUnit.NANOSECONDS);
    }

    private void ends(Place place, int seat, ArrivalLine visit, Map<String, Queue<Long>> took, ScheduledThreadPoolExecutor workers, CountDownLatch ended, double speed, String reason) {
        try {
            long began = System.nanoTime();
            as(BranchFounding.clerk(place.number, seat), () -> {
                conversation.close(visit.interactionId(), reason, null);
                return null;
            });
            took.get("close").add(System.nanoTime() - began);
        } catch (RuntimeException failure) {
            took.get("failed").add(0L);
        }
        ended.countDown();
        calls(place, seat, took, workers, ended, speed, reason);
    }
}
