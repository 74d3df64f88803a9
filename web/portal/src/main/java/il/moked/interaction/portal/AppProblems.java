// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.shared.BusinessException;
import jakarta.json.Json;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** What a chat window is told, and 401 when a session proves nothing or is over, 413 when something is too large. */
@Provider
public class AppProblems extends ChatProblems {
    @Override
    public Response toResponse(Exception why) {
        if (why instanceof BusinessException refused && refused.code().equals("app.session")) {
            return answer(Response.status(Response.Status.UNAUTHORIZED).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\""), refused);
        }
        boolean large = why instanceof BusinessException refused && refused.code().equals("channel.too-large") || why instanceof WebApplicationException web && web.getResponse().getStatus() == SentJson.TOO_LARGE;
        return large ? answer(Response.status(SentJson.TOO_LARGE), new BusinessException("app.too-large", SentJson.LARGEST / 1024 / 1024)) : super.toResponse(why);
    }

    private Response answer(Response.ResponseBuilder response, BusinessException refused) {
        return response.type(MediaType.APPLICATION_JSON).entity(Json.createObjectBuilder().add("code", refused.code()).add("text", words.refusal(refused, ChatResource.language(headers))).build()).build();
    }
}
