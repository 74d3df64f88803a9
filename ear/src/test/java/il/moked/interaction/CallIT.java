// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.Rows;
import il.moked.access.StaffUsers;
import il.moked.agent.AwayReason;
import il.moked.agent.EmptyLine;
import il.moked.agent.ejb.Attendance;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.Outages;
import il.moked.channel.ejb.Reception;
import il.moked.customer.Identification;
import il.moked.interaction.Call.Outcome;
import il.moked.interaction.Call.Recording;
import il.moked.interaction.ejb.CallEvent;
import il.moked.interaction.ejb.CallEvent.Type;
import il.moked.interaction.ejb.Conversation;
import il.moked.interaction.ejb.ConversationReading;
import il.moked.interaction.ejb.Recordings;
import il.moked.interaction.ejb.Telephoning;
import il.moked.interaction.ejb.Telephoning.CallView;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.routing.ejb.Callbacks;
import il.moked.routing.ejb.Offers;
import il.moked.routing.ejb.WallReading;
import il.moked.shared.BusinessException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Telephone calls as an exchange tells them over HTTP, and what it is asked, in the real server. */
@ArquillianTest
public class CallIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> AGENTS = List.of("dana", "yossi");
    /** The first customer of the demo organisation. */
    private static final String KNOWN_NUMBER = "050-234-5678";
    private static final String KNOWN_ID = "200000008";

    @Inject
    Reception reception;
    @Inject
    Attendance attendance;
    @Inject
    Offers offers;
    @Inject
    Conversation conversation;
    @Inject
    ConversationReading reading;
    @Inject
    Telephoning telephoning;
    @Inject
    Calls calls;
    @Inject
    ChannelAccounts accounts;
    @Inject
    WorkItems workItems;
    @Inject
    Interactions interactions;
    @Inject
    AsSystem system;
    @Inject
    Callbacks callbacks;
    @Inject
    Recordings recordings;
    @Inject
    WallReading wall;
    @Inject
    StaffUsers users;
    @Inject
    Rows rows;
    @Inject
    EmptyLine line;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String call = "call-" + UUID.randomUUID();
    private final Instant dialled = Instant.now().minusSeconds(300).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);

    @BeforeEach
    void clearTheLine() throws Exception {
        rows.change("update telephony_command set state = 'FAILED' where state in ('PENDING', 'SENDING')");
        line.servedBy(AGENTS);
    }

    @AfterEach
    void everybodyGoesHome() throws Exception {
        line.allGoHome(AGENTS);
    }

    private static URI api(String scheme, String path) {
        return URI.create(scheme + "://localhost:" + (8080 + Integer.getInteger("jboss.socket.binding.port-offset", 0)) + "/moked/api/" + path);
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + As.PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String user, String path, String body) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(api("http", "v1/" + path)).header("Authorization", basic(user)).header("Accept-Language", "en").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private JsonObjectBuilder event(String type, int seconds) {
        return Json.createObjectBuilder().add("id", UUID.randomUUID().toString()).add("call", call).add("type", type).add("at", dialled.plusSeconds(seconds).toString());
    }

    private void tell(JsonObjectBuilder event) throws IOException, InterruptedException {
        String body = event.build().toString();
        HttpResponse<String> first = post("crm", "telephony/phone/events", body);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
        assertThat(json(first.body()).getBoolean("repeated")).isFalse();
        HttpResponse<String> again = post("crm", "telephony/phone/events", body);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(json(again.body()).getBoolean("repeated")).isTrue();
    }

    private List<JsonObject> commands() throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(api("http", "v1/telephony/phone/commands")).header("Authorization", basic("crm")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body()).getJsonArray("items").getValuesAs(JsonObject.class);
    }

    /** The command of that kind for this test's call, taken by the exchange. */
    private JsonObject taken(String kind) {
        return await().atMost(PATIENCE).until(() -> commands().stream().filter(command -> kind.equals(command.getString("kind")) && call.equals(command.getString("call", call))).findFirst(), Optional::isPresent).orElseThrow();
    }

    private void settle(JsonObject command, String result) throws IOException, InterruptedException {
        assertThat(post("crm", "telephony/phone/commands/" + command.getJsonNumber("id").longValue(), "{\"result\":\"" + result + "\",\"reason\":\"test\"}").statusCode()).isEqualTo(204);
    }

    private Optional<Call> row(String providerCallId) {
        return system.inTransaction(() -> calls.find(accounts.get("phone").id(), providerCallId));
    }

    private Call row() {
        return await().atMost(PATIENCE).until(() -> row(call), Optional::isPresent).orElseThrow();
    }

    private CallView view(long interaction) throws Exception {
        return As.user("dana", () -> telephoning.callOf(interaction).orElseThrow());
    }

    private void until(long interaction, Call.State state) {
        await().atMost(PATIENCE).until(() -> view(interaction).state() == state);
    }

    private long acceptedByDana() throws Exception {
        return As.user("dana", () -> {
            WorkItems.Offer offer = await().atMost(PATIENCE).until(() -> offers.mine().stream().filter(mine -> mine.interactionId() == row().interactionId()).findFirst(), Optional::isPresent).orElseThrow();
            return offers.accept(offer.workItemId());
        });
    }

    private long talking() throws Exception {
        As.run("dana", attendance::available);
        tell(event("OFFERED", 0).add("caller", KNOWN_NUMBER).add("dialled", "*2700"));
        tell(event("MENU", 5).add("key", "1"));
        tell(event("QUEUED", 10));
        long interaction = acceptedByDana();
        settle(taken("ROUTE"), "DONE");
        tell(event("ANSWERED", 40).add("extension", "201"));
        until(interaction, Call.State.ANSWERED);
        return interaction;
    }

    @Test
    void aCallGoesFromTheMenuToTheAgentsTelephoneAndToItsEnd() throws Exception {
        As.run("dana", attendance::available);
        tell(event("OFFERED", 0).add("caller", KNOWN_NUMBER).add("dialled", "*2700"));
        tell(event("MENU", 5).add("key", "1").add("nationalId", KNOWN_ID));
        assertThat(row().state()).isEqualTo(Call.State.OFFERED);
        assertThat(system.<Boolean>inTransaction(() -> workItems.findFor(row().interactionId()).isEmpty())).as("who is in the menu waits for nobody").isTrue();
        tell(event("QUEUED", 10));
        long interaction = acceptedByDana();
        As.run("dana", () -> {
            assertThat(reading.head(interaction).line().subject()).isEqualTo("שיחה בנושא תקלה");
            assertThat(reading.head(interaction).line().channel()).isEqualTo(il.moked.channel.Channel.PHONE);
            assertThat(reading.head(interaction).line().customer()).isEqualTo("אלכסנדרה אזולאי");
        });
        JsonObject route = taken("ROUTE");
        assertThat(route.getString("target")).isEqualTo("201");
        assertThat(commands()).as("it is handed out once, as long as it may still be answered").noneMatch(command -> command.getJsonNumber("id").equals(route.getJsonNumber("id")));
        settle(route, "DONE");
        settle(route, "FAILED");
        tell(event("ANSWERED", 40).add("extension", "201"));
        until(interaction, Call.State.ANSWERED);
        As.run("dana", () -> telephoning.hold(interaction));
        settle(taken("HOLD"), "DONE");
        tell(event("HELD", 60));
        until(interaction, Call.State.HELD);
        As.run("dana", () -> telephoning.resume(interaction));
        settle(taken("RESUME"), "DONE");
        tell(event("RESUMED", 75));
        until(interaction, Call.State.ANSWERED);
        As.run("dana", () -> telephoning.transferToColleague(interaction, As.user("yossi", () -> attendance.mine().userId())));
        assertThat(taken("TRANSFER").getString("target")).isEqualTo("202");
        tell(event("TRANSFERRED", 80).add("to", "202"));
        tell(event("ANSWERED", 85).add("extension", "202"));
        await().atMost(PATIENCE).until(() -> As.user("yossi", () -> reading.head(interaction).mine()));
        tell(event("ENDED", 120).add("by", "CUSTOMER").add("recording", "https://recordings.example/" + call));
        until(interaction, Call.State.ENDED);
        CallView ended = view(interaction);
        assertThat(ended.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(ended.endedBy()).isEqualTo(Call.EndedBy.CUSTOMER);
        assertThat(ended.waited()).isEqualTo(Duration.ofSeconds(30));
        assertThat(ended.onHold()).isEqualTo(Duration.ofSeconds(15));
        assertThat(ended.maskedNationalId()).isEqualTo("••••••008");
        assertThat(As.user("dana", () -> recordings.of(interaction))).as("it is not hers any more").isEmpty();
        Recordings.Recorded recorded = As.user("yossi", () -> recordings.of(interaction)).get(0);
        assertThat(As.user("yossi", () -> recordings.open(recorded.callId(), recorded.part()))).isEqualTo("https://recordings.example/" + call);
        assertThat(As.user("michal", () -> recordings.of(interaction))).as("a supervisor hears all").hasSize(1);
        assertThatThrownBy(() -> As.run("dana", () -> recordings.open(recorded.callId(), recorded.part()))).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.code()).isEqualTo("telephony.no-recording"));
        assertThat(rows.count("select count(*) from audit_entry where action = 'telephony.recording-opened' and subject_id = ?", interaction)).isEqualTo(1);
        assertThat(happened(interaction)).containsSubsequence(InteractionEvent.Kind.CALL_STARTED, InteractionEvent.Kind.CALL_QUEUED, InteractionEvent.Kind.CALL_ANSWERED, InteractionEvent.Kind.CALL_HELD, InteractionEvent.Kind.CALL_RESUMED,
                InteractionEvent.Kind.CALL_TRANSFERRED, InteractionEvent.Kind.CALL_ANSWERED, InteractionEvent.Kind.CALL_ENDED);
        assertThatThrownBy(() -> As.run("yossi", () -> telephoning.hold(interaction))).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.code()).isEqualTo("telephony.ended"));
    }

    private List<InteractionEvent.Kind> happened(long interaction) throws Exception {
        return As.user("dana", () -> reading.entries(interaction, Integer.MAX_VALUE, Set.of()).rows().stream().filter(ConversationReading.Happened.class::isInstance).map(entry -> ((ConversationReading.Happened) entry).event()).toList());
    }

    private List<CallEvent> story(String id) {
        Type[] types = {Type.OFFERED, Type.MENU, Type.QUEUED, Type.ANSWERED, Type.HELD, Type.RESUMED, Type.RECORDED, Type.ENDED};
        List<CallEvent> story = new ArrayList<>();
        for (int place = 0; place < types.length; place++) {
            CallEvent event = CallEvent.of(UUID.randomUUID().toString(), id, types[place], dialled.plusSeconds(place * 10L));
            story.add(switch (types[place]) {
                case OFFERED -> event.from(KNOWN_NUMBER, "*2700");
                case MENU -> event.chose("2", null);
                case ANSWERED -> event.at("999");
                case RECORDED -> event.recordedAt("https://recordings.example/1");
                case ENDED -> event.endedBy(Call.EndedBy.CUSTOMER);
                default -> event;
            });
        }
        return story;
    }

    @Test
    void theSameEventsTwiceAndInAnyOrderAreOneCall() {
        Random random = new Random(5786);
        for (int round = 0; round < 6; round++) {
            String id = call + "-" + round;
            List<CallEvent> told = new ArrayList<>(story(id));
            told.addAll(told.subList(0, 4));
            if (round > 0) {
                Collections.shuffle(told, random);
            }
            told.forEach(event -> reception.receive("phone", event.id(), id, event.bytes()));
            Call row = await().atMost(PATIENCE).until(() -> row(id), found -> found.isPresent() && !found.get().recordingLinks().isEmpty() && found.get().endedAt().isPresent() && found.get().answeredAt().isPresent()
                    && found.get().subject().isPresent() && found.get().queuedAt().isPresent() && found.get().callerNumber().isPresent() && found.get().onHold(Instant.now()).toSeconds() == 10).orElseThrow();
            assertThat(row.outcome()).contains(Outcome.ANSWERED);
            assertThat(row.dialledAt()).isEqualTo(dialled);
            assertThat(row.waited(Instant.now())).isEqualTo(Duration.ofSeconds(10));
            Interaction interaction = system.inTransaction(() -> {
                Interaction found = interactions.get(row.interactionId());
                found.customer().displayName();
                return found;
            });
            assertThat(interaction.subject()).as("round %d", round).isEqualTo("שיחה בנושא חשבון");
            assertThat(interaction.customer().displayName()).isEqualTo("אלכסנדרה אזולאי");
            assertThat(interaction.waitingSince()).isEmpty();
            assertThat(system.<Boolean>inTransaction(() -> workItems.findFor(row.interactionId()).isPresent())).isTrue();
        }
    }

    @Test
    void whoHangsUpWhileWaitingIsKnownWithNumberAndWait() throws Exception {
        tell(event("OFFERED", 0).add("caller", KNOWN_NUMBER));
        tell(event("MENU", 5).add("key", "3"));
        tell(event("QUEUED", 10));
        tell(event("ENDED", 130).add("by", "CUSTOMER"));
        Call row = await().atMost(PATIENCE).until(this::row, found -> found.outcome().isPresent());
        assertThat(row.outcome()).contains(Outcome.ABANDONED);
        assertThat(row.waited(Instant.now())).isEqualTo(Duration.ofSeconds(120));
        assertThat(row.callerNumber().orElseThrow().value()).isEqualTo("+972502345678");
        assertThat(happened(row.interactionId())).contains(InteractionEvent.Kind.CALL_ABANDONED);
        assertThat(system.<Boolean>inTransaction(() -> interactions.get(row.interactionId()).waitingSince().isEmpty())).isTrue();
    }

    @Test
    void whoHangsUpInTheMenuLeavesNoWork() throws Exception {
        tell(event("OFFERED", 0).add("caller", KNOWN_NUMBER));
        tell(event("ENDED", 4).add("by", "CUSTOMER"));
        Call row = await().atMost(PATIENCE).until(this::row, found -> found.outcome().isPresent());
        assertThat(row.outcome()).contains(Outcome.LEFT_MENU);
        assertThat(system.<Boolean>inTransaction(() -> workItems.findFor(row.interactionId()).isEmpty() && !interactions.get(row.interactionId()).open())).isTrue();
    }

    @Test
    void aCallerWhoWithholdsHisNumberIsKnownByHisNationalId() throws Exception {
        tell(event("OFFERED", 0));
        String guest = system.inTransaction(() -> interactions.get(row().interactionId()).customer().displayName());
        assertThat(guest).isEqualTo("מספר חסוי");
        tell(event("MENU", 5).add("key", "9").add("nationalId", "123456789"));
        tell(event("MENU", 9).add("key", "2").add("nationalId", KNOWN_ID));
        await().atMost(PATIENCE).until(() -> system.<String>inTransaction(() -> interactions.get(row().interactionId()).customer().displayName()).equals("אלכסנדרה אזולאי"));
        tell(event("ENDED", 15));
    }

    @Test
    void twoCallsOfOneCustomerAreTwoConversations() throws Exception {
        tell(event("OFFERED", 0).add("caller", KNOWN_NUMBER));
        tell(event("QUEUED", 10));
        long first = row().interactionId();
        String other = call + "-again";
        reception.receive("phone", UUID.randomUUID().toString(), other, CallEvent.of(UUID.randomUUID().toString(), other, Type.QUEUED, dialled.plusSeconds(200)).from(KNOWN_NUMBER, null).bytes());
        long second = await().atMost(PATIENCE).until(() -> row(other), Optional::isPresent).orElseThrow().interactionId();
        assertThat(second).isNotEqualTo(first);
        assertThat(system.<Long>inTransaction(() -> interactions.get(second).customer().id())).isEqualTo(system.<Long>inTransaction(() -> interactions.get(first).customer().id()));
        tell(event("ENDED", 250));
        reception.receive("phone", UUID.randomUUID().toString(), other, CallEvent.of(UUID.randomUUID().toString(), other, Type.ENDED, dialled.plusSeconds(250)).bytes());
        await().atMost(PATIENCE).until(() -> row(other).orElseThrow().endedAt().isPresent() && row().endedAt().isPresent());
    }

    @Test
    void whatIsWrongIsRefusedByName() throws Exception {
        String event = event("OFFERED", 0).build().toString();
        assertThat(post("crm", "telephony/nowhere/events", event).statusCode()).isEqualTo(404);
        assertThat(post("crm", "telephony/form/events", event).statusCode()).as("no telephone").isEqualTo(404);
        assertThat(post("crm", "telephony/phone/events", "{\"id\":").statusCode()).isEqualTo(400);
        assertThat(post("dana", "telephony/phone/events", event).statusCode()).isEqualTo(403);
        HttpResponse<String> wrong = post("crm", "telephony/phone/events", "{\"id\":\"x\",\"type\":\"SUNG\",\"at\":\"noon\",\"recording\":\"javascript:alert(1)\"}");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(json(wrong.body()).getJsonArray("errors").getValuesAs(JsonObject.class)).extracting(error -> error.getString("field")).containsExactly("at", "call", "recording", "type");
        assertThat(post("crm", "telephony/phone/commands/999999999", "{\"result\":\"DONE\"}").statusCode()).isEqualTo(404);
        assertThat(json(post("crm", "telephony/phone/commands/1", "{\"result\":\"MAYBE\"}").body()).getJsonArray("errors").getJsonObject(0).getString("field")).isEqualTo("result");
    }

    @Test
    void nothingIsRecordedWhileCardDataIsSpoken() throws Exception {
        long interaction = talking();
        As.run("dana", () -> telephoning.pauseRecording(interaction));
        assertThat(view(interaction).recording()).isEqualTo(Recording.PAUSING);
        settle(taken("PAUSE_RECORDING"), "FAILED");
        await().atMost(PATIENCE).until(() -> view(interaction).recording() == Recording.RUNNING);
        assertThat(view(interaction).recordingPaused()).as("the exchange refused: nothing may be said yet").isFalse();
        As.run("dana", () -> telephoning.pauseRecording(interaction));
        settle(taken("PAUSE_RECORDING"), "DONE");
        await().atMost(PATIENCE).until(() -> view(interaction).recordingPaused());
        assertThatThrownBy(() -> As.run("yossi", () -> telephoning.resumeRecording(interaction))).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.code()).isEqualTo("interaction.not-owner"));
        As.run("dana", () -> telephoning.resumeRecording(interaction));
        settle(taken("RESUME_RECORDING"), "DONE");
        await().atMost(PATIENCE).until(() -> view(interaction).recording() == Recording.RUNNING);
        assertThat(happened(interaction)).contains(InteractionEvent.Kind.CALL_NOT_DONE, InteractionEvent.Kind.RECORDING_PAUSED, InteractionEvent.Kind.RECORDING_RESUMED);
        As.run("dana", () -> telephoning.hangUp(interaction));
        settle(taken("HANG_UP"), "DONE");
        tell(event("ENDED", 90).add("by", "AGENT"));
        until(interaction, Call.State.ENDED);
    }

    @Test
    void aCallToACustomerIsHisWhoAskedForIt() throws Exception {
        As.run("dana", attendance::available);
        long interaction = As.user("dana", () -> telephoning.callOut(KNOWN_NUMBER));
        JsonObject asked = await().atMost(PATIENCE).until(() -> commands().stream().filter(command -> "CALL_OUT".equals(command.getString("kind"))).findFirst(), Optional::isPresent).orElseThrow();
        assertThat(asked.getString("target")).isEqualTo("+972502345678");
        assertThat(asked.getString("extension")).isEqualTo("201");
        settle(asked, "DONE");
        long command = asked.getJsonNumber("id").longValue();
        tell(event("OFFERED", 0).add("direction", "OUTBOUND").add("command", command).add("dialled", KNOWN_NUMBER));
        tell(event("ANSWERED", 8).add("command", command).add("extension", "201"));
        until(interaction, Call.State.ANSWERED);
        assertThat(view(interaction).direction()).isEqualTo(Call.Direction.OUTBOUND);
        assertThat(As.user("dana", () -> reading.head(interaction).line().customer())).isEqualTo("אלכסנדרה אזולאי");
        tell(event("ENDED", 60));
        until(interaction, Call.State.ENDED);
    }

    @Test
    void anExchangeOnItsSocketIsAskedAtOnce() throws Exception {
        BlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
        WebSocket socket = http.newWebSocketBuilder().header("Authorization", basic("crm")).buildAsync(api("ws", "telephony/phone/commands"), new WebSocket.Listener() {
            private final StringBuilder text = new StringBuilder();

            @Override
            public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
                text.append(part);
                if (last) {
                    frames.add(json(text.toString()));
                    text.setLength(0);
                }
                from.request(1);
                return null;
            }
        }).get(10, TimeUnit.SECONDS);
        try {
            As.run("dana", attendance::available);
            JsonObject event = event("QUEUED", 10).add("caller", KNOWN_NUMBER).build();
            socket.sendText(Json.createObjectBuilder().add("type", "event").add("event", event).build().toString(), true).get(10, TimeUnit.SECONDS);
            assertThat(next(frames, "kept").getString("id")).isEqualTo(event.getString("id"));
            socket.sendText("{\"type\":\"event\",\"event\":{\"id\":\"y\",\"type\":\"QUEUED\"}}", true).get(10, TimeUnit.SECONDS);
            JsonObject refused = next(frames, "refused");
            assertThat(refused.getString("id")).isEqualTo("y");
            assertThat(refused.getJsonObject("problem").getJsonArray("errors").getJsonObject(0).getString("field")).isEqualTo("call");
            long interaction = acceptedByDana();
            JsonObject route = next(frames, "command").getJsonObject("command");
            assertThat(route.getString("kind")).isEqualTo("ROUTE");
            assertThat(route.getString("call")).isEqualTo(call);
            socket.sendText(Json.createObjectBuilder().add("type", "settled").add("command", route.getJsonNumber("id").longValue()).add("result", "DONE").build().toString(), true).get(10, TimeUnit.SECONDS);
            next(frames, "noted");
            assertThat(view(interaction).asked()).isEmpty();
            tell(event("ENDED", 50));
            until(interaction, Call.State.ENDED);
        } finally {
            socket.abort();
        }
    }

    private long waiting(String caller) throws Exception {
        tell(event("OFFERED", 0).add("caller", caller).add("dialled", "*2700"));
        tell(event("MENU", 5).add("key", "1"));
        tell(event("QUEUED", 10));
        return row().interactionId();
    }

    private WorkItem item(long interaction) {
        return system.inTransaction(() -> workItems.look(interaction).orElseThrow());
    }

    private void waits(long interaction) throws Exception {
        await().atMost(PATIENCE.plus(PATIENCE)).until(() -> item(interaction).state() == WorkItem.State.WAITING || item(interaction).state() == WorkItem.State.OFFERED && !item(interaction).agentId().equals(Optional.of(As.user("dana", () -> attendance.mine().userId()))));
        Attendance.Mine dana = As.user("dana", attendance::mine);
        assertThat(dana.presence()).isEqualTo(il.moked.agent.Presence.AWAY);
        assertThat(dana.awayReason()).isEqualTo(AwayReason.UNREACHED);
        assertThat(dana.usedCapacity()).isZero();
        assertThat(As.user("dana", () -> reading.head(interaction).mine())).isFalse();
        assertThat(item(interaction).waitingSince()).as("he waits as long as he has").isEqualTo(dialled.plusSeconds(10));
        assertThat(happened(interaction)).contains(InteractionEvent.Kind.CALL_UNROUTED);
    }

    @Test
    void aCallThatTheExchangeCannotPutThroughWaitsOnForTheNextAgent() throws Exception {
        As.run("dana", attendance::available);
        long interaction = waiting(KNOWN_NUMBER);
        assertThat(acceptedByDana()).isEqualTo(interaction);
        assertThat(item(interaction).servedAt()).as("nobody spoke yet").isEmpty();
        settle(taken("ROUTE"), "FAILED");
        waits(interaction);
        As.run("yossi", attendance::available);
        As.run("yossi", () -> {
            WorkItems.Offer offer = await().atMost(PATIENCE).until(() -> offers.mine().stream().filter(mine -> mine.interactionId() == interaction).findFirst(), Optional::isPresent).orElseThrow();
            offers.accept(offer.workItemId());
        });
        JsonObject route = taken("ROUTE");
        assertThat(route.getString("target")).isEqualTo("202");
        settle(route, "DONE");
        tell(event("ANSWERED", 70).add("extension", "202"));
        await().atMost(PATIENCE).until(() -> item(interaction).servedAt().isPresent());
        assertThat(item(interaction).servedAt()).as("the moment in which they speak").contains(dialled.plusSeconds(70));
        assertThat(served(interaction)).as("and it counts").isEqualTo(60);
        tell(event("ENDED", 90).add("by", "CUSTOMER"));
        until(interaction, Call.State.ENDED);
    }

    private Optional<Outages.Outage> alarm() throws Exception {
        return As.user("michal", () -> wall.now().outages().stream().filter(outage -> outage.account().equals("phone")).findFirst());
    }

    @Test
    void anExchangeThatTakesNoCommandsSendsNoAgentAwayAndIsOnTheWall() throws Exception {
        As.run("dana", attendance::available);
        long interaction = waiting(KNOWN_NUMBER);
        assertThat(acceptedByDana()).isEqualTo(interaction);
        rows.change("update telephony_command set expires_at = created_at where state = 'PENDING' and kind = 'ROUTE'");
        await().atMost(PATIENCE).until(() -> alarm().isPresent());
        assertThat(alarm().orElseThrow().cause()).isEqualTo(Outages.Cause.UNREACHABLE);
        assertThat(As.user("dana", attendance::mine).presence()).isEqualTo(il.moked.agent.Presence.AVAILABLE);
        assertThat(item(interaction).waitingSince()).as("he waits as long as he has").isEqualTo(dialled.plusSeconds(10));
        assertThat(acceptedByDana()).as("offered to her again").isEqualTo(interaction);
        settle(taken("ROUTE"), "DONE");
        await().atMost(PATIENCE).until(() -> alarm().isEmpty());
        tell(event("ANSWERED", 70).add("extension", "201"));
        tell(event("ENDED", 90).add("by", "CUSTOMER"));
        until(interaction, Call.State.ENDED);
    }

    /** Seconds of the wait that was answered. */
    /** Seconds he waited, as it is counted once that is folded. */
    private long served(long interaction) {
        return await().atMost(PATIENCE).ignoreExceptionsInstanceOf(NoSuchElementException.class).until(() -> rows.count("select cast(extract(epoch from (served_at - waiting_since)) as integer) from line_record where interaction_id = ? and served_at is not null", interaction), waited -> true);
    }

    @Test
    void anAgentWithoutATelephoneKeepsNoCaller() throws Exception {
        As.run("dana", () -> {
            attendance.available();
            telephoning.sitAt("");
        });
        try {
            long interaction = waiting(KNOWN_NUMBER);
            acceptedByDana();
            waits(interaction);
            tell(event("ENDED", 90).add("by", "CUSTOMER"));
            until(interaction, Call.State.ENDED);
        } finally {
            As.run("dana", () -> telephoning.sitAt("201"));
        }
    }

    @Test
    void aTelephoneNobodyPicksUpGivesTheCallBackByTheSweep() throws Exception {
        As.run("dana", attendance::available);
        long interaction = waiting(KNOWN_NUMBER);
        acceptedByDana();
        settle(taken("ROUTE"), "DONE");
        assertThat(item(interaction).connectBy()).isPresent();
        rows.change("update work_item set connect_by = ? where interaction_id = ?", OffsetDateTime.now().minusSeconds(1), interaction);
        waits(interaction);
        tell(event("ENDED", 90).add("by", "CUSTOMER"));
        until(interaction, Call.State.ENDED);
        await().atMost(PATIENCE).until(() -> item(interaction).kind() == WorkItem.Kind.CALLBACK);
    }

    @Test
    void whoHangsUpWhileItRingsWithAnAgentWasNotServed() throws Exception {
        As.run("dana", attendance::available);
        long interaction = waiting(KNOWN_NUMBER);
        acceptedByDana();
        settle(taken("ROUTE"), "DONE");
        tell(event("ENDED", 60).add("by", "CUSTOMER"));
        await().atMost(PATIENCE).until(() -> item(interaction).kind() == WorkItem.Kind.CALLBACK);
        assertThat(item(interaction).callbackOrigin()).contains(WorkItem.Origin.HUNG_UP);
        assertThat(rows.count("select count(*) from line_record where interaction_id = ? and abandoned_at is not null", interaction)).isEqualTo(1);
        assertThat(rows.count("select count(*) from line_record where interaction_id = ? and served_at is not null", interaction)).isZero();
    }

    @Test
    void aTransferToATeamKeepsTheAgeOfTheCallAndTellsWhatMustBeKnown() throws Exception {
        long interaction = talking();
        long team = system.inTransaction(() -> interactions.get(interaction).teamId());
        As.run("dana", () -> telephoning.transferToTeam(interaction, team, "card 4111 1111 1111 1111 is lost"));
        assertThat(view(interaction).asked()).contains(TelephonyCommand.Kind.QUEUE);
        assertThat(As.user("dana", () -> reading.head(interaction).mine())).as("until the exchange did it").isTrue();
        As.run("dana", () -> attendance.away(AwayReason.BREAK));
        settle(taken("QUEUE"), "DONE");
        await().atMost(PATIENCE).until(() -> item(interaction).state() == WorkItem.State.WAITING);
        assertThat(item(interaction).waitingSince()).isEqualTo(dialled);
        assertThat(view(interaction).state()).isEqualTo(Call.State.QUEUED);
        assertThat(As.user("dana", () -> reading.head(interaction)).handedOver().why()).isEqualTo("card •••• 1111 is lost");
        assertThat(taken("ANNOUNCE").getString("announcement")).contains("מעבירים");
        tell(event("QUEUED", 60));
        As.run("yossi", attendance::available);
        As.run("yossi", () -> {
            WorkItems.Offer offer = await().atMost(PATIENCE).until(() -> offers.mine().stream().filter(mine -> mine.interactionId() == interaction).findFirst(), Optional::isPresent).orElseThrow();
            offers.accept(offer.workItemId());
        });
        JsonObject route = await().atMost(PATIENCE).until(() -> commands().stream().filter(command -> "ROUTE".equals(command.getString("kind")) && "202".equals(command.getString("target"))).findFirst(), Optional::isPresent).orElseThrow();
        settle(route, "DONE");
        tell(event("ANSWERED", 75).add("extension", "202"));
        until(interaction, Call.State.ANSWERED);
        await().atMost(PATIENCE).until(() -> item(interaction).servedAt().equals(Optional.of(dialled.plusSeconds(75))));
        assertThat(view(interaction).waited()).as("the wait of the call is its first").isEqualTo(Duration.ofSeconds(30));
        tell(event("ENDED", 120));
        until(interaction, Call.State.ENDED);
    }

    @Test
    void whoIsPutThroughToATeamAndHangsUpThereIsCalledBack() throws Exception {
        long interaction = talking();
        long team = system.inTransaction(() -> interactions.get(interaction).teamId());
        As.run("dana", () -> {
            telephoning.transferToTeam(interaction, team, null);
            attendance.away(AwayReason.BREAK);
        });
        taken("QUEUE");
        tell(event("QUEUED", 60));
        await().atMost(PATIENCE).until(() -> item(interaction).state() == WorkItem.State.WAITING);
        tell(event("ENDED", 90).add("by", "CUSTOMER"));
        await().atMost(PATIENCE).until(() -> item(interaction).kind() == WorkItem.Kind.CALLBACK);
        assertThat(item(interaction).callbackNumber()).contains("+972502345678");
    }

    @Test
    void aColleagueIsAskedByTelephoneWhileTheCustomerIsOnHold() throws Exception {
        long interaction = talking();
        As.run("dana", () -> telephoning.consult(interaction, As.user("yossi", () -> attendance.mine().userId())));
        JsonObject consult = taken("CONSULT");
        assertThat(consult.getString("target")).isEqualTo("202");
        settle(consult, "DONE");
        tell(event("HELD", 50));
        until(interaction, Call.State.HELD);
        assertThat(As.user("dana", () -> reading.head(interaction).mine())).isTrue();
        As.run("dana", () -> telephoning.resume(interaction));
        settle(taken("RESUME"), "DONE");
        tell(event("RESUMED", 60));
        until(interaction, Call.State.ANSWERED);
        tell(event("ENDED", 90));
        until(interaction, Call.State.ENDED);
    }

    @Test
    void aLongLineOfAnnouncementsKeepsNoCommandFromItsExchange() throws Exception {
        As.run("dana", attendance::available);
        long interaction = waiting(KNOWN_NUMBER);
        system.inTransaction(() -> {
            Call waiting = calls.find(accounts.get("phone").id(), call).orElseThrow();
            for (int number = 1000; number < 1150; number++) {
                calls.add(TelephonyCommand.announce(waiting, number, "wait", "he", "", Instant.now()));
            }
            return null;
        });
        assertThat(commands()).hasSize(100);
        assertThat(commands()).as("the rest, not the same again").hasSizeBetween(50, 60);
        acceptedByDana();
        assertThat(taken("ROUTE").getString("call")).isEqualTo(call);
        rows.change("update telephony_command set state = 'FAILED' where kind = 'ANNOUNCE' and interaction_id = ?", interaction);
        tell(event("ENDED", 50));
        until(interaction, Call.State.ENDED);
    }

    @Test
    void whatAnAdapterCarriesNobodyFetches() throws Exception {
        settings(Map.of("driver", "asterisk"));
        try {
            await().atMost(PATIENCE).until(() -> get("telephony/phone/commands").statusCode() != 200);
            assertThat(json(get("telephony/phone/commands").body()).getString("code")).isEqualTo("telephony.carried");
            settings(Map.of("driver", "rest", "user", "another"));
            await().atMost(PATIENCE).until(() -> get("telephony/phone/commands").statusCode() == 404);
            assertThat(post("crm", "telephony/phone/events", event("OFFERED", 0).build().toString()).statusCode()).as("another one's account").isEqualTo(404);
        } finally {
            settings(Map.of("driver", "rest", "menu.1", "fault", "menu.2", "bill", "menu.3", "termination", "menu.9", "other", "menu.0", "callback"));
            await().atMost(PATIENCE).until(() -> get("telephony/phone/commands").statusCode() == 200);
        }
    }

    @Test
    void aSocketWhosePasswordChangedIsClosed() throws Exception {
        BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();
        WebSocket socket = http.newWebSocketBuilder().header("Authorization", basic("crm")).buildAsync(api("ws", "telephony/phone/commands"), new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onClose(WebSocket from, int status, String why) {
                closed.add(status);
                return null;
            }
        }).get(10, TimeUnit.SECONDS);
        String before = rows.text("select password_hash from staff_user where user_name = 'crm'");
        try {
            rows.change("update staff_user set password_hash = 'x' where user_name = 'crm'");
            assertThat(closed.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(1008);
        } finally {
            rows.change("update staff_user set password_hash = ? where user_name = 'crm'", before);
            socket.abort();
        }
    }

    @Test
    void aPauseWhoseFateIsUnknownIsTakenBack() throws Exception {
        long interaction = talking();
        As.run("dana", () -> telephoning.pauseRecording(interaction));
        JsonObject pause = taken("PAUSE_RECORDING");
        settle(pause, "UNKNOWN");
        assertThat(taken("RESUME_RECORDING").getString("call")).isEqualTo(call);
        assertThat(view(interaction).recording()).isEqualTo(Recording.RESUMING);
        assertThat(view(interaction).recordingPaused()).isFalse();
        settle(pause, "DONE");
        assertThat(view(interaction).recording()).as("what the exchange says late changes nothing: it was told to go on since").isEqualTo(Recording.RESUMING);
        rows.change("update telephony_command set state = 'SENT' where kind = 'RESUME_RECORDING' and interaction_id = ?", interaction);
        rows.change("update phone_call set recording = 'PAUSED', recording_at = ? where interaction_id = ?", OffsetDateTime.now().minusSeconds(181), interaction);
        settle(taken("RESUME_RECORDING"), "DONE");
        await().atMost(PATIENCE).until(() -> view(interaction).recording() == Recording.RUNNING);
        tell(event("ENDED", 90));
        until(interaction, Call.State.ENDED);
    }

    @Test
    void nobodyTakesTheTelephoneOfAColleagueAtWork() throws Exception {
        As.run("yossi", attendance::available);
        assertThatThrownBy(() -> As.run("dana", () -> telephoning.sitAt("202"))).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.code()).isEqualTo("telephony.seat"));
        As.run("yossi", attendance::offline);
        try {
            As.run("dana", () -> telephoning.sitAt("202"));
            assertThat(rows.count("select count(*) from audit_entry where action = 'telephony.seat-taken' and detail = '201 → 202'")).isPositive();
        } finally {
            As.run("dana", () -> telephoning.sitAt("201"));
        }
    }

    @Test
    void aTypedIdentityNumberIsAHintAndNoMore() throws Exception {
        tell(event("OFFERED", 0));
        tell(event("MENU", 5).add("nationalId", KNOWN_ID));
        await().atMost(PATIENCE).until(() -> system.<Identification>inTransaction(() -> interactions.get(row().interactionId()).identification()) == Identification.TYPED_ID);
        tell(event("ENDED", 9));
    }

    @Test
    void twoCallsThatClaimOneCallOutAreTwoConversations() throws Exception {
        As.run("dana", attendance::available);
        long interaction = As.user("dana", () -> telephoning.callOut(KNOWN_NUMBER));
        long command = await().atMost(PATIENCE).until(() -> commands().stream().filter(asked -> "CALL_OUT".equals(asked.getString("kind"))).findFirst(), Optional::isPresent).orElseThrow().getJsonNumber("id").longValue();
        List<String> both = List.of(call + "-a", call + "-b");
        for (String one : both) {
            reception.receive("phone", UUID.randomUUID().toString(), one, CallEvent.of(UUID.randomUUID().toString(), one, Type.OFFERED, dialled).from(null, KNOWN_NUMBER).outbound(command).bytes());
        }
        await().atMost(PATIENCE).until(() -> both.stream().allMatch(one -> row(one).isPresent()));
        assertThat(both.stream().filter(one -> row(one).orElseThrow().interactionId() == interaction)).hasSize(1);
        both.forEach(one -> reception.receive("phone", UUID.randomUUID().toString(), one, CallEvent.of(UUID.randomUUID().toString(), one, Type.ENDED, dialled.plusSeconds(9)).bytes()));
        await().atMost(PATIENCE).until(() -> both.stream().allMatch(one -> row(one).orElseThrow().endedAt().isPresent()));
    }

    @Test
    void afterTheTimeToSumUpTheCallTakesNothingOfItsAgent() throws Exception {
        long interaction = talking();
        tell(event("ENDED", 90).add("by", "CUSTOMER"));
        await().atMost(PATIENCE).until(() -> As.user("dana", attendance::mine).wrapUp() != null);
        assertThat(As.user("dana", attendance::mine).usedCapacity()).isEqualTo(100);
        rows.change("update agent set wrap_up_until = ? where user_id = (select id from staff_user where user_name = 'dana')", OffsetDateTime.now().minusSeconds(1));
        await().atMost(PATIENCE).until(() -> As.user("dana", attendance::mine).usedCapacity() == 0);
        assertThat(As.user("dana", () -> reading.head(interaction).mine())).as("she may finish her summary").isTrue();
        assertThat(item(interaction).state()).isEqualTo(WorkItem.State.PARKED);
        assertThat(rows.count("select count(*) from line_record where interaction_id = ? and finished_at is not null", interaction)).isEqualTo(1);
        // the same when what should have told it was lost
        rows.change("update work_item set state = 'ACCEPTED', served_at = ? where interaction_id = ?", OffsetDateTime.now().minusHours(1), interaction);
        rows.change("update phone_call set ended_at = ? where interaction_id = ?", OffsetDateTime.now().minusMinutes(30), interaction);
        await().atMost(PATIENCE).until(() -> item(interaction).state() == WorkItem.State.PARKED);
    }

    private long callbackOf(long interaction) throws Exception {
        await().atMost(PATIENCE).until(() -> item(interaction).kind() == WorkItem.Kind.CALLBACK);
        As.run("dana", attendance::available);
        return As.user("dana", () -> {
            WorkItems.Offer offer = await().atMost(PATIENCE).until(() -> offers.mine().stream().filter(mine -> mine.interactionId() == interaction).findFirst(), Optional::isPresent).orElseThrow();
            assertThat(offer.callback()).isTrue();
            assertThat(offer.callbackNumber()).isEqualTo("+972502345678");
            assertThat(offer.callbackOrigin()).isEqualTo(WorkItem.Origin.HUNG_UP);
            return offers.accept(offer.workItemId());
        });
    }

    private JsonObject callOut() {
        return await().atMost(PATIENCE).until(() -> commands().stream().filter(command -> "CALL_OUT".equals(command.getString("kind"))).findFirst(), Optional::isPresent).orElseThrow();
    }

    private void notReached(JsonObject asked, String id) {
        long command = asked.getJsonNumber("id").longValue();
        reception.receive("phone", UUID.randomUUID().toString(), id, CallEvent.of(UUID.randomUUID().toString(), id, Type.OFFERED, Instant.now()).from(null, KNOWN_NUMBER).outbound(command).bytes());
        reception.receive("phone", UUID.randomUUID().toString(), id, CallEvent.of(UUID.randomUUID().toString(), id, Type.ENDED, Instant.now()).outbound(command).endedBy(Call.EndedBy.EXCHANGE).bytes());
        await().atMost(PATIENCE).until(() -> row(id).filter(found -> found.outcome().filter(Outcome.NOT_REACHED::equals).isPresent()).isPresent());
    }

    @Test
    void aCallBackIsPutOffWhenNobodyAnswersAndIsServedWhenTheySpeak() throws Exception {
        long interaction = waiting(KNOWN_NUMBER);
        tell(event("ENDED", 40).add("by", "CUSTOMER"));
        callbackOf(interaction);
        assertThat(item(interaction).connecting()).as("nobody speaks yet").isTrue();
        assertThatThrownBy(() -> As.run("dana", () -> callbacks.callLater(interaction, null, null))).as("while he is called").isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.code()).isEqualTo("routing.callback-talking"));
        JsonObject asked = callOut();
        settle(asked, "DONE");
        notReached(asked, call + "-1");
        Callbacks.Callback missed = As.user("dana", () -> callbacks.of(interaction)).orElseThrow();
        assertThat(missed.attempts()).isEqualTo(1);
        assertThat(missed.mine()).isTrue();
        List<Instant> times = As.user("dana", () -> callbacks.times(interaction));
        assertThat(times).isNotEmpty();
        As.run("dana", () -> callbacks.callLater(interaction, null, times.get(0)));
        assertThat(item(interaction).state()).isEqualTo(WorkItem.State.SCHEDULED);
        assertThat(item(interaction).callbackOrigin()).contains(WorkItem.Origin.HUNG_UP);
        assertThat(As.user("dana", attendance::mine).usedCapacity()).isZero();
        rows.change("update work_item set not_before = ? where interaction_id = ?", OffsetDateTime.now().minusSeconds(1), interaction);
        callbackOf(interaction);
        JsonObject again = callOut();
        settle(again, "DONE");
        String second = call + "-2";
        long command = again.getJsonNumber("id").longValue();
        reception.receive("phone", UUID.randomUUID().toString(), second, CallEvent.of(UUID.randomUUID().toString(), second, Type.ANSWERED, Instant.now()).from(null, KNOWN_NUMBER).outbound(command).at("201").bytes());
        await().atMost(PATIENCE).until(() -> item(interaction).servedAt().isPresent());
        assertThat(As.user("dana", () -> callbacks.of(interaction))).as("he was reached").isEmpty();
        reception.receive("phone", UUID.randomUUID().toString(), second, CallEvent.of(UUID.randomUUID().toString(), second, Type.ENDED, Instant.now()).bytes());
        await().atMost(PATIENCE).until(() -> row(second).orElseThrow().endedAt().isPresent());
    }

    @Test
    void aCallBackIsWithdrawnWithAReason() throws Exception {
        long interaction = waiting(KNOWN_NUMBER);
        tell(event("ENDED", 40).add("by", "CUSTOMER"));
        callbackOf(interaction);
        JsonObject asked = callOut();
        settle(asked, "DONE");
        notReached(asked, call + "-1");
        assertThatThrownBy(() -> As.run("yossi", () -> callbacks.withdraw(interaction, "solved"))).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.code()).isEqualTo("interaction.not-owner"));
        assertThatThrownBy(() -> As.run("dana", () -> callbacks.withdraw(interaction, " "))).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.code()).isEqualTo("routing.callback-why"));
        As.run("dana", () -> callbacks.withdraw(interaction, "solved by mail"));
        assertThat(item(interaction).state()).isEqualTo(WorkItem.State.DONE);
        assertThat(As.user("dana", attendance::mine).usedCapacity()).isZero();
        assertThat(happened(interaction)).contains(InteractionEvent.Kind.CALLBACK_WITHDRAWN);
        assertThat(system.<Boolean>inTransaction(() -> interactions.get(interaction).open())).isFalse();
        assertThat(rows.count("select count(*) from line_record where interaction_id = ? and waits = true", interaction)).isZero();
    }

    @Test
    void whoIsAnsweredInWritingInHisOwnConversationIsNotCalledAnyMore() throws Exception {
        long interaction = waiting(KNOWN_NUMBER);
        tell(event("ENDED", 40).add("by", "CUSTOMER"));
        await().atMost(PATIENCE).until(() -> item(interaction).awaitsCallback());
        long letter = system.inTransaction(() -> {
            Interaction call = interactions.get(interaction);
            Interaction written = new Interaction(Reference.next(), call.customer(), Identification.CONFIRMED, accounts.get("form"), call.teamId(), "a letter", null, "he", Instant.now());
            written.ownedBy(users.findByName("dana").orElseThrow());
            interactions.add(written);
            interactions.flush();
            return written.id();
        });
        As.run("dana", () -> conversation.reply(letter, UUID.randomUUID().toString(), "solved"));
        assertThat(item(interaction).state()).isEqualTo(WorkItem.State.DONE);
        assertThat(happened(interaction)).contains(InteractionEvent.Kind.CALLBACK_REACHED);
        assertThat(row().outcome()).contains(Outcome.CALLED_BACK);
    }

    @Test
    void whoWithholdsHisNumberAndHangsUpIsClosedForEverybodyToHear() throws Exception {
        tell(event("OFFERED", 0));
        tell(event("QUEUED", 10));
        tell(event("ENDED", 40).add("by", "CUSTOMER"));
        long interaction = row().interactionId();
        await().atMost(PATIENCE).until(() -> !system.<Boolean>inTransaction(() -> interactions.get(interaction).open()));
        assertThat(rows.count("select count(*) from audit_entry where action = 'interaction.closed' and subject_id = ? and detail = 'GAVE_UP'", interaction)).isEqualTo(1);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(api("http", "v1/" + path)).header("Authorization", basic("crm")).header("Accept-Language", "en").build(), HttpResponse.BodyHandlers.ofString());
    }

    private void settings(Map<String, String> settings) {
        system.inTransaction(() -> {
            accounts.toChange(accounts.get("phone").id()).with(settings);
            return null;
        });
    }

    private static JsonObject next(BlockingQueue<JsonObject> frames, String type) throws InterruptedException {
        for (JsonObject frame = frames.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS); frame != null; frame = frames.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            if (type.equals(frame.getString("type"))) {
                return frame;
            }
        }
        throw new AssertionError("no frame of type " + type);
    }
}
