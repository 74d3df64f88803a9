// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import il.moked.shared.BusinessException;
import jakarta.persistence.Embeddable;

/** A place on earth, in degrees. */
@Embeddable
public record GeoPoint(double latitude, double longitude) {
    private static final double EARTH_KILOMETRES = 6371.0;
    private static final double MOST_LATITUDE = 90;
    private static final double MOST_LONGITUDE = 180;

    /** @throws BusinessException {@code dispatch.no-place} when it is not on earth */
    public GeoPoint {
        if (!(Math.abs(latitude) <= MOST_LATITUDE && Math.abs(longitude) <= MOST_LONGITUDE)) {
            throw new BusinessException("dispatch.no-place");
        }
    }

    /** As the crow flies (haversine). */
    public double kilometresTo(GeoPoint other) {
        double north = Math.toRadians(other.latitude - latitude) / 2;
        double east = Math.toRadians(other.longitude - longitude) / 2;
        double chord = Math.pow(Math.sin(north), 2) + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other.latitude)) * Math.pow(Math.sin(east), 2);
        return 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
