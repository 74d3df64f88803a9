// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.api;

import il.moked.routing.ejb.StatutoryReading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** The clocks of the law as evidence. */
@Path("statutory-clocks")
@ApplicationScoped
public class StatutoryClocksResource {
    private static final String CSV = "text/csv";

    @Inject
    StatutoryReading reading;

    /** Read to its end before anything is answered: a part of the evidence is none. */
    @GET
    @Produces(CSV + ";charset=UTF-8")
    public Response export(@QueryParam("from") String from, @QueryParam("to") String to) {
        StringWriter csv = new StringWriter();
        reading.export(moment(from), moment(to), csv);
        return Response.ok(csv.toString()).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statutory-clocks.csv\"").build();
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException | NullPointerException unclear) {
            throw new BadRequestException();
        }
    }
}
