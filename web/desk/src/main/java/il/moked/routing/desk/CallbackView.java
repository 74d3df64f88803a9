// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.desk;

import il.moked.agent.desk.PresenceView;
import il.moked.channel.Channel;
import il.moked.interaction.desk.DeskView;
import il.moked.routing.WorkItem;
import il.moked.routing.ejb.Callbacks;
import il.moked.shared.BusinessException;
import il.moked.shared.desk.Screen;
import il.moked.shared.desk.Times;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.ResourceBundle;

/** That the customer of the open conversation is to be called, and what is done about it. */
@Named
@RequestScoped
public class CallbackView {
    @Inject
    Callbacks callbacks;
    @Inject
    PresenceView presence;
    @Inject
    DeskView desk;
    @Inject
    Screen screen;
    @Inject
    Times times;
    @Inject
    ActiveLocale locale;

    private boolean read;
    private Callbacks.Callback here;

    /** A moment that can be promised. */
    public record Choice(String value, String text) {
    }

    /** Null when nobody is to be called. */
    public Callbacks.Callback here() {
        if (!read && desk.getOpened() != null) {
            read = true;
            here = callbacks.of(desk.getOpened()).orElse(null);
        }
        return here;
    }

    /** How it came about: ends the key of its text. */
    public String came(WorkItem.Origin origin, Channel channel) {
        WorkItem.Origin how = origin == null ? WorkItem.Origin.WRITTEN : origin;
        return how == WorkItem.Origin.WRITTEN && channel == Channel.CHAT ? channel.name() : how.name();
    }

    private String text(String key) {
        return ResourceBundle.getBundle("il.moked.routing.desk.routing", locale.getLocale()).getString(key);
    }

    /** Whether the page asks for moments to choose from. */
    public boolean isAsked() {
        return screen.says("moments");
    }

    public List<Choice> moments() {
        return callbacks.times(desk.getOpened()).stream().map(moment -> new Choice(moment.toString(), times.weekday(times.day(moment)) + " " + times.moment(moment))).toList();
    }

    /** It goes back to the line, or waits for the moment that was promised. */
    public void later() {
        callbacks.callLater(screen.number("id"), screen.text("number"), moment(screen.text("at")));
        over("call-back.later.done");
    }

    private static Instant moment(String sent) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        try {
            return Instant.parse(sent);
        } catch (DateTimeException notOne) {
            throw new BusinessException("shared.bad-request");
        }
    }

    public void withdraw() {
        callbacks.withdraw(screen.number("id"), screen.text("why"));
        over("call-back.withdraw.done");
    }

    private void over(String what) {
        screen.answer("done", true);
        screen.tell(text(what));
        desk.leave();
        presence.again();
        screen.redraw("presence", "waiting", "offers");
    }
}
