// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement.desk;

import il.moked.agreement.ejb.AgreementExporting;
import il.moked.agreement.ejb.AgreementExporting.Lines;
import il.moked.shared.CsvLine;
import il.moked.shared.desk.Downloads;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.LongFunction;

/** Contracts, or products of customers, as a file for a spreadsheet, in the columns in which such a file is brought in. */
@WebServlet({"/admin/agreements.csv", "/admin/owned-products.csv"})
public class AgreementExport extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    AgreementExporting exporting;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean contracts = request.getServletPath().endsWith("/agreements.csv");
        write(Downloads.csv(response, (contracts ? "agreements" : "owned-products") + ".csv"), contracts ? AgreementExporting.CONTRACT_HEADS : AgreementExporting.PRODUCT_HEADS, contracts ? exporting::contracts : exporting::products);
    }

    private static void write(PrintWriter csv, List<String> heads, LongFunction<Lines> page) {
        csv.print(CsvLine.of(heads));
        long after = 0;
        do {
            Lines lines = page.apply(after);
            lines.lines().forEach(line -> csv.print(CsvLine.of(line)));
            after = lines.last();
        } while (after > 0);
    }
}
