// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.interaction.StatedMatter.Kind;
import il.moked.interaction.portal.ChosenFiles.Sent;
import il.moked.knowledge.ejb.PublicArticles;
import il.moked.shared.BusinessException;
import il.moked.shared.portal.Door;
import il.moked.shared.portal.Limits;
import il.moked.shared.portal.Pages;
import il.moked.shared.portal.PortalLog;
import il.moked.shared.portal.Texts;
import il.moked.shared.portal.Visitor;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A complaint or a fault in two steps: what happened, then, beside what is known of it already, what is wanted and who it is. It is
 * taken like a contact form; a case is made of it at once. Also while the inside is away.
 */
@Door(to = Door.Caller.ANYBODY)
@WebServlet({"/complaint", "/fault"})
@MultipartConfig(fileSizeThreshold = 256 * 1024, maxRequestSize = ContactPage.LARGEST_REQUEST)
public class MatterPage extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int TOO_MANY = 429;
    private static final int MOST_ARTICLES = 3;
    private static final int LONGEST_QUESTION = 400;

    @Inject
    transient MatterView view;
    /** Shows what is wrong with files. */
    @Inject
    transient ContactView filesView;
    @Inject
    transient FormDoor door;
    @Inject
    transient PublicArticles articles;
    @Inject
    transient Limits limits;
    @Inject
    transient Pages pages;
    @Inject
    transient Texts texts;

    private static Kind kind(HttpServletRequest request) {
        return "/complaint".equals(request.getServletPath()) ? Kind.COMPLAINT : Kind.FAULT;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        // Personal data has no place in an address; of what it is may stand there.
        view.shows(MatterForm.typed(kind(request), name -> "product".equals(name) ? request.getParameter(name) : null), door.issue());
        show(HttpServletResponse.SC_OK, request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Duration flood = limits.floods().take(Visitor.of(request));
        if (!flood.isZero()) {
            pages.tooMany(flood, response);
            return;
        }
        request.setCharacterEncoding("UTF-8");
        List<Sent> sent;
        try {
            sent = ChosenFiles.sent(request);
        } catch (IOException | ServletException | RuntimeException unreadable) {
            // The server says "too large" by IllegalStateException and everything else in several ways.
            response.sendError(unreadable instanceof IllegalStateException ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE : HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        MatterForm form = MatterForm.typed(kind(request), request::getParameter);
        if ("who".equals(request.getParameter("step"))) {
            finish(form, sent, request, response);
        } else {
            goOn(form, request, response);
        }
    }

    /** From what happened to who it is, with what may help at once. */
    private void goOn(MatterForm form, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        view.shows(form, door.kept(request.getParameter("token")));
        view.wrong(form.problems(false));
        if (view.right()) {
            suggest(form, request);
        }
        show(view.right() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST, request, response);
    }

    private void suggest(MatterForm form, HttpServletRequest request) {
        if (!limits.helps().take(Visitor.of(request)).isZero()) {
            view.asksWho(List.of());
            return;
        }
        String asked = MatterForm.clean(form.product() + " " + form.text());
        try {
            view.asksWho(articles.find(asked.substring(0, Math.min(asked.length(), LONGEST_QUESTION)), MOST_ARTICLES));
        } catch (EJBException away) {
            // whoever wants to complain is not kept from it by a search
            view.asksWho(List.of());
        }
    }

    private void finish(MatterForm form, List<Sent> sent, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (!sent.isEmpty()) {
            view.mustChooseFilesAgain();
        }
        Duration wait = limits.matters().take(Visitor.of(request));
        if (!wait.isZero()) {
            pages.retryAfter(wait, response);
            view.says("again.often", Pages.seconds(wait));
            view.shows(form, request.getParameter("token"));
            view.asksWho(List.of());
            show(TOO_MANY, request, response);
            return;
        }
        submit(form, ChosenFiles.of(sent), request, response);
    }

    private void submit(MatterForm form, ChosenFiles files, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        view.wrong(form.problems(true));
        filesView.wrong(files);
        view.wrong(filesView.problem("files"));
        Optional<FormToken> token = door.read(request.getParameter("token"));
        Optional<String> refusal = door.refusal(token, request.getParameter("website"));
        view.shows(form, door.kept(request.getParameter("token")));
        if (view.rightWhat()) {
            view.asksWho(List.of());
        }
        if (refusal.isPresent() || !view.right()) {
            // Whoever has something to mend presses again anyway.
            refusal.filter(why -> view.right()).ifPresent(view::says);
            show(HttpServletResponse.SC_BAD_REQUEST, request, response);
            return;
        }
        try {
            FormDoor.Handed handed = door.handIn(form.submission(token.get().reference(), view.topic(), view.details(), view.locale().getLanguage(), files.files()));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + "/track/" + token.get().reference() + (handed == FormDoor.Handed.AGAIN ? "?again" : "?sent"));
        } catch (BusinessException refused) {
            view.saysAsIs(texts.refusal(refused, view.locale()));
            show(HttpServletResponse.SC_BAD_REQUEST, request, response);
        } catch (UncheckedIOException nowhere) {
            PortalLog.LOG.formNotTaken(nowhere);
            view.says("again.unavailable");
            show(HttpServletResponse.SC_SERVICE_UNAVAILABLE, request, response);
        }
    }

    private void show(int status, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.setStatus(status);
        pages.show("interaction/matter", request, response);
    }
}
