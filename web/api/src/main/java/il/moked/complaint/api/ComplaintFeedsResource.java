// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.api;

import il.moked.complaint.RegulatorComplaint;
import il.moked.complaint.ejb.FeedImporting;
import il.moked.complaint.ejb.FeedImporting.Cells;
import il.moked.complaint.ejb.FeedImporting.Imported;
import il.moked.shared.CsvLine;
import il.moked.shared.CsvTable.Wrong;
import il.moked.shared.api.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Complaints that a regulator published: a file comes in whole, or not at all. */
@Path("complaint-feeds")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ComplaintFeedsResource {
    private static final String CSV = "text/csv";

    @Inject
    FeedImporting importing;

    /** @param line in the file, the heading being 1 @param text in the language asked for */
    public record Fault(int line, String column, String code, String text) {
        static Fault of(Wrong wrong, Locale language) {
            return new Fault(wrong.line(), wrong.column(), wrong.why().code(), Words.text(wrong.why().code(), language, wrong.why().arguments().toArray()));
        }
    }

    /** @param id absent of a trial, and when something is wrong @param complaints in the file @param added that were not known @param faults the first of them @param faultsInAll how many there are */
    public record FeedBody(Long id, String source, int complaints, int added, Map<String, Integer> channels, Map<String, Integer> products, Map<String, Integer> timely, Instant at, List<Fault> faults, int faultsInAll) {
        static FeedBody of(Imported imported, Locale language) {
            return new FeedBody(imported.id(), imported.source(), imported.complaints(), imported.added(), imported.channels(), imported.products(), imported.timely(), imported.at(), imported.wrong().stream().map(wrong -> Fault.of(wrong, language)).toList(),
                    imported.wrongInAll());
        }
    }

    /** 201 when it came in, 200 of a trial, 422 with its faults when there are any. */
    @POST
    @Consumes(CSV)
    public Response bringIn(InputStream csv, @QueryParam("source") String source, @QueryParam("file") String fileName, @QueryParam("trial") @DefaultValue("false") boolean trial, @Context UriInfo here, @Context HttpHeaders headers) {
        Imported imported = importing.bringIn(source, fileName, !trial, csv);
        FeedBody body = FeedBody.of(imported, Words.language(headers.getAcceptableLanguages()));
        if (imported.wrongInAll() > 0) {
            return Response.status(422).entity(body).build();
        }
        return imported.id() == null ? Response.ok(body).build() : Response.created(here.getAbsolutePathBuilder().path(imported.id().toString()).build()).entity(body).build();
    }

    @GET
    @Path("{id}")
    public FeedBody get(@PathParam("id") long id, @Context HttpHeaders headers) {
        return FeedBody.of(importing.get(id), Words.language(headers.getAcceptableLanguages()));
    }

    /** What the file brought, with the columns it had. */
    @GET
    @Path("{id}/complaints")
    @Produces({CSV, MediaType.APPLICATION_JSON})
    public Response complaints(@PathParam("id") long id) {
        Cells first = importing.cells(id, 0);
        StreamingOutput all = out -> {
            Writer csv = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            csv.write(CsvLine.of(RegulatorComplaint.COLUMNS));
            Cells page = first;
            write(csv, page);
            while (page.next() != null) {
                page = importing.cells(id, page.next());
                write(csv, page);
            }
            csv.flush();
        };
        return Response.ok(all, CSV + ";charset=UTF-8").build();
    }

    private static void write(Writer csv, Cells page) throws IOException {
        for (List<String> row : page.rows()) {
            csv.write(CsvLine.of(row));
        }
    }
}
