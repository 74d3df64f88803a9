// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.complaint.RegulatorComplaint;
import il.moked.complaint.RegulatorFeed;
import il.moked.complaint.RegulatorFeed.Dimension;
import il.moked.complaint.RegulatorFeeds;
import il.moked.shared.BusinessException;
import il.moked.shared.CsvTable;
import il.moked.shared.CsvTable.Outcome;
import il.moked.shared.CsvTable.Wrong;
import il.moked.shared.ShownText;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings in what a regulator published: all of a file, or nothing when anything in it is wrong. A complaint that is known is not added again. */
@Stateless
@RolesAllowed({Role.ADMINISTRATOR, Role.INTEGRATION})
public class FeedImporting {
    public static final int MOST_LINES = 20_000;
    private static final int LONGEST_NAME = 200;
    private static final int LATEST = 20;
    private static final int PAGE = 500;
    private static final String SOURCE = "[a-z0-9-]{1,40}";

    @Inject
    RegulatorFeeds feeds;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /**
     * What a file has.
     *
     * @param id null of a trial, and when something is wrong @param complaints in the file @param added that were not known @param wrong what keeps it from being brought in @param wrongInAll how much of that there is
     */
    public record Imported(Long id, String source, String fileName, int complaints, int added, Map<String, Integer> channels, Map<String, Integer> products, Map<String, Integer> timely, Instant at, List<Wrong> wrong, int wrongInAll) {
        static Imported of(RegulatorFeed feed, Outcome outcome) {
            return new Imported(feed.id(), feed.source(), feed.fileName(), feed.complaints(), feed.added(), feed.counts(Dimension.CHANNEL), feed.counts(Dimension.PRODUCT), feed.counts(Dimension.TIMELY), feed.importedAt(), outcome == null ? List.of() : outcome.wrong(),
                    outcome == null ? 0 : outcome.wrongInAll());
        }
    }

    /** @param source name of the regulator @param forReal false tells what would come of it @throws BusinessException {@code complaint.feed-source} */
    public Imported bringIn(String source, String fileName, boolean forReal, InputStream csv) {
        if (source == null || !source.matches(SOURCE)) {
            throw new BusinessException("complaint.feed-source");
        }
        List<RegulatorComplaint> all = new ArrayList<>();
        Outcome outcome = CsvTable.read(csv, RegulatorComplaint.HEADING, MOST_LINES, row -> all.add(new RegulatorComplaint(source, row)));
        Map<String, RegulatorComplaint> fresh = new LinkedHashMap<>();
        all.forEach(one -> fresh.putIfAbsent(one.externalId(), one));
        Set<String> known = feeds.known(source, fresh.keySet());
        fresh.keySet().removeAll(known);
        String name = fileName == null || fileName.isBlank() ? source : ShownText.line(fileName, LONGEST_NAME);
        RegulatorFeed feed = new RegulatorFeed(source, name, all, fresh.size(), currentUser.name(), clock.instant());
        if (forReal && outcome.good()) {
            feeds.add(feed, List.copyOf(fresh.values()));
            events.tell(new FeedBroughtIn(feed.id(), source + " " + feed.complaints() + " " + feed.added()));
        }
        return Imported.of(feed, outcome);
    }

    public Imported get(long id) {
        return Imported.of(feeds.get(id), null);
    }

    /** Newest first. */
    public List<Imported> latest() {
        return feeds.latest(LATEST).stream().map(feed -> Imported.of(feed, null)).toList();
    }

    /** What a file brought, as cells in the order of {@link RegulatorComplaint#COLUMNS}. @param after last id of the page before, 0 for the first */
    public Cells cells(long id, long after) {
        feeds.get(id);
        List<RegulatorComplaint> some = feeds.of(id, after, PAGE);
        return new Cells(some.stream().map(RegulatorComplaint::cells).toList(), some.size() < PAGE ? null : some.get(some.size() - 1).id());
    }

    /** @param next what the next page begins after, null after the last */
    public record Cells(List<List<String>> rows, Long next) {
    }
}
