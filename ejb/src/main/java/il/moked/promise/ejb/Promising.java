// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.access.ejb.CurrentUser;
import il.moked.calendar.BusinessCalendar;
import il.moked.channel.Channel;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.interaction.CardNumbers;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.promise.DueChoice;
import il.moked.promise.Promise;
import il.moked.promise.PromiseCounts.Counted;
import il.moked.promise.PromiseEvent;
import il.moked.promise.PromisePolicy;
import il.moked.promise.PromisedTime;
import il.moked.promise.Promises;
import il.moked.shared.BusinessException;
import il.moked.shared.ShownText;
import il.moked.shared.StaleVersionException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Promises are given, kept, cancelled and handed on. Whoever serves a customer may keep what he was promised, whosever it is;
 * only its owner, his team and supervisors may cancel it or hand it on.
 */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION})
public class Promising {
    private static final Duration FARTHEST = Duration.ofDays(366);

    @Inject
    Promises promises;
    @Inject
    PromiseLedger ledger;
    @Inject
    PromiseCalendars calendars;
    @Inject
    Customers customers;
    @Inject
    Interactions interactions;
    @Inject
    StaffUsers users;
    @Inject
    CurrentUser currentUser;
    @Inject
    Clock clock;
    /** Zone in which days are counted. */
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;
    /** The owner is reminded when so much of the business time until due is over. Percent, 1 to 99. */
    @Inject
    @ConfigProperty(name = "moked.promise.reminder-percent", defaultValue = "75")
    int reminderPercent;
    /** The reminder comes at least so long before due. Minutes of business time. */
    @Inject
    @ConfigProperty(name = "moked.promise.reminder-minutes", defaultValue = "15")
    long reminderMinutes;
    /** A supervisor hears of a broken promise so long after it was due. Minutes of business time. */
    @Inject
    @ConfigProperty(name = "moked.promise.escalation-minutes", defaultValue = "30")
    long escalationMinutes;

    /** Who is to keep it: an agent by user name, else a team by code, else whoever gives it. */
    public record Keeper(String userName, String teamCode) {
        public static final Keeper GIVER = new Keeper(null, null);
    }

    /**
     * What is promised.
     *
     * @param interactionId null when no conversation is open @param channel on which it is given, null for that of the conversation
     * @param due until when; null is refused
     */
    public record NewPromise(long customerId, Long interactionId, Channel channel, Promise.Kind kind, String text, Due due, Keeper keeper) {
        /** @param choice what was said, or null when a moment was picked @param at the moment, or null */
        public NewPromise(long customerId, Long interactionId, Channel channel, Promise.Kind kind, String text, DueChoice choice, Instant at, Keeper keeper) {
            this(customerId, interactionId, channel, kind, text, choice != null ? new Said(choice) : at == null ? null : new At(at), keeper);
        }
    }

    /** Until when something is promised: as people say it, at a moment, or by the end of a day. */
    public sealed interface Due permits Said, At, Within {
    }

    public record Said(DueChoice choice) implements Due {
    }

    public record At(Instant moment) implements Due {
    }

    public record Within(LocalDate day) implements Due {
    }

    /** A promise as it was given. */
    public record Given(long id, PromisedTime due) {
    }

    /** What can be said, and until when that is. */
    public record Offered(DueChoice choice, PromisedTime due) {
    }

    /** What "today" and the others mean for this customer now. */
    public List<Offered> choices(long customerId, Long interactionId) {
        Instant now = clock.instant();
        Customer customer = customers.get(customerId);
        Interaction interaction = conversation(customer, interactionId);
        BusinessCalendar calendar = calendars.of(customer.id(), interaction, teamOf(currentUser.get(), interaction).id(), today(now)).calendar();
        return Arrays.stream(DueChoice.values()).map(choice -> new Offered(choice, choice.on(calendar, now))).toList();
    }

