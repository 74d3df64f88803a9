// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.api;

import il.moked.customer.DuplicatePairs;
import il.moked.customer.Evidence;
import il.moked.customer.ejb.DuplicateReview;
import il.moked.customer.ejb.DuplicateReview.PairLine;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import il.moked.shared.api.Idempotent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Pairs of customers who may be one, with what speaks for it and against. */
@Path("duplicates")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class DuplicatesResource {
    @Inject
    DuplicateReview review;

    /** @param weight in bits: above zero for, below against */
    public record EvidenceBody(Evidence.Subject subject, Evidence.Level level, double weight) {
    }

    public record Who(long id, String kind, String name) {
        static Who of(DuplicateReview.Who who) {
            return new Who(who.id(), who.kind().name(), who.name());
        }
    }

    /** @param score sum of the weights, in bits @param certain whether hardly a doubt is left @param policyVersion by which it was weighed */
    public record Pair(long id, Who one, Who other, double score, boolean certain, List<EvidenceBody> evidence, int policyVersion, Instant foundAt) {
        static Pair of(PairLine line) {
            return new Pair(line.id(), Who.of(line.one()), Who.of(line.other()), line.score(), line.certain(), line.evidence().stream().map(item -> new EvidenceBody(item.subject(), item.level(), item.weight())).toList(), line.policyVersion(), line.foundAt());
        }
    }

    public record Pairs(List<Pair> items) {
    }

    /** The likeliest first. A {@code Link} header with {@code rel="next"} leads to the next page when there is one. */
    @GET
    public Response open(@QueryParam("cursor") String cursor, @QueryParam("size") @DefaultValue("20") int size, @Context UriInfo here) {
        Page<PairLine> page = review.open(read(cursor), size);
        Response.ResponseBuilder answer = Response.ok(new Pairs(page.rows().stream().map(Pair::of).toList()));
        if (page.more()) {
            answer.link(here.getRequestUriBuilder().replaceQueryParam("cursor", written(page.rows().get(page.rows().size() - 1).place())).build(), "next");
        }
        return answer.build();
    }

    /** They are two, and stay so until something that was compared changes. */
    @POST
    @Idempotent
    @Path("{id}/dismissal")
    public Response dismiss(@PathParam("id") long id) {
        review.dismiss(id);
        return Response.noContent().build();
    }

    private static String written(DuplicatePairs.Place place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((place.score() + "~" + place.id()).getBytes(StandardCharsets.US_ASCII));
    }

    private static DuplicatePairs.Place read(String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return DuplicatePairs.Place.FIRST;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("~", 2);
            return new DuplicatePairs.Place(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
            throw new BusinessException("shared.bad-request");
        }
    }
}
