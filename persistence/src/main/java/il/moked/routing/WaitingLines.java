// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.agent.WorkWeight;
import il.moked.channel.Channel;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What waits, split into lines of items that ask for exactly the same now: same queue, channel, weight, skills still
 * asked for and agent kept for. In such a line whoever cannot take the first cannot take the others, so a decision looks
 * at the heads of lines only, never at the items behind them. There are as many lines as there are different asks, not
 * items. An item moves to a wider line when its ask is relaxed.
 */
final class WaitingLines {
    record Key(long queueId, Channel channel, WorkWeight weight, Requirement asked, Long only) {
        static Key of(WaitingItem item, RoutingPolicy.Ask ask) {
            return new Key(item.queueId(), item.channel(), item.weight(), ask.requirement(), ask.only());
        }
    }

    static final class Line {
        private final Key key;
        private final TreeSet<WaitingItem> items = new TreeSet<>(MOST_URGENT_FIRST);

        Line(Key key) {
            this.key = key;
        }

        Key key() {
            return key;
        }

        boolean isEmpty() {
            return items.isEmpty();
        }

        WaitingItem head() {
            return items.first();
        }

        Iterable<WaitingItem> items() {
            return items;
        }
    }

    static final Comparator<WaitingItem> MOST_URGENT_FIRST = Comparator.comparing(WaitingItem::dueAt).thenComparingLong(WaitingItem::id);

    private record Place(WaitingItem item, Line line) {
    }

    private final Map<Long, Place> places = new HashMap<>();
    private final Map<Long, Map<Key, Line>> byQueue = new HashMap<>();

    Line put(WaitingItem item, Key key) {
        remove(item.id());
        Line line = byQueue.computeIfAbsent(key.queueId(), queue -> new HashMap<>()).computeIfAbsent(key, Line::new);
        line.items.add(item);
        places.put(item.id(), new Place(item, line));
        return line;
    }

    Optional<WaitingItem> remove(long itemId) {
        Place place = places.remove(itemId);
        if (place == null) {
            return Optional.empty();
        }
        place.line().items.remove(place.item());
        if (place.line().isEmpty()) {
            Key key = place.line().key();
            Map<Key, Line> lines = byQueue.get(key.queueId());
            lines.remove(key);
            if (lines.isEmpty()) {
                byQueue.remove(key.queueId());
            }
        }
        return Optional.of(place.item());
    }

    Optional<WaitingItem> find(long itemId) {
        return Optional.ofNullable(places.get(itemId)).map(Place::item);
    }

    Optional<Key> keyOf(long itemId) {
        return Optional.ofNullable(places.get(itemId)).map(place -> place.line().key());
    }

    Collection<Line> of(long queueId) {
        return byQueue.getOrDefault(queueId, Map.of()).values();
    }

    List<Line> all() {
        return byQueue.values().stream().flatMap(lines -> lines.values().stream()).toList();
    }

    List<WaitingItem> items() {
        return places.values().stream().map(Place::item).toList();
    }

    int size() {
        return places.size();
    }
}
