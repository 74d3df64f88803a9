// SPDX-License-Identifier: Apache-2.0
package il.moked.order.portal;

import il.moked.shared.portal.Door;
import il.moked.shared.portal.Pages;
import il.moked.shared.ui.ActiveLocale;
import il.moked.shared.ui.Language;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Where a customer comes back to from the provider's page, in his own language unless his browser chose one. It says nothing of the payment: whoever has the address is not known, and only the provider's own word counts. */
@Door(to = Door.Caller.ANYBODY)
@WebServlet("/pay")
public class PaidPage extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final String TOLD = "told";

    @Inject
    transient ActiveLocale locale;
    @Inject
    transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        String came = request.getParameter("done") == null ? "back" : "done";
        // a browser that keeps no cookie is sent there once only
        boolean open = !locale.isChosen() && request.getParameter(TOLD) == null;
        Optional<Language> his = Language.of(request.getParameter(came)).filter(language -> open && !language.code().equals(locale.getLang()));
        if (his.isPresent()) {
            response.sendRedirect(request.getContextPath() + "/pay?" + came + "=" + his.get().code() + "&" + TOLD + "=1&lang=" + his.get().code());
            return;
        }
        pages.show("order/paid", request, response);
    }
}
