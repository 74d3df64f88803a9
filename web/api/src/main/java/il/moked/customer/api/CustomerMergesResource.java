// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.api;

import il.moked.customer.CustomerMerge;
import il.moked.customer.Surviving;
import il.moked.customer.ejb.IdentityReading;
import il.moked.customer.ejb.Merging;
import il.moked.customer.ejb.Merging.MergeLine;
import il.moked.shared.BusinessException;
import il.moked.shared.Fields;
import il.moked.shared.api.Idempotent;
import il.moked.shared.api.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Another system knows that two customers are one, or that they are not after all. */
@Path("customers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CustomerMergesResource {
    private static final int LONGEST_BODY = 4000;

    @Inject
    Merging merging;
    @Inject
    IdentityReading reading;

    /** @param moved rows that went along; absent when it was not noted, which cannot be undone @param replaced fields of the customer that changed */
    public record MergeBody(long id, long customerId, long mergedId, CustomerMerge.Origin origin, String mergedBy, Instant mergedAt, Integer moved, List<Surviving> replaced) {
        static MergeBody of(MergeLine line) {
            return new MergeBody(line.id(), line.keptId(), line.goneId(), line.origin(), line.mergedBy(), line.mergedAt(), line.moved(), line.replaced());
        }
    }

    public record Merged(long id, long customerId, long mergedId) {
    }

    public record Merges(List<MergeBody> items) {
    }

    /** The customer goes on; the one in the body goes, and his id leads here. The tag is of the customer, before and after. */
    @POST
    @Idempotent
    @Path("{id}/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response merge(@PathParam("id") long id, String body, @Context HttpHeaders headers) {
        if (body.length() > LONGEST_BODY) {
            throw new BusinessException("shared.bad-request");
        }
        Fields fields = Fields.of(body);
        long merged = fields.whole("mergedId", 1, Long.MAX_VALUE);
        Integer version = fields.findWhole("mergedVersion", 0, Integer.MAX_VALUE).map(Long::intValue).orElse(null);
        Set<Surviving> taken = fields.several("take", Surviving.class);
        fields.nothingElse();
        taken.stream().filter(field -> !field.chosen()).findFirst().ifPresent(field -> {
            throw new BusinessException("shared.field-unknown-value", "take", field.name());
        });
        Set<Surviving> left = EnumSet.noneOf(Surviving.class);
        long merge = merging.merge(new Merging.NewMerge(id, Preconditions.seen(headers), merged, version, taken, left));
        return Response.ok(new Merged(merge, id, merged)).tag(Preconditions.tag(reading.of(id).version())).build();
    }

    /** Those that stand, newest first. */
    @GET
    @Path("{id}/merges")
    public Merges merges(@PathParam("id") long id) {
        return new Merges(merging.into(id).stream().map(MergeBody::of).toList());
    }

    @POST
    @Idempotent
    @Path("{id}/merges/{merge}/undo")
    public Response undo(@PathParam("id") long id, @PathParam("merge") long merge) {
        merging.undo(id, merge);
        return Response.noContent().tag(Preconditions.tag(reading.of(id).version())).build();
    }
}
