// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * When a caller was put on hold and taken back, each moment once and in order of time, however and how often it was told.
 * A second hold without a taking back between them is the same hold; a taking back without a hold is nothing.
 */
record HoldMarks(TreeSet<Mark> marks) {
    /** More than any call has; further ones are not kept. 4000 characters hold 266. */
    static final int MOST = 250;

    private record Mark(long at, boolean held) implements Comparable<Mark> {
        @Override
        public int compareTo(Mark other) {
            return at != other.at ? Long.compare(at, other.at) : Boolean.compare(other.held, held);
        }

        private static Mark read(String written) {
            return new Mark(Long.parseLong(written.substring(1)), written.charAt(0) == '+');
        }

        private String write() {
            return (held ? "+" : "-") + at;
        }
    }

    static HoldMarks read(String written) {
        return new HoldMarks(written == null || written.isBlank() ? new TreeSet<>() : Arrays.stream(written.split(" ")).map(Mark::read).collect(Collectors.toCollection(TreeSet::new)));
    }

    String write() {
        return marks.stream().map(Mark::write).collect(Collectors.joining(" "));
    }

    /** @return whether it was not known */
    boolean add(boolean held, Instant at) {
        return marks.size() < MOST && marks.add(new Mark(at.toEpochMilli(), held));
    }

    /** The newest moment, or long ago. */
    Instant last() {
        return marks.isEmpty() ? Instant.EPOCH : Instant.ofEpochMilli(marks.last().at());
    }

    /** Since when he is on hold, null when he is not. */
    Instant since() {
        Instant since = null;
        for (Mark mark : marks) {
            since = !mark.held() ? null : since != null ? since : Instant.ofEpochMilli(mark.at());
        }
        return since;
    }

    /** All the time on hold; a hold that has not ended lasts until the given moment, and none lasts longer. */
    Duration total(Instant until) {
        long total = 0;
        Long since = null;
        for (Mark mark : marks) {
            if (mark.held() && since == null) {
                since = mark.at();
            } else if (!mark.held() && since != null) {
                total += length(since, mark.at(), until);
                since = null;
            }
        }
        return Duration.ofMillis(since == null ? total : total + length(since, until.toEpochMilli(), until));
    }

    private static long length(long from, long to, Instant until) {
        return Math.max(0, Math.min(to, until.toEpochMilli()) - from);
    }
}
