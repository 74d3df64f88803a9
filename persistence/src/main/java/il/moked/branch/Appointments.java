// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import il.moked.interaction.Reference;
import il.moked.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What was booked at branches, and how much can be. */
@ApplicationScoped
public class Appointments {
    private static final String WITH_ALL = "select a from Appointment a join fetch a.branch join fetch a.reason join fetch a.customer where ";
    private static final int MOST = 1000;
    /** As typed, with spaces. */
    private static final int LONGEST_CODE = 20;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public Appointment get(long id) {
        return entities.createQuery(WITH_ALL + "a.id = :id", Appointment.class).setParameter("id", id).getResultStream().findFirst().orElseThrow(() -> new NotFoundException("branch.unknown-appointment"));
    }

    /** As it is now, locked. */
    public Appointment getLocked(long id) {
        Appointment appointment = get(id);
        entities.refresh(appointment, LockModeType.PESSIMISTIC_WRITE);
        return appointment;
    }

    /** @param typed as a person writes it, or as it is read from the picture of it */
    public Optional<Appointment> withCode(String typed) {
        String written = typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT);
        return written.length() > LONGEST_CODE ? Optional.empty() : entities.createQuery(WITH_ALL + "a.code in :codes", Appointment.class).setParameter("codes", List.of(written, Reference.normal(written))).getResultStream().findFirst();
    }

    /** That begin within a time, also those that are over, by hour. */
    public List<Appointment> between(long branchId, Instant from, Instant until) {
        return entities.createQuery(WITH_ALL + "a.branch.id = :branch and a.startsAt >= :from and a.startsAt < :until order by a.startsAt, a.id", Appointment.class).setParameter("branch", branchId).setParameter("from", from).setParameter("until", until)
                .setMaxResults(MOST).getResultList();
    }

    /** A customer's that are still to come, the nearest first. @param from appointments that began since */
    public List<Appointment> aheadOf(long customerId, Instant from, int most) {
        return entities.createQuery(WITH_ALL + "a.customer.id = :customer and a.state = :booked and a.startsAt >= :from order by a.startsAt, a.id", Appointment.class).setParameter("customer", customerId).setParameter("booked", Appointment.State.BOOKED)
                .setParameter("from", from).setMaxResults(most).getResultList();
    }

    /** How many of a reason are booked within a time. */
    public int booked(long branchId, long reasonId, Instant from, Instant until) {
        return entities.createQuery("select a.id from Appointment a where a.branch.id = :branch and a.reason.id = :reason and a.startsAt >= :from and a.startsAt < :until and a.state in :taken", Long.class).setParameter("branch", branchId)
                .setParameter("reason", reasonId).setParameter("from", from).setParameter("until", until).setParameter("taken", List.of(Appointment.State.BOOKED, Appointment.State.ARRIVED)).setMaxResults(MOST).getResultList().size();
    }

    /** Ids of those that should have begun before that moment and whose customer did not come. */
    public List<Long> bookedBefore(Instant moment, int most) {
        return entities.createQuery("select a.id from Appointment a where a.state = :booked and a.startsAt < :moment order by a.startsAt, a.id", Long.class).setParameter("booked", Appointment.State.BOOKED).setParameter("moment", moment).setMaxResults(most).getResultList();
    }

    /** How many of a reason begin at each moment within a time. */
    public Map<Instant, Integer> taken(long branchId, long reasonId, Instant from, Instant until) {
        Map<Instant, Integer> taken = new HashMap<>();
        entities.createQuery("select a.startsAt from Appointment a where a.branch.id = :branch and a.reason.id = :reason and a.startsAt >= :from and a.startsAt < :until and a.state in :taken", Instant.class).setParameter("branch", branchId)
                .setParameter("reason", reasonId).setParameter("from", from).setParameter("until", until).setParameter("taken", List.of(Appointment.State.BOOKED, Appointment.State.ARRIVED)).getResultStream().forEach(at -> taken.merge(at, 1, Integer::sum));
        return taken;
    }

    public Optional<Appointment> withKey(String clientKey) {
        return entities.createQuery(WITH_ALL + "a.clientKey = :key", Appointment.class).setParameter("key", clientKey).getResultStream().findFirst();
    }

    /** A customer's, the latest hour first. */
    public List<Appointment> ofCustomer(long customerId, int most) {
        return entities.createQuery(WITH_ALL + "a.customer.id = :customer order by a.startsAt desc, a.id desc", Appointment.class).setParameter("customer", customerId).setMaxResults(most).getResultList();
    }

    /** How many a customer did not come to since then, up to {@link #MOST}. */
    public int missed(long customerId, Instant since) {
        return entities.createQuery("select a.id from Appointment a where a.customer.id = :customer and a.startsAt >= :since and a.state = :missed", Long.class).setParameter("customer", customerId).setParameter("since", since)
                .setParameter("missed", Appointment.State.NO_SHOW).setMaxResults(MOST).getResultList().size();
    }

    /** Ids of those that begin soon and whose customer was not told that of this hour. */
    public List<Long> untold(String what, Instant from, Instant until, int most) {
        return entities.createQuery("select a.id from Appointment a where a.state = :booked and a.startsAt > :from and a.startsAt <= :until and not exists (select 1 from AppointmentTold t where t.id.appointmentId = a.id and t.id.moves = a.moves and t.id.what = :what) order by a.startsAt, a.id", Long.class)
                .setParameter("booked", Appointment.State.BOOKED).setParameter("from", from).setParameter("until", until).setParameter("what", what).setMaxResults(most).getResultList();
    }

    /** Whoever tells it claims that first. @return false when it was told before */
    public boolean claim(Appointment of, String what, Instant now) {
        if (entities.find(AppointmentTold.class, new AppointmentTold.Id(of.id(), of.moves(), what)) != null) {
            return false;
        }
        entities.persist(new AppointmentTold(of, what, now));
        return true;
    }

    /** The oldest first. */
    public List<AppointmentEvent> events(long appointmentId, int most) {
        return entities.createQuery("select e from AppointmentEvent e where e.appointmentId = :appointment order by e.id", AppointmentEvent.class).setParameter("appointment", appointmentId).setMaxResults(most).getResultList();
    }

    public void add(AppointmentEvent event) {
        entities.persist(event);
    }

    public List<AppointmentCapacity> capacity(long branchId) {
        return entities.createQuery("select c from AppointmentCapacity c where c.branchId = :branch order by c.reasonId, c.weekday, c.fromHour", AppointmentCapacity.class).setParameter("branch", branchId).getResultList();
    }

    /** Locked: whoever books within that hour waits. Empty when nothing can be booked then. */
    public Optional<AppointmentCapacity> capacityLocked(long branchId, long reasonId, DayOfWeek weekday, int hour) {
        return entities.createQuery("select c from AppointmentCapacity c where c.branchId = :branch and c.reasonId = :reason and c.weekday = :weekday and c.fromHour = :hour", AppointmentCapacity.class).setParameter("branch", branchId)
                .setParameter("reason", reasonId).setParameter("weekday", weekday.getValue()).setParameter("hour", hour).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
    }

    public void add(Appointment appointment) {
        entities.persist(appointment);
    }

    public void add(AppointmentCapacity capacity) {
        entities.persist(capacity);
    }

    public void flush() {
        entities.flush();
    }
}
