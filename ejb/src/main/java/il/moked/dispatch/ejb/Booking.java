// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.calendar.BusinessCalendar;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.catalog.Products;
import il.moked.customer.Customers;
import il.moked.customer.ejb.Outsourcing;
import il.moked.dispatch.GeoPoint;
import il.moked.dispatch.Technician;
import il.moked.dispatch.Technicians;
import il.moked.dispatch.Visit;
import il.moked.dispatch.VisitEvent;
import il.moked.dispatch.VisitLaw;
import il.moked.dispatch.Visits;
import il.moked.dispatch.ejb.planning.FreePlaces;
import il.moked.dispatch.ejb.planning.Timetable;
import il.moked.shared.BusinessException;
import il.moked.shared.ShownText;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A customer is offered windows in which somebody is free for him, and promised the one he takes. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION})
public class Booking {
    public static final int DAYS = 7;
    private static final int FARTHEST_DAYS = 90;
    private static final int MOST_OFFERS = 12;
    private static final long ASKED = -1;
    private static final Duration SHORTEST = Duration.ofHours(1);

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
    DayReading reading;
    @Inject
    VisitLedger ledger;
    @Inject
    CaseOfVisit caseOfVisit;
    @Inject
    Outsourcing outsourcing;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /**
     * What is to be done and where.
     *
     * @param kind code @param locality code @param address null for the customer's own @param place null for the middle of the town @param parts how many of each by SKU @param priority 0 to 3 @param preferred id of a technician, or null
     */
    public record Wanted(long caseId, String kind, String locality, String address, String directions, GeoPoint place, Map<String, Integer> parts, int priority, Long preferred) {
    }

    /**
     * Somebody is free then.
     *
     * @param minutes of way and waiting it costs him @param otherTerritory he would have to leave his territory, which a dispatcher decides
     */
    public record Offer(Instant from, Instant to, long technicianId, String hebrewName, String englishName, long minutes, boolean otherTerritory) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** Why the wished window, or any, is not among the offers. */
    public enum Lack { NONE, SKILL, CERTIFICATE, TERRITORY, FULL, PAST }

    /** @param wished the window that was wished when somebody is free then, else null @param others best first: near the wish, little way @param lack what stands against the wish, or against all */
    public record Offers(Offer wished, List<Offer> others, Lack lack) {
    }

    /**
     * @param from begin of the window the customer wishes; null for the next ones that suit
     * @throws BusinessException {@code dispatch.unknown-kind}, {@code dispatch.kind-retired}, {@code dispatch.unknown-locality}, {@code dispatch.address}, {@code dispatch.parts}
     */
    public Offers offers(Wanted wanted, Instant from) {
        ServiceCase of = caseOf(wanted.caseId());
        Visit.Need need = need(wanted, of);
        Instant now = clock.instant();
        LocalDate today = VisitLaw.dayOf(now);
        LocalDate first = from == null || VisitLaw.dayOf(from).isBefore(today) || VisitLaw.dayOf(from).isAfter(today.plusDays(FARTHEST_DAYS)) ? today : VisitLaw.dayOf(from);
        List<Offer> found = new ArrayList<>();
        Lack lack = Lack.NONE;
        for (int day = 0; day < DAYS; day++) {
            found.addAll(on(first.plusDays(day), need, now, false));
        }
        if (found.isEmpty()) {
            lack = lack(need, first);
            for (int day = 0; day < DAYS && lack == Lack.TERRITORY; day++) {
                found.addAll(on(first.plusDays(day), need, now, true));
            }
        }
        Offer wished = from == null ? null : found.stream().filter(offer -> offer.from().equals(from)).findFirst().orElse(null);
        if (from != null && wished == null && lack == Lack.NONE) {
            lack = from.isBefore(now) ? Lack.PAST : Lack.FULL;
        }
        Instant near = from == null ? now : from;
        List<Offer> others = found.stream().filter(offer -> !offer.equals(wished))
                .sorted(Comparator.<Offer>comparingLong(offer -> Duration.between(near, offer.from()).abs().toHours() / 12).thenComparingLong(Offer::minutes).thenComparing(Offer::from)).limit(MOST_OFFERS).toList();
        return new Offers(wished, others, lack);
    }

    private List<Offer> on(LocalDate day, Visit.Need need, Instant now, boolean anyTerritory) {
        List<Offer> offers = new ArrayList<>();
        List<BusinessCalendar.Span> windows = windows(day).stream().filter(window -> window.from().isAfter(now)).toList();
        if (windows.isEmpty()) {
            return offers;
        }
        DayModel.Known known = reading.of(day, need.parts().keySet());
        for (BusinessCalendar.Span window : windows) {
            DayModel model = new DayModel(known, new DayModel.Ask(ASKED, need, window.from(), window.to(), anyTerritory));
            FreePlaces.cheapest(model.plan(), model.asked()).ifPresent(place -> {
                Technician one = model.technician(place.van().index());
                long own = model.asked().costs()[place.van().index()] + model.asked().duration();
                offers.add(new Offer(window.from(), window.to(), one.id(), one.user().name("he"), one.user().name("en"), Math.max(0, place.cost() - own) / 60, anyTerritory));
            });
        }
        return offers;
    }

    /** Two hours each, from the first hour of visits on; a shorter one at the end of the day. */
    private static List<BusinessCalendar.Span> windows(LocalDate day) {
        List<BusinessCalendar.Span> windows = new ArrayList<>();
        for (BusinessCalendar.Span open : VisitLaw.hoursOf(day)) {
            for (Instant from = open.from(); !from.plus(SHORTEST).isAfter(open.to()); from = from.plus(VisitLaw.LONGEST_WAIT)) {
                Instant to = from.plus(VisitLaw.LONGEST_WAIT);
                windows.add(new BusinessCalendar.Span(from, to.isAfter(open.to()) ? open.to() : to));
            }
        }
        return windows;
    }

