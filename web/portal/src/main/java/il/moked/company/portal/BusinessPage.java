// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.company.ejb.CompanySigningIn;
import il.moked.company.ejb.CompanySigningIn.Person;
import il.moked.selfservice.PortalSession;
import il.moked.selfservice.ejb.PortalSigningIn.Present;
import il.moked.selfservice.portal.SignedIn;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.portal.Limits;
import il.moked.shared.portal.Pages;
import il.moked.shared.portal.Visitor;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What every page of the business portal begins with: how often, who, and for a form that it was shown to him. What is not there for
 * him and what he may not see is one answer.
 */
abstract class BusinessPage extends HttpServlet {
    static final int UNPROCESSABLE = 422;
    private static final long serialVersionUID = 1;
    private static final Set<String> FORBIDDEN = Set.of("company.not-let-in", "company.not-allowed");

    @Inject
    transient SignedIn signedIn;
    @Inject
    transient CompanySigningIn signingIn;
    @Inject
    transient BusinessForms forms;
    @Inject
    transient CompanyView view;
    @Inject
    transient Limits limits;
    @Inject
    transient Pages pages;

    /** Shows it. @throws BusinessException as the area */
    abstract void show(Person person, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException;

    /** Does what was sent, and says where to go on. @param reference of the form: sent again it is the same @return path below the portal, or null when it answered itself */
    String act(Person person, String reference, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        throw new NotFoundException("company.unknown-call");
    }

    /** Something a step does for somebody. */
    private interface Step {
        void take(Person person) throws ServletException, IOException;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        entered(limits.branches().take(Visitor.of(request)), request, response, person -> show(person, request, response));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.setCharacterEncoding("UTF-8");
        entered(limits.floods().take(Visitor.of(request)), request, response, person -> {
            Optional<String> reference = forms.read(request.getParameter("token"), person.userId());
            if (reference.isEmpty()) {
                view.says("again.old");
                again(person, request, response);
                return;
            }
            try {
                String next = act(person, reference.get(), request, response);
                if (next != null) {
                    see(next, request, response);
                }
            } catch (NotFoundException missing) {
                throw missing;
            } catch (BusinessException refused) {
                if (FORBIDDEN.contains(refused.code())) {
                    throw refused;
                }
                view.refused(refused);
                again(person, request, response);
            }
        });
    }

    private void again(Person person, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.setStatus(UNPROCESSABLE);
        show(person, request, response);
    }

    private void entered(Duration wait, HttpServletRequest request, HttpServletResponse response, Step step) throws ServletException, IOException {
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
            return;
        }
        Present present = signedIn.present(PortalSession.Kind.COMPANY).orElse(null);
        if (present == null || !signingIn.entered(present.sessionId(), present.id())) {
            see(present == null ? "/business/sign-in" : "/business/password", request, response);
            return;
        }
        try {
            Person person = signingIn.person(present.id());
            view.is(person, forms.issue(person.userId()), signedIn.getFormToken(), request);
            step.take(person);
        } catch (NotFoundException missing) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (BusinessException refused) {
            if (FORBIDDEN.contains(refused.code())) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else {
                throw refused;
            }
        }
    }

    static void see(String path, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }

    static Long number(String given) {
        try {
            return given == null || given.isBlank() ? null : Long.valueOf(given.strip());
        } catch (NumberFormatException notOne) {
            throw new NotFoundException("company.unknown-call");
        }
    }
}
