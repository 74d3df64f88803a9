// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.ejb.Administered;
import il.moked.casework.Cases;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** When business hours are changed, what is measured by them is counted again; what ended stays as it was (field-study d.1, rule 9). */
@ApplicationScoped
class CalendarsChanged {
    /** Until every node sees the change. */
    private static final Duration SEEN = Duration.ofSeconds(5);

    @Inject
    Cases cases;
    @Inject
    Clock clock;

    void changed(@Observes Administered event) {
        if ("business-calendar".equals(event.subject())) {
            cases.measureAgain(event.detail().split(" ")[0], clock.instant().plus(SEEN));
        }
    }
}
