// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.desk;

import il.moked.interaction.Draft;
import il.moked.interaction.QuickReply;
import il.moked.interaction.ejb.Conversation;
import il.moked.interaction.ejb.ConversationReading;
import il.moked.interaction.ejb.Drafting;
import il.moked.shared.BusinessException;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/**
 * What I write in the open conversation. The text lives in the browser and, as a draft, on the server; no push ever
 * draws this part again.
 */
@Named
@RequestScoped
public class ComposerView {
    @Inject
    Drafting drafting;
    @Inject
    Conversation conversation;
    @Inject
    ConversationReading reading;
    @Inject
    DeskView desk;
    @Inject
    ConversationView talk;
    @Inject
    Screen screen;

    private Drafting.Writing writing;
    private List<QuickReply> quick;

    public Drafting.Writing writing() {
        if (writing == null) {
            writing = drafting.open(desk.getOpened());
        }
        return writing;
    }

    public boolean isNote() {
        return isSpoken() || writing().mode() == Draft.Mode.NOTE;
    }

    /** They speak with the customer; what is written here is for the team only. */
    public boolean isSpoken() {
        return talk.head() != null && talk.head().line().channel().spoken();
    }

    /** Nothing to write to the customer now, and no note begun: the composer waits behind a line that says why. */
    public boolean isAside() {
        return !isSpoken() && !talk.isMine() && writing().text().isBlank() && writing().files().isEmpty();
    }

    /** Sends what the page holds. The composition makes sure that it is sent once, however often it is asked for. */
    public void send() {
        long id = screen.number("id");
        String composition = screen.text("composition");
        if (mode(screen.text("mode")) == Draft.Mode.NOTE) {
            conversation.note(id, composition, screen.text("text"));
        } else {
            conversation.reply(id, composition, screen.text("text"));
        }
        writing = null;
        screen.answer("sent", true);
        screen.redraw("talks", "head", "stream", "standing", "composer", "presence", "asked");
    }

    /** The draft was sent from another window: what is written next is a new one. */
    public void begin() {
        screen.redraw("composer", "stream", "head");
    }

    public void detach() {
        drafting.detach(screen.number("c"), screen.number("id"));
        writing = null;
        screen.redraw("draft-files");
    }

    /** In the language of the conversation; read when they are first asked for. */
    public List<QuickReply> quickReplies() {
        if (quick == null) {
            quick = screen.says("quick") && talk.head() != null ? reading.quickReplies(talk.head().language()) : List.of();
        }
        return quick;
    }

    static Draft.Mode mode(String sent) {
        try {
            return Draft.Mode.valueOf(sent);
        } catch (IllegalArgumentException | NullPointerException notOne) {
            throw new BusinessException("shared.bad-request");
        }
    }
}
