// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.access.ejb.CurrentUser;
import il.moked.casework.CaseClocks;
import il.moked.casework.CaseDraft;
import il.moked.casework.CaseEvent;
import il.moked.casework.CaseNote;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.ServiceCase.About;
import il.moked.casework.ServiceCase.Cause;
import il.moked.casework.ServiceCase.State;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.shared.BusinessException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is done with cases. Whoever serves customers may open them and go on with them; who saw an old version is told so. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION})
public class CaseHandling {
    /** Messages that are taken over or moved at once. */
    public static final int MOST_MESSAGES = CaseOpening.MOST_MESSAGES;

    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{N}.])@([\\p{L}\\p{N}._-]{1,80})");

    @Inject
    Cases cases;
    @Inject
    CaseLedger ledger;
    @Inject
    CaseDeeds deeds;
    @Inject
    CaseScope scope;
    @Inject
    CaseChanges changes;
    @Inject
    CaseOpening opening;
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

    /**
     * What is opened.
     *
     * @param interactionId the conversation in which it came up, or null
     * @param teamCode who deals with it; null: whoever opens it, or his team
     */
    public record NewCase(long customerId, About about, Long interactionId, String teamCode) {
    }

    /** Who deals with it: a colleague by user name, or a team by its code. */
    public record Keeper(String userName, String teamCode) {
    }

    /**
     * Opens a case. In a conversation its clocks begin when the customer wrote what nobody answered yet, or last; what was
     * answered since is answered.
     *
     * @return its id
     * @throws BusinessException {@code shared.field-missing}, {@code shared.field-too-long}, {@code casework.other-customer}, {@code casework.team}, {@code casework.unknown-product}
     */
    public long open(NewCase wanted) {
        StaffUser user = currentUser.get();
        Customer customer = customers.get(wanted.customerId());
        scope.check(customer.id());
        About about = changes.checked(wanted.about(), customer);
        Interaction interaction = wanted.interactionId() == null ? null : interactions.getLocked(wanted.interactionId());
        if (interaction != null && !interaction.customer().current().id().equals(customer.id())) {
            throw new BusinessException("casework.other-customer");
        }
        Team team = wanted.teamCode() != null ? team(wanted.teamCode())
                : user.team().or(() -> Optional.ofNullable(interaction).map(Interaction::teamId).map(users::team)).orElseThrow(() -> new BusinessException("casework.team"));
        StaffUser keeper = wanted.teamCode() == null && user.team().isPresent() ? user : null;
        return opening.open(customer, about, interaction, team, new CaseOpening.Opener(user.userName(), keeper)).id();
    }

    private Team team(String code) {
        return users.findTeam(code).orElseThrow(() -> new BusinessException("casework.team"));
    }

    /** @param seen version that was looked at, null for whichever it is now @throws BusinessException {@code casework.team}, {@code casework.merged} */
    public void assign(long id, Integer seen, Keeper keeper) {
        Instant now = clock.instant();
        ServiceCase of = changes.changing(id, seen);
        StaffUser owner = keeper.userName() == null ? null : users.findByName(keeper.userName()).filter(StaffUser::active).filter(user -> user.team().isPresent()).orElseThrow(() -> new BusinessException("casework.team"));
        Team team = owner != null ? owner.team().orElseThrow() : team(keeper.teamCode());
        deeds.assign(of, owner, team, currentUser.name(), now);
    }

    /** The caller deals with it from now on. */
    public void take(long id, Integer seen) {
        assign(id, seen, new Keeper(currentUser.name(), null));
    }

    /** Waits, goes on, is solved or opened again. @throws BusinessException {@code casework.state}: that cannot follow */
    public void become(long id, Integer seen, State next) {
        deeds.become(changes.changing(id, seen), next, currentUser.name(), clock.instant());
    }

    /** @param note why, in words; may be empty @throws BusinessException {@code casework.state}, {@code shared.field-missing} without a cause */
    public void close(long id, Integer seen, Cause cause, String note) {
        Instant now = clock.instant();
        ServiceCase of = changes.changing(id, seen);
        String words = changes.text("note", note, ServiceCase.LONGEST_NOTE, false);
        deeds.close(of, cause, words.isEmpty() ? null : new CaseNote(of, currentUser.get(), words, now), currentUser.name(), now);
    }

    /** Its times follow. */
    public void severe(long id, Integer seen, ServiceCase.Severity severity) {
        deeds.severe(changes.changing(id, seen), severity, currentUser.name(), clock.instant());
    }

    /** What staff tell each other. Whoever is mentioned ({@code @user}) watches it from then on, and hears of it at once. */
    public void note(long id, String words) {
        Instant now = clock.instant();
        StaffUser author = currentUser.get();
        ServiceCase of = changes.changing(id, null);
        String text = changes.text("note", words, ServiceCase.LONGEST_NOTE, true);
        cases.draft(new CaseDraft.Key(id, author.id())).ifPresent(cases::remove);
        Set<String> mentioned = MENTION.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
        List<StaffUser> called = mentioned.isEmpty() ? List.of() : users.named(mentioned).stream().filter(StaffUser::active).toList();
        deeds.note(of, new CaseNote(of, author, text, now), called, author.userName(), now);
    }

    /** Whether the caller hears of what happens to it. */
    public void watch(long id, boolean watched) {
        deeds.watch(changes.changing(id, null), currentUser.get(), watched);
    }

    /** It is part of another. @param parentNumber null or empty: of none any more @throws BusinessException {@code casework.unknown}, {@code casework.parent}, {@code casework.other-customer} */
    public void partOf(long id, Integer seen, String parentNumber) {
        ServiceCase of = changes.changing(id, seen);
        ServiceCase parent = changes.numbered(parentNumber);
        if (parent != null) {
            parent.refuseUnlessOf(of.customerId());
        }
        of.childOf(parent);
        linked(of, parent, "parent");
    }

    /** A problem is behind it, which may be behind the cases of others too. @param problemNumber null or empty: none after all */
    public void becauseOf(long id, Integer seen, String problemNumber) {
        ServiceCase of = changes.changing(id, seen);
        ServiceCase behind = changes.numbered(problemNumber);
        of.becauseOf(behind);
        linked(of, behind, "problem");
    }

    private void linked(ServiceCase of, ServiceCase other, String how) {
        ledger.write(of, other == null ? CaseEvent.Kind.UNLINKED : CaseEvent.Kind.LINKED, currentUser.name(), other == null ? how : how + " " + other.number(), clock.instant());
        ledger.tell(of, ledger.clocks(of), other == null ? "unlinked" : "linked", null, how);
    }

    /**
     * The customer came about it again: what he wrote in this conversation and nobody answered, and what he writes from now
     * on, belongs to it.
     *
     * @throws BusinessException {@code casework.other-customer}, {@code casework.merged}
     */
    public void speakOf(long id, long interactionId) {
        Instant now = clock.instant();
        // the conversation before the case: nothing he writes meanwhile is left between them
        Interaction interaction = interactions.getLocked(interactionId);
        ServiceCase of = changes.changing(id, null);
        of.refuseIfMerged();
        of.refuseUnlessOf(interaction.customer().current().id());
        List<Message> messages = opening.fromWhere(interaction);
        CaseClocks its = ledger.clocks(of);
        if (of.state() != State.CLOSED) {
            its.heard(messages);
            if (interaction.waitingSince().isPresent()) {
                ledger.customerWrote(of, its, now);
            }
        }
        opening.takesOver(of, interactionId, messages);
        ledger.write(of, CaseEvent.Kind.CONVERSATION, currentUser.name(), interaction.reference(), now);
        ledger.tell(of, its, "conversation-linked", interactionId, null);
    }
}
