// SPDX-License-Identifier: Apache-2.0
package il.moked.offer.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.access.ejb.CurrentUser;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.offer.Lead;
import il.moked.offer.LeadLine;
import il.moked.offer.Leads;
import il.moked.offer.Leads.Wanted;
import il.moked.offer.Offer;
import il.moked.offer.Offers;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Leads on their way: made by whoever serves the customer, taken and ended by the team that sells. An agent sees the leads
 * of his team and those he made; supervisors and other systems see all.
 */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION})
public class LeadHandling {
    public static final Set<Lead.State> OPEN = EnumSet.of(Lead.State.NEW, Lead.State.TAKEN);
    public static final Set<Lead.State> ENDED = EnumSet.of(Lead.State.WON, Lead.State.LOST);
    public static final int MOST_WAITING = 100;
    private static final int MOST_A_PAGE = 100;

    @Resource
    SessionContext context;
    @Inject
    Leads leads;
    @Inject
    Offers offers;
    @Inject
    Customers customers;
    @Inject
    StaffUsers users;
    @Inject
    SalesTeam salesTeam;
    @Inject
    OfferDeciding deciding;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;
    /** Whose leads are listed: of my team, or made by me. */
    public enum Whose { TEAM, MINE, ALL }

    /** @param teamId null: the team of the offer, else the one that sells */
    public LeadLine make(long customerId, Lead.About about, Long teamId) {
        Customer customer = customers.get(customerId);
        deciding.conversation(about.interactionId(), customer);
        Offer offer = about.offerId() == null ? null : offers.get(about.offerId());
        Team team = teamId == null ? salesTeam.of(offer) : users.team(teamId);
        Lead lead = new Lead(customer.id(), about, team.id(), currentUser.name(), clock.instant());
        leads.add(lead);
        leads.flush();
        return told(lead, "made");
    }

    public LeadLine get(long id) {
        LeadLine line = leads.line(id);
        expectMay(line.teamId(), line.madeBy());
        return line;
    }

    public Page<LeadLine> list(Whose whose, Set<Lead.State> states, LeadLine.Cursor after, int size) {
        Long team = whose == Whose.TEAM ? currentUser.get().team().map(Team::id).orElse(-1L) : null;
        if (whose == Whose.ALL && !seesAll()) {
            throw new BusinessException("access.denied");
        }
        return leads.list(new Wanted(states, team, whose == Whose.MINE ? currentUser.name() : null, null), after, Math.max(1, Math.min(size, MOST_A_PAGE)));
    }

    /** How many wait for somebody of the caller's team to take them; counted to {@link #MOST_WAITING}. */
    public int waiting() {
        return currentUser.get().team().map(team -> leads.waiting(team.id(), MOST_WAITING)).orElse(0);
    }

    /** His newest, in whatever state. */
    public List<LeadLine> ofCustomer(long customerId, int most) {
        return leads.list(new Wanted(EnumSet.allOf(Lead.State.class), null, null, customers.get(customerId).id()), null, most).rows();
    }

    /** @param seen version that was looked at, null for whichever it is now */
    public LeadLine take(long id, Integer seen) {
        Lead lead = changing(id, seen);
        lead.take(currentUser.get(), clock.instant());
        return told(lead, "taken");
    }

    public LeadLine giveBack(long id, Integer seen) {
        Lead lead = changing(id, seen);
        lead.giveBack();
        return told(lead, "given-back");
    }

    public LeadLine win(long id, Integer seen) {
        Lead lead = owned(id, seen);
        lead.win(clock.instant());
        return told(lead, "won");
    }

    public LeadLine lose(long id, Integer seen, Lead.Loss why) {
        Lead lead = owned(id, seen);
        lead.lose(why, clock.instant());
        return told(lead, "lost");
    }

    public LeadLine reopen(long id, Integer seen) {
        Lead lead = changing(id, seen);
        lead.reopen();
        return told(lead, "reopened");
    }

    /** Who ends a lead nobody took has taken it. */
    private Lead owned(long id, Integer seen) {
        Lead lead = changing(id, seen);
        if (lead.state() == Lead.State.NEW) {
            lead.take(currentUser.get(), clock.instant());
        }
        return lead;
    }

    private Lead changing(long id, Integer seen) {
        Lead lead = leads.get(id);
        if (!seesAll() && !currentUser.get().team().map(Team::id).filter(team -> team == lead.teamId()).isPresent()) {
            throw new NotFoundException("offer.unknown-lead");
        }
        if (seen != null) {
            lead.expect(seen);
        }
        return lead;
    }

    private void expectMay(long teamId, String madeBy) {
        StaffUser user = currentUser.get();
        if (!seesAll() && !user.userName().equals(madeBy) && !user.team().map(Team::id).filter(team -> team == teamId).isPresent()) {
            throw new NotFoundException("offer.unknown-lead");
        }
    }

    private boolean seesAll() {
        return context.isCallerInRole(Role.SUPERVISOR) || context.isCallerInRole(Role.INTEGRATION);
    }

    private LeadLine told(Lead lead, String what) {
        leads.flush();
        events.tell(new LeadActed(lead.id(), lead.customerId(), lead.teamId(), "offer.lead-" + what, lead.loss().map(loss -> loss.name().toLowerCase(Locale.ROOT)).orElse(null)));
        return leads.line(lead.id());
    }
}
