// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.casework.CaseConversation;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.SlaClock;
import il.moked.casework.SlaMetric;
import il.moked.channel.Channel;
import il.moked.interaction.Interactions;
import il.moked.interaction.Reference;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** What somebody who knows the reference of a web form may see of the case that came of it: how far it is and by when he is answered, nothing of whose it is or who deals with it. */
@Stateless
@PermitAll
public class CaseTracking {
    @Inject
    Cases cases;
    @Inject
    Interactions interactions;

    /**
     * @param caseId to ask other areas with, never shown
     * @param served whether somebody deals with it
     * @param answerBy when the first answer was promised, or null where none is
     * @param solveBy when its end was promised, or null where it is not, or it waits for somebody else
     * @param late whether a promise is broken
     */
    public record TrackedCase(long caseId, String number, ServiceCase.Kind kind, ServiceCase.State state, boolean served, Instant openedAt, Instant answerBy, Instant answeredAt, Instant solveBy, Instant solvedAt, boolean late) {
    }

    /** Empty also for references that are not those of forms. */
    public Optional<TrackedCase> ofForm(String reference) {
        return interactions.findByReference(Reference.normal(reference)).filter(found -> found.channel() == Channel.FORM)
                .flatMap(found -> cases.conversations(found.id()).stream().filter(CaseConversation::main).findFirst()).map(main -> tracked(whereItWent(cases.get(main.caseId()))));
    }

    private ServiceCase whereItWent(ServiceCase first) {
        return first.mergedIntoId().map(cases::get).orElse(first);
    }

    private static TrackedCase tracked(ServiceCase of) {
        return new TrackedCase(of.id(), of.number(), of.kind(), of.state(), of.ownerId().isPresent() || of.state() != ServiceCase.State.NEW, of.openedAt(), due(of, SlaMetric.FIRST_RESPONSE), of.firstAnsweredAt().orElse(null), due(of, SlaMetric.RESOLUTION),
                of.solvedAt().orElse(null), of.breached());
    }

    private static Instant due(ServiceCase of, SlaMetric metric) {
        return of.clocks().stream().filter(clock -> clock.metric() == metric).max(Comparator.comparing(SlaClock::id)).flatMap(SlaClock::dueAt).orElse(null);
    }
}
