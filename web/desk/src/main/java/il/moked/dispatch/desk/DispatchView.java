// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.desk;

import il.moked.dispatch.PlanningRun;
import il.moked.dispatch.VisitLaw;
import il.moked.dispatch.ejb.Booking;
import il.moked.dispatch.ejb.DayPlanning;
import il.moked.dispatch.ejb.Dispatching;
import il.moked.dispatch.ejb.VisitReading;
import il.moked.dispatch.ejb.VisitReading.Board;
import il.moked.dispatch.ejb.VisitReading.Row;
import il.moked.dispatch.ejb.VisitReading.VisitLine;
import il.moked.shared.BusinessException;
import il.moked.shared.desk.Screen;
import il.moked.shared.desk.Times;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;

/** supervisor/dispatch.xhtml: the visits of a day, technician by technician. */
@Named
@RequestScoped
public class DispatchView {
    private static final int FIRST_HOUR = 7;
    private static final int LAST_HOUR = 20;

    @Inject
    VisitReading reading;
    @Inject
    Dispatching dispatching;
    @Inject
    DayPlanning planning;
    @Inject
    Booking booking;
    @Inject
    DispatchWords words;
    @Inject
    Screen screen;
    @Inject
    Times times;
    @Inject
    Clock clock;

    private Board board;

    public LocalDate getDay() {
        LocalDate asked = words.day("day");
        return asked == null ? nextOpen(VisitLaw.dayOf(clock.instant())) : asked;
    }

    /** Today, unless there are no visits any more. */
    private LocalDate nextOpen(LocalDate from) {
        LocalDate day = from;
        while (VisitLaw.hoursOf(day).isEmpty() || !VisitLaw.hoursOf(day).get(0).to().isAfter(clock.instant())) {
            day = day.plusDays(1);
        }
        return day;
    }

    public Board board() {
        if (board == null) {
            board = reading.board(getDay());
        }
        return board;
    }

    public boolean isRunning() {
        return board().run() != null && board().run().state() == PlanningRun.State.RUNNING;
    }

    /** What came of the last planning. */
    public String run() {
        VisitReading.Run run = board().run();
        return run == null ? words.text("run.NONE") : switch (run.state()) {
            case RUNNING -> words.text("run.RUNNING");
            case FAILED -> words.text("run.FAILED");
            case DONE -> words.text(run.outOfTime() ? "run.OVER_TIME" : "run.DONE", run.planned(), run.leftOut(), run.moved(), run.drivingMinutes());
        };
    }

    public List<Integer> getHours() {
        return IntStream.range(FIRST_HOUR, LAST_HOUR).boxed().toList();
    }

    public long getFrom() {
        return at(FIRST_HOUR);
    }

    public long getTo() {
        return at(LAST_HOUR);
    }

    private long at(int hour) {
        return getDay().atTime(LocalTime.of(hour, 0)).atZone(VisitLaw.ZONE).toInstant().toEpochMilli();
    }

    public long millis(Instant at) {
        return at.toEpochMilli();
    }

    /** Name of a technician on the board. */
    public String technician(VisitLine line) {
        return board().rows().stream().filter(row -> line.technicianId() != null && row.technicianId() == line.technicianId()).map(row -> row.name(screen.language())).findFirst().orElse(words.text("nobody"));
    }

    public String hours(Row row) {
        return row.away() ? words.text("away") : row.hours() == null ? words.text("off") : "\u2066" + times.clock(row.hours().from()) + "–" + times.clock(row.hours().to()) + "\u2069";
    }

    public void again() {
        screen.redraw("board");
    }

    public void plan() {
        planning.planSoon(getDay());
        screen.answer("done", true);
    }

    public void act() {
        switch (screen.text("ask") == null ? "" : screen.text("ask")) {
            case "move" -> dispatching.move(screen.number("visit"), words.seen(), screen.number("technician"), at());
            case "release" -> dispatching.release(screen.number("visit"), words.seen());
            case "cancel" -> booking.cancel(screen.number("visit"), words.seen());
            case "away" -> dispatching.absent(screen.number("technician"), getDay(), screen.says("away"));
            default -> throw new BusinessException("shared.bad-request");
        }
        board = null;
        screen.answer("done", true);
        screen.redraw("board");
    }

    /** A moment, or an hour of this day. */
    private Instant at() {
        String hour = screen.text("hour");
        if (hour == null || hour.isEmpty()) {
            return words.moment("at");
        }
        if (!hour.matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
            throw new BusinessException("shared.bad-request");
        }
        return getDay().atTime(LocalTime.parse(hour)).atZone(VisitLaw.ZONE).toInstant();
    }
}
