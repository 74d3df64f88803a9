// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.Role;
import il.moked.calendar.BusinessCalendar;
import il.moked.channel.Channel;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Reference;
import il.moked.interaction.ejb.ChatSessions;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.PhoneNumber;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** How somebody who waits asks to be called instead, by what only he knows: the secret of his chat or the reference of his form. */
@Stateless
@PermitAll
public class CallbackAsking {
    private static final int MOST_TIMES = 40;

    @Inject
    WorkItems workItems;
    @Inject
    CallingBack callingBack;
    @Inject
    StatutoryClocks law;
    @Inject
    OpeningHours hours;
    @Inject
    Interactions interactions;
    @Inject
    ChatSessions chats;
    @Inject
    Clock clock;

    /** Moments a customer may pick, and the zone in which they are read. */
    public record Times(ZoneId zone, List<Instant> moments) {
    }

    /** @throws NotFoundException {@code interaction.unknown-chat} */
    public Times timesForChat(String secret) {
        return times(chat(secret));
    }

    /** @throws NotFoundException {@code interaction.unknown} */
    public Times timesForForm(String reference) {
        return times(form(reference).id());
    }

    /** For another system of the organisation, in whatever conversation. @throws NotFoundException {@code interaction.unknown} */
    @RolesAllowed(Role.INTEGRATION)
    public Times timesFor(String reference) {
        return times(any(reference).id());
    }

    private Times times(long interactionId) {
        BusinessCalendar calendar = hours.of(waiting(interactionId));
        return new Times(calendar.zone(), hours.times(calendar, clock.instant(), MOST_TIMES));
    }

    /**
     * He keeps his place, and asking again changes number and time.
     *
     * @param at a moment he picked, or null for as soon as it is his turn
     * @throws BusinessException {@code routing.callback-number}, {@code routing.callback-time}; {@code routing.callback-late} when somebody serves him
     * @throws NotFoundException {@code interaction.unknown-chat}
     */
    public void byChat(String secret, String number, Instant at) {
        ask(chat(secret), number, at);
    }

    /** As {@link #byChat}. @throws NotFoundException {@code interaction.unknown} */
    public void byForm(String reference, String number, Instant at) {
        ask(form(reference).id(), number, at);
    }

    /** As {@link #byChat}, for another system of the organisation. @throws NotFoundException {@code interaction.unknown} */
    @RolesAllowed(Role.INTEGRATION)
    public void byReference(String reference, String number, Instant at) {
        ask(any(reference).id(), number, at);
    }

    private void ask(long interactionId, String number, Instant at) {
        PhoneNumber dialled = callingBack.callable(number).orElseThrow(() -> new BusinessException("routing.callback-number"));
        Interaction interaction = interactions.getLocked(interactionId);
        WorkItem item = waiting(interactionId);
        if (at != null && !hours.allows(hours.of(item), at, clock.instant())) {
            throw new BusinessException("routing.callback-time");
        }
        law.chosenAnew(item, at, clock.instant());
        item.calledBecause(WorkItem.Origin.WRITTEN);
        callingBack.promise(interaction, item, dialled, at);
    }

    private WorkItem waiting(long interactionId) {
        return workItems.findFor(interactionId).filter(WorkItem::unserved).orElseThrow(() -> new BusinessException("routing.callback-late"));
    }

    private long chat(String secret) {
        Long interaction = chats.standing(secret).interactionId();
        if (interaction == null) {
            throw new BusinessException("routing.callback-late");
        }
        return interaction;
    }

    private Interaction any(String reference) {
        return interactions.findByReference(Reference.normal(reference)).orElseThrow(() -> new NotFoundException("interaction.unknown"));
    }

    private Interaction form(String reference) {
        return interactions.findByReference(Reference.normal(reference)).filter(found -> found.channel() == Channel.FORM).orElseThrow(() -> new NotFoundException("interaction.unknown"));
    }
}
