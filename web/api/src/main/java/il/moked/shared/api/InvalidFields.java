// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.api;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** As {@link Problems}, for what is not valid: the server has a mapper of its own for that, and the nearer type wins. */
@Provider
public class InvalidFields implements ExceptionMapper<ConstraintViolationException> {
    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(ConstraintViolationException invalid) {
        Problem problem = Refusal.of(invalid, Words.language(headers.getAcceptableLanguages()));
        return Response.status(problem.status()).entity(problem).type(Problem.MEDIA_TYPE).build();
    }
}
