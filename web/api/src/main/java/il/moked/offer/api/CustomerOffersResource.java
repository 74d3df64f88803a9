// SPDX-License-Identifier: Apache-2.0
package il.moked.offer.api;

import il.moked.channel.Channel;
import il.moked.offer.OfferOutcome;
import il.moked.offer.OfferOutcome.Answer;
import il.moked.offer.OfferOutcome.Occasion;
import il.moked.offer.OfferOutcome.Refusal;
import il.moked.offer.OfferPolicy.Verdict;
import il.moked.offer.Offering;
import il.moked.offer.Why;
import il.moked.offer.ejb.OfferAnswering;
import il.moked.offer.ejb.OfferAnswering.Noted;
import il.moked.offer.ejb.Recommending;
import il.moked.shared.api.Checks;
import il.moked.shared.api.Idempotent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

/** The next best offers to a customer, with their reasons, and what he answered. */
@Path("customers/{id}/offers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CustomerOffersResource {
    private static final int CREATED = 201;

    @Inject
    Checks checks;
    @Inject
    Recommending recommending;
    @Inject
    OfferAnswering answering;

    /** @param values what goes into its text: a segment, a fact and its number, a SKU, a day */
    public record Reason(Why.Code code, List<String> values) {
        static List<Reason> of(List<Why> reasons) {
            return reasons.stream().map(why -> new Reason(why.code(), why.arguments().stream().map(Object::toString).toList())).toList();
        }
    }

    /** @param name in the language of the customer, as is the script @param worth agorot it brings as a rule @param lead whether it goes to those who sell @param against why it is not offered now; none for the best */
    public record OfferBody(long id, String code, String name, String script, String sku, long worth, int priority, boolean lead, List<Reason> reasons, List<Reason> against) {
        static OfferBody of(Verdict verdict, String language) {
            Offering offer = verdict.offer();
            return new OfferBody(offer.id(), offer.code(), offer.name(language), offer.script(language), offer.sku(), offer.worth().minor(), offer.priority(), offer.lead(), Reason.of(verdict.reasons()), Reason.of(verdict.against()));
        }
    }

    /** @param customerId another than asked for when he was joined into another card @param heldBack why nothing is offered at all */
    public record Recommendation(long customerId, Channel channel, List<Reason> heldBack, List<OfferBody> offers, List<OfferBody> others, Instant asOf) {
    }

    /**
     * At most three, the best first, and all others with what is against them.
     *
     * @param basket SKUs separated by commas
     * @param initiative whether the organisation turns to him: then the channel must be given, and consent and limits decide
     */
    @GET
    public Recommendation get(@PathParam("id") long id, @QueryParam("channel") Channel channel, @QueryParam("basket") @DefaultValue("") String basket, @QueryParam("initiative") @DefaultValue("false") boolean initiative) {
        List<String> skus = Arrays.stream(basket.split(",")).map(String::strip).filter(sku -> !sku.isEmpty()).toList();
        Recommending.Recommended recommended = recommending.of(id, new Recommending.Asked(skus, null, channel, initiative));
        String language = recommended.language();
        return new Recommendation(recommended.customerId(), recommended.channel(), Reason.of(recommended.choice().heldBack()), recommended.choice().best().stream().map(verdict -> OfferBody.of(verdict, language)).toList(),
                recommended.choice().others().stream().map(verdict -> OfferBody.of(verdict, language)).toList(), recommended.asOf());
    }

    /** @param refusal of a refusal only @param laterOn of what is put off: the day to tell of it again @param laterAt the hour he chose @param channel by which he was told */
    public record NewOutcome(@NotNull(message = "shared.required") OfferOutcome.Kind kind, Refusal refusal, LocalDate laterOn, LocalTime laterAt, Channel channel, boolean initiative) {
    }

    @POST
    @Path("{offer}/outcome")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response note(@PathParam("id") long id, @PathParam("offer") long offer, NewOutcome outcome) {
        NewOutcome checked = checks.valid(outcome);
        Noted noted = answering.note(id, offer, new Answer(checked.kind(), checked.refusal(), checked.laterOn(), checked.laterAt()), new Occasion(null, checked.channel(), checked.initiative()));
        return Response.status(CREATED).entity(OutcomeBody.of(noted)).build();
    }

    /** @param promiseId to ask him again, due at that moment; absent unless he put it off */
    public record OutcomeBody(long outcomeId, long offerId, long customerId, OfferOutcome.Kind kind, boolean told, Instant notedAt, Long promiseId, Instant promisedFor) {
        static OutcomeBody of(Noted noted) {
            return new OutcomeBody(noted.outcomeId(), noted.offerId(), noted.customerId(), noted.kind(), noted.told(), noted.notedAt(), noted.promiseId(), noted.comingBack() == null ? null : noted.comingBack().at());
        }
    }
}
