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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

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

    /** Who stands in a branch waits there, whatever queue the rules would name: nobody else can serve him. */
    public Placement place(Wanted wanted) {
        if (wanted.channel().inPerson()) {
            return placeIn(wanted.queueId(), wanted, Requirement.NONE);
        }
        Optional<LineRule> rule = ruleFor(wanted);
        long queue = rule.map(LineRule::queue).map(code -> versions.queueIds().get(code)).orElse(wanted.queueId());
        return placed(wanted, queue, rule.map(LineRule::requirement).orElse(Requirement.NONE), answerClock(wanted));
    }

    /**
     * In a queue it was in already, or a person chose: what the rules ask for where they would have sent it there too, and
     * otherwise what of that never relaxes, for whoever serves it elsewhere needs the language and the licence as well.
     *
     * @param kept what is asked for whatever the rules say
     */
    public Placement placeIn(long queueId, Wanted wanted, Requirement kept) {
        return placeIn(queueId, wanted, kept, answerClock(wanted));
    }

    /** The same with another clock of the law than that of an answer, or with none: null. */
    public Placement placeIn(long queueId, Wanted wanted, Requirement kept, StatutoryClock law) {
        String code = workItems.codeOf(queueId);
        Requirement asked = ruleFor(wanted).map(rule -> code.equals(rule.queue()) ? rule.requirement() : rule.requirement().whatNeverRelaxes()).orElse(Requirement.NONE);
        return placed(wanted, queueId, asked.and(kept), law);
    }

    /**
     * Among the queues of a team: the one the rules name, or the one wanted, or its account's own, if the team serves it;
     * otherwise its oldest. Empty when it serves none.
     */
    public OptionalLong queueOf(long teamId, Wanted wanted) {
        List<Long> served = workItems.queuesOf(teamId);
        return Stream.of(ruleFor(wanted).map(LineRule::queue).map(code -> versions.queueIds().get(code)), Optional.of(wanted.queueId()), Optional.of(accounts.get(wanted.accountId()).queueId()), served.stream().findFirst())
                .flatMap(Optional::stream).filter(served::contains).mapToLong(Long::longValue).findFirst();
    }

    private Optional<LineRule> ruleFor(Wanted wanted) {
        return rules.routing().lineFor(new RoutingRules.Contact(wanted.channel(), accounts.get(wanted.accountId()).code(), wanted.segment(), wanted.subject(), wanted.language()));
    }

    private Placement placed(Wanted wanted, long queueId, Requirement asked, StatutoryClock law) {
        RoutingRules routing = rules.routing();
        WorkLine line = new WorkLine(queueId, wanted.channel(), routing.weights().of(wanted.channel()), asked);
        String queue = workItems.codeOf(queueId);
        TargetTime time = times.of(routing.hours(wanted.segment(), queue, wanted.channel()), accounts.get(wanted.accountId()), queueId);
        return new Placement(line, lines.idOf(line), routing.target(wanted.segment(), queue, wanted.channel()), time, law);
    }

    private StatutoryClock answerClock(Wanted wanted) {
        return wanted.channel().dialled() && wanted.subject() != null ? rules.statutory().answerClock(wanted.subject(), wanted.since()).orElse(null) : null;
    }

    public RoutingPolicy policy() {
        return rules.policy();
    }

    /** How long an offer stands. */
    public Duration offerStands() {
        return rules.routing().timing().offer();
    }
}
