// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who declined or missed an item lately, and when: each of them is left in peace for a while. Were only the last one known,
 * two agents who decline in turn would be asked in turn without a pause.
 */
record Declines(Map<Long, Instant> at) {
    static final Declines NONE = new Declines(Map.of());
    /** Older ones are forgotten; a text of so many finds room in its column. */
    private static final int MOST = 10;

    Declines {
        at = Map.copyOf(at);
    }

    /** @param text as {@link #text} writes it */
    static Declines read(String text) {
        Map<Long, Instant> at = new LinkedHashMap<>();
        for (String one : text.isEmpty() ? new String[0] : text.split(",")) {
            String[] parts = one.split("@");
            at.put(Long.parseLong(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])));
        }
        return new Declines(at);
    }

    /** For example {@code 7@1794300000000,9@1794300004000}; empty when nobody did. */
    String text() {
        return oldestFirst().stream().map(one -> one.getKey() + "@" + one.getValue().toEpochMilli()).collect(Collectors.joining(","));
    }

    Declines and(long agent, Instant when) {
        Map<Long, Instant> more = new LinkedHashMap<>(at);
        more.put(agent, when);
        List<Map.Entry<Long, Instant>> sorted = new Declines(more).oldestFirst();
        return new Declines(sorted.subList(Math.max(0, sorted.size() - MOST), sorted.size()).stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private List<Map.Entry<Long, Instant>> oldestFirst() {
        List<Map.Entry<Long, Instant>> sorted = new ArrayList<>(at.entrySet());
        sorted.sort(Map.Entry.<Long, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())));
        return sorted;
    }

    /** When each of them may be asked again. */
    Map<Long, Instant> until(Duration backOff) {
        return at.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().plus(backOff)));
    }
}
