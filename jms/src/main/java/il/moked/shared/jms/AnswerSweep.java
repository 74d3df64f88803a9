// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.jms;

import il.moked.shared.ejb.AnswerKeeping;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Answers that were kept long enough are forgotten, every quarter of an hour. */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AnswerSweep {
    @Inject
    AnswerKeeping keeping;

    @Schedule(hour = "*", minute = "*/15", second = "50", persistent = false)
    void forget() {
        DatabaseOutage.tolerated("forgetting kept answers", () -> {
            while (keeping.forget()) {
                // a full batch: there may be more
            }
        });
    }
}
