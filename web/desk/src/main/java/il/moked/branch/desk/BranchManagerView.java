// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.desk;

import il.moked.agent.Presence;
import il.moked.branch.Arrival;
import il.moked.branch.ArrivalLine;
import il.moked.branch.BranchDay.Figures;
import il.moked.branch.BranchDay.Quarter;
import il.moked.branch.ejb.BranchManaging;
import il.moked.branch.ejb.BranchManaging.BranchName;
import il.moked.branch.ejb.BranchManaging.Live;
import il.moked.branch.ejb.BranchManaging.Person;
import il.moked.branch.ejb.BranchReport;
import il.moked.branch.ejb.BranchReport.Remark;
import il.moked.branch.ejb.BranchReport.Seen;
import il.moked.branch.ejb.CounterWork.CounterLine;
import il.moked.shared.NotFoundException;
import il.moked.shared.desk.Screen;
import il.moked.shared.desk.Times;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** supervisor/branch.xhtml: a branch as its manager sees it, today and on days before. */
@Named
@RequestScoped
public class BranchManagerView {
    @Inject
    BranchManaging managing;
    @Inject
    BranchReport report;
    @Inject
    BranchWords words;
    @Inject
    Screen screen;
    @Inject
    Times times;
    @Inject
    Clock clock;

    private List<BranchName> mine;
    private Live live;
    private Seen seen;
    private DayDrawing drawing;

    public List<BranchName> mine() {
        return mine = mine == null ? managing.mine() : mine;
    }

    public boolean isAny() {
        return !mine().isEmpty();
    }

    /** The one asked for, else the first. */
    public BranchName chosen() {
        String asked = screen.text("branch");
        return mine().stream().filter(one -> asked == null || asked.isEmpty() || Long.toString(one.id()).equals(asked)).findFirst().orElseThrow(() -> new NotFoundException("branch.unknown"));
    }

    public LocalDate today() {
        return times.day(clock.instant());
    }

    /** Nothing that is to come, and nothing that is no day. */
    public LocalDate day() {
        try {
            LocalDate asked = screen.text("day") == null || screen.text("day").isEmpty() ? today() : LocalDate.parse(screen.text("day"));
            return asked.isAfter(today()) ? today() : asked;
        } catch (DateTimeParseException none) {
            return today();
        }
    }

    public boolean isNow() {
        return day().equals(today());
    }

    public Live live() {
        return live = live == null ? managing.live(chosen().id()) : live;
    }

    public Seen seen() {
        return seen = seen == null ? report.day(chosen().id(), day()) : seen;
    }

    public DayDrawing drawing() {
        return drawing = drawing == null ? new DayDrawing(seen().day()) : drawing;
    }

    /** What the picture shows, in a sentence. */
    public String told() {
        Figures all = seen().day().all();
        return words.text("manager.told", all.arrived(), all.served(), all.left() + all.notShown(), minutes(all.waited()));
    }

    /** The figures of the quarters, hour by hour. */
    public List<Quarter> hours() {
        List<Quarter> hours = new ArrayList<>();
        for (Quarter quarter : seen().day().quarters()) {
            Quarter last = hours.isEmpty() ? null : hours.get(hours.size() - 1);
            int hour = quarter.from().atZone(seen().day().zone()).getHour();
            if (last != null && Duration.between(last.from(), quarter.from()).compareTo(Duration.ofHours(1)) < 0 && last.from().atZone(seen().day().zone()).getHour() == hour) {
                hours.set(hours.size() - 1, together(last, quarter));
            } else {
                hours.add(quarter);
            }
        }
        return hours;
    }

    private static Quarter together(Quarter one, Quarter other) {
        int served = one.served() + other.served();
        Duration waited = Stream.of(one, other).filter(each -> each.waited() != null).map(each -> each.waited().multipliedBy(each.served())).reduce(Duration::plus).map(sum -> sum.dividedBy(served)).orElse(null);
        return new Quarter(one.from(), one.arrived() + other.arrived(), served, one.left() + other.left(), waited);
    }

    /** Whole minutes, a dash when there is none. */
    public String minutes(Duration span) {
        return span == null ? "–" : Long.toString(Math.round(span.toSeconds() / 60.0));
    }

    public int late() {
        return (int) live().board().late();
    }

    public long staffed() {
        return live().board().counters().stream().filter(counter -> counter.clerkId() != null).count();
    }

    /** Whom a counter has called or serves, or null. */
    public ArrivalLine at(CounterLine counter) {
        return Stream.concat(live().board().called().stream(), live().board().serving().stream()).filter(line -> Integer.valueOf(counter.number()).equals(line.counter())).findFirst().orElse(null);
    }

    /** Ends the class of the mark: {@code available}, {@code away}, {@code offline}. */
    public String mark(Person person) {
        return person.presence() == Presence.AVAILABLE ? "available" : person.presence() == Presence.OFFLINE ? "offline" : "away";
    }

    /** Why a visit is out of the ordinary, in words. */
    public String why(Remark remark) {
        if (remark.visit().state() == Arrival.State.REDIRECTED) {
            return words.text("manager.went", remark.to(screen.language()));
        }
        if ("closing".equals(remark.why())) {
            return words.text("manager.sent-home");
        }
        if (remark.visit().exceptional()) {
            return remark.why() == null ? words.text("manager.exception") : words.text("manager.exception-by", remark.why());
        }
        return remark.visit().state() == Arrival.State.NO_SHOW && remark.visit().calls() > 0 ? words.text("manager.called", remark.visit().calls()) : "";
    }


    // ---- what a manager does

    public void again() {
        screen.redraw("branch-live", "branch-day");
    }

    public void free() {
        managing.free(screen.number("counter"));
        done("manager.freed");
    }

    public void closeLine() {
        managing.closeLine(chosen().id());
        done("manager.line-closed");
    }

    public void openLine() {
        managing.openLine(chosen().id());
        done("manager.line-opened");
    }

    public void endDay() {
        managing.endDay(chosen().id());
        done("manager.day-ending");
    }

    private void done(String told) {
        live = null;
        seen = null;
        screen.answer("done", true);
        screen.tell(words.text(told));
        again();
    }
}
