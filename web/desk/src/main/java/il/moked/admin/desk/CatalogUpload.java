// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.catalog.ejb.CatalogImporting;
import il.moked.catalog.ejb.CatalogImporting.Kind;
import il.moked.shared.BusinessException;
import il.moked.shared.CsvTable;
import il.moked.shared.OneOf;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;

/** Takes a file of the catalogue, tries it or brings it in, and shows on the page what came of it. */
@WebServlet("/admin/catalog-files")
@MultipartConfig(maxFileSize = CsvTable.LARGEST, maxRequestSize = CsvTable.LARGEST + CsvUpload.FIELDS, fileSizeThreshold = CsvUpload.IN_MEMORY)
public class CatalogUpload extends CsvUpload {
    private static final long serialVersionUID = 1;

    @Inject
    CatalogImporting importing;
    @Inject
    ImportOutcome outcome;

    public CatalogUpload() {
        super("/admin/catalog-files.xhtml");
    }

    @Override
    void take(HttpServletRequest form, String name, InputStream content) {
        Kind kind = OneOf.needed(Kind.class, form.getParameter("kind"));
        outcome.show("true".equals(form.getParameter("for-real")) ? importing.bringIn(kind, content) : importing.tryOut(kind, content));
    }

    @Override
    void refuse(BusinessException refused) {
        outcome.refuse(refused);
    }
}
