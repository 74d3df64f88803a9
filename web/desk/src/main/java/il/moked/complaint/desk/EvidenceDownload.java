// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.desk;

import il.moked.complaint.ejb.EvidenceKeeping;
import il.moked.complaint.ejb.EvidenceKeeping.Produced;
import il.moked.shared.BusinessException;
import il.moked.shared.desk.Downloads;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Makes an evidence file of a complaint and hands it out; that it was made is kept, so it is posted. */
@WebServlet("/agent/complaint-evidence/*")
public class EvidenceDownload extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    EvidenceKeeping keeping;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Produced made = keeping.produce(Downloads.id(request.getPathInfo()), "en".equals(request.getParameter("language")) ? "en" : "he");
            Downloads.send(response, made.fileName(), "application/pdf", made.pdf());
        } catch (BusinessException refused) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
