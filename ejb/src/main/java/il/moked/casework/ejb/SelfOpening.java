// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.Team;
import il.moked.casework.CaseClocks;
import il.moked.casework.CaseConversation;
import il.moked.casework.CaseEvent;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.ServiceCase.About;
import il.moked.customer.Customer;
import il.moked.interaction.Interaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** A customer opens a case himself, with a conversation of his own: what he writes there belongs to it. In the transaction of whoever calls, who checked what he may. */
@ApplicationScoped
public class SelfOpening {
    @Inject
    Cases cases;
    @Inject
    CaseChanges changes;
    @Inject
    CaseLedger ledger;
    @Inject
    ServiceTerms terms;

    /**
     * @param talk stored; in it he has said nothing yet
     * @param team who deals with it
     * @param by who opened it, for the record
     * @throws il.moked.shared.BusinessException {@code shared.field-…} with the field, {@code casework.unknown-product}, {@code casework.other-customer}
     */
    public ServiceCase open(Customer customer, About wanted, Interaction talk, Team team, String by, Instant now) {
        About about = changes.checked(wanted, customer);
        ServiceTerms.Found found = terms.of(customer.id(), about.ownedProductId(), talk, team.id(), about.severity(), now);
        ServiceCase opened = new ServiceCase(cases.nextNumber(), customer.id(), about, team, found.terms(), found.agreementId(), by, now, now);
        cases.add(opened);
        cases.add(new CaseConversation(opened, talk.id(), true));
        ledger.write(opened, CaseEvent.Kind.OPENED, by, talk.reference(), now);
        CaseClocks its = ledger.clocks(opened);
        its.received(now);
        its.settle(now);
        ledger.tell(opened, its, "opened", talk.id(), opened.kind().name());
        return opened;
    }

    /** He goes on about it in another conversation. */
    public void goesOn(ServiceCase of, Interaction talk, String by, Instant now) {
        of.refuseIfMerged();
        cases.add(new CaseConversation(of, talk.id(), true));
        ledger.write(of, CaseEvent.Kind.CONVERSATION, by, talk.reference(), now);
        cases.flush();
    }
}
