// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.customer.ejb.CustomerImporting;
import il.moked.shared.BusinessException;
import il.moked.shared.CsvTable;
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

/** Takes a file of customers; it is checked in the background, and the page shows how far it is. */
@WebServlet("/admin/customer-files")
@MultipartConfig(maxFileSize = CsvTable.LARGEST, maxRequestSize = CsvTable.LARGEST + 65_536L, fileSizeThreshold = 1_048_576)
public class CustomerUpload extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    CustomerImporting importing;
    @Inject
    CustomersImportView view;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        try {
            Part file = request.getPart("file");
            if (file == null || file.getSize() == 0) {
                throw new BusinessException("shared.field-missing", "CSV");
            }
            try (InputStream content = file.getInputStream()) {
                importing.handIn(request.getParameter("source"), file.getSubmittedFileName(), content);
            }
        } catch (IllegalStateException tooLarge) {
            view.refuse(new BusinessException("shared.csv-too-large", CsvTable.LARGEST / 1024 / 1024));
        } catch (BusinessException refused) {
            view.refuse(refused);
        }
        request.getRequestDispatcher("/admin/customers-import.xhtml").forward(request, response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + "/admin/customers-import.xhtml");
    }
}
