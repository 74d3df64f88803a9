// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.calendar.BusinessCalendar;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.customer.Customer;
import il.moked.customer.Identification;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.Interactions;
import il.moked.interaction.InternalNote;
import il.moked.interaction.Reference;
import il.moked.interaction.ejb.MessageReceived;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.shared.BusinessException;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * A contact that goes on by telephone another time: whoever calls then finds what was before. Works within the transaction of
 * whoever calls it.
 */
@ApplicationScoped
public class CallingLater {
    private static final int MOST_TIMES = 40;

    @Inject
    ChannelAccounts accounts;
    @Inject
    OpeningHours hours;
    @Inject
    Interactions interactions;
    @Inject
    StaffUsers users;
    @Inject
    WorkItems workItems;
    @Inject
    CallingBack callingBack;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** The call that is to be made. @param teamId who makes it */
    public record Later(long interactionId, long teamId) {
    }

    /** Moments at which somebody can call, the earliest first. @throws BusinessException {@code telephony.no-account} */
    public List<Instant> times() {
        return hours.times(hours.of(line()), clock.instant(), MOST_TIMES);
    }

    /** The same, with the zone in which they are read. */
    public CallbackAsking.Times offered() {
        BusinessCalendar calendar = hours.of(line());
        return new CallbackAsking.Times(calendar.zone(), hours.times(calendar, clock.instant(), MOST_TIMES));
    }

    private ChannelAccount line() {
        return accounts.usual(Channel.PHONE).orElseThrow(() -> new BusinessException("telephony.no-account"));
    }

    /**
     * A customer of whom it is known who he is asks to be called.
     *
     * @param about what he wants, in a line @param at a moment he picked, or null for as soon as it is his turn @param language he is spoken to in
     * @throws BusinessException {@code routing.callback-number}, {@code routing.callback-time}, {@code telephony.no-account}
     */
    public Later callFor(Customer customer, String number, Instant at, String about, String language) {
        PhoneNumber dialled = callingBack.callable(number).orElseThrow(() -> new BusinessException("routing.callback-number"));
        ChannelAccount account = line();
        Instant now = clock.instant();
        if (at != null && !hours.allows(hours.of(account), at, now)) {
            throw new BusinessException("routing.callback-time");
        }
        Interaction interaction = new Interaction(Reference.next(), customer, Identification.SIGNED_IN, account, workItems.teamOf(account.queueId()), about, dialled.value(), language, now);
        WorkItem item = waits(interaction, account, customer, now);
        item.calledBecause(WorkItem.Origin.WRITTEN);
        callingBack.promise(interaction, item, dialled, at);
        return new Later(interaction.id(), workItems.teamOf(item.queueId()));
    }

    private WorkItem waits(Interaction interaction, ChannelAccount account, Customer customer, Instant now) {
        interactions.add(interaction);
        interactions.flush();
        events.tell(new MessageReceived(interaction.id(), null, true, account.id(), account.queueId(), Channel.PHONE, customer.segment(), customer.id(), interaction.language(), null, null, null, now));
        return workItems.findFor(interaction.id()).orElseThrow(() -> new BusinessException("routing.changed"));
    }

    /**
     * His customer is called at that moment, by whoever answers the telephone.
     *
     * @param before what it goes on from @param by who hands it over @param why what whoever calls must know
     * @throws BusinessException {@code routing.callback-number}, {@code routing.callback-time}, {@code telephony.no-account}
     */
    public Later call(Interaction before, String number, Instant at, StaffUser by, String why) {
        PhoneNumber dialled = callingBack.callable(number).orElseThrow(() -> new BusinessException("routing.callback-number"));
        ChannelAccount account = line();
        Instant now = clock.instant();
        if (!hours.allows(hours.of(account), at, now)) {
            throw new BusinessException("routing.callback-time");
        }
        Customer customer = before.customer().current();
        Interaction interaction = new Interaction(Reference.next(), customer, before.identification(), account, workItems.teamOf(account.queueId()), before.subject(), dialled.value(), before.language(), now);
        interaction.relatedTo(before.id());
        WorkItem item = waits(interaction, account, customer, now);
        long team = workItems.teamOf(item.queueId());
        interaction.giveToTeam(team);
        InternalNote note = new InternalNote(interaction, by, why, null, now);
        interactions.add(note);
        interactions.add(new InteractionEvent(interaction, InteractionEvent.Kind.HANDED_OVER, by.userName(), users.team(team).code(), now).explainedBy(note));
        item.calledBecause(WorkItem.Origin.PROMISED);
        callingBack.promise(interaction, item, dialled, at);
        return new Later(interaction.id(), team);
    }
}
