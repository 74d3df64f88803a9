// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** How content of strangers leaves to a browser: to be saved, never to be run or shown as a page of this site. */
public final class Downloads {
    /** Types a browser can only draw. They keep their name so that an image of a mail shows in it; all else is bytes. */
    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    /** Else a spreadsheet takes Hebrew for something else. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Downloads() {
    }

    public static void send(HttpServletResponse response, String fileName, String contentType, byte[] content) throws IOException {
        String ascii = fileName.replaceAll("[^A-Za-z0-9._ -]", "_");
        response.setContentType(PICTURES.contains(contentType) ? contentType : "application/octet-stream");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20"));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("Cache-Control", "private, no-store");
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    /** A file for a spreadsheet, to be written line by line. @param fileName of Latin letters, digits and hyphens */
    public static PrintWriter csv(HttpServletResponse response, String fileName) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
        response.setHeader("Cache-Control", "private, no-store");
        PrintWriter csv = response.getWriter();
        csv.print(BYTE_ORDER_MARK);
        return csv;
    }

    /** The number at the end of the address, or -1. */
    public static long id(String pathInfo) {
        return pathInfo != null && pathInfo.matches("/\\d{1,18}") ? Long.parseLong(pathInfo.substring(1)) : -1;
    }
}
