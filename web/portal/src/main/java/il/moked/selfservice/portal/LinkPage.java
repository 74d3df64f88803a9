// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.interaction.portal.FormDoor;
import il.moked.selfservice.SecureLink;
import il.moked.selfservice.SecureLink.Kind;
import il.moked.selfservice.SecureLink.Proof;
import il.moked.selfservice.ejb.LinkReading;
import il.moked.selfservice.ejb.OwnLink;
import il.moked.selfservice.ejb.OwnLink.Held;
import il.moked.selfservice.ejb.OwnLink.Sent;
import il.moked.selfservice.ejb.OwnLink.View;
import il.moked.selfservice.ejb.OwnLinkProof;
import il.moked.selfservice.jms.UploadChecking;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.ejb.CrossedLocks;
import il.moked.shared.portal.Door;
import il.moked.shared.portal.Limits;
import il.moked.shared.portal.Pages;
import il.moked.shared.portal.Visitor;
import il.moked.shared.ui.ActiveLocale;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /link/{reference}}: the one page a link opens, for the browser that holds its token. Without it, or with that of another link, there is no such page. */
@Door(to = Door.Caller.HOLDER, reaches = SecureLink.class)
@WebServlet("/link/*")
@MultipartConfig(fileSizeThreshold = 256 * 1024, maxRequestSize = LinkPage.LARGEST_REQUEST)
public class LinkPage extends HttpServlet {
    /** Bytes read before the request is cut off. */
    static final long LARGEST_REQUEST = 28L * 1024 * 1024;
    private static final long serialVersionUID = 1;
    private static final int UNPROCESSABLE = 422;
    private static final String PAGE = "selfservice/link";
    private static final Pattern PATH = Pattern.compile("/([0-9A-Z]{10})(/signed\\.pdf)?");

    @Inject
    transient LinkView view;
    @Inject
    transient OwnLink own;
    @Inject
    transient OwnLinkProof proof;
    @Inject
    transient UploadChecking checking;
    @Inject
    transient FormDoor door;
    @Inject
    transient ActiveLocale locale;
    @Inject
    transient Limits limits;
    @Inject
    transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Held held = held(request, response);
        if (held == null) {
            return;
        }
        try {
            if (request.getPathInfo().endsWith(".pdf")) {
                paper(held, response);
                return;
            }
            View link = CrossedLocks.retried(() -> own.look(held));
            if (!locale.isChosen() && request.getParameter("lang") == null && !link.language().equals(locale.getLang())) {
                response.sendRedirect(request.getContextPath() + "/link/" + held.reference() + "?lang=" + link.language());
                return;
            }
            view.shows(link, door.issue(), !LinkCookie.CODE.read(request).isEmpty());
            view.came(request.getQueryString());
            pages.show(PAGE, request, response);
        } catch (NotFoundException unknown) {
            gone(request, response);
        }
    }

    /** Null when it has been answered. */
    private Held held(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Cache-Control", "no-store");
        Duration wait = limits.links().take(Visitor.of(request));
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
            return null;
        }
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        String token = LinkCookie.TOKEN.read(request);
        if (!path.matches() || token.isEmpty()) {
            gone(request, response);
            return null;
        }
        return new Held(path.group(1), token, LinkCookie.PROOF.read(request));
    }

    private void gone(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        pages.show(LinkDoor.GONE, request, response);
    }

    private void paper(Held held, HttpServletResponse response) throws IOException {
        LinkReading.Paper paper = own.paper(held);
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + paper.fileName() + "\"");
        response.setContentLength(paper.pdf().length);
        response.getOutputStream().write(paper.pdf());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.setCharacterEncoding("UTF-8");
        Held held = held(request, response);
        if (held == null) {
            return;
        }
        try {
            step(held, request, response);
        } catch (NotFoundException unknown) {
            gone(request, response);
        } catch (BusinessException refused) {
            view.refused(refused);
            again(held, request, response);
        }
    }

    private void step(Held held, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        List<Sent> files;
        try {
            files = files(request);
        } catch (IOException | ServletException | RuntimeException unreadable) {
            // the server says "too large" by IllegalStateException and everything else in several ways
            throw new BusinessException("selfservice.upload-kind");
        }
        switch (String.valueOf(request.getParameter("step"))) {
            case "ask" -> ask(held, request, response);
            case "prove" -> prove(held, request, response);
            case "sign" -> sign(held, request, response);
            case "upload" -> upload(held, files, request, response);
            default -> throw new BusinessException("shared.bad-request");
        }
    }

    private void ask(Held held, HttpServletRequest request, HttpServletResponse response) {
        LinkCookie.CODE.write(proof.ask(held, locale.getLang(), Visitor.of(request)), held.reference(), request, response);
        see("", held, request, response);
    }

    private void prove(Held held, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String typed = request.getParameter("code");
        boolean byCode = CrossedLocks.retried(() -> own.look(held)).asks() == Proof.CODE;
        Optional<String> browser = CrossedLocks.retried(() -> byCode ? proof.prove(held, LinkCookie.CODE.read(request), typed) : own.digits(held, typed));
        if (browser.isEmpty()) {
            view.wrong(byCode ? "wrong.code" : "wrong.digits");
            again(held, request, response);
            return;
        }
        LinkCookie.CODE.write("", held.reference(), request, response);
        LinkCookie.PROOF.write(browser.get(), held.reference(), request, response);
        see("", held, request, response);
    }

    private void sign(Held held, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        view.typed(request.getParameter("name"), request.getParameter("strokes"), request.getParameter("agree") != null);
        Optional<String> refusal = door.refusal(door.read(request.getParameter("token")), request.getParameter("website"));
        if (refusal.isPresent()) {
            view.says(refusal.get());
            again(held, request, response);
            return;
        }
        CrossedLocks.retried(() -> own.sign(held, request.getParameter("name"), request.getParameter("agree") != null, request.getParameter("strokes"), request.getRemoteAddr(), request.getHeader("User-Agent")));
        see("?signed", held, request, response);
    }

    private void upload(Held held, List<Sent> files, HttpServletRequest request, HttpServletResponse response) {
        checking.soon(CrossedLocks.retried(() -> own.upload(held, files)));
        see("?sent", held, request, response);
    }

    /** A file field that was left empty is sent as a part without a name. */
    private static List<Sent> files(HttpServletRequest request) throws IOException, ServletException {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            return List.of();
        }
        List<Sent> sent = new ArrayList<>();
        for (Part part : request.getParts()) {
            String name = part.getSubmittedFileName();
            if ("files".equals(part.getName()) && name != null && !name.isEmpty()) {
                try (InputStream content = part.getInputStream()) {
                    sent.add(new Sent(content.readAllBytes()));
                }
            }
        }
        return sent;
    }

    private void again(Held held, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        try {
            View link = CrossedLocks.retried(() -> own.look(held));
            boolean asked = !LinkCookie.CODE.read(request).isEmpty();
            view.shows(link, link.kind() == Kind.FORM ? door.kept(request.getParameter("token")) : "", asked);
            response.setStatus(UNPROCESSABLE);
            pages.show(PAGE, request, response);
        } catch (NotFoundException unknown) {
            gone(request, response);
        }
    }

    private static void see(String query, Held held, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/link/" + held.reference() + query);
    }
}
