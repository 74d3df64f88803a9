// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.desk;

import il.moked.selfservice.ejb.LinkReading;
import il.moked.selfservice.ejb.LinkReading.Paper;
import il.moked.shared.BusinessException;
import il.moked.shared.desk.Downloads;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The paper that was signed by a link. */
@WebServlet("/agent/signed-form/*")
public class SignedFormDownload extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    LinkReading reading;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        try {
            Paper paper = reading.paper(path == null ? "" : path.substring(1));
            Downloads.send(response, paper.fileName(), "application/pdf", paper.pdf());
        } catch (BusinessException unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
