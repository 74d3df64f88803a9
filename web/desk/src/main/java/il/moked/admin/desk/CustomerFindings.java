// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.customer.CustomerImports.AlikeLine;
import il.moked.customer.CustomerImports.Fault;
import il.moked.customer.CustomerImports.Place;
import il.moked.customer.ejb.CustomerImporting;
import il.moked.shared.CsvLine;
import il.moked.shared.Page;
import il.moked.shared.desk.Downloads;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** All that is wrong in a file of customers, or all who in it may be known already, as a file in the language of the screen. */
@WebServlet({"/admin/customer-import-errors.csv", "/admin/customer-import-alike.csv"})
public class CustomerFindings extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int PAGE = 1000;

    @Inject
    CustomerImporting importing;
    @Inject
    CustomersImportView view;
    @Inject
    Words words;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String written = request.getParameter("import");
        if (written == null || !written.matches("[0-9]{1,18}")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        long id = Long.parseLong(written);
        importing.of(id);
        boolean errors = request.getServletPath().endsWith("errors.csv");
        PrintWriter csv = Downloads.csv(response, "customers-" + (errors ? "errors-" : "alike-") + id + ".csv");
        if (errors) {
            csv.print(CsvLine.of(List.of(words.text("facts.line"), words.text("files.column"), words.text("facts.why"))));
            write(csv, place -> importing.faults(id, place, PAGE), fault -> Arrays.asList(fault.line(), fault.column(), view.why(fault)), Fault::line, Fault::place);
        } else {
            csv.print(CsvLine.of(List.of(words.text("facts.line"), words.text("customers.name"), words.text("customers.like-card"), words.text("customers.like-name"), words.text("customers.like-line"), words.text("customers.evidence"))));
            write(csv, place -> importing.alike(id, place, PAGE), one -> Arrays.asList(one.line(), one.name(), one.customerId(), one.knownAs(), one.otherLine(), view.evidence(one)), AlikeLine::line, AlikeLine::place);
        }
    }

    private static <T> void write(PrintWriter csv, Function<Place, Page<T>> pages, Function<T, List<?>> cells, ToIntFunction<T> line, ToIntFunction<T> place) {
        Place after = Place.FIRST;
        Page<T> page;
        do {
            page = pages.apply(after);
            page.rows().forEach(one -> csv.print(CsvLine.of(cells.apply(one))));
            T last = page.rows().isEmpty() ? null : page.rows().get(page.rows().size() - 1);
            after = last == null ? after : new Place(line.applyAsInt(last), place.applyAsInt(last));
        } while (page.more());
    }
}
