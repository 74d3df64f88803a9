// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.catalog.ejb.PriceKeeping.Span;
import il.moked.catalog.ejb.PriceKeeping.Timeline;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Where the prices of a list and the days without one stand on a line, in thousandths of its length; all lines of a product have one scale. */
public record PriceTimeline(Timeline timeline, List<Part> parts, int today) {
    public static final int LENGTH = 1000;
    private static final int BEFORE_DAYS = 60;
    private static final int AFTER_DAYS = 180;
    private static final int SHORTEST = 6;

    /** @param looks how it is drawn: {@code gap}, {@code past}, {@code now} or {@code ahead} */
    public record Part(int from, int length, String looks) {
    }

    public static List<PriceTimeline> of(List<Timeline> timelines, LocalDate today) {
        List<Span> spans = timelines.stream().flatMap(timeline -> timeline.spans().stream()).toList();
        LocalDate first = Stream.concat(spans.stream().map(Span::from), Stream.of(today.minusDays(BEFORE_DAYS))).min(LocalDate::compareTo).orElseThrow();
        LocalDate last = Stream.concat(spans.stream().flatMap(span -> Stream.of(span.from(), span.until())).filter(Objects::nonNull), Stream.of(today.plusDays(AFTER_DAYS))).max(LocalDate::compareTo).orElseThrow().plusDays(BEFORE_DAYS);
        return timelines.stream().map(timeline -> new PriceTimeline(timeline, timeline.spans().stream().map(span -> part(span, first, last)).toList(), place(today, first, last))).toList();
    }

    private static Part part(Span span, LocalDate first, LocalDate last) {
        int from = place(span.from(), first, last);
        int until = place(span.until() == null ? last : span.until(), first, last);
        return new Part(from, Math.max(SHORTEST, until - from - 2), span.gap() ? "gap" : span.over() ? "past" : span.now() ? "now" : "ahead");
    }

    private static int place(LocalDate day, LocalDate first, LocalDate last) {
        return (int) (ChronoUnit.DAYS.between(first, day) * LENGTH / ChronoUnit.DAYS.between(first, last));
    }
}
