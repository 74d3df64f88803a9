// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.Rows;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccounts;
import il.moked.customer.ejb.Identifying.Sender;
import il.moked.interaction.AsSystem;
import il.moked.interaction.Call;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.interaction.TelephonyCommand;
import il.moked.interaction.ejb.CallEvent.Type;
import il.moked.interaction.ejb.ChatSessions;
import il.moked.interaction.ejb.Conversation;
import il.moked.interaction.ejb.Submitting;
import il.moked.routing.StatutoryRecord.End;
import il.moked.routing.StatutoryRecord.Kind;
import il.moked.routing.WorkItem.State;
import il.moked.routing.ejb.CallbackAsking;
import il.moked.routing.ejb.Callbacks;
import il.moked.routing.ejb.Waiting;
import il.moked.shared.BusinessException;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls back, from the number that was left to the call, in the real server: on every door, and how they end by themselves. */
@ArquillianTest
public class CallbackIT {
    @Inject
    PhoneFloor floor;
    @Inject
    Rows rows;
    @Inject
    AsSystem system;
    @Inject
    Conversation conversation;
    @Inject
    ChatSessions chats;
    @Inject
    Submitting submitting;
    @Inject
    CallbackAsking asking;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Waiting waiting;
    @Inject
    Callbacks callbacks;
    @Inject
    Interactions interactions;

    private PhoneFloor.Line line;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    /** Nobody of the demo has it. */
    private final String number = "+97253" + ThreadLocalRandom.current().nextInt(2_000_000, 9_999_999);

    @BeforeEach
    void aLineOfItsOwn() {
        Awaitility.pollInSameThread();
        line = floor.open();
    }

    @AfterEach
    void nothingIsLeftWaiting() throws Exception {
        line.close();
    }

    /** Gave up after a minute of waiting. */
    private PhoneFloor.Told gaveUp(String caller) {
        PhoneFloor.Told call = line.dials(now.minusSeconds(120)).waits(caller, "1", 10);
        call.tell(call.event(Type.ENDED, 70).endedBy(Call.EndedBy.CUSTOMER));
        await().atMost(PhoneFloor.PATIENCE).until(() -> call.item().orElseThrow().kind() == WorkItem.Kind.CALLBACK);
        return call;
    }

    private StatutoryRecord law(long interaction) {
        return floor.law(interaction, Kind.CALLBACK).orElseThrow();
    }

    /** A form of somebody who can be reached at that number. */
    private Interaction form(String phone) throws Exception {
        String external = UUID.randomUUID().toString();
        String reference = As.user("crm", () -> submitting.submit(new Submitting.Submission(line.code(Channel.FORM), external, new Sender("Form " + line.mark, "form-" + line.mark + "@example.com", phone, null), "subject", "text", "en")).reference());
        Interaction interaction = floor.interaction(reference);
        await().atMost(PhoneFloor.PATIENCE).until(() -> floor.item(interaction.id()).isPresent());
        return interaction;
    }

    @Test
    void whoGaveUpKeepsHisPlaceAndIsNotCalledOnceHeChats() throws Exception {
        PhoneFloor.Told call = gaveUp(number);
        long interaction = call.interaction();
        WorkItem item = call.item().orElseThrow();
        assertThat(item.state()).isEqualTo(State.WAITING);
        assertThat(item.waitingSince()).as("his age").isEqualTo(call.dialled.plusSeconds(10));
        assertThat(item.callbackNumber()).contains(number);

        String secret = chats.open(line.door(Channel.CHAT, Map.of()), "Chatting", null, number, "en").secret();
        chats.say(secret, UUID.randomUUID().toString(), "I called before");
        long chat = await().atMost(PhoneFloor.PATIENCE).until(() -> Optional.ofNullable(chats.standing(secret).interactionId()), Optional::isPresent).orElseThrow();
        assertThat(call.item().orElseThrow().state()).as("a chat that waits has reached nobody").isEqualTo(State.WAITING);
        As.run(line.agent(), () -> conversation.takeOver(chat));
        await().atMost(PhoneFloor.PATIENCE).until(() -> call.item().orElseThrow().state() == State.DONE);
        assertThat(floor.happened(interaction)).contains("CALLBACK_ASKED", "CALLBACK_REACHED");
        assertThat(floor.interaction(interaction).open()).isFalse();
        assertThat(rows.count("select count(*) from interaction i join wrap_up_reason r on r.id = i.wrap_up_reason_id where i.id = ? and r.code = 'REACHED'", interaction)).isEqualTo(1);
        assertThat(law(interaction).endedHow()).contains(End.REACHED);
        assertThat(call.row().orElseThrow().outcome()).contains(Call.Outcome.CALLED_BACK);
    }

