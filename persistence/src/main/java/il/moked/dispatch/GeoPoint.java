// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import il.moked.shared.BusinessException;
import jakarta.persistence.Embeddable;
import java.util.regex.Pattern;

/** A place on earth, in degrees. */
@Embeddable
public record GeoPoint(double latitude, double longitude) {
    private static final double EARTH_KILOMETRES = 6371.0;
    private static final int MOST_LATITUDE = 90;
    private static final int MOST_LONGITUDE = 180;
    private static final Pattern DEGREES = Pattern.compile("[+-]?[0-9]{1,3}(\\.[0-9]{1,15})?");

    /** @throws BusinessException {@code dispatch.no-place} when it is not on earth */
    public GeoPoint {
        if (!(Math.abs(latitude) <= MOST_LATITUDE && Math.abs(longitude) <= MOST_LONGITUDE)) {
            throw new BusinessException("dispatch.no-place");
        }
    }

    /**
     * From degrees as they are written.
     *
     * @throws BusinessException {@code shared.field-missing}, {@code shared.field-malformed}, {@code shared.field-range} with latitude or longitude
     */
    public static GeoPoint read(String latitude, String longitude) {
        return new GeoPoint(degrees("latitude", latitude, MOST_LATITUDE), degrees("longitude", longitude, MOST_LONGITUDE));
    }

    private static double degrees(String field, String written, int most) {
        if (written == null || written.isBlank()) {
            throw new BusinessException("shared.field-missing", field);
        }
        if (!DEGREES.matcher(written.strip()).matches()) {
            throw new BusinessException("shared.field-malformed", field);
        }
        double degrees = Double.parseDouble(written.strip());
        if (Math.abs(degrees) > most) {
            throw new BusinessException("shared.field-range", field, -most, most);
        }
        return degrees;
    }

    /** As the crow flies (haversine). */
    public double kilometresTo(GeoPoint other) {
        double north = Math.toRadians(other.latitude - latitude) / 2;
        double east = Math.toRadians(other.longitude - longitude) / 2;
        double chord = Math.pow(Math.sin(north), 2) + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other.latitude)) * Math.pow(Math.sin(east), 2);
        return 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
