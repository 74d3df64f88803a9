// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.company.CompanyCase;
import il.moked.company.ReportFigures;
import il.moked.company.ReportFigures.Times;
import il.moked.company.ejb.CompanyReporting;
import il.moked.company.ejb.CompanyReporting.Report;
import il.moked.shared.portal.Door;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** The figures of a company's calls, the same that its portal shows. Times are seconds of business time. */
@Door(to = Door.Caller.PROVIDER, reaches = CompanyCase.class)
@Path("reports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CompanyReportsResource {
    @Inject
    CompanyCaller caller;
    @Inject
    CompanyReporting reporting;
    @Context
    HttpHeaders headers;

    /** Of the last twelve months where no days are given. */
    @GET
    @Path("service")
    public JsonObject service(@QueryParam("from") String from, @QueryParam("until") String until, @QueryParam("site") Long site, @QueryParam("product") String product) {
        Report report = reporting.of(caller.user(), ReportWish.of(from, until, site, product));
        String language = CompanyCallsResource.language(headers).getLanguage();
        ReportFigures of = report.figures();
        JsonArrayBuilder recurring = Json.createArrayBuilder();
        of.recurring().forEach(line -> recurring.add(Json.createObjectBuilder().add("product", line.sku()).add("fault", line.fault()).add("faultName", report.fault(line.fault(), language)).add("calls", line.calls()).add("upToPercent", line.upTo())));
        JsonArrayBuilder months = Json.createArrayBuilder();
        of.months().forEach(month -> months.add(Json.createObjectBuilder().add("month", month.written()).add("calls", month.calls()).add("answer", times(month.answer())).add("repair", times(month.repair()))));
        JsonArrayBuilder history = Json.createArrayBuilder();
        of.history().forEach(line -> {
            JsonObjectBuilder json = Json.createObjectBuilder().add("product", line.sku()).add("calls", line.calls()).add("faults", line.faults()).add("repair", times(line.repair()));
            if (line.siteId() != null) {
                json.add("site", line.siteId()).add("siteName", report.site(line.siteId()));
            }
            if (line.fault() != null) {
                json.add("usualFault", line.fault());
            }
            history.add(json);
        });
        JsonObjectBuilder answer = Json.createObjectBuilder().add("from", report.period().from().toString()).add("until", report.period().until().toString()).add("calls", of.calls()).add("open", of.open()).add("faults", of.faults())
                .add("answer", times(of.answer())).add("repair", times(of.repair())).add("firstVisits", of.firstVisits()).add("fixedFirst", of.fixedFirst());
        add(answer, "firstTimePercent", of.firstTime() == null ? null : of.firstTime().longValue());
        return answer.add("recurring", recurring).add("months", months).add("history", history).build();
    }

    private static JsonObjectBuilder times(Times times) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("met", times.met()).add("missed", times.missed());
        add(json, "keptPercent", times.kept() == null ? null : times.kept().longValue());
        add(json, "median", times.median());
        add(json, "ninetieth", times.ninetieth());
        add(json, "target", times.target());
        return json;
    }

    private static void add(JsonObjectBuilder json, String name, Long value) {
        if (value != null) {
            json.add(name, value);
        }
    }
}
