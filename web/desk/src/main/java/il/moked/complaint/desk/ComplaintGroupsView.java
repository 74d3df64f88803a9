// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.desk;

import il.moked.agent.ejb.Colleagues;
import il.moked.complaint.ComplaintGroup;
import il.moked.complaint.ComplaintLine;
import il.moked.complaint.CountedPeriods.Unit;
import il.moked.complaint.ejb.ComplaintGroups;
import il.moked.complaint.ejb.ComplaintGroups.AlarmLine;
import il.moked.complaint.ejb.ComplaintGroups.Chart;
import il.moked.complaint.ejb.ComplaintGroups.GroupLine;
import il.moked.shared.BusinessException;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** supervisor/complaint-groups.xhtml: groups of complaints, the chart of one, and which of it speak of the same. What it shows is in its address. */
@Named
@RequestScoped
public class ComplaintGroupsView {
    @Inject
    ComplaintGroups groups;
    @Inject
    Colleagues colleagues;
    @Inject
    ComplaintWords words;
    @Inject
    Screen screen;

    private List<GroupLine> lines;
    private Chart chart;
    private ChartDrawing drawing;
    private List<List<ComplaintLine>> alike;

    public List<GroupLine> lines() {
        if (lines == null) {
            lines = groups.groups();
        }
        return lines;
    }

    /** Whether one was chosen; without, that with the most complaints is shown. */
    public boolean isAny() {
        return !lines().isEmpty();
    }

    public ComplaintGroup group() {
        boolean chosen = screen.text("sku") != null;
        String component = chosen ? screen.text("component") : null;
        return new ComplaintGroup(chosen ? screen.text("sku") : lines().get(0).sku(), component, team());
    }

    private Long team() {
        String sent = screen.text("team");
        return sent == null || sent.isEmpty() ? null : screen.number("team");
    }

    public Unit unit() {
        return "DAY".equals(screen.text("unit")) ? Unit.DAY : Unit.WEEK;
    }

    /** Of the product and component, as it is called. */
    public String title() {
        ComplaintGroup group = group();
        String name = lines().stream().filter(line -> line.sku().equals(group.sku()) && line.hebrewName() != null).findFirst().map(line -> line.name(screen.language())).orElse(words.sku(group.sku()));
        return group.component() == null ? name : name + " · " + words.component(group.component());
    }

    public boolean shows(GroupLine line) {
        ComplaintGroup group = group();
        return line.sku().equals(group.sku()) && line.component().equals(group.component());
    }

    public String name(GroupLine line) {
        return line.hebrewName() == null ? words.sku(line.sku()) : line.name(screen.language());
    }

    public List<Colleagues.TeamLine> teams() {
        return colleagues.teams();
    }

    public Chart chart() {
        if (chart == null) {
            chart = groups.chart(group(), unit());
        }
        return chart;
    }

    public ChartDrawing drawing() {
        if (drawing == null) {
            drawing = new ChartDrawing(chart());
        }
        return drawing;
    }

    /** The chart in one sentence, for those who do not see it. */
    public String told() {
        Chart shown = chart();
        int newest = shown.points().isEmpty() ? 0 : shown.points().get(shown.points().size() - 1).count();
        return shown.limits() == null ? words.text("chart.young", newest) : words.text("chart.told." + unit(), newest, shown.limits().mean(), shown.limits().upper());
    }

    public List<List<ComplaintLine>> alike() {
        if (alike == null) {
            alike = groups.alike(group());
        }
        return alike;
    }

    public List<AlarmLine> alarms() {
        return groups.alarms();
    }

    public String text(AlarmLine alarm) {
        String what = words.sku(alarm.sku()) + (alarm.component() == null ? "" : " · " + words.component(alarm.component()));
        return words.text("alarm." + alarm.rule(), what, alarm.complaints(), alarm.limit());
    }

    public void openProblem() {
        String sent = screen.text("cases");
        if (sent == null || !sent.matches("[0-9]{1,18}(,[0-9]{1,18}){0,199}")) {
            throw new BusinessException("complaint.no-complaints", ComplaintGroups.MOST_LINKED);
        }
        long problem = groups.openProblem(Arrays.stream(sent.split(",")).map(Long::valueOf).toList(), screen.text("subject"), null);
        screen.answer("problem", problem);
    }
}
