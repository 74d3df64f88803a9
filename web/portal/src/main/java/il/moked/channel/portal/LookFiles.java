// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.portal;

import il.moked.channel.AccentColour;
import il.moked.channel.ejb.PublicLook;
import il.moked.channel.ejb.PublicLook.Logo;
import il.moked.shared.portal.Door;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The organisation's own colour, as a file of styles, and its logo. */
@Door(to = Door.Caller.ANYBODY)
@WebServlet({"/portal/look.css", "/portal/logo"})
public class LookFiles extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    transient SiteFacts facts;
    @Inject
    transient PublicLook look;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().endsWith(".css")) {
            response.setContentType("text/css");
            response.setCharacterEncoding("UTF-8");
            response.getWriter().write(facts.look().accent() == null ? "" : styles(AccentColour.read(facts.look().accent())));
            return;
        }
        Optional<Logo> logo = look.logo();
        if (logo.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(logo.get().contentType());
        response.setContentLength(logo.get().content().length);
        response.getOutputStream().write(logo.get().content());
    }

    /** Every shade is readable where the design system uses it. */
    static String styles(AccentColour accent) {
        AccentColour softLight = accent.mixed(AccentColour.WHITE, 0.9);
        AccentColour softDark = accent.mixed(AccentColour.DARK, 0.75);
        return ":root {" + pair("accent", accent, accent) + pair("accent-hover", accent.darker(), accent.darker()) + pair("accent-ink", accent.on(softLight).on(AccentColour.WHITE), accent.on(softDark).on(AccentColour.DARK)) + pair("accent-soft", softLight, softDark)
                + pair("accent-line", accent.mixed(AccentColour.WHITE, 0.6), accent.mixed(AccentColour.DARK, 0.4)) + "}\n";
    }

    private static String pair(String name, AccentColour light, AccentColour dark) {
        return " --" + name + ": light-dark(" + light.written() + ", " + dark.written() + ");";
    }
}
