// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.desk;

import il.moked.interaction.InteractionLine;
import il.moked.interaction.desk.DeskView;
import il.moked.interaction.ejb.Telephoning;
import il.moked.routing.WorkItems;
import il.moked.routing.ejb.Offers;
import il.moked.shared.BusinessException;
import il.moked.shared.PhoneNumber;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is offered to me and how many wait behind it. */
@Named
@RequestScoped
public class OffersView {
    @Inject
    Offers offers;
    @Inject
    Telephoning telephoning;
    @Inject
    DeskView desk;
    @Inject
    LawWords words;
    @Inject
    Screen screen;
    @Inject
    Clock clock;

    private List<WorkItems.Offer> mine;
    private final Map<Long, Telephoning.CallView> calls = new HashMap<>();
    private final Map<Long, Instant> late = new HashMap<>();

    public List<WorkItems.Offer> mine() {
        if (mine == null) {
            mine = offers.mine();
        }
        return mine;
    }

    /** Whether a caller waits on the line; who is to be called does not. */
    public boolean rings(WorkItems.Offer offer) {
        return offer.channel().dialled() && !offer.callback();
    }

    /** Of the customer, as people write it; null when there is none. */
    public String number(WorkItems.Offer offer) {
        if (offer.callback()) {
            return PhoneNumber.parse(offer.callbackNumber()).map(PhoneNumber::display).orElse(null);
        }
        Telephoning.CallView call = call(offer);
        return call == null ? null : call.number();
    }

    /** What it is about: of a caller what he chose, in my language where it is one of the subjects we know; of a writer his subject and last line. */
    public String about(WorkItems.Offer offer) {
        String subject = offer.subject() == null ? "" : offer.subject();
        String last = offer.lastLine() == null ? "" : offer.lastLine();
        if (rings(offer)) {
            Telephoning.CallView call = call(offer);
            String code = call == null ? null : call.subject();
            String known = words.subject(code);
            return code == null || known.equals(code) ? subject : known;
        }
        return subject.isEmpty() || subject.equals(last) ? last : last.isEmpty() ? subject : subject + " · " + last;
    }

    private Telephoning.CallView call(WorkItems.Offer offer) {
        return rings(offer) ? calls.computeIfAbsent(offer.interactionId(), id -> telephoning.callOf(id).orElse(null)) : null;
    }

    /** The offer whose card is shown, or null: it was not chosen, or ended meanwhile. */
    public WorkItems.Offer popped() {
        return mine().stream().filter(offer -> Long.valueOf(offer.interactionId()).equals(desk.getPopped())).findFirst().orElse(null);
    }

    /** Shows the customer's card before the offer is accepted; for as long as it is offered. */
    public void pop() {
        long wanted = screen.number("id");
        WorkItems.Offer offer = mine().stream().filter(one -> one.workItemId() == wanted).findFirst().orElseThrow(() -> new BusinessException("routing.not-offered"));
        desk.pop(offer.interactionId());
    }

    /** Back to the card of what is open. */
    public void unpop() {
        desk.pop(null);
    }

    public boolean late(WorkItems.Offer offer) {
        return clock.instant().isAfter(offer.dueAt());
    }

    public String waiting() {
        int waiting = offers.waitingInMyTeam();
        return waiting >= WorkItems.COUNT_LIMIT ? WorkItems.COUNT_LIMIT + "+" : Integer.toString(waiting);
    }

    /**
     * Seconds of waiting after which a conversation is late, by what was promised to it; null when nothing was.
     *
     * @param all the list it stands in: they are looked up together
     */
    public Long target(InteractionLine line, List<InteractionLine> all) {
        if (!late.containsKey(line.id())) {
            Map<Long, Instant> waiting = all.stream().filter(InteractionLine::waiting).collect(Collectors.toMap(InteractionLine::id, InteractionLine::waitingSince, (one, same) -> one));
            Map<Long, Instant> known = offers.late(waiting);
            waiting.keySet().forEach(id -> late.put(id, known.get(id)));
        }
        Instant moment = late.get(line.id());
        return moment == null ? null : Duration.between(line.waitingSince(), moment).toSeconds();
    }

    public void accept() {
        desk.open(offers.accept(screen.number("id")));
        mine = null;
        screen.redraw("offers", "presence", "waiting");
    }

    public void decline() {
        offers.decline(screen.number("id"));
        mine = null;
        if (desk.getPopped() != null && popped() == null) {
            desk.pop(null);
        }
        screen.redraw("offers", "presence", "waiting");
    }
}
