// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.portal;

import il.moked.branch.Appointment;
import il.moked.branch.ejb.HomeAppointments;
import il.moked.branch.ejb.HomeAppointments.OwnAppointment;
import il.moked.interaction.Reference;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.StaleVersionException;
import il.moked.shared.ejb.CrossedLocks;
import il.moked.shared.portal.Door;
import il.moked.shared.portal.Limits;
import il.moked.shared.portal.Pages;
import il.moked.shared.portal.QrPicture;
import il.moked.shared.portal.Visitor;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /appointment/{code}}: one's own appointment, its code as a picture, its entry for a calendar; moved and cancelled there. The code is as good as a password and so is never guessed at speed. */
@Door(to = Door.Caller.HOLDER, reaches = Appointment.class, paths = {"{}", "{}/move", "{}/cancel", "{}/code.svg", "{}/calendar.ics"})
@WebServlet("/appointment/*")
public class AppointmentPage extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int UNPROCESSABLE = 422;
    private static final Pattern PATH = Pattern.compile("/([0-9A-Za-z]{10})(?:/(move|cancel|code\\.svg|calendar\\.ics))?");

    @Inject
    transient AppointmentView view;
    @Inject
    transient HomeAppointments appointments;
    @Inject
    transient Limits limits;
    @Inject
    transient Pages pages;
    @Inject
    transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Matcher path = allowed(request, response);
        if (path == null) {
            return;
        }
        try {
            OwnAppointment own = appointments.get(Reference.normal(path.group(1)));
            view.found(own, request.getQueryString());
            String part = path.group(2) == null ? "" : path.group(2);
            switch (part) {
                case "code.svg" -> write(response, "image/svg+xml", QrPicture.svg(own.code()));
                case "calendar.ics" -> {
                    response.setHeader("Content-Disposition", "attachment; filename=\"appointment.ics\"");
                    write(response, CalendarFile.TYPE, view.calendar(clock.instant()).written());
                }
                case "move" -> {
                    if (own.state() == Appointment.State.BOOKED) {
                        view.offers(times(own, request));
                    }
                    pages.show("branch/appointment", request, response);
                }
                default -> pages.show("branch/appointment", request, response);
            }
        } catch (NotFoundException unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (BusinessException refused) {
            // what he booked is not done there any more: it can be seen and cancelled
            view.refused(refused);
            response.setStatus(UNPROCESSABLE);
            pages.show("branch/appointment", request, response);
        }
    }

    /** Null when it has been answered. */
    private Matcher allowed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Cache-Control", "no-store");
        Duration wait = limits.trackings().take(Visitor.of(request));
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
            return null;
        }
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!path.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return null;
        }
        return path;
    }

    private static void write(HttpServletResponse response, String type, String content) throws IOException {
        response.setContentType(type);
        response.getOutputStream().write(content.getBytes(StandardCharsets.UTF_8));
    }

    private FreeTimes times(OwnAppointment own, HttpServletRequest request) {
        LocalDate today = own.place().today();
        LocalDate from = Optional.ofNullable(BookPage.date(request.getParameter("from"))).filter(day -> day.isAfter(today)).orElse(today);
        return new FreeTimes(appointments.free(own.place().code(), own.reason(), from, FreeTimes.DAYS), BookPage.date(request.getParameter("day")), from, own.place().last(), own.place().zone(), view.locale());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Matcher path = allowed(request, response);
        if (path == null) {
            return;
        }
        String code = Reference.normal(path.group(1));
        Integer seen = version(request.getParameter("version"));
        try {
            if ("cancel".equals(path.group(2))) {
                CrossedLocks.retried(() -> appointments.cancel(code, seen));
                done(code, "cancelled", request, response);
            } else if ("move".equals(path.group(2))) {
                Instant at = BookPage.moment(request.getParameter("at"));
                CrossedLocks.retried(() -> appointments.move(code, seen, at));
                done(code, "moved", request, response);
            } else {
                response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        } catch (NotFoundException unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (StaleVersionException changed) {
            done(code, "changed", request, response);
        } catch (BusinessException refused) {
            OwnAppointment own = appointments.get(code);
            view.found(own, null);
            view.refused(refused);
            if ("move".equals(path.group(2)) && own.state() == Appointment.State.BOOKED) {
                view.offers(times(own, request));
            }
            response.setStatus(UNPROCESSABLE);
            pages.show("branch/appointment", request, response);
        }
    }

    private static Integer version(String given) {
        return given != null && given.matches("[0-9]{1,9}") ? Integer.valueOf(given) : null;
    }

    private static void done(String code, String what, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/appointment/" + code + "?" + what);
    }
}
