// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.channel.OutboundMessage;
import il.moked.channel.SentPart.Standing;
import il.moked.channel.jms.app.PushKeys;
import il.moked.interaction.AttachmentLine;
import il.moked.interaction.ejb.AppSessions;
import il.moked.interaction.ejb.AppSessions.Line;
import il.moked.interaction.ejb.Delivery.OutgoingFile;
import il.moked.shared.portal.Door;
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
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;

/** What the organisation's own app asks for. Every request but for the push key carries {@code Authorization: Bearer} and the secret of its session. */
@Door(to = Door.Caller.SESSION, reaches = OutboundMessage.class)
@Path("")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AppResource {
    private static final int LONGEST_WAIT = 25;
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
        JsonObject said = SentJson.read(request, body);
        boolean fresh = sessions.say(secret(), said.getString("id", null), said.getString("text", ""), SentJson.files(said, "app.file"));
        return Response.status(fresh ? Response.Status.ACCEPTED : Response.Status.OK).entity(Json.createObjectBuilder().add("id", said.getString("id")).build()).build();
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
        JsonObject got = SentJson.read(request, body);
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
    @Door(to = Door.Caller.ANYBODY)
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
        JsonObject subscription = SentJson.read(request, body);
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
}
