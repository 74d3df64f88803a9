// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.desk;

import il.moked.branch.AppointmentSummary;
import il.moked.branch.ejb.AppointmentBooking;
import il.moked.branch.ejb.AppointmentBooking.FreeDay;
import il.moked.branch.ejb.AppointmentBooking.FreeTime;
import il.moked.branch.ejb.AppointmentBooking.NewAppointment;
import il.moked.branch.ejb.AppointmentBooking.Place;
import il.moked.branch.ejb.AppointmentReading;
import il.moked.branch.ejb.Greeting.ReasonLine;
import il.moked.shared.BusinessException;
import il.moked.shared.desk.Screen;
import il.moked.shared.desk.Times;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** WEB-INF/parts/branch/appointment-dialogs.xhtml: an appointment is booked, moved and cancelled beside the card of a customer. */
@Named
@RequestScoped
public class AppointmentActs {
    /** Looked through at once. */
    private static final int DAYS = 14;
    private static final Pattern PRESS = Pattern.compile("[0-9A-Za-z-]{8,40}");

    @Inject
    AppointmentBooking booking;
    @Inject
    AppointmentReading reading;
    @Inject
    AppointmentCardView card;
    @Inject
    BranchWords words;
    @Inject
    Times times;
    @Inject
    Screen screen;

    private AppointmentSummary moved;
    private List<Place> places;
    private List<ReasonLine> reasons;
    private List<FreeDay> days;

    /** Whether the page asks for what can be booked. */
    public boolean isAsked() {
        return screen.says("appointment-form");
    }

    /** What is moved; null when a new one is booked. */
    public AppointmentSummary moved() {
        if (moved == null && given("id")) {
            moved = reading.get(screen.number("id"));
        }
        return moved;
    }

    private boolean given(String name) {
        return screen.text(name) != null && !screen.text(name).isBlank();
    }

    public List<Place> places() {
        if (places == null) {
            places = booking.places();
        }
        return places;
    }

    /** Code of the chosen branch, else of the first; empty when there is none. */
    public String place() {
        return moved() == null ? chosen("branch", places().stream().map(Place::code).toList()) : moved().branch();
    }

    private String chosen(String field, List<String> codes) {
        return codes.contains(screen.text(field)) ? screen.text(field) : codes.isEmpty() ? "" : codes.get(0);
    }

    /** For which one can book there. */
    public List<ReasonLine> reasons() {
        if (reasons == null) {
            reasons = place().isEmpty() ? List.of() : booking.reasons(place());
        }
        return reasons;
    }

    /** Code of the chosen reason, else of the first; empty when nothing can be booked there. */
    public String reason() {
        return moved() == null ? chosen("reason", reasons().stream().map(ReasonLine::code).toList()) : moved().reason();
    }

    /** Days with something free, the nearest first. */
    public List<FreeDay> days() {
        if (days == null) {
            days = reason().isEmpty() ? List.of() : booking.free(place(), reason(), from(), DAYS);
        }
        return days;
    }

    /** The first day that is looked at. */
    public LocalDate from() {
        LocalDate today = times.day(Instant.ofEpochMilli(times.getNow()));
        LocalDate wished = read("from", LocalDate::parse);
        return wished == null || wished.isBefore(today) ? today : wished;
    }

    /** Where the next days begin; null when no later ones can be booked. */
    public LocalDate later() {
        LocalDate next = from().plusDays(DAYS);
        return reason().isEmpty() || next.isAfter(booking.last(place())) ? null : next;
    }

    /** Whether earlier days can be gone back to. */
    public boolean isLater() {
        return from().isAfter(times.day(Instant.ofEpochMilli(times.getNow())));
    }

    /** The day whose hours are shown: as chosen, else the first; null when nothing is free. */
    public FreeDay shown() {
        LocalDate wished = read("date", LocalDate::parse);
        return days().stream().filter(one -> one.date().equals(wished)).findFirst().orElse(days().isEmpty() ? null : days().get(0));
    }

    public List<FreeTime> hours() {
        return shown() == null ? List.of() : shown().times();
    }

    /** Null when there is none. */
    private <T> T read(String name, Function<String, T> form) {
        try {
            return given(name) ? form.apply(screen.text(name)) : null;
        } catch (DateTimeException notOne) {
            throw new BusinessException("shared.bad-request");
        }
    }

    public void act() {
        switch (screen.text("ask") == null ? "" : screen.text("ask")) {
            case "book" -> told("appointment.told.booked", booking.book(new NewAppointment(screen.text("branch"), screen.text("reason"), at(), screen.number("customer"), null, null, null, given("conversation") ? screen.number("conversation") : null, press())));
            case "move" -> told("appointment.told.moved", booking.move(screen.number("id"), seen(), at()));
            case "cancel" -> told("appointment.told.cancelled", booking.cancel(screen.number("id"), seen()));
            default -> throw new BusinessException("shared.bad-request");
        }
        screen.answer("done", true);
        draw();
    }

    /** Draws them again on the card. */
    public void draw() {
        card.again();
        screen.redraw("appointments");
    }

    private Instant at() {
        return read("at", Instant::parse);
    }

    private Integer seen() {
        return (int) screen.number("version");
    }

    /** The same press is the same appointment. */
    private String press() {
        String sent = screen.text("press");
        if (sent == null || !PRESS.matcher(sent).matches()) {
            throw new BusinessException("shared.bad-request");
        }
        return "desk-" + sent;
    }

    private void told(String key, AppointmentSummary of) {
        screen.tell(words.text(key, when(of.startsAt())));
    }

    /** Day and hour in words. */
    public String when(Instant at) {
        return times.weekday(times.day(at)) + " " + times.full(at);
    }
}
