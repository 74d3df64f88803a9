// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.desk;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.routing.ejb.Wall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static List<Wall.Point> points(Double... levels) {
        List<Wall.Point> points = new ArrayList<>();
        for (Double level : levels) {
            points.add(new Wall.Point(Instant.EPOCH.plusSeconds(900L * points.size()), level == null ? OptionalDouble.empty() : OptionalDouble.of(level)));
        }
        return points;
    }

    @Test
    void theLineRunsFromTheFirstQuarterToTheLastAndHigherIsBetter() {
        Trend trend = Trend.of(points(0.0, 0.5, 1.0), 0.8);
        assertThat(trend.lines()).containsExactly("3.0,33.0 60.0,18.0 117.0,3.0");
        assertThat(trend.dots()).containsExactly(new Trend.Dot("117.0", "3.0"));
        assertThat(trend.goal()).isEqualTo("9.0");
    }

    @Test
    void quartersWithoutContactsBreakTheLine() {
        Trend trend = Trend.of(points(1.0, 1.0, null, 0.5, null, 0.2), 0.8);
        assertThat(trend.lines()).hasSize(1);
        assertThat(trend.dots()).as("quarters that stand alone").hasSize(2);
    }

    @Test
    void nothingMeasuredIsNothingDrawn() {
        Trend trend = Trend.of(points(null, null), 0.8);
        assertThat(trend.lines()).isEmpty();
        assertThat(trend.dots()).isEmpty();
    }
}
