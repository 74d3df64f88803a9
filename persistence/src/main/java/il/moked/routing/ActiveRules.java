// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.customer.SegmentRules;
import il.moked.customer.SegmentRulesText;
import il.moked.shared.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** The rules in force, read and ready. A change is seen on every node after {@link #MEMORY}; nothing has to be started again. */
@ApplicationScoped
public class ActiveRules {
    public static final Duration MEMORY = Duration.ofSeconds(3);

    private final Remembered<RuleVersion.Kind, Object> read = new Remembered<>(MEMORY);
    private final Remembered<Integer, RoutingPolicy> policies = new Remembered<>(MEMORY);

    @Inject
    RuleVersions versions;

    public RoutingRules routing() {
        return (RoutingRules) read.get(RuleVersion.Kind.ROUTING,
                kind -> versions.active(kind).map(active -> RoutingRulesText.read(active.number(), active.content())).orElseGet(() -> RoutingRules.FIRST));
    }

    /** What the router needs of {@link #routing()}. */
    public RoutingPolicy policy() {
        RoutingRules rules = routing();
        return policies.get(rules.version(), version -> rules.policy(versions.queueIds()));
    }

    public SegmentRules segments() {
        return (SegmentRules) read.get(RuleVersion.Kind.SEGMENT, kind -> versions.active(kind).map(active -> SegmentRulesText.read(active.number(), active.content())).orElse(SegmentRules.DEFAULT));
    }

    public BranchRules branches() {
        return (BranchRules) read.get(RuleVersion.Kind.BRANCH, kind -> versions.active(kind).map(active -> BranchRulesText.read(active.number(), active.content())).orElse(BranchRules.FIRST));
    }

    public StatutoryPolicy statutory() {
        return (StatutoryPolicy) read.get(RuleVersion.Kind.STATUTORY, kind -> versions.active(kind).map(active -> StatutoryPolicyText.read(active.number(), active.content())).orElse(StatutoryPolicy.ISRAEL));
    }
}
