// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.selfservice.DataRequest;
import il.moked.selfservice.ejb.OwnData;
import il.moked.shared.ejb.CrossedLocks;
import il.moked.shared.portal.Door;
import il.moked.shared.portal.Limits;
import il.moked.shared.portal.Visitor;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** {@code /my/data}: a copy of all that is kept of him, fetched against a fresh code, and its erasure. */
@Door(to = Door.Caller.CUSTOMER, reaches = DataRequest.class)
@WebServlet("/my/data")
public class MyDataPage extends OwnPage {
    private static final long serialVersionUID = 1;
    private static final SessionCookie HANDLE = SessionCookie.ofAct("moked.copy");

    @Inject
    transient MyDataView view;
    @Inject
    transient OwnData data;
    @Inject
    transient Limits limits;

    @Override
    void shown(long customer, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        words.done(request.getParameter("done"));
        view.shows(data.list(customer), HANDLE.read(request).isEmpty() ? -1 : MyDetailsPage.id(request.getParameter("code-for")));
        pages.show("selfservice/data", request, response);
    }

    @Override
    void posted(long customer, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Duration wait = limits.lines().take("customer " + customer);
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
            return;
        }
        long id = MyDetailsPage.id(request.getParameter("request"));
        switch (String.valueOf(request.getParameter("act"))) {
            case "copy" -> {
                CrossedLocks.retried(() -> data.askForCopy(customer, words.language()));
                see("/my/data?done=copy", request, response);
            }
            case "erase" -> {
                CrossedLocks.retried(() -> data.askForErasure(customer, words.language()));
                see("/my/data?done=erase", request, response);
            }
            case "withdraw" -> {
                CrossedLocks.retried(() -> data.withdrawErasure(customer, id));
                see("/my/data?done=withdrawn", request, response);
            }
            case "code" -> {
                HANDLE.write(data.askForFile(customer, words.language(), Visitor.of(request)), request, response);
                see("/my/data?code-for=" + id + "#code-" + id, request, response);
            }
            case "fetch" -> fetch(customer, id, request, response);
            default -> response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private void fetch(long customer, long id, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Optional<byte[]> file = data.file(customer, id, HANDLE.read(request), request.getParameter("code"));
        if (file.isEmpty()) {
            words.says("wrong.code");
            response.setStatus(UNPROCESSABLE);
            shown(customer, request, response);
            return;
        }
        HANDLE.write("", request, response);
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"my-data.zip\"");
        response.setContentLength(file.get().length);
        response.getOutputStream().write(file.get());
    }
}
