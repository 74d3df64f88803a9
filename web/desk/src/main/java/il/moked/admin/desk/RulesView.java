// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.channel.Channel;
import il.moked.routing.RuleVersion.Kind;
import il.moked.routing.RuleVersions;
import il.moked.routing.TargetHours;
import il.moked.routing.ejb.RuleTrial;
import il.moked.routing.ejb.Rules;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** admin/rules.xhtml?kind=…: the rules of one kind, as a draft that is tried and put in force, and all their versions. */
@Named
@RequestScoped
public class RulesView {
    private static final int PAGE = 30;

    @Inject
    Rules rules;
    @Inject
    RuleTrial trial;
    @Inject
    Screen screen;
    @Inject
    Doing doing;
    @Inject
    Words words;

    private Rules.Edition active;
    private Optional<Rules.Edition> draft;
    private SheetRow sheet;
    private Page<RuleVersions.Line> versions;
    private RuleTrial.RoutingOutcome routingOutcome;
    private RuleTrial.SegmentOutcome segmentOutcome;

    public Kind kind() {
        String wanted = screen.text("kind");
        try {
            return wanted == null ? Kind.ROUTING : Kind.valueOf(wanted);
        } catch (IllegalArgumentException unknown) {
            throw new BusinessException("shared.bad-request");
        }
    }

    public Rules.Edition active() {
        return active = active == null ? rules.active(kind()) : active;
    }

    /** The draft, or null. */
    public Rules.Edition draft() {
        draft = draft == null ? rules.draft(kind()) : draft;
        return draft.orElse(null);
    }

    /** What the form shows: the draft, else what is in force. */
    public SheetRow sheet() {
        return sheet = sheet == null ? SheetRow.of(draft() == null ? active().content() : draft().content()) : sheet;
    }

    /** One empty row, for what is added. */
    public List<SheetRow> blanks() {
        return List.of(SheetRow.EMPTY);
    }

    /** A part that is there once, as a list of one. */
    public List<SheetRow> parts(String name) {
        return List.of(sheet().part(name));
    }

    /** Each channel with the hours in which its targets run; rules from before that was a rule have what is usual. */
    public List<SheetRow> channelHours() {
        List<SheetRow> rows = sheet().rows("channelHours");
        return Arrays.stream(Channel.values()).map(channel -> rows.stream().filter(row -> row.is("channel", channel.name())).findFirst().orElseGet(() -> SheetRow.of(Map.of("channel", channel.name(), "hours", TargetHours.usual(channel).name())))).toList();
    }

    public List<RuleVersions.Line> versions() {
        return page().rows();
    }

    public boolean isMore() {
        return page().more();
    }

    public Integer next() {
        return versions().isEmpty() ? null : versions().get(versions().size() - 1).number();
    }

    private Page<RuleVersions.Line> page() {
        return versions = versions == null ? rules.list(kind(), screen.text("after") == null ? null : (int) screen.number("after"), PAGE) : versions;
    }

    /** What the draft changes. */
    public List<Differences.Change> changes() {
        return draft() == null ? List.of() : Differences.between(active().content(), draft().content(), words);
    }

    public boolean isComparing() {
        return screen.text("compare") != null;
    }

    /** What the version asked for changed: against the one before it. */
    public List<Differences.Change> compared() {
        int number = (int) screen.number("compare");
        return number < 2 ? List.of() : Differences.between(before(number), rules.version(kind(), number).content(), words);
    }

    private String before(int number) {
        return versionsBefore(number).map(line -> rules.version(kind(), line.number()).content()).orElse("{}");
    }

    private Optional<RuleVersions.Line> versionsBefore(int number) {
        return rules.list(kind(), number, 1).rows().stream().findFirst();
    }

    public void save() {
        Integer seen = screen.text("revision") == null || screen.text("revision").isEmpty() ? null : (int) screen.number("revision");
        Rules.Edition saved = doing.told("rules.saved", () -> rules.save(kind(), seen, (int) screen.number("based-on"), screen.text("content"), screen.text("note")));
        if (saved != null) {
            screen.answer("revision", saved.revision());
        }
    }

    /** The draft as it is on the screen is stored first; what is tried is what would be put in force. */
    public void tryOut() {
        Integer seen = screen.text("revision") == null || screen.text("revision").isEmpty() ? null : (int) screen.number("revision");
        doing.tried(() -> {
            Rules.Edition saved = rules.save(kind(), seen, (int) screen.number("based-on"), screen.text("content"), screen.text("note"));
            switch (kind()) {
                case ROUTING -> routingOutcome = trial.routing(saved.content());
                case SEGMENT -> segmentOutcome = trial.segments(saved.content());
                case STATUTORY, BRANCH -> { }
            }
            return saved;
        });
    }

    /** Whether a draft of the kind can be tried on what happened before it is put in force. */
    public boolean isTried() {
        return kind() == Kind.ROUTING || kind() == Kind.SEGMENT;
    }

    public RuleTrial.RoutingOutcome routingOutcome() {
        return routingOutcome;
    }

    public RuleTrial.SegmentOutcome segmentOutcome() {
        return segmentOutcome;
    }

    public void activate() {
        int before = active().number();
        active = null;
        Rules.Edition now = doing.tried(() -> rules.activate(kind(), (int) screen.number("revision")));
        if (now != null) {
            screen.tell(words.text("rules.activated") + " " + now.number(), before);
        }
    }

    public void discard() {
        doing.told("rules.discarded", () -> rules.discard(kind(), (int) screen.number("revision")));
    }

    /** Back to an older version; also how what was put in force is undone. */
    public void rollBack() {
        int before = active().number();
        active = null;
        Rules.Edition now = doing.tried(() -> rules.rollBack(kind(), (int) screen.number("id"), null));
        if (now != null) {
            screen.tell(words.text("rules.activated") + " " + now.number(), before);
        }
    }
}
