// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.ejb;

import il.moked.access.Role;
import il.moked.catalog.Product;
import il.moked.catalog.Products;
import il.moked.complaint.ComplaintCause;
import il.moked.complaint.ComplaintStatistics;
import il.moked.complaint.ComplaintStatistics.Action;
import il.moked.complaint.ComplaintStatistics.Counted;
import il.moked.complaint.ComplaintStatistics.Dimension;
import il.moked.complaint.ComplaintTotals;
import il.moked.complaint.Complaints;
import il.moked.complaint.DaysToDecision;
import il.moked.complaint.ReportYear;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report of a year's complaints (ISO 10002: monitoring and the yearly review by management), compared with the year before. */
@Stateless
@RolesAllowed({Role.SUPERVISOR, Role.OMBUDSMAN})
public class ComplaintReporting {
    /** Products that are told one by one. */
    private static final int MOST_PRODUCTS = 40;
    private static final int MOST_ACTIONS = 20;

    @Inject
    ComplaintStatistics statistics;
    @Inject
    Complaints complaints;
    @Inject
    Products products;
    @Inject
    ComplaintCounting counting;
    @Inject
    Clock clock;

    /** @param median first day by which half of what was decided was; null when nothing was @param ninth the same of nine tenths */
    public record Figures(ComplaintTotals totals, Integer median, Integer ninth) {
    }

    /** @param key SKU, id of the cause, channel or remedy; empty without one, null for all that is not told one by one @param hebrewName null where the key is the name @param before how many there were in the year before */
    public record Line(String key, String hebrewName, String englishName, long complaints, long justified, long actions, long before) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** @param products those with the most complaints first, and so on */
    public record Report(ReportYear year, Figures now, Figures before, List<Line> products, List<Line> causes, List<Line> channels, List<Line> remedies, List<Action> actions) {
    }

    /** The last year that can be asked for: this one. */
    public int lastYear() {
        return counting.today().getYear();
    }

    /** @throws il.moked.shared.BusinessException {@code shared.field-range}: no such year */
    public Report of(int year) {
        ReportYear of = new ReportYear(year, counting.today());
        Map<String, ComplaintCause> causes = complaints.allCauses().stream().collect(Collectors.toMap(cause -> cause.id().toString(), Function.identity()));
        return new Report(of, figures(of.from(), of.to()), figures(of.beforeFrom(), of.beforeTo()), named(firstOnes(lines(of, Dimension.PRODUCT))), lines(of, Dimension.CAUSE).stream().map(line -> named(line, causes.get(line.key()))).toList(),
                lines(of, Dimension.CHANNEL), lines(of, Dimension.REMEDY), statistics.actions(of.from(), of.to(), MOST_ACTIONS));
    }

    private Figures figures(LocalDate from, LocalDate to) {
        Instant now = clock.instant();
        DaysToDecision days = statistics.daysToDecision(from, to);
        return new Figures(statistics.totals(from, to, now), percentile(days, 50), percentile(days, 90));
    }

    private static Integer percentile(DaysToDecision days, int percent) {
        return days.percentile(percent).stream().boxed().findFirst().orElse(null);
    }

    /** What had none this year but some before is in it too. */
    private List<Line> lines(ReportYear of, Dimension dimension) {
        Map<String, Counted> now = statistics.by(dimension, of.from(), of.to());
        Map<String, Counted> before = statistics.by(dimension, of.beforeFrom(), of.beforeTo());
        return Stream.concat(now.keySet().stream(), before.keySet().stream()).distinct().map(key -> {
            Counted counted = now.getOrDefault(key, new Counted(key, 0, 0, 0));
            return new Line(key, null, null, counted.complaints(), counted.justified(), counted.actions(), before.containsKey(key) ? before.get(key).complaints() : 0);
        }).sorted(Comparator.comparingLong(Line::complaints).thenComparingLong(Line::before).reversed().thenComparing(Line::key)).toList();
    }

    private static List<Line> firstOnes(List<Line> all) {
        if (all.size() <= MOST_PRODUCTS) {
            return all;
        }
        List<Line> rest = all.subList(MOST_PRODUCTS, all.size());
        List<Line> first = new ArrayList<>(all.subList(0, MOST_PRODUCTS));
        first.add(new Line(null, null, null, rest.stream().mapToLong(Line::complaints).sum(), rest.stream().mapToLong(Line::justified).sum(), rest.stream().mapToLong(Line::actions).sum(), rest.stream().mapToLong(Line::before).sum()));
        return first;
    }

    private List<Line> named(List<Line> ofProducts) {
        Map<String, Product> known = products.withSkus(ofProducts.stream().map(Line::key).filter(sku -> sku != null && !sku.isEmpty()).toList());
        return ofProducts.stream().map(line -> line.key() != null && known.containsKey(line.key()) ? named(line, known.get(line.key()).name("he"), known.get(line.key()).name("en")) : line).toList();
    }

    private static Line named(Line line, ComplaintCause cause) {
        return cause == null ? line : named(line, cause.component("he") + " · " + cause.name("he"), cause.component("en") + " · " + cause.name("en"));
    }

    private static Line named(Line line, String hebrew, String english) {
        return new Line(line.key(), hebrew, english, line.complaints(), line.justified(), line.actions(), line.before());
    }
}
