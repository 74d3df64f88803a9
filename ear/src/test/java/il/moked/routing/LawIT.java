// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import il.moked.AnyDatabase;
import il.moked.As;
import il.moked.Rows;
import il.moked.channel.Channel;
import il.moked.interaction.AsSystem;
import il.moked.interaction.Call;
import il.moked.interaction.TelephonyCommand;
import il.moked.interaction.ejb.CallEvent.Type;
import il.moked.interaction.ejb.Conversation;
import il.moked.routing.StatutoryRecord.End;
import il.moked.routing.StatutoryRecord.Kind;
import il.moked.routing.WorkItem.State;
import il.moked.routing.ejb.StatutoryReading;
import il.moked.routing.ejb.StatutoryWatch;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The clocks of the law over the real tables, from what an exchange tells to the evidence. Time goes by in what is told: calls were dialled minutes ago. */
@AnyDatabase
@ArquillianTest
public class LawIT {
    private static final String CALLER = "052-345-6781";

    @Inject
    PhoneFloor floor;
    @Inject
    Rows rows;
    @Inject
    AsSystem system;
    @Inject
    Conversation conversation;
    @Inject
    StatutoryReading reading;
    @Inject
    StatutoryWatch watch;
    @Inject
    StatutoryRecords records;

    private PhoneFloor.Line line;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @BeforeEach
    void aLineOfItsOwn() {
        Awaitility.pollInSameThread();
        line = floor.open();
    }

    @AfterEach
    void nothingIsLeftWaiting() throws Exception {
        line.close();
    }

    private StatutoryRecord answer(long interaction) {
        return floor.law(interaction, Kind.ANSWER).orElseThrow();
    }

    @Test
    void sixMinutesRunFromDiallingThroughMenuHandOverAndTransfer() throws Exception {
        PhoneFloor.Told call = line.dials(now.minusSeconds(330)).waits(CALLER, "1", 40);
        long interaction = call.interaction();
        assertThat(answer(interaction).startedAt()).as("not from the queue").isEqualTo(call.dialled);
        assertThat(answer(interaction).subject()).contains("fault");
        assertThat(answer(interaction).deadline()).contains(call.dialled.plus(Duration.ofMinutes(6)));

        call.tell(call.event(Type.MENU, 60).chose("2", null));
        await().atMost(PhoneFloor.PATIENCE).until(() -> call.row().orElseThrow().subject().filter("bill"::equals).isPresent());
        String first = line.agent();
        String second = line.agent();
        floor.accepts(first, interaction);
        As.run(first, () -> conversation.handToTeam(interaction, line.team.id(), ""));
        assertThat(floor.item(interaction).orElseThrow().servedAt()).as("in the line again").isEmpty();
        assertThat(answer(interaction).startedAt()).isEqualTo(call.dialled);
        assertThat(answer(interaction).deadline()).contains(call.dialled.plus(Duration.ofMinutes(6)));
        assertThat(answer(interaction).running()).as("an agent who took it has not answered").isTrue();

        call.tell(call.event(Type.ANSWERED, 300).at(line.extension(second)));
        await().atMost(PhoneFloor.PATIENCE).until(() -> answer(interaction).answeredAt().isPresent());
        call.tell(call.event(Type.TRANSFERRED, 310).to(line.extension(first))).tell(call.event(Type.ANSWERED, 320).at(line.extension(first))).tell(call.event(Type.ENDED, 325).endedBy(Call.EndedBy.CUSTOMER));
        await().atMost(PhoneFloor.PATIENCE).until(() -> call.row().orElseThrow().endedAt().isPresent());
        assertThat(answer(interaction).answeredAt()).as("the first person").contains(call.dialled.plusSeconds(300));
        assertThat(answer(interaction).over(Instant.now())).isZero();
        assertThat(rows.count("select count(*) from statutory_record where interaction_id = ?", interaction)).as("one clock for all of it").isEqualTo(1);
        assertThat(rows.count("select count(*) from audit_entry where action = 'routing.law-breached' and subject_id = ?", interaction)).isZero();
    }

