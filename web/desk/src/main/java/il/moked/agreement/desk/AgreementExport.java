// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement.desk;

import il.moked.agreement.ejb.AgreementExporting;
import il.moked.agreement.ejb.AgreementExporting.Lines;
import il.moked.shared.CsvLine;
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
    /** Else a spreadsheet takes Hebrew for something else. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @Inject
    AgreementExporting exporting;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean contracts = request.getServletPath().endsWith("/agreements.csv");
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + (contracts ? "agreements" : "owned-products") + ".csv\"");
        response.setHeader("Cache-Control", "private, no-store");
        write(response.getWriter(), contracts ? AgreementExporting.CONTRACT_HEADS : AgreementExporting.PRODUCT_HEADS, contracts ? exporting::contracts : exporting::products);
    }

    private static void write(PrintWriter csv, List<String> heads, LongFunction<Lines> page) {
        csv.print(BYTE_ORDER_MARK);
        csv.print(CsvLine.of(heads));
        Lines lines = page.apply(0);
        lines.lines().forEach(line -> csv.print(CsvLine.of(line)));
        while (lines.last() > 0) {
            lines = page.apply(lines.last());
            lines.lines().forEach(line -> csv.print(CsvLine.of(line)));
        }
    }
}
