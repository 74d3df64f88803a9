// SPDX-License-Identifier: Apache-2.0
package il.moked.calendar;

import il.moked.shared.NotFoundException;
import il.moked.shared.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The organisation's business calendars. A change is seen on every node after some seconds. */
@ApplicationScoped
public class Calendars {
    /** Code of the calendar that holds where none is named. */
    public static final String DEFAULT = "israel";

    private static final Duration MEMORY = Duration.ofSeconds(3);

    private final Remembered<String, BusinessCalendar> known = new Remembered<>(MEMORY);

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** Sunday to Thursday 08–17, Friday 08–13, holidays of Israel. */
    public static BusinessCalendar israeli() {
        Map<DayOfWeek, List<BusinessCalendar.Hours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : List.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY)) {
            week.put(day, List.of(new BusinessCalendar.Hours(8 * 60, 17 * 60)));
        }
        List<BusinessCalendar.Hours> morning = List.of(new BusinessCalendar.Hours(8 * 60, 13 * 60));
        week.put(DayOfWeek.FRIDAY, morning);
        return new BusinessCalendar(ZoneId.of("Asia/Jerusalem"), BusinessCalendar.Holidays.ISRAEL, morning, week, Map.of());
    }

    /** Day and night. */
    public static BusinessCalendar always() {
        Map<DayOfWeek, List<BusinessCalendar.Hours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(BusinessCalendar.Hours.ALL_DAY));
        }
        return new BusinessCalendar(ZoneId.of("Asia/Jerusalem"), BusinessCalendar.Holidays.NONE, List.of(), week, Map.of());
    }

    /** Monday to Friday 09–17 in London. */
    public static BusinessCalendar western() {
        Map<DayOfWeek, List<BusinessCalendar.Hours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)) {
            week.put(day, List.of(new BusinessCalendar.Hours(9 * 60, 17 * 60)));
        }
        return new BusinessCalendar(ZoneId.of("Europe/London"), BusinessCalendar.Holidays.NONE, List.of(), week, Map.of());
    }

    /**
     * The calendar that holds: the first one named that exists, else the default.
     *
     * @param codes from the most particular (contract, account, queue) on; any may be null
     */
    public BusinessCalendar first(String... codes) {
        for (String code : codes) {
            BusinessCalendar calendar = code == null ? null : find(code);
            if (calendar != null) {
                return calendar;
            }
        }
        BusinessCalendar standard = find(DEFAULT);
        return standard == null ? israeli() : standard;
    }

    private BusinessCalendar find(String code) {
        return known.get(code, wanted -> findCurrent(wanted).map(version -> BusinessCalendarText.read(version.content())).orElse(null));
    }

    public Optional<CalendarVersion> findCurrent(String code) {
        return entities.createQuery("select c from CalendarVersion c where c.currentCode = :code", CalendarVersion.class).setParameter("code", code).getResultStream().findFirst();
    }

    public Optional<CalendarVersion> findCurrentLocked(String code) {
        return entities.createQuery("select c from CalendarVersion c where c.currentCode = :code", CalendarVersion.class).setParameter("code", code)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
    }

    public List<CalendarVersion> current() {
        return entities.createQuery("select c from CalendarVersion c where c.currentCode is not null order by c.code", CalendarVersion.class).getResultList();
    }

    public CalendarVersion version(String code, int number) {
        return entities.createQuery("select c from CalendarVersion c where c.code = :code and c.number = :number", CalendarVersion.class).setParameter("code", code).setParameter("number", number)
                .getResultStream().findFirst().orElseThrow(() -> new NotFoundException("calendar.unknown"));
    }

    /** The newest first. */
    public List<CalendarVersion> versions(String code, int most) {
        return entities.createQuery("select c from CalendarVersion c where c.code = :code order by c.number desc", CalendarVersion.class).setParameter("code", code).setMaxResults(most).getResultList();
    }

    public void add(CalendarVersion version) {
        entities.persist(version);
    }

    public void flush() {
        entities.flush();
    }
}
