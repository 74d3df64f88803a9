// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import static il.moked.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.Rows;
import il.moked.branch.ejb.BankerNaming;
import il.moked.branch.ejb.BranchManaging;
import il.moked.branch.ejb.BranchReport;
import il.moked.branch.ejb.ClosingWatch;
import il.moked.branch.ejb.ClosingWatch.Day;
import il.moked.branch.ejb.CounterWork;
import il.moked.branch.ejb.Greeting;
import il.moked.branch.ejb.Greeting.CheckedIn;
import il.moked.branch.ejb.Greeting.Visitor;
import il.moked.branch.ejb.SpecialDayKeeping;
import il.moked.customer.Segment;
import il.moked.interaction.AsSystem;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * How a day of a branch ends, what its manager decides, and what remains of the day. The branch is open day and night, so that
 * nothing depends on the hour; tomorrow it closes, because the day after is one on which it is closed, and the clock is a moment
 * that is given.
 */
@ArquillianTest
public class ClosingIT {
    private static final ZoneId ISRAEL = ZoneId.of("Asia/Jerusalem");

    @Inject
    AsSystem system;
    @Inject
    OwnBranch own;
    @Inject
    Greeting greeting;
    @Inject
    CounterWork counters;
    @Inject
    ClosingWatch watch;
    @Inject
    BranchManaging managing;
    @Inject
    BranchReport report;
    @Inject
    SpecialDayKeeping specialDays;
    @Inject
    BankerNaming bankers;
    @Inject
    BranchHours hours;
    @Inject
    Rows rows;

    @AfterEach
    void nobodyIsLeftWaiting() throws Exception {
        rows.change("update branch_closing set ended_at = ? where branch_id = ? and ended_at is null", Instant.now(), own.id());
        own.end();
    }

    private LocalDate today() {
        return Instant.now().atZone(ISRAEL).toLocalDate();
    }

    /** Tomorrow's midnight: the day after it is closed for refurbishment. */
    private Instant closes() throws Exception {
        LocalDate refurbishment = today().plusDays(2);
        As.run(own.greeter, () -> specialDays.set(own.id(), refurbishment, "", "סגור לרגל שיפוצים", "Closed for refurbishment"));
        Instant closes = refurbishment.atStartOfDay(ISRAEL).toInstant();
        await().atMost(Duration.ofSeconds(30)).until(() -> system.inTransaction(() -> BranchHours.end(hours.of(own.branch()), refurbishment.minusDays(1))).equals(Optional.of(closes)));
        return closes;
    }

    private Day day() {
        return new Day(own.id(), today().plusDays(1));
    }

    private void look(Instant at) {
        system.run(() -> {
            watch.look(day(), at);
            watch.notTold(day()).forEach(watch::tellStays);
            watch.toSendHome(day()).forEach(id -> watch.sendHome(id, at));
        });
    }

    private CheckedIn comesWithTelephone(String number) throws Exception {
        return As.user(own.greeter, () -> greeting.checkIn(own.id(), new Visitor(own.customer(Segment.PRIVATE), null, number, null, own.reason, null, Arrival.How.GREETER, null)));
    }

    private List<String> acts() throws Exception {
        return rows.texts("select action from audit_entry where subject = 'branch' and subject_id = ? order by id", own.id());
    }

