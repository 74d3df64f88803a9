// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.customer.ejb.CustomerImporting;
import il.moked.shared.BusinessException;
import il.moked.shared.CsvTable;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;

/** Takes a file of customers; it is checked in the background, and the page shows how far it is. */
@WebServlet("/admin/customer-files")
@MultipartConfig(maxFileSize = CsvTable.LARGEST, maxRequestSize = CsvTable.LARGEST + CsvUpload.FIELDS, fileSizeThreshold = CsvUpload.IN_MEMORY)
public class CustomerUpload extends CsvUpload {
    private static final long serialVersionUID = 1;

    @Inject
    CustomerImporting importing;
    @Inject
    CustomersImportView view;

    public CustomerUpload() {
        super("/admin/customers-import.xhtml");
    }

    @Override
    void take(HttpServletRequest form, String name, InputStream content) {
        importing.handIn(form.getParameter("source"), name, content);
    }

    @Override
    void refuse(BusinessException refused) {
        view.refuse(refused);
    }
}
