// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.complaint.ejb.FeedImporting;
import il.moked.shared.BusinessException;
import il.moked.shared.CsvTable;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;

/** Takes a file of complaints that a regulator published, tries it or brings it in. */
@WebServlet("/admin/regulator-files")
@MultipartConfig(maxFileSize = CsvTable.LARGEST, maxRequestSize = CsvTable.LARGEST + CsvUpload.FIELDS, fileSizeThreshold = CsvUpload.IN_MEMORY)
public class RegulatorUpload extends CsvUpload {
    private static final long serialVersionUID = 1;

    @Inject
    FeedImporting importing;
    @Inject
    RegulatorFilesView view;

    public RegulatorUpload() {
        super("/admin/regulator.xhtml");
    }

    @Override
    void take(HttpServletRequest form, String name, InputStream content) {
        view.show(importing.bringIn(form.getParameter("source"), name, "true".equals(form.getParameter("for-real")), content));
    }

    @Override
    void refuse(BusinessException refused) {
        view.refuse(refused);
    }
}
