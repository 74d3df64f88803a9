// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.portal;

import il.moked.branch.ejb.BranchDirectory;
import il.moked.branch.ejb.Kiosk;
import il.moked.demo.ejb.DemoProfile;
import il.moked.interaction.portal.FormDoor;
import il.moked.interaction.portal.FormToken;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.ejb.CrossedLocks;
import il.moked.shared.portal.Limits;
import il.moked.shared.portal.Pages;
import il.moked.shared.portal.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The kiosk at the door: who he is, if he likes; why he comes; his number. It stands where people come in, so only a device that
 * was once opened with the kiosk's key is one: nobody fills the line of a branch from afar.
 */
@ApplicationScoped
public class KioskPage {
    private static final String COOKIE = "moked.kiosk";
    private static final int YEAR = 365 * 24 * 3600;
    private static final int UNPROCESSABLE = 422;

    @Inject
    KioskView view;
    @Inject
    TicketView ticket;
    @Inject
    BranchDirectory directory;
    @Inject
    Kiosk kiosk;
    @Inject
    FormDoor door;
    @Inject
    Limits limits;
    @Inject
    Pages pages;
    @Inject
    DemoProfile demo;
    /** What a device is opened with once to be a kiosk, as {@code ?key=}; without it there are none, but in the demo. */
    @Inject
    @ConfigProperty(name = "moked.branch.kiosk-key")
    Optional<String> deviceKey;

    void get(String code, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        expectDevice(code, request, response);
        begin(code);
        show(HttpServletResponse.SC_OK, request, response);
    }

    private void begin(String code) {
        view.shows(directory.get(code).listing(), door.issue());
    }

    void post(String code, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        expectDevice(code, request, response);
        Duration wait = limits.kiosks().take(Visitor.of(request));
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
            return;
        }
        Optional<FormToken> token = door.read(request.getParameter("token")).filter(door::fresh);
        if (token.isEmpty()) {
            begin(code);
            show(HttpServletResponse.SC_OK, request, response);
            return;
        }
        view.shows(directory.get(code).listing(), request.getParameter("token"));
        String who = request.getParameter("who") == null ? "" : request.getParameter("who");
        String reason = request.getParameter("reason");
        try {
            if (reason == null && kiosk.asksWhy(code, who)) {
                view.asksWhy(who, kiosk.reasons(code));
            } else {
                Kiosk.Taken taken = CrossedLocks.retried(() -> kiosk.checkIn(code, who, reason, token.get().reference()));
                ticket.shows(token.get().reference(), taken.ticket());
                if (taken.already()) {
                    ticket.again();
                }
                view.done();
            }
            show(HttpServletResponse.SC_OK, request, response);
        } catch (NotFoundException unknown) {
            throw unknown;
        } catch (BusinessException refused) {
            view.refused(who, refused);
            show(UNPROCESSABLE, request, response);
        }
    }

    /** @throws NotFoundException to whoever has not the key */
    private void expectDevice(String code, HttpServletRequest request, HttpServletResponse response) {
        if (demo.active() && deviceKey.isEmpty()) {
            return;
        }
        String given = request.getParameter("key");
        if (given != null && right(given)) {
            Cookie kept = new Cookie(COOKIE, given);
            kept.setHttpOnly(true);
            kept.setSecure(request.isSecure());
            kept.setPath(request.getContextPath() + "/branch/" + code + "/kiosk");
            kept.setMaxAge(YEAR);
            kept.setAttribute("SameSite", "Strict");
            response.addCookie(kept);
            return;
        }
        for (Cookie cookie : request.getCookies() == null ? new Cookie[0] : request.getCookies()) {
            if (cookie.getName().equals(COOKIE) && right(cookie.getValue())) {
                return;
            }
        }
        throw new NotFoundException("branch.unknown");
    }

    private boolean right(String given) {
        return deviceKey.filter(key -> MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))).isPresent();
    }

    private void show(int status, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setStatus(status);
        pages.show("branch/kiosk", request, response);
    }
}
