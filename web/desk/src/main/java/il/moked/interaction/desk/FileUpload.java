// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.desk;

import il.moked.interaction.ejb.Drafting;
import il.moked.shared.BusinessException;
import il.moked.shared.ShownText;
import il.moked.shared.ui.ActiveLocale;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;

/** Takes one file for the draft of the agent. */
@WebServlet("/agent/attach")
@MultipartConfig(maxFileSize = Drafting.LARGEST_FILES, maxRequestSize = Drafting.LARGEST_FILES + 65_536, fileSizeThreshold = 65_536)
public class FileUpload extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_NAME = 200;

    @Inject
    Drafting drafting;
    @Inject
    ActiveLocale locale;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        try {
            Part file = part(request);
            try (InputStream content = file.getInputStream()) {
                drafting.attach(Long.parseLong(request.getParameter("c")), name(file.getSubmittedFileName()), type(file.getContentType()), content.readAllBytes());
            }
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (NumberFormatException notOne) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } catch (BusinessException refusal) {
            DraftSaving.refuse(response, refusal, locale);
        }
    }

    private static Part part(HttpServletRequest request) throws ServletException, IOException {
        try {
            Part file = request.getPart("file");
            if (file == null) {
                throw new BusinessException("shared.bad-request");
            }
            return file;
        } catch (IllegalStateException tooLarge) {
            throw new BusinessException("interaction.files-too-large", Drafting.MOST_FILES, Drafting.LARGEST_FILES / 1024 / 1024);
        }
    }

    /** The last part of whatever path a browser or a forger sends, on one line, without what could change how it reads. */
    static String name(String submitted) {
        String last = submitted == null ? "" : submitted.substring(Math.max(submitted.lastIndexOf('/'), submitted.lastIndexOf('\\')) + 1);
        String shown = ShownText.line(last, LONGEST_NAME);
        return shown.isEmpty() || shown.chars().allMatch(letter -> letter == '.') ? "file" : shown;
    }

    private static String type(String sent) {
        return sent != null && sent.matches("[A-Za-z0-9.+-]{1,60}/[A-Za-z0-9.+-]{1,100}") ? sent : "application/octet-stream";
    }
}
