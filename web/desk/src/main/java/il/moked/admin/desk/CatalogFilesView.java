// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.catalog.ejb.CatalogImporting;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** admin/catalog-files.xhtml: files of products, prices and stock, in ({@link CatalogUpload}) and out. */
@Named
@RequestScoped
public class CatalogFilesView {
    public List<String> kinds() {
        return Arrays.stream(CatalogImporting.Kind.values()).map(Enum::name).toList();
    }
}
