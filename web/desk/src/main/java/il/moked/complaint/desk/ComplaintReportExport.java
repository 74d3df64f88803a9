// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.desk;

import il.moked.complaint.ejb.ComplaintReporting;
import il.moked.complaint.ejb.ComplaintReporting.Report;
import il.moked.shared.BusinessException;
import il.moked.shared.CsvLine;
import il.moked.shared.desk.Downloads;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;

/** The yearly report of complaints as a file for a spreadsheet, in the language of the screen. */
@WebServlet("/supervisor/complaint-report.csv")
public class ComplaintReportExport extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    ComplaintReporting reporting;
    @Inject
    ComplaintReportWords words;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Report report;
        try {
            report = reporting.of(Integer.parseInt(String.valueOf(request.getParameter("year"))));
        } catch (NumberFormatException | BusinessException noSuchYear) {
            response.sendRedirect(request.getContextPath() + "/supervisor/complaint-report.xhtml?year=0");
            return;
        }
        int year = report.year().year();
        PrintWriter csv = Downloads.csv(response, "complaints-" + year + ".csv");
        csv.print(CsvLine.of(Arrays.asList(words.text("report.csv.part"), words.text("report.csv.what"), year, "%", year - 1, words.text("report.justified"), words.text("report.actions"))));
        words.figures(report).forEach(figure -> csv.print(CsvLine.of(Arrays.asList(words.text("report.figures"), figure.name(), figure.now(), figure.percent(), figure.before(), null, null))));
        words.parts(report).forEach(part -> part.rows().forEach(row -> csv.print(CsvLine.of(Arrays.asList(words.text(part.kind()), row.name(), row.line().complaints(), row.percent(), row.line().before(), row.line().justified(), row.line().actions())))));
        report.actions().forEach(action -> csv.print(CsvLine.of(Arrays.asList(words.text("report.done"), action.text(), action.times(), null, null, null, null))));
    }
}
