// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import static il.moked.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import il.moked.As;
import il.moked.Rows;
import il.moked.branch.Appointment.State;
import il.moked.branch.Appointment.Way;
import il.moked.branch.ejb.AppointmentBooking;
import il.moked.branch.ejb.AppointmentBooking.FreeTime;
import il.moked.branch.ejb.AppointmentBooking.NewAppointment;
import il.moked.branch.ejb.AppointmentReading;
import il.moked.branch.ejb.AppointmentWatch;
import il.moked.branch.ejb.Greeting;
import il.moked.branch.ejb.Greeting.CheckedIn;
import il.moked.branch.ejb.HomeAppointments;
import il.moked.card.Timeline;
import il.moked.card.TimelineEntry;
import il.moked.card.TimelineFilter;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.interaction.AsSystem;
import il.moked.shared.BusinessException;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Appointments from booking to the counter, in a branch that belongs to each test alone. */
@ArquillianTest
public class AppointmentIT {
    private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
    private static final int PLACES = 2;

    @Inject
    AsSystem system;
    @Inject
    OwnBranch own;
    @Inject
    OwnBranch other;
    @Inject
    AppointmentBooking booking;
    @Inject
    AppointmentReading reading;
    @Inject
    AppointmentWatch watch;
    @Inject
    HomeAppointments home;
    @Inject
    Greeting greeting;
    @Inject
    Appointments appointments;
    @Inject
    Customers customers;
    @Inject
    Timeline timeline;
    @Inject
    Rows rows;

    private String branch;

    @BeforeEach
    void aBranch() {
        own.begin();
        branch = "b-" + own.mark;
        system.inTransaction(() -> {
            for (DayOfWeek weekday : DayOfWeek.values()) {
                for (int hour = 0; hour < 24; hour++) {
                    appointments.add(new AppointmentCapacity(own.branch(), own.why(), weekday, hour, PLACES));
                }
            }
            return null;
        });
    }

    @AfterEach
    void nobodyIsLeft() throws Exception {
        rows.change("update appointment set state = 'CANCELLED' where branch_id = ? and state = 'BOOKED'", own.id());
        own.end();
    }

    private String phone() {
        return "+97252" + (1000000 + Math.abs((own.mark + Math.random()).hashCode() % 8999999));
    }

    private long customer(String phone) {
        long id = own.customer(Segment.PRIVATE);
        system.inTransaction(() -> {
            customers.get(id).reachableBy(ContactPoint.Kind.PHONE, phone, phone, true, Instant.now());
            return null;
        });
        return id;
    }

    /** Tomorrow's and later free times. */
    private List<Instant> free() throws Exception {
        LocalDate tomorrow = LocalDate.now(ZONE).plusDays(1);
        return As.user("dana", () -> booking.free(branch, own.reason, tomorrow, 2)).stream().flatMap(day -> day.times().stream()).map(FreeTime::at).toList();
    }

    private NewAppointment wanted(Instant at, long customer) {
        return new NewAppointment(branch, own.reason, at, customer, null, null, null, null, null);
    }

    private AppointmentSummary book(Instant at, long customer) throws Exception {
        return As.user("dana", () -> booking.book(wanted(at, customer)));
    }

    private List<String> texts(long appointment) throws Exception {
        return rows.texts("select m.text from message m join appointment a on a.interaction_id = m.interaction_id where a.id = ? order by m.position", appointment);
    }

