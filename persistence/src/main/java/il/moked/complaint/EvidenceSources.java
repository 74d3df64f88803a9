// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import il.moked.casework.CaseEvent;
import il.moked.casework.ServiceCase;
import il.moked.catalog.Quote;
import il.moked.interaction.Call;
import il.moked.interaction.Message;
import il.moked.offer.OfferOutcome;
import il.moked.promise.Promise;
import il.moked.promise.PromiseEvent;
import il.moked.shared.BusinessException;
import il.moked.shared.Names;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that was said to and by a customer since he complained: in the conversations of the complaint, and offers, quotes and
 * promises made to him meanwhile. Notes of staff and findings are internal and no part of it. Only what never changes is
 * taken, so that a change means that somebody tampered with it.
 */
@ApplicationScoped
public class EvidenceSources {
    /** Of each kind. */
    public static final int MOST = 2000;

    /** Of a case, what is no evidence: internal, or how it came about; what macros and rules did is told by itself. */
    public static final Set<CaseEvent.Kind> SILENT = Set.of(CaseEvent.Kind.NOTED, CaseEvent.Kind.WARNED, CaseEvent.Kind.ANSWERED, CaseEvent.Kind.POLICY, CaseEvent.Kind.MACRO, CaseEvent.Kind.RULE);

    /** What became of a promise, as far as it is evidence. */
    public static final Set<PromiseEvent.Kind> FATES = Set.of(PromiseEvent.Kind.BROKEN, PromiseEvent.Kind.KEPT, PromiseEvent.Kind.CANCELLED, PromiseEvent.Kind.RESCHEDULED);

    /** After a name that may end in Latin letters: else the sum would be read as part of it. */
    private static final char RIGHT_TO_LEFT = '\u200F';

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** In order of time, until a moment. @throws BusinessException {@code complaint.evidence-too-long} */
    public List<Evidence> of(ServiceCase its, Instant until) {
        Map<String, Object> ofCase = Map.of("case", its.id(), "until", until);
        Map<String, Object> inTalks = Map.of("case", its.id(), "since", its.receivedAt(), "until", until);
        Map<String, Object> ofCustomer = Map.of("customer", its.customerId(), "since", its.receivedAt(), "until", until);
        List<Evidence> all = new ArrayList<>();
        all.addAll(found("select e.id, e from CaseEvent e where e.caseId = :case and e.at <= :until and e.kind not in :silent order by e.id", with(ofCase, "silent", SILENT), row -> happened((Long) row[0], (CaseEvent) row[1])));
        all.addAll(found("select s.id, s from ComplaintStep s where s.caseId = :case and s.at <= :until order by s.id", ofCase, row -> step((ComplaintStep) row[1])));
        all.addAll(found("select m.id, m from CaseConversation v join Message m on m.interaction.id = v.interactionId where v.caseId = :case and m.at >= :since and m.at <= :until order by m.id", inTalks, row -> said((Message) row[1])));
        all.addAll(found("select c.id, c from CaseConversation v join Call c on c.interactionId = v.interactionId where v.caseId = :case and c.dialledAt >= :since and c.endedAt <= :until order by c.id", inTalks, row -> called((Call) row[1])));
        all.addAll(found("select o.id, o, f.code, f.names from OfferOutcome o join Offer f on f.id = o.offerId where o.customerId = :customer and o.notedAt >= :since and o.notedAt <= :until order by o.id", ofCustomer,
                row -> offered((OfferOutcome) row[1], (String) row[2], (Names) row[3])));
        all.addAll(found("select q.id, q from Quote q where q.customerId = :customer and q.madeAt >= :since and q.madeAt <= :until order by q.id", ofCustomer, row -> quoted((Quote) row[1])));
        all.addAll(found("select p.id, p from Promise p where p.customerId = :customer and p.givenAt >= :since and p.givenAt <= :until order by p.id", ofCustomer, row -> promised((Promise) row[1])));
        all.addAll(found("select e.id, e from Promise p join PromiseEvent e on e.promiseId = p.id where p.customerId = :customer and p.givenAt >= :since and e.at <= :until and e.kind in :fates order by e.id", with(ofCustomer, "fates", FATES),
                row -> fate((Long) row[0], (PromiseEvent) row[1])));
        all.sort(Comparator.comparing(Evidence::at).thenComparing(Evidence::kind).thenComparing(Evidence::id));
        return all;
    }

