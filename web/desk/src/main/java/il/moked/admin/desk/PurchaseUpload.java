// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.order.ejb.PurchaseImporting;
import il.moked.shared.BusinessException;
import il.moked.shared.CsvTable;
import il.moked.shared.ShownText;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;

/** Takes a file of purchases; it is read in the background, and the page shows how far it is. */
@WebServlet("/admin/purchase-files")
@MultipartConfig(maxFileSize = CsvTable.LARGEST, maxRequestSize = CsvTable.LARGEST + CsvUpload.FIELDS, fileSizeThreshold = CsvUpload.IN_MEMORY)
public class PurchaseUpload extends CsvUpload {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_NAME = 200;

    @Inject
    PurchaseImporting importing;
    @Inject
    PurchaseFilesView view;

    public PurchaseUpload() {
        super("/admin/purchases.xhtml");
    }

    @Override
    void take(HttpServletRequest form, String name, InputStream content) throws IOException {
        importing.handIn(form.getParameter("source"), ShownText.line(name, LONGEST_NAME), form.getParameter("currency"), form.getParameter("zone"), !"true".equals(form.getParameter("for-real")), content.readAllBytes());
    }

    @Override
    void refuse(BusinessException refused) {
        view.refuse(refused);
    }
}
