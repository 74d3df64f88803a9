// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.catalog.ejb.CatalogExporting;
import il.moked.catalog.ejb.CatalogExporting.Part;
import il.moked.catalog.ejb.CatalogImporting.Kind;
import il.moked.catalog.ejb.ShopDay;
import il.moked.shared.OneOf;
import il.moked.shared.desk.Downloads;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/** Products, prices or stock as a file that can be changed in a spreadsheet and brought in again. */
@WebServlet("/admin/catalog.csv")
public class CatalogExport extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    CatalogExporting exporting;
    @Inject
    ShopDay days;

    /** What breaks in the middle breaks the connection: a part of the catalogue never looks like all of it. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Kind> kind = OneOf.named(Kind.class, request.getParameter("kind"));
        if (kind.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Part part = exporting.part(kind.get(), null);
        PrintWriter csv = Downloads.csv(response, kind.get().name().toLowerCase(Locale.ROOT) + "-" + days.today() + ".csv");
        csv.print(exporting.heading(kind.get()));
        part.lines().forEach(csv::print);
        while (part.after() != null) {
            part = exporting.part(kind.get(), part.after());
            part.lines().forEach(csv::print);
        }
    }
}
