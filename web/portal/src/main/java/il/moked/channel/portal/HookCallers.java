// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.portal;

import il.moked.shared.portal.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Who calls the doors of providers: see {@link KnownCallers}. */
@ApplicationScoped
public class HookCallers {
    @Inject
    Limits limits;
    @Inject
    Clock clock;

    private KnownCallers callers;

    private synchronized KnownCallers callers() {
        callers = callers == null ? new KnownCallers(limits.floods(), clock) : callers;
        return callers;
    }

    /** @see KnownCallers#shutOut */
    public Duration shutOut(String visitor) {
        return callers().shutOut(visitor);
    }

    /** @see KnownCallers#refused */
    public Duration refused(String visitor) {
        return callers().refused(visitor);
    }

    /** @see KnownCallers#proved */
    public void proved(String visitor) {
        callers().proved(visitor);
    }
}
