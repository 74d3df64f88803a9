// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.api;

import il.moked.branch.BranchDay.Figures;
import il.moked.branch.ejb.BranchReport;
import il.moked.branch.ejb.BranchReport.Line;
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
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;

/** The days of a branch counted. */
@Path("branch-reports")
@ApplicationScoped
public class BranchReportsResource {
    private static final List<String> HEADS = List.of("day", "branch", "reason", "segment", "arrived", "served", "left", "no_show", "redirected", "exceptions", "mean_wait_seconds", "longest_wait_seconds", "mean_service_seconds");

    @Inject
    BranchReport report;

    @GET
    @Produces("text/csv;charset=UTF-8")
    public Response export(@QueryParam("branch") String branch, @QueryParam("from") String from, @QueryParam("until") String until) {
        StringBuilder csv = new StringBuilder(CsvLine.of(HEADS));
        report.lines(branch == null ? "" : branch, day(from), day(until)).forEach(line -> csv.append(line(line)));
        return Response.ok(csv.toString()).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"branch-report.csv\"").build();
    }

    private static String line(Line line) {
        Figures of = line.figures();
        return CsvLine.of(Arrays.asList(line.day(), line.branch(), line.reason(), line.segment(), of.arrived(), of.served(), of.left(), of.notShown(), of.redirected(), of.exceptions(), seconds(of.waited()), seconds(of.longest()), seconds(of.service())));
    }

    private static Long seconds(Duration span) {
        return span == null ? null : span.toSeconds();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException | NullPointerException unclear) {
            throw new BadRequestException();
        }
    }
}
