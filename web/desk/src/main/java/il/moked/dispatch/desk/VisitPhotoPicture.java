// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.desk;

import il.moked.dispatch.ejb.VisitReading;
import il.moked.shared.NotFoundException;
import il.moked.shared.desk.Downloads;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A photo that was taken on a visit. */
@WebServlet("/agent/visit-photo/*")
public class VisitPhotoPicture extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    VisitReading reading;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long id = Downloads.id(request.getPathInfo());
        try {
            Downloads.send(response, "visit-" + id + ".jpg", "image/jpeg", reading.photo(id));
        } catch (NotFoundException unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
