// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.desk;

import il.moked.agent.Agents;
import il.moked.agent.ejb.Colleagues;
import il.moked.interaction.ejb.Conversation;
import il.moked.shared.BusinessException;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Handing the open conversation to a colleague or a team with what they must know, or asking a colleague about it first. */
@Named
@RequestScoped
public class HandOverView {
    private static final String COLLEAGUE = "agent:";
    private static final String TEAM = "team:";

    @Inject
    Colleagues colleagues;
    @Inject
    Conversation conversation;
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

    /** The conversation stays mine. */
    public void consult() {
        String to = screen.text("to") == null ? "" : screen.text("to");
        if (!to.startsWith(COLLEAGUE)) {
            throw new BusinessException("interaction.nobody-to-ask");
        }
        conversation.consult(screen.number("id"), number(to, COLLEAGUE), screen.text("context"));
        screen.answer("handed", true);
        screen.tell(sentences.asked(screen.text("name")));
        screen.redraw("head", "stream");
    }

    private static long number(String to, String prefix) {
        try {
            return Long.parseLong(to.substring(prefix.length()));
        } catch (NumberFormatException notOne) {
            throw new BusinessException("shared.bad-request");
        }
    }
}
