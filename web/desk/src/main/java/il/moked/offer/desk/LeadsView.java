// SPDX-License-Identifier: Apache-2.0
package il.moked.offer.desk;

import il.moked.offer.Lead;
import il.moked.offer.LeadLine;
import il.moked.offer.ejb.LeadHandling;
import il.moked.offer.ejb.LeadHandling.Whose;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;

/** agent/leads.xhtml: chances to sell, those of my team first. */
@Named
@RequestScoped
public class LeadsView {
    private static final int PAGE = 50;

    @Inject
    LeadHandling handling;
    @Inject
    OfferWords words;
    @Inject
    Screen screen;

    private Page<LeadLine> page;

    /** Which list: {@code team}, {@code mine}, {@code all} (supervisors), {@code ended}. */
    public String tab() {
        String wanted = screen.text("state");
        if ("mine".equals(wanted) || "ended".equals(wanted) || "all".equals(wanted) && isSupervisor()) {
            return wanted;
        }
        return isSupervisor() ? "all" : "team";
    }

    public boolean isSupervisor() {
        return FacesContext.getCurrentInstance().getExternalContext().isUserInRole("SUPERVISOR");
    }

    public List<LeadLine> lines() {
        return page().rows();
    }

    public boolean isMore() {
        return page().more();
    }

    public LeadLine.Cursor next() {
        return lines().isEmpty() ? null : lines().get(lines().size() - 1).cursor();
    }

    private Page<LeadLine> page() {
        if (page == null) {
            String tab = tab();
            Whose whose = "mine".equals(tab) ? Whose.MINE : "all".equals(tab) || "ended".equals(tab) && isSupervisor() ? Whose.ALL : Whose.TEAM;
            LeadLine.Cursor after = screen.text("after-id") == null ? null : new LeadLine.Cursor(Instant.parse(screen.text("after-at")), screen.number("after-id"));
            page = handling.list(whose, "ended".equals(tab) ? LeadHandling.ENDED : "mine".equals(tab) ? EnumSet.allOf(Lead.State.class) : LeadHandling.OPEN, after, PAGE);
        }
        return page;
    }

    public Lead.Loss[] losses() {
        return Lead.Loss.values();
    }

    /** {@code info}, {@code warn}, {@code good} or {@code off}. */
    public String sign(Lead.State state) {
        return switch (state) {
            case NEW -> "warn";
            case TAKEN -> "info";
            case WON -> "good";
            case LOST -> "off";
        };
    }

    /** The page says what becomes of one. */
    public void act() {
        long id = screen.number("id");
        int seen = (int) screen.number("version");
        String what = screen.text("what");
        try {
            switch (what == null ? "" : what) {
                case "take" -> handling.take(id, seen);
                case "give-back" -> handling.giveBack(id, seen);
                case "win" -> handling.win(id, seen);
                case "lose" -> handling.lose(id, seen, loss());
                case "reopen" -> handling.reopen(id, seen);
                default -> throw new BusinessException("shared.bad-request");
            }
            screen.tell(words.text("lead.done." + what));
        } catch (BusinessException refused) {
            screen.refuse(refused);
        }
        page = null;
        screen.redraw("leads");
    }

    private Lead.Loss loss() {
        try {
            return Lead.Loss.valueOf(String.valueOf(screen.text("loss")));
        } catch (IllegalArgumentException unknown) {
            throw new BusinessException("shared.bad-request");
        }
    }
}
