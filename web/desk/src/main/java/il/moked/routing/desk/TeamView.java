// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.desk;

import il.moked.agent.AwayReason;
import il.moked.agent.ejb.Colleagues;
import il.moked.agent.ejb.Supervising;
import il.moked.customer.Segment;
import il.moked.interaction.ejb.Conversation;
import il.moked.routing.AgentState;
import il.moked.routing.Equality;
import il.moked.routing.Floor;
import il.moked.routing.ejb.LineControl;
import il.moked.routing.ejb.Wall;
import il.moked.routing.ejb.WallReading;
import il.moked.shared.BusinessException;
import il.moked.shared.OneOf;
import il.moked.shared.desk.Screen;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;

/** supervisor/team.xhtml: who does what now, and what a supervisor does about it. */
@Named
@RequestScoped
public class TeamView {
    /** Reasons a person gives; the others are Moked's own. */
    private static final List<AwayReason> REASONS = Arrays.stream(AwayReason.values()).filter(AwayReason::chosen).toList();
    private static final String COLLEAGUE = "agent:";
    private static final String TEAM = "team:";

    @Inject
    WallReading reading;
    @Inject
    LineControl control;
    @Inject
    Supervising supervising;
    @Inject
    Colleagues colleagues;
    @Inject
    Conversation conversation;
    @Inject
    Screen screen;
    @Inject
    ActiveLocale locale;

    private Wall wall;
    private List<Floor.Person> people;
    private List<Colleagues.TeamLine> teams;
    private Map<Segment, Duration> targets;

    /** A line and who is next in it. */
    public record Line(Wall.Line line, List<Floor.Waiter> next) {
    }

    public List<Floor.Person> people() {
        if (people == null) {
            people = reading.people();
        }
        return people;
    }

    public List<Colleagues.TeamLine> teams() {
        if (teams == null) {
            teams = colleagues.teams();
        }
        return teams;
    }

    /** Those at work first, each state together. */
    public List<Floor.Person> members(Colleagues.TeamLine team) {
        return people().stream().filter(person -> person.teamId() == team.id()).sorted(Comparator.comparing((Floor.Person person) -> person.state()).thenComparing(person -> person.name(screen.language()))).toList();
    }

    public long atWork(Colleagues.TeamLine team) {
        return members(team).stream().filter(person -> person.state() != AgentState.OFFLINE).count();
    }

    public int percent(Floor.Person person) {
        return person.capacity() == 0 ? 0 : 100 * person.used() / person.capacity();
    }

    /** Ends the class of the mark: {@code available}, {@code away}, {@code offline}. */
    public String mark(Floor.Person person) {
        return switch (person.presence()) {
            case AVAILABLE -> "available";
            case WRAP_UP, AWAY -> "away";
            case OFFLINE -> "offline";
        };
    }

    /** Seconds from the beginning of his wait to the moment he is due. */
    public long target(Floor.Waiter waiter) {
        return Duration.between(waiter.since(), waiter.due()).toSeconds();
    }

    public List<AwayReason> reasons() {
        return REASONS;
    }

    public List<Line> lines() {
        return wall().lines().stream().map(line -> new Line(line, line.all().waiting() == 0 ? List.of() : reading.next(line.queueId()))).toList();
    }

    private Wall wall() {
        if (wall == null) {
            wall = reading.now();
        }
        return wall;
    }

    public Segment[] segments() {
        return Segment.values();
    }

    /** Seconds, null when none was ever set. */
    public Long target(Segment segment) {
        if (targets == null) {
            targets = control.targets();
        }
        return targets.containsKey(segment) ? (Long) targets.get(segment).toSeconds() : null;
    }

    public Equality.Limits limits() {
        return control.limits();
    }

    public boolean isAsked() {
        return screen.says("choices");
    }

    // ---- what a supervisor does

    /** The page asks for {@code AVAILABLE} or a reason to be away. */
    public void changePresence() {
        long agent = screen.number("agent");
        if ("AVAILABLE".equals(screen.text("to"))) {
            supervising.available(agent);
        } else {
            supervising.away(agent, REASONS.stream().filter(reason -> reason.name().equals(screen.text("to"))).findFirst().orElseThrow(() -> new BusinessException("shared.bad-request")));
        }
        again();
    }

    public void moveTo() {
        supervising.moveTo(screen.number("agent"), screen.number("team"));
        again();
        screen.tell(text("team.moved"));
    }

    public void takeBack() {
        control.takeBack(screen.number("item"));
        again();
        screen.tell(text("team.taken-back"));
    }

    /** To a colleague or to another team's queue, with what they should know. */
    public void give() {
        long interaction = screen.number("interaction");
        String to = screen.text("to") == null ? "" : screen.text("to");
        if (to.startsWith(COLLEAGUE)) {
            conversation.handToColleague(interaction, number(to, COLLEAGUE), screen.text("context"));
        } else if (to.startsWith(TEAM)) {
            conversation.handToTeam(interaction, number(to, TEAM), screen.text("context"));
        } else {
            throw new BusinessException("interaction.nobody-chosen");
        }
        again();
        screen.answer("given", true);
        screen.tell(text("team.given"));
    }

    public void listen() {
        control.listenIn(screen.number("item"));
        screen.tell(text("team.listen.asked"));
    }

    /** A target in seconds by segment, a goal in hundredths by queue, or a limit of equality by name. */
    public void threshold() {
        String kind = screen.text("kind");
        String key = screen.text("key") == null ? "" : screen.text("key");
        if ("target".equals(kind)) {
            control.serveWithin(OneOf.needed(Segment.class, key), Duration.ofSeconds(screen.number("value")));
        } else if ("goal".equals(kind)) {
            control.aimAt(screen.number("key"), (int) Math.max(-1, Math.min(1000, screen.number("value"))));
        } else {
            limit(key, share(screen.text("value")));
        }
        screen.tell(text("team.saved"));
    }

    private void limit(String which, double value) {
        Equality.Limits now = control.limits();
        control.warnAt("amberIndex".equals(which) ? value : now.amberIndex(), "amberGap".equals(which) ? value / 100 : now.amberGap(), "redIndex".equals(which) ? value : now.redIndex(), "redGap".equals(which) ? value / 100 : now.redGap());
    }

    private static double share(String written) {
        try {
            return Double.parseDouble(written);
        } catch (NumberFormatException | NullPointerException notOne) {
            throw new BusinessException("shared.bad-request");
        }
    }

    /** A limit given in points of a hundred. */
    public long points(double share) {
        return Math.round(share * 100);
    }

    private void again() {
        people = null;
        wall = null;
        screen.redraw("team-people", "team-lines");
    }

    private static long number(String to, String prefix) {
        try {
            return Long.parseLong(to.substring(prefix.length()));
        } catch (NumberFormatException notOne) {
            throw new BusinessException("shared.bad-request");
        }
    }

    private String text(String key) {
        return ResourceBundle.getBundle("il.moked.routing.desk.routing", locale.getLocale()).getString(key);
    }
}
