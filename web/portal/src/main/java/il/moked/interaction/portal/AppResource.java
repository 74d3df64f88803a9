// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.channel.SentPart.Standing;
import il.moked.channel.jms.app.PushKeys;
import il.moked.interaction.AttachmentLine;
import il.moked.interaction.FormSubmission;
import il.moked.interaction.ejb.AppSessions;
import il.moked.interaction.ejb.AppSessions.Line;
import il.moked.interaction.ejb.Delivery.OutgoingFile;
import il.moked.shared.BusinessException;
import il.moked.shared.portal.Limits;
import il.moked.shared.portal.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What the organisation's own app asks for. Every request but for the push key carries {@code Authorization: Bearer} and the secret of its session. */
@Path("")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AppResource {
    /** Of one request: the files of a message in base64 and its text. Bytes. */
    static final int LARGEST = 15 * 1024 * 1024;
    private static final int LONGEST_WAIT = 25;
    private static final int TOO_LARGE = 413;
    private static final String BEARER = "Bearer ";

    @Inject
    AppSessions sessions;
    @Inject
    ChatAudience audience;
    @Inject
    PushKeys keys;
    @Inject
    Limits limits;
    @Context
    HttpServletRequest request;
    @Context
    HttpHeaders headers;

    /** Body {@code {id, text, files: [{name, content}]}}, content in base64; 202 once it is kept, 200 when it was before. */
    @POST
    @Path("messages")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response say(InputStream body) throws IOException {
        limit();
        sessions.topic(secret());
        JsonObject said = read(body);
        boolean fresh = sessions.say(secret(), said.getString("id", null), said.getString("text", ""), files(said));
        return Response.status(fresh ? Response.Status.ACCEPTED : Response.Status.OK).entity(Json.createObjectBuilder().add("id", said.getString("id")).build()).build();
    }

    private static List<FormSubmission.File> files(JsonObject said) {
        List<ChosenFiles.Sent> sent = new ArrayList<>();
        if (said.containsKey("files")) {
            for (JsonObject file : said.getJsonArray("files").getValuesAs(JsonObject.class)) {
                sent.add(new ChosenFiles.Sent(file.getString("name", ""), content(file)));
            }
        }
        ChosenFiles chosen = ChosenFiles.of(sent);
        if ("large".equals(chosen.problem())) {
            throw new WebApplicationException(TOO_LARGE);
        }
        if (chosen.problem() != null) {
            throw new BusinessException("app.file", ChosenFiles.MOST);
        }
        return chosen.files();
    }

    private static byte[] content(JsonObject file) {
        try {
            return Base64.getDecoder().decode(file.getString("content", ""));
        } catch (IllegalArgumentException noBase64) {
            throw new BusinessException("app.file", ChosenFiles.MOST);
        }
    }

    /** What came after a position. @param wait seconds to wait for something when there is nothing, at most 25 */
    @GET
    @Path("messages")
    public void messages(@QueryParam("after") @DefaultValue("0") int after, @QueryParam("wait") @DefaultValue("0") int wait, @Suspended AsyncResponse response) {
        limit();
        new AppPoll(Visitor.of(request), secret(), after, response, audience, sessions).begin(Math.max(0, Math.min(wait, LONGEST_WAIT)));
    }

    static JsonObject json(List<Line> lines) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (Line line : lines) {
            JsonObjectBuilder json = Json.createObjectBuilder().add("position", line.position()).add("mine", line.mine()).add("author", line.author()).add("text", line.text()).add("automatic", line.automatic()).add("at", line.at().toString());
            if (line.id() != null) {
                json.add("id", line.id());
            }
            JsonArrayBuilder files = Json.createArrayBuilder();
            for (AttachmentLine file : line.files()) {
                files.add(Json.createObjectBuilder().add("id", file.id()).add("name", file.fileName()).add("type", file.contentType()).add("size", file.size()));
            }
            array.add(json.add("files", files));
        }
        return Json.createObjectBuilder().add("messages", array).add("more", lines.size() == AppSessions.MOST_LINES).build();
    }

    /** Body {@code {delivered: [positions], read: [positions]}}, at most 100 of each. */
    @POST
    @Path("receipts")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response receipts(InputStream body) throws IOException {
        limit();
        sessions.topic(secret());
        JsonObject got = read(body);
        sessions.report(secret(), Standing.DELIVERED, positions(got, "delivered"));
        sessions.report(secret(), Standing.READ, positions(got, "read"));
        return Response.accepted().build();
    }

    private static List<Integer> positions(JsonObject got, String name) {
        JsonArray positions = got.containsKey(name) ? got.getJsonArray(name) : JsonArray.EMPTY_JSON_ARRAY;
        return positions.getValuesAs(JsonNumber.class).stream().map(JsonNumber::intValue).toList();
    }

    /** Never shown in a browser: whatever a file is, it is only saved. */
    @GET
    @Path("files/{id}")
    @Produces(MediaType.WILDCARD)
    public Response file(@PathParam("id") long id) {
        limit();
        OutgoingFile file = sessions.file(secret(), id);
        return Response.ok(file.content(), MediaType.APPLICATION_OCTET_STREAM_TYPE).header(HttpHeaders.CONTENT_DISPOSITION, "attachment").build();
    }

    /** What a device subscribes with at its push service (RFC 8292). */
    @GET
    @Path("push-key")
    public JsonObject pushKey() {
        limit();
        return Json.createObjectBuilder().add("publicKey", keys.publicKey()).build();
    }

    /** Body as a browser's {@code PushSubscription.toJSON()}: {@code {endpoint, keys: {p256dh, auth}}}. */
    @PUT
    @Path("push-subscription")
    @Consumes(MediaType.APPLICATION_JSON)
    public void subscribe(InputStream body) throws IOException {
        limit();
        sessions.topic(secret());
        JsonObject subscription = read(body);
        JsonObject own = subscription.containsKey("keys") ? subscription.getJsonObject("keys") : JsonObject.EMPTY_JSON_OBJECT;
        sessions.subscribe(secret(), subscription.getString("endpoint", null), own.getString("p256dh", null), own.getString("auth", null));
    }

    @DELETE
    @Path("push-subscription")
    public void unsubscribe() {
        limit();
        sessions.unsubscribe(secret());
    }

    private String secret() {
        String authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length()) ? authorization.substring(BEARER.length()).strip() : "";
    }

    private void limit() {
        Duration wait = limits.chatCalls().take(Visitor.of(request));
        if (!wait.isZero()) {
            throw new ChatSaying.TooFast(wait);
        }
    }

    /** A caller who is still sending hears no answer: the rest is passed over, as far as the server lets it come. */
    private static WebApplicationException tooLarge(InputStream body) {
        try {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException cutOff) {
            // more than the server takes at all
        }
        return new WebApplicationException(TOO_LARGE);
    }

    /** No more is kept than a body may have. */
    private JsonObject read(InputStream body) throws IOException {
        if (request.getContentLengthLong() > LARGEST) {
            throw tooLarge(body);
        }
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw tooLarge(body);
        }
        try (JsonReader reader = Json.createReader(new StringReader(new String(bytes, StandardCharsets.UTF_8)))) {
            return reader.readObject();
        }
    }
}
