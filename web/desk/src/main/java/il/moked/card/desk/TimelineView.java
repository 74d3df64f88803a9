// SPDX-License-Identifier: Apache-2.0
package il.moked.card.desk;

import il.moked.card.TimelineEntry;
import il.moked.card.TimelineFilter;
import il.moked.card.ejb.CustomerCards;
import il.moked.channel.Channel;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import il.moked.shared.desk.Times;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The timeline of a full card, one page after the other; what is filtered by stands in the address and in each request. */
@Named
@RequestScoped
public class TimelineView {
    private static final int EARLIEST = 1901;
    private static final int LATEST = 2198;

    @Inject
    CustomerCards cards;
    @Inject
    CustomerView customer;
    @Inject
    Screen screen;
    @Inject
    Times times;

    private Page<TimelineEntry> page;
    private List<Row> rows;

    /** @param day when it is the first of its day, else null @param month its first day, when it is the first of its month, else null */
    public record Row(TimelineEntry entry, LocalDate day, LocalDate month) {
    }

    public List<Row> rows() {
        if (rows == null) {
            LocalDate last = after() == null ? null : times.day(after().at());
            rows = new ArrayList<>();
            for (TimelineEntry entry : page().rows()) {
                LocalDate day = times.day(entry.at());
                rows.add(new Row(entry, day.equals(last) ? null : day, last != null && YearMonth.from(day).equals(YearMonth.from(last)) ? null : day.withDayOfMonth(1)));
                last = day;
            }
        }
        return rows;
    }

    public boolean isMore() {
        return page().more();
    }

    /** Where the next page begins; null of an empty one. */
    public TimelineEntry.Cursor next() {
        List<TimelineEntry> entries = page().rows();
        return entries.isEmpty() ? null : entries.get(entries.size() - 1).cursor();
    }

    public boolean isFiltered() {
        return filter().narrows();
    }

    public TimelineGroup[] getGroups() {
        return TimelineGroup.values();
    }

    public boolean shows(TimelineGroup group) {
        return words("kind").contains(group.code());
    }

    public Channel[] getChannels() {
        return Channel.values();
    }

    public boolean through(Channel channel) {
        return words("channel").contains(channel.name());
    }

    public int getChannelsChosen() {
        return filter().channels().size();
    }

    public String getFrom() {
        return written("from");
    }

    public String getTo() {
        return written("to");
    }

    private String written(String name) {
        LocalDate day = day(name);
        return day == null ? "" : day.toString();
    }

    private Page<TimelineEntry> page() {
        if (page == null) {
            page = cards.timeline(customer.getId(), filter(), after());
        }
        return page;
    }

    private TimelineFilter filter() {
        Set<TimelineEntry.Kind> kinds = Arrays.stream(TimelineGroup.values()).filter(this::shows).flatMap(group -> group.kinds().stream()).collect(Collectors.toSet());
        Set<Channel> channels = Arrays.stream(Channel.values()).filter(this::through).collect(Collectors.toSet());
        return new TimelineFilter(kinds, channels, day("from") == null ? null : times.start(day("from")), day("to") == null ? null : times.start(day("to").plusDays(1)));
    }

    private Set<String> words(String name) {
        return screen.text(name) == null ? Set.of() : Arrays.stream(screen.text(name).split(",")).collect(Collectors.toSet());
    }

    private LocalDate day(String name) {
        try {
            LocalDate day = screen.text(name) == null || screen.text(name).isEmpty() ? null : LocalDate.parse(screen.text(name));
            return day == null || day.getYear() < EARLIEST || day.getYear() > LATEST ? null : day;
        } catch (DateTimeException notOne) {
            return null;
        }
    }

    private TimelineEntry.Cursor after() {
        if (screen.text("after-id") == null) {
            return null;
        }
        try {
            return new TimelineEntry.Cursor(Instant.parse(screen.text("after-at")), TimelineEntry.Kind.valueOf(screen.text("after-kind")), screen.number("after-id"));
        } catch (DateTimeException | IllegalArgumentException | NullPointerException notOurs) {
            throw new BusinessException("shared.bad-request");
        }
    }
}
