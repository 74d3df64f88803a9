// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import java.time.Duration;

/** How long the way takes. @param detour how much longer the road is than the crow's flight, 1 or more @param kilometresAnHour on average @param atLeast for finding the house, in seconds */
public record TravelPolicy(double detour, double kilometresAnHour, long atLeast) {
    public TravelPolicy {
        if (!(detour >= 1 && kilometresAnHour > 0) || atLeast < 0) {
            throw new IllegalArgumentException("A detour is 1 or more, a speed more than 0");
        }
    }

    public Duration between(GeoPoint from, GeoPoint to) {
        if (from.equals(to)) {
            return Duration.ZERO;
        }
        return Duration.ofSeconds(atLeast + Math.round(from.kilometresTo(to) * detour / kilometresAnHour * Duration.ofHours(1).toSeconds()));
    }
}
