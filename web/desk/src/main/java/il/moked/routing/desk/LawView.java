// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.desk;

import il.moked.routing.WaitForecasts;
import il.moked.routing.ejb.StatutoryReading;
import il.moked.routing.ejb.StatutoryReading.Evidence;
import il.moked.routing.ejb.WallReading;
import il.moked.shared.desk.Screen;
import il.moked.shared.desk.Times;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** supervisor/law.xhtml: limits of the law that went by, and how good the forecasts were. */
@Named
@RequestScoped
public class LawView {
    private static final List<Integer> DAYS = List.of(1, 7, 30);
    private static final int DAYS_EXPORTED = 30;

    @Inject
    StatutoryReading reading;
    @Inject
    WallReading wall;
    @Inject
    Screen screen;
    @Inject
    Times times;
    @Inject
    Clock clock;

    private List<Evidence> breaches;
    private List<WaitForecasts.Accuracy> forecasts;
    private Map<Long, String> queues;

    public int days() {
        return screen.text("days") == null ? 1 : DAYS.stream().filter(days -> days.toString().equals(screen.text("days"))).findFirst().orElse(1);
    }

    public List<Integer> choices() {
        return DAYS;
    }

    private Instant since() {
        return clock.instant().minus(Duration.ofDays(days()));
    }

    /** The days a file is offered for at first, today included. */
    public LocalDate firstDay() {
        return lastDay().minusDays(DAYS_EXPORTED - 1L);
    }

    public LocalDate lastDay() {
        return times.day(clock.instant());
    }

    /** Whether days were asked for of which there is no file. */
    public boolean isRefused() {
        return screen.text("refused") != null;
    }

    public List<Evidence> breaches() {
        if (breaches == null) {
            breaches = reading.breaches(since());
        }
        return breaches;
    }

    /** Whether there may be more than are shown. */
    public boolean isMore() {
        return breaches().size() == StatutoryReading.MOST;
    }

    public List<WaitForecasts.Accuracy> forecasts() {
        if (forecasts == null) {
            forecasts = reading.forecasts(since());
        }
        return forecasts;
    }

    public String queue(long id) {
        if (queues == null) {
            queues = wall.now().lines().stream().collect(Collectors.toMap(line -> line.queueId(), line -> line.name(screen.language())));
        }
        return queues.getOrDefault(id, "");
    }

    /** Minutes and seconds; hours when there are any. */
    public String time(Duration length) {
        Duration shown = length.abs();
        String time = shown.toHours() > 0 ? "%d:%02d:%02d".formatted(shown.toHours(), shown.toMinutesPart(), shown.toSecondsPart()) : "%d:%02d".formatted(shown.toMinutes(), shown.toSecondsPart());
        return length.isNegative() ? "−" + time : time;
    }

    public String percent(double share) {
        return Math.round(share * 100) + "%";
    }
}
