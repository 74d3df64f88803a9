// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.complaint.RegulatorComplaint;
import il.moked.complaint.ejb.FeedImporting;
import il.moked.complaint.ejb.FeedImporting.Cells;
import il.moked.shared.CsvLine;
import il.moked.shared.NotFoundException;
import il.moked.shared.desk.Downloads;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;

/** What a file of a regulator brought, with the columns it had. */
@WebServlet("/admin/regulator-files/*")
public class RegulatorExport extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    FeedImporting importing;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long id = Downloads.id(request.getPathInfo());
        Cells page;
        try {
            page = importing.cells(id, 0);
        } catch (NotFoundException unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        PrintWriter csv = Downloads.csv(response, "regulator-" + id + ".csv");
        csv.print(CsvLine.of(RegulatorComplaint.COLUMNS));
        page.rows().forEach(row -> csv.print(CsvLine.of(row)));
        while (page.next() != null) {
            page = importing.cells(id, page.next());
            page.rows().forEach(row -> csv.print(CsvLine.of(row)));
        }
    }
}
