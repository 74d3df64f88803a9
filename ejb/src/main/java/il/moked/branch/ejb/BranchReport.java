// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.branch.Arrival;
import il.moked.branch.ArrivalEvent;
import il.moked.branch.ArrivalFacts;
import il.moked.branch.ArrivalLine;
import il.moked.branch.Branch;
import il.moked.branch.BranchDay;
import il.moked.branch.BranchDay.Figures;
import il.moked.branch.BranchDays;
import il.moked.branch.BranchHours;
import il.moked.branch.Branches;
import il.moked.branch.VisitReason;
import il.moked.customer.Segment;
import il.moked.shared.BusinessException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Days of a branch counted: as a picture, by reason and type of customer, and what was out of the ordinary. */
@Stateless
@RolesAllowed({Role.SUPERVISOR, Role.ADMINISTRATOR, Role.INTEGRATION})
public class BranchReport {
    /** Of a report. */
    public static final int MOST_DAYS = 92;
    private static final String NOBODY = "";

    @Inject
    BranchAccess access;
    @Inject
    Branches branches;
    @Inject
    BranchDays days;
    @Inject
    BranchHours hours;

    /** @param code of a reason, or name of a segment; empty when nobody was known @param hebrewName and @param englishName null for a segment */
    public record Share(String code, String hebrewName, String englishName, Figures figures) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** A visit out of the ordinary. @param why as its ledger says: the line of the rules, a code; or null @param hebrewTo and @param englishTo the branch he went to, or null */
    public record Remark(ArrivalLine visit, String why, String hebrewTo, String englishTo) {
        public String to(String language) {
            return "he".equals(language) ? hebrewTo : englishTo;
        }
    }

    public record Seen(BranchDay day, List<Share> reasons, List<Share> segments, List<Remark> remarks) {
    }

    /** A line of the report. @param segment null when nobody was known */
    public record Line(LocalDate day, String branch, String reason, Segment segment, Figures figures) {
    }

    public Seen day(long branchId, LocalDate day) {
        Branch branch = access.reported(branchId);
        List<ArrivalFacts> visits = days.visits(branchId, day);
        Map<Long, VisitReason> reasons = reasons();
        return new Seen(BranchDay.of(day, hours.of(branch).zone(), visits), BranchDay.by(visits, visit -> reasons.get(visit.reasonId()).code()).entrySet().stream().map(entry -> share(entry.getKey(), reasons, entry.getValue())).toList(),
                BranchDay.by(visits, visit -> visit.segment() == null ? NOBODY : visit.segment().name()).entrySet().stream().map(entry -> new Share(entry.getKey(), null, null, entry.getValue())).toList(), remarks(branchId, day));
    }

    private Map<Long, VisitReason> reasons() {
        return branches.allReasons().stream().collect(Collectors.toMap(VisitReason::id, Function.identity()));
    }

    private static Share share(String code, Map<Long, VisitReason> reasons, Figures figures) {
        VisitReason reason = reasons.values().stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
        return new Share(code, reason.name("he"), reason.name("en"), figures);
    }

    private List<Remark> remarks(long branchId, LocalDate day) {
        List<Arrival> remarkable = days.remarkable(branchId, day);
        Map<Long, String> whys = new HashMap<>();
        for (ArrivalEvent event : days.whys(remarkable.stream().map(Arrival::id).toList())) {
            if (event.detail() != null) {
                whys.put(event.arrivalId(), event.detail());
            }
        }
        Map<Long, Branch> all = branches.all().stream().collect(Collectors.toMap(Branch::id, Function.identity()));
        return remarkable.stream().map(arrival -> {
            Branch to = arrival.redirectedTo().map(all::get).orElse(null);
            return new Remark(ArrivalLine.of(arrival), whys.get(arrival.id()), to == null ? null : to.name("he"), to == null ? null : to.name("en"));
        }).toList();
    }

    /**
     * Day by day, reason by reason, type of customer by type of customer.
     *
     * @param from and @param until both included
     * @throws BusinessException {@code branch.report-days}
     */
    public List<Line> lines(long branchId, LocalDate from, LocalDate until) {
        return lines(access.reported(branchId), from, until);
    }

    /** The same. @param branchCode of a branch @throws il.moked.shared.NotFoundException {@code branch.unknown} */
    public List<Line> lines(String branchCode, LocalDate from, LocalDate until) {
        return lines(access.reported(branches.named(branchCode).id()), from, until);
    }

    private List<Line> lines(Branch branch, LocalDate from, LocalDate until) {
        long many = ChronoUnit.DAYS.between(from, until) + 1;
        if (many < 1 || many > MOST_DAYS) {
            throw new BusinessException("branch.report-days", "until", MOST_DAYS);
        }
        Map<Long, VisitReason> reasons = reasons();
        List<Line> lines = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
            LocalDate on = day;
            Map<String, List<ArrivalFacts>> groups = days.visits(branch.id(), day).stream().collect(Collectors.groupingBy(visit -> reasons.get(visit.reasonId()).code() + " " + (visit.segment() == null ? "" : visit.segment().ordinal()), TreeMap::new, Collectors.toList()));
            groups.values().forEach(visits -> lines.add(new Line(on, branch.code(), reasons.get(visits.get(0).reasonId()).code(), visits.get(0).segment(), Figures.of(visits))));
        }
        return lines;
    }
}
