// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.casework.CaseEvent;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.selfservice.SecureLink;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes down what becomes of a link, where it was sent from, and tells whoever looks: in the transaction of whoever calls. */
@ApplicationScoped
class LinkLedger {
    static final String CUSTOMER = "moked";
    private static final Pattern OPENING = Pattern.compile("(?<=/l/)[A-Za-z0-9_-]{20,}");

    @Inject
    Interactions interactions;
    @Inject
    Cases cases;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** A step everybody can see later. */
    enum Step {
        SENT, OPENED, DONE, WITHDRAWN
    }

    void write(SecureLink of, Step step, String who) {
        Instant now = clock.instant();
        of.interactionId().map(interactions::getLocked).ifPresent(there -> interactions.add(new InteractionEvent(there, InteractionEvent.Kind.valueOf("LINK_" + step), who, of.kind().name(), now)));
        of.caseId().map(cases::get).ifPresent(its -> cases.add(new CaseEvent(its, CaseEvent.Kind.valueOf("LINK_" + step), who, of.kind().name(), now)));
        if (step == Step.DONE || step == Step.WITHDRAWN) {
            forget(of);
        }
        tell(of, "link-" + step.name().toLowerCase(java.util.Locale.ROOT), of.kind() + " " + of.reference());
    }

    /** @param action in the past tense */
    void tell(SecureLink of, String action, String detail) {
        events.tell(new LinkActed(of.id(), of.customerId(), of.interactionId().orElse(null), "selfservice." + action, audience(of), detail));
    }

    /** Its address is nowhere any more. */
    void forget(SecureLink of) {
        of.messageId().map(interactions::message).ifPresent(message -> forget(message, of));
    }

    private void forget(Message message, SecureLink of) {
        interactions.getLocked(message.interaction().id());
        message.withoutAddress(OPENING);
        of.forgotten();
    }

    private List<String> audience(SecureLink of) {
        Optional<ServiceCase> its = of.caseId().map(cases::get);
        return Stream.of(of.interactionId().map(id -> "interaction:" + id), of.sentById().map(id -> "agent:" + id), its.flatMap(ServiceCase::ownerId).map(id -> "agent:" + id), its.map(one -> "team:" + one.teamId())).flatMap(Optional::stream).distinct().toList();
    }
}
