// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.access.Role;
import il.moked.casework.CaseLine;
import il.moked.casework.Cases;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.interaction.CardNumbers;
import il.moked.routing.ejb.CallingLater;
import il.moked.selfservice.ejb.OwnTalk.Matter;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.ShownText;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The steps of turning to somebody that each commit by themselves: what waits for an answer must be there before it is heard. */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
public class OwnTalkSteps {
    private static final int MOST_MATTERS = 20;

    @Inject
    Customers customers;
    @Inject
    Cases cases;
    @Inject
    CallingLater calls;
    @Inject
    DomainEvents events;

    public List<Matter> matters(long customerId) {
        return cases.liveOf(customers.get(customerId).id(), MOST_MATTERS).stream().map(line -> new Matter(line.id(), line.number(), line.subject())).toList();
    }

    /** What whoever answers reads first. */
    public String about(long customerId, String text, Long matterId) {
        String line = text == null ? "" : CardNumbers.masked(ShownText.of(ShownText.storable(text)).strip());
        if (line.isEmpty() || line.length() > OwnTalk.LONGEST) {
            throw new BusinessException("selfservice.talk-text", OwnTalk.LONGEST);
        }
        if (matterId == null) {
            return line;
        }
        Optional<CaseLine> matter = cases.liveOf(customers.get(customerId).id(), MOST_MATTERS).stream().filter(one -> one.id() == matterId).findFirst();
        return matter.orElseThrow(() -> new NotFoundException("selfservice.unknown-case")).number() + ": " + line;
    }

    public String name(long customerId) {
        return customers.get(customerId).displayName();
    }

    public void opened(long customerId, long chatSession) {
        events.tell(new OwnActed(chatSession, customers.get(customerId).id(), "selfservice.chat-opened", null));
    }

    public void call(long customerId, long numberId, Instant at, String text, Long matterId, String language) {
        Customer customer = customers.get(customerId);
        ContactPoint point = customer.contactPoint(numberId);
        CallingLater.Later later = calls.callFor(customer, point.address(), at, about(customerId, text, matterId), "en".equals(language) ? "en" : "he");
        events.tell(new OwnActed(later.interactionId(), customer.id(), "selfservice.call-asked", null));
    }
}
