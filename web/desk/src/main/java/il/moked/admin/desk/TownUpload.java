// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.dispatch.ejb.TownKeeping;
import il.moked.shared.BusinessException;
import il.moked.shared.CsvTable;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;

/** Takes a file of towns, tries it or brings it in, and shows on the page what came of it. */
@WebServlet("/admin/town-files")
@MultipartConfig(maxFileSize = CsvTable.LARGEST, maxRequestSize = CsvTable.LARGEST + CsvUpload.FIELDS, fileSizeThreshold = CsvUpload.IN_MEMORY)
public class TownUpload extends CsvUpload {
    private static final long serialVersionUID = 1;

    @Inject
    TownKeeping townKeeping;
    @Inject
    ImportOutcome outcome;

    public TownUpload() {
        super("/admin/towns.xhtml");
    }

    @Override
    void take(HttpServletRequest form, String name, InputStream content) {
        outcome.show("true".equals(form.getParameter("for-real")) ? townKeeping.bringInTowns(content) : townKeeping.tryTowns(content));
    }

    @Override
    void refuse(BusinessException refused) {
        outcome.refuse(refused);
    }
}
