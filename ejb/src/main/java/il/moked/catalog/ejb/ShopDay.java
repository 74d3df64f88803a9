// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which day it is where we sell: prices, promotions and tax change at midnight there. */
@ApplicationScoped
public class ShopDay {
    @Inject
    Clock clock;
    /** Zone in which days begin. */
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    public LocalDate today() {
        return of(clock.instant());
    }

    public LocalDate of(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }
}
