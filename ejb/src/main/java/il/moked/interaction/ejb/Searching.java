// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.Role;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.interaction.Excerpt;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionLine;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.interaction.Reference;
import il.moked.shared.BusinessException;
import il.moked.shared.EmailAddress;
import il.moked.shared.NationalId;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.search.engine.search.common.BooleanOperator;
import org.hibernate.search.mapper.orm.Search;

/**
 * Finds conversations: by their reference; by e-mail address, telephone or national id of their customer, however
 * written; otherwise by words, all of which must be in a message, its subject or the customer's name. No limit of age.
 */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class Searching {
    /** Characters. */
    public static final int SHORTEST = 2;
    private static final int LONGEST = 200;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;
    @Inject
    Interactions interactions;
    @Inject
    Customers customers;
    @Inject
    DomainEvents events;

    /** A conversation, and the pieces of the message in which the words were found; no pieces when it was found otherwise. */
    public record Found(InteractionLine line, List<Excerpt.Piece> pieces) {
    }

    /** @param more whether another page follows */
    public record FoundPage(List<Found> rows, boolean more) {
    }

    private record Hit(Long messageId, Long interactionId) {
    }

    /**
     * @param page from 0
     * @throws BusinessException {@code interaction.search-length}
     */
    public FoundPage find(String typed, int page, int size) {
        String wanted = typed == null ? "" : typed.strip();
        if (wanted.length() < SHORTEST || wanted.length() > LONGEST) {
            throw new BusinessException("interaction.search-length", SHORTEST, LONGEST);
        }
        events.tell(new InteractionActed(null, null, "interaction.searched", false));
        Optional<Interaction> byReference = interactions.findByReference(Reference.normal(wanted));
        if (byReference.isPresent()) {
            return new FoundPage(List.of(new Found(interactions.line(byReference.get().id()), List.of())), false);
        }
        List<InteractionLine> byAddress = reachedBy(wanted).flatMap(customer -> interactions.ofCustomer(customer.id(), null, size).rows().stream()).limit(size).toList();
        return byAddress.isEmpty() ? byWords(wanted, page, size) : new FoundPage(byAddress.stream().map(line -> new Found(line, List.of())).toList(), false);
    }

    private Stream<Customer> reachedBy(String wanted) {
        Stream<Customer> byEmail = EmailAddress.parse(wanted).stream().flatMap(address -> customers.reachedBy(ContactPoint.Kind.EMAIL, address.value()).stream());
        if (!wanted.matches("[*+0-9() .-]+")) {
            return byEmail;
        }
        Stream<Customer> byPhone = PhoneNumber.parse(wanted).stream().flatMap(number -> customers.reachedBy(ContactPoint.Kind.PHONE, number.value()).stream());
        Stream<Customer> byNationalId = NationalId.parse(wanted).flatMap(customers::findByNationalId).stream();
        return Stream.concat(byEmail, Stream.concat(byPhone, byNationalId)).distinct();
    }

    private FoundPage byWords(String wanted, int page, int size) {
        List<Hit> hits = Search.session(entities).search(Message.class)
                .select(f -> f.composite().from(f.id(Long.class), f.field("interaction.id", Long.class)).as(Hit::new))
                .where(f -> f.simpleQueryString().fields("text", "interaction.customer.displayName").field("interaction.subject").boost(2).matching(wanted).defaultOperator(BooleanOperator.AND))
                .fetchHits(page * size, size + 1);
        List<Hit> shown = hits.subList(0, Math.min(size, hits.size()));
        Map<Long, InteractionLine> lines = interactions.lines(shown.stream().map(Hit::interactionId).distinct().toList()).stream().collect(Collectors.toMap(InteractionLine::id, Function.identity()));
        Map<Long, String> texts = interactions.texts(shown.stream().map(Hit::messageId).toList());
        // The index may be behind the database: what is no longer there is left out.
        return new FoundPage(shown.stream().filter(hit -> lines.containsKey(hit.interactionId()) && texts.containsKey(hit.messageId()))
                .map(hit -> new Found(lines.get(hit.interactionId()), Excerpt.of(texts.get(hit.messageId()), wanted).pieces())).toList(), hits.size() > size);
    }
}
