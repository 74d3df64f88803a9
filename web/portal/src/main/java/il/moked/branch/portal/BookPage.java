// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.portal;

import il.moked.branch.ejb.Greeting.ReasonLine;
import il.moked.branch.ejb.HomeAppointments;
import il.moked.branch.ejb.HomeAppointments.Place;
import il.moked.interaction.portal.FormDoor;
import il.moked.interaction.portal.FormToken;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.ejb.CrossedLocks;
import il.moked.shared.portal.Door;
import il.moked.shared.portal.Limits;
import il.moked.shared.portal.Pages;
import il.moked.shared.portal.Visitor;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /book/{branch}}: an appointment in three steps, each an address of its own, so that the way back is the browser's. A
 * script is kept out as by the web form; a number or an address is told only so often, whoever types it.
 */
@Door(to = Door.Caller.ANYBODY)
@WebServlet("/book/*")
public class BookPage extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int TOO_MANY = 429;
    private static final int UNPROCESSABLE = 422;
    private static final Pattern BRANCH = Pattern.compile("/([a-z0-9][a-z0-9-]{0,39})");

    @Inject
    transient BookView view;
    @Inject
    transient HomeAppointments appointments;
    @Inject
    transient FormDoor door;
    @Inject
    transient Limits limits;
    @Inject
    transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Duration wait = limits.helps().take(Visitor.of(request));
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
            return;
        }
        try {
            Place place = place(request);
            Instant at = moment(request.getParameter("at"));
            ReasonLine reason = reason(place, request.getParameter("reason"));
            if (reason != null && at != null) {
                view.asks(at, BookingForm.typed(name -> null), door.issue());
            } else if (reason != null) {
                view.offers(times(place, reason, request));
            }
            pages.show("branch/book", request, response);
        } catch (NotFoundException unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private Place place(HttpServletRequest request) {
        Matcher path = BRANCH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!path.matches()) {
            throw new NotFoundException("branch.unknown");
        }
        Place place = appointments.place(path.group(1));
        view.at(place, appointments.reasons(place.code()));
        return place;
    }

    /** Null when none is chosen that can be booked there: then one is asked for. */
    private ReasonLine reason(Place place, String code) {
        ReasonLine chosen = view.getReasons().stream().filter(one -> one.code().equals(code)).findFirst().orElse(null);
        view.wants(chosen);
        return chosen;
    }

    private FreeTimes times(Place place, ReasonLine reason, HttpServletRequest request) {
        LocalDate from = Optional.ofNullable(date(request.getParameter("from"))).filter(day -> day.isAfter(place.today())).orElse(place.today());
        return new FreeTimes(appointments.free(place.code(), reason.code(), from, FreeTimes.DAYS), date(request.getParameter("day")), from, place.last(), place.zone(), view.locale());
    }

    static Instant moment(String given) {
        try {
            return given == null || given.isBlank() ? null : Instant.parse(given);
        } catch (DateTimeException notOne) {
            return null;
        }
    }

    static LocalDate date(String given) {
        try {
            return given == null || given.isBlank() ? null : LocalDate.parse(given);
        } catch (DateTimeException notOne) {
            return null;
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.setCharacterEncoding("UTF-8");
        Duration wait = limits.forms().take(Visitor.of(request));
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
            return;
        }
        try {
            Place place = place(request);
            ReasonLine reason = reason(place, request.getParameter("reason"));
            Instant at = moment(request.getParameter("at"));
            if (reason == null || at == null) {
                if (reason != null) {
                    // he chose another day after his time was taken
                    view.carries(BookingForm.typed(request::getParameter), request.getParameter("token"));
                    view.offers(times(place, reason, request));
                }
                again(HttpServletResponse.SC_OK, request, response);
                return;
            }
            submit(place, reason, at, request, response);
        } catch (NotFoundException unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void submit(Place place, ReasonLine reason, Instant at, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        BookingForm form = BookingForm.typed(request::getParameter);
        Optional<FormToken> token = door.read(request.getParameter("token"));
        String signed = door.kept(request.getParameter("token"));
        view.asks(at, form, signed);
        view.wrong(form.problems());
        Optional<String> refusal = door.refusal(token, request.getParameter("website"));
        if (view.isTrouble() || refusal.isPresent()) {
            refusal.filter(why -> !view.isTrouble()).ifPresent(view::says);
            again(UNPROCESSABLE, request, response);
            return;
        }
        Duration wait = limits.bookings().take(form.reach());
        if (!wait.isZero()) {
            pages.retryAfter(wait, response);
            view.says("again.often", Pages.seconds(wait) / 60 + 1);
            again(TOO_MANY, request, response);
            return;
        }
        try {
            String code = CrossedLocks.retried(() -> appointments.book(place.code(), reason.code(), at, form.name(), form.telephone(), form.email(), "site-" + token.get().reference(), view.locale().getLanguage()));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + "/appointment/" + code + "?booked");
        } catch (BusinessException refused) {
            view.refused(refused);
            if (List.of("branch.appointment-taken", "branch.appointment-past", "branch.appointment-far", "branch.appointment-double").contains(refused.code())) {
                view.asks(null, form, signed);
                view.carries(form, signed);
                view.offers(times(place, reason, request));
            }
            again(UNPROCESSABLE, request, response);
        }
    }

    private void again(int status, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.setStatus(status);
        pages.show("branch/book", request, response);
    }
}
