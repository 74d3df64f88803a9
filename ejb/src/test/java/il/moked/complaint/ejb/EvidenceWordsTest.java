// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.casework.CaseEvent;
import il.moked.casework.ServiceCase;
import il.moked.channel.Channel;
import il.moked.complaint.Complaint;
import il.moked.complaint.ComplaintStep;
import il.moked.complaint.Evidence;
import il.moked.complaint.EvidenceSources;
import il.moked.offer.OfferOutcome;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One kind of evidence without a word for it, and no file is made of the complaint. */
class EvidenceWordsTest {
    private static final Set<CaseEvent.Kind> WITH_MORE = EnumSet.of(CaseEvent.Kind.STATE, CaseEvent.Kind.REOPENED, CaseEvent.Kind.CLOSED, CaseEvent.Kind.CUSTOMER_TOLD);
    private static final Set<ComplaintStep.Kind> OF_MORE = EnumSet.of(ComplaintStep.Kind.REMEDY, ComplaintStep.Kind.ANSWERED, ComplaintStep.Kind.DECIDED);

    @ParameterizedTest
    @ValueSource(strings = {"he", "en"})
    void whateverMayHappenToAComplaintCanBeTold(String language) {
        EvidenceWords words = new EvidenceWords(language, ZoneId.of("Asia/Jerusalem"));
        assertThat(things()).allSatisfy(thing -> assertThat(words.heading(thing)).isNotBlank());
    }

    private static Stream<Evidence> things() {
        Stream<Evidence> happened = Stream.of(CaseEvent.Kind.values()).filter(kind -> !EvidenceSources.SILENT.contains(kind) && !WITH_MORE.contains(kind)).map(kind -> evidence(Evidence.Kind.CASE, kind));
        Stream<Evidence> states = Stream.of(ServiceCase.State.values()).flatMap(state -> Stream.of(evidence(Evidence.Kind.CASE, "STATE NEW " + state), evidence(Evidence.Kind.CASE, "REOPENED CLOSED " + state)));
        Stream<Evidence> closed = Stream.of(ServiceCase.Cause.values()).map(cause -> evidence(Evidence.Kind.CASE, "CLOSED " + cause));
        Stream<Evidence> steps = Stream.of(ComplaintStep.Kind.values()).filter(kind -> !OF_MORE.contains(kind)).map(kind -> evidence(Evidence.Kind.STEP, kind));
        Stream<Evidence> remedies = Stream.of(Complaint.Remedy.values()).flatMap(remedy -> Stream.of(evidence(Evidence.Kind.STEP, "REMEDY " + remedy), evidence(Evidence.Kind.STEP, "ANSWERED " + remedy)));
        Stream<Evidence> decisions = Stream.of(Complaint.Decision.values()).map(decision -> evidence(Evidence.Kind.STEP, "DECIDED " + decision));
        Stream<Evidence> said = Stream.of(Channel.values()).flatMap(channel -> Stream.of(evidence(Evidence.Kind.CASE, "CUSTOMER_TOLD " + channel), evidence(Evidence.Kind.MESSAGE, "INBOUND " + channel), evidence(Evidence.Kind.MESSAGE, "OUTBOUND " + channel),
                evidence(Evidence.Kind.MESSAGE, "OUTBOUND " + channel + " AUTOMATIC")));
        Stream<Evidence> offers = Stream.of(OfferOutcome.Kind.values()).map(kind -> evidence(Evidence.Kind.OFFER, kind + " FIBER-50"));
        Stream<Evidence> fates = EvidenceSources.FATES.stream().map(kind -> evidence(Evidence.Kind.PROMISE_EVENT, kind));
        return Stream.of(happened, states, closed, steps, remedies, decisions, said, offers, fates).flatMap(all -> all);
    }

    private static Evidence evidence(Evidence.Kind kind, Object detail) {
        return new Evidence(kind, 1, Instant.EPOCH, "dana", detail.toString(), null, null);
    }
}
