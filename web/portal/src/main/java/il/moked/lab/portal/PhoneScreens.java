// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import il.moked.channel.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the telephones of the played customers show: one screen for each channel and address. In the memory of this node, and bounded: the
 * screens that were used longest ago are forgotten first.
 */
@ApplicationScoped
public class PhoneScreens {
    private static final int MOST_SCREENS = 200;
    private static final int MOST_LINES = 100;

    private final Map<Key, Deque<Line>> screens = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Deque<Line>> eldest) {
            return size() > MOST_SCREENS;
        }
    };

    private record Key(Channel channel, String address) {
    }

    /** @param mine whether the played customer wrote it */
    public record Line(boolean mine, String from, String text, Instant at) {
    }

    /** The organisation wrote to the customer. */
    public void received(Channel channel, String to, String from, String text, Instant at) {
        add(new Key(channel, to), new Line(false, from, text, at));
    }

    /** The customer wrote. */
    public void written(Channel channel, String from, String text, Instant at) {
        add(new Key(channel, from), new Line(true, from, text, at));
    }

    /** The oldest first. */
    public List<Line> of(Channel channel, String address) {
        synchronized (screens) {
            Deque<Line> lines = screens.get(new Key(channel, address));
            return lines == null ? List.of() : List.copyOf(lines);
        }
    }

    private void add(Key key, Line line) {
        synchronized (screens) {
            Deque<Line> lines = screens.computeIfAbsent(key, fresh -> new ArrayDeque<>());
            lines.add(line);
            if (lines.size() > MOST_LINES) {
                lines.remove();
            }
        }
    }
}
