// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.channel.OrganisationLook;
import il.moked.channel.ejb.LookKeeping;
import il.moked.shared.BusinessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;

/** Takes the picture that stands at the top of every page outside. */
@WebServlet("/admin/look-logo")
@MultipartConfig(maxFileSize = 10L * OrganisationLook.LARGEST_LOGO, maxRequestSize = 10L * OrganisationLook.LARGEST_LOGO + CsvUpload.FIELDS, fileSizeThreshold = CsvUpload.IN_MEMORY)
public class LogoUpload extends CsvUpload {
    private static final long serialVersionUID = 1;

    @Inject
    LookKeeping keeping;
    @Inject
    LookView view;

    public LogoUpload() {
        super("/admin/look.xhtml");
    }

    @Override
    void take(HttpServletRequest form, String name, InputStream content) throws IOException {
        keeping.logo(content.readNBytes(OrganisationLook.LARGEST_LOGO + 1));
        view.taken();
    }

    @Override
    void refuse(BusinessException refused) {
        view.refuse(refused);
    }
}
