// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.api;

import il.moked.customer.CustomerImport.OfAlike;
import il.moked.customer.CustomerImports.Fault;
import il.moked.customer.CustomerImports.Place;
import il.moked.customer.ejb.CustomerImporting;
import il.moked.customer.ejb.CustomerImporting.Progress;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import il.moked.shared.api.Checks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.io.InputStream;
import java.util.List;

/** Files of customers: handed in and checked, read about, and then decided on. */
@Path("customers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CustomerImportsResource {
    private static final int PAGE = 200;

    @Inject
    Checks checks;
    @Inject
    CustomerImporting importing;

    /** What is to be done with a file that was checked. @param goodLines whether wrong lines are left out; else there may be none @param alike what to do with new customers who may be known already */
    public record Decision(boolean goodLines, @NotNull(message = "shared.required") OfAlike alike) {
    }

    /** One thing that is wrong in a line. */
    public record Error(int line, String column, String code, List<String> arguments) {
        static Error of(Fault fault) {
            return new Error(fault.line(), fault.column(), fault.code(), fault.arguments());
        }
    }

    /** @param next what to ask with for those behind, absent when there are none */
    public record Errors(List<Error> items, String next) {
    }

    /** 202: the file is checked in the background, and nothing of it is kept yet; where it is asked for is in {@code Location}. */
    @POST
    @Path("imports")
    @Consumes("text/csv")
    public Response handIn(InputStream csv, @QueryParam("source") String source, @QueryParam("file") String fileName, @Context UriInfo here) {
        long id = importing.handIn(source, fileName, csv);
        return Response.accepted(importing.of(id)).location(here.getAbsolutePathBuilder().path(Long.toString(id)).build()).build();
    }

    @GET
    @Path("imports/{id}")
    public Progress progress(@PathParam("id") long id) {
        return importing.of(id);
    }

    @GET
    @Path("imports/{id}/errors")
    public Errors errors(@PathParam("id") long id, @QueryParam("cursor") @DefaultValue("0-0") String cursor) {
        if (!cursor.matches("[0-9]{1,9}-[0-9]{1,9}")) {
            throw new BusinessException("shared.bad-request");
        }
        String[] place = cursor.split("-");
        Page<Fault> page = importing.faults(id, new Place(Integer.parseInt(place[0]), Integer.parseInt(place[1])), PAGE);
        Fault last = page.more() ? page.rows().get(page.rows().size() - 1) : null;
        return new Errors(page.rows().stream().map(Error::of).toList(), last == null ? null : last.line() + "-" + last.place());
    }

    /** It is brought in in the background. */
    @POST
    @Path("imports/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response decide(@PathParam("id") long id, Decision decision) {
        Decision checked = checks.valid(decision);
        importing.bringIn(id, checked.goodLines(), checked.alike());
        return Response.accepted(importing.of(id)).build();
    }

    /** Nothing of it is wanted, or nothing more. */
    @DELETE
    @Path("imports/{id}")
    public Progress stop(@PathParam("id") long id) {
        importing.stop(id);
        return importing.of(id);
    }
}
