// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.desk;

import il.moked.interaction.InteractionLine;
import il.moked.interaction.ejb.Conversation;
import il.moked.interaction.ejb.ConversationReading;
import il.moked.shared.NotFoundException;
import il.moked.shared.desk.Screen;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** agent/desk.xhtml: which conversation is open on this page. All else is read anew by the parts each time they are drawn. */
@Named
@ViewScoped
public class DeskView implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    ConversationReading reading;
    @Inject
    Conversation conversation;
    @Inject
    Screen screen;

    private Long opened;
    private Long popped;
    private int firstShown = -1;
    private int unreadWhenOpened;
    private boolean unknown;

    /** A deep link opens its conversation; one that is not there says so in its place. */
    @PostConstruct
    void begin() {
        if (screen.text("c") == null) {
            return;
        }
        try {
            show(Long.parseLong(screen.text("c")));
        } catch (NumberFormatException | NotFoundException notThere) {
            unknown = true;
        }
    }

    public void open() {
        open(screen.number("id"));
    }

    public void open(long id) {
        show(id);
        drawTalk();
    }

    private void show(long id) {
        Long before = opened;
        ConversationReading.Head head = reading.open(id);
        if (before != null && before != id) {
            reading.left(before);
        }
        opened = id;
        popped = null;
        unknown = false;
        firstShown = -1;
        unreadWhenOpened = head.line().unread();
        seen(head);
    }

    /** The conversation is done with: on to the next who waits for an answer, or to an empty desk. */
    public void leave() {
        Long left = opened;
        if (left != null) {
            reading.left(left);
        }
        opened = null;
        reading.mine().stream().filter(line -> line.waiting() && line.id() != left).map(InteractionLine::id).findFirst().ifPresent(this::show);
        drawTalk();
    }

    /** The page looks again at what it has open; the user sees it, so it is read. */
    public void look() {
        if (opened != null && screen.says("seen")) {
            seen(reading.head(opened));
        }
    }

    private void seen(ConversationReading.Head head) {
        if (head.mine() && head.line().unread() > 0) {
            conversation.read(head.line().id());
        }
    }

    private void drawTalk() {
        screen.redraw("talks", "talk", "card");
    }

    public Long getOpened() {
        return opened;
    }

    /** The conversation whose card is shown before it is mine: it is offered to me. Null as a rule. */
    public Long getPopped() {
        return popped;
    }

    /** @param id null to go back to the card of what is open */
    public void pop(Long id) {
        popped = id;
        screen.redraw("card");
    }

    /** The conversation whose card is shown: what is offered before what is open. */
    public Long getCarded() {
        return popped != null ? popped : opened;
    }

    public boolean isUnknown() {
        return unknown;
    }

    /** How many messages of the customer were new when the conversation was opened. */
    int unreadWhenOpened() {
        return unreadWhenOpened;
    }

    /** Position of the oldest message in the part that is drawn again by push; older ones stand above it and stay. -1 before the first drawing. */
    int firstShown() {
        return firstShown;
    }

    void firstShown(int position) {
        firstShown = position;
    }
}
