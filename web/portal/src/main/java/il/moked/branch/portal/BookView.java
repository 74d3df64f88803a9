// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.portal;

import il.moked.branch.ejb.Greeting.ReasonLine;
import il.moked.branch.ejb.HomeAppointments.Place;
import il.moked.shared.BusinessException;
import il.moked.shared.portal.Texts;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Booking an appointment, step by step: reason, time, who. */
@Named
@RequestScoped
public class BookView {
    static final String BUNDLE = "il.moked.branch.portal.appointment";

    @Inject
    Texts texts;
    @Inject
    ActiveLocale activeLocale;

    private Place place;
    private List<ReasonLine> reasons = List.of();
    private ReasonLine reason;
    private FreeTimes times;
    private Instant at;
    private BookingForm form = new BookingForm("", "", "");
    private String token;
    private Map<String, String> problems = Map.of();
    private String notice;
    private boolean carried;

    void at(Place branch, List<ReasonLine> bookable) {
        place = branch;
        reasons = bookable;
    }

    void wants(ReasonLine chosen) {
        reason = chosen;
    }

    void offers(FreeTimes free) {
        times = free;
    }

    void asks(Instant moment, BookingForm typed, String signed) {
        at = moment;
        form = typed;
        token = signed;
    }

    /** What he typed goes along to the time he chooses now. */
    void carries(BookingForm typed, String signed) {
        form = typed;
        token = signed;
        carried = true;
    }

    void wrong(Map<String, String> found) {
        problems = found;
    }

    void refused(BusinessException why) {
        notice = texts.refusal(why, activeLocale.getLocale()).replaceAll("\\s*\\([a-z]+\\)", "");
    }

    void says(String key, Object... arguments) {
        notice = texts.text(BUNDLE, key, activeLocale.getLocale(), arguments);
    }

    Locale locale() {
        return activeLocale.getLocale();
    }

    public Place getPlace() {
        return place;
    }

    public List<ReasonLine> getReasons() {
        return reasons;
    }

    public ReasonLine getReason() {
        return reason;
    }

    public FreeTimes getTimes() {
        return times;
    }

    /** The chosen moment as it goes on in the form. */
    public String getAt() {
        return at == null ? "" : at.toString();
    }

    public String getWhen() {
        return at == null ? "" : DateTimeFormatter.ofPattern("EEEE dd.MM.yyyy", activeLocale.getLocale()).format(at.atZone(place.zone()));
    }

    public String getClock() {
        return at == null ? "" : DateTimeFormatter.ofPattern("HH:mm").format(at.atZone(place.zone()));
    }

    public BookingForm getForm() {
        return form;
    }

    public String getToken() {
        return token;
    }

    public String getNotice() {
        return notice;
    }

    public boolean isCarried() {
        return carried;
    }

    public boolean isTrouble() {
        return !problems.isEmpty();
    }

    /** Empty when the field is right. */
    public String problem(String field) {
        return problems.containsKey(field) ? texts.text(BUNDLE, problems.get(field), activeLocale.getLocale()) : "";
    }
}
