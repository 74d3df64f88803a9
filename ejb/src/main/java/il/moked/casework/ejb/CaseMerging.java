// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.access.ejb.CurrentUser;
import il.moked.casework.CaseClocks;
import il.moked.casework.CaseConversation;
import il.moked.casework.CaseEvent;
import il.moked.casework.CaseMerge;
import il.moked.casework.CaseMessage;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.ServiceCase.About;
import il.moked.casework.ServiceCase.State;
import il.moked.customer.Customers;
import il.moked.interaction.Message;
import il.moked.shared.BusinessException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Cases that are the same become one, other matters are split off, messages are moved between cases of one customer; each can be undone. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION})
public class CaseMerging {
    @Inject
    Cases cases;
    @Inject
    CaseLedger ledger;
    @Inject
    CaseChanges changes;
    @Inject
    ServiceTerms terms;
    @Inject
    Customers customers;
    @Inject
    StaffUsers users;
    @Inject
    CurrentUser currentUser;
    @Inject
    Clock clock;

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
        changes.locked(keptId, goneId);
        ServiceCase kept = changes.changing(keptId, null);
        ServiceCase gone = changes.changing(goneId, null);
        gone.refuseUnlessOf(kept.customerId());
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
        changes.locked(merge.keptId(), merge.goneId());
        ServiceCase kept = changes.changing(merge.keptId(), null);
        ServiceCase gone = changes.changing(merge.goneId(), null);
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
        ServiceCase of = changes.changing(id, null);
        of.refuseIfMerged();
        List<CaseMessage> moved = moving(of, messageIds);
        List<Message> messages = cases.texts(messageIds);
        Instant received = messages.stream().filter(message -> message.direction() == Message.Direction.INBOUND).map(Message::at).findFirst().orElseThrow(() -> new BusinessException("casework.no-messages"));
        Team team = users.team(of.teamId());
        About checked = changes.checked(about, customers.get(of.customerId()));
        ServiceTerms.Found found = terms.of(of.customerId(), checked.ownedProductId(), messages.get(0).interaction(), team.id(), checked.severity(), now);
        ServiceCase other = new ServiceCase(cases.nextNumber(), of.customerId(), checked, team, found.terms(), found.agreementId(), currentUser.name(), received, now);
        cases.add(other);
        CaseClocks its = ledger.clocks(other);
        its.heard(messages);
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
        ServiceCase target = changes.numbered(toNumber);
        if (target == null || target.id() == id) {
            throw new BusinessException("casework.same");
        }
        changes.locked(id, target.id());
        ServiceCase of = changes.changing(id, null);
        target.refuseUnlessOf(of.customerId());
        target.refuseIfMerged();
        List<CaseMessage> moved = moving(of, messageIds);
        CaseClocks its = ledger.clocks(target);
        List<Message> messages = cases.texts(messageIds);
        if (target.state() != State.CLOSED) {
            its.heard(messages);
        }
        moved.forEach(message -> message.movesTo(target));
        messages.stream().map(message -> message.interaction().id()).distinct().filter(interaction -> cases.conversations(interaction).stream().noneMatch(one -> one.caseId() == target.id()))
                .forEach(interaction -> cases.add(new CaseConversation(target, interaction, false)));
        left(of, CaseEvent.Kind.MESSAGES_MOVED, target, now);
        ledger.write(target, CaseEvent.Kind.MESSAGES_MOVED, currentUser.name(), of.number(), now);
        ledger.tell(target, its, "messages-moved", null, of.number());
    }

    private List<CaseMessage> moving(ServiceCase of, Collection<Long> messageIds) {
        if (messageIds.isEmpty() || messageIds.size() > CaseHandling.MOST_MESSAGES) {
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
