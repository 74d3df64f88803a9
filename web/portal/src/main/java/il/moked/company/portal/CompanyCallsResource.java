// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.casework.ServiceCase;
import il.moked.company.CompanyCase;
import il.moked.company.CompanyCases;
import il.moked.company.ejb.CompanyCalls;
import il.moked.company.ejb.CompanyCalls.CallDetail;
import il.moked.company.ejb.CompanyCalls.NewCall;
import il.moked.shared.BusinessException;
import il.moked.shared.Fields;
import il.moked.shared.Page;
import il.moked.shared.ejb.CrossedLocks;
import il.moked.shared.portal.Door;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Calls of a company, opened and followed by its programs. */
@Door(to = Door.Caller.PROVIDER, reaches = CompanyCase.class)
@Path("calls")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CompanyCallsResource {
    private static final int LONGEST_KEY = 80;
    private static final int LARGEST = 64 * 1024;

    @Inject
    CompanyCaller caller;
    @Inject
    CompanyCalls calls;
    @Context
    HttpHeaders headers;

    /** Hebrew where nothing else is asked for. */
    static Locale language(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream().filter(locale -> List.of("he", "iw", "en").contains(locale.getLanguage())).findFirst().map(locale -> Locale.forLanguageTag("en".equals(locale.getLanguage()) ? "en" : "he")).orElse(Locale.forLanguageTag("he"));
    }

    /** Newest first; {@code next} is what the next page is asked for with. */
    @GET
    public JsonObject list(@QueryParam("live") @DefaultValue("false") boolean live, @QueryParam("site") Long site, @QueryParam("before") Long before, @QueryParam("size") @DefaultValue("25") int size) {
        Page<CompanyCases.Line> page = calls.list(caller.user(), live, site, before, size);
        JsonArrayBuilder rows = Json.createArrayBuilder();
        page.rows().forEach(line -> rows.add(json(line)));
        JsonObjectBuilder answer = Json.createObjectBuilder().add("calls", rows);
        if (page.more()) {
            answer.add("next", page.rows().get(page.rows().size() - 1).id());
        }
        return answer.build();
    }

    private static JsonObjectBuilder json(CompanyCases.Line line) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("number", line.number()).add("subject", line.subject()).add("kind", line.kind().name()).add("severity", line.severity().name()).add("state", line.state().name()).add("openedAt", line.openedAt().toString()).add("late", line.late());
        if (line.siteId() != null) {
            json.add("site", line.siteId());
        }
        if (line.sku() != null) {
            json.add("product", line.sku());
        }
        if (line.kind() == ServiceCase.Kind.FAULT) {
            json.add("fault", line.fault());
        }
        return json;
    }

    @GET
    @Path("{number}")
    public JsonObject get(@PathParam("number") String number) {
        CallDetail call = calls.get(caller.user(), number);
        JsonArrayBuilder clocks = Json.createArrayBuilder();
        call.clocks().forEach(clock -> {
            JsonObjectBuilder json = Json.createObjectBuilder().add("metric", clock.metric().name()).add("status", clock.status().name()).add("targetSeconds", clock.target().toSeconds()).add("takenSeconds", clock.taken().toSeconds()).add("met", clock.met()).add("missed", clock.missed());
            if (clock.due() != null) {
                json.add("due", clock.due().toString());
            }
            clocks.add(json);
        });
        JsonArrayBuilder said = Json.createArrayBuilder();
        call.said().forEach(message -> {
            JsonObjectBuilder json = Json.createObjectBuilder().add("ours", message.ours()).add("text", message.text()).add("at", message.at().toString());
            if (message.author() != null) {
                json.add("author", message.author());
            }
            said.add(json);
        });
        JsonArrayBuilder visits = Json.createArrayBuilder();
        call.visits().forEach(visit -> visits.add(Json.createObjectBuilder().add("number", visit.number()).add("state", visit.state().name()).add("from", visit.from().toString()).add("to", visit.to().toString())));
        JsonObjectBuilder json = Json.createObjectBuilder().add("number", call.number()).add("subject", call.subject()).add("description", call.description()).add("kind", call.kind().name()).add("severity", call.severity().name()).add("state", call.state().name())
                .add("openedAt", call.openedAt().toString()).add("clocks", clocks).add("messages", said).add("visits", visits);
        if (call.site() != null) {
            json.add("site", call.site().id());
        }
        if (call.agreement() != null) {
            json.add("agreement", call.agreement());
        }
        return json.build();
    }

    /** What a call can be opened with. */
    @GET
    @Path("choices")
    public JsonObject choices() {
        CompanyCalls.Choices choices = calls.choices(caller.user());
        String language = language(headers).getLanguage();
        JsonArrayBuilder sites = Json.createArrayBuilder();
        choices.sites().forEach(site -> sites.add(Json.createObjectBuilder().add("id", site.id()).add("name", site.name()).add("address", site.address())));
        JsonArrayBuilder faults = Json.createArrayBuilder();
        choices.faults().forEach(fault -> faults.add(Json.createObjectBuilder().add("code", fault.code()).add("name", fault.names().in(language))));
        JsonArrayBuilder products = Json.createArrayBuilder();
        choices.products().forEach(product -> {
            JsonObjectBuilder json = Json.createObjectBuilder().add("id", product.id()).add("sku", product.sku()).add("name", product.name());
            if (product.serial() != null) {
                json.add("serial", product.serial());
            }
            products.add(json);
        });
        return Json.createObjectBuilder().add("sites", sites).add("withoutSite", choices.whole()).add("faults", faults).add("products", products).build();
    }

    /** Body {@code {site, kind, fault, product, severity, subject, description}}; sent again with the same {@code Idempotency-Key} it is the same call. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(@HeaderParam("Idempotency-Key") String key, InputStream body) throws IOException {
        long user = caller.user();
        if (key == null || key.isBlank()) {
            throw new BusinessException("shared.field-missing", "Idempotency-Key");
        }
        if (key.length() > LONGEST_KEY) {
            throw new BusinessException("shared.field-too-long", "Idempotency-Key", LONGEST_KEY);
        }
        byte[] read = body.readNBytes(LARGEST + 1);
        if (read.length > LARGEST) {
            throw new BusinessException("portal.unclear");
        }
        Fields given = Fields.of(new String(read, StandardCharsets.UTF_8));
        NewCall call = new NewCall(given.findWhole("site", 1, Long.MAX_VALUE).orElse(null), given.one("kind", ServiceCase.Kind.class), given.findText("fault", LONGEST_KEY).orElse(null), given.findWhole("product", 1, Long.MAX_VALUE).orElse(null),
                given.findOne("severity", ServiceCase.Severity.class).orElse(null), given.text("subject", ServiceCase.LONGEST_SUBJECT), given.text("description", ServiceCase.LONGEST_DESCRIPTION));
        given.nothingElse();
        String number = CrossedLocks.retried(() -> calls.open(user, call, List.of(), "api-" + user + "-" + key));
        return Response.created(URI.create("calls/" + number)).entity(Json.createObjectBuilder().add("number", number).build()).build();
    }
}