    private LocalDate today(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private Interaction conversation(Customer customer, Long interactionId) {
        if (interactionId == null) {
            return null;
        }
        Interaction interaction = interactions.get(interactionId);
        if (!interaction.customer().current().id().equals(customer.id())) {
            throw new BusinessException("promise.other-customer");
        }
        return interaction;
    }

    private Team teamOf(StaffUser user, Interaction interaction) {
        return user.team().or(() -> Optional.ofNullable(interaction).map(Interaction::teamId).map(users::team)).orElseThrow(() -> new BusinessException("promise.keeper"));
    }

    /** @throws BusinessException {@code promise.text}, {@code promise.due}, {@code promise.past}, {@code promise.far}, {@code promise.keeper}, {@code promise.channel}, {@code promise.other-customer} */
    public Given give(NewPromise wanted) {
        Instant now = clock.instant();
        String text = text(wanted.text());
        Customer customer = customers.get(wanted.customerId());
        Interaction interaction = conversation(customer, wanted.interactionId());
        Channel channel = wanted.channel() != null ? wanted.channel() : Optional.ofNullable(interaction).map(Interaction::channel).orElseThrow(() -> new BusinessException("promise.channel"));
        StaffUser user = currentUser.get();
        StaffUser owner = keeper(wanted.keeper(), user);
        Team team = team(wanted.keeper(), owner, user, interaction);
        Promise.Deadline deadline = deadline(wanted.due(), calendars.of(customer.id(), interaction, team.id(), today(now)), now);
        PromisedTime due = deadline.due();
        Promise promise = new Promise(customer.id(), wanted.kind(), text, owner, team, new Promise.Origin(interaction == null ? null : interaction.id(), channel, user.userName(), now), deadline);
        promises.add(promise);
        ledger.write(promise, PromiseEvent.Kind.GIVEN, user.userName(), due.moved() == null ? due.at().toString() : due.wished() + " > " + due.at() + " " + due.moved(), now);
        ledger.count(promise, team.id(), Counted.GIVEN, 1);
        ledger.tell("promise.given", promise, wanted.kind() + " " + due.at());
        return new Given(promise.id(), due);
    }

    private Promise.Deadline deadline(Due wanted, PromiseCalendars.Coded hours, Instant now) {
        PromisedTime due = due(wanted, hours.calendar(), now);
        PromisePolicy policy = new PromisePolicy(reminderPercent, Duration.ofMinutes(reminderMinutes), Duration.ofMinutes(escalationMinutes));
        return new Promise.Deadline(due, today(due.at()), hours.code(), policy.remindAt(hours.calendar(), now, due.at()), policy.escalateAt(hours.calendar(), due.at()));
    }

    private static String text(String given) {
        if (given == null || given.isBlank() || given.strip().length() > Promise.LONGEST_TEXT) {
            throw new BusinessException("promise.text", Promise.LONGEST_TEXT);
        }
        return CardNumbers.masked(ShownText.line(ShownText.storable(given), Promise.LONGEST_TEXT));
    }

    private PromisedTime due(Due wanted, BusinessCalendar calendar, Instant now) {
        if (wanted == null) {
            throw new BusinessException("promise.due");
        }
        if (wanted instanceof Said said) {
            return said.choice().on(calendar, now);
        }
        Instant last = wanted instanceof At at ? at.moment() : ((Within) wanted).day().plusDays(1).atStartOfDay(zone).toInstant();
        if (!last.isAfter(now)) {
            throw new BusinessException("promise.past");
        }
        if (last.isAfter(now.plus(FARTHEST))) {
            throw new BusinessException("promise.far", FARTHEST.toDays());
        }
        return wanted instanceof At at ? DueChoice.at(calendar, at.moment()) : DueChoice.within(calendar, ((Within) wanted).day());
    }

    /** Null when a team is to keep it. */
    private StaffUser keeper(Keeper keeper, StaffUser giver) {
        if (keeper.userName() != null) {
            return users.findByName(keeper.userName()).filter(StaffUser::active).filter(user -> user.team().isPresent()).orElseThrow(() -> new BusinessException("promise.keeper"));
        }
        return keeper.teamCode() == null && giver.team().isPresent() ? giver : null;
    }

    private Team team(Keeper keeper, StaffUser owner, StaffUser giver, Interaction interaction) {
        if (owner != null) {
            return owner.team().orElseThrow();
        }
        return keeper.teamCode() == null ? teamOf(giver, interaction) : users.findTeam(keeper.teamCode()).orElseThrow(() -> new BusinessException("promise.keeper"));
    }

    /**
     * It is done.
     *
     * @param seen version as it was shown, null when it does not matter
     * @param what kept it: a reference or some words; must be there for a note
     * @return whether it was in time
     * @throws BusinessException {@link StaleVersionException}, {@code promise.ended}, {@code promise.proof}
     */
    public boolean keep(long id, Integer seen, Promise.Proof proof, String what) {
        Instant now = clock.instant();
        if (proof == null || proof == Promise.Proof.NOTE && (what == null || what.isBlank())) {
            throw new BusinessException("promise.proof");
        }
        String words = ending(what);
        Promise promise = seen(id, seen);
        refuseIfEnded(promise);
        return ledger.keep(promise, proof, words, currentUser.name(), now);
    }

    private static String ending(String what) {
        if (what != null && what.strip().length() > Promise.LONGEST_ENDING) {
            throw new BusinessException("promise.ending", Promise.LONGEST_ENDING);
        }
        return what == null || what.isBlank() ? null : CardNumbers.masked(ShownText.line(ShownText.storable(what), Promise.LONGEST_ENDING));
    }

    private Promise seen(long id, Integer seen) {
        Promise promise = promises.getLocked(id);
        if (seen != null && promise.version() != seen) {
            throw new StaleVersionException();
        }
        return promise;
    }

    private static void refuseIfEnded(Promise promise) {
        if (!promise.state().pending()) {
            throw new BusinessException("promise.ended");
        }
    }

    /**
     * It is void. What was broken before stays counted as broken.
     *
     * @throws BusinessException {@code promise.why}, {@code promise.not-yours}, {@link StaleVersionException}, {@code promise.ended}
     */
    public void cancel(long id, Integer seen, String why) {
        Instant now = clock.instant();
        String words = ending(why);
        if (words == null) {
            throw new BusinessException("promise.why");
        }
        Promise promise = seen(id, seen);
        refuseUnlessOurs(promise);
        refuseIfEnded(promise);
        ledger.breakIfOverdue(promise, now);
        promise.cancel(words, currentUser.name(), now);
        ledger.write(promise, PromiseEvent.Kind.CANCELLED, currentUser.name(), words, now);
        if (promise.brokenAt().isEmpty()) {
            ledger.count(promise, promise.teamId(), Counted.CANCELLED, 1);
        }
        ledger.tell("promise.cancelled", promise, null);
    }

    /**
     * The customer agreed to another time. The figures count by it, and count that it is not the first.
     *
     * @param seen as {@link #keep} @param why he did
     * @throws BusinessException {@code promise.why-rescheduled}, {@code promise.not-yours}, {@code promise.ended}, {@code promise.broken}, {@code promise.same-time}, {@code promise.due}, {@code promise.past}, {@code promise.far}
     */
    public Given reschedule(long id, Integer seen, Due wanted, String why) {
        Instant now = clock.instant();
        String words = ending(why);
        if (words == null) {
            throw new BusinessException("promise.why-rescheduled");
        }
        Promise promise = seen(id, seen);
        refuseUnlessOurs(promise);
        Instant before = promise.dueAt();
        LocalDate dayBefore = promise.dueDay();
        int counted = promise.reschedules() == 0 ? 0 : 1;
        Interaction interaction = promise.interactionId().map(interactions::get).orElse(null);
        Promise.Deadline agreed = deadline(wanted, calendars.of(promise.customerId(), interaction, promise.teamId(), today(now)), now);
        promise.reschedule(agreed, words, now);
        ledger.write(promise, PromiseEvent.Kind.RESCHEDULED, currentUser.name(), before + " > " + promise.dueAt() + " " + words, now);
        ledger.recount(promise, dayBefore, counted);
        ledger.tell("promise.rescheduled", promise, before + " > " + promise.dueAt());
        return new Given(promise.id(), agreed.due());
    }

    private void refuseUnlessOurs(Promise promise) {
        StaffUser user = currentUser.get();
        boolean ours = promise.ownerId().filter(user.id()::equals).isPresent() || user.team().filter(team -> team.id() == promise.teamId()).isPresent() || user.has(Role.SUPERVISOR) || user.has(Role.INTEGRATION);
        if (!ours) {
            throw new BusinessException("promise.not-yours");
        }
    }

    /** What somebody just said of it is taken back. @throws BusinessException {@code promise.not-ended}, {@code promise.undo-late}, {@code promise.not-yours} */
    public void undo(long id) {
        Instant now = clock.instant();
        Promise promise = promises.getLocked(id);
        if (!currentUser.name().equals(promise.endedBy().orElse(null))) {
            refuseUnlessOurs(promise);
        }
        Promise.State was = promise.state();
        promise.reopen(now);
        ledger.write(promise, PromiseEvent.Kind.REOPENED, currentUser.name(), was.name(), now);
        switch (was) {
            case KEPT -> ledger.count(promise, promise.teamId(), Counted.KEPT, -1);
            case KEPT_LATE -> ledger.count(promise, promise.brokenTeamId().orElseThrow(), Counted.KEPT_LATE, -1);
            case CANCELLED -> {
                if (promise.brokenAt().isEmpty()) {
                    ledger.count(promise, promise.teamId(), Counted.CANCELLED, -1);
                }
            }
            case OPEN, BROKEN -> throw new IllegalStateException("Not ended");
        }
        ledger.tell("promise.reopened", promise, null);
    }

    /** The caller sees to it from now on. @throws BusinessException {@code promise.keeper}, {@code promise.not-yours}, {@code promise.ended} */
    public void take(long id) {
        assign(id, null, new Keeper(currentUser.name(), null));
    }

    /** Somebody else sees to it: a colleague, or a team until one of it takes it. @param seen as {@link #keep} */
    public void assign(long id, Integer seen, Keeper keeper) {
        Instant now = clock.instant();
        StaffUser user = currentUser.get();
        StaffUser owner = keeper(keeper, user);
        Team team = team(keeper, owner, user, null);
        Promise promise = seen(id, seen);
        refuseUnlessOurs(promise);
        long before = promise.teamId();
        promise.ownedBy(owner, team);
        ledger.write(promise, PromiseEvent.Kind.ASSIGNED, user.userName(), owner == null ? team.code() : owner.userName(), now);
        if (before != team.id() && promise.brokenAt().isEmpty()) {
            ledger.given(promise, Math.min(before, team.id()), before < team.id() ? -1 : 1);
            ledger.given(promise, Math.max(before, team.id()), before < team.id() ? 1 : -1);
        }
        ledger.tell("promise.assigned", promise, owner == null ? team.code() : owner.userName());
    }
}
