// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.agent.CapacityWeights;
import il.moked.agent.Skill;
import il.moked.agent.WorkWeight;
import il.moked.channel.Channel;
import il.moked.customer.Segment;
import il.moked.customer.SegmentRules;
import il.moked.customer.SegmentRulesText;
import il.moked.routing.RoutingRules.Contact;
import il.moked.routing.RoutingRules.Formula;
import il.moked.routing.RoutingRules.LineRule;
import il.moked.routing.RoutingRules.Target;
import il.moked.shared.BusinessException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTextTest {
    private static final Skill FAULT = new Skill("fault", Skill.Kind.SUBJECT);
    private static final Skill HEBREW = new Skill("he", Skill.Kind.LANGUAGE);
    private static final Relaxation OF_BUSINESS = new Relaxation(List.of(new Relaxation.Step(Duration.ZERO, 0, Relaxation.Keep.ALL), new Relaxation.Step(Duration.ofSeconds(30), 2, Relaxation.Keep.REQUIRED)));

    private static RoutingRules full() {
        Map<Channel, WorkWeight> weights = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            weights.put(channel, CapacityWeights.DEFAULT.of(channel));
        }
        weights.put(Channel.CHAT, WorkWeight.primary(34));
        return new RoutingRules(7,
                List.of(new LineRule("faults of business", Set.of(Channel.PHONE, Channel.CHAT), "service", Set.of(Segment.SMALL_BUSINESS), "fault", "he", "business",
                        List.of(RequiredSkill.ifPossible(3, FAULT), RequiredSkill.atLeast(1, HEBREW))), new LineRule("everybody", Set.of(), null, Set.of(), null, null, "service", List.of())),
                List.of(new Target(Segment.VIP, null, null, Duration.ofSeconds(60)), new Target(null, "business", Channel.EMAIL, Duration.ofHours(4), TargetHours.CLOCK), new Target(null, null, null, Duration.ofSeconds(300))),
                List.of(new Formula(null, ServiceLevelFormula.F6, Duration.ofSeconds(20)), new Formula("business", ServiceLevelFormula.F3, null, Duration.ofSeconds(8))), Relaxation.DEFAULT, Map.of("business", OF_BUSINESS),
                new CapacityWeights(weights), new FloorShare(Map.of(Channel.POST, 0.2), Duration.ofMinutes(30)), new Equality.Limits(0.9, 0.1, 0.8, 0.3), RoutingRules.Timing.DEFAULT, Map.of(Channel.CHAT, TargetHours.BUSINESS));
    }

    @Test
    void rulesAreReadAsTheyWereWritten() {
        assertThat(RoutingRulesText.read(7, RoutingRulesText.write(full()))).isEqualTo(full());
        assertThat(SegmentRulesText.read(1, SegmentRulesText.write(SegmentRules.DEFAULT))).isEqualTo(SegmentRules.DEFAULT);
        assertThat(StatutoryPolicyText.read(1, StatutoryPolicyText.write(StatutoryPolicy.ISRAEL))).isEqualTo(StatutoryPolicy.ISRAEL);
        String first = RoutingRulesText.write(RoutingRules.FIRST);
        assertThat(RoutingRulesText.write(RoutingRulesText.read(1, first))).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"queue\":\"service\"            | \"queue\":null              | shared.field-missing         | lines[1].queue",
            "\"PHONE\",\"CHAT\"]                 | \"FON\"]                    | shared.field-unknown-value   | lines[0].channels",
            "\"minimum\":3                    | \"minimum\":6               | shared.field-range           | lines[0].skills[0].minimum",
            "\"minimum\":3                    | \"minimum\":\"3\"           | shared.field-not-whole       | lines[0].skills[0].minimum",
            "\"seconds\":14400                | \"seconds\":0               | shared.field-range           | targets[1].seconds",
            "\"seconds\":14400                | \"secs\":14400              | shared.field-missing         | targets[1].seconds",
            "\"hours\":\"CLOCK\"}     | \"hours\":\"NIGHT\"}      | shared.field-unknown-value   | targets[1].hours",
            "\"channel\":\"PHONE\",\"hours\" | \"channel\":\"CHAT\",\"hours\" | shared.field-twice           | channelHours[1].channel",
            "\"formula\":\"F3\"               | \"formula\":\"F7\"          | shared.field-unknown-value   | formulas[1].formula",
            "\"shortSeconds\":8              | \"shortSeconds\":61         | shared.field-range           | formulas[1].shortSeconds",
            "\"afterSeconds\":20              | \"afterSeconds\":0          | routing.rule-steps           | relaxation[1]",
            "\"units\":34                     | \"units\":101               | shared.field-range           | weights[1].units",
            "\"share\":0.2                    | \"share\":2                 | shared.field-range           | floor[0].share",
            "\"redIndex\":0.8                 | \"redIndex\":0.95           | routing.rule-limits          | fairness",
            "\"offerSeconds\":20              | \"offerSeconds\":20,\"x\":1 | shared.field-unknown         | timing.x",
            "\"language\":\"he\"              | \"language\":\"heb\"        | shared.field-too-long        | lines[0].language"})
    void whatIsWrongIsRefusedWithItsPlace(String right, String wrong, String code, String place) {
        String written = RoutingRulesText.write(full());
        assertThat(written).contains(right);
        assertThatThrownBy(() -> RoutingRulesText.read(1, written.replace(right, wrong))).isInstanceOfSatisfying(BusinessException.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.arguments().get(0)).isEqualTo(place);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"rules\":[{\"name\":\"a\",\"segment\":\"GOLD\"}]} | shared.field-unknown-value | rules[0].segment",
            "{\"rules\":[{\"name\":\"a\",\"segment\":\"VIP\",\"ranges\":[{\"fact\":\"EMPLOYEES\"}]}]} | shared.field-missing | rules[0].ranges[0].least",
            "{\"rules\":[{\"name\":\"a\",\"segment\":\"VIP\",\"ranges\":[{\"fact\":\"EMPLOYEES\",\"least\":9,\"most\":2}]}]} | shared.field-range | rules[0].ranges[0].most",
            "{\"rules\":[{\"name\":\"a\",\"segment\":\"VIP\"},{\"name\":\"a\",\"segment\":\"VIP\"}]} | shared.field-twice | rules[1].name"})
    void segmentRulesThatAreWrongAreRefusedWithTheirPlace(String text, String code, String place) {
        assertThatThrownBy(() -> SegmentRulesText.read(1, text)).isInstanceOfSatisfying(BusinessException.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.arguments().get(0)).isEqualTo(place);
        });
    }

    @Test
    void aBrokenTextIsRefusedWithItsLine() {
        assertThatThrownBy(() -> RoutingRulesText.read(1, "{\n\"lines\": [\n}")).isInstanceOfSatisfying(BusinessException.class, refused -> {
            assertThat(refused.code()).isEqualTo("shared.not-json-at");
            assertThat(refused.arguments().get(0)).isEqualTo(3L);
        });
    }

    @Test
    void theFirstLineRuleThatMatchesDecides() {
        assertThat(full().lineFor(new Contact(Channel.CHAT, "service", Segment.SMALL_BUSINESS, "fault", "he"))).map(LineRule::queue).contains("business");
        assertThat(full().lineFor(new Contact(Channel.CHAT, "service", Segment.SMALL_BUSINESS, null, "he"))).map(LineRule::queue).contains("service");
        assertThat(full().lineFor(new Contact(Channel.EMAIL, "service", Segment.SMALL_BUSINESS, "fault", "he"))).map(LineRule::queue).contains("service");
    }

    @Test
    void aTargetRunsInTheHoursItNamesElseInThoseOfItsChannel() {
        assertThat(full().hours(Segment.PRIVATE, "business", Channel.EMAIL)).isEqualTo(TargetHours.CLOCK);
        assertThat(full().hours(Segment.VIP, "service", Channel.CHAT)).isEqualTo(TargetHours.BUSINESS);
        for (Channel channel : List.of(Channel.EMAIL, Channel.FORM, Channel.POST, Channel.FAX)) {
            assertThat(full().hours(Segment.PRIVATE, "service", channel)).as(channel.name()).isEqualTo(TargetHours.BUSINESS);
        }
        for (Channel channel : List.of(Channel.PHONE, Channel.SMS, Channel.WHATSAPP, Channel.X, Channel.APP)) {
            assertThat(full().hours(Segment.PRIVATE, "service", channel)).as(channel.name()).isEqualTo(TargetHours.CLOCK);
        }
        RoutingRules older = RoutingRulesText.read(1, RoutingRulesText.write(RoutingRules.FIRST).replaceAll("\"channelHours\":\\[.*?],", ""));
        assertThat(older.hours()).as("rules from before hours were a rule").isEqualTo(RoutingRules.FIRST.hours());
    }

    @Test
    void theMostParticularTargetHolds() {
        assertThat(full().target(Segment.VIP, "service", Channel.CHAT)).isEqualTo(Duration.ofSeconds(60));
        assertThat(full().target(Segment.VIP, "business", Channel.EMAIL)).isEqualTo(Duration.ofHours(4));
        assertThat(full().target(Segment.PRIVATE, "business", Channel.CHAT)).isEqualTo(Duration.ofSeconds(300));
        assertThat(full().formula("business").formula()).isEqualTo(ServiceLevelFormula.F3);
        assertThat(full().formula("service").formula()).isEqualTo(ServiceLevelFormula.F6);
    }

    @Test
    void thePolicyOfTheRouterKnowsTheQueuesThatExist() {
        RoutingPolicy policy = full().policy(Map.of("service", 1L, "business", 2L));
        assertThat(policy.version()).isEqualTo(7);
        assertThat(policy.relaxationOf(2)).isEqualTo(OF_BUSINESS);
        assertThat(policy.relaxationOf(1)).isEqualTo(Relaxation.DEFAULT);
        assertThat(full().policy(Map.of()).relaxations()).isEmpty();
    }
}
