// SPDX-License-Identifier: Apache-2.0
package il.moked.bench.chat;

import il.moked.interaction.ejb.Conversation;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;
import org.wildfly.security.evidence.PasswordGuessEvidence;

/** An agent's hands: takes a conversation, or answers it with the moment at which he began, in nanoseconds of this machine, in hexadecimal: one decimal in ten could be a card number, and is masked. */
@WebServlet("/chat")
public class ChatProbe extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    transient Conversation conversation;

    private transient SecurityIdentity agent;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long id = Long.parseLong(request.getParameter("id"));
        boolean takes = request.getParameter("take") != null;
        try {
            agent().runAs((java.util.concurrent.Callable<Void>) () -> {
                if (takes) {
                    conversation.takeOver(id);
                } else {
                    conversation.reply(id, UUID.randomUUID().toString(), "at " + Long.toHexString(System.nanoTime()));
                }
                return null;
            });
        } catch (IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IOException(failed);
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** He signs in once: proving a password is made to be slow. */
    private synchronized SecurityIdentity agent() throws IOException {
        if (agent == null) {
            agent = SecurityDomain.getCurrent().authenticate("dana", new PasswordGuessEvidence("moked-demo-2026".toCharArray()));
        }
        return agent;
    }
}
