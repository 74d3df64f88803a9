// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.desk;

import il.moked.channel.Channel;
import il.moked.interaction.SharedFormTemplate;
import il.moked.interaction.ejb.FormSharing;
import il.moked.interaction.ejb.FormShown;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The form that is filled in together with the customer beside the open chat. */
@Named
@RequestScoped
public class SharedFormView {
    @Inject
    FormSharing sharing;
    @Inject
    ConversationView conversation;
    @Inject
    DeskView desk;
    @Inject
    Screen screen;

    private boolean read;
    private FormShown form;

    /** Null when there is none. */
    public FormShown here() {
        if (!read && isChat()) {
            read = true;
            form = sharing.of(desk.getOpened()).orElse(null);
        }
        return form;
    }

    /** Whether one can be opened here. */
    public boolean isOffered() {
        return isChat() && conversation.isMine() && here() == null;
    }

    private boolean isChat() {
        return conversation.head() != null && conversation.head().line().open() && conversation.head().line().channel() == Channel.CHAT;
    }

    public List<SharedFormTemplate> templates() {
        return sharing.templates();
    }

    public void open() {
        sharing.open(desk.getOpened(), screen.text("template"));
        again();
    }

    public void fill() {
        sharing.fill(desk.getOpened(), screen.number("form"), (int) screen.number("place"), screen.text("content"));
        screen.answer("done", true);
        again();
    }

    public void withdraw() {
        sharing.withdraw(desk.getOpened(), screen.number("form"));
        again();
    }

    private void again() {
        read = false;
        screen.redraw("shared-form");
    }
}
