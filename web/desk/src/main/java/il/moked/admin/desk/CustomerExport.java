// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.customer.Customer;
import il.moked.customer.CustomerRows;
import il.moked.customer.CustomerSheet;
import il.moked.customer.Segment;
import il.moked.customer.ejb.CustomerExporting;
import il.moked.shared.CsvLine;
import il.moked.shared.OneOf;
import il.moked.shared.desk.Downloads;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** Known customers as a file in the columns in which one is brought in; or such a file with two lines of an example. */
@WebServlet({"/admin/customers.csv", "/admin/customers-template.csv"})
public class CustomerExport extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final List<List<String>> EXAMPLE = List.of(
            List.of("", "old-crm", "1001", "PERSON", "רות", "כהן", "123456782", "1985-03-07", "", "", "הרצל", "12", "חיפה", "3303312", "he", "FR 12AB34567", "PRIVATE", "052-345-6789|04-812-3456", "ruth@example.com", "EMAIL SMS", "", "SMS", "", "I agree", "2026-01-31"),
            List.of("", "old-crm", "1002", "COMPANY", "", "", "", "", "אלון ציוד משרדי", "514000009", "Jaffa", "5", "Tel Aviv", "6108001", "en", "", "SMALL_BUSINESS", "03-612-3456", "office@example.com", "", "", "", "EMAIL", "No mail please", "2026-01-31"));

    @Inject
    CustomerExporting exporting;

    /** What breaks in the middle breaks the connection: a part of the customers never looks like all of them. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean example = request.getServletPath().endsWith("template.csv");
        Customer.Kind kind = one(Customer.Kind.class, request.getParameter("kind"));
        Segment segment = one(Segment.class, request.getParameter("segment"));
        if (!example) {
            exporting.begun(kind, segment);
        }
        PrintWriter csv = Downloads.csv(response, (example ? "customers-template" : "customers") + ".csv");
        csv.print(CsvLine.of(CustomerSheet.columns()));
        if (example) {
            EXAMPLE.forEach(line -> csv.print(CsvLine.of(line)));
            return;
        }
        long after = 0;
        do {
            CustomerRows.Rows rows = exporting.page(kind, segment, after);
            rows.lines().forEach(line -> csv.print(CsvLine.of(line)));
            after = rows.last();
        } while (after > 0);
    }

    private static <E extends Enum<E>> E one(Class<E> type, String name) {
        return OneOf.named(type, name).orElse(null);
    }
}
