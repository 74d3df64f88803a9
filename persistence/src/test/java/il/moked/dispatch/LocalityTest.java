// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import static il.moked.dispatch.TechnicianTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import il.moked.dispatch.Locality.Facts;
import org.junit.jupiter.api.Test;

class LocalityTest {
    private static final GeoPoint MIDDLE = new GeoPoint(32.5, 34.9);

    @Test
    void coordinatesAreReadWithTheFieldThatIsWrong() {
        assertThat(GeoPoint.read(" 32.0853", "-34.7818 ")).isEqualTo(new GeoPoint(32.0853, -34.7818));
        assertThat(GeoPoint.read("-90", "+180")).isEqualTo(new GeoPoint(-90, 180));
        refused("shared.field-missing", "latitude", () -> GeoPoint.read(null, "34"));
        refused("shared.field-missing", "longitude", () -> GeoPoint.read("32", " "));
        refused("shared.field-range", "latitude", () -> GeoPoint.read("90.1", "34"));
        refused("shared.field-range", "longitude", () -> GeoPoint.read("32", "-180.5"));
        refused("shared.field-malformed", "latitude", () -> GeoPoint.read("32,08", "34"));
        refused("shared.field-malformed", "longitude", () -> GeoPoint.read("32", "NaN"));
    }

    @Test
    void aTownHasACodeTwoNamesAndATerritory() {
        Locality town = new Locality("pardes-hanna", new Facts(" פרדס חנה ", "Pardes Hanna", "sharon", MIDDLE));
        assertThat(town.facts()).isEqualTo(new Facts("פרדס חנה", "Pardes Hanna", "sharon", MIDDLE));
        refused("shared.code", "code", () -> new Locality("פרדס", town.facts()));
        refused("shared.field-missing", "englishName", () -> new Facts("פרדס חנה", null, "sharon", MIDDLE));
        refused("shared.code", "territory", () -> new Facts("פרדס חנה", "Pardes Hanna", "Big Sharon", MIDDLE));
        town.become(new Facts("פרדס חנה", "Pardes Hanna", "north", MIDDLE));
        assertThat(town.territory()).isEqualTo("north");
    }
}
