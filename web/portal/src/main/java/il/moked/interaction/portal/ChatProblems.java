// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.portal.PortalLog;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;

/** What a chat window is told when something was refused or went wrong: {@code {"code","text"}} in its language. */
@Provider
public class ChatProblems implements ExceptionMapper<Exception> {
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;

    @Inject
    ChatWords words;
    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(Exception why) {
        if (why instanceof ChatSaying.TooFast fast) {
            return answer(TOO_MANY, fast);
        }
        if (why instanceof BusinessException gone && gone.code().equals("chat.went-on")) {
            return answer(Response.Status.GONE.getStatusCode(), gone);
        }
        if (why instanceof NotFoundException missing) {
            return answer(Response.Status.NOT_FOUND.getStatusCode(), missing);
        }
        if (why instanceof BusinessException refused) {
            return answer(UNPROCESSABLE, refused);
        }
        if (why instanceof JsonException || why instanceof ClassCastException) {
            return answer(Response.Status.BAD_REQUEST.getStatusCode(), new BusinessException("portal.unclear"));
        }
        if (why instanceof WebApplicationException large && large.getResponse().getStatus() == SentJson.TOO_LARGE) {
            return answer(SentJson.TOO_LARGE, new BusinessException("chat.file", ChosenFiles.MOST));
        }
        if (why instanceof WebApplicationException refused) {
            return answer(refused.getResponse().getStatus(), new BusinessException("portal.unclear"));
        }
        PortalLog.LOG.lineNotTaken(why);
        return answer(Response.Status.SERVICE_UNAVAILABLE.getStatusCode(), new BusinessException("portal.unavailable"));
    }

    private Response answer(int status, BusinessException refused) {
        Response.ResponseBuilder response = Response.status(status).type(MediaType.APPLICATION_JSON)
                .entity(Json.createObjectBuilder().add("code", refused.code()).add("text", words.refusal(refused, language())).build());
        return status == TOO_MANY ? response.header(HttpHeaders.RETRY_AFTER, refused.arguments().get(0)).build() : response.build();
    }

    private Locale language() {
        return ChatResource.language(headers);
    }
}
