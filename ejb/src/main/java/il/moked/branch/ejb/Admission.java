// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.StaffUser;
import il.moked.agent.Skill;
import il.moked.branch.Appointment;
import il.moked.branch.Arrival;
import il.moked.branch.ArrivalEvent.Kind;
import il.moked.branch.Arrivals;
import il.moked.branch.Branch;
import il.moked.branch.Branches;
import il.moked.branch.Counter;
import il.moked.branch.VisitReason;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.customer.Customer;
import il.moked.customer.Identification;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.Interactions;
import il.moked.interaction.Reference;
import il.moked.interaction.ejb.InteractionClosed;
import il.moked.interaction.ejb.MessageReceived;
import il.moked.routing.RequiredSkill;
import il.moked.routing.Requirement;
import il.moked.routing.ejb.InPerson;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The conversation of who is at the door, with its place in the one line; and its end when he goes without having been served. */
@ApplicationScoped
class Admission {
    /** What is asked of a clerk in a subject until somebody has to wait long. */
    private static final int LEVEL = 2;

    @Inject
    Arrivals arrivals;
    @Inject
    Branches branches;
    @Inject
    BranchChoice choice;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Interactions interactions;
    @Inject
    InPerson inPerson;
    @Inject
    ArrivalLedger ledger;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** He waits from the moment he came through the door. @param due the place he was given before he came, or null @param by who let him in */
    void admit(Arrival of, Identification how, Instant due, String by) {
        Branch branch = of.branch();
        Customer customer = of.customer().orElseThrow();
        String language = customer.language();
        Instant since = of.arrivedAt().orElseThrow();
        ChannelAccount account = accounts.get(branch.accountId());
        Interaction interaction = new Interaction(Reference.next(), customer, how, account, branch.teamId(), of.reason().name(language) + " · " + branch.name(language) + " · " + of.number().orElseThrow(), of.telephone().orElse(null), language, since);
        interaction.callerWaits(since);
        interactions.add(interaction);
        interactions.flush();
        events.tell(new MessageReceived(interaction.id(), null, true, account.id(), branch.queueId(), Channel.BRANCH, customer.segment(), customer.id(), language, of.reason().code(), null, null, since));
        Instant his = inPerson.asks(interaction.id(), asked(branch, customer, of.reason()), due);
        Instant kept = of.expectedAt().map(expected -> placeFromHome(of, his, expected)).orElse(his);
        of.admitted(interaction.id(), kept.isBefore(his) ? inPerson.asks(interaction.id(), Requirement.NONE, kept) : his);
        ledger.write(of, Kind.CAME, by, of.number().orElse(null));
    }

    /** Who has an hour, is due then; who comes too late for it waits as anybody else. */
    static Instant hour(Appointment appointment, Instant now) {
        return appointment == null || !appointment.keepsHour(now) ? null : appointment.startsAt();
    }

    /** Who took his number at home is as old as that, but not due before he said that he would be there. */
    private static Instant placeFromHome(Arrival of, Instant due, Instant expected) {
        Instant asOld = due.minus(Duration.between(of.takenAt(), of.arrivedAt().orElseThrow()));
        return asOld.isBefore(expected) ? expected : asOld;
    }

    private Requirement asked(Branch branch, Customer customer, VisitReason reason) {
        Requirement asked = reason.skill().map(code -> Requirement.of(RequiredSkill.atLeast(LEVEL, new Skill(code, Skill.Kind.SUBJECT)))).orElse(Requirement.NONE);
        String group = choice.fit(branch, customer, reason).choice().group();
        boolean there = group != null && branches.counters(branch.id()).stream().anyMatch(counter -> counter.active() && counter.group().equals(group));
        return there ? asked.and(Requirement.of(RequiredSkill.atLeast(1, ofGroup(group)))) : asked;
    }

    /** Whoever sits at a counter of the group may serve what is sent to that group. */
    static Skill ofGroup(String group) {
        return new Skill("counter." + group, Skill.Kind.AUTHORISATION);
    }

    static Skill of(Counter counter) {
        return ofGroup(counter.group());
    }

    /** To be changed: his conversation is locked first, then he. */
    Arrival locked(Arrival known) {
        known.interactionId().ifPresent(interactions::getLocked);
        return arrivals.getLocked(known.id());
    }

    /**
     * He goes, served by nobody. His conversation is locked, then the visit.
     *
     * @param reason code of the seeded reason of closing
     */
    void gone(Arrival of, Kind kind, String reason, String by, String detail) {
        Instant now = clock.instant();
        of.interactionId().ifPresent(id -> {
            Interaction interaction = interactions.getLocked(id);
            if (kind == Kind.REDIRECTED) {
                inPerson.sentOn(id);
            } else {
                inPerson.gone(id);
            }
            if (interaction.open()) {
                Long owner = interaction.owner().map(StaffUser::id).orElse(null);
                interaction.callerWaitsNoLonger(now);
                interaction.close(interactions.seededReason(reason), null, now);
                interactions.add(new InteractionEvent(interaction, InteractionEvent.Kind.CLOSED, by, reason, now));
                events.tell(new InteractionClosed(id, interaction.customer().id(), owner, reason));
            }
        });
        ledger.write(of, kind, by, detail);
    }
}
