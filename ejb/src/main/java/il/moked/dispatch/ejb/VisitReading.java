// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.ejb.CurrentUser;
import il.moked.calendar.BusinessCalendar;
import il.moked.casework.CaseLine;
import il.moked.casework.Cases;
import il.moked.catalog.Product;
import il.moked.catalog.Products;
import il.moked.catalog.Stock;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.ejb.Outsourcing;
import il.moked.dispatch.FirstFix;
import il.moked.dispatch.PlanningRun;
import il.moked.dispatch.Technician;
import il.moked.dispatch.Technicians;
import il.moked.dispatch.Visit;
import il.moked.dispatch.VisitKind;
import il.moked.dispatch.VisitLaw;
import il.moked.dispatch.VisitPhoto;
import il.moked.dispatch.Visits;
import il.moked.shared.BusinessException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Visits as they are: the board of a day, a technician's day, those of a case, and what first visits achieved. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION})
public class VisitReading {
    private static final int MOST_OF_CASE = 20;
    private static final int LONGEST_DAYS = 366;

    @Inject
    Visits visits;
    @Inject
    Technicians technicians;
    @Inject
    Cases cases;
    @Inject
    Customers customers;
    @Inject
    Products products;
    @Inject
    Stock stock;
    @Inject
    DayReading reading;
    @Inject
    DispatchTerms terms;
    @Inject
    Outsourcing outsourcing;
    @Inject
    CurrentUser currentUser;
    @Inject
    Clock clock;

    /** What stands against a visit as it is planned. */
    public enum Conflict { NOBODY, LATE, EARLY, OVERLAP, HOURS, SKILL, CERTIFICATE, TERRITORY, PART }

    public record Part(String sku, String hebrewName, String englishName, int quantity, int onVan) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /**
     * One visit.
     *
     * @param atRisk shekels that are to be expected as compensation @param way minutes from what is before it @param phone to call the customer, or null
     */
    public record VisitLine(long id, String number, int version, long caseId, String caseNumber, String subject, long customerId, String customer, String phone, String kindHebrew, String kindEnglish, String sku, String address, String directions, String townHebrew, String townEnglish,
            double latitude, double longitude, LocalDate day, Instant from, Instant to, Long technicianId, boolean fixed, Instant plannedAt, Instant plannedUntil, int minutes, Visit.State state, Visit.Cause cause, String note, Instant onTheWayAt, Instant arrivedAt, Instant endedAt, int compensation, int atRisk,
            int way, String signedBy, String signature, List<Part> parts, List<Long> photos, Set<Conflict> conflicts) {
        public String kind(String language) {
            return "he".equals(language) ? kindHebrew : kindEnglish;
        }

        public String town(String language) {
            return "he".equals(language) ? townHebrew : townEnglish;
        }
    }

    /** @param hours null when he does not work that day */
    public record Row(long technicianId, String hebrewName, String englishName, BusinessCalendar.Span hours, boolean away, List<VisitLine> visits) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    public record Run(PlanningRun.State state, String by, Instant startedAt, Instant endedAt, int planned, int leftOut, int moved, int drivingMinutes, boolean outOfTime) {
        static Run of(PlanningRun run) {
            return new Run(run.state(), run.startedBy(), run.startedAt(), run.endedAt().orElse(null), run.planned(), run.leftOut(), run.moved(), run.drivingMinutes(), run.outOfTime());
        }
    }

    /** @param open when visits may be that day, empty on a day of rest @param unplanned nobody is free for them @param run null when it was never planned */
    public record Board(LocalDate day, List<BusinessCalendar.Span> open, List<Row> rows, List<VisitLine> unplanned, int atRisk, int conflicts, Run run) {
        /** Of each technician in his order, then those nobody is free for. */
        public List<VisitLine> visits() {
            return Stream.concat(rows.stream().flatMap(row -> row.visits().stream()), unplanned.stream()).toList();
        }
    }

