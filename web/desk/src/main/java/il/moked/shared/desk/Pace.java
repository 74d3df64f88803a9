// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.desk;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something at once, but at most once in a while; what is asked for meanwhile is done once when the while is over, so the last asking is never lost. */
final class Pace {
    private final Duration apart;
    private final Runnable step;
    private boolean resting;
    private boolean asked;

    Pace(Duration apart, Runnable step) {
        this.apart = apart;
        this.step = step;
    }

    void ask(ScheduledExecutorService later) {
        synchronized (this) {
            if (resting) {
                asked = true;
                return;
            }
            resting = true;
        }
        begin(later);
    }

    private void begin(ScheduledExecutorService later) {
        later.schedule(() -> rested(later), apart.toMillis(), TimeUnit.MILLISECONDS);
        step.run();
    }

    private void rested(ScheduledExecutorService later) {
        synchronized (this) {
            if (!asked) {
                resting = false;
                return;
            }
            asked = false;
        }
        begin(later);
    }
}
