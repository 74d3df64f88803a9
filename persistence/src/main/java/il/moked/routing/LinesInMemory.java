// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Lines that nobody else knows, for days that are lived through again. Not safe for use by two threads at once. */
public final class LinesInMemory implements WaitingLines {
    private final Map<WorkLine, TreeSet<WaitingItem>> lines = new HashMap<>();
    private final Map<Long, WaitingItem> items = new HashMap<>();

    /** It waits, or waits again, or has changed. */
    public void put(WaitingItem item) {
        remove(item.id());
        items.put(item.id(), item);
        lines.computeIfAbsent(item.line(), unknown -> new TreeSet<>(MOST_URGENT_FIRST)).add(item);
    }

    public Optional<WaitingItem> remove(long id) {
        WaitingItem known = items.remove(id);
        if (known != null) {
            TreeSet<WaitingItem> line = lines.get(known.line());
            line.remove(known);
            if (line.isEmpty()) {
                lines.remove(known.line());
            }
        }
        return Optional.ofNullable(known);
    }

    public Optional<WaitingItem> find(long id) {
        return Optional.ofNullable(items.get(id));
    }

    public int size() {
        return items.size();
    }

    @Override
    public Collection<WorkLine> lines() {
        return lines.keySet();
    }

    @Override
    public List<WaitingItem> heads(Map<WorkLine, Instant> since) {
        return since.entrySet().stream().flatMap(line -> waiting(lines.get(line.getKey()), line.getValue()).limit(1)).toList();
    }

    @Override
    public List<WaitingItem> behind(WaitingItem item, Instant since, int most) {
        return waiting(lines.getOrDefault(item.line(), new TreeSet<>(MOST_URGENT_FIRST)).tailSet(item, false), since).limit(most).toList();
    }

    private static Stream<WaitingItem> waiting(Collection<WaitingItem> line, Instant since) {
        return line.stream().filter(item -> !item.waitingSince().isAfter(since));
    }
}
