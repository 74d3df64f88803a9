// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.branch.Counter;
import il.moked.branch.ejb.BranchKeeping;
import il.moked.branch.ejb.BranchKeeping.BranchLine;
import il.moked.branch.ejb.BranchKeeping.Terms;
import il.moked.branch.ejb.CounterWork.CounterLine;
import il.moked.customer.Segment;
import il.moked.dispatch.GeoPoint;
import il.moked.dispatch.ejb.TownKeeping;
import il.moked.dispatch.ejb.TownKeeping.TownLine;
import il.moked.routing.ejb.Queues.TeamLine;
import il.moked.shared.Fields;
import il.moked.shared.NotFoundException;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** admin/branches.xhtml: where branches are, whom they are for and their counters. */
@Named
@RequestScoped
public class BranchSetUpView {
    @Inject
    BranchKeeping keeping;
    @Inject
    TownKeeping townKeeping;
    @Inject
    Choices choices;
    @Inject
    Screen screen;
    @Inject
    Entered entered;
    @Inject
    Doing doing;

    private List<BranchLine> branches;
    private List<CounterLine> counters;
    private boolean finished;

    public List<BranchLine> branches() {
        return branches = branches == null ? keeping.branches() : branches;
    }

    public boolean isEditing() {
        return !finished && entered.text("branch-id") != null;
    }

    public boolean isNew() {
        return "new".equals(screen.text("branch-id"));
    }

    public BranchLine chosen() {
        return isNew() ? new BranchLine(0, 0, "", new Terms("", "", "", "", null, "", null, Set.of(), true), 0, true) : branches().stream().filter(one -> one.id() == screen.number("branch-id")).findFirst().orElseThrow(() -> new NotFoundException("branch.unknown"));
    }

    public String calendarName(String code) {
        return code == null ? "" : choices.calendars().stream().filter(one -> one.code().equals(code)).findFirst().map(one -> one.name(screen.language())).orElse(code);
    }

    public String townName(String code) {
        return towns().stream().filter(one -> one.code().equals(code)).findFirst().map(one -> one.name(screen.language())).orElse(code);
    }

    /** Its people. */
    public TeamLine team() {
        return choices.teams().stream().filter(team -> team.id() == chosen().teamId()).findFirst().orElse(null);
    }

    public List<TownLine> towns() {
        return townKeeping.towns();
    }

    public List<Segment> segments() {
        return List.of(Segment.values());
    }

    public List<CounterLine> counters() {
        return counters = counters == null ? keeping.counters(chosen().id()) : counters;
    }

    // ---- what an administrator does

    public void save() {
        Object saved = doing.told("saved", () -> {
            if (isNew()) {
                keeping.add(entered.text("code"), terms());
            } else {
                keeping.change(screen.number("branch-id"), (int) screen.number("version"), terms(), screen.says("active"));
            }
            return true;
        });
        if (saved != null) {
            branches = null;
            finished = true;
            screen.answer("go", "branches.xhtml");
        }
    }

    private Terms terms() {
        boolean placed = entered.text("latitude") != null || entered.text("longitude") != null;
        Set<Segment> segments = EnumSet.noneOf(Segment.class);
        segments.addAll(Fields.of(screen.text("content")).part("segments").several("names", Segment.class));
        return new Terms(entered.text("hebrewName"), entered.text("englishName"), entered.text("address"), entered.text("town"), placed ? GeoPoint.read(entered.text("latitude"), entered.text("longitude")) : null, entered.text("phone"), entered.text("calendar"), segments,
                screen.says("servesTexts"));
    }

    public void addCounter() {
        stays(() -> keeping.addCounter(screen.number("branch-id"), entered.needWhole("number", 1, Counter.HIGHEST), entered.text("group")));
    }

    public void changeCounter() {
        stays(() -> {
            keeping.changeCounter(screen.number("counter"), (int) screen.number("version"), entered.text("group"), screen.says("active"));
            return true;
        });
    }

    /** The page is drawn again as it is, with what was done. */
    private void stays(Supplier<Object> act) {
        doing.told("saved", act);
        counters = null;
    }
}
