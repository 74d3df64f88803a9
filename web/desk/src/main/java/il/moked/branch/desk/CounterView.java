// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.desk;

import il.moked.agent.desk.PresenceView;
import il.moked.branch.Arrival;
import il.moked.branch.ArrivalLine;
import il.moked.branch.ejb.ComingBack;
import il.moked.branch.ejb.CounterPanel;
import il.moked.branch.ejb.CounterWork;
import il.moked.branch.ejb.CounterWork.CounterLine;
import il.moked.branch.ejb.LeftCounters;
import il.moked.interaction.desk.DeskView;
import il.moked.shared.BusinessException;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** My counter at the side of the desk: who waits, whom I called, and what I do with him. */
@Named
@RequestScoped
public class CounterView {
    @Inject
    CounterPanel counters;
    @Inject
    CounterWork work;
    @Inject
    ComingBack back;
    @Inject
    LeftCounters left;
    @Inject
    PresenceView presence;
    @Inject
    DeskView desk;
    @Inject
    CounterWords words;
    @Inject
    Screen screen;

    private boolean read;
    private CounterPanel.Panel panel;

    /** Null when I work at no branch. */
    public CounterPanel.Panel panel() {
        if (!read) {
            read = true;
            panel = counters.mine().orElse(null);
        }
        return panel;
    }

    /** Ends class and text: {@code none}, {@code shut}, {@code free}, {@code called}, {@code serving}. */
    public String phase() {
        return panel() == null ? "none" : panel().mine() == null ? "shut" : panel().visit() == null ? "free" : panel().visit().state() == Arrival.State.CALLED ? "called" : "serving";
    }

    /** Which counter is chosen at first: where I sat last, unless somebody else sits there now. */
    public boolean chosen(CounterLine counter) {
        return counter.clerkId() == null && Long.valueOf(counter.id()).equals(panel().usual());
    }

    public void act() {
        switch (screen.text("ask") == null ? "" : screen.text("ask")) {
            case "open" -> counters.open(screen.number("id"));
            case "close" -> work.close();
            case "next" -> next();
            case "call" -> show(work.call(screen.number("id")));
            case "again" -> work.callAgain(screen.number("id"));
            case "begin" -> begin(screen.number("id"));
            case "no-show" -> ends(screen.number("id"), "told.no-show", () -> work.noShow(screen.number("id")));
            case "back" -> ends(screen.number("id"), "told.back", () -> work.back(screen.number("id")));
            case "here" -> screen.tell(words.text("told.here", back.again(screen.number("id")).number()));
            case "free" -> left.free(screen.number("id"));
            default -> throw new BusinessException("shared.bad-request");
        }
        read = false;
        screen.answer("done", true);
        presence.again();
        screen.redraw("presence", "waiting");
    }

    private void next() {
        work.callNext().ifPresentOrElse(this::show, () -> screen.tell(words.text("told.nobody")));
    }

    /** His card is there before he is. */
    private void show(ArrivalLine visit) {
        desk.open(visit.interactionId());
        screen.answer("opened", visit.interactionId());
    }

    private void begin(long visit) {
        long conversation = work.begin(visit).interactionId();
        if (!Long.valueOf(conversation).equals(desk.getOpened())) {
            desk.open(conversation);
            screen.answer("opened", conversation);
        }
    }

    /** He is not before me any more; his conversation goes from the screen when it is open there. */
    private void ends(long visit, String told, Runnable step) {
        ArrivalLine his = panel() == null || panel().visit() == null || panel().visit().id() != visit ? null : panel().visit();
        step.run();
        if (his != null) {
            screen.tell(words.text(told, his.number()));
            if (Long.valueOf(his.interactionId()).equals(desk.getOpened())) {
                desk.leave();
                screen.answer("opened", 0);
            } else {
                screen.redraw("talks");
            }
        }
    }
}
