// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.StaffUser;
import il.moked.access.Team;
import il.moked.casework.CaseClocks;
import il.moked.casework.CaseConversation;
import il.moked.casework.CaseEvent;
import il.moked.casework.CaseMessage;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.ServiceCase.About;
import il.moked.customer.Customer;
import il.moked.interaction.Call;
import il.moked.interaction.Calls;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A case begins, whoever opens it. In a conversation its clocks begin when the customer wrote what nobody answered yet, or last; what was
 * answered since is answered.
 */
@ApplicationScoped
class CaseOpening {
    static final int MOST_MESSAGES = 100;

    @Inject
    Cases cases;
    @Inject
    CaseLedger ledger;
    @Inject
    ServiceTerms terms;
    @Inject
    Interactions interactions;
    @Inject
    Calls calls;
    @Inject
    Clock clock;

    /** @param keeper who deals with it himself from the beginning, or null */
    record Opener(String name, StaffUser keeper) {
    }

    /** @param about checked @param interaction locked, or null */
    ServiceCase open(Customer customer, About about, Interaction interaction, Team team, Opener by) {
        Instant now = clock.instant();
        List<Message> messages = interaction == null ? List.of() : fromWhere(interaction);
        Optional<Call> call = interaction == null || !interaction.channel().dialled() ? Optional.empty() : calls.newestOf(interaction.id());
        Instant received = call.map(Call::dialledAt).or(() -> messages.stream().map(Message::at).findFirst()).filter(at -> at.isBefore(now)).orElse(now);
        ServiceTerms.Found found = terms.of(customer.id(), about.ownedProductId(), interaction, team.id(), about.severity(), now);
        ServiceCase opened = new ServiceCase(cases.nextNumber(), customer.id(), about, team, found.terms(), found.agreementId(), by.name(), received, now);
        cases.add(opened);
        ledger.write(opened, CaseEvent.Kind.OPENED, by.name(), interaction == null ? null : interaction.reference(), now);
        CaseClocks its = ledger.clocks(opened);
        its.received(received);
        call.flatMap(Call::answeredAt).filter(at -> !at.isBefore(received)).ifPresent(its::answered);
        its.heard(messages);
        if (interaction != null) {
            takesOver(opened, interaction.id(), messages);
        }
        if (by.keeper() != null) {
            opened.ownedBy(by.keeper(), team, its, now);
        }
        its.settle(now);
        ledger.tell(opened, its, "opened", interaction == null ? null : interaction.id(), opened.kind().name());
        return opened;
    }

    /** From the customer's first message that nobody answered, or else his last one. */
    List<Message> fromWhere(Interaction interaction) {
        int since = interaction.waitingSince().isPresent()
                ? interactions.messages(interaction.id(), Integer.MAX_VALUE, MOST_MESSAGES).rows().stream().filter(message -> !message.at().isBefore(interaction.waitingSince().get())).mapToInt(Message::position).min().orElse(1)
                : interactions.lastInbound(interaction.id()).map(Message::position).orElse(1);
        return interactions.messagesAfter(interaction.id(), since - 1, MOST_MESSAGES);
    }

    /** What comes in the conversation from now on is the case's; of what was said, whatever is no other case's. */
    void takesOver(ServiceCase of, long interactionId, List<Message> messages) {
        List<CaseConversation> all = cases.conversations(interactionId);
        all.stream().filter(CaseConversation::main).forEach(CaseConversation::aside);
        all.stream().filter(one -> one.caseId() == of.id()).findFirst().ifPresentOrElse(CaseConversation::becomeMain, () -> cases.add(new CaseConversation(of, interactionId, true)));
        Set<Long> taken = cases.taken(messages.stream().map(Message::id).toList());
        messages.stream().filter(message -> !taken.contains(message.id())).forEach(message -> cases.add(new CaseMessage(message, of)));
    }
}
