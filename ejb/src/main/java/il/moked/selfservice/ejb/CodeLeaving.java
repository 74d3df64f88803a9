// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Identification;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.Interactions;
import il.moked.interaction.Reference;
import il.moked.interaction.ejb.Acknowledging;
import il.moked.interaction.ejb.CustomerTexts;
import il.moked.routing.WorkItems;
import il.moked.selfservice.OneTimeCode;
import il.moked.selfservice.OneTimeCode.Purpose;
import il.moked.selfservice.OneTimeCodes;
import il.moked.selfservice.PortalSession;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Sends a code, if anybody has the address, after whoever asked was answered. What is kept in the conversation says only that one was
 * sent: an agent must not be able to sign in as his customer. That conversation is closed at once, and the next code is told in it, too.
 */
@Stateless
@PermitAll
public class CodeLeaving {
    private static final String CLOSED = "CODE";
    private static final String MOKED = "moked";

    @Inject
    OneTimeCodes codes;
    @Inject
    CodeCosts costs;
    @Inject
    @Any
    Instance<PortalPeople> people;
    @Inject
    Customers customers;
    @Inject
    ChannelAccounts accounts;
    @Inject
    WorkItems workItems;
    @Inject
    Interactions interactions;
    @Inject
    Acknowledging acknowledging;
    @Inject
    CustomerTexts texts;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    @Asynchronous
    public void leave(long codeId, String digits) {
        OneTimeCode code = codes.get(codeId);
        Instant now = clock.instant();
        Optional<Customer> customer = whose(code);
        Optional<ChannelAccount> account = accounts.enabled(code.kind() == ContactPoint.Kind.PHONE ? Channel.SMS : Channel.EMAIL).stream().findFirst();
        if (customer.isEmpty() || account.isEmpty() || code.kind() == ContactPoint.Kind.PHONE && !costs.sent(now)) {
            events.tell(new CodeActed(codeId, null, "selfservice.code-not-sent", code.purpose() + (customer.isEmpty() ? " nobody" : " no way")));
            return;
        }
        Optional<Interaction> last = codes.lastInteraction(code.address()).map(interactions::getLocked).filter(known -> customer.get().id().equals(known.customerId()) && account.get().id().equals(known.accountId()));
        Interaction interaction = last.orElseGet(() -> begin(code, customer.get(), account.get(), now));
        String language = code.language();
        String text = texts.text(code.kind() == ContactPoint.Kind.EMAIL ? "code-mail" : "code", language, digits, OneTimeCode.VALID.toMinutes(), account.get().name(language));
        boolean sent = acknowledging.secret(interaction, account.get(), code.address(), texts.text("code-kept", language), text);
        if (last.isEmpty()) {
            interaction.close(interactions.seededReason(CLOSED), null, now);
            interactions.add(new InteractionEvent(interaction, InteractionEvent.Kind.CLOSED, MOKED, CLOSED, now));
        }
        code.sentIn(interaction.id());
        events.tell(new CodeActed(codeId, customer.get().id(), sent ? "selfservice.code-sent" : "selfservice.code-not-sent", code.purpose().name()));
    }

    private Optional<Customer> whose(OneTimeCode code) {
        if (code.customerId().isPresent()) {
            return code.customerId().map(customers::get);
        }
        PortalSession.Kind kind = code.purpose() == Purpose.COMPANY_SIGN_IN ? PortalSession.Kind.COMPANY : PortalSession.Kind.CUSTOMER;
        return people.stream().filter(area -> area.kind() == kind).flatMap(area -> area.reachedBy(code.kind(), code.address()).stream()).findFirst().map(person -> customers.get(person.customerId()));
    }

    /** Served, when he answers, by whoever serves what comes that way. */
    private Interaction begin(OneTimeCode code, Customer customer, ChannelAccount account, Instant now) {
        Interaction interaction = new Interaction(Reference.next(), customer, Identification.CONTACT_POINT, account, workItems.queue(account.queueId()).teamId(), texts.text("code-subject", code.language()), code.address(), code.language(), now);
        interactions.add(interaction);
        interactions.flush();
        return interaction;
    }
}
