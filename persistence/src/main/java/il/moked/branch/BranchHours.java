// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import il.moked.calendar.BusinessCalendar;
import il.moked.calendar.BusinessCalendar.Hours;
import il.moked.calendar.BusinessCalendar.Span;
import il.moked.calendar.Calendars;
import il.moked.shared.NotFoundException;
import il.moked.shared.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** When branches are open: by the one calendar, and by what differs at each. A change is seen on every node after some seconds. */
@ApplicationScoped
public class BranchHours {
    /** Of a branch, from now on. */
    public static final int MOST = 400;
    private static final int MOST_EVERYWHERE = 20_000;
    private static final Duration MEMORY = Duration.ofSeconds(2);
    /** A day that has just gone by is asked for still. */
    private static final int BACK = 2;
    private static final String ALL = "all";

    private final Remembered<String, Map<Long, Map<LocalDate, List<Hours>>>> known = new Remembered<>(MEMORY);

    @Inject
    Calendars calendars;
    @Inject
    Clock clock;
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** The calendar it names, with its own days. */
    public BusinessCalendar of(Branch branch) {
        BusinessCalendar usual = calendars.first(branch.calendar().orElse(null));
        Map<LocalDate, List<Hours>> own = known.get(ALL, all -> differing(clock.instant().atZone(usual.zone()).toLocalDate().minusDays(BACK))).get(branch.id());
        return own == null ? usual : with(usual, own);
    }

    /** Which day it is there. */
    public LocalDate day(Branch branch, Instant at) {
        return at.atZone(of(branch).zone()).toLocalDate();
    }

    static BusinessCalendar with(BusinessCalendar usual, Map<LocalDate, List<Hours>> own) {
        Map<LocalDate, List<Hours>> days = new TreeMap<>(usual.days());
        days.putAll(own);
        return new BusinessCalendar(usual.zone(), usual.holidays(), usual.shortDay(), usual.week(), days);
    }

    private Map<Long, Map<LocalDate, List<Hours>>> differing(LocalDate from) {
        Map<Long, Map<LocalDate, List<Hours>>> days = new HashMap<>();
        entities.createQuery("select s from SpecialDay s where s.day >= :from", SpecialDay.class).setParameter("from", from).setMaxResults(MOST_EVERYWHERE).getResultStream()
                .forEach(one -> days.computeIfAbsent(one.branchId(), branch -> new TreeMap<>()).put(one.day(), one.hours()));
        return days;
    }

    /**
     * When a day ends. Empty when it does not begin, or goes on into the next: who is open day and night never closes.
     *
     * @param hours of a branch
     */
    public static Optional<Instant> end(BusinessCalendar hours, LocalDate day) {
        List<Span> spans = hours.spans(day);
        Instant last = spans.isEmpty() ? null : spans.get(spans.size() - 1).to();
        return last == null || hours.openAt(last) ? Optional.empty() : Optional.of(last);
    }

    /** By day. @param from the first */
    public List<SpecialDay> special(long branchId, LocalDate from) {
        return entities.createQuery("select s from SpecialDay s where s.branchId = :branch and s.day >= :from order by s.day", SpecialDay.class).setParameter("branch", branchId).setParameter("from", from).setMaxResults(MOST).getResultList();
    }

    public SpecialDay special(long id) {
        SpecialDay found = entities.find(SpecialDay.class, id);
        if (found == null) {
            throw new NotFoundException("branch.unknown-special-day");
        }
        return found;
    }

    public Optional<SpecialDay> on(long branchId, LocalDate day) {
        return entities.createQuery("select s from SpecialDay s where s.branchId = :branch and s.day = :day", SpecialDay.class).setParameter("branch", branchId).setParameter("day", day).getResultStream().findFirst();
    }

    public void add(SpecialDay special) {
        entities.persist(special);
    }

    public void remove(SpecialDay special) {
        entities.remove(special);
    }

    public void flush() {
        entities.flush();
    }
}
