// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.branch.AppointmentCapacity;
import il.moked.branch.VisitReason;
import il.moked.branch.ejb.AppointmentPlaces;
import il.moked.branch.ejb.AppointmentPlaces.Grid;
import il.moked.branch.ejb.BranchKeeping;
import il.moked.branch.ejb.BranchKeeping.BranchLine;
import il.moked.branch.ejb.BranchKeeping.Places;
import il.moked.branch.ejb.BranchKeeping.ReasonSheet;
import il.moked.shared.Fields;
import il.moked.shared.NotFoundException;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** admin/visit-reasons.xhtml: why people come to branches, and how many can be booked when. */
@Named
@RequestScoped
public class VisitReasonsView {
    private static final int USUAL_MINUTES = 10;

    @Inject
    BranchKeeping keeping;
    @Inject
    AppointmentPlaces appointmentPlaces;
    @Inject
    Screen screen;
    @Inject
    Entered entered;
    @Inject
    Doing doing;

    private List<ReasonSheet> reasons;
    private List<BranchLine> branches;
    private Grid grid;
    private boolean finished;

    public List<ReasonSheet> reasons() {
        return reasons = reasons == null ? keeping.reasons() : reasons;
    }

    public List<BranchLine> branches() {
        return branches = branches == null ? keeping.branches() : branches;
    }

    public String name(ReasonSheet reason) {
        return "he".equals(screen.language()) ? reason.terms().hebrewName() : reason.terms().englishName();
    }

    /** Empty: at every branch. */
    public String where(ReasonSheet reason) {
        return reason.branchId() == null ? "" : branches().stream().filter(one -> one.id() == reason.branchId()).findFirst().map(one -> one.name(screen.language())).orElse("");
    }

    public boolean isEditing() {
        return !finished && entered.text("reason-id") != null;
    }

    public boolean isNew() {
        return "new".equals(screen.text("reason-id"));
    }

    public ReasonSheet chosen() {
        return reasons().stream().filter(one -> one.id() == screen.number("reason-id")).findFirst().orElseThrow(() -> new NotFoundException("branch.unknown-reason"));
    }

    /** Null for a new one. */
    public VisitReason.Terms terms() {
        return isNew() ? null : chosen().terms();
    }

    public int minutes() {
        return isNew() ? USUAL_MINUTES : terms().minutes();
    }

    public int place() {
        return isNew() ? reasons().stream().mapToInt(one -> one.terms().place()).max().orElse(0) + 1 : terms().place();
    }

    public void save() {
        Object saved = doing.told("saved", () -> {
            VisitReason.Terms terms = new VisitReason.Terms(entered.text("hebrewName"), entered.text("englishName"), entered.text("skill"), entered.text("letter"), entered.needWhole("minutes", 1, VisitReason.LONGEST_MINUTES), entered.needWhole("place", 0, 999));
            if (isNew()) {
                keeping.addReason(entered.text("code"), entered.text("at") == null ? null : entered.id("at"), terms);
            } else {
                keeping.changeReason(screen.number("reason-id"), (int) screen.number("version"), terms, screen.says("active"));
            }
            return true;
        });
        if (saved != null) {
            reasons = null;
            finished = true;
            screen.answer("go", "visit-reasons.xhtml");
        }
    }

    // ---- what can be booked

    /** Where the chosen reason is served. */
    public List<BranchLine> servedAt() {
        return branches().stream().filter(one -> chosen().branchId() == null || chosen().branchId() == one.id()).toList();
    }

    /** The one asked for, else the first; null when there is none. */
    public BranchLine at() {
        String asked = screen.text("at-branch");
        return servedAt().stream().filter(one -> asked == null || asked.isEmpty() || Long.toString(one.id()).equals(asked)).findFirst().orElse(null);
    }

    public Grid grid() {
        return grid = grid == null ? appointmentPlaces.grid(at().id(), chosen().id()) : grid;
    }

    public List<Integer> hours() {
        return IntStream.rangeClosed(grid().firstHour(), grid().lastHour()).boxed().toList();
    }

    /** From Sunday. */
    public List<DayOfWeek> weekdays() {
        return IntStream.range(0, 7).mapToObj(each -> DayOfWeek.SUNDAY.plus(each)).toList();
    }

    public String places(DayOfWeek weekday, Integer hour) {
        int places = grid().places(weekday, hour);
        return places == 0 ? "" : Integer.toString(places);
    }

    public void book() {
        Object saved = doing.told("saved", () -> {
            List<Places> wanted = new ArrayList<>();
            for (Fields row : Fields.of(screen.text("content")).rows("places")) {
                DayOfWeek weekday = row.one("weekday", DayOfWeek.class);
                for (int hour = 0; hour < 24; hour++) {
                    int on = hour;
                    row.findWhole("h" + hour, 0, AppointmentCapacity.MOST_PLACES).ifPresent(many -> wanted.add(new Places(screen.number("reason-id"), weekday, on, many.intValue())));
                }
            }
            appointmentPlaces.set(screen.number("at-branch"), screen.number("reason-id"), screen.text("seen"), wanted);
            return true;
        });
        if (saved != null) {
            grid = null;
        }
    }
}
