// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.casework.ServiceCase;
import il.moked.company.CompanyCase;
import il.moked.company.ejb.CompanyCalls;
import il.moked.company.ejb.CompanyCalls.NewCall;
import il.moked.company.ejb.CompanySigningIn.Person;
import il.moked.interaction.Attachment;
import il.moked.interaction.portal.ChosenFiles;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.OneOf;
import il.moked.shared.ejb.CrossedLocks;
import il.moked.shared.portal.Door;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code /business/calls}: calls, a new one, and one with everything that was written about it. */
@Door(to = Door.Caller.COMPANY, reaches = CompanyCase.class)
@WebServlet("/business/calls/*")
@MultipartConfig(fileSizeThreshold = 256 * 1024, maxRequestSize = CompanyCallsPage.LARGEST_REQUEST)
public class CompanyCallsPage extends BusinessPage {
    static final long LARGEST_REQUEST = 25L * 1024 * 1024;
    private static final long serialVersionUID = 1;
    private static final Pattern PATH = Pattern.compile("/(?:(new)|([A-Z][0-9]{1,12})(?:/files/([0-9]{1,18}))?)?");

    @Inject
    transient CompanyCalls calls;
    @Inject
    transient CompanyCallsView list;
    @Inject
    transient CompanyCallView call;
    @Inject
    transient NewCallView asked;

    private static Matcher path(HttpServletRequest request) {
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "/" : request.getPathInfo());
        if (!path.matches()) {
            throw new NotFoundException("company.unknown-call");
        }
        return path;
    }

    @Override
    void show(Person person, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Matcher path = path(request);
        if (path.group(1) != null) {
            asked.offers(calls.choices(person.userId()), "POST".equals(request.getMethod()) ? null : request.getParameter("kind"));
            pages.show("company/call-new", request, response);
        } else if (path.group(3) != null) {
            send(calls.file(person.userId(), path.group(2), Long.parseLong(path.group(3))), response);
        } else if (path.group(2) != null) {
            call.shows(calls.get(person.userId(), path.group(2)));
            pages.show("company/call", request, response);
        } else {
            boolean all = "all".equals(request.getParameter("show"));
            Long site = number(request.getParameter("site"));
            list.shows(calls.list(person.userId(), !all, site, number(request.getParameter("before")), CompanyCalls.PAGE), calls.sites(person.userId()), calls.faults(), site, !all);
            pages.show("company/calls", request, response);
        }
    }

    /** Always as a file, never as a page of ours. */
    private static void send(Attachment file, HttpServletResponse response) throws IOException {
        response.setContentType("application/octet-stream");
        response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + URLEncoder.encode(file.fileName(), StandardCharsets.UTF_8).replace("+", "%20"));
        response.setContentLengthLong(file.size());
        response.getOutputStream().write(file.content());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        try {
            request.getParts();
        } catch (IOException | ServletException | RuntimeException unreadable) {
            // The server says "too large" by IllegalStateException and everything else in several ways.
            response.sendError(unreadable instanceof IllegalStateException ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE : HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        super.doPost(request, response);
    }

    @Override
    String act(Person person, String reference, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Matcher path = path(request);
        ChosenFiles files = ChosenFiles.of(ChosenFiles.sent(request));
        if (files.problem() != null) {
            view.wrong("files", asked.filesWrong(files));
            throw new BusinessException("company.files", "files");
        }
        if (path.group(1) != null) {
            refuseIncomplete(request);
            NewCall wanted = new NewCall(number(request.getParameter("site")), OneOf.named(ServiceCase.Kind.class, upper(request, "kind")).orElse(null), request.getParameter("fault"), number(request.getParameter("product")),
                    OneOf.named(ServiceCase.Severity.class, upper(request, "severity")).orElse(null), request.getParameter("subject"), request.getParameter("description"));
            return "/business/calls/" + CrossedLocks.retried(() -> calls.open(person.userId(), wanted, files.files(), "form-" + reference)) + "?done=opened";
        }
        if (path.group(2) == null) {
            throw new NotFoundException("company.unknown-call");
        }
        CrossedLocks.retried(() -> {
            calls.write(person.userId(), path.group(2), request.getParameter("text"), files.files(), "form-" + reference);
            return null;
        });
        return "/business/calls/" + path.group(2) + "?done=written";
    }

    /** All that is missing at once, not one after the other. @throws BusinessException {@code shared.field-missing} */
    private void refuseIncomplete(HttpServletRequest request) {
        Stream<String> needed = Stream.of("FAULT".equals(request.getParameter("kind")) ? "fault" : "subject", "subject", "description").distinct();
        List<String> missing = needed.filter(field -> request.getParameter(field) == null || request.getParameter(field).isBlank()).toList();
        missing.forEach(field -> view.wrong(field, view.text("wrong.missing")));
        if (!missing.isEmpty()) {
            throw new BusinessException("shared.field-missing", missing.get(0));
        }
    }

    private static String upper(HttpServletRequest request, String name) {
        return String.valueOf(request.getParameter(name)).toUpperCase(Locale.ROOT);
    }
}
