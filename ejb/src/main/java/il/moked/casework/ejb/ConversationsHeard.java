// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.casework.CaseClocks;
import il.moked.casework.CaseConversation;
import il.moked.casework.CaseEvent;
import il.moked.casework.CaseMessage;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.interaction.ejb.CallAnswered;
import il.moked.interaction.ejb.MessageReceived;
import il.moked.interaction.ejb.ReplyWritten;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What is said in the conversations of cases drives their clocks, in the transaction in which it is said. What the customer
 * writes belongs to the main case of the conversation; a person's answer answers all of them. What a machine wrote does neither.
 */
@ApplicationScoped
class ConversationsHeard {
    @Inject
    Cases cases;
    @Inject
    Interactions interactions;
    @Inject
    CaseLedger ledger;

    void received(@Observes MessageReceived event) {
        if (event.interactionId() == null || event.messageId() == null) {
            return;
        }
        cases.conversations(event.interactionId()).stream().filter(CaseConversation::main).findFirst().ifPresent(main -> {
            Message message = interactions.message(event.messageId());
            if (message.notices().stream().noneMatch(Set.of(Message.Notice.BOUNCE, Message.Notice.AUTO_REPLY)::contains)) {
                ServiceCase of = cases.getLocked(main.caseId());
                cases.add(new CaseMessage(message, of));
                heard(of, event.interactionId(), message.at());
            }
        });
    }

    private void heard(ServiceCase of, Long interactionId, Instant at) {
        if (of.state() == ServiceCase.State.CLOSED) {
            // whoever serves the conversation decides whether that opens it again
            return;
        }
        CaseClocks its = ledger.clocks(of);
        its.received(at);
        ledger.customerWrote(of, its, at);
        ledger.tell(of, its, "customer-wrote", interactionId, null);
    }

    void answered(@Observes ReplyWritten event) {
        List<CaseConversation> all = cases.conversations(event.interactionId());
        if (!all.isEmpty()) {
            Message message = interactions.message(event.messageId());
            all.stream().filter(CaseConversation::main).findFirst().ifPresent(main -> cases.add(new CaseMessage(message, cases.get(main.caseId()))));
            answered(all, event.interactionId(), message.at());
        }
    }

    /** A person speaks to him. */
    void spoken(@Observes CallAnswered event) {
        if (event.interactionId() != null) {
            answered(cases.conversations(event.interactionId()), event.interactionId(), event.at());
        }
    }

    private void answered(List<CaseConversation> all, Long interactionId, Instant at) {
        all.stream().map(CaseConversation::caseId).sorted(Comparator.naturalOrder()).forEach(id -> {
            ServiceCase of = cases.getLocked(id);
            if (of.state() != ServiceCase.State.CLOSED) {
                CaseClocks its = ledger.clocks(of);
                its.answered(at);
                ledger.write(of, CaseEvent.Kind.ANSWERED, CaseLedger.CLOCK, null, at);
                ledger.tell(of, its, "customer-answered", interactionId, null);
            }
        });
    }
}
