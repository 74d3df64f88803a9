// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import static il.moked.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import il.moked.As;
import il.moked.EachDatabase;
import il.moked.Rows;
import il.moked.branch.Arrival.State;
import il.moked.branch.ejb.BranchBoard;
import il.moked.branch.ejb.BranchChoice.Advice;
import il.moked.branch.ejb.CounterWork;
import il.moked.branch.ejb.Greeting;
import il.moked.branch.ejb.Greeting.Caught;
import il.moked.branch.ejb.Greeting.CheckedIn;
import il.moked.branch.ejb.Greeting.Offline;
import il.moked.branch.ejb.OwnTicket;
import il.moked.card.Timeline;
import il.moked.card.TimelineEntry;
import il.moked.card.TimelineFilter;
import il.moked.channel.Channel;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.interaction.AsSystem;
import il.moked.interaction.ejb.Conversation;
import il.moked.routing.ejb.Assignment;
import il.moked.routing.ejb.Healing;
import il.moked.routing.ejb.LeftWork;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Visits from the door to the end, in branches that belong to each test alone. */
@EachDatabase
@ArquillianTest
public class BranchIT {
    @Inject
    AsSystem system;
    @Inject
    OwnBranch own;
    @Inject
    OwnBranch other;
    @Inject
    Greeting greeting;
    @Inject
    CounterWork counters;
    @Inject
    BranchBoard board;
    @Inject
    OwnTicket home;
    @Inject
    Conversation conversation;
    @Inject
    Assignment assignment;
    @Inject
    Healing healing;
    @Inject
    LeftWork leftWork;
    @Inject
    Customers customers;
    @Inject
    Appointments appointments;
    @Inject
    Timeline timeline;
    @Inject
    Rows rows;

    private boolean two;

    @AfterEach
    void nobodyIsLeftWaiting() throws Exception {
        own.end();
        if (two) {
            other.end();
        }
    }

    private ArrivalLine next(String clerk) throws Exception {
        return As.user(clerk, () -> counters.callNext()).orElseThrow();
    }

    private String item(CheckedIn visit) throws Exception {
        return rows.text("select state from work_item where interaction_id = ?", visit.visit().interactionId());
    }

