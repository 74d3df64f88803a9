// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.shared.ejb.PortalAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator says of appointments. */
@ApplicationScoped
public class AppointmentTerms {
    /** So many days ahead can be booked. */
    @Inject
    @ConfigProperty(name = "moked.appointments.days-ahead", defaultValue = "30")
    int daysAhead;
    /** Whoever is not there so many minutes after the hour is not expected any more. */
    @Inject
    @ConfigProperty(name = "moked.appointments.no-show-minutes", defaultValue = "15")
    int minutes;
    /** So long before the hour the customer is reminded, separated by commas (ISO 8601). */
    @Inject
    @ConfigProperty(name = "moked.appointments.reminders", defaultValue = "PT24H,PT2H")
    List<Duration> reminders;
    /** So many appointments still to come one customer may have. */
    @Inject
    @ConfigProperty(name = "moked.appointments.most-ahead", defaultValue = "3")
    int most;
    @Inject
    PortalAddress portal;

    int daysAhead() {
        return daysAhead;
    }

    int mostAhead() {
        return most;
    }

    /** Who should have come before that moment is not expected any more. */
    Instant expectedSince(Instant now) {
        return now.minus(Duration.ofMinutes(minutes));
    }

    /** The nearest to the hour first. */
    List<Duration> reminders() {
        return reminders.stream().filter(before -> !before.isNegative() && !before.isZero()).sorted().distinct().toList();
    }

    /** His page; empty where no address is said. */
    Optional<String> page(String code) {
        return portal.page("/appointment/" + code);
    }
}
