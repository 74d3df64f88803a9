// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers every failed request with a {@link Problem}. */
@Provider
public class Problems implements ExceptionMapper<Exception> {
    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(Exception failure) {
        Problem problem = Refusal.of(failure, Words.language(headers.getAcceptableLanguages()));
        Response.ResponseBuilder answer = failure instanceof WebApplicationException web && problem.status() == web.getResponse().getStatus() ? Response.fromResponse(web.getResponse()) : Response.status(problem.status());
        return answer.entity(problem).type(Problem.MEDIA_TYPE).build();
    }
}
