// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.channel.Channel;
import il.moked.customer.Customer;
import il.moked.selfservice.PortalSession;
import il.moked.selfservice.PortalSession.Kind;
import il.moked.selfservice.ejb.OwnDetails;
import il.moked.selfservice.ejb.PortalSigningIn;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.CrossedLocks;
import il.moked.shared.portal.Door;
import il.moked.shared.portal.Limits;
import il.moked.shared.portal.Visitor;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/** {@code /my/details}: how he is reached, what he allows, where he is signed in. */
@Door(to = Door.Caller.CUSTOMER, reaches = Customer.class)
@WebServlet("/my/details")
public class MyDetailsPage extends OwnPage {
    private static final long serialVersionUID = 1;
    private static final SessionCookie HANDLE = SessionCookie.ofAct("moked.address");

    @Inject
    transient MyDetailsView view;
    @Inject
    transient OwnDetails details;
    @Inject
    transient PortalSigningIn signingIn;
    @Inject
    transient Limits limits;

    @Override
    void shown(long customer, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        words.done(request.getParameter("done"));
        boolean coded = "code".equals(request.getParameter("step")) || "prove".equals(request.getParameter("act"));
        view.shows(details.of(customer), signingIn.devices(Kind.CUSTOMER, signedIn.token(Kind.CUSTOMER)), coded && !HANDLE.read(request).isEmpty(), request.getParameter("address"));
        boolean has = signingIn.hasPassword(customer);
        view.password(has, has && signedIn.present(Kind.CUSTOMER).filter(who -> who.way() == PortalSession.Way.PASSWORD).isPresent());
        pages.show("selfservice/details", request, response);
    }

    @Override
    void posted(long customer, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Duration wait = limits.lines().take("customer " + customer);
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
            return;
        }
        switch (String.valueOf(request.getParameter("act"))) {
            case "add" -> {
                HANDLE.write(details.askForAddress(customer, request.getParameter("address"), words.language(), Visitor.of(request)), request, response);
                see("/my/details?step=code#add", request, response);
            }
            case "prove" -> prove(customer, request, response);
            case "remove" -> {
                long point = id(request.getParameter("point"));
                CrossedLocks.retried(() -> details.removeAddress(customer, point));
                see("/my/details?done=removed", request, response);
            }
            case "allow" -> {
                Channel channel = Arrays.stream(Channel.values()).filter(each -> each.name().equals(request.getParameter("channel"))).findFirst().orElseThrow(() -> new BusinessException("selfservice.channel"));
                boolean given = "yes".equals(request.getParameter("given"));
                details.allow(customer, channel, given, words.text(given ? "allow.wording" : "forbid.wording", words.text("channel." + channel)));
                see("/my/details?done=" + (given ? "allowed" : "forbidden") + "#allowed", request, response);
            }
            case "password" -> {
                signingIn.choosePassword(signedIn.token(Kind.CUSTOMER), request.getParameter("old"), request.getParameter("password"));
                see("/my/details?done=password", request, response);
            }
            case "no-password" -> {
                signingIn.removePassword(signedIn.token(Kind.CUSTOMER));
                see("/my/details?done=no-password", request, response);
            }
            default -> response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private void prove(long customer, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (CrossedLocks.retried(() -> details.addAddress(customer, HANDLE.read(request), request.getParameter("code")))) {
            HANDLE.write("", request, response);
            see("/my/details?done=added", request, response);
            return;
        }
        words.says("wrong.code");
        response.setStatus(UNPROCESSABLE);
        shown(customer, request, response);
    }

    static long id(String given) {
        return given != null && given.matches("[0-9]{1,18}") ? Long.parseLong(given) : -1;
    }
}
