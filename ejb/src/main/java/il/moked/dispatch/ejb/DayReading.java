// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb;

import il.moked.calendar.BusinessCalendar;
import il.moked.calendar.Calendars;
import il.moked.catalog.Product;
import il.moked.catalog.Products;
import il.moked.catalog.Stock;
import il.moked.dispatch.FirstFix;
import il.moked.dispatch.FixChance;
import il.moked.dispatch.FixChance.Seen;
import il.moked.dispatch.Technician;
import il.moked.dispatch.Technicians;
import il.moked.dispatch.Visit;
import il.moked.dispatch.VisitLaw;
import il.moked.dispatch.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of a day: who works, what is to be done, what is on the vans, and who fixed what so far. */
@ApplicationScoped
class DayReading {
    private static final int LEARNT_DAYS = 365;

    @Inject
    Technicians technicians;
    @Inject
    Visits visits;
    @Inject
    Calendars calendars;
    @Inject
    Products products;
    @Inject
    Stock stock;
    @Inject
    DispatchTerms terms;
    @Inject
    Clock clock;

    /** @param further parts that are asked for beside those of the visits */
    DayModel.Known of(LocalDate day, Collection<String> further) {
        List<Technician> crew = technicians.working();
        List<Visit> found = visits.on(day);
        Map<Long, BusinessCalendar.Span> hours = new HashMap<>();
        crew.forEach(one -> {
            BusinessCalendar.Span span = hours(one, day);
            if (span != null) {
                hours.put(one.id(), span);
            }
        });
        Map<String, Product> parts = products.withSkus(Stream.concat(found.stream().flatMap(visit -> visit.parts().keySet().stream()), further.stream()).distinct().toList());
        Instant now = clock.instant();
        return new DayModel.Known(day, now, crew, hours, found, onVans(crew, parts), atDepot(parts), chance(VisitLaw.dayOf(now)), terms.travel(), terms.depot());
    }

    /** From his first hour to his last; null when he does not work. */
    BusinessCalendar.Span hours(Technician one, LocalDate day) {
        List<BusinessCalendar.Span> spans = !one.active() || one.absentOn(day) ? List.of() : calendars.first(one.calendarCode()).spans(day);
        return spans.isEmpty() ? null : new BusinessCalendar.Span(spans.get(0).from(), spans.get(spans.size() - 1).to());
    }

    private Map<Long, Map<String, Integer>> onVans(List<Technician> crew, Map<String, Product> parts) {
        Map<Long, String> skus = parts.entrySet().stream().collect(Collectors.toMap(entry -> entry.getValue().id(), Map.Entry::getKey));
        Map<Long, Map<String, Integer>> found = new HashMap<>();
        crew.forEach(one -> one.van().ifPresent(van -> found.put(one.id(), stock.levelsAt(van.id(), skus.keySet()).stream().collect(Collectors.toMap(level -> skus.get(level.productId()), Stock.Level::available)))));
        return found;
    }

    private Map<String, Integer> atDepot(Map<String, Product> parts) {
        Map<Long, String> skus = parts.entrySet().stream().collect(Collectors.toMap(entry -> entry.getValue().id(), Map.Entry::getKey));
        return stock.levels(skus.keySet()).stream().collect(Collectors.toMap(level -> skus.get(level.productId()), Stock.Level::available, Integer::sum));
    }

    private BiFunction<Technician, String, Double> chance(LocalDate today) {
        List<Visits.FixRow> rows = visits.fixes(today.minusDays(LEARNT_DAYS), today);
        Seen all = seen(rows, row -> true);
        Map<String, Seen> known = new HashMap<>();
        return (one, sku) -> {
            String product = sku == null ? FirstFix.NO_PRODUCT : sku;
            Seen byProduct = known.computeIfAbsent("p" + product, key -> seen(rows, row -> row.sku().equals(product)));
            Seen byPerson = known.computeIfAbsent("t" + one.id(), key -> seen(rows, row -> row.technicianId().equals(one.id())));
            Seen both = known.computeIfAbsent("b" + one.id() + product, key -> seen(rows, row -> row.technicianId().equals(one.id()) && row.sku().equals(product)));
            return FixChance.of(all, byProduct, byPerson, both);
        };
    }

    private static Seen seen(List<Visits.FixRow> rows, Predicate<Visits.FixRow> of) {
        return new Seen(rows.stream().filter(of).mapToLong(Visits.FixRow::fixed).sum(), rows.stream().filter(of).mapToLong(Visits.FixRow::visits).sum());
    }
}