    @Test
    void aBreachIsToldOnceAndIsInTheEvidence() throws Exception {
        PhoneFloor.Told call = line.dials(now.minusSeconds(400)).waits(CALLER, "2", 10);
        long interaction = call.interaction();
        await().atMost(PhoneFloor.PATIENCE).until(() -> rows.count("select count(*) from statutory_record where interaction_id = ? and breach_told = true and warned = true", interaction) == 1);
        As.run("michal", () -> assertThat(reading.pressing()).as("on the wall").anyMatch(clock -> clock.interactionId() == interaction && clock.late()));
        system.run(watch::look);
        call.tell(call.event(Type.ANSWERED, 395).at(line.extension(line.agent())));
        await().atMost(PhoneFloor.PATIENCE).until(() -> answer(interaction).answeredAt().isPresent());
        system.run(watch::look);
        assertThat(rows.count("select count(*) from audit_entry where action = 'routing.law-breached' and subject_id = ?", interaction)).isEqualTo(1);
        As.run("michal", () -> {
            assertThat(reading.pressing()).noneMatch(clock -> clock.interactionId() == interaction);
            assertThat(reading.breaches(now.minusSeconds(3600))).filteredOn(clock -> clock.interactionId() == interaction).singleElement().satisfies(clock -> assertThat(clock.over()).isEqualTo(Duration.ofSeconds(35)));
        });
        List<String> evidence = floor.evidence(floor.interaction(interaction).reference(), call.dialled, call.dialled.plusSeconds(1));
        assertThat(evidence).singleElement().asString().contains(",ANSWER,q-" + line.mark + ",", ",bill," + call.dialled + ",360," + call.dialled.plusSeconds(360) + ",").endsWith(",35");
        assertThat(floor.evidence(floor.interaction(interaction).reference(), call.dialled.plusSeconds(1), now)).as("not of another time").isEmpty();
        assertThat(floor.get("statutory-clocks?from=2024-01-01T00:00:00Z&to=2026-01-02T00:00:00Z").statusCode()).as("more than a year").isIn(409, 422);
    }

    @Test
    void aChoiceThatIsToldLateIsLimitedFromDialling() {
        PhoneFloor.Told call = line.dials(now.minusSeconds(60)).waits(CALLER, null, 10);
        long interaction = call.interaction();
        assertThat(answer(interaction).deadline()).isEmpty();
        call.tell(call.event(Type.MENU, 5).chose("1", null));
        await().atMost(PhoneFloor.PATIENCE).until(() -> answer(interaction).deadline().isPresent());
        assertThat(answer(interaction).deadline()).contains(call.dialled.plusSeconds(360));
        call.tell(call.event(Type.OFFERED, -20).from(CALLER, "*2700"));
        await().atMost(PhoneFloor.PATIENCE).until(() -> answer(interaction).startedAt().equals(call.dialled.minusSeconds(20)));
        assertThat(answer(interaction).deadline()).contains(call.dialled.plusSeconds(340));
    }

    @Test
    void withNobodyAtWorkTheAnnouncementIsDueByMinuteTwoAndMade() throws Exception {
        PhoneFloor.Told call = line.dials(now.minusSeconds(30)).waits(CALLER, "1", 5);
        long interaction = call.interaction();
        TelephonyCommand asked = await().atMost(PhoneFloor.PATIENCE).until(() -> floor.asked(interaction, TelephonyCommand.Kind.ANNOUNCE), said -> !said.isEmpty()).get(0);
        assertThat(asked.providerCallId()).contains(call.id);
        assertThat(asked.announcement().orElseThrow()).contains("next in line").contains("Nobody is available").contains("press 9");
        StatutoryRecord record = answer(interaction);
        assertThat(record.announcementDue()).contains(call.dialled.plusSeconds(120));
        assertThat(record.announcedAt().orElseThrow()).isBeforeOrEqualTo(call.dialled.plusSeconds(120));
        assertThat(record.running()).as("an announcement is no answer").isTrue();
        assertThat(floor.get("telephony/" + line.code(Channel.PHONE) + "/commands").body()).contains("ANNOUNCE", call.id);
    }

