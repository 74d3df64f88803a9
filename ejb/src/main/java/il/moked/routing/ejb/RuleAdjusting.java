// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.ejb.CurrentUser;
import il.moked.routing.RoutingRules;
import il.moked.routing.RoutingRulesText;
import il.moked.routing.RuleVersion;
import il.moked.routing.RuleVersion.Kind;
import il.moked.routing.RuleVersions;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.UnaryOperator;

/** One thing of the routing rules is changed on the spot: as a version of its own, in force at once, so that it can be seen and taken back like any other. */
@ApplicationScoped
class RuleAdjusting {
    @Inject
    RuleVersions versions;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** As they are at this moment, not as somebody remembers them. */
    RoutingRules inForce() {
        return versions.active(Kind.ROUTING).map(active -> RoutingRulesText.read(active.number(), active.content())).orElseGet(() -> RoutingRules.FIRST);
    }

    /** @param note says what was changed */
    void change(UnaryOperator<RoutingRules> step, String note) {
        RuleVersion before = versions.activeLocked(Kind.ROUTING).orElseThrow(() -> new BusinessException("routing.unknown-rules"));
        RoutingRules rules = RoutingRulesText.read(before.number(), before.content());
        RoutingRules changed = step.apply(rules);
        if (changed.equals(rules)) {
            return;
        }
        RuleVersion now = new RuleVersion(Kind.ROUTING, versions.next(Kind.ROUTING), before.number(), RoutingRulesText.write(changed), note, currentUser.name(), clock.instant());
        versions.add(now);
        before.retire();
        versions.flush();
        now.activate(currentUser.name(), clock.instant());
        versions.flush();
        events.tell(new RulesChanged(now.id(), "routing.rules-adjusted", note));
    }
}
