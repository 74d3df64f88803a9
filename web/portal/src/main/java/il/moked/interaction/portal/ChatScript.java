// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.shared.portal.Door;
import il.moked.shared.ui.Language;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The script that puts the chat on any site. It is one request, so the few words of its button are written into it. */
@Door(to = Door.Caller.ANYBODY)
@WebServlet("/chat/moked-chat.js")
public class ChatScript extends HttpServlet {
    static final String FILE = "/WEB-INF/site/interaction/moked-chat.js";
    static final String WORDS = "{/*words*/}";
    private static final long serialVersionUID = 1;

    @Inject
    transient ChatWords words;

    private transient byte[] script;
    private String tag;

    @Override
    public void init() throws ServletException {
        try (InputStream file = getServletContext().getResourceAsStream(FILE)) {
            String source = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            JsonObjectBuilder all = Json.createObjectBuilder();
            for (Language language : Language.values()) {
                all.add(language.code(), words.object("button.", language.locale()));
            }
            script = source.replace(WORDS, all.build().toString()).getBytes(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new ServletException(unreadable);
        }
        CRC32 sum = new CRC32();
        sum.update(script);
        tag = "\"" + Long.toHexString(sum.getValue()) + "\"";
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("text/javascript; charset=UTF-8");
        response.setContentLength(script.length);
        response.getOutputStream().write(script);
    }
}
