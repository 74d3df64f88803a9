// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.branch.Arrival;
import il.moked.branch.ArrivalEvent.Kind;
import il.moked.branch.Arrivals;
import il.moked.branch.Branch;
import il.moked.branch.BranchHours;
import il.moked.branch.Closings;
import il.moked.branch.ClosingPolicy;
import il.moked.branch.ClosingPolicy.Step;
import il.moked.branch.DayClosing;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The steps by which a branch's day comes to its end, in the transaction of whoever takes them: the clock, or a manager. */
@ApplicationScoped
class DayEnding {
    /** What the ledger of a visit says of it. */
    static final String CLOSING = "closing";
    private static final int AT_ONCE = 200;

    @Inject
    Closings closings;
    @Inject
    BranchHours hours;
    @Inject
    BranchChoice choice;
    @Inject
    Arrivals arrivals;
    @Inject
    Admission admission;
    @Inject
    ClosingTexts texts;
    @Inject
    CounterFreeing counters;
    @Inject
    ArrivalLedger ledger;
    @Inject
    DomainEvents events;

    /** When that day ends; empty when nothing ends it. */
    Optional<Instant> closes(Branch branch, LocalDate day) {
        return BranchHours.end(hours.of(branch), day);
    }

    /** Refuses who comes after the line was closed; who has a number already, or an appointment, is not asked. @throws BusinessException {@code branch.line-closed} */
    void expectOpen(Branch branch, Instant at) {
        closings.find(branch.id(), hours.day(branch, at)).flatMap(DayClosing::stoppedAt).filter(stopped -> !at.isBefore(stopped)).ifPresent(stopped -> {
            throw new BusinessException("branch.line-closed");
        });
    }

    /** What the clock does about a day at that moment. */
    void look(Branch branch, LocalDate day, Instant now) {
        Optional<Instant> closes = closes(branch, day);
        Optional<DayClosing> known = closings.find(branch.id(), day);
        if (known.flatMap(DayClosing::endedAt).isPresent() || known.isEmpty() && closes.filter(moment -> moment.isBefore(now.plus(ClosingPolicy.FARTHEST))).isEmpty()) {
            return;
        }
        List<Arrival> present = arrivals.present(branch.id()).stream().filter(arrival -> !arrival.day().isAfter(day)).toList();
        int waiting = (int) present.stream().filter(arrival -> arrival.state() == Arrival.State.WAITING).count();
        Step step = closes.map(moment -> ClosingPolicy.next(now, moment, waiting, wait(branch, waiting))).orElse(Step.NOTHING);
        if (step == Step.NOTHING && known.isEmpty()) {
            return;
        }
        boolean over = closes.filter(moment -> !now.isBefore(moment)).isPresent() || day.isBefore(hours.day(branch, now));
        if (known.isEmpty() && over && present.isEmpty() && !staffed(branch)) {
            return;
        }
        DayClosing closing = closings.locked(branch.id(), day);
        closing.closesAt(closes.orElse(null));
        take(branch, closing, step, waiting, now);
        if ((over || closing.sendsHomeAt().isPresent()) && present.isEmpty()) {
            end(branch, closing, ArrivalLedger.CLOCK, now);
        }
    }

    private void take(Branch branch, DayClosing closing, Step step, int waiting, Instant now) {
        if (step == Step.WARN && closing.warn(now)) {
            tell(branch, "branch.closing-warned", closing, waiting);
        }
        if (step.compareTo(Step.STOP) >= 0 && closing.leftToTheClock() || step == Step.SEND_HOME) {
            stop(branch, closing, ArrivalLedger.CLOCK, waiting, now);
        }
        if (step == Step.SEND_HOME) {
            closing.sendHome(now);
        }
    }

    void stop(Branch branch, DayClosing closing, String by, int waiting, Instant now) {
        if (closing.stop(by, now)) {
            tell(branch, "branch.line-closed", closing, waiting);
        }
    }

    private void end(Branch branch, DayClosing closing, String by, Instant now) {
        closing.stop(by, now);
        closing.end(by, now);
        closings.flush();
        // whoever sat down since works on the next day already
        counters.closeIdle(branch.id(), closing.sendsHomeAt().orElse(now));
        tell(branch, "branch.day-ended", closing, 0);
    }

    void tell(Branch branch, String action, DayClosing closing, int waiting) {
        closings.flush();
        events.tell(new ClosingActed(branch.id(), branch.teamId(), action, closing.day() + " " + waiting));
    }

    private Duration wait(Branch branch, int waiting) {
        Integer minutes = choice.minutes(branch, waiting);
        return minutes == null ? null : Duration.ofMinutes(minutes);
    }

    private boolean staffed(Branch branch) {
        return choice.minutes(branch, 0) != null;
    }

    /** Visits that wait and were not told yet that they are served although nobody is taken any more. */
    List<Long> notTold(Branch branch, LocalDate day) {
        return closings.find(branch.id(), day).filter(closing -> closing.stoppedAt().isPresent() && closing.sendsHomeAt().isEmpty()).map(closing -> closings.notTold(branch.id(), CLOSING, AT_ONCE)).orElse(List.of());
    }

    void tellStays(long arrivalId) {
        Arrival arrival = admission.locked(arrivals.get(arrivalId));
        if (arrival.state() == Arrival.State.WAITING) {
            texts.stays(arrival);
            ledger.write(arrival, Kind.TOLD, ArrivalLedger.CLOCK, CLOSING);
        }
    }

    /** Visits that are sent home now. */
    List<Long> toSendHome(Branch branch, LocalDate day) {
        return closings.find(branch.id(), day).filter(closing -> closing.endedAt().isEmpty()).flatMap(DayClosing::sendsHomeAt).map(since -> closings.remaining(branch.id(), since, AT_ONCE)).orElse(List.of());
    }

    void sendHome(long arrivalId, Instant now) {
        Arrival arrival = admission.locked(arrivals.get(arrivalId));
        if (arrival.state() == Arrival.State.WAITING || arrival.state() == Arrival.State.EXPECTED) {
            boolean told = texts.goesHome(arrival);
            arrival.leave(now);
            admission.gone(arrival, Kind.LEFT, "LEFT_BRANCH", ArrivalLedger.CLOCK, CLOSING);
            if (told) {
                ledger.write(arrival, Kind.TOLD, ArrivalLedger.CLOCK, CLOSING);
            }
        }
    }
}
