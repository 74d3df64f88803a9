// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Each second, as long as there is anything to do. */
@ApplicationScoped
public class ExchangeRounds {
    @Resource
    ManagedScheduledExecutorService executor;

    /** @param round returns whether there must be another one; never throws */
    void begin(BooleanSupplier round) {
        executor.schedule(() -> {
            if (round.getAsBoolean()) {
                begin(round);
            }
        }, 1, TimeUnit.SECONDS);
    }
}
