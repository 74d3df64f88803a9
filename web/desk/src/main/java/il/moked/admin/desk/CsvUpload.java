// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.shared.BusinessException;
import il.moked.shared.CsvTable;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;

/** Takes the file of a page's form and shows on the same page what came of it. */
abstract class CsvUpload extends HttpServlet {
    /** Bytes of a request beside the file. */
    static final long FIELDS = 65_536;
    /** Bytes of a file kept in memory. */
    static final int IN_MEMORY = 1_048_576;
    private static final long serialVersionUID = 1;

    private final String page;

    /** @param page its path within the application */
    CsvUpload(String page) {
        this.page = page;
    }

    /** @param name as whoever sent it calls it, or null @throws BusinessException as it is to be shown */
    abstract void take(HttpServletRequest form, String name, InputStream content) throws IOException;

    abstract void refuse(BusinessException refused);

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        try {
            Part file = request.getPart("file");
            if (file == null || file.getSize() == 0) {
                throw new BusinessException("shared.field-missing", "CSV");
            }
            try (InputStream content = file.getInputStream()) {
                take(request, file.getSubmittedFileName(), content);
            }
        } catch (IllegalStateException tooLarge) {
            refuse(new BusinessException("shared.csv-too-large", CsvTable.LARGEST / 1024 / 1024));
        } catch (BusinessException refused) {
            refuse(refused);
        }
        request.getRequestDispatcher(page).forward(request, response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + page);
    }
}
