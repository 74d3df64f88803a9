// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.Session;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The displays that listen on this node. They are told to look again, and nothing else. Bounded in all and for each address. */
@ApplicationScoped
public class BranchAudience {
    private static final int MOST_FROM_ADDRESS = 60;
    private static final int MOST = 5_000;
    private static final String LOOK = "look";

    private final ConcurrentMap<Long, Set<Session>> listening = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Integer> fromAddress = new ConcurrentHashMap<>();

    /** @return false when there are too many from that address or in all */
    boolean enter(String address) {
        boolean admitted = fromAddress.merge(address, 1, Integer::sum) <= MOST_FROM_ADDRESS && listening.values().stream().mapToInt(Set::size).sum() < MOST;
        if (!admitted) {
            leave(address);
        }
        return admitted;
    }

    /** To be called once for each successful {@link #enter}. */
    void leave(String address) {
        fromAddress.computeIfPresent(address, (key, count) -> count <= 1 ? null : count - 1);
    }

    void listen(long branchId, Session display) {
        listening.compute(branchId, (key, displays) -> {
            Set<Session> together = displays == null ? ConcurrentHashMap.newKeySet() : displays;
            together.add(display);
            return together;
        });
    }

    void forget(long branchId, Session display) {
        listening.computeIfPresent(branchId, (key, displays) -> {
            displays.remove(display);
            return displays.isEmpty() ? null : displays;
        });
    }

    /** Something happened there. */
    void told(long branchId) {
        listening.getOrDefault(branchId, Set.of()).stream().filter(Session::isOpen).forEach(display -> display.getAsyncRemote().sendText(LOOK));
    }

}
