// SPDX-License-Identifier: Apache-2.0
package il.moked.survey.portal;

import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.portal.Door;
import il.moked.shared.portal.Limits;
import il.moked.shared.portal.Pages;
import il.moked.shared.portal.Visitor;
import il.moked.shared.ui.ActiveLocale;
import il.moked.survey.Judgement;
import il.moked.survey.Survey;
import il.moked.survey.ejb.OwnSurvey;
import il.moked.survey.ejb.OwnSurvey.View;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;

/** {@code /survey/{token}}: three questions for whoever holds the token. It shows nothing of him, so the token may stand in the address. */
@Door(to = Door.Caller.HOLDER, reaches = Survey.class)
@WebServlet("/survey/*")
public class SurveyPage extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int UNPROCESSABLE = 422;
    private static final String PAGE = "survey/survey";
    private static final Pattern TOKEN = Pattern.compile("/[A-Za-z0-9_-]{43}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,2}");

    @Inject
    transient SurveyView view;
    @Inject
    transient OwnSurvey own;
    @Inject
    transient ActiveLocale locale;
    @Inject
    transient Limits limits;
    @Inject
    transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (waits(request, response)) {
            return;
        }
        try {
            String token = token(request);
            View survey = own.look(token);
            if (!locale.isChosen() && request.getParameter("lang") == null && !survey.language().equals(locale.getLang())) {
                response.sendRedirect(request.getContextPath() + "/survey/" + token + "?lang=" + survey.language());
                return;
            }
            view.shows(token, survey);
            pages.show(PAGE, request, response);
        } catch (NotFoundException unknown) {
            gone(request, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.setCharacterEncoding("UTF-8");
        if (waits(request, response)) {
            return;
        }
        try {
            answer(token(request), request, response);
        } catch (NotFoundException unknown) {
            gone(request, response);
        }
    }

    private void answer(String token, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        view.typed(number(request, "overall"), number(request, "expectations"), number(request, "ideal"), request.getParameter("words"));
        try {
            own.answer(token, new Judgement(view.getOverall(), view.getExpectations(), view.getIdeal()), view.getWords());
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + "/survey/" + token);
        } catch (NotFoundException unknown) {
            throw unknown;
        } catch (BusinessException refused) {
            view.refused(refused);
            view.shows(token, own.look(token));
            response.setStatus(UNPROCESSABLE);
            pages.show(PAGE, request, response);
        }
    }

    /** Whether he was asked to come later. */
    private boolean waits(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Cache-Control", "no-store");
        Duration wait = limits.links().take(Visitor.of(request));
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
        }
        return !wait.isZero();
    }

    /** Empty where there is none: nothing has that. */
    private static String token(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path != null && TOKEN.matcher(path).matches() ? path.substring(1) : "";
    }

    /** What is no number from 1 to 10 is refused with the question it belongs to. */
    private static int number(HttpServletRequest request, String question) {
        String given = request.getParameter(question);
        return given != null && NUMBER.matcher(given).matches() ? Integer.parseInt(given) : 0;
    }

    private void gone(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        pages.show("survey/gone", request, response);
    }
}