    @Test
    void itWarnsClosesTheLineServesWhoWaitsAndSendsTheRestHome() throws Exception {
        own.begin();
        String clerk = own.clerk(1);
        Instant closes = closes();
        CheckedIn first = comesWithTelephone("0521234567");
        CheckedIn second = own.comes(own.customer(Segment.PRIVATE));
        look(closes.minus(Duration.ofHours(3)));
        assertThat(acts()).doesNotContain("branch.closing-warned");

        look(closes.minus(Duration.ofMinutes(40)));
        assertThat(acts()).contains("branch.closing-warned").doesNotContain("branch.line-closed");
        look(closes.minus(Duration.ofMinutes(39)));
        assertThat(acts()).filteredOn("branch.closing-warned"::equals).hasSize(1);

        look(closes.minus(Duration.ofMinutes(2)));
        assertThat(acts()).contains("branch.line-closed");
        assertThat(rows.texts("select kind from arrival_event where arrival_id = ? order by id", first.visit().id())).containsExactly("CAME", "TOLD");
        assertThat(rows.count("select count(*) from outbound_message where interaction_id = ? and recipient = '+972521234567'", first.visit().interactionId())).isEqualTo(1);
        assertThat(As.user(own.greeter, () -> own.comes(second.visit().customerId())).already()).as("who has a number keeps it").isTrue();

        look(closes.plus(Duration.ofMinutes(10)));
        ArrivalLine called = As.user(clerk, () -> counters.callNext()).orElseThrow();
        assertThat(called.id()).isEqualTo(first.visit().id());
        As.run(clerk, () -> counters.begin(called.id()));

        look(closes.plus(Duration.ofMinutes(61)));
        assertThat(own.state(second.visit().id())).isEqualTo("LEFT");
        assertThat(own.state(first.visit().id())).as("who is served is served to the end").isEqualTo("SERVING");
        assertThat(rows.text("select state from work_item where interaction_id = ?", second.visit().interactionId())).isIn("DONE", "ABANDONED", "LEFT");
        assertThat(rows.text("select detail from arrival_event where arrival_id = ? and kind = 'LEFT'", second.visit().id())).isEqualTo("closing");
        assertThat(acts()).doesNotContain("branch.day-ended");

        As.run(clerk, () -> counters.back(called.id()));
        look(closes.plus(Duration.ofMinutes(62)));
        look(closes.plus(Duration.ofMinutes(63)));
        assertThat(own.state(first.visit().id())).isEqualTo("LEFT");
        assertThat(rows.count("select count(*) from outbound_message where interaction_id = ? and recipient = '+972521234567'", first.visit().interactionId())).as("told again").isEqualTo(2);
        assertThat(acts()).endsWith("branch.day-ended");
        assertThat(rows.count("select count(*) from branch_counter where branch_id = ? and clerk_id is not null", own.id())).isZero();
    }

    @Test
    void aManagerClosesTheLineOpensItAgainAndTheClockLeavesItToHim() throws Exception {
        own.begin();
        own.clerk(1);
        Instant closes = closes();
        own.comes(own.customer(Segment.PRIVATE));
        As.run(own.greeter, () -> managing.closeLine(own.id()));
        refused("branch.line-closed", () -> own.comes(own.customer(Segment.PRIVATE)));
        As.run(own.greeter, () -> managing.openLine(own.id()));
        own.comes(own.customer(Segment.PRIVATE));
        assertThat(As.user(own.greeter, () -> managing.live(own.id())).ending().stopped()).isNull();
        assertThat(acts()).contains("branch.line-closed", "branch.line-opened");
        look(closes.minus(Duration.ofMinutes(1)));
        rows.change("update branch_closing set stopped_at = null, resumed_at = ? where branch_id = ? and falls_on = ?", Instant.now(), own.id(), today().plusDays(1));
        look(closes.minus(Duration.ofSeconds(30)));
        assertThat(rows.count("select count(*) from branch_closing where branch_id = ? and falls_on = ? and stopped_at is not null", own.id(), today().plusDays(1))).isZero();
    }

    @Test
    void aManagerEndsTheDay() throws Exception {
        own.begin();
        String clerk = own.clerk(1);
        CheckedIn one = own.comes(own.customer(Segment.PRIVATE));
        CheckedIn other = own.comes(own.customer(Segment.PRIVATE));
        ArrivalLine called = As.user(clerk, () -> counters.callNext()).orElseThrow();
        assertThat(called.id()).isEqualTo(one.visit().id());
        As.run(own.greeter, () -> managing.endDay(own.id()));
        await().atMost(Duration.ofSeconds(60)).until(() -> "LEFT".equals(own.state(other.visit().id())));
        assertThat(own.state(one.visit().id())).isEqualTo("CALLED");
        own.noShow(clerk, one.visit().id());
        await().atMost(Duration.ofSeconds(60)).until(() -> As.user(own.greeter, () -> managing.live(own.id())).ending().ended() != null);
    }

