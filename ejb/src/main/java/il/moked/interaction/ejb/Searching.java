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
import il.moked.interaction.MessageIndex;
import il.moked.interaction.MessageIndex.Hit;
import il.moked.interaction.Reference;
import il.moked.shared.BusinessException;
import il.moked.shared.EmailAddress;
import il.moked.shared.NationalId;
import il.moked.shared.Page;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds conversations: by their reference; by e-mail address, telephone or national id of their customer, however
 * written; otherwise by words, all of which must be in a message, its subject or the customer's name, the newest first. No limit
 * of age or number.
 */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class Searching {
    /** Characters. */
    public static final int SHORTEST = 2;
    private static final int LONGEST = 200;
    /** A page that follows begins behind a message; one that follows others found by address begins behind a moment. */
    private static final String MESSAGE = "m";

    @Inject
    MessageIndex index;
    @Inject
    Interactions interactions;
    @Inject
    Customers customers;
    @Inject
    DomainEvents events;

    /** A conversation, and the pieces of the message in which the words were found; no pieces when it was found otherwise. */
    public record Found(InteractionLine line, List<Excerpt.Piece> pieces) {
    }

    /** @param next where the next page begins; null when this is the last */
    public record FoundPage(List<Found> rows, String next) {
    }

    /**
     * @param from {@link FoundPage#next} of the page before, null for the first
     * @throws BusinessException {@code interaction.search-length}, {@code shared.bad-request} when the place was not written by us
     */
    public FoundPage find(String typed, String from, int size) {
        String wanted = typed == null ? "" : typed.strip();
        if (wanted.length() < SHORTEST || wanted.length() > LONGEST) {
            throw new BusinessException("interaction.search-length", SHORTEST, LONGEST);
        }
        events.tell(new InteractionActed(null, null, "interaction.searched", false));
        try {
            if (from != null && from.startsWith(MESSAGE)) {
                return byWords(wanted, Long.parseLong(from.substring(MESSAGE.length())), size);
            }
            return from == null || from.isEmpty() ? first(wanted, size) : byAddress(wanted, new InteractionLine.Cursor(Instant.parse(from.split("~", 2)[0]), Long.parseLong(from.split("~", 2)[1])), size);
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException notOurs) {
            throw new BusinessException("shared.bad-request");
        }
    }

    private FoundPage first(String wanted, int size) {
        Optional<Interaction> byReference = Reference.possible(wanted) ? interactions.findByReference(Reference.normal(wanted)) : Optional.empty();
        if (byReference.isPresent()) {
            return new FoundPage(List.of(new Found(interactions.line(byReference.get().id()), List.of())), null);
        }
        FoundPage byAddress = byAddress(wanted, null, size);
        return byAddress.rows().isEmpty() ? byWords(wanted, Long.MAX_VALUE, size) : byAddress;
    }

    private FoundPage byAddress(String wanted, InteractionLine.Cursor after, int size) {
        Page<InteractionLine> lines = interactions.ofCustomers(reachedBy(wanted).map(Customer::id).toList(), after, size);
        InteractionLine.Cursor last = lines.more() ? lines.rows().get(lines.rows().size() - 1).cursor() : null;
        return new FoundPage(lines.rows().stream().map(line -> new Found(line, List.of())).toList(), last == null ? null : last.lastMessageAt() + "~" + last.id());
    }

    private Stream<Customer> reachedBy(String wanted) {
        Stream<Customer> byEmail = EmailAddress.parse(wanted).stream().flatMap(address -> customers.reachedBy(ContactPoint.Kind.EMAIL, address.value()).stream());
        if (!wanted.matches("[*+0-9() ./-]+")) {
            return byEmail;
        }
        Stream<Customer> byPhone = PhoneNumber.parse(wanted).stream().flatMap(number -> customers.reachedBy(ContactPoint.Kind.PHONE, number.value()).stream());
        Stream<Customer> byNationalId = NationalId.parse(wanted).flatMap(customers::findByNationalId).stream();
        return Stream.concat(byEmail, Stream.concat(byPhone, byNationalId)).distinct();
    }

    private FoundPage byWords(String wanted, long before, int size) {
        List<Hit> hits = index.find(wanted, before, size + 1);
        List<Hit> shown = hits.subList(0, Math.min(size, hits.size()));
        Map<Long, InteractionLine> lines = interactions.lines(shown.stream().map(Hit::interactionId).distinct().toList()).stream().collect(Collectors.toMap(InteractionLine::id, Function.identity()));
        Map<Long, String> texts = interactions.texts(shown.stream().map(Hit::messageId).toList());
        // The index may be behind the database: what is no longer there is left out.
        return new FoundPage(shown.stream().filter(hit -> lines.containsKey(hit.interactionId()) && texts.containsKey(hit.messageId()))
                .map(hit -> new Found(lines.get(hit.interactionId()), Excerpt.of(texts.get(hit.messageId()), wanted).pieces())).toList(), hits.size() > size ? MESSAGE + shown.get(shown.size() - 1).messageId() : null);
    }
}
