// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.interaction.Interaction;
import il.moked.interaction.ejb.ChatSessions;
import il.moked.interaction.portal.CallbackMoments;
import il.moked.routing.ejb.CallbackAsking.Times;
import il.moked.selfservice.ejb.OwnTalk;
import il.moked.shared.ejb.CrossedLocks;
import il.moked.shared.portal.Door;
import il.moked.shared.portal.Limits;
import il.moked.shared.ui.ActiveLocale;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** {@code /my/talk}: a chat now or a call; whoever answers sees who asks, and about what. */
@Door(to = Door.Caller.CUSTOMER, reaches = Interaction.class)
@WebServlet("/my/talk")
public class MyTalkPage extends OwnPage {
    private static final long serialVersionUID = 1;
    private static final String PAGE = "selfservice/my-talk";
    private static final String CHAT = "chat";

    @Inject
    transient MyTalkView view;
    @Inject
    transient OwnTalk talk;
    @Inject
    transient ChatSessions chats;
    @Inject
    transient CallbackMoments moments;
    @Inject
    transient ActiveLocale activeLocale;
    @Inject
    transient Limits limits;

    @Override
    void shown(long customer, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        words.done(request.getParameter("done"));
        Times times = talk.times();
        view.shows(talk.matters(customer), talk.numbers(customer), moments.shown(times, activeLocale.getLocale()), chats.staffed(CHAT));
        pages.show(PAGE, request, response);
    }

    @Override
    void posted(long customer, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Duration wait = limits.lines().take("customer " + customer);
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
            return;
        }
        String text = request.getParameter("text");
        long chosen = MyDetailsPage.id(request.getParameter("matter"));
        Long matter = chosen < 0 ? null : Long.valueOf(chosen);
        view.typed(text, matter);
        if ("call".equals(request.getParameter("how"))) {
            Instant at = CallbackMoments.read(request.getParameter("at"));
            CrossedLocks.retried(() -> talk.call(customer, MyDetailsPage.id(request.getParameter("number")), at, text, matter, words.language()));
            see("/my/talk?done=call", request, response);
            return;
        }
        view.opened(talk.chat(customer, text, matter, words.language()));
        // the script of this page gives the chat to the window, which goes on with it
        pages.show(PAGE, request, response);
    }
}