    private static Map<String, Object> with(Map<String, Object> parameters, String name, Object value) {
        Map<String, Object> more = new HashMap<>(parameters);
        more.put(name, value);
        return more;
    }

    private List<Evidence> found(String text, Map<String, Object> parameters, Function<Object[], Evidence> each) {
        TypedQuery<Object[]> query = entities.createQuery(text, Object[].class).setMaxResults(MOST + 1);
        parameters.forEach(query::setParameter);
        List<Evidence> found = query.getResultStream().map(each).toList();
        if (found.size() > MOST) {
            throw new BusinessException("complaint.evidence-too-long", MOST);
        }
        return found;
    }

    private static Evidence happened(long id, CaseEvent event) {
        return new Evidence(Evidence.Kind.CASE, id, event.at(), event.actor(), event.kind() + (event.detail() == null ? "" : " " + event.detail()), null, null);
    }

    private static Evidence step(ComplaintStep step) {
        return new Evidence(Evidence.Kind.STEP, step.id(), step.at(), step.actor(), step.kind() + (step.detail() == null ? "" : " " + step.detail()), step.kind().customerKnows() ? step.words() : null, null);
    }

    private static Evidence said(Message message) {
        return new Evidence(Evidence.Kind.MESSAGE, message.id(), message.at(), message.author(), message.direction() + " " + message.interaction().channel() + (message.automatic() ? " AUTOMATIC" : ""), message.text(), null);
    }

    private static Evidence called(Call call) {
        String spoken = call.answeredAt().map(answered -> " " + Duration.between(answered, call.endedAt().orElse(answered)).toSeconds()).orElse("");
        return new Evidence(Evidence.Kind.CALL, call.id(), call.dialledAt(), null, call.direction() + spoken, null, null);
    }

    private static Evidence offered(OfferOutcome outcome, String code, Names names) {
        return new Evidence(Evidence.Kind.OFFER, outcome.id(), outcome.notedAt(), outcome.notedBy(), outcome.kind() + " " + code + outcome.refusal().map(refusal -> " " + refusal).orElse("") + outcome.laterOn().map(day -> " " + day).orElse(""), null,
                names);
    }

    private static Evidence quoted(Quote quote) {
        String lines = quote.lines().stream().map(line -> line.quantity() + " × " + line.hebrewName() + RIGHT_TO_LEFT + ": " + line.gross().format("he")).collect(Collectors.joining("\n"));
        return new Evidence(Evidence.Kind.QUOTE, quote.id(), quote.madeAt(), quote.madeBy(), quote.number().digits() + " " + quote.gross().format("en") + " " + quote.validUntil(), lines, null);
    }

    private static Evidence promised(Promise promise) {
        return new Evidence(Evidence.Kind.PROMISE, promise.id(), promise.givenAt(), promise.givenBy(), promise.kind() + " " + promise.firstDueAt().orElse(promise.dueAt()), promise.text(), null);
    }

    private static Evidence fate(long id, PromiseEvent event) {
        return new Evidence(Evidence.Kind.PROMISE_EVENT, id, event.at(), event.actor(), event.kind().name(), null, null);
    }

    // ---- files that were made

    public void add(EvidenceFile file) {
        entities.persist(file);
        entities.flush();
    }

    /** Newest first, at most a hundred. */
    public List<EvidenceFile> files(long caseId) {
        return entities.createQuery("select f from EvidenceFile f where f.caseId = :case order by f.number desc", EvidenceFile.class).setParameter("case", caseId).setMaxResults(100).getResultList();
    }

    public Optional<EvidenceFile> file(long caseId, int number) {
        return entities.createQuery("select f from EvidenceFile f where f.caseId = :case and f.number = :number", EvidenceFile.class).setParameter("case", caseId).setParameter("number", number).getResultStream().findFirst();
    }
}
