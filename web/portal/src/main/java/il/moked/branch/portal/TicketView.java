// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.portal;

import il.moked.branch.ejb.OwnTicket.Ticket;
import il.moked.shared.BusinessException;
import il.moked.shared.portal.Texts;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A number as its owner sees it. */
@Named("branchTicketView")
@RequestScoped
public class TicketView {
    @Inject
    BranchTexts words;
    @Inject
    Texts texts;
    @Inject
    ActiveLocale locale;

    private Ticket ticket;
    private String key;
    private boolean already;
    private String wrong;

    void shows(String ofKey, Ticket his) {
        key = ofKey;
        ticket = his;
    }

    /** He had it before. */
    void again() {
        already = true;
    }

    void refused(BusinessException why) {
        wrong = texts.refusal(why, locale.getLocale());
    }

    public Ticket getTicket() {
        return ticket;
    }

    public String getKey() {
        return key;
    }

    public boolean isAlready() {
        return already;
    }

    public String getWrong() {
        return wrong;
    }

    /** Whether he still waits, at home or at the door. */
    public boolean isWaiting() {
        return switch (ticket.state()) {
            case EXPECTED, WAITING -> true;
            default -> false;
        };
    }

    public boolean isCalled() {
        return switch (ticket.state()) {
            case CALLED -> true;
            default -> false;
        };
    }

    /** Whether anything can still change. */
    public boolean isLive() {
        return ticket.state().present();
    }

    /** What he should know first. */
    public String getStanding() {
        return switch (ticket.state()) {
            case EXPECTED -> words.text("standing.EXPECTED", words.waiting(ticket.before()));
            case WAITING -> words.before(ticket.before());
            case CALLED -> words.text("standing.CALLED", ticket.counter() == null ? 0 : ticket.counter());
            default -> words.text("standing." + ticket.state());
        };
    }

    /** When he should be there, or how long he waits. */
    public String getWait() {
        return !isWaiting() ? "" : words.expected(ticket.minutes());
    }

    public String getExpected() {
        return ticket.expectedAt() == null ? "" : words.text("expected", words.clock(ticket.expectedAt()));
    }
}