    @Test
    void aCounterThatWasLeftBehindIsFreedAndWhoWasThereWaitsAgain() throws Exception {
        own.begin();
        String clerk = own.clerk(1);
        String other = own.clerk(2);
        CheckedIn visit = own.comes(own.customer(Segment.PRIVATE));
        ArrivalLine called = As.user(clerk, () -> counters.callNext()).orElseThrow();
        As.run(clerk, () -> counters.begin(called.id()));
        long counter = rows.count("select id from branch_counter where branch_id = ? and number = 1", own.id());
        refused("branch.unknown", () -> As.run("michal", () -> managing.free(counter)));
        As.run(own.greeter, () -> managing.free(counter));
        assertThat(own.state(visit.visit().id())).isEqualTo("WAITING");
        assertThat(rows.count("select count(*) from branch_counter where branch_id = ? and clerk_id is not null", own.id())).isEqualTo(1);
        assertThat(As.user(other, () -> counters.callNext()).orElseThrow().id()).isEqualTo(visit.visit().id());
        assertThat(rows.count("select used_capacity from agent a join staff_user u on u.id = a.user_id where u.user_name = ?", clerk)).isZero();
    }

    @Test
    void aCustomerIsKeptForHisBankerUntilHeIsDue() throws Exception {
        own.begin();
        String banker = own.clerk(1);
        String clerk = own.clerk(2);
        long customer = own.customer(Segment.LARGE_BUSINESS);
        As.run(own.greeter, () -> bankers.name(customer, banker));
        refused("branch.banker", () -> As.run(own.greeter, () -> bankers.name(customer, "dana")));
        assertThat(As.user(clerk, () -> bankers.of(customer)).orElseThrow().counter()).isEqualTo(1);
        CheckedIn usual = own.comes(own.customer(Segment.PRIVATE));
        CheckedIn his = own.comes(customer);
        assertThat(As.user(clerk, () -> counters.callNext()).orElseThrow().id()).isEqualTo(usual.visit().id());
        own.noShow(clerk, usual.visit().id());
        assertThat(As.user(clerk, () -> counters.callNext())).as("kept for the banker").isEmpty();
        CheckedIn before = own.comes(own.customer(Segment.VIP));
        assertThat(before.visit().dueAt()).isBefore(his.visit().dueAt());
        assertThat(As.user(banker, () -> counters.callNext()).orElseThrow().id()).as("his own first").isEqualTo(his.visit().id());
        As.run(banker, () -> counters.back(his.visit().id()));
        // late, he is anybody's
        rows.change("update arrival set due_at = ? where id = ?", Instant.now().minusSeconds(5), his.visit().id());
        rows.change("update work_item set due_at = ? where interaction_id = ?", Instant.now().minusSeconds(5), his.visit().interactionId());
        assertThat(As.user(clerk, () -> counters.callNext()).orElseThrow().id()).isEqualTo(his.visit().id());
    }

    @Test
    void theDayIsCounted() throws Exception {
        own.begin();
        String clerk = own.clerk(1);
        own.comes(own.customer(Segment.PRIVATE));
        CheckedIn left = own.comes(own.customer(Segment.PRIVATE));
        As.run(own.greeter, () -> greeting.leave(left.visit().id()));
        ArrivalLine called = As.user(clerk, () -> counters.callNext()).orElseThrow();
        As.run(clerk, () -> counters.begin(called.id()));
        BranchReport.Seen seen = As.user(own.greeter, () -> report.day(own.id(), today()));
        assertThat(seen.day().all().arrived()).isEqualTo(2);
        assertThat(seen.day().all().served()).isEqualTo(1);
        assertThat(seen.day().all().left()).isEqualTo(1);
        assertThat(seen.reasons()).singleElement().satisfies(share -> assertThat(share.code()).isEqualTo(own.reason));
        assertThat(seen.remarks()).singleElement().satisfies(remark -> assertThat(remark.visit().id()).isEqualTo(left.visit().id()));
        assertThat(As.user(own.greeter, () -> report.lines(own.id(), today().minusDays(1), today()))).singleElement().satisfies(line -> assertThat(line.figures().arrived()).isEqualTo(2));
        refused("branch.report-days", () -> As.user(own.greeter, () -> report.lines(own.id(), today().minusDays(92), today())));
        refused("branch.unknown", () -> As.user("michal", () -> report.day(own.id(), today())));
    }
}
