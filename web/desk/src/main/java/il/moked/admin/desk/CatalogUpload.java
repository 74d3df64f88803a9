// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.catalog.ejb.CatalogImporting;
import il.moked.catalog.ejb.CatalogImporting.Kind;
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
import java.util.Arrays;

/** Takes a file of the catalogue, tries it or brings it in, and shows on the page what came of it. */
@WebServlet("/admin/catalog-files")
@MultipartConfig(maxFileSize = CsvTable.LARGEST, maxRequestSize = CsvTable.LARGEST + 65_536L, fileSizeThreshold = 1_048_576)
public class CatalogUpload extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    CatalogImporting importing;
    @Inject
    CatalogFilesView view;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        try {
            Part file = request.getPart("file");
            if (file == null || file.getSize() == 0) {
                throw new BusinessException("shared.field-missing", "CSV");
            }
            Kind kind = Arrays.stream(Kind.values()).filter(one -> one.name().equals(request.getParameter("kind"))).findFirst().orElseThrow(() -> new BusinessException("shared.bad-request"));
            try (InputStream content = file.getInputStream()) {
                view.show("true".equals(request.getParameter("for-real")) ? importing.bringIn(kind, content) : importing.tryOut(kind, content));
            }
        } catch (IllegalStateException tooLarge) {
            view.refuse(new BusinessException("shared.csv-too-large", CsvTable.LARGEST / 1024 / 1024));
        } catch (BusinessException refused) {
            view.refuse(refused);
        }
        request.getRequestDispatcher("/admin/catalog-files.xhtml").forward(request, response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + "/admin/catalog-files.xhtml");
    }
}