    private <T> List<T> together(List<Callable<T>> steps) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(steps.size());
        CountDownLatch go = new CountDownLatch(1);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> step : steps) {
                running.add(threads.submit(() -> {
                    go.await(30, TimeUnit.SECONDS);
                    return step.call();
                }));
            }
            go.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get(60, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void bookedMovedAndCancelledTheCustomerIsToldOfEachOnceAndNobodysLineIsDisturbed() throws Exception {
        long customer = customer(phone());
        List<Instant> free = free();
        AppointmentSummary booked = book(free.get(0), customer);
        assertThat(booked.way()).isEqualTo(Way.AGENT);
        assertThat(booked.bookedOn()).isNull();
        assertThat(texts(booked.id())).singleElement().asString().contains(booked.code(), "סניף " + own.mark, "הרצל 1", "בירור");
        assertThat(rows.text("select i.state from interaction i join appointment a on a.interaction_id = i.id where a.id = ?", booked.id())).isEqualTo("CLOSED");
        assertThat(rows.count("select count(*) from work_item w join appointment a on a.interaction_id = w.interaction_id where a.id = ?", booked.id())).isZero();
        assertThat(rows.text("select o.recipient from outbound_message o join appointment a on a.interaction_id = o.interaction_id where a.id = ?", booked.id())).startsWith("+97252");

        AppointmentSummary moved = As.user("dana", () -> booking.move(booked.id(), booked.version(), free.get(3)));
        assertThat(moved.startsAt()).isEqualTo(free.get(3));
        assertThat(texts(booked.id())).hasSize(2);
        refused("shared.conflict", () -> As.user("dana", () -> booking.cancel(booked.id(), booked.version())));
        int now = As.user("dana", () -> reading.get(booked.id())).version();
        AppointmentSummary cancelled = As.user("dana", () -> booking.cancel(booked.id(), now));
        assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
        assertThat(texts(booked.id())).hasSize(3).last().asString().contains("בוטל");
        assertThat(rows.count("select count(*) from interaction where customer_id = ?", customer)).as("one conversation for all of it").isEqualTo(1);
        refused("branch.appointment-over", () -> As.user("dana", () -> booking.cancel(booked.id(), null)));
        assertThat(rows.texts("select kind from appointment_event where appointment_id = ? order by id", booked.id())).containsExactly("BOOKED", "TOLD", "MOVED", "TOLD", "CANCELLED", "TOLD");
        assertThat(rows.count("select count(*) from audit_entry where subject_id = ? and action like 'branch.appointment-%'", booked.id())).isEqualTo(6);
        List<TimelineEntry> history = system.inTransaction(() -> timeline.of(customer, TimelineFilter.NONE, null, 20)).rows();
        assertThat(history).anySatisfy(entry -> {
            assertThat(entry.kind()).isEqualTo(TimelineEntry.Kind.APPOINTMENT);
            assertThat(entry.state()).isEqualTo("CANCELLED");
            assertThat(entry.due()).isEqualTo(free.get(3));
        });
        AppointmentReading.OfCustomer shown = As.user("dana", () -> reading.ofCustomer(customer));
        assertThat(shown.ahead()).isEmpty();
        assertThat(shown.over()).extracting(AppointmentSummary::id).containsExactly(booked.id());
    }

    @Test
    void anHourNeverHasMoreAppointmentsThanPlaces() throws Exception {
        List<Instant> free = free();
        List<Callable<String>> steps = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            long customer = own.customer(Segment.PRIVATE);
            Instant at = free.get(i % PLACES);
            steps.add(() -> {
                try {
                    return book(at, customer).state().name();
                } catch (BusinessException refused) {
                    return refused.code();
                }
            });
        }
        List<String> results = together(steps);
        assertThat(results).filteredOn("BOOKED"::equals).hasSize(PLACES);
        assertThat(results).filteredOn("branch.appointment-taken"::equals).hasSize(8 - PLACES);
        assertThat(free()).doesNotContain(free.get(0), free.get(1)).contains(free.get(2));
        // a place that is given up is free again
        long first = rows.count("select min(id) from appointment where branch_id = ? and state = 'BOOKED'", own.id());
        As.user("dana", () -> booking.cancel(first, null));
        assertThat(free()).hasSize(free.size() - PLACES + 1);
        refused("branch.appointment-taken", () -> book(free.get(2).plusSeconds(60), own.customer(Segment.PRIVATE)));
        refused("branch.appointment-past", () -> book(Instant.now().minusSeconds(60), own.customer(Segment.PRIVATE)));
        refused("branch.appointment-far", () -> book(free.get(2).plusSeconds(90L * 24 * 3600), own.customer(Segment.PRIVATE)));
    }

    @Test
    void aFormThatIsSentTwiceBooksOnceAndNobodyTakesThePlacesOfOthers() throws Exception {
        List<Instant> free = free();
        String phone = phone();
        List<String> codes = together(List.<Callable<String>>of(() -> home.book(branch, own.reason, free.get(0), "נועה", phone, null, "k1-" + own.mark, "he"), () -> home.book(branch, own.reason, free.get(0), "נועה", phone, null, "k1-" + own.mark, "he")));
        assertThat(codes.get(0)).isEqualTo(codes.get(1));
        assertThat(rows.count("select count(*) from appointment where branch_id = ?", own.id())).isEqualTo(1);
        HomeAppointments.OwnAppointment shown = home.get(codes.get(0).toLowerCase());
        assertThat(shown.startsAt()).isEqualTo(free.get(0));
        refused("branch.appointment-double", () -> home.book(branch, own.reason, free.get(0), "נועה", phone, null, "k2-" + own.mark, "he"));
        home.book(branch, own.reason, free.get(2), "נועה", phone, null, "k3-" + own.mark, "he");
        home.book(branch, own.reason, free.get(4), "נועה", phone, null, "k4-" + own.mark, "he");
        refused("branch.appointment-many", () -> home.book(branch, own.reason, free.get(6), "נועה", phone, null, "k5-" + own.mark, "he"));
        refused("shared.field-missing", () -> home.book(branch, own.reason, free.get(6), "נועה", null, null, "k6-" + own.mark, "he"));
        refused("shared.field-malformed", () -> home.book(branch, own.reason, free.get(6), "נועה", "12", null, "k6-" + own.mark, "he"));
        refused("branch.unknown-reason", () -> home.book(branch, "nonsense", free.get(6), "נועה", phone, null, "k6-" + own.mark, "he"));
        home.move(codes.get(0), null, free.get(8));
        home.cancel(codes.get(0), null);
        assertThat(home.get(codes.get(0)).state()).isEqualTo(State.CANCELLED);
        assertThat(rows.texts("select m.text from message m join appointment a on a.interaction_id = m.interaction_id where a.code = ?", codes.get(0))).as("who cancels it himself knows it").hasSize(2);
    }

    private void remind() {
        system.run(() -> watch.reminders().forEach(watch::remind));
    }

    @Test
    void hisReminderComesOnceAndNotToWhoeverBookedJustNow() throws Exception {
        long customer = customer(phone());
        // more than a day ahead, or the clock of the server is quicker than this test
        List<Instant> free = free();
        AppointmentSummary longAgo = book(free.get(free.size() - 1), customer);
        AppointmentSummary justNow = book(free.get(free.size() - 3), customer);
        rows.change("update appointment set starts_at = ?, booked_at = ? where id = ?", Instant.now().plusSeconds(5400), Instant.now().minusSeconds(3 * 86400), longAgo.id());
        rows.change("update appointment set starts_at = ? where id = ?", Instant.now().plusSeconds(5700), justNow.id());
        remind();
        remind();
        assertThat(texts(longAgo.id())).hasSize(2).last().asString().contains("תזכורת", longAgo.code());
        assertThat(texts(justNow.id())).hasSize(1);
        assertThat(rows.texts("select what from appointment_told where appointment_id = ? order by what", longAgo.id())).containsExactly("BOOKED", "REMINDED-120", "REMINDED-1440");
    }

    private CheckedIn comes(Greeting.Visitor visitor) throws Exception {
        return As.user(own.greeter, () -> greeting.checkIn(own.id(), visitor));
    }

    @Test
    void whoDoesNotComeIsCountedAndWaitsAsAnybodyElseWhenHeComesAfterAll() throws Exception {
        long customer = customer(phone());
        Instant at = free().get(0);
        AppointmentSummary missed = book(at, customer);
        rows.change("update appointment set starts_at = ? where id = ?", Instant.now().minusSeconds(16 * 60), missed.id());
        system.run(() -> watch.missed().forEach(watch::giveUp));
        assertThat(rows.text("select state from appointment where id = ?", missed.id())).isEqualTo("NO_SHOW");
        assertThat(free()).as("his place is free").contains(at);
        assertThat(As.user(own.greeter, () -> greeting.known(own.id(), customer)).missed()).isEqualTo(1);
        assertThat(As.user("dana", () -> reading.ofCustomer(customer)).missed()).isEqualTo(1);
        CheckedIn late = comes(new Greeting.Visitor(null, null, null, null, null, missed.code(), Arrival.How.GREETER, null));
        assertThat(late.visit().how()).isEqualTo(Arrival.How.GREETER);
        assertThat(late.visit().customerId()).isEqualTo(customer);
        assertThat(late.visit().reason()).isEqualTo(own.reason);
        assertThat(late.visit().dueAt()).as("by when he came").isAfter(Instant.now());
    }

    @Test
    void atTheDoorHeIsRecognisedAndHisAppointmentIsHisNumber() throws Exception {
        long customer = customer(phone());
        AppointmentSummary booked = book(free().get(0), customer);
        Instant soon = Instant.now().plusSeconds(20);
        rows.change("update appointment set starts_at = ? where id = ?", soon, booked.id());
        List<AppointmentSummary> day = As.user(own.greeter, () -> reading.day(own.id(), LocalDate.ofInstant(soon, ZONE)));
        assertThat(day).extracting(AppointmentSummary::id).containsExactly(booked.id());
        CheckedIn here = comes(new Greeting.Visitor(customer, null, null, null, LocalDate.now(ZONE).equals(LocalDate.ofInstant(soon, ZONE)) ? null : own.reason, null, Arrival.How.GREETER, null));
        assertThat(here.visit().how()).isEqualTo(Arrival.How.APPOINTMENT);
        assertThat(here.visit().appointmentAt()).isNotNull();
        assertThat(rows.text("select state from appointment where id = ?", booked.id())).isEqualTo("ARRIVED");
        assertThat(rows.texts("select kind from appointment_event where appointment_id = ? order by id", booked.id())).endsWith("ARRIVED");
        other.begin();
        refused("branch.unknown", () -> As.user(other.greeter, () -> reading.day(own.id(), null)));
        other.end();
    }

    @Test
    void theGreeterBooksToo() throws Exception {
        AppointmentSummary booked = As.user(own.greeter, () -> booking.book(wanted(free().get(0), customer(phone()))));
        assertThat(booked.way()).isEqualTo(Way.GREETER);
        assertThat(booked.bookedBy()).isEqualTo(own.greeter);
    }
}
