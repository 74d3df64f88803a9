// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.portal.Pages;
import il.moked.shared.portal.PortalLog;
import il.moked.shared.portal.Texts;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;

/** What a company's program is told when something was refused or went wrong: RFC 9457, with the field where one is wrong. */
@Provider
public class CompanyApiProblems implements ExceptionMapper<Exception> {
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;

    @Inject
    Texts texts;
    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(Exception why) {
        if (why instanceof CompanyCaller.TooOften often) {
            return Response.fromResponse(answer(TOO_MANY, new BusinessException("portal.too-many", Pages.seconds(often.pause())))).header(HttpHeaders.RETRY_AFTER, Pages.seconds(often.pause())).build();
        }
        if (why instanceof NotFoundException missing) {
            return answer(Response.Status.NOT_FOUND.getStatusCode(), missing);
        }
        if (why instanceof BusinessException refused) {
            return answer(switch (refused.code()) {
                case "company.key" -> Response.Status.UNAUTHORIZED.getStatusCode();
                case "company.not-allowed", "company.not-let-in" -> Response.Status.FORBIDDEN.getStatusCode();
                default -> UNPROCESSABLE;
            }, refused);
        }
        if (why instanceof JsonException || why instanceof ClassCastException) {
            return answer(Response.Status.BAD_REQUEST.getStatusCode(), new BusinessException("portal.unclear"));
        }
        if (why instanceof WebApplicationException refused) {
            return answer(refused.getResponse().getStatus(), new BusinessException("portal.unclear"));
        }
        PortalLog.LOG.programNotServed(why);
        return answer(Response.Status.SERVICE_UNAVAILABLE.getStatusCode(), new BusinessException("portal.unavailable"));
    }

    private Response answer(int status, BusinessException refused) {
        Locale locale = CompanyCallsResource.language(headers);
        JsonObjectBuilder problem = Json.createObjectBuilder().add("type", "urn:moked:" + refused.code()).add("title", texts.refusal(refused, locale)).add("status", status).add("code", refused.code());
        if (status == UNPROCESSABLE && !refused.arguments().isEmpty() && refused.arguments().get(0) instanceof String field) {
            problem.add("field", field);
        }
        Response.ResponseBuilder response = Response.status(status).type("application/problem+json").entity(problem.build().toString());
        return status == Response.Status.UNAUTHORIZED.getStatusCode() ? response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build() : response.build();
    }
}
