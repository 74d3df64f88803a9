// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.desk;

import il.moked.channel.Channel;
import il.moked.routing.AgentState;
import il.moked.routing.ChannelStanding;
import il.moked.routing.Equality;
import il.moked.routing.LineSums;
import il.moked.routing.ServiceLevelFormula;
import il.moked.promise.desk.WallPromisesView;
import il.moked.routing.ejb.LineControl;
import il.moked.routing.ejb.Wall;
import il.moked.routing.ejb.WallReading;
import il.moked.shared.OneOf;
import il.moked.shared.desk.Screen;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** supervisor/wall.xhtml: what is read from five metres, and drawn again only where it changed. */
@Named
@RequestScoped
public class WallView {
    /** More channels than this cannot be read from afar; the quietest share one column. */
    private static final int MOST_CHANNELS = 7;
    /** More lines than this cannot be read at once; those before counters share one then. */
    private static final int MOST_LINES = 7;
    private static final String BRANCHES = "branches";
    private static final String NOTHING = "–";

    @Inject
    WallReading reading;
    @Inject
    WallLawView law;
    @Inject
    WallPromisesView promises;
    @Inject
    LineControl control;
    @Inject
    Screen screen;
    @Inject
    ActiveLocale locale;

    private Wall wall;
    private List<Channel> channels;

    public Wall wall() {
        if (wall == null) {
            wall = reading.now();
        }
        return wall;
    }

    /** The lines of the board: all, or those before counters together, or, when asked for, these alone. */
    public List<Wall.Line> lines() {
        List<Wall.Line> all = wall().lines();
        if (isOfBranches()) {
            return all.stream().filter(Wall.Line::inPerson).toList();
        }
        return all.size() <= MOST_LINES || wall().inPerson() == null ? all : Stream.concat(all.stream().filter(line -> !line.inPerson()), Stream.of(wall().inPerson())).toList();
    }

    /** Whether the branches are looked at one by one. */
    public boolean isOfBranches() {
        return BRANCHES.equals(screen.text("of"));
    }

    /** How many branches there are. */
    public long branches() {
        return wall().lines().stream().filter(Wall.Line::inPerson).count();
    }

    /** Draws again the parts whose marks differ from those the page sent. */
    public void refresh() {
        Map<String, String> marks = marks();
        if (!marks.get("board").equals(screen.text("board"))) {
            screen.redraw("wall-board");
        } else if (!marks.get("rows").equals(screen.text("rows"))) {
            screen.redraw("wall-rows");
        }
        for (String part : List.of("total", "outages", "law", "promises", "people", "fair")) {
            String region = "wall-" + part;
            if (!marks.get(part).equals(screen.text(part))) {
                screen.redraw(region);
            }
        }
        marks.forEach(screen::answer);
    }

    /** What each part shows, in short: equal marks, equal parts. */
    Map<String, String> marks() {
        Map<String, String> marks = new LinkedHashMap<>();
        marks.put("board", mark(List.of(channels(), others())));
        marks.put("rows", mark(lines()));
        marks.put("total", mark(wall().total()));
        marks.put("outages", mark(List.of(wall().outages(), wall().fairness().starving())));
        marks.put("law", law.mark());
        marks.put("promises", promises.getMark());
        marks.put("people", mark(wall().people()));
        marks.put("fair", mark(wall().fairness()));
        return marks;
    }

    public String mark(String part) {
        return marks().get(part);
    }

    private static String mark(Object shown) {
        return Integer.toHexString(shown.toString().hashCode());
    }

    /** The channels with a column of their own. */
    public List<Channel> channels() {
        if (channels == null) {
            List<Channel> all = wall().channels();
            channels = all.size() <= MOST_CHANNELS + 1 ? all : all.stream().sorted(Comparator.comparingLong(this::traffic).reversed().thenComparing(Comparator.naturalOrder())).limit(MOST_CHANNELS).sorted().toList();
        }
        return channels;
    }

    private long traffic(Channel channel) {
        return lines().stream().map(line -> line.of(channel)).mapToLong(cell -> cell.waiting() + cell.sums().offered()).sum();
    }

    /** Whether some channels share one column. */
    public boolean isOthers() {
        return others();
    }

    private boolean others() {
        return channels().size() < wall().channels().size();
    }

    public Wall.Cell other(Wall.Line line) {
        return line.channels().entrySet().stream().filter(entry -> !channels().contains(entry.getKey())).map(Map.Entry::getValue).reduce(new Wall.Cell(0, 0, null, LineSums.NONE), Wall.Cell::plus);
    }

