// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.ejb;

import il.moked.access.Role;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.ServiceCase.About;
import il.moked.casework.ejb.CaseHandling;
import il.moked.casework.ejb.CaseHandling.NewCase;
import il.moked.catalog.Product;
import il.moked.catalog.Products;
import il.moked.complaint.Complaint;
import il.moked.complaint.ComplaintGroup;
import il.moked.complaint.ComplaintLine;
import il.moked.complaint.Complaints;
import il.moked.complaint.ControlChart;
import il.moked.complaint.ControlChart.Limits;
import il.moked.complaint.ControlChart.Rule;
import il.moked.complaint.CountedPeriods;
import il.moked.complaint.CountedPeriods.Unit;
import il.moked.complaint.TextLikeness;
import il.moked.shared.BusinessException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Complaints of the same: how many there were, which speak of the same, and the problem behind them. */
@Stateless
@RolesAllowed({Role.SUPERVISOR, Role.OMBUDSMAN})
public class ComplaintGroups {
    private static final int MOST_GROUPS = 100;
    /** The work of comparing grows with its square. */
    private static final int MOST_COMPARED = 200;
    private static final int MOST_ALARMS = 10;
    /** Complaints that are tied to a problem at once. */
    public static final int MOST_LINKED = 200;

    @Inject
    Complaints complaints;
    @Inject
    ComplaintCounting counting;
    @Inject
    Products products;
    @Inject
    Cases cases;
    @Inject
    CaseHandling handling;

    /** @param sku empty without a product @param hebrewName of the product, null without one @param component code, empty before it is assessed @param complaints since {@link Unit#since} */
    public record GroupLine(String sku, String hebrewName, String englishName, String component, int complaints) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** @param start its first day @param rules by which it is out; of none when it is not */
    public record Point(LocalDate start, int count, List<Rule> rules) {
    }

    /** @param limits null as long as there are too few periods @param points oldest first; the last one still goes on */
    public record Chart(Unit unit, Limits limits, List<Point> points) {
    }

    /** @param component null for all of the product */
    public record AlarmLine(String sku, String component, LocalDate week, Rule rule, int complaints, double limit, Instant at) {
    }

    /** Since half a year, those with the most first. */
    public List<GroupLine> groups() {
        List<Complaints.Counted> counted = complaints.most(Unit.WEEK.since(counting.today()), MOST_GROUPS);
        Map<String, Product> named = products.withSkus(counted.stream().map(Complaints.Counted::sku).filter(sku -> !sku.isEmpty()).collect(Collectors.toSet()));
        return counted.stream().map(group -> new GroupLine(group.sku(), name(named, group.sku(), "he"), name(named, group.sku(), "en"), group.component(), group.complaints())).toList();
    }

    private static String name(Map<String, Product> named, String sku, String language) {
        return named.containsKey(sku) ? named.get(sku).name(language) : null;
    }

    public Chart chart(ComplaintGroup group, Unit unit) {
        CountedPeriods periods = counting.periods(group, unit);
        ControlChart chart = new ControlChart(periods.counts());
        return new Chart(unit, chart.limits().orElse(null), IntStream.range(0, periods.counts().size()).mapToObj(at -> new Point(periods.starts().get(at), periods.counts().get(at), chart.out(at))).toList());
    }

    /** The newest complaints of a group, those together that speak of the same, most first. */
    public List<List<ComplaintLine>> alike(ComplaintGroup group) {
        List<ComplaintLine> newest = complaints.ofGroup(group, Unit.WEEK.since(counting.today()), MOST_COMPARED);
        return new TextLikeness(newest.stream().map(line -> line.subject() + " " + line.description()).toList()).groups().stream().map(places -> places.stream().map(newest::get).toList()).toList();
    }

    public List<AlarmLine> alarms() {
        return complaints.alarms(MOST_ALARMS).stream().map(alarm -> new AlarmLine(alarm.group().sku(), alarm.group().component(), alarm.weekOf(), alarm.rule(), alarm.complaints(), alarm.upperLimit(), alarm.raisedAt())).toList();
    }

    /**
     * Opens a problem, which is behind all of them from then on. It stands with the customer who complained first, as every case stands with one.
     *
     * @return id of its case
     * @throws BusinessException {@code complaint.no-complaints}, {@code shared.field-missing}
     */
    @RolesAllowed(Role.SUPERVISOR)
    public long openProblem(Collection<Long> caseIds, String subject, String teamCode) {
        Set<Long> chosen = new TreeSet<>(caseIds);
        if (chosen.isEmpty() || chosen.size() > MOST_LINKED) {
            throw new BusinessException("complaint.no-complaints", MOST_LINKED);
        }
        // complaints only; the lowest number complained first
        chosen.forEach(complaints::get);
        Complaint first = complaints.get(chosen.iterator().next());
        String sku = products.findBySku(first.sku()).map(Product::sku).orElse(null);
        long problem = handling.open(new NewCase(first.customerId(), new About(ServiceCase.Kind.FAULT, null, subject, "", sku, null), null, teamCode));
        String number = cases.get(problem).number();
        chosen.forEach(caseId -> handling.becauseOf(caseId, null, number));
        return problem;
    }
}