    @Test
    void anAccountThatTellsNoWaitLeavesTheAnnouncementDueAndNotMade() throws Exception {
        rows.change("update channel_account set settings = '{\"tell.wait\":\"no\"}' where code = ?", line.code(Channel.PHONE));
        PhoneFloor.Told call = line.dials(now.minusSeconds(30)).waits(CALLER, null, 5);
        long interaction = call.interaction();
        await().atMost(PhoneFloor.PATIENCE).until(() -> answer(interaction).announcementDue().isPresent());
        assertThat(answer(interaction).announcedAt()).isEmpty();
        assertThat(floor.asked(interaction, TelephonyCommand.Kind.ANNOUNCE)).isEmpty();
    }

    @Test
    void whoGivesUpEndsTheClockOfHisAnswerAndBeginsThatOfHisCall() {
        PhoneFloor.Told call = line.dials(now.minusSeconds(400)).waits(CALLER, "1", 10);
        call.tell(call.event(Type.ENDED, 390).endedBy(Call.EndedBy.CUSTOMER));
        long interaction = call.interaction();
        await().atMost(PhoneFloor.PATIENCE).until(() -> floor.law(interaction, Kind.CALLBACK).isPresent());
        assertThat(answer(interaction).endedHow()).contains(End.ABANDONED);
        assertThat(answer(interaction).over(Instant.now())).isEqualTo(Duration.ofSeconds(30));
        assertThat(floor.law(interaction, Kind.CALLBACK).orElseThrow().running()).isTrue();
        assertThat(floor.item(interaction).orElseThrow().state()).isEqualTo(State.WAITING);
    }

    @Test
    void evidenceIsForgottenAfterTwoYearsAndNotBefore() throws Exception {
        PhoneFloor.Told call = line.dials(now.minusSeconds(60)).waits(CALLER, "1", 10);
        long interaction = call.interaction();
        long id = answer(interaction).id();
        OffsetDateTime nearly = OffsetDateTime.now(ZoneOffset.UTC).minusMonths(24).plusDays(2);
        rows.change("update statutory_record set started_at = ? where id = ?", nearly, id);
        system.run(watch::forget);
        assertThat(rows.count("select count(*) from statutory_record where id = ?", id)).isEqualTo(1);
        rows.change("update statutory_record set started_at = ? where id = ?", nearly.minusDays(4), id);
        system.run(watch::forget);
        assertThat(rows.count("select count(*) from statutory_record where id = ?", id)).isZero();
    }

    @Test
    void theEvidenceIsReadPageByPageWithoutLossOrDouble() throws Exception {
        PhoneFloor.Told call = line.dials(now.minusSeconds(60)).waits(CALLER, "1", 10);
        long interaction = call.interaction();
        Instant lastYear = now.minus(Duration.ofDays(300));
        system.inTransaction(() -> {
            for (int number = 0; number < StatutoryReading.PAGE * 2; number++) {
                records.add(new StatutoryRecord(interaction, line.queue, 1, "other", lastYear.plusSeconds(number / 3)));
            }
            return null;
        });
        rows.change("update statutory_record set running = false where interaction_id = ? and subject = 'other'", interaction);
        assertThat(floor.evidence(floor.interaction(interaction).reference(), lastYear, lastYear.plus(Duration.ofDays(1)))).hasSize(StatutoryReading.PAGE * 2);
        rows.change("delete from statutory_record where interaction_id = ? and subject = 'other'", interaction);
    }
}
