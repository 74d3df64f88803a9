// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.agent.ejb.WrapUpTime;
import il.moked.routing.ActiveRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** An agent sums up as long as the rules in force say. */
@ApplicationScoped
public class WrapUpByRules implements WrapUpTime {
    @Inject
    ActiveRules rules;

    @Override
    public Duration allowed() {
        return rules.routing().timing().wrapUp();
    }
}
