// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.ejb.CurrentUser;
import il.moked.agent.Agents;
import il.moked.agent.WorkWeight;
import il.moked.channel.Channel;
import il.moked.interaction.CardNumbers;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.ejb.Commanding;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.shared.BusinessException;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ShownText;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an agent does about calling somebody back. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class Callbacks {
    private static final int MOST_TIMES = 40;
    /** Characters. */
    public static final int LONGEST_REASON = 200;

    @Inject
    DomainEvents events;
    @Inject
    Agents agents;
    @Inject
    WorkItems workItems;
    @Inject
    Lines lines;
    @Inject
    CallingBack callingBack;
    @Inject
    OpeningHours hours;
    @Inject
    Interactions interactions;
    @Inject
    Commanding commanding;
    @Inject
    CurrentUser currentUser;
    @Inject
    Clock clock;
    /** Minutes after a call without an answer until the next, when nobody picks a time. */
    @Inject
    @ConfigProperty(name = "moked.routing.callback-retry-minutes", defaultValue = "15")
    long retryMinutes;

    /**
     * A call back as its agent sees it.
     *
     * @param number as people write it
     * @param attempts calls without an answer by now
     * @param waiting whether it is in the line or waits for its moment; false while somebody has it
     * @param mine whether the caller has it
     * @param since when it was promised first @param from the moment the customer picked, or null
     * @param dialling whether he is being called now
     */
    public record Callback(String number, int attempts, int mostAttempts, boolean waiting, boolean mine, Channel channel, WorkItem.Origin origin, Instant since, Instant from, boolean dialling) {
    }

    /** Empty when nobody is to be called in this conversation, or he was reached. */
    public Optional<Callback> of(long interactionId) {
        Optional<WorkItem> found = workItems.look(interactionId).filter(item -> item.kind() == WorkItem.Kind.CALLBACK && (item.awaitsCallback() || item.connecting()));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        WorkItem item = found.get();
        Interaction interaction = interactions.get(interactionId);
        return Optional.of(new Callback(item.callbackNumber().flatMap(PhoneNumber::parse).map(PhoneNumber::display).orElse(""), callingBack.attempts(item), callingBack.mostAttempts(), item.awaitsCallback(),
                item.connecting() && interaction.ownedBy(currentUser.get().id()), interaction.channel(), item.callbackOrigin().orElse(WorkItem.Origin.WRITTEN), item.callbackSince().orElse(null), item.notBefore().orElse(null), commanding.dials(interactionId)));
    }

    /** Moments that can be promised. */
    public List<Instant> times(long interactionId) {
        return workItems.look(interactionId).map(item -> hours.times(hours.of(item), clock.instant(), MOST_TIMES)).orElse(List.of());
    }

    /**
     * The caller's own conversation goes back to the line to be called: promised on the telephone, in a chat or mail, or
     * because nobody answered. He keeps nothing of it.
     *
     * @param number null or blank for the one it has
     * @param at null for a quarter of an hour from now, or the opening after it
     * @throws BusinessException {@code interaction.not-owner}, {@code routing.callback-number}, {@code routing.callback-time}
     */
    public void callLater(long interactionId, String number, Instant at) {
        StaffUser user = currentUser.get();
        Interaction interaction = interactions.getLocked(interactionId);
        interaction.refuseIfClosed();
        if (!interaction.ownedBy(user.id())) {
            throw new BusinessException("interaction.not-owner", interaction.owner().map(owner -> owner.name(user.language())).orElse("–"));
        }
        WorkItem item = workItems.findFor(interactionId).orElseThrow(() -> new BusinessException("routing.changed"));
        if (commanding.dials(interactionId)) {
            throw new BusinessException("routing.callback-talking");
        }
        String wanted = number == null || number.isBlank() ? item.callbackNumber().or(interaction::replyAddress).orElse("") : number;
        PhoneNumber dialled = PhoneNumber.parse(wanted).orElseThrow(() -> new BusinessException("routing.callback-number"));
        Instant now = clock.instant();
        Instant from = at == null ? nextTry(item, now) : at;
        if (at != null && !hours.allows(hours.of(item), at, now)) {
            throw new BusinessException("routing.callback-time");
        }
        Optional<Long> mine = item.agentId().filter(agent -> item.loads());
        WorkWeight work = item.work();
        interaction.giveToTeam(interaction.teamId());
        item.calledBecause(WorkItem.Origin.PROMISED);
        callingBack.promise(interaction, item, dialled, from);
        lines.look(item.queueId());
        mine.ifPresent(agent -> {
            agents.release(agent, work);
            events.tell(new CapacityFreed(interactionId, agent));
        });
    }

    private Instant nextTry(WorkItem item, Instant now) {
        return hours.of(item).add(now.plus(Duration.ofMinutes(retryMinutes)), Duration.ZERO);
    }

    /**
     * A conversation that waits for a call needs none any more: the caller's own, or one that waits for his team.
     *
     * @param why in a few words
     * @throws BusinessException {@code interaction.not-owner}, {@code routing.changed}; {@code routing.callback-why}; {@code routing.callback-talking} while he is called
     */
    public void withdraw(long interactionId, String why) {
        StaffUser user = currentUser.get();
        if (why == null || why.isBlank() || why.length() > LONGEST_REASON) {
            throw new BusinessException("routing.callback-why", LONGEST_REASON);
        }
        Interaction interaction = interactions.getLocked(interactionId);
        WorkItem item = workItems.findFor(interactionId).filter(found -> found.awaitsCallback() || found.kind() == WorkItem.Kind.CALLBACK && found.connecting()).orElseThrow(() -> new BusinessException("routing.changed"));
        boolean his = item.connecting() ? interaction.ownedBy(user.id()) : user.team().filter(team -> team.id() == workItems.teamOf(item.queueId())).isPresent();
        if (!his && !user.has(Role.SUPERVISOR)) {
            throw new BusinessException("interaction.not-owner", interaction.owner().map(owner -> owner.name(user.language())).orElse("–"));
        }
        if (commanding.dials(interactionId)) {
            throw new BusinessException("routing.callback-talking");
        }
        callingBack.withdraw(interaction, item, user.userName(), CardNumbers.masked(ShownText.line(why, LONGEST_REASON)));
    }
}
