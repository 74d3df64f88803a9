// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionLine;
import il.moked.interaction.Reference;
import il.moked.interaction.portal.CallbackMoments;
import il.moked.interaction.portal.ChosenFiles;
import il.moked.interaction.portal.FormDoor;
import il.moked.interaction.portal.FormToken;
import il.moked.routing.ejb.CallbackAsking;
import il.moked.routing.ejb.Waiting;
import il.moked.selfservice.ejb.OwnContacts;
import il.moked.selfservice.ejb.OwnContacts.Conversation;
import il.moked.selfservice.ejb.OwnContacts.OwnFile;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.ejb.CrossedLocks;
import il.moked.shared.portal.Door;
import il.moked.shared.portal.Limits;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /my/contacts}: all contacts in one list, what was said in each, writing on in it or of something new, and being called instead of waiting. */
@Door(to = Door.Caller.CUSTOMER, reaches = Interaction.class)
@WebServlet({"/my/contacts", "/my/contacts/*"})
@MultipartConfig(maxFileSize = ChosenFiles.LARGEST, maxRequestSize = ChosenFiles.LARGEST + 1024 * 1024)
public class MyContactsPage extends OwnPage {
    private static final long serialVersionUID = 1;
    private static final Pattern PATH = Pattern.compile("|/|/(new)|/([0-9A-Za-z]{10})(?:/(callback|file/([0-9]{1,18})))?");

    @Inject
    transient MyContactsView view;
    @Inject
    transient OwnContacts contacts;
    @Inject
    transient Waiting waiting;
    @Inject
    transient CallbackAsking callbacks;
    @Inject
    transient FormDoor door;
    @Inject
    transient Limits limits;

    @Override
    void shown(long customer, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Matcher path = part(request, PATH);
        words.done(request.getQueryString());
        if (path.group(1) != null) {
            view.writes(door.kept(request.getParameter("token")), request.getParameter("subject"), request.getParameter("text"));
            pages.show("selfservice/contact-new", request, response);
        } else if (path.group(2) == null) {
            InteractionLine.Cursor after = OwnCursor.read(request.getParameter("after")).map(cursor -> new InteractionLine.Cursor(cursor.at(), cursor.id())).orElse(null);
            view.lists(contacts.list(customer, after, SIZE));
            pages.show("selfservice/contacts", request, response);
        } else if (path.group(4) != null) {
            send(contacts.file(customer, path.group(2), Long.parseLong(path.group(4))), response);
        } else {
            one(customer, path.group(2), request, response);
        }
    }

    private void one(long customer, String reference, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        try {
            Conversation conversation = contacts.read(customer, reference);
            view.reads(conversation, door.kept(request.getParameter("token")), request.getParameter("text"));
            place(conversation);
        } catch (NotFoundException unknown) {
            // what was handed in a moment ago is read in shortly; whose it is, is only known then
            if (!"sent".equals(words.getDone())) {
                throw unknown;
            }
            view.awaits(Reference.normal(reference));
        }
        pages.show("selfservice/conversation", request, response);
    }

    /** Where he stands in the line, and whether he could be called. */
    private void place(Conversation conversation) {
        if (conversation.channel() == il.moked.channel.Channel.FORM && conversation.open()) {
            view.waits(waiting.placeOfForm(conversation.reference()).orElse(null), waiting.callbackOfForm(conversation.reference()).orElse(null));
            if (view.isInLine()) {
                view.mayBeCalled(callbacks.timesForForm(conversation.reference()));
            }
        }
    }

    @Override
    void posted(long customer, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Matcher path = part(request, PATH);
        Duration wait = limits.lines().take("customer " + customer);
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
            return;
        }
        if ("callback".equals(path.group(3))) {
            Conversation own = contacts.read(customer, path.group(2));
            view.typedPhone(request.getParameter("phone"));
            CrossedLocks.retried(() -> callbacks.byForm(own.reference(), request.getParameter("phone"), CallbackMoments.read(request.getParameter("at"))));
            see("/my/contacts/" + own.reference(), request, response);
            return;
        }
        Optional<FormToken> token = door.read(request.getParameter("token")).filter(door::fresh);
        ChosenFiles files = ChosenFiles.of(ChosenFiles.sent(request));
        if (token.isEmpty() || files.problem() != null) {
            words.says(token.isEmpty() ? "again.old" : "files." + files.problem(), files.about() == null ? "" : files.about());
            response.setStatus(UNPROCESSABLE);
            shown(customer, request, response);
        } else if (path.group(1) != null) {
            contacts.write(customer, token.get().reference(), request.getParameter("subject"), request.getParameter("text"), files.files());
            see("/my/contacts/" + token.get().reference() + "?sent", request, response);
        } else if (path.group(2) != null && path.group(3) == null) {
            contacts.writeOn(customer, path.group(2), token.get().reference(), request.getParameter("text"), files.files());
            see("/my/contacts/" + Reference.normal(path.group(2)) + "?sent", request, response);
        } else {
            throw new BusinessException("selfservice.empty", OwnContacts.LONGEST);
        }
    }

    @Override
    void again(long customer, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Matcher path = part(request, PATH);
        if (path.group(2) != null) {
            one(customer, path.group(2), request, response);
        } else {
            shown(customer, request, response);
        }
    }

    /** Never shown in the page: whatever it is, it is kept, not opened, by the browser. */
    private static void send(OwnFile file, HttpServletResponse response) throws IOException {
        response.setContentType("application/octet-stream");
        response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + URLEncoder.encode(file.fileName(), StandardCharsets.UTF_8).replace("+", "%20"));
        response.setContentLength(file.content().length);
        response.getOutputStream().write(file.content());
    }
}
