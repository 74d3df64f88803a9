// SPDX-License-Identifier: Apache-2.0
package il.moked.order.api;

import il.moked.order.ejb.CustomerNaming;
import il.moked.order.ejb.PurchaseImporting;
import il.moked.order.ejb.PurchaseImporting.Progress;
import il.moked.shared.CsvTable;
import il.moked.shared.BusinessException;
import il.moked.shared.api.Checks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Purchases of an earlier system: files of them, and whose they are. */
@Path("purchases")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PurchasesResource {
    @Inject
    Checks checks;
    @Inject
    PurchaseImporting importing;
    @Inject
    CustomerNaming naming;

    /** Whose a name is. */
    public record Named(@NotNull(message = NewOrderBody.REQUIRED) Long customerId) {
    }

    /** @param documents how many became his */
    public record Known(long customerId, int documents) {
    }

    /** 202: the file is read in the background; where it is asked for is in {@code Location}. */
    @POST
    @Path("imports")
    @Consumes("text/csv")
    public Response handIn(InputStream csv, @QueryParam("source") String source, @QueryParam("currency") @DefaultValue("ILS") String currency, @QueryParam("zone") @DefaultValue("Asia/Jerusalem") String zone,
            @QueryParam("trial") @DefaultValue("false") boolean trial, @QueryParam("file") String fileName, @Context UriInfo here) {
        long id = importing.handIn(source, fileName, currency, zone, trial, bytes(csv));
        return Response.accepted(importing.of(id)).location(here.getAbsolutePathBuilder().path(Long.toString(id)).build()).build();
    }

    private static byte[] bytes(InputStream csv) {
        try {
            byte[] content = csv.readNBytes(CsvTable.LARGEST + 1);
            if (content.length > CsvTable.LARGEST) {
                throw new BusinessException("shared.csv-too-large", CsvTable.LARGEST / 1024 / 1024);
            }
            return content;
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
    }

    @GET
    @Path("imports/{id}")
    public Progress progress(@PathParam("id") long id) {
        return importing.of(id);
    }

    /** What was bought under that name is this customer's. */
    @PUT
    @Path("customers/{source}/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Known know(@PathParam("source") String source, @PathParam("name") String name, Named who) {
        long id = checks.valid(who).customerId();
        return new Known(id, naming.know(source, name, id));
    }
}
