// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.channel.Channel;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Identification;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.WrapUpReason;
import il.moked.interaction.ejb.Acknowledging;
import il.moked.interaction.ejb.CustomerTexts;
import il.moked.routing.ejb.ClosedNotice;
import il.moked.routing.ejb.ClosedNotice.Way;
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
    ClosedNotice notice;
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
        Optional<Way> found = notice.way(code.kind() == ContactPoint.Kind.PHONE ? Channel.SMS : Channel.EMAIL, Optional.of(code.address()));
        if (customer.isEmpty() || found.isEmpty() || code.kind() == ContactPoint.Kind.PHONE && !costs.sent(now)) {
            events.tell(new CodeActed(codeId, null, "selfservice.code-not-sent", code.purpose() + (customer.isEmpty() ? " nobody" : " no way")));
            return;
        }
        Way way = found.get();
        String language = code.language();
        Optional<Interaction> last = codes.lastInteraction(code.address()).map(interactions::getLocked).filter(known -> customer.get().id().equals(known.customerId()) && way.account().id().equals(known.accountId()));
        Interaction interaction = last.orElseGet(() -> notice.begin(customer.get(), Identification.CONTACT_POINT, way, language, texts.text("code-subject", language)));
        String text = texts.text(code.kind() == ContactPoint.Kind.EMAIL ? "code-mail" : "code", language, digits, OneTimeCode.VALID.toMinutes(), way.account().name(language));
        boolean sent = acknowledging.secret(interaction, way.account(), way.address(), texts.text("code-kept", language), text);
        if (last.isEmpty()) {
            notice.close(interaction, WrapUpReason.CODE_SENT);
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
}