    /** Of those who work, and of whoever left with visits on that day. */
    @RolesAllowed({Role.SUPERVISOR, Role.INTEGRATION})
    public Board board(LocalDate day) {
        List<Visit> found = visits.on(day);
        Stream<Technician> sent = found.stream().filter(visit -> visit.state() != Visit.State.CANCELLED).flatMap(visit -> visit.technician().stream());
        List<Technician> crew = Stream.concat(technicians.working().stream(), sent).distinct().toList();
        List<VisitLine> lines = lines(found);
        List<Row> rows = crew.stream().map(one -> new Row(one.id(), one.user().name("he"), one.user().name("en"), reading.hours(one, day), one.absentOn(day), lines.stream().filter(line -> one.id().equals(line.technicianId()) && line.state() != Visit.State.CANCELLED).toList())).toList();
        List<VisitLine> nobody = lines.stream().filter(line -> line.technicianId() == null && line.state() == Visit.State.PLANNED).toList();
        return new Board(day, VisitLaw.hoursOf(day), rows, nobody, lines.stream().mapToInt(VisitLine::atRisk).sum(), (int) lines.stream().filter(line -> !line.conflicts().isEmpty()).count(), visits.run(day).map(Run::of).orElse(null));
    }

    /** The caller's own visits of a day. @throws BusinessException {@code dispatch.no-technician} when he is none */
    public List<VisitLine> mine(LocalDate day) {
        Technician self = technicians.findByUser(currentUser.get().id()).orElseThrow(() -> new BusinessException("dispatch.no-technician"));
        return lines(visits.of(self.id(), day)).stream().filter(line -> line.state() != Visit.State.CANCELLED).toList();
    }

    public boolean technician() {
        return technicians.findByUser(currentUser.get().id()).isPresent();
    }

    public List<VisitLine> ofCase(long caseId) {
        outsourcing.check(cases.get(caseId).customerId());
        return lines(visits.ofCase(caseId, MOST_OF_CASE));
    }

    public VisitLine get(long id) {
        Visit visit = visits.get(id);
        outsourcing.check(visit.customerId());
        return lines(List.of(visit)).get(0);
    }

    public byte[] photo(long id) {
        VisitPhoto photo = visits.photo(id);
        outsourcing.check(visits.get(photo.visitId()).customerId());
        return photo.content();
    }

    // ---- what can be chosen

    /** Something with a code and a name. @param about of towns the territory */
    public record Choice(String code, String hebrewName, String englishName, String about) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    public List<Choice> kinds() {
        return technicians.kinds().stream().filter(VisitKind::active).map(kind -> new Choice(kind.code(), kind.name("he"), kind.name("en"), null)).toList();
    }

    public List<Choice> localities() {
        return technicians.localities().stream().map(town -> new Choice(town.code(), town.name("he"), town.name("en"), town.territory())).toList();
    }

    public List<Choice> technicianChoices() {
        return technicians.working().stream().map(one -> new Choice(Long.toString(one.id()), one.user().name("he"), one.user().name("en"), null)).toList();
    }

    /** Where the customer of a case lives, and the town in which that is, if it is known. */
    public record Where(String address, String town) {
    }

    public Where where(long caseId) {
        long customerId = cases.get(caseId).customerId();
        outsourcing.check(customerId);
        Customer customer = customers.get(customerId);
        String city = customer.address().city();
        String town = city == null ? null : technicians.localities().stream().filter(one -> one.name("he").equals(city) || one.name("en").equalsIgnoreCase(city) || one.name("he").split("[-–]")[0].equals(city)).map(one -> one.code()).findFirst().orElse(null);
        return new Where(customer.address().line(), town);
    }

    // ---- lines

    /** What belongs to many visits, read at once. */
    private record Around(Map<Long, Customer> customers, Map<Long, List<Long>> photos, Map<String, Product> parts) {
    }