    @Test
    void aWriterIsReachedByHisAnswerAndNotByAnAgentWhoReads() throws Exception {
        line.door(Channel.FORM, Map.of());
        PhoneFloor.Told call = gaveUp(number);
        Interaction form = form(number);
        String agent = line.agent();
        As.run(agent, () -> conversation.takeOver(form.id()));
        assertThat(call.item().orElseThrow().state()).isEqualTo(State.WAITING);
        As.run(agent, () -> conversation.reply(form.id(), UUID.randomUUID().toString(), "Here is the answer"));
        assertThat(call.item().orElseThrow().state()).isEqualTo(State.DONE);
        assertThat(law(call.interaction()).endedHow()).contains(End.REACHED);
    }

    /** Ends a call that was asked for, as the exchange tells it. */
    private void calledOut(long interaction, int attempt, boolean answered, String extension) throws Exception {
        TelephonyCommand asked = await().atMost(PhoneFloor.PATIENCE).until(() -> floor.asked(interaction, TelephonyCommand.Kind.CALL_OUT), commands -> commands.size() == attempt).get(attempt - 1);
        assertThat(asked.target()).contains(number);
        assertThat(asked.extension()).contains(extension);
        assertThat(floor.post("telephony/" + line.code(Channel.PHONE) + "/commands/" + asked.id(), "{\"result\":\"DONE\"}").statusCode()).isEqualTo(204);
        PhoneFloor.Told out = line.dials(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        out.tell(out.event(Type.OFFERED, 0).outbound(asked.id()).from(null, number));
        if (answered) {
            out.tell(out.event(Type.ANSWERED, 1).outbound(asked.id()).at(extension));
        }
        out.tell(out.event(Type.ENDED, 2).outbound(asked.id()));
        await().atMost(PhoneFloor.PATIENCE).until(() -> out.row().filter(call -> call.endedAt().isPresent()).isPresent());
        assertThat(out.interaction()).isEqualTo(interaction);
    }

    private long texts(long interaction) throws Exception {
        return rows.count("select count(*) from outbound_message where interaction_id = ? and channel = 'SMS' and recipient = ? and automatic = true", interaction, number);
    }

    @Test
    void aCallBackInVainIsToldByTextMessageAndARetryKeepsItsClock() throws Exception {
        PhoneFloor.Told call = gaveUp(number);
        long interaction = call.interaction();
        StatutoryRecord before = law(interaction);
        String agent = line.agent();
        floor.accepts(agent, interaction);
        assertThat(law(interaction).running()).as("taken is not answered").isTrue();
        calledOut(interaction, 1, false, line.extension(agent));
        assertThat(texts(interaction)).isEqualTo(1);
        assertThat(floor.happened(interaction)).containsOnlyOnce("CALLBACK_MISSED").doesNotContain("CALLBACK_FAILED");
        assertThat(law(interaction).attempts()).isEqualTo(1);
        assertThat(law(interaction).noticedAt()).isPresent();
        assertThat(law(interaction).running()).isTrue();

        As.run(agent, () -> callbacks.callLater(interaction, null, null));
        assertThat(law(interaction).id()).as("no new three hours").isEqualTo(before.id());
        assertThat(law(interaction).startedAt()).isEqualTo(before.startedAt());
        rows.change("update work_item set not_before = ? where interaction_id = ?", OffsetDateTime.now().minusSeconds(1), interaction);
        floor.accepts(agent, interaction);
        calledOut(interaction, 2, true, line.extension(agent));
        await().atMost(PhoneFloor.PATIENCE).until(() -> law(interaction).answeredAt().isPresent());
        assertThat(law(interaction).id()).isEqualTo(before.id());
        assertThat(law(interaction).deadline()).isEqualTo(before.deadline());
        assertThat(rows.count("select count(*) from statutory_record where interaction_id = ? and kind = 'CALLBACK'", interaction)).isEqualTo(1);
        assertThat(texts(interaction)).isEqualTo(1);
        As.run(agent, () -> conversation.close(interaction, "ANSWERED", null));
        assertThat(law(interaction).endedHow()).as("answered, not withdrawn").isEmpty();
    }

    @Test
    void afterTheLastCallInVainItIsOverWithOneTextMessageEach() throws Exception {
        PhoneFloor.Told call = gaveUp(number);
        long interaction = call.interaction();
        String agent = line.agent();
        for (int attempt = 1; attempt <= 3; attempt++) {
            floor.accepts(agent, interaction);
            calledOut(interaction, attempt, false, line.extension(agent));
            if (attempt < 3) {
                        As.run(agent, () -> callbacks.callLater(interaction, null, null));
                rows.change("update work_item set not_before = ? where interaction_id = ?", OffsetDateTime.now().minusSeconds(1), interaction);
            }
        }
        assertThat(texts(interaction)).isEqualTo(3);
        assertThat(floor.happened(interaction)).contains("CALLBACK_FAILED");
        assertThat(floor.interaction(interaction).open()).isFalse();
        assertThat(law(interaction).endedHow()).contains(End.NOT_REACHED);
        assertThat(law(interaction).attempts()).isEqualTo(3);
    }

    @Test
    void whoCannotBeSentATextMessageIsWrittenDownAsNotTold() throws Exception {
        String atHome = "+9723" + ThreadLocalRandom.current().nextInt(6_100_000, 6_999_999);
        PhoneFloor.Told call = gaveUp(atHome);
        long interaction = call.interaction();
        String agent = line.agent();
        floor.accepts(agent, interaction);
        TelephonyCommand asked = await().atMost(PhoneFloor.PATIENCE).until(() -> floor.asked(interaction, TelephonyCommand.Kind.CALL_OUT), commands -> !commands.isEmpty()).get(0);
        PhoneFloor.Told out = line.dials(Instant.now());
        out.tell(out.event(Type.OFFERED, 0).outbound(asked.id()).from(null, atHome)).tell(out.event(Type.ENDED, 2).outbound(asked.id()));
        await().atMost(PhoneFloor.PATIENCE).until(() -> floor.happened(interaction).contains("CALLBACK_UNTOLD"));
        assertThat(law(interaction).noticedAt()).isEmpty();
        assertThat(law(interaction).attempts()).isEqualTo(1);
    }

    @Test
    void byAKeyHeKeepsHisPlaceAndHearsThatItIsKept() throws Exception {
        PhoneFloor.Told call = line.dials(now.minusSeconds(60)).waits(number, "1", 10);
        long interaction = call.interaction();
        Instant due = call.item().orElseThrow().dueAt();
        call.tell(call.event(Type.MENU, 40).chose("9", null));
        await().atMost(PhoneFloor.PATIENCE).until(() -> call.item().orElseThrow().kind() == WorkItem.Kind.CALLBACK);
        assertThat(call.item().orElseThrow().dueAt()).isBeforeOrEqualTo(due);
        assertThat(floor.asked(interaction, TelephonyCommand.Kind.ANNOUNCE)).last().satisfies(said -> assertThat(said.announcement().orElseThrow()).contains("place in line is kept"));
        assertThat(floor.law(interaction, Kind.ANSWER).orElseThrow().endedHow()).contains(End.CALLBACK);
        call.tell(call.event(Type.ENDED, 45).endedBy(Call.EndedBy.CUSTOMER));
        await().atMost(PhoneFloor.PATIENCE).until(() -> call.row().orElseThrow().endedAt().isPresent());
        assertThat(rows.count("select count(*) from statutory_record where interaction_id = ? and kind = 'CALLBACK'", interaction)).isEqualTo(1);
    }

    @Test
    void aMomentHePickedIsKeptAndBeginsTheClock() throws Exception {
        line.door(Channel.FORM, Map.of());
        Interaction form = form(number);
        String reference = form.reference();
        List<Instant> moments = asking.timesForForm(reference).moments();
        Instant picked = moments.get(3);
        assertThatThrownBy(() -> asking.byForm(reference, number, now.minusSeconds(60))).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.code()).isEqualTo("routing.callback-time"));
        asking.byForm(reference, number, picked);
        assertThat(floor.item(form.id()).orElseThrow().state()).isEqualTo(State.SCHEDULED);
        assertThat(law(form.id()).startedAt()).isEqualTo(picked);
        assertThat(waiting.callbackOfForm(reference)).hasValueSatisfying(promised -> assertThat(promised.from()).isEqualTo(picked));

