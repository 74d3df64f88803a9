// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.portal;

import il.moked.branch.Appointment;
import il.moked.branch.ejb.HomeAppointments.OwnAppointment;
import il.moked.shared.BusinessException;
import il.moked.shared.portal.Texts;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An appointment as whoever knows its code may see it: when, where, what for. Nothing of whose it is. */
@Named
@RequestScoped
public class AppointmentView {
    @Inject
    Texts texts;
    @Inject
    ActiveLocale activeLocale;

    private OwnAppointment own;
    private FreeTimes times;
    private String arrival = "";
    private String notice;

    void found(OwnAppointment appointment, String query) {
        own = appointment;
        arrival = query == null ? "" : query;
    }

    void offers(FreeTimes free) {
        times = free;
    }

    void refused(BusinessException why) {
        notice = texts.refusal(why, activeLocale.getLocale()).replaceAll("\\s*\\([a-z]+\\)", "");
    }

    Locale locale() {
        return activeLocale.getLocale();
    }

    CalendarFile calendar(Instant now) {
        String language = activeLocale.getLang();
        String where = own.place().name(language) + ", " + own.place().address() + ", " + own.place().town(language);
        String text = texts.text(BookView.BUNDLE, "calendar.text", activeLocale.getLocale(), own.code());
        return new CalendarFile(own.code() + "@moked", own.moves() + (own.state() == Appointment.State.CANCELLED ? 1 : 0), own.state() == Appointment.State.CANCELLED, own.startsAt(), own.endsAt(), own.reason(language) + " · " + own.place().name(language), where, text, now);
    }

    public OwnAppointment getOwn() {
        return own;
    }

    public FreeTimes getTimes() {
        return times;
    }

    public String getNotice() {
        return notice;
    }

    /** What was just done: booked, moved, cancelled, or nothing. */
    public String getDone() {
        boolean over = own.state() == Appointment.State.CANCELLED;
        return arrival.equals("cancelled") && over || arrival.matches("booked|moved") && !over ? arrival : "";
    }

    /** Somebody else was faster: what he sees now is not what he saw before. */
    public boolean isChanged() {
        return arrival.equals("changed");
    }

    public boolean isAhead() {
        return own.state() == Appointment.State.BOOKED;
    }

    public String getWhen() {
        return DateTimeFormatter.ofPattern("EEEE dd.MM.yyyy", activeLocale.getLocale()).format(own.startsAt().atZone(own.place().zone()));
    }

    public String getClock() {
        return DateTimeFormatter.ofPattern("HH:mm").format(own.startsAt().atZone(own.place().zone()));
    }

    /** In groups, so that it can be read out. */
    public String getShownCode() {
        return own.code().length() == 10 ? own.code().substring(0, 5) + " " + own.code().substring(5) : own.code();
    }
}