    /** Seconds from the beginning of the longest wait to its target. */
    public long target(Wall.Cell cell) {
        return Duration.between(cell.longest().since(), cell.longest().late()).toSeconds();
    }

    /** Ends the class: {@code green}, {@code amber}, {@code red}, or {@code none}. */
    public String light(Equality.Light light) {
        return light == null ? "none" : light.name().toLowerCase(Locale.ROOT);
    }

    /** In whole hundredths, without the sign. */
    public String percent(OptionalDouble share) {
        return share.isEmpty() ? NOTHING : Long.toString(Math.round(share.getAsDouble() * 100));
    }

    public String percent(Double share) {
        return share == null ? NOTHING : Long.toString(Math.round(share * 100));
    }

    public String asa(Wall.Cell cell) {
        return clock(cell.sums().service().averageSpeedOfAnswer());
    }

    public String abandonment(Wall.Cell cell) {
        return percent(cell.sums().service().abandonment());
    }

    /** Of all queues, by the default formula. */
    public OptionalDouble level() {
        return ServiceLevelFormula.DEFAULT.of(wall().total().sums().service());
    }

    /** Minutes and seconds; hours from one hour on. */
    static String clock(Optional<Duration> time) {
        if (time.isEmpty()) {
            return NOTHING;
        }
        long seconds = time.get().toSeconds();
        return seconds < 3600 ? "%d:%02d".formatted(seconds / 60, seconds % 60) : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    public Trend trend(Wall.Line line) {
        return Trend.of(line.trend(), line.goal().share());
    }

    /** The trend in words, for those who cannot see it. */
    public String trendTold(Wall.Line line) {
        List<String> levels = line.trend().stream().filter(point -> point.level().isPresent()).map(point -> percent(point.level()) + "%").toList();
        return levels.isEmpty() ? text("wall.trend.none") : say("wall.trend.told", String.join(", ", levels));
    }

    public ServiceLevelFormula[] formulas() {
        return ServiceLevelFormula.values();
    }

    public ServiceLevelFormula defaultFormula() {
        return ServiceLevelFormula.DEFAULT;
    }

    public AgentState[] states() {
        return AgentState.values();
    }

    public String room() {
        return say("wall.room", wall().people().room());
    }

    /** How equal the channels are served, in one plain sentence. */
    public String fairness() {
        Wall.Fairness fairness = wall().fairness();
        if (!fairness.starving().isEmpty()) {
            return say("fair.starving", String.join(", ", fairness.starving().stream().map(one -> channel(one.channel())).toList()));
        }
        if (fairness.worst() == null) {
            return text("fair.none");
        }
        return say("fair." + light(fairness.equality().light()), channel(fairness.best().channel()), percent(fairness.best().attainment()), channel(fairness.worst().channel()), percent(fairness.worst().attainment()), points());
    }

    /** What is wrong with a channel nobody looks at. */
    public String starving(ChannelStanding one) {
        return say("fair.starving.why", one.overdue(), times(one.oldest()), wall().fairness().lately().toMinutes());
    }

    /** Wait by target of those who were served today: 1 is as long as promised. */
    public String waitByTarget(ChannelStanding one) {
        OptionalDouble mean = one.sums().waitByTarget();
        return mean.isEmpty() ? NOTHING : times(mean.getAsDouble());
    }

    /** The same of who waits longest now. */
    public String oldest(ChannelStanding one) {
        return one.oldest() == null ? NOTHING : times(one.oldest());
    }

    private static String times(double share) {
        return String.format(Locale.ROOT, share < 10 ? "%.1f" : "%.0f", share);
    }

    public String attainmentFormula() {
        return ChannelStanding.WRITTEN;
    }

    /** The gap between best and worst channel in points of a hundred. */
    public String points() {
        return Long.toString(Math.round(wall().fairness().equality().gap() * 100));
    }

    /** Jain's index with two digits. */
    public String index() {
        return String.format(Locale.ROOT, "%.2f", wall().fairness().equality().index());
    }

    private String channel(Channel channel) {
        return ResourceBundle.getBundle("il.moked.channel.desk.channel", locale.getLocale()).getString("channel." + channel);
    }

    /** The page asks for another formula of a queue. */
    public void measure() {
        ServiceLevelFormula formula = OneOf.needed(ServiceLevelFormula.class, screen.text("formula"));
        control.measureBy(screen.number("queue"), formula);
        screen.redraw("wall-rows");
    }

    private String say(String key, Object... arguments) {
        return new MessageFormat(text(key), locale.getLocale()).format(arguments);
    }

    private String text(String key) {
        return ResourceBundle.getBundle("il.moked.routing.desk.routing", locale.getLocale()).getString(key);
    }
}
