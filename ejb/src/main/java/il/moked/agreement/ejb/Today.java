// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The day it is where the organisation is: contracts count in days. */
@ApplicationScoped
class Today {
    @Inject
    Clock clock;
    /** Zone in which days begin. */
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    LocalDate is() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
