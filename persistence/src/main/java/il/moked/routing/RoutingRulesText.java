// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.agent.CapacityWeights;
import il.moked.agent.Skill;
import il.moked.agent.WorkWeight;
import il.moked.channel.Channel;
import il.moked.customer.Segment;
import il.moked.routing.RoutingRules.Formula;
import il.moked.routing.RoutingRules.LineRule;
import il.moked.routing.RoutingRules.Target;
import il.moked.routing.RoutingRules.Timing;
import il.moked.shared.BusinessException;
import il.moked.shared.Fields;
import il.moked.shared.OneJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@link RoutingRules} as JSON: objects of plain values in lists, so that a form can show any of it. Durations are whole
 * seconds. Reading refuses whatever is wrong with the place where it stands.
 */
public final class RoutingRulesText {
    private static final JsonProvider JSON = OneJson.PROVIDER;
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_NAME = 120;
    private static final long DAY = 86_400;
    private static final long MOST_TARGET = 30 * DAY;
    private static final long HOUR = 3600;
    private static final long MOST_SHORT = 60;
    private static final int MOST_WINDOW = 24 * 60;
    private static final int MOST_LOWER = 4;

    private RoutingRulesText() {
    }

    public static String write(RoutingRules rules) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        json.add("lines", lines(rules));
        json.add("targets", targets(rules));
        json.add("channelHours", channelHours(rules));
        json.add("formulas", formulas(rules));
        json.add("relaxation", relaxation(rules));
        json.add("weights", weights(rules));
        json.add("floor", floor(rules));
        Timing timing = rules.timing();
        json.add("timing", JSON.createObjectBuilder().add("preferredSeconds", timing.preferredAtMost().toSeconds()).add("preferredShare", timing.preferredShare()).add("backOffSeconds", timing.backOff().toSeconds())
                .add("offerSeconds", timing.offer().toSeconds()).add("wrapUpSeconds", timing.wrapUp().toSeconds()).add("suitSeconds", timing.suitSeconds()));
        Equality.Limits fairness = rules.fairness();
        json.add("fairness", JSON.createObjectBuilder().add("floorMinutes", rules.floor().window().toMinutes()).add("amberIndex", fairness.amberIndex()).add("amberGap", fairness.amberGap())
                .add("redIndex", fairness.redIndex()).add("redGap", fairness.redGap()));
        return json.build().toString();
    }

    private static JsonArrayBuilder lines(RoutingRules rules) {
        JsonArrayBuilder lines = JSON.createArrayBuilder();
        for (LineRule line : rules.lines()) {
            JsonObjectBuilder row = JSON.createObjectBuilder().add("name", line.name()).add("channels", JSON.createArrayBuilder(line.channels().stream().sorted().map(Enum::name).toList()))
                    .add("segments", JSON.createArrayBuilder(line.segments().stream().sorted().map(Enum::name).toList()));
            optional(row, "account", line.account());
            optional(row, "subject", line.subject());
            optional(row, "language", line.language());
            row.add("queue", line.queue());
            JsonArrayBuilder skills = JSON.createArrayBuilder();
            line.skills().forEach(required -> skills.add(JSON.createObjectBuilder().add("skill", required.skill().code()).add("kind", required.skill().kind().name()).add("minimum", required.minimum())
                    .add("additional", required.additional())));
            lines.add(row.add("skills", skills));
        }
        return lines;
    }

    private static JsonArrayBuilder targets(RoutingRules rules) {
        JsonArrayBuilder targets = JSON.createArrayBuilder();
        for (Target target : rules.targets()) {
            JsonObjectBuilder row = JSON.createObjectBuilder();
            optional(row, "segment", target.segment() == null ? null : target.segment().name());
            optional(row, "queue", target.queue());
            optional(row, "channel", target.channel() == null ? null : target.channel().name());
            row.add("seconds", target.within().toSeconds());
            optional(row, "hours", target.hours() == null ? null : target.hours().name());
            targets.add(row);
        }
        return targets;
    }

    private static JsonArrayBuilder channelHours(RoutingRules rules) {
        JsonArrayBuilder rows = JSON.createArrayBuilder();
        rules.hours().forEach((channel, hours) -> rows.add(JSON.createObjectBuilder().add("channel", channel.name()).add("hours", hours.name())));
        return rows;
    }

    private static JsonArrayBuilder formulas(RoutingRules rules) {
        JsonArrayBuilder formulas = JSON.createArrayBuilder();
        for (Formula formula : rules.formulas()) {
            JsonObjectBuilder row = JSON.createObjectBuilder();
            optional(row, "queue", formula.queue());
            row.add("formula", formula.formula().name());
            if (formula.within() != null) {
                row.add("seconds", formula.within().toSeconds());
            }
            if (formula.shortUpTo() != null) {
                row.add("shortSeconds", formula.shortUpTo().toSeconds());
            }
            formulas.add(row);
        }
        return formulas;
    }

    private static JsonArrayBuilder relaxation(RoutingRules rules) {
        JsonArrayBuilder steps = JSON.createArrayBuilder();
        steps(steps, null, rules.relaxation());
        rules.relaxations().keySet().stream().sorted().forEach(queue -> steps(steps, queue, rules.relaxations().get(queue)));
        return steps;
    }

    private static void steps(JsonArrayBuilder into, String queue, Relaxation relaxation) {
        for (Relaxation.Step step : relaxation.steps()) {
            JsonObjectBuilder row = JSON.createObjectBuilder();
            optional(row, "queue", queue);
            into.add(row.add("afterSeconds", step.after().toSeconds()).add("lower", step.lower()).add("keep", step.keep().name()));
        }
    }

    private static JsonArrayBuilder weights(RoutingRules rules) {
        JsonArrayBuilder weights = JSON.createArrayBuilder();
        new EnumMap<>(set(rules.weights())).forEach((channel, weight) -> weights.add(JSON.createObjectBuilder().add("channel", channel.name()).add("units", weight.units()).add("interruptible", weight.interruptible())));
        return weights;
    }

    /** All channels: an administrator sees what holds, not what was once set. */
    private static Map<Channel, WorkWeight> set(CapacityWeights weights) {
        Map<Channel, WorkWeight> all = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            all.put(channel, weights.of(channel));
        }
        return all;
    }

    private static JsonArrayBuilder floor(RoutingRules rules) {
        JsonArrayBuilder floor = JSON.createArrayBuilder();
        for (Channel channel : Channel.values()) {
            if (rules.floor().of(channel) > 0) {
                floor.add(JSON.createObjectBuilder().add("channel", channel.name()).add("share", rules.floor().of(channel)));
            }
        }
        return floor;
    }

    private static void optional(JsonObjectBuilder row, String name, String value) {
        if (value != null) {
            row.add(name, value);
        }
    }

    /** @throws BusinessException whose first argument is the field that is wrong */
    public static RoutingRules read(int version, String text) {
        Fields json = Fields.of(text);
        List<LineRule> lines = json.rows("lines").stream().map(RoutingRulesText::line).toList();
        List<Target> targets = json.rows("targets").stream().map(RoutingRulesText::target).toList();
        Map<Channel, TargetHours> hours = channelHours(json.rows("channelHours"));
        List<Formula> formulas = json.rows("formulas").stream().map(RoutingRulesText::formula).toList();
        Map<String, Relaxation> relaxations = relaxations(json.rows("relaxation"));
        Relaxation relaxation = Relaxation.DEFAULT;
        if (relaxations.containsKey("")) {
            relaxation = relaxations.remove("");
        }
        CapacityWeights weights = weights(json.rows("weights"));
        List<Fields> floorRows = json.rows("floor");
        Timing timing = timing(json.part("timing"));
        Fields fairness = json.part("fairness");
        FloorShare floor = floor(floorRows, fairness);
        double amberIndex = fairness.decimal("amberIndex", 0, 1);
        double amberGap = fairness.decimal("amberGap", 0, 1);
        double redIndex = fairness.decimal("redIndex", 0, 1);
        double redGap = fairness.decimal("redGap", 0, 1);
        Equality.Limits limits = fairness.made("routing.rule-limits", () -> new Equality.Limits(amberIndex, amberGap, redIndex, redGap));
        fairness.nothingElse();
        json.nothingElse();
        return new RoutingRules(version, lines, targets, formulas, relaxation, relaxations, weights, floor, limits, timing, hours);
    }

    private static LineRule line(Fields row) {
        List<RequiredSkill> skills = row.rows("skills").stream().map(RoutingRulesText::skill).toList();
        String name = row.text("name", LONGEST_NAME);
        String account = row.findText("account", LONGEST_CODE).orElse(null);
        String subject = row.findText("subject", LONGEST_CODE).orElse(null);
        String language = row.findText("language", 2).orElse(null);
        String queue = row.text("queue", LONGEST_CODE);
        var channels = row.several("channels", Channel.class);
        var segments = row.several("segments", Segment.class);
        row.nothingElse();
        return row.made("routing.rule-skill-twice", () -> new LineRule(name, channels, account, segments, subject, language, queue, skills));
    }

    private static RequiredSkill skill(Fields row) {
        String code = row.text("skill", LONGEST_CODE);
        Skill.Kind kind = row.one("kind", Skill.Kind.class);
        int minimum = (int) row.whole("minimum", 1, 5);
        boolean additional = row.flag("additional");
        row.nothingElse();
        return row.made("routing.rule-skill-additional", () -> new RequiredSkill(new Skill(code, kind), minimum, additional));
    }

    private static Target target(Fields row) {
        Target target = new Target(row.findOne("segment", Segment.class).orElse(null), row.findText("queue", LONGEST_CODE).orElse(null), row.findOne("channel", Channel.class).orElse(null),
                Duration.ofSeconds(row.whole("seconds", 1, MOST_TARGET)), row.findOne("hours", TargetHours.class).orElse(null));
        row.nothingElse();
        return target;
    }

    private static Map<Channel, TargetHours> channelHours(List<Fields> rows) {
        Map<Channel, TargetHours> hours = new EnumMap<>(Channel.class);
        for (Fields row : rows) {
            if (hours.put(row.one("channel", Channel.class), row.one("hours", TargetHours.class)) != null) {
                throw new BusinessException("shared.field-twice", row.path() + ".channel");
            }
            row.nothingElse();
        }
        return hours;
    }

    private static Formula formula(Fields row) {
        Formula formula = new Formula(row.findText("queue", LONGEST_CODE).orElse(null), row.one("formula", ServiceLevelFormula.class), row.findWhole("seconds", 1, DAY).map(Duration::ofSeconds).orElse(null),
                row.findWhole("shortSeconds", 0, MOST_SHORT).map(Duration::ofSeconds).orElse(null));
        row.nothingElse();
        return formula;
    }

    private static Map<String, Relaxation> relaxations(List<Fields> rows) {
        Map<String, List<Relaxation.Step>> steps = new LinkedHashMap<>();
        Map<String, Relaxation> relaxations = new LinkedHashMap<>();
        for (Fields row : rows) {
            String queue = row.findText("queue", LONGEST_CODE).orElse("");
            List<Relaxation.Step> known = steps.computeIfAbsent(queue, any -> new ArrayList<>());
            known.add(new Relaxation.Step(Duration.ofSeconds(row.whole("afterSeconds", 0, DAY)), (int) row.whole("lower", 0, MOST_LOWER), row.one("keep", Relaxation.Keep.class)));
            row.nothingElse();
            relaxations.put(queue, row.made("routing.rule-steps", () -> new Relaxation(known)));
        }
        return relaxations;
    }

    private static CapacityWeights weights(List<Fields> rows) {
        Map<Channel, WorkWeight> weights = new EnumMap<>(Channel.class);
        for (Fields row : rows) {
            Channel channel = row.one("channel", Channel.class);
            WorkWeight weight = new WorkWeight((int) row.whole("units", 1, 100), row.flag("interruptible"));
            row.nothingElse();
            if (weights.put(channel, weight) != null) {
                throw new BusinessException("shared.field-twice", row.path() + ".channel");
            }
        }
        return new CapacityWeights(weights);
    }

    private static FloorShare floor(List<Fields> rows, Fields fairness) {
        Map<Channel, Double> least = new EnumMap<>(Channel.class);
        for (Fields row : rows) {
            Channel channel = row.one("channel", Channel.class);
            if (least.put(channel, row.decimal("share", 0, 1)) != null) {
                throw new BusinessException("shared.field-twice", row.path() + ".channel");
            }
            row.nothingElse();
        }
        Duration window = Duration.ofMinutes(fairness.whole("floorMinutes", 1, MOST_WINDOW));
        if (least.values().stream().mapToDouble(Double::doubleValue).sum() > 1) {
            throw new BusinessException("routing.rule-floor", "floor");
        }
        return new FloorShare(least, window);
    }

    private static Timing timing(Fields row) {
        Timing timing = new Timing(Duration.ofSeconds(row.whole("preferredSeconds", 0, HOUR)), row.decimal("preferredShare", 0, 1), Duration.ofSeconds(row.whole("backOffSeconds", 0, HOUR)),
                Duration.ofSeconds(row.whole("offerSeconds", 5, HOUR)), Duration.ofSeconds(row.whole("wrapUpSeconds", 0, HOUR)), row.decimal("suitSeconds", 0, HOUR));
        row.nothingElse();
        return timing;
    }
}
