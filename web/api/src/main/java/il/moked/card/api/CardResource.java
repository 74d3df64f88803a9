// SPDX-License-Identifier: Apache-2.0
package il.moked.card.api;

import il.moked.card.TimelineEntry;
import il.moked.card.TimelineFilter;
import il.moked.card.ejb.Consulting;
import il.moked.card.ejb.CustomerCards.CustomerCard;
import il.moked.channel.Channel;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.CustomerAlert;
import il.moked.customer.CustomerFacts;
import il.moked.customer.Identification;
import il.moked.customer.Segment;
import il.moked.interaction.Interaction;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import il.moked.shared.api.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The card of a customer in one answer, and everything that ever happened with him page by page. */
@Path("customers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CardResource {
    @Inject
    Consulting consulting;

    /** @param segmentRule that decided, absent when none did @param identification how sure we were of him last, absent when he never was in contact */
    public record Card(long id, Customer.Kind kind, String name, Segment segment, String segmentRule, int segmentRulesVersion, String language, Instant since, Identification identification, String maskedNationalId, String companyNumber,
            Map<CustomerFacts.Fact, Long> facts, List<Reach> contactPoints, List<Alert> alerts, List<Open> open, List<Entry> timeline) {
        static Card of(CustomerCard card) {
            return new Card(card.id(), card.kind(), card.name(), card.segment(), card.rule(), card.rulesVersion(), card.language(), card.since(), card.identification(), card.maskedNationalId(), card.companyNumber(), card.facts(),
                    card.contactPoints().stream().map(reach -> new Reach(reach.kind(), reach.shown(), reach.verified())).toList(), card.alerts().stream().map(alert -> new Alert(alert.severity(), alert.text(), alert.until())).toList(),
                    card.otherOpen().stream().map(line -> new Open(line.reference(), line.channel(), line.subject(), line.state(), line.openedAt(), line.lastMessageAt(), line.waitingSince())).toList(), card.timeline().rows().stream().map(Entry::of).toList());
        }
    }

    /** @param address as people write it */
    public record Reach(ContactPoint.Kind kind, String address, boolean verified) {
    }

    /** @param until when it ends by itself, absent when it does not */
    public record Alert(CustomerAlert.Severity severity, String text, Instant until) {
    }

    /** A conversation that is open now. */
    public record Open(String reference, Channel channel, String subject, Interaction.State state, Instant openedAt, Instant lastMessageAt, Instant waitingSince) {
    }

    /** @param person who of ours did it; absent when nobody @param byCustomer absent when neither side did it @param number agorot when there is a currency; of a call the seconds somebody spoke @param due until when it is to be done, or holds */
    public record Entry(TimelineEntry.Kind kind, Instant at, Channel channel, String state, String line, String englishLine, String context, Boolean byCustomer, String reference, Person person, Long number, String currency, Instant due) {
        static Entry of(TimelineEntry entry) {
            return new Entry(entry.kind(), entry.at(), entry.channel(), entry.state(), entry.line(), entry.englishLine(), entry.context(), entry.inbound(), entry.reference(), entry.hebrewName() == null ? null : new Person(entry.hebrewName(), entry.englishName()),
                    entry.number(), entry.currency(), entry.due());
        }
    }

    public record Person(String he, String en) {
    }

    /** A list without a total: nothing here counts history. */
    public record Rows<T>(List<T> items) {
    }

    @GET
    @Path("{id}/card")
    public Card card(@PathParam("id") long id) {
        return Card.of(consulting.card(id));
    }

    /** Newest first. A {@code Link} header with {@code rel="next"} leads to the next page when there is one. */
    @GET
    @Path("{id}/timeline")
    public Response timeline(@PathParam("id") long id, @QueryParam("kind") Set<String> kinds, @QueryParam("channel") Set<String> channels, @QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("cursor") String cursor,
            @QueryParam("size") @DefaultValue("20") int size, @Context UriInfo here) {
        TimelineFilter filter = new TimelineFilter(chosen(kinds, TimelineEntry.Kind.class), chosen(channels, Channel.class), moment(from), moment(to));
        Page<TimelineEntry> page = consulting.timelineOf(id, filter, Place.readEntry(cursor), size);
        Response.ResponseBuilder answer = Response.ok(new Rows<>(page.rows().stream().map(Entry::of).toList()));
        if (page.more()) {
            answer.link(here.getRequestUriBuilder().replaceQueryParam("cursor", Place.written(page.rows().get(page.rows().size() - 1).cursor())).build(), "next");
        }
        return answer.build();
    }

    private static <E extends Enum<E>> Set<E> chosen(Set<String> names, Class<E> of) {
        try {
            return names.stream().map(name -> Enum.valueOf(of, name)).collect(Collectors.toSet());
        } catch (IllegalArgumentException unknown) {
            throw new BusinessException("shared.bad-request");
        }
    }

    private static Instant moment(String written) {
        try {
            return written == null ? null : Instant.parse(written);
        } catch (DateTimeException notOne) {
            throw new BusinessException("shared.bad-request");
        }
    }
}
