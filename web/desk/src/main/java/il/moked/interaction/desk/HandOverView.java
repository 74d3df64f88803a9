// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.desk;

import il.moked.agent.Agents;
import il.moked.agent.ejb.Colleagues;
import il.moked.interaction.ejb.Conversation;
import il.moked.interaction.ejb.Telephoning;
import il.moked.shared.BusinessException;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Handing the open conversation to a colleague or a team with what they must know, or asking a colleague about it first. */
@Named
@RequestScoped
public class HandOverView {
    private static final String COLLEAGUE = "agent:";
    private static final String TEAM = "team:";
    private static final String NUMBER = "number";

    @Inject
    Colleagues colleagues;
    @Inject
    Conversation conversation;
    @Inject
    Telephoning telephoning;
    @Inject
    VoiceView voice;
    @Inject
    DeskView desk;
    @Inject
    Screen screen;
    @Inject
    Sentences sentences;

    private List<Agents.Colleague> others;

    public boolean isAsked() {
        return screen.says("choices");
    }

    public List<Agents.Colleague> others() {
        if (others == null) {
            others = colleagues.others();
        }
        return others;
    }

    public List<Colleagues.TeamLine> teams() {
        return colleagues.teams();
    }

    public void handOver() {
        long id = screen.number("id");
        String to = screen.text("to") == null ? "" : screen.text("to");
        String context = screen.text("context");
        if (voice.isConnected()) {
            transfer(id, to, context);
            return;
        }
        if (to.startsWith(COLLEAGUE)) {
            conversation.handToColleague(id, number(to, COLLEAGUE), context);
        } else if (to.startsWith(TEAM)) {
            conversation.handToTeam(id, number(to, TEAM), context);
        } else {
            throw new BusinessException("interaction.nobody-chosen");
        }
        screen.answer("handed", true);
        screen.tell(sentences.handedTo(screen.text("name")));
        desk.leave();
        screen.redraw("presence", "waiting");
    }

    /** The call goes first: the conversation follows when it is answered there. What they must know is asked of a colleague, so that he reads it before he speaks. */
    private void transfer(long id, String to, String context) {
        if (to.startsWith(COLLEAGUE)) {
            if (context != null && !context.isBlank()) {
                conversation.consult(id, number(to, COLLEAGUE), context);
            }
            telephoning.transferToColleague(id, number(to, COLLEAGUE));
        } else if (to.startsWith(TEAM)) {
            telephoning.transferToTeam(id, number(to, TEAM), context);
        } else if (to.equals(NUMBER)) {
            if (context != null && !context.isBlank()) {
                conversation.note(id, UUID.randomUUID().toString(), context);
            }
            telephoning.transferToNumber(id, screen.text("number"));
        } else {
            throw new BusinessException("interaction.nobody-chosen");
        }
        screen.answer("handed", true);
        screen.answer("stays", true);
        screen.redraw("voice", "head", "stream");
    }

    /** The conversation stays mine; a customer on the telephone is put on hold meanwhile. In writing, or by telephone too. */
    public void consult() {
        String to = screen.text("to") == null ? "" : screen.text("to");
        if (!to.startsWith(COLLEAGUE)) {
            throw new BusinessException("interaction.nobody-to-ask");
        }
        boolean speaks = screen.says("speak");
        if (!speaks || screen.text("context") != null && !screen.text("context").isBlank()) {
            conversation.consult(screen.number("id"), number(to, COLLEAGUE), screen.text("context"));
        }
        if (speaks) {
            telephoning.consult(screen.number("id"), number(to, COLLEAGUE));
        } else if (voice.isLive() && voice.phase().equals("talking")) {
            telephoning.hold(screen.number("id"));
        }
        screen.answer("handed", true);
        screen.answer("stays", true);
        screen.tell(speaks ? sentences.rings(screen.text("name")) : sentences.asked(screen.text("name")));
        screen.redraw("voice", "head", "stream");
    }

    private static long number(String to, String prefix) {
        try {
            return Long.parseLong(to.substring(prefix.length()));
        } catch (NumberFormatException notOne) {
            throw new BusinessException("shared.bad-request");
        }
    }
}
