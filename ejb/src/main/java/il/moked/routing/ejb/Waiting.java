// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.Role;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccounts;
import il.moked.interaction.Interactions;
import il.moked.interaction.Reference;
import il.moked.interaction.ejb.ChatSessions;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.routing.ejb.ExpectedWaits.Outlook;
import il.moked.shared.NotFoundException;
import il.moked.shared.PhoneNumber;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells a waiting customer honestly where he stands. */
@Stateless
@PermitAll
public class Waiting {
    @Inject
    WorkItems workItems;
    @Inject
    ExpectedWaits waits;
    @Inject
    Interactions interactions;
    @Inject
    ChannelAccounts accounts;
    @Inject
    ChatSessions chats;

    /**
     * @param place 1 is next; above {@link WorkItems#COUNT_LIMIT} means "at least"; 0 where an account tells nobody his place
     * @param expected null when nobody is available
     */
    public record Place(int place, Duration expected) {
        private static final Place UNTOLD = new Place(0, null);

        public boolean told() {
            return place > 0;
        }
    }

    /**
     * He will be called.
     *
     * @param number as people write it
     * @param from the moment he picked, or null for as soon as it is his turn
     */
    public record Promised(String number, Instant from) {
    }

    /** @return empty when the visitor is not waiting in the line (not yet admitted, or being served) */
    public Optional<Place> placeOf(String chatSecret) {
        return Optional.ofNullable(chats.standing(chatSecret).interactionId()).flatMap(this::place);
    }

    /** Empty unless the visitor waits to be called. */
    public Optional<Promised> callbackOf(String chatSecret) {
        return Optional.ofNullable(chats.standing(chatSecret).interactionId()).flatMap(this::callback);
    }

    /** As {@link #placeOf}, by the reference of a form. */
    public Optional<Place> placeOfForm(String reference) {
        return form(reference).flatMap(this::place);
    }

    public Optional<Promised> callbackOfForm(String reference) {
        return form(reference).flatMap(this::callback);
    }

    /** As {@link #placeOf}, of whatever conversation, for another system of the organisation. @throws NotFoundException {@code interaction.unknown} */
    @RolesAllowed(Role.INTEGRATION)
    public Optional<Place> placeOfAny(String reference) {
        return place(any(reference));
    }

    @RolesAllowed(Role.INTEGRATION)
    public Optional<Promised> callbackOfAny(String reference) {
        return callback(any(reference));
    }

    private long any(String reference) {
        return interactions.findByReference(Reference.normal(reference)).orElseThrow(() -> new NotFoundException("interaction.unknown")).id();
    }

    private Optional<Long> form(String reference) {
        return interactions.findByReference(Reference.normal(reference)).filter(found -> found.channel() == Channel.FORM).map(found -> found.id());
    }

    private Optional<Place> place(long interactionId) {
        return workItems.look(interactionId).filter(item -> item.state() == WorkItem.State.WAITING || item.state() == WorkItem.State.OFFERED)
                .map(item -> accounts.get(interactions.get(interactionId).accountId()).tellsWait() ? told(waits.announced(item)) : Place.UNTOLD);
    }

    private static Place told(Outlook outlook) {
        return new Place(outlook.place(), outlook.expected());
    }

    private Optional<Promised> callback(long interactionId) {
        return workItems.look(interactionId).filter(WorkItem::awaitsCallback)
                .map(item -> new Promised(item.callbackNumber().flatMap(PhoneNumber::parse).map(PhoneNumber::display).orElse(""), item.notBefore().orElse(null)));
    }
}
