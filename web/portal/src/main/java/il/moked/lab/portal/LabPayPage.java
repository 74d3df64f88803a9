// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import il.moked.demo.ejb.DemoProfile;
import il.moked.interaction.portal.FormDoor;
import il.moked.shared.portal.Door;
import il.moked.shared.portal.Limits;
import il.moked.shared.portal.Pages;
import il.moked.shared.portal.Visitor;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The page of the demo's payment provider. It asks for no card: a real provider's page would, and it would be theirs. */
@Door(to = Door.Caller.DEMO)
@WebServlet("/lab/pay/page/*")
public class LabPayPage extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    transient DemoProfile demo;
    @Inject
    transient DemoTill till;
    @Inject
    transient FormDoor door;
    @Inject
    transient LabPayView view;
    @Inject
    transient Limits limits;
    @Inject
    transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Optional<DemoTill.Page> page = page(request);
        if (page.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        view.shows(page.get(), "declined".equals(request.getParameter("was")));
        pages.show("lab/pay", request, response);
    }

    private Optional<DemoTill.Page> page(HttpServletRequest request) {
        return demo.active() && request.getPathInfo() != null && request.getPathInfo().length() > 1 ? till.page(request.getPathInfo().substring(1)) : Optional.empty();
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Optional<DemoTill.Page> page = page(request);
        if (page.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!limits.floods().take(Visitor.of(request)).isZero() || door.read(request.getParameter("token")).isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", after(page.get(), String.valueOf(request.getParameter("act")), request));
    }

    private String after(DemoTill.Page page, String act, HttpServletRequest request) {
        String here = request.getContextPath() + "/lab/pay/page/" + page.id();
        String portal = DemoProviders.portal(request);
        if (act.equals("pay")) {
            return till.end(page.id(), "complete").map(paid -> {
                till.tell("checkout.session.completed", paid.json(), portal);
                return paid.done();
            }).orElse(here);
        }
        if (act.equals("decline")) {
            JsonObject attempt = Json.createObjectBuilder().add("id", page.intent()).add("object", "payment_intent").add("amount", page.amount()).add("currency", page.currency()).add("metadata", Json.createObjectBuilder().add("moked_token", page.token())).build();
            till.tell("payment_intent.payment_failed", attempt, portal);
            return here + "?was=declined";
        }
        return page.back();
    }
}
