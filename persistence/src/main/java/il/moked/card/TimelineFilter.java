// SPDX-License-Identifier: Apache-2.0
package il.moked.card;

import il.moked.channel.Channel;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which part of the history is read.
 *
 * @param kinds empty for all that are not part of others ({@link TimelineEntry.Kind#whenAsked()})
 * @param channels empty for all, and for what came through none
 * @param from inclusive, null for the beginning
 * @param until exclusive, null for now
 */
public record TimelineFilter(Set<TimelineEntry.Kind> kinds, Set<Channel> channels, Instant from, Instant until) {
    public static final TimelineFilter NONE = new TimelineFilter(Set.of(), Set.of(), null, null);

    public TimelineFilter {
        kinds = Set.copyOf(kinds);
        channels = Set.copyOf(channels);
    }

    boolean wants(TimelineEntry.Kind kind) {
        return kinds.isEmpty() ? !kind.whenAsked() : kinds.contains(kind);
    }

    /** Whether it leaves anything out. */
    public boolean narrows() {
        return !kinds.isEmpty() || !channels.isEmpty() || from != null || until != null;
    }

    public static Set<TimelineEntry.Kind> all() {
        return EnumSet.allOf(TimelineEntry.Kind.class);
    }
}
