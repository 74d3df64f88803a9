// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.access.ejb.CurrentUser;
import il.moked.casework.CaseClocks;
import il.moked.casework.CaseConversation;
import il.moked.casework.CaseEvent;
import il.moked.casework.CaseMerge;
import il.moked.casework.CaseMessage;
import il.moked.casework.CaseNote;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.ServiceCase.About;
import il.moked.casework.ServiceCase.Cause;
import il.moked.casework.ServiceCase.State;
import il.moked.catalog.Products;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.interaction.Call;
import il.moked.interaction.Calls;
import il.moked.interaction.CardNumbers;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.shared.BusinessException;
import il.moked.shared.ShownText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is done with cases. Whoever serves customers may open them and go on with them; who saw an old version is told so. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION})
public class CaseHandling {
    /** Messages that are taken over or moved at once. */
    public static final int MOST_MESSAGES = 100;

    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{N}.])@([\\p{L}\\p{N}._-]{1,80})");

    @Inject
    Cases cases;
    @Inject
    CaseLedger ledger;
    @Inject
    CaseScope scope;
    @Inject
    ServiceTerms terms;
    @Inject
    Customers customers;
    @Inject
    Products products;
    @Inject
    Interactions interactions;
    @Inject
    Calls calls;
    @Inject
    StaffUsers users;
    @Inject
    CurrentUser currentUser;
    @Inject
    Event<CaseClosing> closing;
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
        Instant now = clock.instant();
        StaffUser user = currentUser.get();
        Customer customer = customers.get(wanted.customerId());
        scope.check(customer.id());
        About about = checked(wanted.about(), customer);
        Interaction interaction = wanted.interactionId() == null ? null : interactions.get(wanted.interactionId());
        if (interaction != null && !interaction.customer().current().id().equals(customer.id())) {
            throw new BusinessException("casework.other-customer");
        }
        Team team = wanted.teamCode() != null ? team(wanted.teamCode())
                : user.team().or(() -> Optional.ofNullable(interaction).map(Interaction::teamId).map(users::team)).orElseThrow(() -> new BusinessException("casework.team"));
        List<Message> messages = interaction == null ? List.of() : fromWhere(interaction);
        Optional<Call> call = interaction == null || !interaction.channel().spoken() ? Optional.empty() : calls.newestOf(interaction.id());
        Instant received = call.map(Call::dialledAt).or(() -> messages.stream().map(Message::at).findFirst()).filter(at -> at.isBefore(now)).orElse(now);
        ServiceTerms.Found found = terms.of(customer.id(), about.ownedProductId(), interaction, team.id(), about.severity(), now);
        ServiceCase opened = new ServiceCase(cases.nextNumber(), customer.id(), about, team, found.terms(), found.agreementId(), user.userName(), received, now);
        cases.add(opened);
        ledger.write(opened, CaseEvent.Kind.OPENED, user.userName(), interaction == null ? null : interaction.reference(), now);
        CaseClocks its = ledger.clocks(opened);
        its.received(received);
        call.flatMap(Call::answeredAt).filter(at -> !at.isBefore(received)).ifPresent(its::answered);
        replay(its, messages);
        if (interaction != null) {
            becomesMain(opened, interaction.id());
            messages.stream().filter(message -> cases.messageOf(message.id()).isEmpty()).forEach(message -> cases.add(new CaseMessage(message, opened)));
        }
        if (wanted.teamCode() == null && user.team().isPresent()) {
            opened.ownedBy(user, team, its, now);
        }
        its.settle(now);
        ledger.tell(opened, its, "opened", wanted.interactionId(), opened.kind().name());
        return opened.id();
    }

    /** From the customer's first message that nobody answered, or else his last one. */
    private List<Message> fromWhere(Interaction interaction) {
        int since = interaction.waitingSince().isPresent()
                ? interactions.messages(interaction.id(), Integer.MAX_VALUE, MOST_MESSAGES).rows().stream().filter(message -> !message.at().isBefore(interaction.waitingSince().get())).mapToInt(Message::position).min().orElse(1)
                : interactions.lastInbound(interaction.id()).map(Message::position).orElse(1);
        return interactions.messagesAfter(interaction.id(), since - 1, MOST_MESSAGES);
    }

    private static void replay(CaseClocks its, List<Message> messages) {
        for (Message message : messages) {
            if (message.direction() == Message.Direction.INBOUND) {
                its.received(message.at());
            } else if (!message.automatic()) {
                its.answered(message.at());
            }
        }
    }

    private void becomesMain(ServiceCase of, long interactionId) {
        List<CaseConversation> all = cases.conversations(interactionId);
        all.stream().filter(CaseConversation::main).forEach(CaseConversation::aside);
        cases.add(new CaseConversation(of, interactionId, true));
    }

    private About checked(About about, Customer customer) {
        String subject = text("subject", about.subject(), ServiceCase.LONGEST_SUBJECT, true);
        String description = text("description", about.description(), ServiceCase.LONGEST_DESCRIPTION, false);
        String sku = about.sku() == null || about.sku().isBlank() ? null : products.findBySku(about.sku().strip()).orElseThrow(() -> new BusinessException("casework.unknown-product")).sku();
        if (about.ownedProductId() != null && cases.ownedProduct(about.ownedProductId()).customerId() != customer.id()) {
            throw new BusinessException("casework.other-customer");
        }
        return new About(about.kind(), about.severity(), ShownText.line(subject, ServiceCase.LONGEST_SUBJECT), description, sku, about.ownedProductId());
    }

    private static String text(String field, String given, int longest, boolean needed) {
        if (given == null || given.isBlank()) {
            if (needed) {
                throw new BusinessException("shared.field-missing", field);
            }
            return "";
        }
        String kept = given.strip();
        if (kept.length() > longest) {
            throw new BusinessException("shared.field-too-long", field, longest);
        }
        return CardNumbers.masked(ShownText.of(ShownText.storable(kept)));
    }

    private Team team(String code) {
        return users.findTeam(code).orElseThrow(() -> new BusinessException("casework.team"));
    }

    private ServiceCase changing(long id, Integer seen) {
        ServiceCase of = cases.getLocked(id);
        scope.check(of.customerId());
        of.expect(seen);
        return of;
    }

    /** @param seen version that was looked at, null for whichever it is now @throws BusinessException {@code casework.team}, {@code casework.merged} */
    public void assign(long id, Integer seen, Keeper keeper) {
        Instant now = clock.instant();
        ServiceCase of = changing(id, seen);
        CaseClocks its = ledger.clocks(of);
        StaffUser owner = keeper.userName() == null ? null : users.findByName(keeper.userName()).filter(StaffUser::active).filter(user -> user.team().isPresent()).orElseThrow(() -> new BusinessException("casework.team"));
        Team team = owner != null ? owner.team().orElseThrow() : team(keeper.teamCode());
        boolean otherTeam = team.id() != of.teamId();
        of.ownedBy(owner, team, its, now);
        ledger.write(of, CaseEvent.Kind.ASSIGNED, currentUser.name(), owner == null ? team.code() : owner.userName(), now);
        if (otherTeam) {
            ledger.measure(of, its, currentUser.name(), now);
        }
        ledger.tell(of, its, "assigned", null, owner == null ? team.code() : owner.userName());
    }

    /** The caller deals with it from now on. */
    public void take(long id, Integer seen) {
        assign(id, seen, new Keeper(currentUser.name(), null));
    }

    /** Waits, goes on, is solved or opened again. @throws BusinessException {@code casework.state}: that cannot follow */
    public void become(long id, Integer seen, State next) {
        Instant now = clock.instant();
        if (next == State.CLOSED || next == State.NEW) {
            throw new BusinessException("casework.state");
        }
        ServiceCase of = changing(id, seen);
        CaseClocks its = ledger.clocks(of);
        State before = of.state();
        of.becomes(next, its, now);
        ledger.write(of, next == State.REOPENED ? CaseEvent.Kind.REOPENED : CaseEvent.Kind.STATE, currentUser.name(), before + " " + next, now);
        ledger.tell(of, its, next == State.REOPENED ? "reopened" : next == State.SOLVED ? "solved" : "state-changed", null, next.name());
    }

    /** @param note why, in words; may be empty @throws BusinessException {@code casework.state}, {@code shared.field-missing} without a cause */
    public void close(long id, Integer seen, Cause cause, String note) {
        Instant now = clock.instant();
        ServiceCase of = changing(id, seen);
        CaseClocks its = ledger.clocks(of);
        of.close(cause, its, now);
        closing.fire(new CaseClosing(of.id(), cause));
        String words = text("note", note, ServiceCase.LONGEST_NOTE, false);
        if (!words.isEmpty()) {
            cases.add(new CaseNote(of, currentUser.get(), words, now));
        }
        ledger.write(of, CaseEvent.Kind.CLOSED, currentUser.name(), cause.name(), now);
        ledger.tell(of, its, "closed", null, cause.name());
    }

    /** Its times follow. */
    public void severe(long id, Integer seen, ServiceCase.Severity severity) {
        Instant now = clock.instant();
        ServiceCase of = changing(id, seen);
        if (severity == null || severity == of.severity()) {
            return;
        }
        CaseClocks its = ledger.clocks(of);
        String change = of.severity() + " " + severity;
        of.severe(severity);
        ledger.write(of, CaseEvent.Kind.SEVERITY, currentUser.name(), change, now);
        ledger.measure(of, its, currentUser.name(), now);
        ledger.tell(of, its, "severity-changed", null, severity.name());
    }

    /** What staff tell each other. Whoever is mentioned ({@code @user}) watches it from then on, and hears of it at once. */
    public void note(long id, String words) {
        Instant now = clock.instant();
        StaffUser author = currentUser.get();
        ServiceCase of = changing(id, null);
        String text = text("note", words, ServiceCase.LONGEST_NOTE, true);
        cases.add(new CaseNote(of, author, text, now));
        Set<String> mentioned = MENTION.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
        List<StaffUser> called = mentioned.isEmpty() ? List.of() : users.named(mentioned).stream().filter(StaffUser::active).toList();
        called.forEach(user -> of.watchedBy(user.id(), true));
        ledger.write(of, CaseEvent.Kind.NOTED, author.userName(), null, now);
        ledger.tell(of, ledger.clocks(of), "noted", null, null);
    }

    /** Whether the caller hears of what happens to it. */
    public void watch(long id, boolean watched) {
        ServiceCase of = changing(id, null);
        if (of.watchedBy(currentUser.get().id(), watched)) {
            ledger.tell(of, ledger.clocks(of), watched ? "watched" : "unwatched", null, null);
        }
    }

    /** It is part of another. @param parentNumber null or empty: of none any more @throws BusinessException {@code casework.unknown}, {@code casework.parent}, {@code casework.other-customer} */
    public void partOf(long id, Integer seen, String parentNumber) {
        ServiceCase of = changing(id, seen);
        ServiceCase parent = numbered(parentNumber);
        if (parent != null && parent.customerId() != of.customerId()) {
            throw new BusinessException("casework.other-customer");
        }
        of.childOf(parent);
        linked(of, parent, "parent");
    }

    /** A problem is behind it, which may be behind the cases of others too. @param problemNumber null or empty: none after all */
    public void becauseOf(long id, Integer seen, String problemNumber) {
        ServiceCase of = changing(id, seen);
        ServiceCase behind = numbered(problemNumber);
        of.becauseOf(behind);
        linked(of, behind, "problem");
    }

    private ServiceCase numbered(String number) {
        return number == null || number.isBlank() ? null : cases.findByNumber(number.strip().toUpperCase(Locale.ROOT)).orElseThrow(() -> new BusinessException("casework.unknown"));
    }

    private void linked(ServiceCase of, ServiceCase other, String how) {
        ledger.write(of, other == null ? CaseEvent.Kind.UNLINKED : CaseEvent.Kind.LINKED, currentUser.name(), other == null ? how : how + " " + other.number(), clock.instant());
        ledger.tell(of, ledger.clocks(of), other == null ? "unlinked" : "linked", null, how);
    }

    /** It is spoken of in this conversation from now on, too. */
    public void speakOf(long id, long interactionId) {
        ServiceCase of = changing(id, null);
        of.refuseIfMerged();
        Interaction interaction = interactions.get(interactionId);
        if (interaction.customer().current().id() != of.customerId()) {
            throw new BusinessException("casework.other-customer");
        }
        if (cases.conversations(interactionId).stream().noneMatch(one -> one.caseId() == id)) {
            becomesMain(of, interactionId);
            ledger.write(of, CaseEvent.Kind.CONVERSATION, currentUser.name(), interaction.reference(), clock.instant());
            ledger.tell(of, ledger.clocks(of), "conversation-linked", interactionId, null);
        }
    }

    /**
     * Two are the same: the first goes on for both, by the earliest start; what was met stays met.
     *
     * @return id of the merging, to undo it with
     * @throws BusinessException {@code casework.same}, {@code casework.other-customer}, {@code casework.merged}, {@code casework.merge-chain}: others were merged into the second
     */
    public long merge(long keptId, long goneId) {
        if (keptId == goneId) {
            throw new BusinessException("casework.same");
        }
        Instant now = clock.instant();
        new TreeSet<>(List.of(keptId, goneId)).forEach(cases::getLocked);
        ServiceCase kept = changing(keptId, null);
        ServiceCase gone = changing(goneId, null);
        if (kept.customerId() != gone.customerId()) {
            throw new BusinessException("casework.other-customer");
        }
        kept.refuseIfMerged();
        gone.refuseIfMerged();
        if (!cases.mergesInto(goneId).isEmpty()) {
            throw new BusinessException("casework.merge-chain");
        }
        CaseMerge merge = new CaseMerge(kept, gone, currentUser.name(), now);
        cases.add(merge);
        CaseClocks its = ledger.clocks(kept);
        CaseClocks others = ledger.clocks(gone);
        its.takeOver(others, merge.id(), now);
        gone.mergedInto(kept);
        cases.flush();
        cases.move(goneId, keptId, merge.id());
        ledger.write(kept, CaseEvent.Kind.MERGED, currentUser.name(), gone.number(), now);
        ledger.write(gone, CaseEvent.Kind.MERGED, currentUser.name(), kept.number(), now);
        ledger.tell(gone, others, "merged", null, kept.number());
        ledger.tell(kept, its, "merged", null, gone.number());
        return merge.id();
    }

    /** They were not the same: each has again what was its own, and its clocks go on as if nothing had been. @throws BusinessException {@code casework.merge-undone} */
    public void undoMerge(long mergeId) {
        Instant now = clock.instant();
        CaseMerge merge = cases.merge(mergeId);
        new TreeSet<>(List.of(merge.keptId(), merge.goneId())).forEach(cases::getLocked);
        ServiceCase kept = changing(merge.keptId(), null);
        ServiceCase gone = changing(merge.goneId(), null);
        merge.undo(currentUser.name(), now);
        gone.unmerged();
        CaseClocks its = ledger.clocks(kept);
        CaseClocks others = ledger.clocks(gone);
        its.undo(mergeId, now);
        others.undo(mergeId, now);
        cases.flush();
        cases.moveBack(merge);
        ledger.write(kept, CaseEvent.Kind.MERGE_UNDONE, currentUser.name(), gone.number(), now);
        ledger.write(gone, CaseEvent.Kind.MERGE_UNDONE, currentUser.name(), kept.number(), now);
        ledger.tell(gone, others, "merge-undone", null, kept.number());
        ledger.tell(kept, its, "merge-undone", null, gone.number());
    }

    /**
     * Some of what the customer wrote is another matter: it becomes a case of its own, whose clocks begin when he wrote it.
     *
     * @return id of the new one
     * @throws BusinessException {@code casework.no-messages}: none of these messages of the customer belongs to it
     */
    public long split(long id, Collection<Long> messageIds, About about) {
        Instant now = clock.instant();
        ServiceCase of = changing(id, null);
        of.refuseIfMerged();
        List<CaseMessage> moved = moving(of, messageIds);
        List<Message> messages = cases.texts(messageIds);
        Instant received = messages.stream().filter(message -> message.direction() == Message.Direction.INBOUND).map(Message::at).findFirst().orElseThrow(() -> new BusinessException("casework.no-messages"));
        Team team = users.team(of.teamId());
        About checked = checked(about, customers.get(of.customerId()));
        ServiceTerms.Found found = terms.of(of.customerId(), checked.ownedProductId(), messages.get(0).interaction(), team.id(), checked.severity(), now);
        ServiceCase other = new ServiceCase(cases.nextNumber(), of.customerId(), checked, team, found.terms(), found.agreementId(), currentUser.name(), received, now);
        cases.add(other);
        CaseClocks its = ledger.clocks(other);
        replay(its, messages);
        messages.stream().map(message -> message.interaction().id()).distinct().forEach(interaction -> cases.add(new CaseConversation(other, interaction, false)));
        moved.forEach(message -> message.movesTo(other));
        of.ownerId().map(users::get).ifPresent(owner -> other.ownedBy(owner, team, its, now));
        its.settle(now);
        ledger.write(other, CaseEvent.Kind.OPENED, currentUser.name(), of.number(), now);
        left(of, CaseEvent.Kind.SPLIT, other, now);
        ledger.tell(other, its, "split", null, of.number());
        return other.id();
    }

    /** Messages belong to another case of the same customer. @throws BusinessException {@code casework.no-messages}, {@code casework.other-customer} */
    public void move(long id, Collection<Long> messageIds, String toNumber) {
        Instant now = clock.instant();
        ServiceCase target = numbered(toNumber);
        if (target == null || target.id() == id) {
            throw new BusinessException("casework.same");
        }
        new TreeSet<>(List.of(id, target.id())).forEach(cases::getLocked);
        ServiceCase of = changing(id, null);
        if (target.customerId() != of.customerId()) {
            throw new BusinessException("casework.other-customer");
        }
        target.refuseIfMerged();
        List<CaseMessage> moved = moving(of, messageIds);
        CaseClocks its = ledger.clocks(target);
        List<Message> messages = cases.texts(messageIds);
        if (target.state() != State.CLOSED) {
            replay(its, messages);
        }
        moved.forEach(message -> message.movesTo(target));
        messages.stream().map(message -> message.interaction().id()).distinct().filter(interaction -> cases.conversations(interaction).stream().noneMatch(one -> one.caseId() == target.id()))
                .forEach(interaction -> cases.add(new CaseConversation(target, interaction, false)));
        left(of, CaseEvent.Kind.MESSAGES_MOVED, target, now);
        ledger.write(target, CaseEvent.Kind.MESSAGES_MOVED, currentUser.name(), of.number(), now);
        ledger.tell(target, its, "messages-moved", null, of.number());
    }

    private List<CaseMessage> moving(ServiceCase of, Collection<Long> messageIds) {
        if (messageIds.isEmpty() || messageIds.size() > MOST_MESSAGES) {
            throw new BusinessException("casework.no-messages");
        }
        List<CaseMessage> found = cases.messagesLocked(of.id(), messageIds);
        if (found.size() != Set.copyOf(messageIds).size()) {
            throw new BusinessException("casework.no-messages");
        }
        return found;
    }

    /** What it lost may have been all that waited for an answer. */
    private void left(ServiceCase of, CaseEvent.Kind how, ServiceCase to, Instant now) {
        cases.flush();
        CaseClocks its = ledger.clocks(of);
        if (!cases.unanswered(of.id())) {
            its.nothingUnanswered(now);
        }
        ledger.write(of, how, currentUser.name(), to.number(), now);
        ledger.tell(of, its, how == CaseEvent.Kind.SPLIT ? "split" : "messages-moved", null, to.number());
    }
}
