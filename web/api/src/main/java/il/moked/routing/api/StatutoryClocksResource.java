// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.api;

import il.moked.routing.ejb.EvidencePages;
import il.moked.routing.ejb.StatutoryReading;
import il.moked.routing.ejb.StatutoryReading.Evidence;
import il.moked.shared.CsvLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;

/** The clocks of the law as evidence. */
@Path("statutory-clocks")
@ApplicationScoped
public class StatutoryClocksResource {
    private static final String CSV = "text/csv";
    private static final List<String> HEADS = List.of("reference", "kind", "queue", "policy_version", "subject", "started", "limit_seconds", "deadline", "announcement_due", "announced", "attempts", "attempted", "noticed", "answered",
            "agent_id", "ended", "ended_how", "over_seconds");

    @Inject
    StatutoryReading reading;

    /** Streamed. What breaks in the middle breaks the connection: a part of the evidence never looks like all of it. */
    @GET
    @Produces(CSV + ";charset=UTF-8")
    public Response export(@QueryParam("from") String from, @QueryParam("to") String to) {
        EvidencePages all = new EvidencePages(reading, moment(from), moment(to));
        StreamingOutput lines = out -> {
            Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            csv.write(CsvLine.of(HEADS));
            all.each(evidence -> csv.write(line(evidence)));
            csv.flush();
        };
        return Response.ok(lines).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statutory-clocks.csv\"").build();
    }

    private static String line(Evidence clock) {
        return CsvLine.of(Arrays.asList(clock.reference(), clock.kind(), clock.queue(), clock.policyVersion(), clock.subject(), clock.started(), clock.limit() == null ? null : clock.limit().toSeconds(), clock.deadline(), clock.announcementDue(),
                clock.announced(), clock.attempts(), clock.attempted(), clock.noticed(), clock.answered(), clock.agentId(), clock.ended(), clock.how(), clock.over().toSeconds()));
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException | NullPointerException unclear) {
            throw new BadRequestException();
        }
    }
}