    /** All at once. */
    private <T> List<T> together(List<Callable<T>> steps) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(steps.size());
        CountDownLatch go = new CountDownLatch(1);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> step : steps) {
                running.add(threads.submit(() -> {
                    go.await(30, TimeUnit.SECONDS);
                    return step.call();
                }));
            }
            go.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get(60, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void fromTheDoorToTheEndAndOnTheCardAfterwards() throws Exception {
        own.begin();
        String clerk = own.clerk(1);
        long customer = own.customer(Segment.PRIVATE);
        CheckedIn visit = own.comes(customer);
        assertThat(visit.visit().number()).isEqualTo("Q001");
        assertThat(visit.visit().state()).isEqualTo(State.WAITING);
        assertThat(visit.exceptional()).isFalse();
        assertThat(item(visit)).isEqualTo("WAITING");
        system.run(() -> assignment.assign(own.branch().teamId()));
        assertThat(item(visit)).as("offered to nobody").isEqualTo("WAITING");
        assertThat(As.user(own.greeter, () -> board.of(own.id())).waiting()).extracting(ArrivalLine::number).containsExactly("Q001");
        assertThat(board.display("b-" + own.mark).next()).containsExactly("Q001");

        ArrivalLine called = next(clerk);
        assertThat(called.id()).isEqualTo(visit.visit().id());
        assertThat(called.counter()).isEqualTo(1);
        assertThat(board.display("b-" + own.mark).called()).extracting(BranchBoard.Called::number).containsExactly("Q001");
        refused("branch.busy", () -> As.user(clerk, () -> counters.callNext()));
        assertThat(As.user(clerk, () -> counters.callAgain(called.id())).calls()).isEqualTo(2);
        assertThat(As.user(clerk, () -> counters.begin(called.id())).state()).isEqualTo(State.SERVING);
        assertThat(rows.count("select used_capacity from agent a join staff_user u on u.id = a.user_id where u.user_name = ?", clerk)).isEqualTo(100);
        // he closes his browser, and comes again
        rows.change("update agent set presence = 'OFFLINE', since = ? where user_id = (select id from staff_user where user_name = ?)", Instant.now().minusSeconds(7200), clerk);
        rows.change("update work_item set held_at = ?, served_at = ? where interaction_id = ?", Instant.now().minusSeconds(7200), Instant.now().minusSeconds(7200), called.interactionId());
        assertThat(system.inTransaction(() -> leftWork.due())).doesNotContain(called.interactionId());
        assertThat(system.inTransaction(() -> healing.outOfStepAtAll())).doesNotContain(called.interactionId());
        assertThat(As.user(clerk, () -> counters.mine()).orElseThrow().visit().id()).isEqualTo(called.id());

        As.run(clerk, () -> conversation.note(called.interactionId(), null, "הוצג לו מסלול חדש"));
        String code = rows.texts("select code from wrap_up_reason where active = true order by position").get(0);
        As.run(clerk, () -> conversation.close(called.interactionId(), code, "סוכם"));
        assertThat(own.state(called.id())).isEqualTo("DONE");
        assertThat(item(visit)).isEqualTo("DONE");
        assertThat(rows.count("select used_capacity from agent a join staff_user u on u.id = a.user_id where u.user_name = ?", clerk)).isZero();
        List<TimelineEntry> card = system.inTransaction(() -> timeline.of(customer, TimelineFilter.NONE, null, 20)).rows();
        assertThat(card).anySatisfy(entry -> {
            assertThat(entry.channel()).isEqualTo(Channel.BRANCH);
            assertThat(entry.line()).contains("בירור", "סניף " + own.mark, "Q001");
        });
        assertThat(rows.texts("select kind from arrival_event where arrival_id = ? order by id", called.id())).containsExactly("CAME", "CALLED", "CALLED_AGAIN", "SERVED", "DONE");
        assertThat(rows.count("select count(*) from audit_entry where action = 'branch.called' and subject_id = ?", called.id())).isEqualTo(1);
    }

    @Test
    void twoClerksAtOnceGetTwoPeople() throws Exception {
        own.begin();
        String first = own.clerk(1);
        String second = own.clerk(2);
        String third = own.clerk(3);
        for (int i = 0; i < 3; i++) {
            own.comes(own.customer(Segment.PRIVATE));
        }
        List<ArrivalLine> called = together(List.of(() -> next(first), () -> next(second), () -> next(third)));
        assertThat(called).extracting(ArrivalLine::number).containsExactlyInAnyOrder("Q001", "Q002", "Q003");
        assertThat(called).extracting(ArrivalLine::counter).doesNotHaveDuplicates();
        // the same clerk from two windows
        own.comes(own.customer(Segment.PRIVATE));
        own.noShow(first, called.get(0).id());
        own.comes(own.customer(Segment.PRIVATE));
        List<String> twice = together(List.<Callable<String>>of(() -> once(first), () -> once(first)));
        assertThat(twice).containsExactlyInAnyOrder("called", "branch.busy");
    }

    private String once(String clerk) throws Exception {
        try {
            next(clerk);
            return "called";
        } catch (il.moked.shared.BusinessException busy) {
            return busy.code();
        }
    }

    @Test
    void whoIsDueFirstIsCalledFirst() throws Exception {
        own.begin();
        String clerk = own.clerk(1);
        CheckedIn usual = own.comes(own.customer(Segment.PRIVATE));
        CheckedIn important = own.comes(own.customer(Segment.VIP));
        assertThat(important.before()).isZero();
        assertThat(next(clerk).id()).isEqualTo(important.visit().id());
        As.run(clerk, () -> counters.back(important.visit().id()));
        assertThat(own.state(important.visit().id())).isEqualTo("WAITING");
        assertThat(next(clerk).id()).as("with the place he had").isEqualTo(important.visit().id());
        As.run(clerk, () -> counters.begin(important.visit().id()));
        As.run(clerk, () -> counters.back(important.visit().id()));
        assertThat(next(clerk).id()).isEqualTo(important.visit().id());
        own.noShow(clerk, important.visit().id());
        assertThat(next(clerk).id()).isEqualTo(usual.visit().id());
    }

    private String booked(long customer, Instant at) {
        return system.inTransaction(() -> {
            String code = "T" + own.mark.substring(0, 7).toUpperCase() + (char) ('A' + customer % 26);
            appointments.add(new Appointment(own.branch(), own.why(), customers.get(customer), at, code, Channel.CHAT, "dana", Instant.now()));
            return code;
        });
    }

    private CheckedIn appointed(String code) throws Exception {
        return As.user(own.greeter, () -> greeting.checkIn(own.id(), new Greeting.Visitor(null, null, null, null, null, code, Arrival.How.GREETER, null)));
    }

    @Test
    void anAppointmentIsDueAtItsHour() throws Exception {
        own.begin();
        String clerk = own.clerk(1);
        Instant now = Instant.now();
        CheckedIn later = appointed(booked(own.customer(Segment.PRIVATE), now.plus(Duration.ofHours(1))));
        CheckedIn walkIn = own.comes(own.customer(Segment.PRIVATE));
        CheckedIn sooner = appointed(booked(own.customer(Segment.PRIVATE), now.plus(Duration.ofMinutes(1))));
        assertThat(sooner.visit().how()).isEqualTo(Arrival.How.APPOINTMENT);
        assertThat(List.of(next(clerk).id())).containsExactly(sooner.visit().id());
        own.noShow(clerk, sooner.visit().id());
        assertThat(next(clerk).id()).isEqualTo(walkIn.visit().id());
        own.noShow(clerk, walkIn.visit().id());
        assertThat(next(clerk).id()).isEqualTo(later.visit().id());
        // who is too late for his hour waits as anybody else
        CheckedIn late = appointed(booked(own.customer(Segment.PRIVATE), now.minus(Duration.ofMinutes(30))));
        assertThat(late.visit().dueAt()).isAfter(now);
        refused("branch.appointment-unknown", () -> appointed("NONE"));
    }

    @Test
    void whoChecksInTwiceHasOneNumber() throws Exception {
        own.begin();
        long customer = own.customer(Segment.PRIVATE);
        List<CheckedIn> twice = together(List.of(() -> own.comes(customer), () -> own.comes(customer)));
        assertThat(twice).extracting(one -> one.visit().number()).containsOnly("Q001");
        assertThat(twice).extracting(CheckedIn::already).containsExactlyInAnyOrder(true, false);
        assertThat(rows.count("select count(*) from arrival where branch_id = ?", own.id())).isEqualTo(1);
    }

    @Test
    void theFirstNumbersOfADayAreGivenAtOnce() throws Exception {
        own.begin();
        List<Callable<CheckedIn>> steps = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            long customer = own.customer(Segment.PRIVATE);
            steps.add(() -> own.comes(customer));
        }
        Set<String> numbers = new HashSet<>();
        together(steps).forEach(one -> numbers.add(one.visit().number()));
        assertThat(numbers).containsExactlyInAnyOrder("Q001", "Q002", "Q003", "Q004", "Q005", "Q006");
    }

    @Test
    void whatADeviceTookDownWhileItWasCutOffIsThereOnce() throws Exception {
        own.begin();
        Instant now = Instant.now();
        long customer = own.customer(Segment.PRIVATE);
        List<Offline> list = List.of(new Offline(own.visitor(customer, "k1-" + own.mark), now.minusSeconds(90), "Z001"), new Offline(own.visitor(null, "k2-" + own.mark), now.minusSeconds(60), null),
                new Offline(new Greeting.Visitor(null, null, null, null, "no-such-reason", null, Arrival.How.GREETER, "k3-" + own.mark), now, null));
        List<Caught> caught = As.user(own.greeter, () -> greeting.catchUp(own.id(), list));
        List<Caught> again = As.user(own.greeter, () -> greeting.catchUp(own.id(), list));
        assertThat(caught.get(0).visit().visit().number()).isEqualTo("Z001");
        assertThat(caught.get(0).visit().visit().arrivedAt()).isBefore(now.minusSeconds(80));
        assertThat(caught.get(1).visit().visit().number()).isEqualTo("Q001");
        assertThat(caught.get(2).refusal()).isEqualTo("branch.unknown-reason");
        assertThat(again.get(0).visit().visit().id()).isEqualTo(caught.get(0).visit().visit().id());
        assertThat(again.get(1).visit().visit().id()).isEqualTo(caught.get(1).visit().visit().id());
        assertThat(rows.count("select count(*) from arrival where branch_id = ?", own.id())).isEqualTo(2);
    }

    @Test
    void whoDoesNotComeOrLeavesIsCountedAndKeepsNobody() throws Exception {
        own.begin();
        String clerk = own.clerk(1);
        CheckedIn absent = own.comes(own.customer(Segment.PRIVATE));
        CheckedIn impatient = own.comes(own.customer(Segment.PRIVATE));
        next(clerk);
        own.noShow(clerk, absent.visit().id());
        assertThat(own.state(absent.visit().id())).isEqualTo("NO_SHOW");
        As.run(own.greeter, () -> greeting.leave(impatient.visit().id()));
        assertThat(own.state(impatient.visit().id())).isEqualTo("LEFT");
        assertThat(item(impatient)).isEqualTo("ABANDONED");
        assertThat(rows.text("select state from interaction where id = ?", impatient.visit().interactionId())).isEqualTo("CLOSED");
        assertThat(rows.count("select used_capacity from agent a join staff_user u on u.id = a.user_id where u.user_name = ?", clerk)).isZero();
        assertThat(As.user(clerk, () -> counters.callNext())).isEmpty();
        refused("branch.changed", () -> As.user(own.greeter, () -> {
            greeting.leave(impatient.visit().id());
            return null;
        }));
        Arrivals.Figures figures = As.user(own.greeter, () -> board.figures(own.id(), board.today(own.id())));
        assertThat(figures.states()).containsEntry(State.NO_SHOW, 1).containsEntry(State.LEFT, 1);
    }

    @Test
    void whoStandsInTheBranchStaysInIt() throws Exception {
        own.begin();
        String clerk = own.clerk(1);
        String colleague = own.clerk(2);
        CheckedIn visit = own.comes(own.customer(Segment.PRIVATE));
        long interaction = visit.visit().interactionId();
        next(clerk);
        As.run(clerk, () -> counters.begin(visit.visit().id()));
        long service = rows.count("select id from team where code = 'service'");
        refused("branch.other-team", () -> As.run(clerk, () -> conversation.handToTeam(interaction, service, "x")));
        assertThat(own.state(visit.visit().id())).isEqualTo("SERVING");
        As.run(clerk, () -> conversation.handToColleague(interaction, rows.count("select id from staff_user where user_name = ?", colleague), "x"));
        assertThat(As.user(colleague, () -> counters.mine()).orElseThrow().visit().id()).isEqualTo(visit.visit().id());
        assertThat(As.user(clerk, () -> counters.mine()).orElseThrow().visit()).isNull();
        refused("branch.not-yours", () -> As.run(clerk, () -> counters.back(visit.visit().id())));
        As.run(colleague, () -> counters.back(visit.visit().id()));
        assertThat(item(visit)).isEqualTo("WAITING");
        assertThat(rows.count("select count(*) from agent where team_id = ? and used_capacity <> 0", own.branch().teamId())).isZero();
        refused("branch.counter-taken", () -> As.run(clerk, () -> counters.open(rows.count("select id from branch_counter where branch_id = ? and number = 2", own.id()))));
    }

    @Test
    void aWrongBranchIsAnOfferAndNeverARefusal() throws Exception {
        two = true;
        own.begin(Segment.PRIVATE, Segment.VIP, Segment.SMALL_BUSINESS);
        other.begin(Segment.LARGE_BUSINESS);
        long company = own.customer(Segment.LARGE_BUSINESS);
        system.inTransaction(() -> rowsOf(company));
        Advice advice = As.user(own.greeter, () -> greeting.advise(own.id(), company, own.reason));
        assertThat(advice.here()).isFalse();
        assertThat(advice.branches()).anySatisfy(fitting -> {
            assertThat(fitting.branchId()).isEqualTo(other.id());
            assertThat(fitting.kilometres()).isZero();
        });
        CheckedIn served = own.comes(company);
        assertThat(served.exceptional()).isTrue();
        assertThat(As.user(own.greeter, () -> board.figures(own.id(), board.today(own.id()))).exceptions()).isEqualTo(1);
        As.run(own.greeter, () -> greeting.redirect(served.visit().id(), other.id()));
        assertThat(own.state(served.visit().id())).isEqualTo("REDIRECTED");
        // he did not give up
        assertThat(rows.count("select count(*) from line_record where interaction_id = ? and abandoned_at is null and moved_at is not null", served.visit().interactionId())).isEqualTo(1);
        refused("branch.unknown", () -> As.user(other.greeter, () -> board.of(own.id())));
        refused("branch.unknown-arrival", () -> As.user(other.greeter, () -> {
            greeting.leave(served.visit().id());
            return null;
        }));
    }

    /** His segment as the rules give it. */
    private Object rowsOf(long customer) {
        try {
            return rows.change("update customer set segment = 'LARGE_BUSINESS' where id = ?", customer);
        } catch (java.sql.SQLException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    @Test
    void aNumberTakenAtHomeWaitsForItsOwner() throws Exception {
        own.begin();
        String clerk = own.clerk(1);
        String phone = "05" + (20000000 + Math.abs(own.mark.hashCode() % 9999999));
        OwnTicket.Ticket ticket = home.reserve("b-" + own.mark, new OwnTicket.Wanted("נועה", phone, own.reason, 20, "h-" + own.mark)).orElseThrow();
        assertThat(ticket.number()).isEqualTo("Q001");
        assertThat(As.user(clerk, () -> counters.callNext())).as("he is not there").isEmpty();
        CheckedIn there = As.user(own.greeter, () -> greeting.checkIn(own.id(), new Greeting.Visitor(null, null, phone, null, own.reason, null, Arrival.How.GREETER, null)));
        assertThat(there.already()).isTrue();
        assertThat(there.visit().number()).isEqualTo("Q001");
        refused("shared.field-malformed", () -> As.user(own.greeter, () -> greeting.checkIn(own.id(), new Greeting.Visitor(null, null, "12", null, own.reason, null, null, null))));
        refused("shared.field-malformed", () -> As.user(own.greeter, () -> greeting.checkIn(own.id(), new Greeting.Visitor(null, null, null, "123", own.reason, null, null, null))));
        refused("shared.field-missing", () -> As.user(own.greeter, () -> greeting.checkIn(own.id(), new Greeting.Visitor(null, null, null, null, " ", null, null, null))));
        assertThat(next(clerk).number()).isEqualTo("Q001");
    }
}
