// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.company.CompanyMailing;
import il.moked.company.CompanyMailing.Format;
import il.moked.company.CompanyMailing.Rhythm;
import il.moked.company.ejb.CompanyMailings;
import il.moked.company.ejb.CompanyReporting;
import il.moked.company.ejb.CompanyReporting.Report;
import il.moked.company.ejb.CompanyReporting.Wish;
import il.moked.company.ejb.CompanySigningIn.Person;
import il.moked.company.ejb.ReportFile;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.OneOf;
import il.moked.shared.portal.Door;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /business/reports}: what the calls of a period came to, on the screen, as a file, and by mail from now on. */
@Door(to = Door.Caller.COMPANY, reaches = CompanyMailing.class)
@WebServlet("/business/reports/*")
public class CompanyReportPage extends BusinessPage {
    private static final long serialVersionUID = 1;
    private static final Pattern PATH = Pattern.compile("/(?:report\\.(xlsx|pdf|csv)|(mail)|mail/([0-9]{1,18})/end)?");

    @Inject
    transient CompanyReporting reporting;
    @Inject
    transient CompanyMailings mailings;
    @Inject
    transient CompanyReportView report;

    private static Matcher path(HttpServletRequest request) {
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "/" : request.getPathInfo());
        if (!path.matches()) {
            throw new NotFoundException("company.unknown-mailing");
        }
        return path;
    }

    @Override
    void show(Person person, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Matcher path = path(request);
        Wish wish = Wish.EVERYTHING;
        try {
            // what is sent with a wish for mails is not what is looked at
            wish = "POST".equals(request.getMethod()) ? wish : ReportWish.of(request.getParameter("from"), request.getParameter("until"), ReportWish.site(request.getParameter("site")), request.getParameter("sku"));
        } catch (BusinessException malformed) {
            view.types(request.getParameterMap());
            view.refused(malformed);
            response.setStatus(UNPROCESSABLE);
        }
        Report made = reporting.of(person.userId(), wish);
        if (path.group(1) != null) {
            ReportFile file = ReportFile.of(made, Format.valueOf(path.group(1).toUpperCase(Locale.ROOT)), view.locale().getLanguage());
            response.setContentType(file.type());
            response.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
            response.setContentLength(file.content().length);
            response.getOutputStream().write(file.content());
            return;
        }
        report.shows(made, mailings.of(person.userId()));
        pages.show("company/report", request, response);
    }

    @Override
    String act(Person person, String reference, HttpServletRequest request, HttpServletResponse response) {
        Matcher path = path(request);
        if (path.group(3) != null) {
            mailings.end(person.userId(), number(path.group(3)));
            return "/business/reports?done=mail-ended";
        }
        if (path.group(2) == null) {
            throw new NotFoundException("company.unknown-mailing");
        }
        mailings.add(person.userId(), OneOf.named(Rhythm.class, request.getParameter("rhythm")).orElse(null), OneOf.named(Format.class, request.getParameter("format")).orElse(null), ReportWish.site(request.getParameter("site")), request.getParameter("sku"));
        return "/business/reports?done=mail-wished";
    }
}
