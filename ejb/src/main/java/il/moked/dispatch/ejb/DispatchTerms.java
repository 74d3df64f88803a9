// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb;

import il.moked.dispatch.GeoPoint;
import il.moked.dispatch.TravelPolicy;
import il.moked.dispatch.VisitLaw;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator decides about visits. */
@ApplicationScoped
class DispatchTerms {
    private static final long HOUSE_SECONDS = 300;

    @Inject
    @ConfigProperty(name = "moked.dispatch.detour", defaultValue = "1.35")
    double detour;
    @Inject
    @ConfigProperty(name = "moked.dispatch.speed", defaultValue = "45")
    double speed;
    @Inject
    @ConfigProperty(name = "moked.dispatch.plan-seconds", defaultValue = "10")
    long planSeconds;
    @Inject
    @ConfigProperty(name = "moked.dispatch.depot-latitude", defaultValue = "31.9836")
    double depotLatitude;
    @Inject
    @ConfigProperty(name = "moked.dispatch.depot-longitude", defaultValue = "34.7704")
    double depotLongitude;
    @Inject
    @ConfigProperty(name = "moked.dispatch.compensation-least", defaultValue = "300")
    int least;
    @Inject
    @ConfigProperty(name = "moked.dispatch.compensation-most", defaultValue = "600")
    int most;
    @Inject
    @ConfigProperty(name = "moked.dispatch.compensation-hour", defaultValue = "100")
    int hour;

    TravelPolicy travel() {
        return new TravelPolicy(detour, speed, HOUSE_SECONDS);
    }

    Duration planning() {
        return Duration.ofSeconds(planSeconds);
    }

    GeoPoint depot() {
        return new GeoPoint(depotLatitude, depotLongitude);
    }

    VisitLaw law() {
        return new VisitLaw(least, most, hour);
    }
}
