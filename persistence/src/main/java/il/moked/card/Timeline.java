// SPDX-License-Identifier: Apache-2.0
package il.moked.card;

import il.moked.channel.Channel;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything that ever happened with a customer, newest first. One query whatever is asked for: of each source at most a
 * page is read, along its own index, and the newest of those are the page. It costs the same at the end of a long history
 * as at its beginning.
 */
@ApplicationScoped
public class Timeline {
    /** No page is longer. */
    public static final int MOST = 100;

    private static final TimelineEntry.Kind[] KINDS = TimelineEntry.Kind.values();
    /** Whoever asks for another moment mistyped it; not every database could say it. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /**
     * @param after null for the newest page
     * @param size at most {@link #MOST}
     * @throws BusinessException {@code shared.bad-request}: a moment before 1900 or after 2199
     */
    public Page<TimelineEntry> of(long customerId, TimelineFilter filter, TimelineEntry.Cursor after, int size) {
        int most = Math.max(1, Math.min(size, MOST));
        List<TimelineSource> sources = TimelineSource.ALL.stream().filter(source -> filter.wants(source.kind())).filter(source -> filter.channels().isEmpty() || source.hasChannel()).toList();
        if (sources.isEmpty()) {
            return new Page<>(List.of(), false);
        }
        Query query = entities.createNativeQuery("select * from (" + sources.stream().map(source -> source.newest(filter, after, most + 1)).collect(Collectors.joining(" union all "))
                + ") e order by at desc, source desc, id desc fetch first " + (most + 1) + " rows only").setParameter("customer", customerId).setFlushMode(FlushModeType.COMMIT);
        if (after != null) {
            query.setParameter("at", likely(after.at()));
            if (sources.stream().anyMatch(source -> source.kind() == after.kind())) {
                query.setParameter("id", after.id());
            }
        }
        if (filter.from() != null) {
            query.setParameter("from", likely(filter.from()));
        }
        if (filter.until() != null) {
            query.setParameter("until", likely(filter.until()));
        }
        if (!filter.channels().isEmpty()) {
            query.setParameter("channels", filter.channels().stream().map(Channel::name).sorted().toList());
        }
        List<?> rows = query.getResultList();
        return Page.of(rows.stream().map(row -> entry((Object[]) row)).toList(), most);
    }

    private static Instant likely(Instant moment) {
        if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
            throw new BusinessException("shared.bad-request");
        }
        return moment;
    }

    private static TimelineEntry entry(Object[] row) {
        return new TimelineEntry(KINDS[((Number) row[0]).intValue()], ((Number) row[1]).longValue(), moment(row[2]), row[3] == null ? null : Channel.valueOf((String) row[3]), (String) row[4], row[5] == null ? "" : (String) row[5], (String) row[6], (String) row[7],
                (Boolean) row[8], (String) row[9], number(row[10]), number(row[11]), (String) row[12], (String) row[13], number(row[14]), (String) row[15], moment(row[16]));
    }

    private static Long number(Object column) {
        return column == null ? null : ((Number) column).longValue();
    }

    private static Instant moment(Object column) {
        return column instanceof OffsetDateTime zoned ? zoned.toInstant() : (Instant) column;
    }
}
