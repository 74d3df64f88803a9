// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.order.ejb.PurchaseImporting;
import il.moked.shared.BusinessException;
import il.moked.shared.CsvTable;
import il.moked.shared.ShownText;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;

/** Takes a file of purchases; it is read in the background, and the page shows how far it is. */
@WebServlet("/admin/purchase-files")
@MultipartConfig(maxFileSize = CsvTable.LARGEST, maxRequestSize = CsvTable.LARGEST + 65_536L, fileSizeThreshold = 1_048_576)
public class PurchaseUpload extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_NAME = 200;

    @Inject
    PurchaseImporting importing;
    @Inject
    PurchaseFilesView view;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        try {
            Part file = request.getPart("file");
            if (file == null || file.getSize() == 0) {
                throw new BusinessException("shared.field-missing", "CSV");
            }
            try (InputStream content = file.getInputStream()) {
                String name = ShownText.line(file.getSubmittedFileName(), LONGEST_NAME);
                importing.handIn(request.getParameter("source"), name, request.getParameter("currency"), request.getParameter("zone"), !"true".equals(request.getParameter("for-real")), content.readAllBytes());
            }
        } catch (IllegalStateException tooLarge) {
            view.refuse(new BusinessException("shared.csv-too-large", CsvTable.LARGEST / 1024 / 1024));
        } catch (BusinessException refused) {
            view.refuse(refused);
        }
        request.getRequestDispatcher("/admin/purchases.xhtml").forward(request, response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + "/admin/purchases.xhtml");
    }
}
