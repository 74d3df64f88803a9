// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.desk;

import il.moked.branch.BranchDay.Figures;
import il.moked.branch.ejb.BranchReport;
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
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;

/** Arrivals, waits, service, leaving, exceptions and redirects of a branch, by day, reason and type of customer, as a file for a spreadsheet. */
@WebServlet("/supervisor/branch-report.csv")
public class BranchReportExport extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    BranchReport report;
    @Inject
    BranchWords words;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<BranchReport.Line> lines;
        LocalDate from;
        try {
            from = LocalDate.parse(String.valueOf(request.getParameter("from")));
            LocalDate until = LocalDate.parse(String.valueOf(request.getParameter("until")));
            lines = report.lines(Long.parseLong(String.valueOf(request.getParameter("branch"))), from, until);
        } catch (NumberFormatException | DateTimeParseException | BusinessException noSuchReport) {
            response.sendRedirect(request.getContextPath() + "/supervisor/branch.xhtml");
            return;
        }
        PrintWriter csv = Downloads.csv(response, "branch-" + from + ".csv");
        csv.print(CsvLine.of(Arrays.asList(words.text("csv.day"), words.text("csv.branch"), words.text("csv.reason"), words.text("csv.segment"), words.text("csv.arrived"), words.text("csv.served"), words.text("csv.left"), words.text("csv.no-show"), words.text("csv.redirected"),
                words.text("csv.exceptions"), words.text("csv.wait"), words.text("csv.longest"), words.text("csv.service"))));
        for (BranchReport.Line line : lines) {
            Figures of = line.figures();
            csv.print(CsvLine.of(Arrays.asList(line.day(), line.branch(), line.reason(), line.segment(), of.arrived(), of.served(), of.left(), of.notShown(), of.redirected(), of.exceptions(), seconds(of.waited()), seconds(of.longest()), seconds(of.service()))));
        }
    }

    private static Long seconds(Duration span) {
        return span == null ? null : span.toSeconds();
    }
}