    private List<VisitLine> lines(List<Visit> found) {
        Map<Long, CaseLine> matters = cases.lines(found.stream().map(Visit::caseId).distinct().toList()).stream().collect(Collectors.toMap(CaseLine::id, Function.identity()));
        Map<String, Product> parts = products.withSkus(found.stream().flatMap(visit -> visit.parts().keySet().stream()).distinct().toList());
        Map<Long, Map<Long, Integer>> vans = new HashMap<>();
        Around around = new Around(customers.withContactPoints(found.stream().map(Visit::customerId).distinct().toList()).stream().collect(Collectors.toMap(Customer::id, Function.identity())), visits.photos(found.stream().map(Visit::id).toList()), parts);
        List<VisitLine> lines = new ArrayList<>();
        Visit before = null;
        for (Visit visit : found) {
            Visit last = before != null && visit.technician().isPresent() && before.technician().equals(visit.technician()) && before.day().equals(visit.day()) ? before : null;
            lines.add(line(visit, last, matters.get(visit.caseId()), shown(visit, parts, vans), around));
            before = visit.state() == Visit.State.CANCELLED ? before : visit;
        }
        return lines;
    }

    private List<Part> shown(Visit visit, Map<String, Product> parts, Map<Long, Map<Long, Integer>> vans) {
        Long van = visit.technician().flatMap(Technician::van).map(one -> one.id()).orElse(null);
        Map<Long, Integer> on = van == null ? Map.of() : vans.computeIfAbsent(van, id -> stock.levelsAt(id, parts.values().stream().map(Product::id).toList()).stream().collect(Collectors.toMap(Stock.Level::productId, Stock.Level::available)));
        return visit.parts().entrySet().stream().sorted(Map.Entry.comparingByKey()).map(entry -> {
            Product part = parts.get(entry.getKey());
            return new Part(entry.getKey(), part == null ? entry.getKey() : part.name("he"), part == null ? entry.getKey() : part.name("en"), entry.getValue(), part == null ? 0 : on.getOrDefault(part.id(), 0));
        }).toList();
    }

    private VisitLine line(Visit visit, Visit before, CaseLine matter, List<Part> parts, Around around) {
        Customer customer = around.customers().get(visit.customerId());
        String phone = customer.contactPoints().stream().filter(point -> point.kind() == ContactPoint.Kind.PHONE).map(ContactPoint::address).findFirst().orElse(null);
        Duration way = visit.technician().isEmpty() ? Duration.ZERO : terms.travel().between(before == null ? visit.technician().get().home() : before.place(), visit.place());
        int risk = visit.arrivedAt().isPresent() ? visit.compensation() : visit.state().over() ? 0 : visit.plannedAt().map(at -> terms.law().atRisk(visit.windowFrom(), at)).orElse(terms.law().least());
        return new VisitLine(visit.id(), visit.number(), visit.version(), visit.caseId(), matter.number(), matter.subject(), visit.customerId(), customer.displayName(), phone, visit.kind().name("he"), visit.kind().name("en"), visit.sku().orElse(null), visit.address(), visit.directions(),
                visit.locality().name("he"), visit.locality().name("en"), visit.place().latitude(), visit.place().longitude(), visit.day(), visit.windowFrom(), visit.windowTo(), visit.technician().map(Technician::id).orElse(null), visit.fixed(), visit.plannedAt().orElse(null), visit.plannedUntil().orElse(null),
                visit.minutes(), visit.state(), visit.cause().orElse(null), visit.note().orElse(null), visit.onTheWayAt().orElse(null), visit.arrivedAt().orElse(null), visit.endedAt().orElse(null), visit.compensation(), risk, (int) way.toMinutes(), visit.signedBy().orElse(null), visit.signature().orElse(null),
                parts, around.photos().getOrDefault(visit.id(), List.of()), conflicts(visit, before, way, parts, around.parts()));
    }

