// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.channel.Channel;
import il.moked.channel.ChannelAccounts;
import il.moked.customer.Segment;
import il.moked.routing.ActiveRules;
import il.moked.routing.Placement;
import il.moked.routing.Requirement;
import il.moked.routing.RoutingPolicy;
import il.moked.routing.RoutingRules;
import il.moked.routing.RoutingRules.LineRule;
import il.moked.routing.RuleVersions;
import il.moked.routing.StatutoryClock;
import il.moked.routing.TargetTime;
import il.moked.routing.TargetTimes;
import il.moked.routing.WorkItems;
import il.moked.routing.WorkLine;
import il.moked.routing.WorkLines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Where a contact waits: queue, skills and target by the rules in force. */
@ApplicationScoped
public class LineChoice {
    @Inject
    ActiveRules rules;
    @Inject
    RuleVersions versions;
    @Inject
    ChannelAccounts accounts;
    @Inject
    WorkItems workItems;
    @Inject
    WorkLines lines;
    @Inject
    TargetTimes times;

    /**
     * What the rules look at.
     *
     * @param queueId the account's own line, taken when no rule says otherwise
     * @param subject code of what it is about, or null
     * @param since when the clocks of the law began: dialling
     */
    public record Wanted(Channel channel, long accountId, long queueId, Segment segment, String language, String subject, Instant since) {
    }

    public Placement place(Wanted wanted) {
        Optional<LineRule> rule = ruleFor(wanted);
        long queue = rule.map(LineRule::queue).map(code -> versions.queueIds().get(code)).orElse(wanted.queueId());
        return placed(wanted, queue, rule);
    }

    /** In a queue a person chose: the rules say only what is asked for there, when they would have sent it there too. */
    public Placement placeIn(long queueId, Wanted wanted) {
        String code = workItems.codeOf(queueId);
        return placed(wanted, queueId, ruleFor(wanted).filter(rule -> code.equals(rule.queue())));
    }

    private Optional<LineRule> ruleFor(Wanted wanted) {
        return rules.routing().lineFor(new RoutingRules.Contact(wanted.channel(), accounts.get(wanted.accountId()).code(), wanted.segment(), wanted.subject(), wanted.language()));
    }

    private Placement placed(Wanted wanted, long queueId, Optional<LineRule> rule) {
        RoutingRules routing = rules.routing();
        WorkLine line = new WorkLine(queueId, routing.weights().of(wanted.channel()), rule.map(LineRule::requirement).orElse(Requirement.NONE));
        String queue = workItems.codeOf(queueId);
        Duration target = routing.target(wanted.segment(), queue, wanted.channel());
        TargetTime time = times.of(routing.hours(wanted.segment(), queue, wanted.channel()), accounts.get(wanted.accountId()), queueId);
        StatutoryClock law = wanted.channel().spoken() && wanted.subject() != null ? rules.statutory().answerClock(wanted.subject(), wanted.since()).orElse(null) : null;
        return new Placement(line, lines.idOf(line), target, time, law);
    }

    public RoutingPolicy policy() {
        return rules.policy();
    }

    /** How long an offer stands. */
    public Duration offerStands() {
        return rules.routing().timing().offer();
    }
}
