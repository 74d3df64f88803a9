// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The chat windows that listen on this node. They look again when an event concerns them, and one task lets all of them
 * look again every {@link #REPAIR}: a lost event delays a line, it never loses one. Bounded for each address.
 */
@ApplicationScoped
public class ChatAudience {
    static final Duration REPAIR = Duration.ofSeconds(10);
    /** Windows that may listen at once from one address: many for an office, few for a flood. */
    static final int MOST_FROM_ADDRESS = 60;
    /** Windows that may listen at once on this node. */
    static final int MOST = 10_000;

    @Resource
    ManagedScheduledExecutorService executor;

    private final ConcurrentMap<String, Set<Listener>> byTopic = new ConcurrentHashMap<>();
    private final Set<Listener> all = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<String, Integer> fromAddress = new ConcurrentHashMap<>();
    private Future<?> repair;

    /** A window that waits for news. */
    interface Listener {
        /** Something may be new: read and tell it. Does not throw. */
        void look();

        /** Called with every repair, before looking. @return false when it should be left alone */
        boolean alive();

        /** @return keys of events that concern it, as in {@code DomainEvent.audience} */
        Collection<String> topics();
    }

    /** @return false when there are too many from that address or in all */
    boolean enter(String address) {
        boolean admitted = fromAddress.merge(address, 1, Integer::sum) <= MOST_FROM_ADDRESS && all.size() < MOST;
        if (!admitted) {
            leave(address);
        }
        return admitted;
    }

    /** To be called once for each successful {@link #enter}. */
    void leave(String address) {
        fromAddress.computeIfPresent(address, (key, count) -> count <= 1 ? null : count - 1);
    }

    void listen(Listener listener) {
        all.add(listener);
        start();
        follow(listener);
    }

    /** To be called when a listener's topics have become more. */
    void follow(Listener listener) {
        for (String topic : listener.topics()) {
            byTopic.compute(topic, (key, listeners) -> {
                Set<Listener> together = listeners == null ? ConcurrentHashMap.newKeySet() : listeners;
                together.add(listener);
                return together;
            });
        }
    }

    void forget(Listener listener) {
        all.remove(listener);
        for (String topic : listener.topics()) {
            byTopic.computeIfPresent(topic, (key, listeners) -> {
                listeners.remove(listener);
                return listeners.isEmpty() ? null : listeners;
            });
        }
    }

    /** An event was told to these. */
    void told(List<String> audience) {
        Set<Listener> concerned = new HashSet<>();
        audience.forEach(topic -> concerned.addAll(byTopic.getOrDefault(topic, Set.of())));
        concerned.forEach(Listener::look);
    }

    int listening() {
        return all.size();
    }

    private synchronized void start() {
        if (repair == null) {
            repair = executor.scheduleWithFixedDelay(this::repair, REPAIR.toMillis(), REPAIR.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void repair() {
        all.stream().filter(Listener::alive).forEach(Listener::look);
    }

    @PreDestroy
    synchronized void stop() {
        if (repair != null) {
            repair.cancel(false);
        }
    }
}
