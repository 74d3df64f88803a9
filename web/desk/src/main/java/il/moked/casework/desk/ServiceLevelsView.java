// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.desk;

import il.moked.agent.ejb.Colleagues;
import il.moked.casework.ServiceCase.Severity;
import il.moked.casework.ServiceLevel;
import il.moked.casework.ejb.ServiceLevelKeeping;
import il.moked.casework.ejb.ServiceLevelKeeping.Level;
import il.moked.shared.BusinessException;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;

/** supervisor/service-levels.xhtml: how fast cases are to be answered and solved. */
@Named
@RequestScoped
public class ServiceLevelsView {
    @Inject
    ServiceLevelKeeping keeping;
    @Inject
    Colleagues colleagues;
    @Inject
    CaseWords words;
    @Inject
    Screen screen;

    private List<Level> levels;

    public List<Level> levels() {
        if (levels == null) {
            levels = keeping.all();
        }
        return levels;
    }

    /** In the language of the reader; of everybody when there is none. */
    public String team(String code) {
        return code == null ? words.text("levels.everybody") : colleagues.teams().stream().filter(team -> team.code().equals(code)).map(team -> team.name(screen.language())).findFirst().orElse(code);
    }

    public List<Colleagues.TeamLine> teams() {
        return colleagues.teams();
    }

    public Severity[] severities() {
        return Severity.values();
    }

    public String span(Integer minutes) {
        return minutes == null ? "–" : words.span(Duration.ofMinutes(minutes));
    }

    public void keep() {
        keeping.keep(level());
        after("levels.kept");
    }

    public void remove() {
        keeping.remove(level());
        after("levels.removed");
    }

    private void after(String told) {
        levels = null;
        screen.tell(words.text(told));
        screen.answer("done", true);
        screen.redraw("levels");
    }

    private Level level() {
        String severity = screen.text("severity");
        return new Level(text("team"), severity == null || severity.isEmpty() ? null : CaseActs.one(Severity.class, severity), minutes("first"), minutes("next"), minutes("solve"), text("version") == null ? 0 : (int) screen.number("version"));
    }

    private String text(String name) {
        String sent = screen.text(name);
        return sent == null || sent.isBlank() ? null : sent.strip();
    }

    private Integer minutes(String name) {
        try {
            return text(name) == null ? null : Integer.valueOf(text(name));
        } catch (NumberFormatException notOne) {
            throw new BusinessException("shared.field-range", name, 1, ServiceLevel.LONGEST_MINUTES);
        }
    }
}