        asking.byForm(reference, number, moments.get(5));
        assertThat(law(form.id()).startedAt()).as("another moment is another clock").isEqualTo(moments.get(5));
        assertThat(rows.count("select count(*) from statutory_record where interaction_id = ? and running = true", form.id())).isEqualTo(1);

        String agent = line.agent();
        rows.change("update work_item set not_before = ? where interaction_id = ?", OffsetDateTime.now().minusSeconds(1), form.id());
        floor.accepts(agent, form.id());
        assertThat(floor.asked(form.id(), TelephonyCommand.Kind.CALL_OUT)).singleElement().satisfies(asked -> assertThat(asked.target()).contains(number));
    }

    @Test
    void anotherSystemSeesThePlaceAndAsksForACall() throws Exception {
        line.door(Channel.FORM, Map.of());
        Interaction form = form(number);
        String path = "interactions/" + form.reference() + "/wait";
        HttpResponse<String> place = floor.get(path);
        assertThat(place.statusCode()).as(place.body()).isEqualTo(200);
        assertThat(place.body()).contains("\"place\":1").contains("\"times\":[\"").doesNotContain("callback");
        assertThat(floor.post(path + "/callback", "{\"phone\":\"12\"}").statusCode()).isIn(409, 422);
        assertThat(floor.post(path + "/callback", "{}").statusCode()).isEqualTo(422);
        HttpResponse<String> promised = floor.post(path + "/callback", "{\"phone\":\"" + number + "\"}");
        assertThat(promised.statusCode()).as(promised.body()).isEqualTo(200);
        assertThat(promised.body()).contains("\"callback\":{\"phone\":").contains("\"place\":1");
        assertThat(floor.item(form.id()).orElseThrow().callbackNumber()).contains(number);
        assertThat(floor.get("interactions/0000000000/wait").statusCode()).isEqualTo(404);
    }

    @Test
    void theReceiptTellsThePlaceOnceAndAnAccountMaySwitchThatOff() throws Exception {
        line.door(Channel.FORM, Map.of());
        Interaction form = form(number);
        List<String> receipts = await().atMost(PhoneFloor.PATIENCE).until(() -> automatic(form.id()), written -> !written.isEmpty());
        assertThat(receipts).singleElement().asString().contains(form.reference(), "next in line", "Nobody is available");
        assertThat(waiting.placeOfForm(form.reference())).hasValueSatisfying(place -> assertThat(place.place()).isEqualTo(1));

        system.inTransaction(() -> accounts.toChange(accounts.get(line.code(Channel.FORM)).id()).with(Map.of("tell.wait", "no")));
        await("the change is in force").atMost(PhoneFloor.PATIENCE).until(() -> waiting.placeOfForm(form(number).reference()).filter(place -> !place.told()).isPresent());
        Interaction quiet = form(number);
        assertThat(automatic(quiet.id())).singleElement().asString().contains(quiet.reference()).doesNotContain("in line");
        assertThat(waiting.placeOfForm(quiet.reference())).hasValueSatisfying(place -> assertThat(place.told()).isFalse());
    }

    private List<String> automatic(long interaction) {
        return system.inTransaction(() -> interactions.messagesAfter(interaction, 0, 10).stream().filter(Message::automatic).map(Message::text).toList());
    }
}
