// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.desk;

import il.moked.casework.desk.CaseView;
import il.moked.complaint.Complaint.Assessment;
import il.moked.complaint.Complaint.Decision;
import il.moked.complaint.Complaint.Degree;
import il.moked.complaint.Complaint.Remedy;
import il.moked.complaint.ejb.ComplaintHandling;
import il.moked.complaint.ejb.ComplaintHandling.Letter;
import il.moked.shared.BusinessException;
import il.moked.shared.OneOf;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What is done with a complaint on the page of its case. */
@Named
@RequestScoped
public class ComplaintActs {
    @Inject
    ComplaintHandling handling;
    @Inject
    ComplaintView view;
    @Inject
    CaseView caseView;
    @Inject
    ComplaintWords words;
    @Inject
    Screen screen;

    public void act() {
        long id = screen.number("id");
        int seen = (int) screen.number("version");
        String ask = screen.text("ask") == null ? "" : screen.text("ask");
        switch (ask) {
            case "seek" -> handling.seek(id, seen, one(Remedy.class, "remedy"), screen.text("words"));
            case "acknowledge" -> handling.acknowledge(id, seen);
            case "assess" -> handling.assess(id, seen, new Assessment(one(Degree.class, "impact"), screen.text("safety") != null, one(Degree.class, "complexity"), screen.text("immediate") != null, screen.text("component")), screen.text("words"));
            case "investigate" -> handling.investigate(id, seen, screen.text("findings"));
            case "because" -> handling.because(id, seen, empty(screen.text("cause")) ? null : screen.number("cause"), screen.text("action"));
            case "answer" -> handling.answer(id, seen, one(Remedy.class, "remedy"), letter());
            case "decide" -> handling.decide(id, seen, one(Decision.class, "decision"), letter());
            case "accept" -> handling.accept(id, seen, screen.says("content"), screen.text("words"));
            case "ombudsman" -> handling.takeToOmbudsman(id, seen, screen.text("words"));
            case "recourse" -> handling.showRecourse(id, seen, letter());
            default -> throw new BusinessException("shared.bad-request");
        }
        view.again();
        caseView.again();
        screen.tell(words.text("done." + ask));
        screen.answer("done", true);
        screen.redraw("case");
    }

    private Letter letter() {
        return new Letter(screen.text("text"), screen.text("told") == null);
    }

    private <E extends Enum<E>> E one(Class<E> type, String name) {
        String sent = screen.text(name);
        return empty(sent) ? null : OneOf.needed(type, sent);
    }

    private static boolean empty(String sent) {
        return sent == null || sent.isEmpty();
    }
}
