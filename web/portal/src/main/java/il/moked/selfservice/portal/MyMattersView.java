// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.casework.ServiceCase.State;
import il.moked.selfservice.ejb.OwnMatters.Matter;
import il.moked.selfservice.ejb.OwnMatters.OwnCase;
import il.moked.shared.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.IntStream;

/** A customer's matters: the list, or one of them with its stages. */
@Named
@RequestScoped
public class MyMattersView {
    private static final List<String> STAGES = List.of("received", "worked", "solved");
    private static final List<String> COMPLAINT_STAGES = List.of("RECEIVED", "INVESTIGATED", "ANSWERED", "DECIDED");

    @Inject
    OwnWords words;

    private Page<Matter> list = new Page<>(List.of(), false);
    private OwnCase matter;

    /** A stage of the way: done, the present one, or still to come. */
    public record Step(String text, String state) {
        public boolean present() {
            return "now".equals(state);
        }
    }

    void lists(Page<Matter> page) {
        list = page;
    }

    void reads(OwnCase own) {
        matter = own;
    }

    public List<Matter> getMatters() {
        return list.rows();
    }

    /** Where the next page starts; null when there is none. */
    public String getNext() {
        if (!list.more()) {
            return null;
        }
        var last = list.rows().get(list.rows().size() - 1).cursor();
        return new OwnCursor(last.at(), last.id()).written();
    }

    public OwnCase getMatter() {
        return matter;
    }

    public List<Step> getSteps() {
        boolean complaint = matter.complaint() != null;
        List<String> stages = complaint ? COMPLAINT_STAGES : STAGES;
        int reached = complaint ? reachedByComplaint() : reached(matter.state());
        return IntStream.range(0, stages.size()).mapToObj(at -> new Step(words.text((complaint ? "stage." : "step.") + stages.get(at)), at < reached ? "done" : at == reached ? "now" : "todo")).toList();
    }

    private static int reached(State state) {
        return switch (state) {
            case NEW -> 0;
            case SOLVED -> 2;
            case CLOSED -> STAGES.size();
            default -> 1;
        };
    }

    private int reachedByComplaint() {
        return switch (matter.complaint().stage()) {
            case RECEIVED, ACKNOWLEDGED -> 0;
            case ASSESSED, INVESTIGATED -> 1;
            case ANSWERED -> 2;
            case DECIDED, RECOURSE -> 3;
            case CLOSED -> COMPLAINT_STAGES.size();
        };
    }

    /** By when there is an answer, in words; null when no clock runs. */
    public String getClock() {
        if (matter.complaint() != null && matter.state().live() && matter.complaint().decision() == null) {
            return words.text("clock.law", words.day(matter.complaint().dueAt().minusSeconds(1)), words.daysUntil(matter.complaint().dueAt()));
        }
        return matter.dueAt() == null ? null : words.text("clock.due", words.moment(matter.dueAt()));
    }
}