    private Set<Conflict> conflicts(Visit visit, Visit before, Duration way, List<Part> parts, Map<String, Product> known) {
        Set<Conflict> found = EnumSet.noneOf(Conflict.class);
        if (visit.state().over()) {
            return found;
        }
        if (visit.technician().isEmpty() || visit.plannedAt().isEmpty()) {
            found.add(Conflict.NOBODY);
            return found;
        }
        Technician who = visit.technician().get();
        Instant at = visit.plannedAt().get();
        BusinessCalendar.Span hours = reading.hours(who, visit.day());
        when(found, Conflict.LATE, at.isAfter(visit.windowTo()));
        when(found, Conflict.EARLY, at.isBefore(visit.windowFrom()) && visit.state() == Visit.State.PLANNED);
        when(found, Conflict.OVERLAP, before != null && !before.state().over() && before.plannedUntil().filter(until -> until.plus(way).isAfter(at)).isPresent());
        when(found, Conflict.HOURS, hours == null || at.isBefore(hours.from()) || visit.plannedUntil().filter(hours.to()::isBefore).isPresent());
        when(found, Conflict.SKILL, !who.can(visit.kind().skill(), visit.day()));
        when(found, Conflict.CERTIFICATE, visit.kind().certificate().filter(paper -> !who.can(paper, visit.day())).isPresent());
        when(found, Conflict.TERRITORY, !who.serves(visit.locality().territory()));
        when(found, Conflict.PART, parts.stream().anyMatch(part -> part.onVan() < part.quantity() && elsewhere(known.get(part.sku())) < part.quantity()));
        return found;
    }

    private int elsewhere(Product part) {
        return part == null ? 0 : stock.levels(List.of(part.id())).stream().mapToInt(Stock.Level::available).sum();
    }

    private static void when(Set<Conflict> found, Conflict one, boolean is) {
        if (is) {
            found.add(one);
        }
    }

    // ---- first-time fix

    /** @param name of the product or technician; code of the cause @param percent of the visits that were fixed for good, null without any */
    public record Share(String name, long visits, long fixed) {
        public Integer percent() {
            return visits == 0 ? null : (int) Math.round(100.0 * fixed / visits);
        }
    }

    /** @param causes why first visits failed: how many of each as {@code visits} @param provisional whether thirty days are not over for all of them */
    public record FixFigures(LocalDate from, LocalDate to, Share all, List<Share> products, List<Share> technicians, List<Share> causes, boolean provisional) {
    }

    /** @throws BusinessException {@code shared.field-range} for more than a year */
    @RolesAllowed({Role.SUPERVISOR, Role.INTEGRATION})
    public FixFigures firstFixes(LocalDate from, LocalDate to, String language) {
        if (to.isBefore(from) || from.plusDays(LONGEST_DAYS).isBefore(to)) {
            throw new BusinessException("shared.field-range", "to", 1, LONGEST_DAYS);
        }
        List<Visits.FixRow> rows = visits.fixes(from, to);
        Map<String, Product> known = products.withSkus(rows.stream().map(Visits.FixRow::sku).filter(sku -> !sku.equals(FirstFix.NO_PRODUCT)).distinct().toList());
        Map<Long, StaffUser> people = technicians.everybody().stream().collect(Collectors.toMap(Technician::id, Technician::user));
        Share all = new Share("", rows.stream().mapToLong(Visits.FixRow::visits).sum(), rows.stream().mapToLong(Visits.FixRow::fixed).sum());
        return new FixFigures(from, to, all, shares(rows, row -> Optional.ofNullable(known.get(row.sku())).map(product -> product.name(language)).orElse(row.sku())),
                shares(rows, row -> Optional.ofNullable(people.get(row.technicianId())).map(user -> user.name(language)).orElse("–")), shares(rows.stream().filter(row -> row.cause() != null).toList(), row -> row.cause().name()),
                to.plusDays(FirstFix.DAYS).isAfter(VisitLaw.dayOf(clock.instant())));
    }

    private static List<Share> shares(List<Visits.FixRow> rows, Function<Visits.FixRow, String> by) {
        return rows.stream().collect(Collectors.groupingBy(by)).entrySet().stream()
                .map(entry -> new Share(entry.getKey(), entry.getValue().stream().mapToLong(Visits.FixRow::visits).sum(), entry.getValue().stream().mapToLong(Visits.FixRow::fixed).sum()))
                .sorted(Comparator.comparingLong(Share::visits).reversed().thenComparing(Share::name)).toList();
    }
}
