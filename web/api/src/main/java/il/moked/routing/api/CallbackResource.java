// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.api;

import il.moked.routing.ejb.CallbackAsking;
import il.moked.routing.ejb.Waiting;
import il.moked.shared.BusinessException;
import il.moked.shared.api.Checks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Where a customer stands in the line, and the call back he asks for instead of waiting. */
@Path("interactions/{reference}/wait")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CallbackResource {
    private static final int LONGEST = 40;
    private static final String REQUIRED = "shared.required";
    private static final String TOO_LONG = "shared.too-long";

    @Inject
    Checks checks;
    @Inject
    Waiting waiting;
    @Inject
    CallbackAsking asking;

    /**
     * What is not so is absent.
     *
     * @param place 1 is next @param expectedSeconds absent when nobody is available
     * @param callback who is to be called
     * @param times at which he may be called; none when nobody waits
     */
    public record Wait(Integer place, Long expectedSeconds, Callback callback, List<Instant> times) {
    }

    /** @param from the moment he picked, absent for as soon as it is his turn */
    public record Callback(String phone, Instant from) {
    }

    /** @param at a moment of those offered, or absent for as soon as it is his turn */
    public record Wanted(@NotBlank(message = REQUIRED) @Size(max = LONGEST, message = TOO_LONG) String phone, @Size(max = LONGEST, message = TOO_LONG) String at) {
    }

    @GET
    public Wait get(@PathParam("reference") String reference) {
        Waiting.Place place = waiting.placeOfAny(reference).orElse(null);
        Callback callback = waiting.callbackOfAny(reference).map(promised -> new Callback(promised.number(), promised.from())).orElse(null);
        boolean waits = place != null || callback != null;
        return new Wait(place == null || !place.told() ? null : place.place(), place == null || place.expected() == null ? null : place.expected().toSeconds(), callback, waits ? asking.timesFor(reference).moments() : List.of());
    }

    @POST
    @Path("callback")
    @Consumes(MediaType.APPLICATION_JSON)
    public Wait callBack(@PathParam("reference") String reference, Wanted wanted) {
        Wanted checked = checks.valid(wanted);
        asking.byReference(reference, checked.phone(), moment(checked.at()));
        return get(reference);
    }

    private static Instant moment(String at) {
        try {
            return at == null || at.isBlank() ? null : Instant.parse(at);
        } catch (DateTimeParseException unclear) {
            throw new BusinessException("routing.callback-time");
        }
    }
}
