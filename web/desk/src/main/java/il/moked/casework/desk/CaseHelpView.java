// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.desk;

import il.moked.casework.CaseEscalation;
import il.moked.casework.ejb.Escalating;
import il.moked.casework.ejb.Escalating.EscalationLine;
import il.moked.casework.ejb.Escalating.Expert;
import il.moked.casework.ejb.Escalating.NewEscalation;
import il.moked.casework.ejb.Escalating.Ways;
import il.moked.casework.ejb.MacroRunning;
import il.moked.casework.ejb.RuleKeeping;
import il.moked.casework.ejb.RuleKeeping.Firing;
import il.moked.shared.BusinessException;
import il.moked.shared.desk.Screen;
import il.moked.shared.desk.Times;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/** WEB-INF/parts/casework/help.xhtml and what of a case is about help: of whom it is asked, macros, and what rules did. */
@Named
@RequestScoped
public class CaseHelpView {
    @Inject
    Escalating escalating;
    @Inject
    MacroRunning macros;
    @Inject
    RuleKeeping rules;
    @Inject
    CaseView view;
    @Inject
    CaseWords words;
    @Inject
    Times times;
    @Inject
    Screen screen;

    private List<EscalationLine> escalations;
    private List<Firing> firings;
    private Ways ways;
    private List<Expert> experts;
    private List<MacroRunning.MacroLine> mine;
    private List<MacroRunning.Step> steps;

    private long id() {
        return screen.number("id");
    }

    // ---- what goes on

    /** What is asked now. */
    public List<EscalationLine> open() {
        return all().stream().filter(one -> one.state().goesOn()).toList();
    }

    public List<EscalationLine> over() {
        return all().stream().filter(one -> !one.state().goesOn()).toList();
    }

    private List<EscalationLine> all() {
        if (escalations == null) {
            escalations = escalating.ofCase(id());
        }
        return escalations;
    }

    /** What rules did with it, and why. */
    public List<Firing> firings() {
        if (firings == null) {
            firings = rules.firingsOf(id());
        }
        return firings;
    }

    // ---- asking

    public boolean isWaysAsked() {
        return screen.says("ways");
    }

    public Ways ways() {
        if (ways == null) {
            ways = escalating.ways(id());
        }
        return ways;
    }

    public CaseEscalation.Kind[] kinds() {
        return CaseEscalation.Kind.values();
    }

    /** What cannot be chosen now. */
    public boolean closed(CaseEscalation.Kind kind) {
        return switch (kind) {
            case TIER -> ways().handed() || ways().next(screen.language()) == null;
            case EXPERT -> ways().handed();
            case SWARM -> ways().swarmed();
        };
    }

    /** Under the name of the way. */
    public String about(CaseEscalation.Kind kind) {
        if (kind == CaseEscalation.Kind.TIER) {
            String next = ways().next(screen.language());
            return next == null ? words.text("help.no-path") : words.text("help.TIER.to", next);
        }
        return words.text("help." + kind + ".about");
    }

    public String preview(CaseEscalation.Kind kind) {
        return escalating.preview(id(), kind).orElse("");
    }

    public boolean isExpertsAsked() {
        return screen.says("experts");
    }

    public List<Expert> experts() {
        if (experts == null) {
            experts = escalating.experts(empty("skill") ? null : screen.number("skill"));
        }
        return experts;
    }

    public void escalate() {
        CaseEscalation.Kind kind = CaseActs.one(CaseEscalation.Kind.class, screen.text("kind"));
        escalating.escalate(id(), (int) screen.number("version"), new NewEscalation(kind, people(), screen.text("reason"), at(), screen.says("tell")));
        done("help.asked");
    }

    private List<String> people() {
        return empty("people") ? List.of() : Arrays.stream(screen.text("people").split(",")).distinct().toList();
    }

    private Instant at() {
        try {
            return empty("wished") ? null : LocalDateTime.parse(screen.text("wished")).atZone(ZoneId.of(times.getZone())).toInstant();
        } catch (DateTimeException notOne) {
            throw new BusinessException("shared.bad-request");
        }
    }

    /** What is done about what is asked. */
    public void answer() {
        long asked = screen.number("escalation");
        switch (screen.text("ask") == null ? "" : screen.text("ask")) {
            case "accept" -> escalating.accept(asked);
            case "give-back" -> escalating.giveBack(asked, screen.text("answer"));
            case "end" -> escalating.end(asked);
            default -> throw new BusinessException("shared.bad-request");
        }
        done("help." + screen.text("ask") + ".done");
    }

    private void done(String told) {
        view.again();
        escalations = null;
        screen.tell(words.text(told));
        screen.answer("done", true);
        screen.redraw("case");
    }

    // ---- macros

    public boolean isMacrosAsked() {
        return screen.says("macros");
    }

    public List<MacroRunning.MacroLine> macros() {
        if (mine == null) {
            mine = macros.mine();
        }
        return mine;
    }

    public boolean isPreviewed() {
        return !empty("macro");
    }

    public List<MacroRunning.Step> steps() {
        if (steps == null) {
            steps = macros.preview(id(), screen.number("macro"));
        }
        return steps;
    }

    public boolean isRefused() {
        return steps().stream().anyMatch(step -> step.refusal() != null);
    }

    public void run() {
        macros.run(id(), (int) screen.number("version"), screen.number("macro"));
        done("macro.done");
    }

    private boolean empty(String name) {
        String sent = screen.text(name);
        return sent == null || sent.isEmpty();
    }
}
