// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.customer.SegmentRules;
import il.moked.customer.SegmentRulesText;
import il.moked.routing.BranchRules;
import il.moked.routing.BranchRulesText;
import il.moked.routing.RoutingRules;
import il.moked.routing.RoutingRulesText;
import il.moked.routing.RuleVersion;
import il.moked.routing.RuleVersion.Kind;
import il.moked.routing.RuleVersions;
import il.moked.routing.StatutoryPolicy;
import il.moked.routing.StatutoryPolicyText;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What held before there were rules becomes version 1, so that the first change has something to be compared with. Without it the same holds unwritten. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@PermitAll
public class FirstRules {
    private static final String MADE_BY = "moked";
    private static final long MOST_SECONDS = 3600;

    @Inject
    RuleVersions versions;
    @Inject
    Clock clock;

    /** How long an offer stands, in the first rules of an installation; afterwards the rules say it. Seconds. */
    @Inject
    @ConfigProperty(name = "moked.routing.offer-seconds", defaultValue = "20")
    long offerSeconds;
    /** How long an agent may sum up a call, in the first rules of an installation; afterwards the rules say it. Seconds; 0 for not at all. */
    @Inject
    @ConfigProperty(name = "moked.agent.wrap-up-seconds", defaultValue = "45")
    long wrapUpSeconds;

    @PostConstruct
    void write() {
        first(Kind.ROUTING, RoutingRulesText.write(RoutingRules.FIRST.offering(seconds("moked.routing.offer-seconds", offerSeconds, 5)).wrappingUp(seconds("moked.agent.wrap-up-seconds", wrapUpSeconds, 0))));
        first(Kind.SEGMENT, SegmentRulesText.write(SegmentRules.DEFAULT));
        first(Kind.BRANCH, BranchRulesText.write(BranchRules.FIRST));
        first(Kind.STATUTORY, StatutoryPolicyText.write(StatutoryPolicy.ISRAEL));
    }

    /** Rules that could not be read again would stop every line: better the start. */
    private static Duration seconds(String key, long value, long least) {
        if (value < least || value > MOST_SECONDS) {
            throw new IllegalStateException(key + " is " + value + "; it must be " + least + " to " + MOST_SECONDS);
        }
        return Duration.ofSeconds(value);
    }

    private void first(Kind kind, String content) {
        if (versions.next(kind) == 1) {
            RuleVersion first = new RuleVersion(kind, 1, 0, content, "", MADE_BY, clock.instant());
            first.activate(MADE_BY, clock.instant());
            versions.add(first);
        }
    }
}