    private Lack lack(Visit.Need need, LocalDate day) {
        List<Technician> crew = technicians.working();
        List<Technician> skilled = crew.stream().filter(one -> one.can(need.kind().skill(), day)).toList();
        List<Technician> certified = skilled.stream().filter(one -> need.kind().certificate().map(paper -> one.can(paper, day)).orElse(true)).toList();
        if (skilled.isEmpty()) {
            return Lack.SKILL;
        }
        if (certified.isEmpty()) {
            return Lack.CERTIFICATE;
        }
        return certified.stream().noneMatch(one -> one.serves(need.locality().territory())) ? Lack.TERRITORY : Lack.FULL;
    }

    /**
     * The customer takes a window: from now on it is promised to him, and he gets it in writing.
     *
     * @return id of the visit
     * @throws BusinessException {@code dispatch.not-free}: somebody else took it meanwhile, or nobody was free; {@code dispatch.window}, {@code dispatch.hours}
     */
    public long book(Wanted wanted, Instant from, Instant to) {
        ServiceCase of = caseOf(wanted.caseId());
        if (!of.state().live()) {
            throw new BusinessException("dispatch.case-over");
        }
        Visit.Need need = need(wanted, of);
        VisitLaw.check(from, to);
        Instant now = clock.instant();
        if (from.isBefore(now) || from.isAfter(now.plus(Duration.ofDays(FARTHEST_DAYS)))) {
            throw new BusinessException("dispatch.past");
        }
        LocalDate day = VisitLaw.dayOf(from);
        visits.lock(day);
        DayModel.Known known = reading.of(day, need.parts().keySet());
        DayModel model = new DayModel(known, new DayModel.Ask(ASKED, need, from, to, false));
        Optional<FreePlaces.Place> free = FreePlaces.cheapest(model.plan(), model.asked());
        if (free.isEmpty()) {
            throw new BusinessException("dispatch.not-free");
        }
        String by = currentUser.name();
        Visit visit = new Visit(visits.nextNumber(), of, need, from, to, by, now);
        visits.add(visit);
        visits.flush();
        FreePlaces.Place place = free.get();
        place.van().jobs().add(place.position(), model.asked());
        Technician who = model.technician(place.van().index());
        for (Timetable.Stop stop : model.timetable(model.plan(), place.van()).orElseThrow().stops()) {
            if (stop.job() != null) {
                (stop.job().id() == ASKED ? visit : model.visit(stop.job().id())).plan(who, model.instant(stop.begins()));
            }
        }
        visits.changed(day);
        ledger.write(visit, VisitEvent.Kind.BOOKED, by, from + "/" + to);
        ledger.booked(visit, by);
        caseOfVisit.agreed(visit);
        return visit.id();
    }

    /** @throws BusinessException {@code dispatch.state}: he is there already, or it is over */
    public void cancel(long id, Integer seen) {
        Visit visit = visits.get(id);
        outsourcing.check(visit.customerId());
        visits.lock(visit.day());
        visit.expect(seen);
        visit.cancel(clock.instant());
        visits.changed(visit.day());
        String by = currentUser.name();
        ledger.write(visit, VisitEvent.Kind.CANCELLED, by, null);
        ledger.cancelled(visit, by);
        caseOfVisit.over(visit, false);
        events.tell(new DayChanged(visit.day(), by));
    }

    private ServiceCase caseOf(long id) {
        ServiceCase of = cases.get(id);
        outsourcing.check(of.customerId());
        return of;
    }

    private Visit.Need need(Wanted wanted, ServiceCase of) {
        String own = customers.get(of.customerId()).address().line();
        String address = line("address", wanted.address() == null || wanted.address().isBlank() ? own : wanted.address(), Visit.LONGEST_ADDRESS);
        if (address.isEmpty()) {
            throw new BusinessException("dispatch.address");
        }
        Map<String, Integer> asked = wanted.parts() == null ? Map.of() : wanted.parts();
        if (asked.size() > Visit.MOST_PARTS) {
            throw new BusinessException("shared.field-too-many", "parts", Visit.MOST_PARTS);
        }
        Map<String, Integer> parts = new HashMap<>();
        asked.forEach((sku, quantity) -> {
            if (quantity == null || quantity < 1 || quantity > Visit.MOST_OF_A_PART) {
                throw new BusinessException("shared.field-range", "quantity", 1, Visit.MOST_OF_A_PART);
            }
            parts.put(products.findBySku(sku).orElseThrow(() -> new BusinessException("dispatch.unknown-part", sku)).sku(), quantity);
        });
        if (wanted.priority() < 0 || wanted.priority() > Visit.MOST_PRIORITY) {
            throw new BusinessException("shared.field-range", "priority", 0, Visit.MOST_PRIORITY);
        }
        Long preferred = wanted.preferred() == null ? null : technicians.get(wanted.preferred()).id();
        return new Visit.Need(technicians.kind(wanted.kind()).expectOffered(), of.sku().orElse(null), address, line("directions", wanted.directions() == null ? "" : wanted.directions(), Visit.LONGEST_DIRECTIONS), technicians.locality(wanted.locality()), wanted.place(), parts, wanted.priority(), preferred);
    }

    private static String line(String field, String given, int longest) {
        if (given.strip().length() > longest) {
            throw new BusinessException("shared.field-too-long", field, longest);
        }
        return ShownText.line(given, longest);
    }
}
