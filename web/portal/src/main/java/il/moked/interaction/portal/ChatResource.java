// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.channel.Channel;
import il.moked.channel.ejb.ContactWays;
import il.moked.interaction.ChatSession;
import il.moked.interaction.FormSubmission;
import il.moked.interaction.SharedForm;
import il.moked.interaction.ejb.ChatForms;
import il.moked.interaction.ejb.ChatSessions;
import il.moked.interaction.ejb.ChatSessions.Opened;
import il.moked.interaction.ejb.Delivery.OutgoingFile;
import il.moked.interaction.portal.ContactForm.Field;
import il.moked.routing.ejb.CallbackAsking;
import il.moked.selfservice.ejb.ChatByMail;
import il.moked.selfservice.PortalSession;
import il.moked.selfservice.portal.SignedIn;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.CrossedLocks;
import il.moked.shared.ejb.PortalAddress;
import il.moked.shared.portal.Door;
import il.moked.shared.portal.Limits;
import il.moked.shared.portal.QrPicture;
import il.moked.shared.portal.RateLimit;
import il.moked.shared.portal.Texts;
import il.moked.shared.portal.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The chat by plain requests: opening it, and everything the socket does for windows that cannot have one. A session is
 * proved by its secret in a header that no page of another site can send.
 */
@Door(to = Door.Caller.SESSION, reaches = ChatSession.class)
@Path("")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ChatResource {
    static final String SECRET = "X-Chat-Secret";
    private static final String BUNDLE = "il.moked.interaction.portal.interaction";
    private static final String CHAT = "il.moked.interaction.portal.chat";
    private static final int LONGEST_WAIT = 25;

    @Inject
    ChatSessions chats;
    @Inject
    ContactWays ways;
    @Inject
    ChatReading reading;
    @Inject
    ChatSaying saying;
    @Inject
    ChatAudience audience;
    @Inject
    CallbackAsking callbacks;
    @Inject
    CallbackMoments callbackMoments;
    @Inject
    ChatForms forms;
    @Inject
    ChatTranscript transcripts;
    @Inject
    ChatByMail mailing;
    @Inject
    FormDoor door;
    @Inject
    Limits limits;
    @Inject
    Texts texts;
    @Inject
    PortalAddress portal;
    @Inject
    SignedIn signedIn;
    @Context
    HttpServletRequest request;
    @Context
    HttpHeaders headers;

    /** Whether the chat is open and somebody is at work; when nobody is, the token of a form to leave details with. */
    @Door(to = Door.Caller.ANYBODY)
    @GET
    @Path("availability")
    public JsonObject availability(@QueryParam("account") @DefaultValue("chat") String account) {
        limit(limits.chatCalls());
        boolean open = ways.of(Channel.CHAT).stream().anyMatch(way -> way.code().equals(account));
        boolean staffed = open && chats.staffed(account);
        return Json.createObjectBuilder().add("open", open).add("staffed", staffed).add("token", door.issue()).build();
    }

    /** Body {@code {account, name, email, phone, language}}, all but account may be missing. */
    @Door(to = Door.Caller.ANYBODY)
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(InputStream body) throws IOException {
        limit(limits.chats());
        JsonObject asked = read(body);
        Opened opened = chats.open(asked.getString("account", "chat"), asked.getString("name", null), asked.getString("email", null), asked.getString("phone", null), asked.getString("language", "he"));
        signedIn.present(PortalSession.Kind.CUSTOMER).ifPresent(customer -> chats.signedIn(opened.secret(), customer.id()));
        return Response.status(Response.Status.CREATED).entity(Json.createObjectBuilder().add("secret", opened.secret()).build()).build();
    }

    /** Body {@code {id, text}}; 202 once the line is kept, also when it was sent before. */
    @POST
    @Path("lines")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response say(@HeaderParam(SECRET) String secret, InputStream body) throws IOException {
        limit(limits.chatCalls());
        JsonObject line = read(body);
        saying.say(secret, line.getString("id", null), line.getString("text", null), List.of());
        return Response.accepted(Json.createObjectBuilder().add("id", line.getString("id")).build()).build();
    }

    /** @param wait seconds to wait for a line when there is none, at most 25 */
    @GET
    @Path("lines")
    public void lines(@HeaderParam(SECRET) String secret, @QueryParam("after") @DefaultValue("0") int after, @QueryParam("wait") @DefaultValue("0") int wait, @Suspended AsyncResponse response) {
        limit(limits.chatCalls());
        new ChatPoll(Visitor.of(request), secret, after, response, audience, reading).begin(Math.max(0, Math.min(wait, LONGEST_WAIT)));
    }

    @GET
    @Path("standing")
    public JsonObject standing(@HeaderParam(SECRET) String secret) {
        limit(limits.chatCalls());
        return reading.read(secret, Integer.MAX_VALUE).standingJson();
    }

    /** Body {@code {id, text, files: [{name, content}]}}, content in base64; 202 once it is kept, also when it was sent before. */
    @POST
    @Path("files")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response send(@HeaderParam(SECRET) String secret, InputStream body) throws IOException {
        limit(limits.files());
        chats.standing(secret);
        JsonObject line = SentJson.read(request, body);
        List<FormSubmission.File> files = SentJson.files(line, "chat.file");
        saying.say(secret, line.getString("id", null), line.getString("text", ""), files);
        return Response.accepted(Json.createObjectBuilder().add("id", line.getString("id")).build()).build();
    }

    /** A file of the chat, to be saved and never to be shown as a page of ours. */
    @GET
    @Path("files/{id}")
    @Produces(MediaType.WILDCARD)
    public Response file(@HeaderParam(SECRET) String secret, @PathParam("id") long id) {
        limit(limits.chatCalls());
        OutgoingFile file = chats.file(secret, id);
        return Response.ok(file.content(), MediaType.APPLICATION_OCTET_STREAM_TYPE).header(HttpHeaders.CONTENT_DISPOSITION, "attachment").build();
    }

    /** Body {@code {typing}} while he writes, {@code {delivered, read}} with positions: what a socket says by frames. */
    @POST
    @Path("signs")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response signs(@HeaderParam(SECRET) String secret, InputStream body) throws IOException {
        limit(limits.chatCalls());
        JsonObject sign = read(body);
        if (sign.getBoolean("typing", false)) {
            saying.types(secret);
        } else {
            saying.got(secret, sign.getInt("delivered", 0), sign.getInt("read", 0));
        }
        return Response.noContent().build();
    }

    /** Body {@code {form, place, content}}: one field of the form beside the chat, as he types it. */
    @POST
    @Path("form")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response fill(@HeaderParam(SECRET) String secret, InputStream body) throws IOException {
        limit(limits.chatCalls());
        JsonObject typed = read(body);
        CrossedLocks.retried(() -> forms.fill(secret, typed.getInt("form", 0), typed.getInt("place", 0), typed.getString("content", "")));
        return Response.noContent().build();
    }

    /** Body {@code {form}}: he sends it; 422 names by their places the fields that are wrong. */
    @POST
    @Path("form/send")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response sendForm(@HeaderParam(SECRET) String secret, InputStream body) throws IOException {
        limit(limits.forms());
        long form = read(body).getInt("form", 0);
        Map<Integer, SharedForm.Fault> faults = CrossedLocks.retried(() -> forms.send(secret, form));
        if (faults.isEmpty()) {
            return Response.noContent().build();
        }
        JsonObjectBuilder fields = Json.createObjectBuilder();
        faults.forEach((place, fault) -> fields.add(place.toString(), texts.text(CHAT, "form." + fault, language(headers))));
        return Response.status(422).entity(Json.createObjectBuilder().add("fields", fields).build()).build();
    }

    /** The chat as a text to keep. */
    @GET
    @Path("transcript")
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    public Response transcript(@HeaderParam(SECRET) String secret) {
        limit(limits.forms());
        return Response.ok(transcripts.of(secret, language(headers))).header(HttpHeaders.CONTENT_DISPOSITION, "attachment").build();
    }

    /** Body {@code {email}}: a code is sent there; what is answered belongs to it. */
    @POST
    @Path("transcript/code")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject askCode(@HeaderParam(SECRET) String secret, InputStream body) throws IOException {
        limit(limits.forms());
        return Json.createObjectBuilder().add("handle", mailing.ask(secret, read(body).getString("email", ""), language(headers).getLanguage(), Visitor.of(request))).build();
    }

    /** Body {@code {handle, code}}: the chat is sent to the address that code was sent to. */
    @POST
    @Path("transcript/mail")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response mail(@HeaderParam(SECRET) String secret, InputStream body) throws IOException {
        limit(limits.forms());
        JsonObject typed = read(body);
        mailing.send(secret, typed.getString("handle", ""), typed.getString("code", ""), transcripts.of(secret, language(headers)));
        return Response.noContent().build();
    }

    /** A link, and its picture, by which the chat goes on in another window; {@code minutes} says how long it is good. What is secret in it is behind the #, which no browser sends. */
    @POST
    @Path("passage")
    public JsonObject passage(@HeaderParam(SECRET) String secret) {
        limit(limits.passages());
        String here = request.getRequestURL().substring(0, request.getRequestURL().length() - request.getRequestURI().length());
        String link = portal.page("").orElse(here) + request.getContextPath() + "/chat/" + language(headers).getLanguage() + "#go=" + chats.passage(secret);
        return Json.createObjectBuilder().add("link", link).add("picture", QrPicture.svg(link)).add("minutes", ChatSessions.PASSAGE.toMinutes()).build();
    }

    /** Body {@code {passage}}: the chat goes on here, and its former window may no more. */
    @Door(to = Door.Caller.HOLDER, reaches = ChatSession.class)
    @POST
    @Path("go")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject goOn(InputStream body) throws IOException {
        limit(limits.passages());
        return Json.createObjectBuilder().add("secret", chats.goOn(read(body).getString("passage", "")).secret()).build();
    }

    /** Moments at which a waiting visitor may be called, in the language of the request. */
    @GET
    @Path("callback")
    public JsonObject callbackTimes(@HeaderParam(SECRET) String secret) {
        limit(limits.chatCalls());
        return callbackMoments.json(callbacks.timesForChat(secret), language(headers));
    }

    /** Body {@code {phone, at}}: he is called in his turn, or at that moment. */
    @POST
    @Path("callback")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject callBack(@HeaderParam(SECRET) String secret, InputStream body) throws IOException {
        limit(limits.forms());
        JsonObject asked = read(body);
        CrossedLocks.retried(() -> callbacks.byChat(secret, asked.getString("phone", null), CallbackMoments.read(asked.getString("at", ""))));
        return reading.read(secret, Integer.MAX_VALUE).standingJson();
    }

    /** When nobody is there: name, e-mail or phone, and what it is about, by the door of the web form. 422 names the fields that are wrong. */
    @Door(to = Door.Caller.ANYBODY)
    @POST
    @Path("details")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response details(InputStream body) throws IOException {
        limit(limits.forms());
        JsonObject typed = read(body);
        ContactForm form = ContactForm.typed(name -> name.equals("topic") ? "other" : typed.getString(name, ""));
        Optional<FormToken> token = door.read(typed.getString("token", "")).filter(read -> door.refusal(Optional.of(read), typed.getString("website", "")).isEmpty());
        Map<Field, String> problems = form.problems();
        if (token.isEmpty() || !problems.isEmpty()) {
            return Response.status(422).entity(problems(problems, token.isEmpty())).build();
        }
        door.handIn(token.get(), form, List.of(), language(headers));
        return Response.accepted(Json.createObjectBuilder().add("reference", token.get().reference()).build()).build();
    }

    private JsonObject problems(Map<Field, String> problems, boolean newToken) {
        JsonObjectBuilder fields = Json.createObjectBuilder();
        problems.forEach((field, code) -> {
            String id = field.name().toLowerCase(Locale.ROOT);
            int limit = field == Field.NAME ? ContactForm.LONGEST_NAME : ContactForm.LONGEST_TEXT;
            fields.add(id, texts.text(BUNDLE, "wrong." + id + "." + code, language(headers), limit));
        });
        JsonObjectBuilder all = Json.createObjectBuilder().add("fields", fields);
        if (newToken) {
            all.add("token", door.issue()).add("text", texts.text(BUNDLE, "again.old", language(headers)));
        }
        return all.build();
    }

    private void limit(RateLimit rate) {
        Duration wait = rate.take(Visitor.of(request));
        if (!wait.isZero()) {
            throw new ChatSaying.TooFast(wait);
        }
    }

    /** No more is read than a body may have. */
    private static JsonObject read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(ChatSaying.LARGEST + 1);
        if (bytes.length > ChatSaying.LARGEST) {
            throw new BusinessException("chat.line", ChatSessions.LONGEST_LINE);
        }
        try (JsonReader reader = Json.createReader(new StringReader(new String(bytes, StandardCharsets.UTF_8)))) {
            return reader.readObject();
        }
    }

    static Locale language(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream().findFirst().filter(first -> first.getLanguage().equals("en")).map(english -> Locale.ENGLISH).orElse(Locale.forLanguageTag("he"));
    }
}
